"""Scans of the papers that officers enter at the counter."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        create table statement_file (
            file_id uuid primary key,
            application_id uuid not null references application (id),
            owner_id uuid not null,
            name text not null,
            media_type text not null,
            size bigint not null,
            sha256 text not null,
            added_at timestamptz not null
        )
    """)
    op.execute("create index ix_statement_file_application_id on statement_file (application_id)")


def downgrade() -> None:
    op.execute("drop table statement_file")
