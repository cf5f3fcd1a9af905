"""A family reads its admission applications, and for whom it may hand papers in; a kindergarten reads its own (§8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.contracts.access import Subject
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import AdmissionState, ReferralStatus
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound, Unavailable
from kezek.platform.officers import district_of
from kezek.referrals.adapters import admissions, candidates, copies, referrals
from kezek.referrals.adapters.admission_list import Sort, list_at
from kezek.referrals.domain.admission import Case, may_accept, may_return_papers, may_submit_papers
from kezek.referrals.domain.candidate import Candidate, Referral
from kezek.referrals.domain.papers import Admission
from kezek.referrals.usecases.basis import basis_of, is_then_inactive
from kezek.referrals.usecases.choose_place import load_own_candidate
from kezek.referrals.usecases.find_referral import subject_of
from kezek.referrals.usecases.return_papers import load_admission


@dataclass(frozen=True)
class OpenedAdmission:
    """An admission application with the referral, the child's card and the kindergarten, and what may be done now."""

    admission: Admission
    candidate: Candidate
    referral: Referral
    card: ApplicationCard
    kindergarten: Kindergarten
    may_submit: bool
    may_return: bool
    may_accept: bool

    @property
    def subject(self) -> Subject:
        """Whose data these are: the applicant's who entrusted them."""
        return subject_of(self.candidate)


@dataclass(frozen=True)
class Awaited:
    """A child with an active referral, for whom papers are or were handed in; `said` is what was handed in so far.

    `then_inactive` says what follows where its term runs out: the application is inactive, else on the stop list.
    """

    candidate: Candidate
    referral: Referral
    card: ApplicationCard
    kindergarten: Kindergarten
    policy: Policy
    said: Admission | None
    may_submit: bool
    then_inactive: bool


async def list_awaited(tx: ReadTx, actor: Actor) -> list[Awaited]:
    """A family's children with active referrals, by the end of their terms; one whose card has not come is left out."""
    found = []
    for candidate in await candidates.list_own(tx, actor.person_id):
        referral = candidate.referral
        if referral is None or referral.status_at(tx.now()) is not ReferralStatus.VALID:
            continue
        card = await copies.cards.find(tx, candidate.application_id)
        garden = await copies.kindergartens.find(tx, referral.kindergarten_id)
        if card is None or garden is None:
            continue
        basis = await basis_of(tx, referral.policy)
        may = may_submit_papers(candidate, Case(referral.id, basis, tx.now()))
        said = await admissions.find_admission(tx, referral.id)
        then = await is_then_inactive(tx, candidate)
        found.append(Awaited(candidate, referral, card, garden, basis.policy, said, may, then))
    return sorted(found, key=lambda each: (each.referral.term.ends_at, each.referral.number))


async def list_own_admissions(
    tx: ReadTx, actor: Actor, *, offset: int, limit: int
) -> tuple[list[OpenedAdmission], int]:
    """A family's admission applications, newest first, and how many there are in all."""
    found, total = await admissions.list_own(tx, actor.person_id, offset=offset, limit=limit)
    return await _opened(tx, found), total


async def open_own_admission(tx: ReadTx, actor: Actor, application_id: UUID, referral_id: UUID) -> OpenedAdmission:
    """One of one's own admission applications.

    Raises:
        NotFound: `application_not_found`, also for somebody else's; `admission_not_found`.
        Unavailable: `application_not_complete_yet`.
    """
    candidate = await load_own_candidate(tx, actor, application_id)
    admission = await load_admission(tx, referral_id)
    if admission.application_id != candidate.application_id:
        raise NotFound("admission_not_found")
    return await _one(tx, admission)


async def list_admissions_at(
    tx: ReadTx,
    actor: Actor,
    kindergarten_id: UUID,
    state: AdmissionState | None,
    sort: Sort,
    *,
    offset: int,
    limit: int,
) -> tuple[list[OpenedAdmission], int]:
    """A page of the admission applications of the worker's kindergarten, and how many there are in all.

    Raises:
        NotFound: `kindergarten_not_found` for one the worker does not serve.
    """
    if not actor.works_at(kindergarten_id):
        raise NotFound("kindergarten_not_found")
    found, total = await list_at(tx, kindergarten_id, state, sort, offset=offset, limit=limit)
    return await _opened(tx, found), total


async def open_admission(tx: ReadTx, actor: Actor, referral_id: UUID) -> OpenedAdmission:
    """One admission application of the worker's kindergarten.

    Raises:
        NotFound: `admission_not_found`, also for another kindergarten's, and of a family that is forgotten.
        Unavailable: `application_not_complete_yet`.
    """
    admission = await load_admission(tx, referral_id)
    if not actor.works_at(admission.kindergarten_id) or admission.applicant is None:
        raise NotFound("admission_not_found")
    return await _one(tx, admission)


async def find_in_district(tx: ReadTx, actor: Actor, number: str) -> OpenedAdmission | None:
    """The admission application of a number, if it is one of the officer's district."""
    admission = await admissions.find_by_number(tx, number)
    opened = await _opened(tx, [admission]) if admission else []
    return opened[0] if opened and opened[0].candidate.queue.district == district_of(actor) else None


async def _one(tx: ReadTx, admission: Admission) -> OpenedAdmission:
    opened = await _opened(tx, [admission])
    if not opened:
        raise Unavailable("application_not_complete_yet")
    return opened[0]


async def _opened(tx: ReadTx, found: Sequence[Admission]) -> list[OpenedAdmission]:
    """These with what belongs to them; one whose card is gone, or has not come, is left out."""
    ids = {each.application_id for each in found}
    known, cards = await candidates.find_candidates(tx, ids), await copies.cards.find_many(tx, ids)
    referred = await referrals.find_referrals(tx, {each.referral_id for each in found})
    gardens = await copies.kindergartens.find_many(tx, {each.kindergarten_id for each in found})
    opened = []
    for each in found:
        card, garden = cards.get(each.application_id), gardens.get(each.kindergarten_id)
        if card is None or garden is None:
            continue
        candidate, referral = known[each.application_id], referred[each.referral_id]
        may = await _may(tx, candidate, referral, tx.now())
        opened.append(OpenedAdmission(each, candidate, referral, card, garden, *may))
    return opened


async def _may(tx: ReadTx, candidate: Candidate, referral: Referral, now: datetime) -> tuple[bool, bool, bool]:
    """Whether papers may be handed in, returned, and the child accepted upon them now."""
    case = Case(referral.id, await basis_of(tx, referral.policy), now)
    return may_submit_papers(candidate, case), may_return_papers(candidate, case), may_accept(candidate, case)
