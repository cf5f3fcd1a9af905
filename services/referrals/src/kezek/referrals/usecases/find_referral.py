"""A worker looks for a child's referral, by its number or the child's IIN (domain §7, workroom).

By the IIN it is the last one; by the number it is that one, even if a later one has replaced it.
"""

from dataclasses import dataclass
from uuid import UUID

from kezek.contracts.access import Subject
from kezek.contracts.applications import ApplicationCard
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import Conflict, NotFound, Unavailable, rules_hold
from kezek.platform.pseudonyms import Pseudonyms
from kezek.referrals.adapters import candidates, copies, referrals
from kezek.referrals.domain.candidate import Candidate, Referral, check_valid


@dataclass(frozen=True)
class FoundReferral:
    """A valid referral with the child's card, and whose data these are."""

    referral: Referral
    card: ApplicationCard
    subject: Subject


async def find_referral(
    tx: ReadTx, actor: Actor, kindergarten_id: UUID, *, number: str | None, iin: str | None
) -> FoundReferral:
    """The valid referral to this kindergarten.

    Raises:
        NotFound: `kindergarten_not_found` for one the worker does not serve; `referral_unknown`.
        Conflict: `referral_not_valid` with its state, `referral_of_another_kindergarten` of a valid one only.
    """
    if not actor.works_at(kindergarten_id):
        raise NotFound("kindergarten_not_found")
    found = await _find(tx, number, iin)
    if found is None:
        raise NotFound("referral_unknown")
    application_id, referral = found
    with rules_hold():
        check_valid(referral, tx.now())
    if referral.kindergarten_id != kindergarten_id:
        raise Conflict("referral_of_another_kindergarten")
    card = await copies.cards.find(tx, application_id)
    candidate = await candidates.find_candidate(tx, application_id)
    if card is None or candidate is None:
        raise Unavailable("application_not_complete_yet")
    return FoundReferral(referral, card, subject_of(candidate))


async def list_sought(tx: ReadTx, pseudonyms: Pseudonyms, actor: Actor, iin: str | None) -> list[Subject]:
    """Whom a search by a child's IIN is about: who applied for it, or the child itself, of whom nothing is known."""
    if iin is None:
        return []
    found = [await candidates.find_candidate(tx, each) for each in await copies.list_applications_of_child(tx, iin)]
    return [subject_of(each) for each in found if each] or pseudonyms.subjects([iin], reader=actor)


def subject_of(candidate: Candidate) -> Subject:
    """Whose data a candidate's are: the applicant's who entrusted them."""
    return Subject(person_id=candidate.child.applicant_id, application_id=candidate.application_id)


async def _find(tx: ReadTx, number: str | None, iin: str | None) -> tuple[UUID, Referral] | None:
    if number is not None:
        return await referrals.find_referral_by_number(tx, number)
    if iin is None:
        return None
    return await referrals.find_last_referral(tx, await copies.list_applications_of_child(tx, iin))
