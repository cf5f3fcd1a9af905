CREATE TABLE policy_copy (
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    district TEXT,
    in_force_from DATE NOT NULL,
    state JSONB NOT NULL,
    CONSTRAINT pk_policy_copy PRIMARY KEY (id)
);

CREATE INDEX ix_policy_copy_district_in_force_from ON policy_copy (district, in_force_from);

CREATE TABLE calendar_copy (
    year INTEGER NOT NULL,
    version BIGINT NOT NULL,
    holidays DATE[] NOT NULL,
    worked DATE[] NOT NULL,
    free DATE[] NOT NULL,
    confirmed BOOLEAN NOT NULL,
    CONSTRAINT pk_calendar_copy PRIMARY KEY (year)
);
