"""A row of the roster is a stay in one group, which ends: its own id, whose, of which kind, how and when ended."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

COLUMNS = (
    ("child_id", "uuid"),
    ("kind", "text not null default 'general'"),
    ("begun_by", "text not null default 'accepted'"),
    ("moved_at", "timestamp with time zone"),
    ("ended_by", "text"),
    ("ended_on", "date"),
    ("ended_at", "timestamp with time zone"),
    ("end_reason", "text"),
    ("end_remark", "text not null default ''"),
    ("end_act_id", "uuid"),
    ("version", "bigint not null default 0"),
)


def upgrade() -> None:
    op.execute("alter table enrolment add column id uuid not null default gen_random_uuid()")
    for name, of in COLUMNS:
        op.execute(f"alter table enrolment add column {name} {of}")
    op.execute(
        "create unique index uq_enrolment_referral_id_accepted on enrolment (referral_id) where begun_by = 'accepted'"
    )
    op.execute("alter table enrolment drop constraint pk_enrolment, add constraint pk_enrolment primary key (id)")
    op.execute(
        "create unique index uq_enrolment_application_id_present on enrolment (application_id) where ended_on is null"
    )
    op.execute(
        "alter table enrolment add constraint ck_enrolment_ended "
        "check ((ended_on is null) = (ended_by is null) and (ended_on is null) = (ended_at is null))"
    )
    op.execute("create index ix_enrolment_child_id on enrolment (child_id)")
    op.execute("create index ix_enrolment_application_id on enrolment (application_id)")


def downgrade() -> None:
    op.execute(
        "drop index ix_enrolment_application_id, ix_enrolment_child_id, uq_enrolment_application_id_present, "
        "uq_enrolment_referral_id_accepted"
    )
    op.execute("delete from enrolment where ended_on is not null")
    op.execute(
        "alter table enrolment drop constraint ck_enrolment_ended, drop constraint pk_enrolment, "
        "add constraint pk_enrolment primary key (referral_id)"
    )
    for name, _ in (("id", ""), *COLUMNS):
        op.execute(f"alter table enrolment drop column {name}")
