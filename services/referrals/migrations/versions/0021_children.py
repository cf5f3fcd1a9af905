"""The applications of a child are found: who gave a place back is not called for it by another one (domain §6.6)."""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("create index ix_candidate_child_id on candidate (child_id)")


def downgrade() -> None:
    op.execute("drop index ix_candidate_child_id")
