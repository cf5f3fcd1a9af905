"""An officer is one of one district (domain §1); who has several keeps the one given last."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    update staff_grant set ended_at = now()
    where role = 'officer' and ended_at is null and id not in (
        select distinct on (iin) id from staff_grant
        where role = 'officer' and ended_at is null order by iin, granted_at desc, id desc
    )
    """,
    "create unique index uq_staff_grant_officer on staff_grant (iin) where role = 'officer' and ended_at is null",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("drop index uq_staff_grant_officer")
