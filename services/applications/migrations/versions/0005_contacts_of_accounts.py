"""Confirmed contacts of accounts, which a person's applications may take."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import UUID

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("person_id", UUID(as_uuid=True), primary_key=True),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("phone", sa.Text),
        sa.Column("email", sa.Text),
    )


def downgrade() -> None:
    op.drop_table("account")
