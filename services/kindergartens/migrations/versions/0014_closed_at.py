"""Since when a kindergarten is closed stands with it: what was signed before is finished first."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table kindergarten add column closed_at timestamptz")
    op.execute("update kindergarten k set closed_at = c.at from closing c where c.kindergarten_id = k.id")


def downgrade() -> None:
    op.execute("alter table kindergarten drop column closed_at")
