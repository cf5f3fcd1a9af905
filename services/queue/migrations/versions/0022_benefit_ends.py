"""When benefits end of who stands in a queue, so that nobody is called by one that is over (domain §6.7)."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

TABLE = """
CREATE TABLE benefit_end (
    application_id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    kind TEXT NOT NULL,
    queue_class TEXT NOT NULL,
    unproved BOOLEAN NOT NULL,
    CONSTRAINT pk_benefit_end PRIMARY KEY (application_id, at),
    CONSTRAINT fk_benefit_end_application_id_entry FOREIGN KEY (application_id) REFERENCES entry (application_id)
);
CREATE INDEX ix_benefit_end_at ON benefit_end (at);
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(TABLE)


def downgrade() -> None:
    op.execute("drop table benefit_end")
