"""A family claims a benefit or special needs once its application is made (domain §3.benefit, §3.special).

An officer decides within the term of the law; the child keeps its time. A benefit is claimed for all twins, special
needs for this child.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.applications.adapters.applications import list_twins_of, lock_own
from kezek.applications.adapters.benefits import load_benefits
from kezek.applications.domain import review
from kezek.applications.domain.application import Application, Decision
from kezek.applications.domain.claim import Claim
from kezek.applications.domain.states import CALLED
from kezek.applications.usecases.claim_terms import await_proofs, set_claim_terms
from kezek.applications.usecases.claims_of_submission import (
    Asked,
    asked_benefit,
    asked_needs,
    check_asked,
    claim_of,
)
from kezek.applications.usecases.decide_claim import of_each, review_ends_at
from kezek.applications.usecases.saving import PURPOSES, save
from kezek.applications.usecases.submission_facts import Papers
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import ClaimKind
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import NotFound
from kezek.platform.file_receipts import ReceiptReader
from kezek.platform.given_files import GivenFile, given_files
from kezek.platform.workdays import local_day


@dataclass(frozen=True)
class NewClaim:
    """What is claimed: a benefit of the list, or special needs and which queue is wanted; by which receipts."""

    kind: ClaimKind
    benefit: str
    correctional: bool
    receipts: tuple[str, ...]


async def add_claim(tx: Tx, receipts: ReceiptReader, actor: Actor, application_id: UUID, wanted: NewClaim) -> Claim:
    """The new claim of this application.

    Raises:
        NotFound: `application_not_found`, also for somebody else's.
        Invalid: what is wrong with a receipt.
        Conflict: `application_over`, `transfer_takes_no_claim`, `claim_made_already`, `benefit_unknown`,
            `papers_required`, `file_used_already`, `too_many_files`, `files_too_large`.
    """
    together = {application_id}
    if wanted.kind is ClaimKind.BENEFIT:
        together |= set(await list_twins_of(tx, application_id))
    own, now = await lock_own(tx, actor.person_id, together), tx.now()
    asked_of = next((each for each in own if each.id == application_id), None)
    if asked_of is None:
        raise NotFound("application_not_found")
    district = asked_of.made.district
    policy = await policies.load(tx, district, local_day(now))
    files = given_files(wanted.receipts, receipts, actor.person_id, PURPOSES[wanted.kind], policy)
    asked = await _asked(tx, wanted, files, policy)
    sharing = [(each, each.id) for each in own if each.made.district == district]
    return (await _add(tx, sharing, application_id, asked, policy, now))[application_id]


async def _asked(tx: ReadTx, wanted: NewClaim, files: tuple[GivenFile, ...], policy: Policy) -> Asked:
    benefits = await load_benefits(tx)
    if wanted.kind is ClaimKind.BENEFIT:
        asked = asked_benefit(wanted.benefit, Papers(files=files), benefits)
    else:
        asked = asked_needs(wanted.correctional, Papers(files=files), benefits)
    await check_asked(tx, [asked], policy)
    return asked


async def _add(
    tx: Tx, sharing: list[tuple[Application, UUID]], asked_of: UUID, asked: Asked, policy: Policy, now: datetime
) -> dict[UUID, Claim]:
    """The claims by application: of twins who do not take it, because they have it or are over, none."""
    due_at = await review_ends_at(tx, sharing[0][0].made.district, now)
    new: dict[UUID, Claim] = {}

    def decide(before: Application, own: UUID) -> Decision:
        head = next(iter(new.values()), None)
        made = claim_of(asked, policy, now, due_at, head.id if head else None)
        decision = review.add(before, made, now)
        new[own] = decision.application.claim(made.id)
        return decision

    for before, _, decision in of_each(sharing, asked_of, decide):
        await save(tx, before, decision)
        after = decision.application
        if after.status in CALLED:
            after = await await_proofs(tx, after, now)
        await set_claim_terms(tx, after)
        new[after.id] = after.claim(new[after.id].id)
    return new
