"""Runs migrations on the connection that `kezek.platform.migrate` hands over."""

from alembic import context

config = context.config
context.configure(
    connection=config.attributes["connection"],
    version_table="alembic_version",
    version_table_schema=config.attributes["service"],
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
