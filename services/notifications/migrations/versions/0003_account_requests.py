"""Messages about requests for accounts: they belong to no application."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table message alter column application_id drop not null")
    op.execute("alter table message alter column applicant_id drop not null")
    op.execute("alter table message add column request_id uuid")


def downgrade() -> None:
    op.execute("delete from message where request_id is not null")
    op.execute("alter table message drop column request_id")
    op.execute("alter table message alter column applicant_id set not null")
    op.execute("alter table message alter column application_id set not null")
