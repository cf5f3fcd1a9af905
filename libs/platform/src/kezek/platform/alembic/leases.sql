ALTER TABLE parked
    ADD COLUMN leased_until TIMESTAMP WITH TIME ZONE,
    ADD COLUMN gone_at TIMESTAMP WITH TIME ZONE;

CREATE INDEX ix_parked_open ON parked (gone_at DESC, parked_at, topic, partition, "offset") WHERE replayed_at IS NULL;

CREATE INDEX ix_parked_asked ON parked (parked_at, topic, partition, "offset")
    WHERE replayed_at IS NULL AND gone_at IS NULL AND asked_at IS NOT NULL AND (tried_at IS NULL OR tried_at < asked_at);

ALTER TABLE outbox ADD COLUMN written_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL;

ALTER TABLE pulse ADD COLUMN lag_since TIMESTAMP WITH TIME ZONE;
