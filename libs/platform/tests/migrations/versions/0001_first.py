import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from kezek.platform.migrate import (
    add_leases,
    add_operations,
    add_policies,
    create_platform_tables,
    drop_leases,
    drop_operations,
    drop_platform_tables,
    drop_policies,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_platform_tables(op.get_bind())
    add_operations(op.get_bind())
    add_leases(op.get_bind())
    add_policies(op.get_bind())
    op.create_table(
        "probe",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False, server_default="0"),
    )
    op.create_table(
        "thing",
        sa.Column("id", sa.UUID, primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("state", JSONB, nullable=False),
        sa.Column("colour", sa.Text, nullable=False),
    )
    op.create_table("step", sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True), sa.Column("name", sa.Text))
    # checked at commit only: how a commit is made to fail
    op.execute("alter table step add constraint uq_step_name unique (name) deferrable initially deferred")


def downgrade() -> None:
    op.drop_table("step")
    op.drop_table("thing")
    op.drop_table("probe")
    drop_policies(op.get_bind())
    drop_leases(op.get_bind())
    drop_operations(op.get_bind())
    drop_platform_tables(op.get_bind())
