"""What people do in a random life: families, kindergartens, officers, in any order (domain §6, §7)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from services.referrals.tests.domain.clockwork import CALLED_WITH, CHILDREN, ELSEWHERE, KAZAKH, QUEUE, START, Clockwork

from kezek.contracts.vocabulary import PlaceStatus
from kezek.platform.errors import RuleBrokenError
from kezek.platform.transitions import ImpossibleTransitionError
from kezek.referrals.domain import admission, annulling, decisions, leaving, vouchers
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.choosing import Standing, Wish
from kezek.referrals.domain.choosing_together import choose_together
from kezek.referrals.domain.decisions import Decision, TurnToBegin
from kezek.referrals.domain.place import Place, open_to_all
from kezek.referrals.domain.terms import TermKind
from kezek.referrals.domain.transfer import may_lose_enrolment, without_enrolment


class Life(Clockwork):
    """Everything that may be done; what is impossible changes nothing."""

    def call(self, child: int, place: int) -> None:
        candidate, offered = self.children[CHILDREN[child]], self.a_place(place)
        if offered.status is PlaceStatus.OFFERED:
            self.begin(candidate, offered, TurnToBegin(UUID(int=0), UUID(int=next(self.ids)), CALLED_WITH))

    def call_by_round(self, child: int, place: int) -> None:
        """A round gives exactly this place: nobody exchanges it (domain §9.rounds)."""
        candidate, offered = self.children[CHILDREN[child]], self.a_place(place)
        if offered.status is PlaceStatus.OFFERED:
            turn = TurnToBegin(UUID(int=0), UUID(int=next(self.ids)), CALLED_WITH, by_round=True)
            self.begin(candidate, offered, turn)

    def call_twins(self, child: int, place: int) -> None:
        """Two children by one call, each for a place of its own, or neither (domain §5.4)."""
        twins = [self.children[CHILDREN[(child + n) % len(CHILDREN)]] for n in range(2)]
        free = [each for each in self.places.values() if each.status is PlaceStatus.OFFERED][:2]
        if len(free) == len(twins) and all(each.waiting for each in twins):
            call_id = UUID(int=next(self.ids))
            for candidate, offered in zip(twins, free, strict=True):
                self.begin(candidate, offered, TurnToBegin(call_id, UUID(int=next(self.ids)), CALLED_WITH))

    def begin(self, candidate: Candidate, offered: Place, called: TurnToBegin) -> None:
        begin = partial(decisions.begin_turn, candidate, offered, called, self.basis, self.now)
        self.attempt(begin, candidate.application_id)

    def nobody(self, _: int, place: int) -> None:
        offered = self.a_place(place)
        if offered.status is PlaceStatus.OFFERED:
            self.places[offered.id] = open_to_all(offered)

    def choose(self, child: int, place: int) -> None:
        """By the turn, if one runs: also the place that another's turn holds, which then holds another one."""
        self.decide_choice(self.now, [self.wish(CHILDREN[child], self.a_place(place))])

    def sign_choice(self, child: int, place: int) -> None:
        """A choice is received whose check ends later: others act meanwhile."""
        self.signed.append(partial(self.decide_choice, self.now, [self.wish(CHILDREN[child], self.a_place(place))]))
        soon = self.now + timedelta(minutes=10)
        if not any(self.now < each <= soon for each in self.instants()):
            self.now = soon

    def choose_together(self, child: int, place: int) -> None:
        """Two who were called together choose by one act, each the other's place or another one."""
        twins = [CHILDREN[(child + n) % len(CHILDREN)] for n in range(2)]
        if (calls := {t.call_id if (t := self.children[each].turn) else None for each in twins}) == {None} or len(
            calls
        ) > 1:
            return
        held = [each for each in self.places.values() if each.status in {PlaceStatus.HELD, PlaceStatus.OPEN}]
        wishes = [self.wish(each, held[(place + n) % len(held)]) for n, each in enumerate(twins)]
        self.decide_choice(self.now, wishes)

    def wish(self, application_id: UUID, chosen: Place) -> Wish:
        turn = self.children[application_id].turn
        by_turn = turn.id if turn and chosen.status is PlaceStatus.HELD else None
        policy = self.policies[turn.policy] if turn and by_turn else self.basis.policy
        return Wish(application_id, chosen.id, by_turn=by_turn, policy=policy, referral_id=UUID(int=next(self.ids)))

    def decide_choice(self, at: datetime, wishes: list[Wish]) -> None:
        try:
            changes = choose_together(Standing(at, self.children, self.places), wishes, self.basis)
        except (RuleBrokenError, ImpossibleTransitionError):
            return
        for _, decision in changes:
            self.save(decision.candidate.application_id, decision)
        self.check()

    def again(self, _: int, __: int) -> None:
        """What was done last of a referral is delivered once more, about the same one."""
        if self.last_act is not None:
            self.last_act()

    def policy_changes(self, one: int, other: int) -> None:
        """Other numbers hold for what begins from now on; who is too old by them goes at once."""
        policy = self.basis.policy
        changes = (
            {"choice_working_days": 1 + one},
            {"referral_working_days": 2 + one, "cancel_hours": 1 + 20 * one},
            {"misses_until_removal": 1 + one, "restorable_calendar_days": (None, 3, 28)[one]},
            {"called_below_months": (37, 38, 72)[one], "papers_before_acceptance": one == 1},
        )
        number = int(policy.id.partition("-")[2]) + 1
        self.enforce(replace(policy, id=f"life-{number}", **changes[other]))

    def lose_enrolment(self, child: int, _: int) -> None:
        """A child that asks for another kindergarten leaves its own: the transfer ends, or will with its term."""
        candidate = self.children[CHILDREN[child]]
        if candidate.child.transfer is not None and not candidate.enrolment_over and may_lose_enrolment(candidate):
            self.children[candidate.application_id] = without_enrolment(candidate)
            self.age(candidate.application_id, self.now)
            self.check()

    def admit(self, child: int, which: int, of: UUID | None = None) -> None:
        """Something that becomes of a referral after its issue."""
        candidate = self.children[CHILDREN[child]]
        case = self.case_of(candidate, of)
        acts = (admission.accept, admission.arrive, admission.submit_papers, admission.return_papers)
        self.last_act = partial(self.admit, child, which, case.referral_id)
        self.attempt(lambda: acts[which % len(acts)](candidate, case), candidate.application_id)

    def give_back(self, child: int, which: int, of: UUID | None = None) -> None:
        """The family cancels, or the kindergarten refuses and an officer decides."""
        candidate = self.children[CHILDREN[child]]
        referral = candidate.referral
        if referral is None:
            return
        case, place = self.case_of(candidate, of), self.places[referral.place_id]
        acts: list[Callable[[], Decision]] = [
            lambda: admission.cancel(candidate, case, place),
            lambda: admission.refuse(candidate, case),
            lambda: admission.uphold(candidate, case, place),
            lambda: admission.overrule(candidate, case),
        ]
        misses = candidate.misses
        self.last_act = partial(self.give_back, child, which, case.referral_id)
        self.attempt(acts[which], candidate.application_id)
        assert self.children[CHILDREN[child]].misses == misses

    def case_of(self, candidate: Candidate, of: UUID | None = None) -> admission.Case:
        """About the last referral, or the one that an act was about before, by the policy of its issue."""
        referral = candidate.referral
        last = referral.id if referral else UUID(int=0)
        return admission.Case(of or last, self.basis_of_last(candidate), self.now)

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

    def restore(self, child: int, _: int) -> None:
        """The family has its inactive application restored."""
        candidate = self.children[CHILDREN[child]]
        self.attempt(lambda: vouchers.restore(candidate, self.now), candidate.application_id)

    def decline(self, child: int, _: int) -> None:
        """The family refuses the place that is offered to it, where that costs the one in the queue."""
        candidate = self.children[CHILDREN[child]]
        policy = self.basis_of_last(candidate).policy
        place = self.places.get(leaving.place_given_back(candidate) or UUID(int=0))
        if place is not None:
            decide = partial(vouchers.decline, candidate, place, policy, self.now)
            self.attempt(decide, candidate.application_id)

    def publish(self) -> None:
        fresh = UUID(int=next(self.ids))
        self.places[fresh] = Place(fresh, fresh, 1, fresh, QUEUE, KAZAKH, self.now)

    def annul(self, _: int, which: int) -> None:
        """An officer takes a place back that nobody has taken; another one is published."""
        place = self.a_place(which)
        holder = self.children.get(place.holder) if place.holder else None
        try:
            annulled = annulling.annul(place, holder, self.now)
        except RuleBrokenError:
            return
        self.take_back(annulled)

    def close(self, _: int, which: int) -> None:
        """A kindergarten closes with its one place."""
        place = self.a_place(which)
        misses = {each.application_id: each.misses for each in self.children.values()}
        for closed in annulling.close_kindergarten([place], self.children, self.now):
            self.take_back(closed)
        assert misses == {each.application_id: each.misses for each in self.children.values()}

    def take_back(self, annulled: annulling.Annulment) -> None:
        self.places[annulled.place.id] = annulled.place
        decision = annulled.decision
        if decision is not None:
            self.attempt(lambda: decision, decision.candidate.application_id)
        self.publish()

    def extend(self, child: int, _: int) -> None:
        candidate = self.children[CHILDREN[child]]
        referral = candidate.referral
        running = self.terms.get((TermKind.REFERRAL, referral.id)) if referral else None
        if referral is not None and running is not None:
            case = self.case_of(candidate)
            self.attempt(lambda: admission.extend(candidate, case, running), candidate.application_id)
            still = self.terms[TermKind.REFERRAL, referral.id]
            assert still.term.ends_at >= running.term.ends_at
