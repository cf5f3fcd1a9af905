"""Parents approve their children's closed months, where the policy has them asked."""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table attendance_sheet add column asks_parents boolean not null default false")
    op.execute("""
        create table sheet_answer (
            sheet_id uuid not null,
            application_id uuid not null,
            answered_by uuid not null,
            answered_at timestamp with time zone not null,
            agreed boolean not null,
            remark text not null,
            constraint pk_sheet_answer primary key (sheet_id, application_id),
            constraint fk_sheet_answer_sheet_id foreign key (sheet_id) references attendance_sheet (id)
        )
    """)
    op.execute("create index ix_sheet_answer_application_id on sheet_answer (application_id)")


def downgrade() -> None:
    op.execute("drop table sheet_answer")
    op.execute("alter table attendance_sheet drop column asks_parents")
