"""Passwords of kindergarten workers."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        """
        create table password (
            person_id uuid constraint pk_password primary key
                constraint fk_password_person_id references account (id),
            hash text not null,
            set_at timestamptz not null
        )
        """
    )


def downgrade() -> None:
    op.execute("drop table password")
