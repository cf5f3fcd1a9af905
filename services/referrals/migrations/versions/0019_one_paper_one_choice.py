"""A paper's scan serves a family for one choice, whichever upload of it is brought (domain §6.counter)."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

# what the release before kept from one scan twice stays, beside the first
UP = """
ALTER TABLE counter_paper ADD COLUMN applicant_id UUID;
UPDATE counter_paper SET applicant_id = first.applicant_id
    FROM (
        SELECT DISTINCT ON (candidate.applicant_id, kept.sha256) kept.file_id, candidate.applicant_id
        FROM counter_paper kept JOIN candidate ON candidate.application_id = kept.application_id
        ORDER BY candidate.applicant_id, kept.sha256, kept.added_at, kept.file_id
    ) first
    WHERE counter_paper.file_id = first.file_id;
CREATE UNIQUE INDEX uq_counter_paper_applicant_id_sha256 ON counter_paper (applicant_id, sha256);
"""
DOWN = """
DROP INDEX uq_counter_paper_applicant_id_sha256;
ALTER TABLE counter_paper DROP COLUMN applicant_id;
"""


def upgrade() -> None:
    op.get_bind().exec_driver_sql(UP)


def downgrade() -> None:
    op.get_bind().exec_driver_sql(DOWN)
