"""The public bulletin: places that may still be had are found without those that are gone; names as people sort them.

A collation ignores quotes and dashes and takes digits as numbers: № 5 comes before № 14.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

LANGUAGES = ("kk", "ru", "en")


def upgrade() -> None:
    for language in LANGUAGES:
        locale = f"{language}-u-ka-shifted-kn-true"
        op.execute(f"create collation names_{language} (provider = icu, locale = '{locale}')")
    op.execute(
        "create index ix_place_vacancy_id_living on place (vacancy_id) where status in ('offered', 'held', 'open')"
    )


def downgrade() -> None:
    op.execute("drop index ix_place_vacancy_id_living")
    for language in LANGUAGES:
        op.execute(f"drop collation names_{language}")
