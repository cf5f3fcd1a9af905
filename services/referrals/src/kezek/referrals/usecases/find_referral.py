"""A worker looks for a child's referral, by its number or the child's IIN (domain §7, workroom)."""

from dataclasses import dataclass
from uuid import UUID

from kezek.contracts.applications import ApplicationCard
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import Conflict, NotFound
from kezek.referrals.adapters import candidates, copies
from kezek.referrals.domain.candidate import Candidate, Referral, ReferralStatus
from kezek.referrals.usecases.rules import rules_hold


@dataclass(frozen=True)
class FoundReferral:
    """A valid referral with the child's card."""

    candidate: Candidate
    referral: Referral
    card: ApplicationCard


async def find_referral(
    tx: ReadTx, actor: Actor, kindergarten_id: UUID, *, number: str | None, iin: str | None
) -> FoundReferral:
    """The valid referral to this kindergarten.

    Raises:
        NotFound: `kindergarten_not_found` for one the worker does not serve; `referral_unknown`.
        Conflict: `referral_of_another_kindergarten`, `referral_not_valid` with its state.
    """
    if not actor.works_at(kindergarten_id):
        raise NotFound("kindergarten_not_found")
    candidate = await _candidate(tx, number, iin)
    card = await copies.find_card(tx, candidate.application_id) if candidate else None
    if candidate is None or candidate.referral is None or card is None:
        raise NotFound("referral_unknown")
    referral = candidate.referral
    if referral.kindergarten_id != kindergarten_id:
        raise Conflict("referral_of_another_kindergarten")
    if number is not None and referral.number != number:
        raise Conflict("referral_not_valid", status=ReferralStatus.EXPIRED.value)
    if referral.status is not ReferralStatus.VALID or tx.now() >= referral.term.ends_at:
        raise Conflict("referral_not_valid", status=referral.status.value)
    return FoundReferral(candidate, referral, card)


async def _candidate(tx: ReadTx, number: str | None, iin: str | None) -> Candidate | None:
    if number is not None:
        application_id = await candidates.find_application_by_number(tx, number)
        return await candidates.find_candidate(tx, application_id) if application_id else None
    if iin is None:
        return None
    with rules_hold():
        for application_id in await copies.list_applications_of_child(tx, iin):
            candidate = await candidates.find_candidate(tx, application_id)
            if candidate is not None and candidate.referral is not None:
                return candidate
    return None
