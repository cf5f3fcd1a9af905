"""An officer reads the refusals of the own district that wait for a decision, and one of them whole (§7.refused)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kezek.contracts.access import Subject
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.kindergartens import Kindergarten
from kezek.platform import calendar
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound, Unavailable
from kezek.platform.officers import district_of
from kezek.platform.workdays import local_day, working_days_left
from kezek.referrals.adapters import candidates, copies, refusals
from kezek.referrals.adapters.referrals import find_referral
from kezek.referrals.domain.candidate import Candidate, Referral
from kezek.referrals.domain.refusal import Refusal
from kezek.referrals.usecases.decide_refusal import load_refusal


@dataclass(frozen=True)
class OpenedRefusal:
    """A refusal with the referral, the child's card and the kindergarten.

    `waits_days` are the working days after that of the refusal, until today or until the decision.
    """

    refusal: Refusal
    candidate: Candidate
    referral: Referral
    card: ApplicationCard
    kindergarten: Kindergarten
    waits_days: int

    @property
    def subject(self) -> Subject:
        """Whose data these are: the applicant's who entrusted them."""
        return Subject(person_id=self.candidate.child.applicant_id, application_id=self.candidate.application_id)


async def list_waiting(tx: ReadTx, actor: Actor, *, offset: int, limit: int) -> tuple[list[OpenedRefusal], int]:
    """The refusals under review in the officer's district, the longest waiting first, and how many there are in all."""
    found, total = await refusals.list_waiting(tx, district_of(actor), offset=offset, limit=limit)
    return await _opened(tx, found), total


async def open_refusal(tx: ReadTx, actor: Actor, referral_id: UUID) -> OpenedRefusal:
    """One refusal of the officer's district, decided or not.

    Raises:
        NotFound: `refusal_not_found`, also for another district's, and of an application that is erased.
        Unavailable: `application_not_complete_yet`.
    """
    _, refusal = await load_refusal(tx, actor, referral_id)
    if refusal.forgotten:
        raise NotFound("refusal_not_found")
    opened = await _opened(tx, [refusal])
    if not opened:
        raise Unavailable("application_not_complete_yet")
    return opened[0]


async def _opened(tx: ReadTx, found: Sequence[Refusal]) -> list[OpenedRefusal]:
    """These refusals with what belongs to them; one whose card is gone, or has not come, is left out."""
    ids = {each.application_id for each in found}
    known, cards = await candidates.find_candidates(tx, ids), await copies.cards.find_many(tx, ids)
    referred = {each.referral_id: await find_referral(tx, each.referral_id) for each in found}
    referrals = {key: each[1] for key, each in referred.items() if each}
    gardens = await copies.kindergartens.find_many(tx, {each.kindergarten_id for each in referrals.values()})
    worked, now = await calendar.load(tx), tx.now()
    opened = []
    for refusal in found:
        referral, card = referrals.get(refusal.referral_id), cards.get(refusal.application_id)
        garden = gardens.get(referral.kindergarten_id) if referral else None
        if referral is None or card is None or garden is None:
            continue
        refused_at, until = refusal.refused.at, refusal.decided.at if refusal.decided else now
        days = working_days_left(worked, refused_at, local_day(until), refused_at)
        opened.append(OpenedRefusal(refusal, known[refusal.application_id], referral, card, garden, days))
    return opened
