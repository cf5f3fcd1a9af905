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
        CREATE TABLE answered_call (
            call_id UUID NOT NULL,
            started BOOLEAN NOT NULL,
            reason TEXT NOT NULL,
            CONSTRAINT pk_answered_call PRIMARY KEY (call_id)
        )
    """)
    op.execute("""
        CREATE TABLE candidate (
            application_id UUID NOT NULL,
            child_id UUID NOT NULL,
            applicant_id UUID NOT NULL,
            queue TEXT NOT NULL,
            queue_class TEXT NOT NULL,
            birth_date DATE NOT NULL,
            languages TEXT[] NOT NULL,
            submitted_at TIMESTAMP WITH TIME ZONE NOT NULL,
            serial BIGINT GENERATED ALWAYS AS IDENTITY,
            version BIGINT NOT NULL,
            status TEXT NOT NULL,
            referrals_issued INTEGER NOT NULL,
            misses INTEGER NOT NULL,
            stop_listed_until TIMESTAMP WITH TIME ZONE,
            CONSTRAINT pk_candidate PRIMARY KEY (application_id),
            CONSTRAINT uq_candidate_serial UNIQUE (serial)
        )
    """)
    op.execute("""
        CREATE INDEX ix_candidate_applicant_id ON candidate (applicant_id)
    """)
    op.execute("""
        CREATE TABLE card (
            application_id UUID NOT NULL,
            child_iin TEXT NOT NULL,
            state JSONB NOT NULL,
            CONSTRAINT pk_card PRIMARY KEY (application_id)
        )
    """)
    op.execute("""
        CREATE INDEX ix_card_child_iin ON card (child_iin)
    """)
    op.execute("""
        CREATE TABLE history (
            application_id UUID NOT NULL,
            version BIGINT NOT NULL,
            at TIMESTAMP WITH TIME ZONE NOT NULL,
            event TEXT NOT NULL,
            status TEXT NOT NULL,
            reason TEXT NOT NULL,
            rule TEXT NOT NULL,
            actor_id UUID,
            act_id UUID,
            CONSTRAINT pk_history PRIMARY KEY (application_id, version)
        )
    """)
    op.execute("""
        CREATE TABLE kindergarten (
            id UUID NOT NULL,
            state JSONB NOT NULL,
            CONSTRAINT pk_kindergarten PRIMARY KEY (id)
        )
    """)
    op.execute("""
        CREATE TABLE place (
            id UUID NOT NULL,
            vacancy_id UUID NOT NULL,
            ordinal INTEGER NOT NULL,
            kindergarten_id UUID NOT NULL,
            queue TEXT NOT NULL,
            language TEXT NOT NULL,
            published_at TIMESTAMP WITH TIME ZONE NOT NULL,
            status TEXT NOT NULL,
            offer INTEGER NOT NULL,
            offered_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
            version BIGINT NOT NULL,
            holder UUID,
            CONSTRAINT pk_place PRIMARY KEY (id),
            CONSTRAINT uq_place_vacancy_id_ordinal UNIQUE (vacancy_id, ordinal),
            CONSTRAINT ck_place_holder_while_held_or_taken CHECK ((status in ('held', 'taken')) = (holder is not null))
        )
    """)
    op.execute("""
        CREATE INDEX ix_place_offered_at ON place (offered_at) WHERE status = 'offered'
    """)
    op.execute("""
        CREATE INDEX ix_place_queue_open ON place (queue) WHERE status = 'open'
    """)
    op.execute("""
        CREATE UNIQUE INDEX uq_place_held_holder ON place (holder) WHERE status = 'held'
    """)
    op.execute("""
        CREATE UNIQUE INDEX uq_place_taken_holder ON place (holder) WHERE status = 'taken'
    """)
    op.execute("""
        CREATE TABLE queue (
            key TEXT NOT NULL,
            version BIGINT DEFAULT '0' NOT NULL,
            CONSTRAINT pk_queue PRIMARY KEY (key)
        )
    """)
    op.execute("""
        CREATE TABLE referral (
            id UUID NOT NULL,
            number TEXT NOT NULL,
            application_id UUID NOT NULL,
            child_id UUID NOT NULL,
            place_id UUID NOT NULL,
            kindergarten_id UUID NOT NULL,
            group_year INTEGER NOT NULL,
            language TEXT NOT NULL,
            issued_at TIMESTAMP WITH TIME ZONE NOT NULL,
            last_day DATE NOT NULL,
            ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
            policy TEXT NOT NULL,
            status TEXT NOT NULL,
            CONSTRAINT pk_referral PRIMARY KEY (id),
            CONSTRAINT uq_referral_number UNIQUE (number),
            CONSTRAINT fk_referral_application_id FOREIGN KEY(application_id) REFERENCES candidate (application_id),
            CONSTRAINT fk_referral_place_id FOREIGN KEY(place_id) REFERENCES place (id)
        )
    """)
    op.execute("""
        CREATE INDEX ix_referral_application_id ON referral (application_id)
    """)
    op.execute("""
        CREATE UNIQUE INDEX uq_referral_open_child ON referral (child_id) WHERE status in ('valid', 'accepted')
    """)
    op.execute("""
        CREATE TABLE turn (
            id UUID NOT NULL,
            call_id UUID NOT NULL,
            application_id UUID NOT NULL,
            child_id UUID NOT NULL,
            place_id UUID NOT NULL,
            kindergarten_id UUID NOT NULL,
            language TEXT NOT NULL,
            began_at TIMESTAMP WITH TIME ZONE NOT NULL,
            last_day DATE NOT NULL,
            ends_at TIMESTAMP WITH TIME ZONE NOT NULL,
            policy TEXT NOT NULL,
            ended TEXT,
            CONSTRAINT pk_turn PRIMARY KEY (id),
            CONSTRAINT fk_turn_application_id FOREIGN KEY(application_id) REFERENCES candidate (application_id),
            CONSTRAINT fk_turn_place_id FOREIGN KEY(place_id) REFERENCES place (id)
        )
    """)
    op.execute("""
        CREATE INDEX ix_turn_application_id ON turn (application_id)
    """)
    op.execute("""
        CREATE UNIQUE INDEX uq_turn_open_child ON turn (child_id) WHERE ended is null
    """)


def downgrade() -> None:
    op.execute("drop table turn, referral, queue, place, kindergarten, history, card, candidate, answered_call")
    drop_platform_tables(op.get_bind())
