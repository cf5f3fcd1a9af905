"""A child's last application is found by the child: by it a closed kindergarten's children keep their time."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "create index ix_application_child_id_ended on application (child_id) where not live and candidate_version > 0"
    )


def downgrade() -> None:
    op.execute("drop index ix_application_child_id_ended")
