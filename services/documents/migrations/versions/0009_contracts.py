"""Contracts: templates in versions, numbers, signatures. Documents has acts from now on."""

from alembic import op

from kezek.platform.migrate import keep_acts, let_acts_go

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    keep_acts(op.get_bind())
    op.execute("""
        create table contract_template (
            act_id uuid not null,
            district text not null,
            ownership text not null,
            version integer not null,
            kk text not null,
            ru text not null,
            published_at timestamp with time zone not null,
            signed_by uuid not null,
            signed_by_name text not null,
            constraint pk_contract_template primary key (act_id),
            constraint uq_contract_template_district_ownership_version unique (district, ownership, version)
        )
    """)
    op.execute("""
        create table contract (
            referral_id uuid not null,
            district text not null,
            year integer not null,
            serial integer not null,
            template_id uuid,
            made_at timestamp with time zone not null,
            constraint pk_contract primary key (referral_id),
            constraint fk_contract_referral_id foreign key (referral_id) references referral (id),
            constraint fk_contract_template_id foreign key (template_id) references contract_template (act_id),
            constraint uq_contract_district_year_serial unique (district, year, serial)
        )
    """)
    op.execute("""
        create table contract_signature (
            act_id uuid not null,
            version bigint not null,
            state jsonb not null,
            referral_id uuid not null,
            constraint pk_contract_signature primary key (act_id)
        )
    """)
    op.execute("create index ix_contract_signature_referral_id on contract_signature (referral_id)")


def downgrade() -> None:
    op.execute("delete from document where kind = 'contract'")
    op.execute("drop table contract_signature, contract, contract_template")
    let_acts_go(op.get_bind())
