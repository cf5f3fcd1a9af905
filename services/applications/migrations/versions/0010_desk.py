"""Applications are found by the child's birth date: by officers, and to see whether a child stands here twice."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("create index ix_application_birth_date on application (birth_date)")


def downgrade() -> None:
    op.execute("drop index ix_application_birth_date")
