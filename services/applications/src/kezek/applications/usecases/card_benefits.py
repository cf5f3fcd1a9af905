"""What an application's card says of benefits: the kindergarten sees them with the child (domain §7.workroom)."""

from collections.abc import Iterable

from kezek.applications.adapters.benefits import load_benefits
from kezek.applications.domain.claim import Claim, benefits_shown
from kezek.contracts.texts import Text
from kezek.contracts.values import ClaimedBenefit
from kezek.platform.db import ReadTx


async def card_benefits(tx: ReadTx, claims: Iterable[Claim]) -> tuple[ClaimedBenefit, ...]:
    """The benefits that these claims show, named by the list of now; one that the list has lost keeps its code."""
    shown = benefits_shown(claims)
    known = await load_benefits(tx) if shown else {}
    names = {code: known[code].name if code in known else Text(code, code, code) for code in shown}
    return tuple(ClaimedBenefit(code=code, name=names[code], confirmed=shown[code]) for code in shown)
