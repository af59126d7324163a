"""The number of migrations that each file has been through when it is up to date; kept in ``PRAGMA user_version``."""

CACHE_VERSION = 6
MINE_VERSION = 7
