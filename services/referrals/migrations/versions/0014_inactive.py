"""Until when an inactive application is restorable, and whether it was restored (domain §9.profiles)."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table candidate add column inactive_until timestamptz")
    op.execute("alter table candidate add column restored boolean not null default false")


def downgrade() -> None:
    op.execute("alter table candidate drop column restored")
    op.execute("alter table candidate drop column inactive_until")
