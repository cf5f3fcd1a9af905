"""Messages in the cabinet with their first reading, whose the applications are, and each try to send.

What was told before has no words but those of its letter. It is unread: nobody knows whether it was read.
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        create table application (
            id uuid constraint pk_application primary key,
            applicant_id uuid not null,
            district text not null
        )
    """)
    op.execute("""
        create table notice (
            id uuid constraint pk_notice primary key,
            application_id uuid not null,
            applicant_id uuid,
            about text not null,
            kind text not null,
            number text not null,
            said jsonb not null,
            occurred_at timestamp with time zone not null,
            created_at timestamp with time zone not null,
            read_at timestamp with time zone,
            constraint uq_notice_application_id_about unique (application_id, about)
        )
    """)
    op.execute("""
        insert into notice (id, application_id, applicant_id, about, kind, number, said, occurred_at, created_at)
        select distinct on (message.application_id, message.about)
            message.id, message.application_id, message.applicant_id, message.about, message.kind, card.number,
            jsonb_build_object(message.language, jsonb_build_object('subject', message.subject, 'text', message.text)),
            message.occurred_at, message.created_at
        from message join card on card.application_id = message.application_id
        where message.channel = 'email' and message.text <> ''
        order by message.application_id, message.about, message.id
    """)
    op.execute("create index ix_notice_applicant_id_id on notice (applicant_id, id)")
    op.execute("create index ix_notice_unread on notice (applicant_id, id) where read_at is null")
    op.execute("alter table message add column attempts integer not null default 0")
    op.execute("""
        create table failed_try (
            message_id uuid not null,
            attempt integer not null,
            at timestamp with time zone not null,
            cause text not null,
            constraint pk_failed_try primary key (message_id, attempt)
        )
    """)


def downgrade() -> None:
    op.execute("drop table failed_try, notice, application")
    op.execute("alter table message drop column attempts")
