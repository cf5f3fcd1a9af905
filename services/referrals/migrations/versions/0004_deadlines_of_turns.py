"""Places keep for whom they are not, turns what the child was called with; deadlines go by turn or referral.

Until now a deadline's key was the application, so that what fired could not tell whose end it was. A deadline that a
process of the release before writes after the change still has such a key: it ends what runs of its kind until that
instant. Only the worker of before is to be stopped first: it cannot read the new keys.
"""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

OWNERS = (
    ("turn", "select id, application_id from turn where ended is null"),
    ("referral", "select id, application_id from referral where status = 'valid'"),
    (
        "stop-list",
        "select distinct on (application_id) id, application_id from referral order by application_id, issued_at desc",
    ),
)
REKEYED = """
    update deadline set key = owner.{new}::text from ({owners}) owner
    where kind = '{kind}' and key = owner.{old}::text
"""


def upgrade() -> None:
    op.execute("alter table place add column not_for uuid[] not null default '{}'")
    op.execute("alter table turn add column queue_class text, add column birth_date date, add column languages text[]")
    op.execute("""
        update turn set queue_class = c.queue_class, birth_date = c.birth_date, languages = c.languages
        from candidate c where c.application_id = turn.application_id
    """)
    for kind, owners in OWNERS:
        op.execute(REKEYED.format(kind=kind, owners=owners, old="application_id", new="id"))


def downgrade() -> None:
    for kind, owners in OWNERS:
        op.execute(REKEYED.format(kind=kind, owners=owners, old="id", new="application_id"))
    op.execute("alter table turn drop column queue_class, drop column birth_date, drop column languages")
    op.execute("alter table place drop column not_for")
