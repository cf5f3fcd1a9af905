"""How a person wants to be told."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        create table account (
            person_id uuid constraint pk_account primary key,
            email text,
            phone text,
            language text not null
        )
    """)


def downgrade() -> None:
    op.execute("drop table account")
