"""The order: queues, entries, offers, calls and the ledger."""

from alembic import op

from kezek.platform.migrate import create_platform_tables, drop_platform_tables

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = """
CREATE TABLE candidate (
    application_id UUID NOT NULL,
    version BIGINT NOT NULL,
    waiting BOOLEAN NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_candidate PRIMARY KEY (application_id)
);

CREATE TABLE queue (
    id TEXT NOT NULL,
    district TEXT NOT NULL,
    kind TEXT NOT NULL,
    group_year INTEGER NOT NULL,
    owed INTEGER DEFAULT '0' NOT NULL,
    sequence BIGINT DEFAULT '0' NOT NULL,
    version BIGINT DEFAULT '0' NOT NULL,
    CONSTRAINT pk_queue PRIMARY KEY (id),
    CONSTRAINT ck_queue_owed_not_negative CHECK (owed >= 0)
);

CREATE TABLE call (
    id UUID NOT NULL,
    queue_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    queue_class TEXT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    policy TEXT NOT NULL,
    called_at TIMESTAMP WITH TIME ZONE NOT NULL,
    answered_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_call PRIMARY KEY (id),
    CONSTRAINT ck_call_state_known CHECK (state in ('open', 'begun', 'unmade')),
    CONSTRAINT fk_call_queue_id FOREIGN KEY(queue_id) REFERENCES queue (id)
);

CREATE INDEX ix_call_made ON call (queue_id, queue_class, sequence) WHERE state in ('open', 'begun');

CREATE UNIQUE INDEX uq_call_queue_id_sequence ON call (queue_id, sequence);

CREATE TABLE offer (
    place_id UUID NOT NULL,
    queue_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    language TEXT NOT NULL,
    not_for UUID[] NOT NULL,
    state TEXT NOT NULL,
    offered_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_offer PRIMARY KEY (place_id),
    CONSTRAINT ck_offer_state_known CHECK (state in ('called', 'nobody')),
    CONSTRAINT fk_offer_queue_id FOREIGN KEY(queue_id) REFERENCES queue (id)
);

CREATE TABLE entry (
    application_id UUID NOT NULL,
    queue_id TEXT NOT NULL,
    number TEXT COLLATE "C" NOT NULL,
    child_id UUID NOT NULL,
    applicant_id UUID NOT NULL,
    queue_class TEXT NOT NULL,
    born_on DATE NOT NULL,
    languages TEXT[] NOT NULL,
    submitted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    waiting BOOLEAN NOT NULL,
    open_call_id UUID,
    CONSTRAINT pk_entry PRIMARY KEY (application_id),
    CONSTRAINT ck_entry_queue_class_known CHECK (queue_class in ('extraordinary', 'priority', 'general')),
    CONSTRAINT fk_entry_queue_id FOREIGN KEY(queue_id) REFERENCES queue (id),
    CONSTRAINT fk_entry_open_call_id FOREIGN KEY(open_call_id) REFERENCES call (id)
);

CREATE INDEX ix_entry_open_call_id ON entry (open_call_id) WHERE open_call_id is not null;

CREATE INDEX ix_entry_order ON entry (queue_id, queue_class, submitted_at, number)
    WHERE waiting and open_call_id is null;

CREATE TABLE call_child (
    call_id UUID NOT NULL,
    application_id UUID NOT NULL,
    place_id UUID NOT NULL,
    offer INTEGER NOT NULL,
    CONSTRAINT pk_call_child PRIMARY KEY (call_id, application_id),
    CONSTRAINT fk_call_child_call_id FOREIGN KEY(call_id) REFERENCES call (id),
    CONSTRAINT fk_call_child_application_id FOREIGN KEY(application_id) REFERENCES entry (application_id)
);

CREATE INDEX ix_call_child_application_id ON call_child (application_id);

CREATE INDEX ix_call_child_place_id ON call_child (place_id);

CREATE TABLE ledger (
    queue_id TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    what TEXT NOT NULL,
    application_id UUID NOT NULL,
    reason TEXT NOT NULL,
    owed INTEGER NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT pk_ledger PRIMARY KEY (queue_id, sequence),
    CONSTRAINT fk_ledger_queue_id FOREIGN KEY(queue_id) REFERENCES queue (id),
    CONSTRAINT fk_ledger_application_id FOREIGN KEY(application_id) REFERENCES entry (application_id)
);

CREATE INDEX ix_ledger_application_id ON ledger (application_id);
"""


def upgrade() -> None:
    create_platform_tables(op.get_bind())
    op.get_bind().exec_driver_sql(TABLES)


def downgrade() -> None:
    op.execute("drop table ledger, offer, candidate, call_child, entry, call, queue")
    drop_platform_tables(op.get_bind())
