"""Entries say which version of their application they are of, and which are twins."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table entry add column version bigint not null default 0")
    op.execute("alter table entry add column twins uuid")
    op.execute("alter table entry add column separate_places boolean not null default false")


def downgrade() -> None:
    op.execute("alter table entry drop column version, drop column twins, drop column separate_places")
