"""The first tables."""

from alembic import op

from kezek.platform.migrate import create_platform_tables, drop_platform_tables

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_platform_tables(op.get_bind())
    op.execute("""
        CREATE TABLE card (
            application_id UUID NOT NULL,
            number TEXT NOT NULL,
            phone TEXT NOT NULL,
            email TEXT NOT NULL,
            language TEXT NOT NULL,
            CONSTRAINT pk_card PRIMARY KEY (application_id)
        )
    """)
    op.execute("""
        CREATE TABLE kindergarten (
            id UUID NOT NULL,
            name JSONB NOT NULL,
            CONSTRAINT pk_kindergarten PRIMARY KEY (id)
        )
    """)
    op.execute("""
        CREATE TABLE message (
            id UUID NOT NULL,
            application_id UUID NOT NULL,
            applicant_id UUID NOT NULL,
            about TEXT NOT NULL,
            kind TEXT NOT NULL,
            channel TEXT NOT NULL,
            language TEXT NOT NULL,
            recipient TEXT NOT NULL,
            subject TEXT NOT NULL,
            text TEXT NOT NULL,
            state TEXT NOT NULL,
            occurred_at TIMESTAMP WITH TIME ZONE NOT NULL,
            created_at TIMESTAMP WITH TIME ZONE NOT NULL,
            finished_at TIMESTAMP WITH TIME ZONE,
            evidence TEXT,
            cause TEXT,
            CONSTRAINT pk_message PRIMARY KEY (id),
            CONSTRAINT uq_message_application_id_about_channel UNIQUE (application_id, about, channel),
            CONSTRAINT ck_message_state CHECK (state IN ('pending', 'sending', 'sent', 'failed'))
        )
    """)


def downgrade() -> None:
    op.execute("DROP TABLE message, kindergarten, card")
    drop_platform_tables(op.get_bind())
