"""The public check behind the QR code: no personal data (domain §7)."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from kezek.contracts.texts import Text
from kezek.documents.adapters import copies, sheets, store
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


@dataclass(frozen=True)
class CheckedSheet:
    """Whether the paper of a group's month counts, and of which kindergarten, month and digest it is."""

    verdict: Verdict
    kindergarten: Text
    number: str
    month: date
    digest: str


Checked = CheckedPaper | CheckedSheet


async def check_paper(tx: ReadTx, code: str, now: datetime) -> Checked:
    """What the code on a paper stands for.

    Raises:
        NotFound: `paper_unknown`.
    """
    plain = code.lower()
    found = (await _referral(tx, plain, now) or await _sheet(tx, plain)) if _CODE.fullmatch(plain) else None
    if found is None:
        raise NotFound("paper_unknown")
    return found


async def _referral(tx: ReadTx, code: str, now: datetime) -> CheckedPaper | None:
    referral = await store.find_referral_by_code(tx, code)
    kindergarten = await copies.kindergartens.find(tx, referral.kindergarten_id) if referral else None
    if referral is None or kindergarten is None:
        return None
    verdict = judge(referral, now)
    stopped = referral.stopped and verdict is Verdict.VALID
    return CheckedPaper(verdict, kindergarten.name, referral.last_day, referral.expires_at, stopped)


async def _sheet(tx: ReadTx, code: str) -> CheckedSheet | None:
    paper = await sheets.find_paper_by_code(tx, code)
    sheet = await copies.sheets.find(tx, paper.sheet_id) if paper else None
    kindergarten = await copies.kindergartens.find(tx, sheet.kindergarten_id) if sheet else None
    if sheet is None or kindergarten is None:
        return None
    verdict = Verdict.VALID if sheet.reopened_at is None else Verdict.VOID
    return CheckedSheet(verdict, kindergarten.name, sheet.number, sheet.month, sheet.digest)
