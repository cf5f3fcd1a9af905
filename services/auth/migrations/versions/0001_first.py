"""Accounts, sessions, grants and what happened to them."""

from alembic import op

from kezek.platform.migrate import create_platform_tables, drop_platform_tables

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    create table account (
        id uuid constraint pk_account primary key,
        iin text not null constraint uq_account_iin unique,
        name text not null,
        language text not null constraint ck_account_language check (language in ('kk', 'ru', 'en')),
        created_at timestamptz not null
    )
    """,
    """
    create table session (
        id uuid constraint pk_session primary key,
        secret_sha256 bytea not null constraint uq_session_secret_sha256 unique,
        person_id uuid not null constraint fk_session_person_id references account (id),
        method text not null constraint ck_session_method check (method in ('eds', 'code', 'password')),
        began_at timestamptz not null,
        used_at timestamptz not null,
        ended_at timestamptz
    )
    """,
    "create index ix_session_person_id on session (person_id)",
    """
    create table staff_grant (
        id uuid constraint pk_staff_grant primary key,
        iin text not null,
        role text not null constraint ck_staff_grant_role check (role in ('worker', 'officer', 'administrator')),
        kindergarten_id uuid,
        district text,
        granted_at timestamptz not null,
        granted_by uuid,
        ended_at timestamptz,
        ended_by uuid,
        constraint ck_staff_grant_object check (
            (role = 'worker') = (kindergarten_id is not null) and (role = 'officer') = (district is not null)
        )
    )
    """,
    """
    create unique index uq_staff_grant_open on staff_grant (iin, role, kindergarten_id, district)
        nulls not distinct where ended_at is null
    """,
    """
    create table security_event (
        id uuid constraint pk_security_event primary key,
        happened_at timestamptz not null,
        kind text not null,
        person_id uuid,
        code text,
        details jsonb not null
    )
    """,
    "create index ix_security_event_person_id on security_event (person_id)",
    """
    create function refuse_change() returns trigger language plpgsql as $$
    begin
        raise exception 'security_event is append-only';
    end $$
    """,
    """
    create trigger append_only before update or delete on security_event
        for each row execute function refuse_change()
    """,
)


def upgrade() -> None:
    create_platform_tables(op.get_bind())
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("drop table security_event, staff_grant, session, account")
    op.execute("drop function refuse_change()")
    drop_platform_tables(op.get_bind())
