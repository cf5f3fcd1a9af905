-- The platform's tables as of their first version; later changes are migrations of each service.

CREATE TABLE act (
    id UUID NOT NULL,
    type TEXT NOT NULL,
    subject TEXT NOT NULL,
    actor JSONB NOT NULL,
    body JSONB NOT NULL,
    facts JSONB NOT NULL,
    statement BYTEA NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    outcome JSONB,
    finished_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_act PRIMARY KEY (id)
);

CREATE INDEX ix_act_subject ON act (subject) WHERE outcome IS NULL;

CREATE TABLE deadline (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    "group" TEXT NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    began_at TIMESTAMP WITH TIME ZONE NOT NULL,
    working_days INTEGER,
    calendar_version INTEGER NOT NULL,
    policy TEXT NOT NULL,
    CONSTRAINT pk_deadline PRIMARY KEY (kind, key)
);

CREATE INDEX ix_deadline_due_at_group ON deadline (due_at, "group");

CREATE TABLE idempotency (
    owner TEXT NOT NULL,
    key TEXT NOT NULL,
    request_sha256 TEXT NOT NULL,
    answer JSONB,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_idempotency PRIMARY KEY (owner, key)
);

CREATE INDEX ix_idempotency_created_at ON idempotency (created_at);

CREATE TABLE inbox (
    event_id UUID NOT NULL,
    consumed_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    CONSTRAINT pk_inbox PRIMARY KEY (event_id)
);

CREATE INDEX ix_inbox_consumed_at ON inbox (consumed_at);

CREATE TABLE job (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    waits_for TEXT,
    payload JSONB NOT NULL,
    run_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    attempts INTEGER DEFAULT '0' NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    traceparent TEXT NOT NULL,
    CONSTRAINT pk_job PRIMARY KEY (kind, key)
);

CREATE INDEX ix_job_run_at ON job (run_at);

CREATE INDEX ix_job_waits_for ON job (waits_for);

CREATE TABLE outbox (
    seq BIGINT GENERATED ALWAYS AS IDENTITY,
    shard SMALLINT NOT NULL,
    topic TEXT NOT NULL,
    key TEXT NOT NULL,
    value BYTEA NOT NULL,
    traceparent TEXT NOT NULL,
    CONSTRAINT pk_outbox PRIMARY KEY (seq)
);

CREATE INDEX ix_outbox_shard_seq ON outbox (shard, seq);

CREATE TABLE parked (
    topic TEXT NOT NULL,
    partition INTEGER NOT NULL,
    "offset" BIGINT NOT NULL,
    cause TEXT NOT NULL,
    parked_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL,
    replayed_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_parked PRIMARY KEY (topic, partition, "offset")
);

CREATE TABLE seen_version (
    aggregate TEXT NOT NULL,
    key TEXT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT pk_seen_version PRIMARY KEY (aggregate, key)
);

CREATE TABLE act_receipt (
    id UUID NOT NULL,
    act_id UUID NOT NULL,
    actor JSONB NOT NULL,
    cms BYTEA NOT NULL,
    received_at TIMESTAMP WITH TIME ZONE NOT NULL,
    verdict TEXT,
    algorithm TEXT,
    certificate_sha256 TEXT,
    certificate_serial TEXT,
    revocation_evidence JSONB,
    traceparent TEXT NOT NULL,
    CONSTRAINT pk_act_receipt PRIMARY KEY (id),
    CONSTRAINT fk_act_receipt_act_id FOREIGN KEY(act_id) REFERENCES act (id)
);

CREATE INDEX ix_act_receipt_act_id ON act_receipt (act_id);

CREATE INDEX ix_act_receipt_received_at ON act_receipt (received_at) WHERE verdict IS NULL;
