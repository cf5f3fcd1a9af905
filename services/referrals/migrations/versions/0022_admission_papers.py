"""Admission applications: what families hand in for their referrals, and what kindergartens return (domain §8)."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

UP = """
CREATE TABLE admission (
    referral_id UUID NOT NULL,
    application_id UUID NOT NULL,
    applicant_id UUID NOT NULL,
    kindergarten_id UUID NOT NULL,
    serial BIGINT GENERATED ALWAYS AS IDENTITY NOT NULL,
    number TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    submitted_at TIMESTAMPTZ NOT NULL,
    state TEXT NOT NULL,
    ended_at TIMESTAMPTZ,
    applicant JSONB,
    CONSTRAINT pk_admission PRIMARY KEY (referral_id),
    CONSTRAINT fk_admission_referral_id FOREIGN KEY (referral_id) REFERENCES referral (id),
    CONSTRAINT fk_admission_application_id FOREIGN KEY (application_id) REFERENCES candidate (application_id),
    CONSTRAINT uq_admission_number UNIQUE (number)
);
CREATE INDEX ix_admission_application_id ON admission (application_id);
CREATE INDEX ix_admission_applicant_id ON admission (applicant_id);
CREATE INDEX ix_admission_kindergarten_id ON admission (kindergarten_id, state, submitted_at);
CREATE TABLE submission (
    id UUID NOT NULL,
    referral_id UUID NOT NULL,
    at TIMESTAMPTZ NOT NULL,
    act_id UUID NOT NULL,
    files UUID[] NOT NULL,
    contract JSONB,
    flaw TEXT,
    words TEXT DEFAULT '' NOT NULL,
    returned_at TIMESTAMPTZ,
    returned_by UUID,
    CONSTRAINT pk_submission PRIMARY KEY (id),
    CONSTRAINT fk_submission_referral_id FOREIGN KEY (referral_id) REFERENCES admission (referral_id)
);
CREATE INDEX ix_submission_referral_id ON submission (referral_id);
CREATE TABLE admission_file (
    file_id UUID NOT NULL,
    referral_id UUID NOT NULL,
    form TEXT NOT NULL,
    owner_id UUID NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    CONSTRAINT pk_admission_file PRIMARY KEY (file_id),
    CONSTRAINT fk_admission_file_referral_id FOREIGN KEY (referral_id) REFERENCES admission (referral_id)
);
CREATE INDEX ix_admission_file_referral_id ON admission_file (referral_id);
CREATE TABLE admission_serial (
    code TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT pk_admission_serial PRIMARY KEY (code, year)
);
"""
DOWN = """
DROP TABLE admission_serial;
DROP TABLE admission_file;
DROP TABLE submission;
DROP TABLE admission;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DOWN)
