"""Writes the present schema as that of a release: ``python -m tests.store.freeze_schema VERSION``, before it is out."""

import sys
from pathlib import Path

from sqlcipher3 import dbapi2

from tests.store.test_migrations import schema_of
from workplace_app.store.migrations import migrate_cache, migrate_mine


def freeze(version: str) -> None:
    """Write both files' schemas into the version's folder."""
    folder = Path(__file__).parent / "schemas" / version
    folder.mkdir(parents=True, exist_ok=True)
    for name, migrate in (("cache", migrate_cache), ("mine", migrate_mine)):
        connection = dbapi2.connect(":memory:", isolation_level=None)
        migrate(connection)
        (folder / f"{name}.sql").write_text(schema_of(connection), "utf-8")
        connection.close()


if __name__ == "__main__":
    freeze(sys.argv[1])
