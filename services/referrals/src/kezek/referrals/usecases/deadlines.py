"""The deadlines of a candidate: one row per kind, written with the state they belong to."""

from kezek.platform.db import Tx
from kezek.platform.kazakhstan import default_calendar
from kezek.platform.timers import Deadline, clear_deadline, set_deadline
from kezek.platform.workdays import Term, term_of_working_days
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.policy import Policy
from kezek.referrals.usecases.publishing import Because

TURN = "turn"
REFERRAL = "referral"
STOP_LIST = "stop-list"


async def begin_term(tx: Tx, kind: str, candidate: Candidate, days: int, policy: Policy, because: Because) -> Term:
    """Compute a term of working days from the day of the step and write its deadline."""
    calendar = default_calendar()
    term = term_of_working_days(calendar, because.at, days)
    await set_deadline(
        tx,
        Deadline(
            kind=kind,
            key=str(candidate.application_id),
            group=candidate.queue,
            due_at=term.ends_at,
            began_at=because.at,
            calendar_version=calendar.version,
            policy=policy.id,
            working_days=days,
        ),
    )
    return term


async def end_term(tx: Tx, kind: str, candidate: Candidate) -> None:
    """Forget a deadline whose matter is settled."""
    await clear_deadline(tx, kind, str(candidate.application_id))
