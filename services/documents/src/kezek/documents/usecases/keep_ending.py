"""How a referral ended, as referrals tells it: the refusal stands, or the child has left. Each gets its paper, once."""

from datetime import datetime
from typing import Any

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.referrals import CandidateEvent, Departed, RefusalUpheld
from kezek.contracts.vocabulary import DocumentKind
from kezek.documents.usecases.keep_referral import card_input
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import is_erased
from kezek.platform.messaging.jobs import add_job

ENDING_PDF = "ending-pdf"


async def keep_ending(tx: Tx, event: RefusalUpheld | Departed, at: datetime) -> None:
    """Have the paper of what was so `at` an instant made (domain §7.refused, §7.roster); none of who is forgotten."""
    referral = event.referral
    if referral is None or await is_erased(tx, ApplicationCard, str(event.application_id)):
        return
    kind = DocumentKind.REFUSAL if isinstance(event, RefusalUpheld) else DocumentKind.DEPARTURE
    payload = {
        "referral_id": str(referral.referral_id),
        "kind": kind.value,
        "at": at.isoformat(),
        "kindergarten_id": str(referral.kindergarten_id),
        **_departure(event),
    }
    key = f"{kind.value}:{referral.referral_id}"
    await add_job(tx, ENDING_PDF, key, payload, waits_for=card_input(event.application_id))


def _departure(event: CandidateEvent) -> dict[str, Any]:
    """Why and when the child left, and which kindergarten: after a swap not the referral's."""
    if not isinstance(event, Departed):
        return {}
    where = {"kindergarten_id": str(event.kindergarten_id)} if event.kindergarten_id else {}
    departure = event.departure.value if event.departure else None
    return {"departure": departure, "left_on": event.left_on.isoformat() if event.left_on else None, **where}
