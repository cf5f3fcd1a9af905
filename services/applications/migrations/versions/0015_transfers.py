"""A transfer of an enrolled child: the one exception to one live application (domain §7.transfer)."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

UP = """
ALTER TABLE application ADD COLUMN transfer_of UUID, ADD COLUMN leaves UUID;
ALTER TABLE application ADD CONSTRAINT ck_application_transfer_whole CHECK ((transfer_of is null) = (leaves is null));
CREATE INDEX ix_application_transfer_of ON application (transfer_of) WHERE transfer_of is not null;
DROP INDEX uq_application_child_id_queued;
CREATE UNIQUE INDEX uq_application_child_id_queued ON application (child_id)
    WHERE live and status <> all (array['submitted', 'under_review']) and transfer_of is null;
CREATE UNIQUE INDEX uq_application_child_id_transfer ON application (child_id)
    WHERE live and transfer_of is not null and status <> 'enrolled';
DROP INDEX uq_application_applicant_id_child_id;
CREATE UNIQUE INDEX uq_application_applicant_id_child_id ON application (applicant_id, child_id)
    WHERE live and transfer_of is null;
"""
# the release before knows one live application of a child only: transfers that are not accepted end with it
DOWN = """
UPDATE application SET live = false WHERE live and transfer_of is not null and status <> 'enrolled';
DROP INDEX uq_application_child_id_transfer;
DROP INDEX uq_application_child_id_queued;
DROP INDEX uq_application_applicant_id_child_id;
CREATE UNIQUE INDEX uq_application_child_id_queued ON application (child_id)
    WHERE live and status <> all (array['submitted', 'under_review']);
CREATE UNIQUE INDEX uq_application_applicant_id_child_id ON application (applicant_id, child_id) WHERE live;
ALTER TABLE application DROP COLUMN transfer_of, DROP COLUMN leaves;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DOWN)
