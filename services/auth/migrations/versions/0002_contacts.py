"""Contacts, what a session shows of its browser, the chosen workplace, the devices a person has signed in from."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    alter table account
        add column email text,
        add column phone text,
        add column message_language text,
        add column version bigint not null default 0
    """,
    """
    alter table session
        add column device text not null default '',
        add column address text not null default '',
        add column workplace_id uuid
    """,
    """
    create table known_device (
        person_id uuid constraint fk_known_device_person_id references account (id),
        secret_sha256 bytea,
        used_at timestamptz not null,
        constraint pk_known_device primary key (person_id, secret_sha256)
    )
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    op.execute("drop table known_device")
    op.execute("alter table session drop column device, drop column address, drop column workplace_id")
    op.execute(
        "alter table account drop column email, drop column phone, drop column message_language, drop column version"
    )
