"""Escorts sign in by a code at the phone that the parent gave."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import UUID

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_METHODS = "method in ('eds', 'code', 'password'{})"


def upgrade() -> None:
    op.create_table(
        "entrustment",
        sa.Column("id", UUID(as_uuid=True), primary_key=True),
        sa.Column("iin", sa.Text, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
        sa.Column("signed_in_at", sa.DateTime(timezone=True)),
    )
    op.execute("create index ix_entrustment_iin on entrustment (iin)")
    op.add_column("session", sa.Column("phone", sa.Text))
    op.drop_constraint("ck_session_method", "session")
    op.create_check_constraint("ck_session_method", "session", _METHODS.format(", 'escort'"))
    op.create_check_constraint("ck_session_phone", "session", "(method = 'escort') = (phone is not null)")


def downgrade() -> None:
    # without the phone such a session would be the person's own
    op.execute("delete from session where phone is not null")
    op.drop_constraint("ck_session_phone", "session")
    op.drop_column("session", "phone")
    op.drop_constraint("ck_session_method", "session")
    op.create_check_constraint("ck_session_method", "session", _METHODS.format(""))
    op.drop_table("entrustment")
