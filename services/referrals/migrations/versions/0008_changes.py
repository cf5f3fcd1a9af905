"""What applications says of a candidate has a version, and a queue it goes over to once it holds nothing."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table candidate add column facts_version bigint not null default 0")
    op.execute("alter table candidate add column next_queue text")


def downgrade() -> None:
    op.execute("alter table candidate drop column facts_version, drop column next_queue")
