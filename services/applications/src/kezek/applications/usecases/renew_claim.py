"""A family shows anew what was rejected, has run out or soon will (domain §3.benefit): a claim beside the former one.

What was confirmed counts until its last day, whatever becomes of the new papers.
"""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from kezek.applications.adapters.benefits import load_benefits
from kezek.applications.domain import review
from kezek.applications.domain.application import Application, Decision
from kezek.applications.domain.claim import Claim, ClaimFile, may_renew, renewed
from kezek.applications.usecases.claim_terms import set_claim_terms
from kezek.applications.usecases.decide_claim import lock_sharing, of_each, review_ends_at
from kezek.applications.usecases.saving import save
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import ApplicationStatus, QueueClass
from kezek.platform import policies
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict
from kezek.platform.workdays import local_day


async def renew_claim(
    tx: Tx, application: Application, claim_id: UUID, files: tuple[ClaimFile, ...], at: datetime
) -> Claim:
    """The new claim of a locked application; of twins all whose claim may be renewed share its papers.

    Raises:
        Conflict: `application_over`, `claim_asks_nothing`, `benefit_unknown` when the list has it no more,
            `file_used_already`.
    """
    gives = await _gives(tx, application.claim(claim_id))
    days = await _told_before_days(tx, application.made.district, local_day(at))
    due_at = await review_ends_at(tx, application.made.district, at)
    new: dict[UUID, Claim] = {}

    def decide(before: Application, own: UUID) -> Decision:
        head = next(iter(new.values()), None)
        made = replace(renewed(before.claim(own), new_id(), gives, files, at), due_at=due_at)
        made = replace(made, shared_with=head.id if head else None)
        decision = review.renew(before, own, made, days, at)
        new[own] = made
        return decision

    for before, _, decision in of_each(await lock_sharing(tx, claim_id), claim_id, decide):
        await save(tx, before, decision)
        await set_claim_terms(tx, decision.application)
    return new[claim_id]


async def list_renewable(tx: ReadTx, district: str, status: str, claims: tuple[Claim, ...]) -> set[UUID]:
    """Which of an application's claims its family may show anew today."""
    if not claims or status == ApplicationStatus.ENROLLED:
        return set()
    today = local_day(tx.now())
    days = await _told_before_days(tx, district, today)
    return {each.id for each in claims if may_renew(each, claims, today, days)}


async def _told_before_days(tx: ReadTx, district: str, today: date) -> int:
    return (await policies.load(tx, district, today)).benefit_end_told_before_days


async def _gives(tx: ReadTx, claim: Claim) -> QueueClass | None:
    """The class that the benefit gives by the list of now."""
    if claim.benefit is None:
        return None
    benefit = (await load_benefits(tx)).get(claim.benefit)
    if benefit is None:
        raise Conflict("benefit_unknown", benefit=claim.benefit)
    return benefit.queue_class
