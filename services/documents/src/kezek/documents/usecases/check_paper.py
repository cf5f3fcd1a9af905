"""The public check behind the QR code: no personal data (domain §7)."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from kezek.contracts.texts import Text
from kezek.documents.adapters import copies, store
from kezek.documents.domain.referral import Verdict, judge
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound

_CODE = re.compile("[a-z2-7]{26}")


@dataclass(frozen=True)
class CheckedPaper:
    """Whether a paper is valid, for which kindergarten and until when; `stopped`: as long as its term does not run."""

    verdict: Verdict
    kindergarten: Text
    last_day: date
    expires_at: datetime
    stopped: bool


async def check_paper(tx: ReadTx, code: str, now: datetime) -> CheckedPaper:
    """What the code on a paper stands for.

    Raises:
        NotFound: `paper_unknown`.
    """
    plain = code.lower()
    referral = await store.find_referral_by_code(tx, plain) if _CODE.fullmatch(plain) else None
    kindergarten = await copies.kindergartens.find(tx, referral.kindergarten_id) if referral else None
    if referral is None or kindergarten is None:
        raise NotFound("paper_unknown")
    verdict = judge(referral, now)
    stopped = referral.stopped and verdict is Verdict.VALID
    return CheckedPaper(verdict, kindergarten.name, referral.last_day, referral.expires_at, stopped)
