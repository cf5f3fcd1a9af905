"""An admission application for which nothing was handed in is archived, too."""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table admission alter column submitted_at drop not null")


def downgrade() -> None:
    op.execute("delete from admission where submitted_at is null")
    op.execute("alter table admission alter column submitted_at set not null")
