"""An accepted child comes on the roster as soon as its card is there (architecture §job.5)."""

from datetime import datetime
from uuid import UUID

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.referrals import ReferralAccepted, ReferralFacts
from kezek.contracts.vocabulary import GroupKind
from kezek.kindergartens.adapters import attendance_day, kindergartens, pickups, roster, sheet_answers
from kezek.kindergartens.usecases.close_kindergarten import depart_all
from kezek.kindergartens.usecases.transfer_child import leave_former
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import is_erased
from kezek.platform.messaging.jobs import Job, NotReadyError, add_job, drop_jobs, wake_jobs

ENROL_CHILD = "enrol-child"


async def expect_child(tx: Tx, event: ReferralAccepted, accepted_at: datetime) -> None:
    """Remember that a child was accepted; its card may come later, unless it was erased."""
    if event.referral is None or await is_erased(tx, ApplicationCard, str(event.application_id)):
        return
    payload = {
        "application_id": str(event.application_id),
        "applicant_id": str(event.applicant_id),
        "child_id": str(event.child_id),
        "kind": event.queue.kind.value,
        "accepted_at": accepted_at.isoformat(),
        "referral": event.referral.model_dump(mode="json"),
        "transfer_of": str(event.transfer_of) if event.transfer_of else None,
    }
    await add_job(tx, ENROL_CHILD, str(event.referral.referral_id), payload, waits_for=_card(event.application_id))


async def enrol_child(tx: Tx, job: Job) -> None:
    """Put the child on the roster; by a transfer it leaves the former one in the same transaction (domain §7.transfer).

    Raises:
        NotReadyError: while its card is not there.
    """
    application_id = UUID(job.payload["application_id"])
    if await roster.cards.find(tx, application_id) is None:
        raise NotReadyError
    referral = ReferralFacts.model_validate(job.payload["referral"])
    accepted_at = datetime.fromisoformat(job.payload["accepted_at"])
    # jobs written before all was kept know nobody, or only the applicant
    applicant_id, child_id = (_id(job.payload.get(who)) for who in ("applicant_id", "child_id"))
    kind = GroupKind(job.payload.get("kind", GroupKind.GENERAL.value))
    if (former := _id(job.payload.get("transfer_of"))) is not None:
        await leave_former(tx, former, referral.kindergarten_id, accepted_at)
    # who closes it waits for this child, or has closed it already
    await kindergartens.share_kindergarten(tx, referral.kindergarten_id)
    await roster.insert_accepted(tx, application_id, (applicant_id, child_id), kind, referral, accepted_at)
    garden = await kindergartens.find_kindergarten(tx, referral.kindergarten_id)
    if garden is not None and garden.closed:  # it was accepted at the last minute
        await depart_all(tx, garden.id, job.key)


async def keep_card(tx: Tx, card: ApplicationCard, version: int) -> None:
    """Keep a card's newest version and run what waited for it."""
    if await roster.cards.keep(tx, card, version):
        await wake_jobs(tx, _card(card.application_id))


async def forget_card(tx: Tx, application_id: str) -> None:
    """Let an erased card go, with what waited for it; the roster names nobody without a card."""
    await roster.cards.forget(tx, application_id)
    await attendance_day.forget_remarks(tx, UUID(application_id))
    await sheet_answers.forget_answers(tx, UUID(application_id))
    await pickups.forget_of_child(tx, UUID(application_id))
    await drop_jobs(tx, _card(UUID(application_id)))


def _card(application_id: UUID) -> str:
    return f"card:{application_id}"


def _id(kept: str | None) -> UUID | None:
    return UUID(kept) if kept else None
