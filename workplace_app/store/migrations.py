"""Brings both files to the newest schema: named steps, each in a transaction, none ever changed after its release.

sqlite-utils looks for ``pysqlite3`` before the standard library's driver; without the registration below it would not
recognise SQLCipher's exceptions, and alter, drop and RETURNING would misbehave. Only sync's side imports this module.
"""

import sys
from typing import Any

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

from sqlite_utils import Database, Migrations  # noqa: E402  (after the registration)

from workplace_app.domain.problem import Problem, ProblemKind, ProblemRaised  # noqa: E402
from workplace_app.store.cache_schema import (  # noqa: E402
    ANSWERS_OF_SOURCES,
    ARTICLE_DEADLINES,
    CACHE_TABLES,
    PLACE_STATES,
    REMARKS,
    SEARCH_TABLES,
)
from workplace_app.store.connection import BUSY_MILLISECONDS, StoreFiles, opening, unlock  # noqa: E402
from workplace_app.store.mine_schema import (  # noqa: E402
    ACCESS,
    CONTENT_TOKENS,
    DIALOGUE,
    DRAFTS,
    OUTBOX_DETAILS,
    OWN_TABLES,
    REMINDER_TABLES,
)
from workplace_app.store.schema_version import CACHE_VERSION, MINE_VERSION  # noqa: E402
from workplace_app.store.store_problems import SERVICE  # noqa: E402

cache_migrations = Migrations("cache")
mine_migrations = Migrations("mine")


@cache_migrations()
def create_cache_tables(db: Database) -> None:
    """0.1.0: the tables of facts and of sync's bookkeeping."""
    _run(db, CACHE_TABLES)


@cache_migrations()
def create_search_tables(db: Database) -> None:
    """0.1.0: the search index."""
    _run(db, SEARCH_TABLES)


@cache_migrations()
def create_place_states(db: Database) -> None:
    """0.1.0: when what is said in each place was read."""
    _run(db, PLACE_STATES)


@cache_migrations()
def add_article_deadlines(db: Database) -> None:
    """0.1.0: the last day of what an article tells of."""
    _run(db, ARTICLE_DEADLINES)


@cache_migrations()
def create_remarks(db: Database) -> None:
    """0.1.0: the user's own questions, ideas and corrections, with their answers."""
    _run(db, REMARKS)


@cache_migrations()
def add_answers_of_sources(db: Database) -> None:
    """0.1.0: when the source of each feed answered last."""
    _run(db, ANSWERS_OF_SOURCES)


@mine_migrations()
def create_own_tables(db: Database) -> None:
    """0.1.0: the outbox and the user's own things."""
    _run(db, OWN_TABLES)


@mine_migrations()
def add_outbox_details(db: Database) -> None:
    """0.1.0: what a wish is about, when it may leave, what came of it, and the version that it collided with."""
    _run(db, OUTBOX_DETAILS)


@mine_migrations()
def create_reminders(db: Database) -> None:
    """0.1.0: what the user wants to be reminded of."""
    _run(db, REMINDER_TABLES)


@mine_migrations()
def create_dialogue_tables(db: Database) -> None:
    """0.1.0: remarks that are being written, and which answers the user has seen."""
    _run(db, DIALOGUE)


@mine_migrations()
def gather_drafts(db: Database) -> None:
    """0.1.0: all that is being written in one table, also what lay among the settings."""
    _run(db, DRAFTS)


@mine_migrations()
def create_access(db: Database) -> None:
    """0.1.0: when the identity provider last said yes, and what has been heard and counted since."""
    _run(db, ACCESS)


@mine_migrations()
def create_content_tokens(db: Database) -> None:
    """0.1.0: the tokens of the CMS's own issuer."""
    _run(db, CONTENT_TOKENS)


def migrate_files(files: StoreFiles, key: bytes) -> None:
    """Create or migrate both files. Raises ``ProblemRaised``."""
    for file, migrate in ((files.cache, migrate_cache), (files.mine, migrate_mine)):
        with opening(files, key):
            connection = dbapi2.connect(file, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None)
            try:
                unlock(connection, key)
                connection.execute("PRAGMA journal_mode = WAL")
                migrate(connection)
            finally:
                connection.close()


def migrate_cache(connection: Any) -> None:
    """Bring ``cache.db``, open on a plain connection as its main file, to the newest schema."""
    _migrate(connection, cache_migrations, CACHE_VERSION)


def migrate_mine(connection: Any) -> None:
    """The same for ``mine.db``."""
    _migrate(connection, mine_migrations, MINE_VERSION)


def _migrate(connection: Any, migrations: Migrations, version: int) -> None:
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if found > version:
        raise ProblemRaised(Problem(ProblemKind.STORE_FROM_THE_FUTURE, service=SERVICE))
    if found == version:
        return
    migrations.apply(Database(connection))
    connection.execute(f"PRAGMA user_version = {version}")


def _run(db: Database, statements: str) -> None:
    """``executescript`` would commit the migration's transaction."""
    for statement in statements.split(";\n"):
        if statement.strip():
            db.execute(statement)
