"""Closed months of kindergartens' groups, and their papers."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        create table sheet (
            sheet_id uuid not null,
            version bigint not null,
            state jsonb not null,
            constraint pk_sheet primary key (sheet_id)
        )
    """)
    op.execute("""
        create table sheet_paper (
            sheet_id uuid not null,
            check_code text not null,
            kk text not null,
            ru text not null,
            made_at timestamp with time zone not null,
            constraint pk_sheet_paper primary key (sheet_id),
            constraint uq_sheet_paper_check_code unique (check_code)
        )
    """)


def downgrade() -> None:
    op.execute("drop table sheet_paper, sheet")
