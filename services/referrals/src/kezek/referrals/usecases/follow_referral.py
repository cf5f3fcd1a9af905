"""The papers of a referral follow it to its end: accepted, refused, or archived by themselves (domain §4, §8)."""

from datetime import datetime

from kezek.contracts.vocabulary import ReferralStatus
from kezek.platform import policies
from kezek.platform.db import Tx
from kezek.referrals.adapters import admissions
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.papers import archived_unsubmitted, end_of
from kezek.referrals.usecases.number_admission import number_admission


async def follow_referral(tx: Tx, before: Candidate, after: Candidate, at: datetime) -> None:
    """End the admission application with its referral, in one transaction, whoever or whatever ended that.

    One whose term ran out with nothing handed in stands in the journal as archived, too, where papers were asked for.
    """
    ended, referral = end_of(before, after), after.referral
    if ended is None or referral is None or await admissions.end_admission(tx, referral.id, ended, at):
        return
    if referral.status is not ReferralStatus.EXPIRED:
        return
    policy = await policies.load_by_id(tx, referral.policy)
    if policy.papers_before_acceptance:
        number = await number_admission(tx, policy, after.queue.district, at)
        await admissions.insert_unsubmitted(tx, archived_unsubmitted(after, at, number))
