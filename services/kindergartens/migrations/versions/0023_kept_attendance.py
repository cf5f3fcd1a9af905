"""Marks and absences are forgotten by their day."""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("create index ix_attendance_mark_day on attendance_mark using brin (day)")
    op.execute("create index ix_absence_day on absence using brin (day)")


def downgrade() -> None:
    op.execute("drop index ix_absence_day, ix_attendance_mark_day")
