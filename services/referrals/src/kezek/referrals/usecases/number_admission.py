"""Each admission application has a number, of its district's code and the year (domain §8.papers)."""

from datetime import datetime

from kezek.contracts.policy import Policy
from kezek.platform.db import Tx
from kezek.platform.workdays import local_day
from kezek.referrals.adapters import admissions
from kezek.referrals.domain.papers import admission_number, service_code


async def number_admission(tx: Tx, policy: Policy, district: str, at: datetime) -> str:
    """The next number at an instant; none is skipped, so others of the same code wait until this is committed."""
    code, year = policy.admission_code, local_day(at).year
    serial = await admissions.next_serial(tx, service_code(code, district), year)
    return admission_number(code, district, year, serial)
