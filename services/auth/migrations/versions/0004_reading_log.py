"""Who read whose data, and refusals counted; what is written to the logs stays, by the database's own rights."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    create table reading (
        id uuid constraint pk_reading primary key,
        reading_id uuid not null,
        read_at timestamptz not null,
        service text not null,
        reader_id uuid not null,
        role text not null,
        kindergarten_id uuid,
        district text,
        what text not null,
        why text not null,
        act_id uuid,
        person_id uuid,
        application_id uuid,
        object_id uuid
    )
    """,
    "create index ix_reading_person_id_id on reading (person_id, id)",
    "create index ix_reading_reader_id_id on reading (reader_id, id)",
    "create index ix_reading_read_at on reading (read_at)",
    """
    create table organisation (
        key text constraint pk_organisation primary key,
        name jsonb not null
    )
    """,
    """
    create table refusal_tally (
        minute timestamptz,
        kind text,
        code text,
        source text,
        count bigint not null,
        constraint pk_refusal_tally primary key (minute, kind, code, source)
    )
    """,
    # the role that the service runs with; what it may do with new tables comes from default privileges
    "revoke update, delete, truncate on reading, security_event from auth",
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("grant update, delete on security_event to auth")
    op.execute("drop table refusal_tally, organisation, reading")
