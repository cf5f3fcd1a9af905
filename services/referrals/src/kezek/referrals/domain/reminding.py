"""The family is reminded, once, that a term ends (domain §9.reminders)."""

from datetime import datetime
from uuid import UUID

from kezek.contracts.law import Reason
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.decisions import Decision, Step, StepKind
from kezek.referrals.domain.running import running_term
from kezek.referrals.domain.terms import TermKind

REMINDER = "reminder"
"""The kind of its deadline, keyed as the term is."""
_REASONS = {
    TermKind.TURN: Reason.CHOICE_DUE_SOON,
    TermKind.REFERRAL: Reason.REFERRAL_DUE_SOON,
    TermKind.INACTIVE: Reason.RESTORING_DUE_SOON,
}


def remind(candidate: Candidate, key: UUID, at: datetime) -> Decision | None:
    """Remind of the end of this turn's or referral's term, or of that in which one may be restored.

    None when it does not run any more, or is over at `at`.
    """
    term = running_term(candidate)
    reason = _REASONS.get(term.kind) if term and term.key == key and at < term.ends_at else None
    return Decision(candidate, at, (Step(StepKind.TERM_ENDS_SOON, reason),)) if reason else None
