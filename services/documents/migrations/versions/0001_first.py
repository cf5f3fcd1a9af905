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
            version BIGINT NOT NULL,
            state JSONB NOT NULL,
            CONSTRAINT pk_card PRIMARY KEY (application_id)
        )
    """)
    op.execute("""
        CREATE TABLE kindergarten (
            id UUID NOT NULL,
            version BIGINT NOT NULL,
            state JSONB NOT NULL,
            CONSTRAINT pk_kindergarten PRIMARY KEY (id)
        )
    """)
    op.execute("""
        CREATE TABLE referral (
            id UUID NOT NULL,
            application_id UUID NOT NULL,
            applicant_id UUID NOT NULL,
            kindergarten_id UUID NOT NULL,
            number TEXT NOT NULL,
            group_year INTEGER NOT NULL,
            language TEXT NOT NULL,
            issued_at TIMESTAMP WITH TIME ZONE NOT NULL,
            expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
            last_day DATE NOT NULL,
            status TEXT NOT NULL,
            version BIGINT NOT NULL,
            check_code TEXT NOT NULL,
            CONSTRAINT pk_referral PRIMARY KEY (id),
            CONSTRAINT uq_referral_check_code UNIQUE (check_code)
        )
    """)
    op.execute("""
        CREATE INDEX ix_referral_application_id ON referral (application_id)
    """)
    op.execute("""
        CREATE INDEX ix_referral_kindergarten_id ON referral (kindergarten_id)
    """)
    op.execute("""
        CREATE TABLE document (
            id UUID NOT NULL,
            kind TEXT NOT NULL,
            application_id UUID NOT NULL,
            referral_id UUID NOT NULL,
            sha256 TEXT NOT NULL,
            size INTEGER NOT NULL,
            made_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_document PRIMARY KEY (id),
            CONSTRAINT uq_document_kind_referral_id UNIQUE (kind, referral_id),
            CONSTRAINT fk_document_referral_id FOREIGN KEY(referral_id) REFERENCES referral (id)
        )
    """)
    op.execute("""
        CREATE INDEX ix_document_application_id ON document (application_id)
    """)


def downgrade() -> None:
    op.execute("drop table document, referral, kindergarten, card")
    drop_platform_tables(op.get_bind())
