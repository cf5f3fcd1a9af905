"""Requests for an account of a kindergarten, its web site, and whose application an enrolment came from."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    "alter table enrolment add column applicant_id uuid",
    "alter table kindergarten add column website text",
    """
    create table account_request (
        id uuid constraint pk_account_request primary key,
        serial bigint generated always as identity constraint uq_account_request_serial unique,
        code_sha256 bytea not null,
        district text not null constraint fk_account_request_district references district (code),
        name jsonb not null,
        name_key text not null,
        address jsonb not null,
        phone text not null,
        website text,
        ownership text not null
            constraint ck_account_request_ownership check (ownership in ('state', 'private', 'mini_centre')),
        worker_iin text not null,
        worker_phone text not null,
        worker_email text not null,
        language text not null constraint ck_account_request_language check (language in ('kk', 'ru', 'en')),
        state text not null constraint ck_account_request_state check (state in ('open', 'approved', 'refused')),
        submitted_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid,
        kindergarten_id uuid constraint fk_account_request_kindergarten_id references kindergarten (id),
        reason text,
        remark text not null default '',
        constraint ck_account_request_decision check (
            (state = 'open') = (decided_at is null)
            and (state = 'open') = (decided_by is null)
            and (state = 'approved') = (kindergarten_id is not null)
            and (state = 'refused') = (reason is not null)
        )
    )
    """,
    "create index ix_account_request_worker_iin on account_request (worker_iin)",
    "create index ix_account_request_district_name_key on account_request (district, name_key)",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("drop table account_request")
    op.execute("alter table kindergarten drop column website")
    op.execute("alter table enrolment drop column applicant_id")
