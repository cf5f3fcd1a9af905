"""An enrolled child asks for another kindergarten: a referral may be valid beside the accepted one (§7.transfer)."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

UP = """
ALTER TABLE candidate ADD COLUMN transfer_of UUID, ADD COLUMN leaves UUID,
    ADD COLUMN enrolment_over BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE candidate ADD CONSTRAINT ck_candidate_transfer_whole CHECK ((transfer_of is null) = (leaves is null));
CREATE INDEX ix_candidate_transfer_of ON candidate (transfer_of) WHERE transfer_of is not null;
CREATE INDEX ix_candidate_leaves ON candidate (queue, leaves) WHERE leaves is not null and not enrolment_over;
ALTER TABLE referral ADD COLUMN transfer BOOLEAN NOT NULL DEFAULT false;
DROP INDEX uq_referral_open_child;
CREATE UNIQUE INDEX uq_referral_open_child ON referral (child_id)
    WHERE status = 'accepted' or (status = 'valid' and not transfer);
CREATE UNIQUE INDEX uq_referral_valid_child ON referral (child_id) WHERE status = 'valid';
"""
# the release before knows one open referral of a child only: those of transfers end with it
DOWN = """
UPDATE referral SET status = 'voided' WHERE transfer and status = 'valid';
DROP INDEX uq_referral_valid_child;
DROP INDEX uq_referral_open_child;
CREATE UNIQUE INDEX uq_referral_open_child ON referral (child_id) WHERE status in ('valid', 'accepted');
ALTER TABLE referral DROP COLUMN transfer;
ALTER TABLE candidate DROP COLUMN transfer_of, DROP COLUMN leaves, DROP COLUMN enrolment_over;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DOWN)
