"""Alembic for every service: one environment, each service brings `migrations/versions` (architecture §services)."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from kezek.platform import tables

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


def upgrade(service: str, migrations: Path, url: str, revision: str = "head", *, ca_file: Path | None = None) -> None:
    """Bring a service's schema to a revision; `url` is that of the role that owns the schema."""
    engine = _engine(url, service, ca_file)
    with engine.begin() as connection:
        command.upgrade(_config(service, migrations, connection), revision)
    engine.dispose()


def downgrade(service: str, migrations: Path, url: str, revision: str = "base", *, ca_file: Path | None = None) -> None:
    """Take a service's schema back to a revision."""
    engine = _engine(url, service, ca_file)
    with engine.begin() as connection:
        command.downgrade(_config(service, migrations, connection), revision)
    engine.dispose()


def create_platform_tables(connection: sa.Connection) -> None:
    """The platform's tables as of their first version; called by each service's first migration."""
    _execute(connection, "platform_v1.sql")


def keep_acts(connection: sa.Connection) -> None:
    """From here on nobody changes or deletes finished acts and receipts; called by each service that has acts."""
    _execute(connection, "acts_are_kept.sql")


def let_acts_go(connection: sa.Connection) -> None:
    """The reverse of `keep_acts`."""
    connection.exec_driver_sql("drop function refuse_to_change_what_was_signed() cascade")


def _execute(connection: sa.Connection, script: str) -> None:
    connection.exec_driver_sql((Path(__file__).parent / "alembic" / script).read_text())


def drop_platform_tables(connection: sa.Connection) -> None:
    """The reverse of `create_platform_tables`."""
    names = ", ".join(table.name for table in tables.metadata.sorted_tables)
    connection.exec_driver_sql(f"drop table {names}")
