"""Who grows too old is removed (domain §4.ends): all candidates are planned by a job, in batches."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table candidate add column ageing_told date")
    op.execute(
        "insert into job (kind, key, payload, traceparent) "
        """values ('plan_ageing', 'all', '{"district": null, "after": null}', '')"""
    )


def downgrade() -> None:
    op.execute("delete from job where kind = 'plan_ageing'")
    # reminders came without a table of their own; the release before knows neither
    op.execute("delete from deadline where kind in ('ageing', 'ageing-told', 'reminder')")
    op.execute("alter table candidate drop column ageing_told")
