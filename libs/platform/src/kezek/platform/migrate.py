"""Alembic for every service: one environment, each service brings `migrations/versions` (architecture §services).

`python -m kezek.platform.migrate [folder] [--downgrade REVISION]` migrates the service that KEZEK_SERVICE names, as the
owner of its schema (KEZEK_MIGRATION_DATABASE_URL), over TLS that KEZEK_DATABASE_CA_FILE verifies.
"""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.util import CommandError
from pydantic import ValidationError

from kezek.platform import tables
from kezek.platform.settings import MigrationSettings
from kezek.platform.telemetry import scrub

LOCK_TIMEOUT = "4s"
STATEMENT_TIMEOUT = "60s"


def _config(service: str, migrations: Path, connection: sa.Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "alembic"))
    config.set_main_option("version_locations", str(migrations / "versions"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    config.attributes["service"] = service
    return config


def _engine(url: str, service: str, ca_file: Path | None) -> sa.Engine:
    options = f"-c search_path={service} -c lock_timeout={LOCK_TIMEOUT} -c statement_timeout={STATEMENT_TIMEOUT}"
    tls = {"sslmode": "verify-full", "sslrootcert": str(ca_file)} if ca_file else {}
    return sa.create_engine(url.replace("+asyncpg", "+psycopg"), connect_args={"options": options, **tls})


class Moved(NamedTuple):
    """The revisions of a schema before and after; None where it has none."""

    before: str | None
    after: str | None

    def __str__(self) -> str:
        if self.before == self.after:
            return f"at {self.after or 'nothing'} already"
        return f"{self.before or 'nothing'} → {self.after or 'nothing'}"


def upgrade(service: str, migrations: Path, url: str, revision: str = "head", *, ca_file: Path | None = None) -> Moved:
    """Bring a service's schema to a revision, wholly or not at all; `url` is that of the role that owns the schema."""
    return _move(command.upgrade, service, migrations, url, revision, ca_file)


def downgrade(
    service: str, migrations: Path, url: str, revision: str = "base", *, ca_file: Path | None = None
) -> Moved:
    """Take a service's schema back to a revision, wholly or not at all."""
    return _move(command.downgrade, service, migrations, url, revision, ca_file)


def _move(
    way: Callable[[Config, str], None], service: str, migrations: Path, url: str, revision: str, ca_file: Path | None
) -> Moved:
    engine = _engine(url, service, ca_file)
    try:
        with engine.begin() as connection:
            before = _revision(connection, service)
            way(_config(service, migrations, connection), revision)
            return Moved(before, _revision(connection, service))
    finally:
        engine.dispose()


def _revision(connection: sa.Connection, service: str) -> str | None:
    return MigrationContext.configure(connection, opts={"version_table_schema": service}).get_current_revision()


def create_platform_tables(connection: sa.Connection) -> None:
    """The platform's tables as of their first version; called by each service's first migration."""
    _execute(connection, "platform_v1.sql")


def keep_acts(connection: sa.Connection) -> None:
    """From here on nobody changes or deletes finished acts and receipts; called by each service that has acts."""
    _execute(connection, "acts_are_kept.sql")


def let_acts_go(connection: sa.Connection) -> None:
    """The reverse of `keep_acts`."""
    connection.exec_driver_sql("drop function refuse_to_change_what_was_signed() cascade")


def add_operations(connection: sa.Connection) -> None:
    """What administrators see and do of a service's machinery: who asked for a replay, and that its workers live."""
    _execute(connection, "operations.sql")


def drop_operations(connection: sa.Connection) -> None:
    """The reverse of `add_operations`."""
    connection.exec_driver_sql("drop table pulse")
    columns = ", ".join(f"drop column {name}" for name in ("kind", "tried_at", "asked_at", "asked_by"))
    connection.exec_driver_sql(f"alter table parked {columns}")


def add_leases(connection: sa.Connection) -> None:
    """Replays by lease with what came of them, and since when the outbox and the topics wait."""
    _execute(connection, "leases.sql")


def drop_leases(connection: sa.Connection) -> None:
    """The reverse of `add_leases`; the indexes go by themselves or with their columns."""
    connection.exec_driver_sql("drop index ix_parked_open")
    connection.exec_driver_sql("alter table parked drop column leased_until, drop column gone_at")
    connection.exec_driver_sql("alter table outbox drop column written_at")
    connection.exec_driver_sql("alter table pulse drop column lag_since")


def add_policies(connection: sa.Connection) -> None:
    """Copies of policies and of the working calendar; called by each service that judges by them."""
    _execute(connection, "policy_copies.sql")


def drop_policies(connection: sa.Connection) -> None:
    """The reverse of `add_policies`."""
    connection.exec_driver_sql("drop table policy_copy, calendar_copy")


def _execute(connection: sa.Connection, script: str) -> None:
    connection.exec_driver_sql((Path(__file__).parent / "alembic" / script).read_text())


def drop_platform_tables(connection: sa.Connection) -> None:
    """The reverse of `create_platform_tables`."""
    names = ", ".join(table.name for table in tables.metadata.sorted_tables if table is not tables.pulse)
    connection.exec_driver_sql(f"drop table {names}")


def main() -> None:
    """Migrate as asked; one line says what was done, or why nothing was, with code 1."""
    parser = argparse.ArgumentParser(prog="python -m kezek.platform.migrate", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("migrations"), help="where `versions` is")
    parser.add_argument("--downgrade", metavar="REVISION", help="back to this revision; base: to an empty schema")
    wanted = parser.parse_args()
    if not any(wanted.folder.glob("versions/*.py")):
        raise SystemExit(f"not migrated: no migrations in {wanted.folder}")
    way = partial(downgrade, revision=wanted.downgrade) if wanted.downgrade else upgrade
    try:
        settings = MigrationSettings()
        moved = way(settings.service, wanted.folder, settings.migration_database_url, ca_file=settings.database_ca_file)
    except (ValidationError, CommandError, sa.exc.SQLAlchemyError) as error:
        raise SystemExit(f"not migrated: {_told(error)}") from None
    sys.stdout.write(f"{settings.service}: {moved}\n")


def _told(error: Exception) -> str:
    """The error without statements, values and what settings hold."""
    if isinstance(error, ValidationError):
        told = error.errors(include_url=False, include_context=False, include_input=False)
        return "; ".join(": ".join([*(f"KEZEK_{name}".upper() for name in each["loc"]), each["msg"]]) for each in told)
    return scrub(str(getattr(error, "orig", None) or error).strip())


if __name__ == "__main__":
    main()
