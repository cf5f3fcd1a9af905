"""Whose the applications are of which something was told before that was kept: their evidence is found, too.

Nothing told the district then; the number does (domain §3.number), and the region's digits are those of any district
that is known by now. Where none is, the evidence comes with the application's next step.
"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        with known (district) as (
            select district from application union select district from policy_copy where district is not null
        ),
        region (digits) as (
            select min(left(district, 2)) from known having count(distinct left(district, 2)) = 1
        )
        insert into application (id, applicant_id, district)
        select distinct on (message.application_id)
            message.application_id, message.applicant_id, region.digits || split_part(card.number, '.', 1)
        from message
        join card on card.application_id = message.application_id
        cross join region
        where message.applicant_id is not null
            and not exists (select from application where application.id = message.application_id)
        order by message.application_id, message.id
        on conflict do nothing
    """)


def downgrade() -> None:
    """What was found out stays: the release before finds its evidence by it."""
