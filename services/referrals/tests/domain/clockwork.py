"""Children and places in memory, saved as the service saves them, and what time brings about: checked at each step."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from uuid import UUID

from kezek.contracts.ages import birthday
from kezek.contracts.policy import REFERRAL_PROFILE, Policy
from kezek.contracts.values import QueuedChild, QueueRef, Transfer
from kezek.contracts.vocabulary import AdmissionState, GroupKind, InstructionLanguage, QueueClass, ReferralStatus
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import RuleBrokenError
from kezek.platform.transitions import ImpossibleTransitionError
from kezek.platform.workdays import Calendar, local_day, midnight_of
from kezek.referrals.domain import decisions
from kezek.referrals.domain.ageing import age_out, is_planned, is_too_old
from kezek.referrals.domain.candidate import CalledWith, Candidate
from kezek.referrals.domain.decisions import Decision, StepKind
from kezek.referrals.domain.instant import at_instant, end_of
from kezek.referrals.domain.papers import end_of as papers_end
from kezek.referrals.domain.place import Place, open_to_all
from kezek.referrals.domain.running import running_term, runs_until
from kezek.referrals.domain.terms import Basis, RunningTerm, TermKind, counted_anew
from kezek.referrals.domain.transfer import end_transfer, is_void

START = datetime(2027, 2, 1, 7, tzinfo=UTC)
QUEUE = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2023)
ELSEWHERE = QueueRef(district="1116", kind=GroupKind.GENERAL, group_year=2023)
BASIS = Basis(REFERRAL_PROFILE, Calendar(version=1, holidays=lambda _: False))
CHILDREN = [UUID(int=number) for number in (1, 2, 3)]
PLACES = [UUID(int=number) for number in (11, 12, 13)]
KAZAKH = InstructionLanguage.KAZAKH
CALLED_WITH = CalledWith(QueueClass.GENERAL, date(2024, 1, 5), (KAZAKH,))
ON_THE_WAY = frozenset({Status.REFERRED, Status.PAPERS_SUBMITTED, Status.REFUSAL_REVIEW})
WITH_A_TERM = frozenset({Status.NOTIFIED, Status.STOP_LISTED, Status.INACTIVE})
Running = tuple[TermKind, UUID, datetime, UUID]


def a_child(application_id: UUID, *, transfer: bool = False) -> Candidate:
    """One that waits; or one that is enrolled, in no kindergarten that has places here, and asks for another."""
    facts = {"child_id": application_id, "applicant_id": application_id, "submitted_at": START}
    age = {"queue_class": QueueClass.GENERAL, "birth_date": date(2024, 1, 5), "languages": (KAZAKH,)}
    leaves = Transfer(application_id=UUID(int=9), kindergarten_id=UUID(int=9)) if transfer else None
    child = QueuedChild(application_id=application_id, transfer=leaves, **facts, **age)
    return Candidate(child, QUEUE, serial=application_id.int)


@dataclass
class Clockwork:
    """Children and places in memory; decisions are saved as the service saves them."""

    basis: Basis = BASIS
    now: datetime = START
    children: dict[UUID, Candidate] = field(default_factory=lambda: {each: a_child(each) for each in CHILDREN})
    places: dict[UUID, Place] = field(
        default_factory=lambda: {each: Place(each, each, 1, each, QUEUE, KAZAKH, START) for each in PLACES}
    )
    # those that terms keep; what is signed and not finished yet
    policies: dict[str, Policy] = field(default_factory=dict)
    signed: list[Callable[[], None]] = field(default_factory=list)
    last_act: Callable[[], None] | None = None
    running: list[Running] = field(default_factory=list)
    terms: dict[tuple[TermKind, UUID], RunningTerm] = field(default_factory=dict)
    ever: list[Running] = field(default_factory=list)
    ended: Counter[UUID] = field(default_factory=Counter)
    # the admission application of each referral
    papers: dict[UUID, AdmissionState] = field(default_factory=dict)
    papers_ended: set[UUID] = field(default_factory=set)
    ids: count = field(default_factory=lambda: count(100))

    def __post_init__(self) -> None:
        """The first policy is known."""
        self.enforce(self.basis.policy)

    def enforce(self, policy: Policy) -> None:
        """A policy is in force from now on; who waits and is too old by it is removed at once."""
        self.policies[policy.id] = policy
        self.basis = replace(self.basis, policy=policy)
        for each in self.children:
            self.age(each, self.now)

    def basis_of(self, policy: str) -> Basis:
        """The policy that a term keeps, and the calendar of now."""
        return replace(self.basis, policy=self.policies[policy])

    def basis_of_last(self, candidate: Candidate) -> Basis:
        """By what an act on the running turn, else the last referral, is judged."""
        kept = candidate.turn or candidate.referral
        return self.basis_of(kept.policy) if kept else self.basis

    def attempt(self, decide: Callable[[], Decision], application_id: UUID) -> None:
        """A refusal changes nothing; a decision is saved."""
        try:
            decision = decide()
        except (RuleBrokenError, ImpossibleTransitionError):
            return
        self.save(application_id, decision)
        self.age(application_id, decision.at)
        self.check()

    def age(self, application_id: UUID, at: datetime) -> None:
        """Who waits again, too old or with nothing to be transferred from, is removed at once (domain §4.ends)."""
        candidate = self.children[application_id]
        if is_void(candidate):
            self.save(application_id, end_transfer(candidate, at))
        elif candidate.waiting and is_too_old(candidate, at, self.basis.policy):
            self.save(application_id, age_out(candidate, at))

    def save(self, application_id: UUID, decision: Decision) -> None:
        self.count_ends(self.children[application_id], decision)
        self.follow_papers(self.children[application_id], decision)
        self.children[application_id] = decision.candidate
        self.places |= {place.id: place for place in decision.places}
        begun = [(each.kind, each.key, each.term.ends_at, application_id) for each in decision.begun]
        over = {*decision.ended, *(each[:2] for each in begun)}
        self.running = [each for each in self.running if each[:2] not in over] + begun
        self.terms |= {(each.kind, each.key): each for each in decision.begun}
        self.ever += begun

    def count_ends(self, before: Candidate, decision: Decision) -> None:
        kinds = {step.kind for step in decision.steps}
        if StepKind.TURN_ENDED in kinds:
            assert before.turn is not None
            self.ended[before.turn.id] += 1
        referral = decision.candidate.referral
        same = before.referral is not None and referral is not None and before.referral.id == referral.id
        if same and before.referral != referral and referral.status is not ReferralStatus.VALID:
            self.ended[referral.id] += 1
        if before.inactive_until is not None and decision.candidate.inactive_until is None:
            self.ended[before.application_id] += 1

    def follow_papers(self, before: Candidate, decision: Decision) -> None:
        """Papers are handed in, returned, and end with their referral, exactly once."""
        kinds, referral = {step.kind for step in decision.steps}, decision.candidate.referral
        if referral is not None and StepKind.PAPERS_SUBMITTED in kinds:
            assert referral.id not in self.papers_ended
            self.papers[referral.id] = AdmissionState.SUBMITTED
        if referral is not None and StepKind.PAPERS_RETURNED in kinds:
            assert self.papers[referral.id] is AdmissionState.SUBMITTED
            self.papers[referral.id] = AdmissionState.REJECTED
        over = papers_end(before, decision.candidate)
        if over is not None and before.referral is not None and before.referral.id in self.papers:
            assert before.referral.id not in self.papers_ended
            self.papers[before.referral.id] = over
            self.papers_ended.add(before.referral.id)

    def a_place(self, number: int) -> Place:
        return list(self.places.values())[-1 - number % len(PLACES)]

    def calendar_changes(self, one: int, other: int) -> None:
        """A day is set free, or is not any more: open terms are counted anew, and none is shortened."""
        day = local_day(self.now) + timedelta(days=1 + one * 4 + other)
        calendar = self.basis.calendar
        calendar = replace(calendar, version=calendar.version + 1, free=calendar.free ^ {day})
        self.basis = replace(self.basis, calendar=calendar)
        before = {each[:2]: each[2] for each in self.running}
        for kind, key, _, application_id in list(self.running):
            later = counted_anew(self.terms[kind, key], calendar)
            if later is not None:
                move = partial(decisions.move_deadline, self.children[application_id], later, self.now)
                self.attempt(move, application_id)
        assert {each[:2] for each in self.running} == set(before)
        assert all(each[2] >= before[each[:2]] for each in self.running)

    def days_pass(self, one: int, other: int) -> None:
        self.time_passes(timedelta(days=(0, 1, 2, 9)[other], hours=12 * one))

    def time_passes(self, span: timedelta) -> None:
        """Everything that is due happens, each thing at its own instant; what was signed before is finished first."""
        self.finish_signed(0, 0)
        until = self.now + span
        while due := [at for at in self.instants() if self.now < at <= until]:
            self.now = min(due)
            self.let_happen()
        self.now = until

    def finish_signed(self, _: int, __: int) -> None:
        """What was signed is judged as of its receipt, by what stands now."""
        while self.signed:
            self.signed.pop(0)()

    def instants(self) -> list[datetime]:
        policy, live = self.basis.policy, [each for each in self.children.values() if is_planned(each)]
        ages = [midnight_of(birthday(each.child.birth_date, policy.called_below_months)) for each in live]
        opens = [each.opens_at for each in self.places.values() if each.opens_at is not None]
        return [each[2] for each in self.running] + ages + opens

    def let_happen(self) -> None:
        at, due = self.now, list(self.children.values())
        ending = [term for each in due if (term := running_term(each)) and term.ends_at == at]
        bases = {term.policy: self.basis_of(term.policy) for term in ending if term.policy}
        instant = at_instant(at, due, self.places, bases, [self.basis.policy])
        for each in instant.happened:
            assert self.children[each.before.application_id] == each.before
            self.save(each.before.application_id, each.decision)
        assert [place.order for place in instant.offered] == sorted(place.order for place in instant.offered)
        self.places |= {each.id: open_to_all(each) for each in self.places.values() if each.opens_at == at}
        self.check()
        assert not any(each.waiting and is_too_old(each, at, self.basis.policy) for each in self.children.values())

    def late_timer(self, one: int, other: int) -> None:
        """A deadline that fired, or was settled long ago, is delivered again."""
        past = [each for each in self.ever if each not in self.running]
        if past:
            before = dict(self.children)
            self.fire(past[-1 - (one * 2 + other) % len(past)])
            assert self.children == before

    def fire(self, term: Running) -> None:
        kind, key, ends_at, application_id = term
        candidate = self.children[application_id]
        running = runs_until(candidate, kind, key, ends_at)
        if running is None:
            return
        self.now = max(self.now, ends_at)
        bases = {running.policy: self.basis_of(running.policy)} if running.policy else {}
        end = partial(end_of, candidate, running, self.places, bases, self.basis.policy)
        self.attempt(end, application_id)

    def check(self) -> None:
        assert max(self.ended.values(), default=1) == 1
        for candidate in self.children.values():
            turn, referral = candidate.turn, candidate.referral
            valid = referral is not None and referral.status is ReferralStatus.VALID
            assert (candidate.status is Status.NOTIFIED) == (turn is not None)
            assert (candidate.status in ON_THE_WAY) == valid
            if candidate.status is Status.PAPERS_SUBMITTED:
                assert referral is not None
                assert self.papers[referral.id] is AdmissionState.SUBMITTED
            assert (candidate.status is Status.STOP_LISTED) == (candidate.stop_listed_until is not None)
            assert (candidate.status is Status.INACTIVE) == (candidate.inactive_until is not None)
            assert not (candidate.restored and candidate.status is Status.INACTIVE)
            own = [each[:3] for each in self.running if each[3] == candidate.application_id]
            runs = valid and referral is not None and referral.clock.runs
            assert len(own) == (candidate.status in WITH_A_TERM or runs)
            assert all(runs_until(candidate, *each) for each in own)
            held = [place for place in self.places.values() if place.holder == candidate.application_id]
            places = {turn.place_id} if turn else {referral.place_id} if referral and self.holds(candidate) else set()
            assert {place.id for place in held} == places

    @staticmethod
    def holds(candidate: Candidate) -> bool:
        return candidate.status in {*ON_THE_WAY, Status.ENROLLED}
