"""Which network a waiting request for an account was sent from, as a keyed digest.

Empty in requests of before, and of processes of the release before: they count of nobody's network.
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table account_request add column network text")


def downgrade() -> None:
    op.execute("alter table account_request drop column network")
