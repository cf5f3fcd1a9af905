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
        CREATE TABLE district (
            code TEXT NOT NULL,
            name JSONB NOT NULL,
            version BIGINT NOT NULL,
            CONSTRAINT pk_district PRIMARY KEY (code)
        )
    """)
    op.execute("""
        CREATE TABLE enrolment (
            referral_id UUID NOT NULL,
            application_id UUID NOT NULL,
            kindergarten_id UUID NOT NULL,
            referral_number TEXT NOT NULL,
            group_year INTEGER NOT NULL,
            language TEXT NOT NULL,
            accepted_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_enrolment PRIMARY KEY (referral_id)
        )
    """)
    op.execute("""
        CREATE INDEX ix_enrolment_kindergarten_id_group_year ON enrolment (kindergarten_id, group_year)
    """)
    op.execute("""
        CREATE TABLE place (
            id UUID NOT NULL,
            vacancy_id UUID NOT NULL,
            status TEXT NOT NULL,
            was_open BOOLEAN NOT NULL,
            version BIGINT NOT NULL,
            CONSTRAINT pk_place PRIMARY KEY (id)
        )
    """)
    op.execute("""
        CREATE INDEX ix_place_vacancy_id ON place (vacancy_id)
    """)
    op.execute("""
        CREATE TABLE kindergarten (
            id UUID NOT NULL,
            district TEXT NOT NULL,
            name JSONB NOT NULL,
            address JSONB NOT NULL,
            phone TEXT NOT NULL,
            ownership TEXT NOT NULL,
            closed BOOLEAN NOT NULL,
            version BIGINT NOT NULL,
            vacancies BIGINT NOT NULL,
            created_at TIMESTAMP WITH TIME ZONE NOT NULL,
            created_by UUID NOT NULL,
            CONSTRAINT pk_kindergarten PRIMARY KEY (id),
            CONSTRAINT uq_kindergarten_district_name_address UNIQUE (district, name, address),
            CONSTRAINT ck_kindergarten_ownership CHECK (ownership in ('state', 'private', 'mini_centre')),
            CONSTRAINT fk_kindergarten_district FOREIGN KEY(district) REFERENCES district (code)
        )
    """)
    op.execute("""
        CREATE TABLE vacancy (
            id UUID NOT NULL,
            kindergarten_id UUID NOT NULL,
            act_id UUID NOT NULL,
            kind TEXT NOT NULL,
            group_year INTEGER NOT NULL,
            language TEXT NOT NULL,
            places INTEGER NOT NULL,
            confirmed_at TIMESTAMP WITH TIME ZONE NOT NULL,
            confirmed_by UUID NOT NULL,
            CONSTRAINT pk_vacancy PRIMARY KEY (id),
            CONSTRAINT uq_vacancy_act_id UNIQUE (act_id),
            CONSTRAINT ck_vacancy_places CHECK (places > 0),
            CONSTRAINT fk_vacancy_kindergarten_id FOREIGN KEY(kindergarten_id) REFERENCES kindergarten (id)
        )
    """)
    op.execute("""
        CREATE INDEX ix_vacancy_kindergarten_id_id ON vacancy (kindergarten_id, id)
    """)
    op.execute("""
        CREATE TABLE worker (
            iin TEXT NOT NULL,
            kindergarten_id UUID NOT NULL,
            active BOOLEAN NOT NULL,
            version BIGINT NOT NULL,
            CONSTRAINT pk_worker PRIMARY KEY (iin, kindergarten_id),
            CONSTRAINT fk_worker_kindergarten_id FOREIGN KEY(kindergarten_id) REFERENCES kindergarten (id)
        )
    """)


def downgrade() -> None:
    op.execute("drop table worker, vacancy, kindergarten, place, enrolment, district, card")
    drop_platform_tables(op.get_bind())
