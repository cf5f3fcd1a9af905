"""What acts on a referral share: finding it, its lock, what is said of it (domain §7)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.platform.acts import Act
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound, Unavailable
from kezek.referrals.adapters import candidates, copies, referrals
from kezek.referrals.domain.candidate import Candidate, Referral
from kezek.referrals.usecases import statements
from kezek.referrals.usecases.earlier import check_first


class StatedReferral(statements.StatedPlace):
    """What an act on a referral says of the world."""

    referral_id: UUID
    referral_number: str


async def load_referral(tx: ReadTx, referral_id: UUID) -> tuple[Candidate, Referral]:
    """A candidate and its last referral.

    Raises:
        NotFound: `referral_not_found`; also for a referral that a later one has replaced.
    """
    found = await referrals.find_referral(tx, referral_id)
    candidate = await candidates.find_candidate(tx, found[0]) if found else None
    if candidate is None:
        raise NotFound("referral_not_found")
    return candidate, referral_of(candidate, referral_id)


def referral_of(candidate: Candidate, referral_id: UUID) -> Referral:
    """The candidate's last referral, if it is this one.

    Raises:
        NotFound: `referral_not_found`.
    """
    referral = candidate.referral
    if referral is None or referral.id != referral_id:
        raise NotFound("referral_not_found")
    return referral


async def lock_for(tx: Tx, act: Act[Any, Any], received_at: datetime) -> Candidate:
    """The act's candidate, locked.

    Raises:
        NotFound: `application_not_found`.
        ReceivedEarlier: to finish an earlier act on this application first.
    """
    candidate = await candidates.lock_candidate(tx, UUID(act.subject))
    await check_first(tx, act, candidate, received_at)
    return candidate


async def stated_referral(tx: ReadTx, candidate: Candidate, referral: Referral) -> StatedReferral:
    """What a statement says of a candidate's referral.

    Raises:
        Unavailable: `application_not_complete_yet`.
    """
    card = await copies.cards.find(tx, candidate.application_id)
    kindergarten = await copies.kindergartens.find(tx, referral.kindergarten_id)
    if card is None or kindergarten is None:
        raise Unavailable("application_not_complete_yet")
    return StatedReferral(
        referral_id=referral.id,
        referral_number=referral.number,
        child=statements.child_names(card.child),
        group_year=referral.group_year,
        language=referral.language.value,
        kindergarten=statements.kindergarten_facts(kindergarten),
    )


async def left_by(tx: ReadTx, candidate: Candidate) -> Text | None:
    """The name of the kindergarten in which the child is, where it asks for another one (domain §7.transfer)."""
    transfer = candidate.child.transfer
    if transfer is None or candidate.enrolment_over:
        return None
    kindergarten = await copies.kindergartens.find(tx, transfer.kindergarten_id)
    return kindergarten.name if kindergarten else None
