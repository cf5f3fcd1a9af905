"""Codes by which somebody fetches a child on one day, and the wrong ones that were tried."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import UUID

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pickup",
        sa.Column("id", UUID(as_uuid=True), primary_key=True),
        sa.Column("application_id", UUID(as_uuid=True), nullable=False),
        sa.Column("applicant_id", UUID(as_uuid=True), nullable=False),
        sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("code_digest", sa.Text, nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        sa.Column("used_by", UUID(as_uuid=True)),
        sa.Column("used_by_name", sa.Text),
        sa.Column("mark_id", UUID(as_uuid=True)),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("kindergarten_id", "code_digest", name="uq_pickup_kindergarten_id_code_digest"),
        sa.CheckConstraint(
            "(used_at is null) = (used_by is null) and (used_at is null) = (mark_id is null)", name="ck_pickup_used"
        ),
        sa.CheckConstraint("used_at is null or withdrawn_at is null", name="ck_pickup_over"),
    )
    op.execute(
        "create unique index uq_pickup_application_id_day_open on pickup (application_id, day) "
        "where used_at is null and withdrawn_at is null"
    )
    op.execute("create index ix_pickup_applicant_id_day on pickup (applicant_id, day)")
    op.create_table(
        "pickup_miss",
        sa.Column("id", UUID(as_uuid=True), primary_key=True),
        sa.Column("kindergarten_id", UUID(as_uuid=True), sa.ForeignKey("kindergarten.id"), nullable=False),
        sa.Column("person_id", UUID(as_uuid=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.execute("create index ix_pickup_miss_at on pickup_miss (at)")
    op.add_column("attendance_mark", sa.Column("pickup_id", UUID(as_uuid=True)))


def downgrade() -> None:
    op.drop_column("attendance_mark", "pickup_id")
    for table in ("pickup_miss", "pickup"):
        op.drop_table(table)
