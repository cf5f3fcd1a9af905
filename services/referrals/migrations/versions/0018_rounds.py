"""Which places wait for the district's next round, and which turns a round began (domain §9.rounds)."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("alter table place add column awaits_round boolean not null default false")
    op.execute("create index ix_place_awaits_round on place (queue) where awaits_round")
    op.execute("alter table turn add column by_round boolean not null default false")


def downgrade() -> None:
    op.execute("alter table turn drop column by_round")
    op.execute("drop index ix_place_awaits_round")
    op.execute("alter table place drop column awaits_round")
