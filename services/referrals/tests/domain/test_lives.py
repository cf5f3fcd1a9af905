"""Random lives: whatever is done, however often and late, each turn and each referral ends exactly once."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import count
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.values import QueuedChild, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, PlaceStatus, QueueClass, ReferralStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.transitions import ImpossibleTransitionError
from kezek.platform.workdays import Calendar
from kezek.referrals.domain import admission, decisions, leaving
from kezek.referrals.domain.candidate import CalledWith, Candidate
from kezek.referrals.domain.choosing import Standing, Wish, choose
from kezek.referrals.domain.decisions import Decision, StepKind, TurnToBegin
from kezek.referrals.domain.place import Place, open_to_all
from kezek.referrals.domain.running import runs_until
from kezek.referrals.domain.terms import Basis, TermKind

START = datetime(2027, 2, 1, 7, tzinfo=UTC)
QUEUE = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2023)
ELSEWHERE = QueueRef(district="1116", kind=GroupKind.GENERAL, group_year=2023)
BASIS = Basis(REFERRAL_PROFILE, Calendar(version=1, holidays=lambda _: False))
CHILDREN = [UUID(int=number) for number in (1, 2)]
PLACES = [UUID(int=number) for number in (11, 12, 13)]
KAZAKH = InstructionLanguage.KAZAKH
CALLED_WITH = CalledWith(QueueClass.GENERAL, date(2024, 1, 5), (KAZAKH,))
ON_THE_WAY = frozenset({Status.REFERRED, Status.PAPERS_SUBMITTED, Status.REFUSAL_REVIEW})
Running = tuple[TermKind, UUID, datetime, UUID]


def a_child(application_id: UUID) -> Candidate:
    facts = {"child_id": application_id, "applicant_id": application_id, "submitted_at": START}
    age = {"queue_class": QueueClass.GENERAL, "birth_date": date(2024, 1, 5), "languages": (KAZAKH,)}
    return Candidate(QueuedChild(application_id=application_id, **facts, **age), QUEUE, serial=application_id.int)


@dataclass
class Life:
    """Children and places in memory; decisions are saved as the service saves them."""

    now: datetime = START
    children: dict[UUID, Candidate] = field(default_factory=lambda: {each: a_child(each) for each in CHILDREN})
    places: dict[UUID, Place] = field(
        default_factory=lambda: {each: Place(each, each, 1, each, QUEUE, KAZAKH, START) for each in PLACES}
    )
    running: list[Running] = field(default_factory=list)
    ever: list[Running] = field(default_factory=list)
    ended: Counter[UUID] = field(default_factory=Counter)
    ids: count = field(default_factory=lambda: count(100))

    def attempt(self, decide: Callable[[], Decision], application_id: UUID) -> None:
        """A refusal changes nothing; a decision is saved."""
        try:
            decision = decide()
        except (RuleBrokenError, ImpossibleTransitionError):
            return
        self.save(application_id, decision)
        self.check()

    def save(self, application_id: UUID, decision: Decision) -> None:
        self.count_ends(self.children[application_id], decision)
        self.children[application_id] = decision.candidate
        self.places |= {place.id: place for place in decision.places}
        self.running = [each for each in self.running if each[:2] not in decision.ended]
        begun = [(each.kind, each.key, each.term.ends_at, application_id) for each in decision.begun]
        self.running += begun
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

    def call(self, child: int, place: int) -> None:
        candidate, offered = self.children[CHILDREN[child]], self.places[PLACES[place % len(PLACES)]]
        if offered.status is PlaceStatus.OFFERED:
            called = TurnToBegin(UUID(int=0), UUID(int=next(self.ids)), CALLED_WITH)
            begin = partial(decisions.begin_turn, candidate, offered, called, BASIS, self.now)
            self.attempt(begin, candidate.application_id)

    def nobody(self, _: int, place: int) -> None:
        offered = self.places[PLACES[place % len(PLACES)]]
        if offered.status is PlaceStatus.OFFERED:
            self.places[offered.id] = open_to_all(offered)

    def choose(self, child: int, place: int) -> None:
        """By the turn, if one runs: also the place that another's turn holds, which then holds another one."""
        candidate, chosen = self.children[CHILDREN[child]], self.places[PLACES[place % len(PLACES)]]
        by_turn = candidate.turn.id if candidate.turn and chosen.status is PlaceStatus.HELD else None
        ids = candidate.application_id, chosen.id
        wish = Wish(*ids, by_turn=by_turn, policy=BASIS.policy, referral_id=UUID(int=next(self.ids)))
        try:
            changes = choose(Standing(self.now, self.children, self.places), wish, BASIS)
        except (RuleBrokenError, ImpossibleTransitionError):
            return
        for before, decision in changes:
            self.save(before.application_id, decision)
        self.check()

    def admit(self, child: int, which: int) -> None:
        """Something that becomes of a referral after its issue."""
        candidate = self.children[CHILDREN[child]]
        referral = candidate.referral
        case = admission.Case(referral.id if referral else UUID(int=0), BASIS, self.now)
        acts = (admission.accept, admission.arrive, admission.submit_papers, admission.return_papers)
        self.attempt(lambda: acts[which % len(acts)](candidate, case), candidate.application_id)

    def give_back(self, child: int, which: int) -> None:
        """The family cancels, or the kindergarten refuses and an officer decides."""
        candidate = self.children[CHILDREN[child]]
        referral = candidate.referral
        if referral is None:
            return
        case, place = admission.Case(referral.id, BASIS, self.now), self.places[referral.place_id]
        acts: list[Callable[[], Decision]] = [
            lambda: admission.cancel(candidate, case, place),
            lambda: admission.refuse(candidate, case),
            lambda: admission.uphold(candidate, case, place),
            lambda: admission.overrule(candidate, case),
        ]
        misses = candidate.misses
        self.attempt(acts[which], candidate.application_id)
        assert self.children[CHILDREN[child]].misses == misses

    def settle(self) -> None:
        """What no clock ends: what is under review is upheld, whoever came or must be accepted is."""
        for child in range(len(CHILDREN)):
            self.give_back(child, 2)
            self.admit(child, 0)

    def leave(self, child: int, _: int) -> None:
        """The family withdraws, or moves to another district: an end without a miss."""
        candidate = self.children[CHILDREN[child]]
        place = self.places.get(leaving.place_given_back(candidate) or UUID(int=0))
        home = leaving.NewHome(UUID(int=next(self.ids)), ELSEWHERE, START, "1116-1")
        misses = candidate.misses
        if self.now.day % 2:
            self.attempt(lambda: leaving.withdraw(candidate, place, self.now), candidate.application_id)
        else:
            self.attempt(lambda: leaving.move_away(candidate, place, home, self.now), candidate.application_id)
        assert self.children[CHILDREN[child]].misses == misses

    def days_pass(self, _: int, weeks: int) -> None:
        until = self.now + timedelta(weeks=weeks)
        while due := [each for each in self.running if each[2] <= until]:
            self.fire(min(due, key=lambda each: each[2]))
        self.now = until

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
        place_id = running.place_id
        if place_id is None:
            self.attempt(lambda: decisions.come_back(candidate), application_id)
        elif kind is TermKind.TURN:
            self.attempt(lambda: decisions.lapse(candidate, self.places[place_id], BASIS.policy), application_id)
        else:
            self.attempt(lambda: decisions.expire(candidate, self.places[place_id], BASIS), application_id)

    def check(self) -> None:
        assert max(self.ended.values(), default=1) == 1
        for candidate in self.children.values():
            turn, referral = candidate.turn, candidate.referral
            valid = referral is not None and referral.status is ReferralStatus.VALID
            assert (candidate.status is Status.NOTIFIED) == (turn is not None)
            assert (candidate.status in ON_THE_WAY) == valid
            assert (candidate.status is Status.STOP_LISTED) == (candidate.stop_listed_until is not None)
            own = [each[:3] for each in self.running if each[3] == candidate.application_id]
            runs = valid and referral is not None and referral.clock.runs
            assert len(own) == (candidate.status in {Status.NOTIFIED, Status.STOP_LISTED} or runs)
            assert all(runs_until(candidate, *each) for each in own)
            held = [place for place in self.places.values() if place.holder == candidate.application_id]
            places = {turn.place_id} if turn else {referral.place_id} if referral and self.holds(candidate) else set()
            assert {place.id for place in held} == places

    @staticmethod
    def holds(candidate: Candidate) -> bool:
        return candidate.status in {*ON_THE_WAY, Status.ENROLLED}


ACTS = st.tuples(
    st.sampled_from(
        [
            Life.call,
            Life.nobody,
            Life.choose,
            Life.admit,
            Life.give_back,
            Life.leave,
            Life.days_pass,
            Life.late_timer,
        ]
    ),
    st.integers(0, len(CHILDREN) - 1),
    st.integers(0, 3),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(ACTS, min_size=10, max_size=60))
def test_each_turn_and_each_referral_ends_exactly_once(acts: list[tuple[Callable[..., None], int, int]]) -> None:
    life = Life()
    for act, one, other in acts:
        act(life, one, other)
    for _ in range(30):
        life.days_pass(0, 2)
    life.settle()
    assert life.running == []
    begun = {key for kind, key, *_ in life.ever if kind is not TermKind.STOP_LIST}
    assert set(life.ended) == begun
