"""Acts on one application are judged in the order in which their signatures came (domain §4.ends, §6.7)."""

from datetime import datetime
from typing import Any

from kezek.platform.act_rows import check_first_received
from kezek.platform.acts import Act
from kezek.platform.db import Tx
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.receipts import hold_back
from kezek.referrals.usecases.basis import basis_on
from kezek.referrals.usecases.received import who_signed


async def check_first(tx: Tx, act: Act[Any, Any], candidate: Candidate, received_at: datetime) -> None:
    """Let what was signed before for this locked candidate come first, as long as the policy lets it hold others back.

    Raises:
        ReceivedEarlier: to finish an earlier act first.
    """
    policy = (await basis_on(tx, candidate.queue, received_at)).policy
    rivals = who_signed([candidate.application_id])
    await check_first_received(tx, act, before=received_at, hold_back=hold_back(policy), rivals=rivals)
