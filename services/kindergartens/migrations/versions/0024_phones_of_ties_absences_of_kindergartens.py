"""A tie keeps the phone with which it began; each kindergarten says for itself why a child does not come."""

from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table entrustment add column phone text")
    op.execute("update entrustment set phone = escort.phone from escort where escort.id = entrustment.escort_id")
    op.execute(
        "alter table absence drop constraint absence_pkey, "
        "add constraint absence_pkey primary key (application_id, day, kindergarten_id)"
    )


def downgrade() -> None:
    op.execute(
        "delete from absence using absence as later where absence.application_id = later.application_id "
        "and absence.day = later.day and absence.kindergarten_id <> later.kindergarten_id "
        "and (absence.set_at, absence.kindergarten_id) < (later.set_at, later.kindergarten_id)"
    )
    op.execute(
        "alter table absence drop constraint absence_pkey, "
        "add constraint absence_pkey primary key (application_id, day)"
    )
    op.execute("alter table entrustment drop column phone")
