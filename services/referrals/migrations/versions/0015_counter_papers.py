"""The scans of papers by which families chose at the counter."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        create table counter_paper (
            file_id uuid not null,
            act_id uuid not null,
            application_id uuid not null,
            owner_id uuid not null,
            name text not null,
            media_type text not null,
            size bigint not null,
            sha256 text not null,
            added_at timestamptz not null,
            constraint pk_counter_paper primary key (file_id),
            constraint fk_counter_paper_application_id
                foreign key (application_id) references candidate (application_id)
        )
    """)
    op.execute("create index ix_counter_paper_act_id on counter_paper (act_id)")
    op.execute("create index ix_counter_paper_application_id on counter_paper (application_id)")


def downgrade() -> None:
    op.execute("drop table counter_paper")
