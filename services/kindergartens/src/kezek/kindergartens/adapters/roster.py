"""Who is in which group: enrolments, and own copies of the cards that name the children."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.hints import HintKind, kindergarten
from kezek.contracts.referrals import ReferralFacts
from kezek.kindergartens.adapters import tables
from kezek.kindergartens.domain.roster import EnrolledChild
from kezek.platform.copies import Copies
from kezek.platform.db import ReadTx, Tx

cards = Copies(tables.card, ApplicationCard)


async def insert_enrolment(
    tx: Tx, application_id: UUID, applicant_id: UUID | None, referral: ReferralFacts, accepted_at: datetime
) -> None:
    """Put a child on the roster, once per referral."""
    statement = insert(tables.enrolment).values(
        referral_id=referral.referral_id,
        application_id=application_id,
        applicant_id=applicant_id,
        kindergarten_id=referral.kindergarten_id,
        referral_number=referral.number,
        group_year=referral.group_year,
        language=referral.language.value,
        accepted_at=accepted_at,
    )
    await tx.execute(statement.on_conflict_do_nothing())
    tx.hint(kindergarten(referral.kindergarten_id), HintKind.ROSTER, referral.kindergarten_id)


async def list_roster(tx: ReadTx, kindergarten_id: UUID, group_year: int | None) -> list[EnrolledChild]:
    """The children of a kindergarten by group year and the order in which they came (domain §7)."""
    table = tables.enrolment
    statement = (
        sa.select(table, tables.card.c.state)
        .join(tables.card, tables.card.c.application_id == table.c.application_id)
        .where(table.c.kindergarten_id == kindergarten_id)
        .order_by(table.c.group_year, table.c.accepted_at, table.c.referral_id)
    )
    if group_year is not None:
        statement = statement.where(table.c.group_year == group_year)
    return [_child(row) for row in await tx.rows(statement)]


def _child(row: Any) -> EnrolledChild:
    card = ApplicationCard.model_validate(row.state)
    return EnrolledChild(
        application_id=row.application_id,
        applicant_id=row.applicant_id,
        application_number=card.number,
        referral_number=row.referral_number,
        group_year=row.group_year,
        language=row.language,
        accepted_at=row.accepted_at,
        iin=card.child.iin,
        surname=card.child.surname,
        given_name=card.child.given_name,
        patronymic=card.child.patronymic,
        birth_date=card.child_birth_date,
    )
