"""Claims that officers decide on, their files, twins, and applications that wait for the register or for a decision.

Until it is queued an application holds its child for nobody else; the former index is dropped when the new ones stand.
A process of the release before writes neither of the two states, so that both indexes say the same of what it writes.
"""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        ALTER TABLE application
            ADD COLUMN settlement TEXT,
            ADD COLUMN twins UUID,
            ADD COLUMN separate_places BOOLEAN DEFAULT false NOT NULL,
            ADD COLUMN to_check BOOLEAN DEFAULT false NOT NULL
    """)
    op.execute("CREATE INDEX ix_application_twins ON application (twins)")
    op.execute("""
        CREATE UNIQUE INDEX uq_application_child_id_queued ON application (child_id)
        WHERE live and status <> all (array['submitted', 'under_review'])
    """)
    op.execute("""
        CREATE UNIQUE INDEX uq_application_applicant_id_child_id ON application (applicant_id, child_id) WHERE live
    """)
    op.execute("DROP INDEX uq_application_child_id_live")
    op.execute("""
        CREATE TABLE claim (
            id UUID NOT NULL,
            application_id UUID NOT NULL,
            kind TEXT NOT NULL,
            state TEXT NOT NULL,
            submitted_at TIMESTAMP WITH TIME ZONE NOT NULL,
            benefit TEXT,
            queue_class TEXT,
            correctional BOOLEAN NOT NULL,
            provisional BOOLEAN NOT NULL,
            due_at TIMESTAMP WITH TIME ZONE,
            valid_until DATE,
            decided_at TIMESTAMP WITH TIME ZONE,
            decided_by UUID,
            reason TEXT,
            remark TEXT NOT NULL,
            CONSTRAINT pk_claim PRIMARY KEY (id),
            CONSTRAINT fk_claim_application_id FOREIGN KEY (application_id) REFERENCES application (id)
        )
    """)
    op.execute("CREATE INDEX ix_claim_application_id ON claim (application_id)")
    op.execute("CREATE INDEX ix_claim_submitted_at_waiting ON claim (submitted_at) WHERE state = 'waiting'")
    op.execute("""
        CREATE TABLE claim_file (
            file_id UUID NOT NULL,
            claim_id UUID NOT NULL,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            media_type TEXT NOT NULL,
            size BIGINT NOT NULL,
            sha256 TEXT NOT NULL,
            added_at TIMESTAMP WITH TIME ZONE NOT NULL,
            CONSTRAINT pk_claim_file PRIMARY KEY (file_id),
            CONSTRAINT fk_claim_file_claim_id FOREIGN KEY (claim_id) REFERENCES claim (id)
        )
    """)
    op.execute("CREATE INDEX ix_claim_file_claim_id ON claim_file (claim_id)")


def downgrade() -> None:
    op.execute("DROP TABLE claim_file, claim")
    op.execute("CREATE UNIQUE INDEX uq_application_child_id_live ON application (child_id) WHERE live")
    op.execute("DROP INDEX uq_application_child_id_queued, uq_application_applicant_id_child_id, ix_application_twins")
    op.execute("""
        ALTER TABLE application DROP COLUMN settlement, DROP COLUMN twins, DROP COLUMN separate_places,
            DROP COLUMN to_check
    """)
