"""The papers of a referral follow it to its end: accepted, refused, or archived by themselves (domain §4, §8)."""

from datetime import datetime

from kezek.platform.db import Tx
from kezek.referrals.adapters import admissions
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.papers import end_of


async def follow_referral(tx: Tx, before: Candidate, after: Candidate, at: datetime) -> None:
    """End the admission application with its referral, in one transaction, whoever or whatever ended that."""
    ended = end_of(before, after)
    if ended is not None and before.referral is not None:
        await admissions.end_admission(tx, before.referral.id, ended, at)
