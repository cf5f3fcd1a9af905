"""What the steps of a swap mean for both families (domain §7.swap)."""

from collections.abc import Mapping
from datetime import datetime

from kezek.contracts.kindergartens import SwapEndsSoon, SwapEvent
from kezek.contracts.vocabulary import SwapState
from kezek.notifications.domain.notice import NAMES_A_KINDERGARTEN, Notice, NoticeKind

TOLD: Mapping[SwapState, NoticeKind] = {
    SwapState.PROPOSED: NoticeKind.SWAP_PROPOSED,
    SwapState.JOINED: NoticeKind.SWAP_JOINED,
    SwapState.APPROVED: NoticeKind.SWAP_APPROVED,
    SwapState.DONE: NoticeKind.SWAP_DONE,
    SwapState.CANCELLED: NoticeKind.SWAP_CANCELLED,
    SwapState.DECLINED: NoticeKind.SWAP_DECLINED,
    SwapState.EXPIRED: NoticeKind.SWAP_EXPIRED,
    SwapState.VOIDED: NoticeKind.SWAP_VOIDED,
}
_NAMES_WHO_DECIDED = (SwapState.APPROVED, SwapState.DECLINED)


def notices_of_swap(event: SwapEvent, version: int, at: datetime) -> list[Notice]:
    """One for each family that has signed by now; its kindergarten is the one where its child goes, or who decided."""
    reminds = isinstance(event, SwapEndsSoon)
    kind = NoticeKind.SWAP_ENDS_SOON if reminds else TOLD[event.state]
    told = []
    for own, other in ((event.first, event.second), (event.second, event.first)):
        if own is None:
            continue
        to = other.kindergarten_id if other else event.to_kindergarten_id
        named = event.by_kindergarten if event.state in _NAMES_WHO_DECIDED and not reminds else to
        told.append(
            Notice(
                kind=kind,
                application_id=own.application_id,
                applicant_id=own.applicant_id,
                about=f"swap:{event.swap_id}:{version}:soon" if reminds else f"swap:{event.swap_id}:{version}",
                occurred_at=at,
                kindergarten_id=named if kind in NAMES_A_KINDERGARTEN else None,
                last_day=event.last_day,
            )
        )
    return told
