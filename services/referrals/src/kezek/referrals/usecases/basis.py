"""By which policy and calendar something is judged (domain §9)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.contracts.values import QueueRef
from kezek.platform import calendar, policies
from kezek.platform.db import ReadTx
from kezek.platform.workdays import last_day_of, local_day
from kezek.referrals.domain.admission import Case
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.running import Running, running_term
from kezek.referrals.domain.terms import Basis
from kezek.referrals.domain.vouchers import is_by_vouchers


async def basis_on(tx: ReadTx, queue: QueueRef, at: datetime) -> Basis:
    """What is in force in the queue's district on the day of an instant: what begins then is judged by it."""
    return Basis(await policies.load(tx, queue.district, local_day(at)), await calendar.load(tx))


async def policies_at(tx: ReadTx, queue: QueueRef, at: datetime) -> tuple[Policy, ...]:
    """What is in force in the queue's district at an instant, before what begins with it comes that (domain §6.7)."""
    days = dict.fromkeys((last_day_of(at), local_day(at)))
    return tuple([await policies.load(tx, queue.district, day) for day in days])


async def basis_of(tx: ReadTx, policy_id: str) -> Basis:
    """The policy that a running term keeps, and the calendar of now."""
    return Basis(await policies.load_by_id(tx, policy_id), await calendar.load(tx))


async def policy_of_place(tx: ReadTx, candidate: Candidate) -> Policy:
    """By what the place is judged that is held for the candidate's turn, or to which it was referred last."""
    kept = candidate.turn or candidate.referral
    if kept is None:
        return await policies.load(tx, candidate.queue.district, local_day(tx.now()))
    return await policies.load_by_id(tx, kept.policy)


async def is_then_inactive(tx: ReadTx, candidate: Candidate) -> bool:
    """Whether who lets the running term of a turn or a referral pass is inactive then (domain §9.profiles)."""
    term = running_term(candidate)
    return term is not None and term.policy != "" and is_by_vouchers(await policies.load_by_id(tx, term.policy))


async def case_of(tx: ReadTx, candidate: Candidate, referral_id: UUID, at: datetime) -> Case:
    """About which referral of the candidate an act is, by the policy under which that was issued."""
    referral = candidate.referral
    basis = await (basis_of(tx, referral.policy) if referral else basis_on(tx, candidate.queue, at))
    return Case(referral_id, basis, at)


async def bases_of(tx: ReadTx, terms: Iterable[Running]) -> dict[str, Basis]:
    """By its id the policy of each of these terms, with the calendar of now."""
    return {each: await basis_of(tx, each) for each in sorted({term.policy for term in terms if term.policy})}


async def basis_of_choice(tx: ReadTx, candidate: Candidate, at: datetime) -> Basis:
    """By what a choice is judged: a running turn's policy, else that of the day."""
    if candidate.turn is not None:
        return await basis_of(tx, candidate.turn.policy)
    return await basis_on(tx, candidate.queue, at)
