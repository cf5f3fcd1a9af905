"""At which time a child is queued whose kindergarten was closed: what is signed says it, queueing it does it (§6.6)."""

from collections.abc import Iterable

from kezek.applications.adapters import store
from kezek.applications.domain.application import Decision
from kezek.applications.domain.old_time import Former, at_time_of, kept_of
from kezek.applications.usecases.load_intake import Intake
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import ApplicationStatus
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx


async def at_old_time(tx: ReadTx, decision: Decision, policy: Policy) -> Decision:
    """A decision that may queue a child, at its old time if that is kept; whose child it is has been shown by then."""
    new = decision.application
    if new.status is not ApplicationStatus.QUEUED:
        return decision
    former = kept_of(await store.list_former(tx, new.made.child_id), new.made.district, policy)
    return at_time_of(former, decision) if former else decision


async def list_kept(tx: ReadTx, intake: Intake, policy: Policy, applicant: Actor) -> Iterable[tuple[str, Former]]:
    """By IIN, what is kept of the children applied for, as far as the applicant may know of it.

    Of another's application nothing is told before the register, or an officer, has said whose child it is.
    """
    kept = []
    for child in intake.children:
        child_id = await store.find_child_id(tx, child.person.iin)
        found = await store.list_former(tx, child_id) if child_id else []
        former = kept_of(found, intake.district, policy)
        known = child.of_applicant and not intake.to_check
        if former and (known or former.applicant_id == applicant.person_id):
            kept.append((child.person.iin, former))
    return kept
