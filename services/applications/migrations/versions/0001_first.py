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
        CREATE TABLE district (
            code TEXT NOT NULL,
            name JSONB NOT NULL,
            CONSTRAINT pk_district PRIMARY KEY (code)
        )
    """)
    op.execute("""
        CREATE TABLE register_copy (
            iin TEXT NOT NULL,
            state JSONB NOT NULL,
            asked_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_register_copy PRIMARY KEY (iin)
        )
    """)
    op.execute("""
        CREATE TABLE child (
            id UUID NOT NULL,
            iin TEXT NOT NULL,
            CONSTRAINT pk_child PRIMARY KEY (id),
            CONSTRAINT uq_child_iin UNIQUE (iin)
        )
    """)
    op.execute("""
        CREATE TABLE serial (
            district TEXT NOT NULL,
            year INTEGER NOT NULL,
            last INTEGER NOT NULL,
            CONSTRAINT pk_serial PRIMARY KEY (district, year)
        )
    """)
    op.execute("""
        CREATE TABLE application (
            id UUID NOT NULL,
            number TEXT NOT NULL,
            child_id UUID NOT NULL,
            applicant_id UUID NOT NULL,
            district TEXT NOT NULL,
            kind TEXT NOT NULL,
            group_year INTEGER NOT NULL,
            queue_class TEXT NOT NULL,
            birth_date DATE NOT NULL,
            languages TEXT[] NOT NULL,
            submitted_at TIMESTAMP WITH TIME ZONE NOT NULL,
            act_id UUID NOT NULL,
            policy TEXT NOT NULL,
            version BIGINT NOT NULL,
            live BOOLEAN NOT NULL,
            status TEXT NOT NULL,
            status_at TIMESTAMP WITH TIME ZONE NOT NULL,
            candidate JSONB,
            candidate_version BIGINT NOT NULL,
            CONSTRAINT pk_application PRIMARY KEY (id),
            CONSTRAINT uq_application_number UNIQUE (number),
            CONSTRAINT fk_application_child_id FOREIGN KEY (child_id) REFERENCES child (id)
        )
    """)
    op.execute("CREATE INDEX ix_application_applicant_id ON application (applicant_id)")
    op.execute("CREATE UNIQUE INDEX uq_application_child_id_live ON application (child_id) WHERE live")
    op.execute("""
        CREATE TABLE card (
            application_id UUID NOT NULL,
            version BIGINT NOT NULL,
            state JSONB NOT NULL,
            CONSTRAINT pk_card PRIMARY KEY (application_id),
            CONSTRAINT fk_card_application_id FOREIGN KEY (application_id) REFERENCES application (id)
        )
    """)
    op.execute("""
        CREATE TABLE history_line (
            application_id UUID NOT NULL,
            fact TEXT NOT NULL,
            at TIMESTAMP WITH TIME ZONE NOT NULL,
            version BIGINT NOT NULL,
            code TEXT NOT NULL,
            reason TEXT NOT NULL,
            rule TEXT NOT NULL,
            actor TEXT NOT NULL,
            params JSONB NOT NULL,
            CONSTRAINT pk_history_line PRIMARY KEY (application_id, fact)
        )
    """)
    op.execute("""
        CREATE TABLE document (
            id UUID NOT NULL,
            application_id UUID NOT NULL,
            kind TEXT NOT NULL,
            about UUID NOT NULL,
            made_at TIMESTAMP WITH TIME ZONE NOT NULL,
            size BIGINT NOT NULL,
            CONSTRAINT pk_document PRIMARY KEY (id)
        )
    """)
    op.execute("CREATE INDEX ix_document_application_id ON document (application_id)")


def downgrade() -> None:
    op.execute("DROP TABLE document, history_line, card, application, serial, child, register_copy, district")
    drop_platform_tables(op.get_bind())
