"""A worker looks for a child's referral, by its number or the child's IIN (domain §7, workroom).

By the IIN it is the valid one, else that by which the child is enrolled, else the last; by the number it is that one,
even if a later one has replaced it.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.contracts.access import Subject
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import ReferralStatus
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import Conflict, NotFound, Unavailable
from kezek.platform.pseudonyms import Pseudonyms
from kezek.referrals.adapters import candidates, copies, referrals, refusals
from kezek.referrals.domain.candidate import Candidate, Referral
from kezek.referrals.domain.refusal import Refusal
from kezek.referrals.domain.transfer import kindergarten_of
from kezek.referrals.domain.vouchers import is_by_vouchers
from kezek.referrals.usecases.basis import basis_of
from kezek.referrals.usecases.on_referral import left_by

_STANDS = frozenset({ReferralStatus.VALID, ReferralStatus.ACCEPTED, ReferralStatus.DEPARTED})


@dataclass(frozen=True)
class FoundReferral:
    """A valid referral with the child's card, where it leads, and whose data these are.

    `papers_first`: its policy has the papers come before the acceptance. `then_inactive`: by vouchers who lets its term
    pass is inactive then, or removed if `restored` once before. `refusal` is what was refused, if it was.
    `leaves` is the kindergarten that the child leaves by the acceptance, if it is in one.
    """

    referral: Referral
    card: ApplicationCard
    kindergarten: Kindergarten
    papers_first: bool
    then_inactive: bool
    restored: bool
    refusal: Refusal | None
    subject: Subject
    leaves: Text | None = None


async def find_referral(
    tx: ReadTx, actor: Actor, kindergarten_id: UUID, *, number: str | None, iin: str | None
) -> FoundReferral:
    """The valid referral to this kindergarten.

    Raises:
        NotFound: `kindergarten_not_found` for one the worker does not serve; `referral_unknown`.
        Conflict: `referral_not_valid` with its state, and of one's own kindergarten's with its last day, with which way
            the child has gone by a swap, or, refused for good, with its application, whose paper tells so;
            `referral_of_another_kindergarten`.
    """
    if not actor.works_at(kindergarten_id):
        raise NotFound("kindergarten_not_found")
    found = await _find(tx, number, iin)
    if found is None:
        raise NotFound("referral_unknown")
    application_id, referral = found
    candidate = await candidates.find_candidate(tx, application_id)
    if candidate is not None:
        _check_swapped(candidate, referral, kindergarten_id)
    _check(application_id, referral, kindergarten_id, tx.now())
    card = await copies.cards.find(tx, application_id)
    kindergarten = await copies.kindergartens.find(tx, kindergarten_id)
    if card is None or kindergarten is None or candidate is None:
        raise Unavailable("application_not_complete_yet")
    policy = (await basis_of(tx, referral.policy)).policy
    return FoundReferral(
        referral=referral,
        card=card,
        kindergarten=kindergarten,
        papers_first=policy.papers_before_acceptance,
        then_inactive=is_by_vouchers(policy),
        restored=candidate.restored,
        refusal=await refusals.find_refusal(tx, referral.id),
        subject=subject_of(candidate),
        leaves=await left_by(tx, candidate),
    )


def _check_swapped(candidate: Candidate, referral: Referral, kindergarten_id: UUID) -> None:
    """Tell both kindergartens of a child that has gone from the one to the other by a swap (domain §7.swap)."""
    here = kindergarten_of(candidate) if referral.status is ReferralStatus.ACCEPTED else None
    if here in {None, referral.kindergarten_id} or kindergarten_id not in {here, referral.kindergarten_id}:
        return
    way = "swapped_here" if kindergarten_id == here else "swapped_away"
    raise Conflict("referral_not_valid", status=way, last_day=referral.term.last_day.isoformat())


def _check(application_id: UUID, referral: Referral, kindergarten_id: UUID, now: datetime) -> None:
    """Refuse what is not valid here; another kindergarten's is told to be so, or to be void, and nothing of why."""
    status = referral.status_at(now)
    if referral.kindergarten_id != kindergarten_id:
        if status in _STANDS:
            raise Conflict("referral_of_another_kindergarten")
        void = ReferralStatus.EXPIRED if status is ReferralStatus.EXPIRED else ReferralStatus.VOIDED
        raise Conflict("referral_not_valid", status=void.value)
    said, last_day = status.value, referral.term.last_day.isoformat()
    if status is ReferralStatus.REFUSED:
        raise Conflict("referral_not_valid", status=said, last_day=last_day, application_id=str(application_id))
    if status is not ReferralStatus.VALID:
        raise Conflict("referral_not_valid", status=said, last_day=last_day)


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
