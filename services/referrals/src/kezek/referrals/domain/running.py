"""The term that runs for a candidate: whose it is, until when, and the place that its end sets free (domain §6.7)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.terms import TermKind


@dataclass(frozen=True)
class Running:
    """A running term; that of the stop list or of who is inactive holds no place, and no policy judges its end."""

    kind: TermKind
    key: UUID
    ends_at: datetime
    policy: str = ""
    place_id: UUID | None = None


def running_term(candidate: Candidate) -> Running | None:
    """The one term that runs for a candidate, if any."""
    turn, referral = candidate.turn, candidate.referral
    if turn is not None:
        return Running(TermKind.TURN, turn.id, turn.term.ends_at, turn.policy, turn.place_id)
    if referral is not None and referral.term_runs:
        return Running(TermKind.REFERRAL, referral.id, referral.term.ends_at, referral.policy, referral.place_id)
    if candidate.stop_listed_until is not None:
        return Running(TermKind.STOP_LIST, stop_list_key(candidate), candidate.stop_listed_until)
    if candidate.inactive_until is not None:
        return Running(TermKind.INACTIVE, candidate.application_id, candidate.inactive_until)
    return None


def stop_list_key(candidate: Candidate) -> UUID:
    """Whose end the stop list's term is: of the referral that was missed, or of an application that came with it."""
    return candidate.referral.id if candidate.referral else candidate.application_id


def runs_until(candidate: Candidate, kind: TermKind, key: UUID, ends_at: datetime) -> Running | None:
    """What runs, if it is this turn's, or this referral's, term and ends at the instant.

    The release before wrote the application for the key: what runs of that kind is meant.
    """
    term = running_term(candidate)
    if term is None or key not in {term.key, candidate.application_id}:
        return None
    return term if (term.kind, term.ends_at) == (kind, ends_at) else None
