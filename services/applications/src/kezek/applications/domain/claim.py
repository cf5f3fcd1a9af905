"""Claims: what a family says of itself and shows by papers, and an officer decides on (domain §3).

`REGISTRATION` and `REPRESENTATION` are decided before the child is queued; a benefit and special needs count from their
confirmation on, and meanwhile the child waits on general terms. A provisional benefit counts until the call without a
proof, where the policy says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kezek.contracts.ages import birthday
from kezek.contracts.vocabulary import ClaimKind, ClaimReason, ClaimState, ClaimVerdict, GroupKind, QueueClass
from kezek.platform.errors import RuleBrokenError

BEFORE_THE_QUEUE = frozenset({ClaimKind.REGISTRATION, ClaimKind.REPRESENTATION})
OPEN = frozenset({ClaimState.WAITING, ClaimState.BETTER_COPY_ASKED, ClaimState.UNPROVED})
_WITH_THE_FAMILY = frozenset({ClaimState.BETTER_COPY_ASKED, ClaimState.UNPROVED})
_REFUSED = frozenset({ClaimState.REJECTED, ClaimState.EXPIRED})
_CLASSES = tuple(QueueClass)


@dataclass(frozen=True, kw_only=True)
class ClaimFile:
    """A scan that was handed in; documents keeps it under this id."""

    id: UUID
    name: str
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    owner_id: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One claim; `due_at` ends what runs: the officer's term, or the family's time to show a proof after a call.

    `queue_class` is what it gives by the list of the day on which it was made; `correctional`: the family wants the
    correctional queue. `valid_until` is the last day of the proof. `files` are all that were handed in, oldest first;
    of twins `shared_with` names the claim that holds them and is decided for all.
    """

    id: UUID
    kind: ClaimKind
    state: ClaimState
    submitted_at: datetime
    benefit: str | None = None
    queue_class: QueueClass | None = None
    correctional: bool = False
    provisional: bool = False
    files: tuple[ClaimFile, ...] = ()
    due_at: datetime | None = None
    valid_until: date | None = None
    decided_at: datetime | None = None
    decided_by: UUID | None = None
    reason: ClaimReason | None = None
    remark: str = ""
    shared_with: UUID | None = None

    @property
    def counts(self) -> bool:
        """Whether the child stands by it in the order now."""
        return self.state is ClaimState.CONFIRMED or (self.provisional and self.state in OPEN)

    @property
    def papers_at(self) -> datetime:
        """When its last papers were handed in: from then on an officer has time to decide."""
        return self.files[-1].added_at if self.files else self.submitted_at

    def is_like(self, other: "Claim") -> bool:
        """Whether both claim the same."""
        return (self.kind, self.benefit, self.correctional) == (other.kind, other.benefit, other.correctional)

    @property
    def asks_for_papers(self) -> bool:
        """Whether the family is to hand in something."""
        return self.state in _WITH_THE_FAMILY

    @property
    def to_be_proved(self) -> bool:
        """Whether it counts while nothing shows it: a proof was never handed in, or is to be handed in anew."""
        return self.provisional and self.state in _WITH_THE_FAMILY


@dataclass(frozen=True)
class Verdict:
    """What an officer decides: with a reason unless confirmed, and of a benefit until which day its proof holds."""

    outcome: ClaimVerdict
    reason: ClaimReason | None = None
    remark: str = ""
    valid_until: date | None = None


def decided(
    claim: Claim, verdict: Verdict, officer_id: UUID, at: datetime, today: date, months: int | None = None
) -> Claim:
    """The claim as the officer decided it (domain §3); whom a family leaves without a better copy may be rejected.

    By the list of benefits a proof lives at most so many `months`.

    Raises:
        RuleBrokenError: `claim_decided`, `claim_reason_required`, `claim_remark_required`, `proof_over_already`,
            `proof_end_required`, `proof_end_too_late` or `proof_has_no_end`.
    """
    rejected = verdict.outcome is ClaimVerdict.REJECT
    if claim.state is not ClaimState.WAITING and not (rejected and claim.state is ClaimState.BETTER_COPY_ASKED):
        raise RuleBrokenError("claim_decided", state=claim.state.value)
    by = replace(claim, decided_at=at, decided_by=officer_id, due_at=None, reason=None, remark=verdict.remark)
    if verdict.outcome is ClaimVerdict.CONFIRM:
        _check_proof(claim, verdict.valid_until, today, months)
        return replace(by, state=ClaimState.CONFIRMED, valid_until=verdict.valid_until)
    if verdict.reason is None:
        raise RuleBrokenError("claim_reason_required")
    if verdict.reason is ClaimReason.OTHER and not verdict.remark:
        raise RuleBrokenError("claim_remark_required")
    return replace(by, state=ClaimState.REJECTED if rejected else ClaimState.BETTER_COPY_ASKED, reason=verdict.reason)


def _check_proof(claim: Claim, last_day: date | None, today: date, months: int | None) -> None:
    """Refuse a last day that a proof cannot have: without one a benefit would count when its reason is long gone."""
    if last_day is None:
        if claim.kind is ClaimKind.BENEFIT and months is not None:
            raise RuleBrokenError("proof_end_required", last_day=birthday(today, months).isoformat())
        return
    if claim.kind in BEFORE_THE_QUEUE:
        raise RuleBrokenError("proof_has_no_end")
    if last_day < today:
        raise RuleBrokenError("proof_over_already", last_day=last_day.isoformat())
    if months is not None and last_day > birthday(today, months):
        raise RuleBrokenError("proof_end_too_late", last_day=birthday(today, months).isoformat())


