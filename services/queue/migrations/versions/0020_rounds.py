"""Rounds of distribution: what is kept for the next one, what families wish, and what each round gave (§9.rounds)."""

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

OFFERS = """
ALTER TABLE offer ADD COLUMN kindergarten_id UUID, ADD COLUMN published_at TIMESTAMP WITH TIME ZONE,
    ADD COLUMN vacancy_id UUID, ADD COLUMN ordinal INTEGER;
ALTER TABLE offer DROP CONSTRAINT ck_offer_state_known;
ALTER TABLE offer ADD CONSTRAINT ck_offer_state_known CHECK (state in ('called', 'nobody', 'kept'));
CREATE INDEX ix_offer_kept ON offer (queue_id) WHERE state = 'kept';
"""
TABLES = """
CREATE TABLE kindergarten (
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    state JSONB NOT NULL,
    district TEXT NOT NULL,
    CONSTRAINT pk_kindergarten PRIMARY KEY (id)
);
CREATE TABLE wishes (
    application_id UUID NOT NULL,
    kindergartens UUID[] NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_wishes PRIMARY KEY (application_id),
    CONSTRAINT fk_wishes_application_id_entry FOREIGN KEY (application_id) REFERENCES entry (application_id)
);
CREATE INDEX ix_wishes_kindergartens ON wishes USING gin (kindergartens);
CREATE TABLE round (
    id UUID NOT NULL,
    district TEXT NOT NULL,
    number INTEGER NOT NULL,
    policy TEXT NOT NULL,
    digest TEXT NOT NULL,
    places INTEGER NOT NULL,
    wishing INTEGER NOT NULL,
    given INTEGER NOT NULL,
    held_at TIMESTAMP WITH TIME ZONE NOT NULL,
    signed_by UUID NOT NULL,
    signed_by_name TEXT NOT NULL,
    CONSTRAINT pk_round PRIMARY KEY (id),
    CONSTRAINT uq_round_district_number UNIQUE (district, number)
);
CREATE TABLE round_seat (
    round_id UUID NOT NULL,
    position INTEGER NOT NULL,
    application_id UUID NOT NULL,
    call_id UUID NOT NULL,
    kindergarten_id UUID NOT NULL,
    wish INTEGER NOT NULL,
    CONSTRAINT pk_round_seat PRIMARY KEY (round_id, position),
    CONSTRAINT fk_round_seat_round_id_round FOREIGN KEY (round_id) REFERENCES round (id),
    CONSTRAINT fk_round_seat_application_id_entry FOREIGN KEY (application_id) REFERENCES entry (application_id),
    CONSTRAINT fk_round_seat_call_id_call FOREIGN KEY (call_id) REFERENCES call (id)
);
CREATE INDEX ix_round_seat_application_id ON round_seat (application_id);
"""
BACK = """
DROP TABLE round_seat;
DROP TABLE round;
DROP TABLE wishes;
DROP TABLE kindergarten;
DROP INDEX ix_offer_kept;
UPDATE offer SET state = 'nobody' WHERE state = 'kept';
ALTER TABLE offer DROP CONSTRAINT ck_offer_state_known;
ALTER TABLE offer ADD CONSTRAINT ck_offer_state_known CHECK (state in ('called', 'nobody'));
ALTER TABLE offer DROP COLUMN kindergarten_id, DROP COLUMN published_at, DROP COLUMN vacancy_id, DROP COLUMN ordinal;
"""


def upgrade() -> None:
    for each in (OFFERS, TABLES):
        op.get_bind().exec_driver_sql(each)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(BACK)
