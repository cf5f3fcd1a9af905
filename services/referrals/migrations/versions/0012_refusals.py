"""A referral's clock may stand; refusals of children, what families say of them, and what is decided."""

from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "alter table referral add column clock_since timestamptz, add column stopped_by text, "
        "add column days_left integer, add column extended boolean default false not null"
    )
    op.execute("""
        create table refusal (
            referral_id uuid not null,
            application_id uuid not null,
            district text not null,
            reason text not null,
            words text not null,
            refused_at timestamptz not null,
            refused_by uuid not null,
            outcome text,
            decision_words text default '' not null,
            decided_at timestamptz,
            decided_by uuid,
            constraint pk_refusal primary key (referral_id),
            constraint fk_refusal_referral_id foreign key (referral_id) references referral (id),
            constraint fk_refusal_application_id foreign key (application_id) references candidate (application_id)
        )
    """)
    op.execute("create index ix_refusal_application_id on refusal (application_id)")
    op.execute("create index ix_refusal_district_waiting on refusal (district, refused_at) where outcome is null")
    op.execute("""
        create table family_word (
            id uuid not null,
            referral_id uuid not null,
            words text not null,
            said_at timestamptz not null,
            constraint pk_family_word primary key (id),
            constraint fk_family_word_referral_id foreign key (referral_id) references refusal (referral_id)
        )
    """)
    op.execute("create index ix_family_word_referral_id on family_word (referral_id)")
    op.execute("""
        create table family_file (
            file_id uuid not null,
            word_id uuid not null,
            position integer not null,
            owner_id uuid not null,
            name text not null,
            media_type text not null,
            size bigint not null,
            sha256 text not null,
            constraint pk_family_file primary key (file_id),
            constraint fk_family_file_word_id foreign key (word_id) references family_word (id)
        )
    """)
    op.execute("create index ix_family_file_word_id on family_file (word_id)")


def downgrade() -> None:
    for table in ("family_file", "family_word", "refusal"):
        op.execute(f"drop table {table}")
    for column in ("extended", "days_left", "stopped_by", "clock_since"):
        op.execute(f"alter table referral drop column {column}")