def answered(claim: Claim, files: tuple[ClaimFile, ...], due_at: datetime) -> Claim:
    """The claim with the family's new papers, for the officer to decide by `due_at`; its time stays.

    Raises:
        RuleBrokenError: `claim_asks_nothing`, unless a better copy or a proof is asked for.
    """
    if not claim.asks_for_papers:
        raise RuleBrokenError("claim_asks_nothing", state=claim.state.value)
    return replace(claim, state=ClaimState.WAITING, files=claim.files + files, due_at=due_at)


def may_renew(claim: Claim, claims: Sequence[Claim], today: date, days: int) -> bool:
    """Whether the family may show the same anew (domain §3.benefit): rejected, run out, or with at most `days` left.

    Of several claims of one matter the newest is asked, so that one at a time waits.
    """
    if claim.kind in BEFORE_THE_QUEUE or any(_order(each) > _order(claim) for each in claims if claim.is_like(each)):
        return False
    if is_set_aside(claim, claims) or (_needs_wait(claims) and claim.kind is ClaimKind.SPECIAL_NEEDS):
        return False
    last = claim.valid_until
    ends = claim.state is ClaimState.CONFIRMED and last is not None and today > last - timedelta(days=days)
    return ends or claim.state in _REFUSED


def added(new: Claim, claims: Iterable[Claim]) -> Claim:
    """A claim as it may be made beside others (domain §3): what was refused or ran out once is proved before it counts.

    Raises:
        RuleBrokenError: `claim_made_already` with its kind, when the same waits or counts, or other special needs wait;
            `papers_required`.
    """
    claims = tuple(claims)
    there = [each for each in claims if each.is_like(new)]
    waits = any(each.state in OPEN for each in there) or (new.kind is ClaimKind.SPECIAL_NEEDS and _needs_wait(claims))
    if waits or any(each.counts and not is_set_aside(each, claims) for each in there):
        raise RuleBrokenError("claim_made_already", claim=new.kind.value)
    if not any(each.state in _REFUSED for each in there):
        return new
    if new.state is ClaimState.UNPROVED:
        raise RuleBrokenError("papers_required", claim=new.kind.value)
    return replace(new, provisional=False)


def is_set_aside(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether it is confirmed and does not count: the family came to want the other queue (domain §3.special)."""
    return claim.counts and claim not in _counting(claims)


def _needs_wait(claims: Iterable[Claim]) -> bool:
    return any(each.state in OPEN and each.kind is ClaimKind.SPECIAL_NEEDS for each in claims)


def renewed(claim: Claim, new_id: UUID, gives: QueueClass | None, files: tuple[ClaimFile, ...], at: datetime) -> Claim:
    """The same claimed anew, for an officer to decide; until then what was decided stays as it is."""
    return Claim(
        id=new_id,
        kind=claim.kind,
        state=ClaimState.WAITING,
        submitted_at=at,
        benefit=claim.benefit,
        queue_class=gives,
        correctional=claim.correctional,
        files=files,
    )


def _order(claim: Claim) -> tuple[datetime, UUID]:
    return claim.submitted_at, claim.id


def expired(claim: Claim) -> Claim:
    """A proof that has run out, or was not shown in time: the claim counts no more."""
    return replace(claim, state=ClaimState.EXPIRED, due_at=None)


def best_class(claims: Iterable[Claim]) -> QueueClass:
    """The best class that these claims give now; without any the general one (domain §5.1)."""
    given = [claim.queue_class for claim in _counting(claims) if claim.queue_class is not None]
    return min(given, key=_CLASSES.index, default=QueueClass.GENERAL)


def benefits_shown(claims: Iterable[Claim]) -> dict[str, bool]:
    """The benefits that count or wait, by their codes as claimed, and whether an officer has confirmed each."""
    claims = tuple(claims)
    shown: dict[str, bool] = {}
    for claim in claims:
        confirmed = claim.state is ClaimState.CONFIRMED
        if claim.benefit and (confirmed or claim.state in OPEN) and not is_set_aside(claim, claims):
            shown[claim.benefit] = confirmed or shown.get(claim.benefit, False)
    return shown


def group_kind(claims: Iterable[Claim]) -> GroupKind:
    """The correctional queue where the conclusion is confirmed and the family wants it (domain §3.special)."""
    wanted = any(claim.correctional for claim in _counting(claims))
    return GroupKind.CORRECTIONAL if wanted else GroupKind.GENERAL


def _counting(claims: Iterable[Claim]) -> list[Claim]:
    """Those that count; of special needs the one made last: a family may come to want the other queue."""
    counting = [claim for claim in claims if claim.counts]
    needs = [claim for claim in counting if claim.kind is ClaimKind.SPECIAL_NEEDS]
    last = max(needs, key=_order, default=None)
    return [claim for claim in counting if claim.kind is not ClaimKind.SPECIAL_NEEDS or claim is last]
