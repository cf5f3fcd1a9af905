"""The ledger of one queue read from its beginning: the order and the phase it leads to, and where it breaks a rule.

Whoever has the lines can do this again (domain §5.2 to §5.5). A date of birth is not in them: the present ones are
given of the children who stand in the queue, and a child is judged by age from the line on by which its date was
corrected last.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from uuid import UUID

from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE, Policy
from kezek.contracts.values import QueuedChild
from kezek.contracts.vocabulary import InstructionLanguage, QueueClass
from kezek.queue.domain.eligibility import BirthWindow
from kezek.queue.domain.ledger import BEGINNING, Line, chained, together_of
from kezek.queue.domain.order import Order, next_class, owed_after_call, owed_anew
from kezek.queue.domain.queue import OF_THE_ORDER, Change, Entry
from kezek.queue.domain.replayed_order import Known, Made, ReplayedOrder
from kezek.queue.domain.twins import Unit

_MOST_OWED = 20


@dataclass
class Replay:
    """What the lines read so far lead to; `apply` yields what is wrong with the next one."""

    queue: str
    births: Mapping[UUID, date] = field(default_factory=dict)
    sequence: int = 0
    head: bytes = BEGINNING
    recorded_at: datetime | None = None
    unchained: int = 0
    open_end: bool = False
    owed: int = 0
    order: ReplayedOrder = field(default_factory=ReplayedOrder)
    calls: dict[UUID, Made] = field(default_factory=dict)
    # how many lines to come may have brought another date of birth: by correction, or from another queue
    corrections: dict[UUID, int] = field(default_factory=dict)
    _hand_out: int | None = None
    _skipped: set[UUID] = field(default_factory=set)

    def apply(self, line: Line, stored: bytes | None) -> Iterator[str]:
        """Take the next line, with the hash that is stored beside it; what is wrong with it, in words.

        Lines without a hash are of a release that did not chain them: what they led to is carried over after them.
        """
        where = f"{self.queue} line {line.sequence}"
        if line.sequence != self.sequence + 1:
            yield f"{where}: {self.sequence + 1} is missing"
        self.sequence = line.sequence
        if stored is None:
            self.open_end, self.owed = True, line.owed
            self.unchained += 1
            return
        if chained(self.head, line) != stored:
            yield f"{where}: the hash does not follow from the line before it"
        if self.open_end and not (line.what is Change.CARRIED and line.application_id is None):
            yield f"{where}: lines before it are not chained, and what they led to is not carried over"
        if self.recorded_at is not None and line.recorded_at < self.recorded_at:
            yield f"{where}: is recorded before the line before it"
        self.head, self.recorded_at, self.open_end = stored, line.recorded_at, False
        try:
            wrong = list(self._take_of_twins(line))
        except (KeyError, ValueError, TypeError, AttributeError, StopIteration) as error:
            wrong = [f"cannot be read ({type(error).__name__})"]
        if not wrong and line.owed != self.owed:
            wrong = [f"says that {line.owed} are owed instead of {self.owed}"]
        self.owed = line.owed
        for each in wrong:
            yield f"{where}: {each}"

    def _take_of_twins(self, line: Line) -> Iterator[str]:
        """Take a line; if it is of a child with twins who wait, it has to say how they stood and stand."""
        if line.application_id is None or line.what not in OF_THE_ORDER:
            yield from self._take(line)
            return
        before, groups = self.order.waiting(line.application_id), self.order.twins_of(line.application_id)
        yield from self._take(line)
        groups |= self.order.twins_of(line.application_id)
        others = self.order.waiting_of(groups, line.application_id)
        told = together_of(others, before, self.order.waiting(line.application_id))
        if told.get("together") != line.facts.get("together"):
            yield "does not say how twins stood and stand"

    def _take(self, line: Line) -> Iterator[str]:
        match line.what:
            case Change.ENTERED | Change.MOVED_HERE:
                yield from self._enter(line)
            case Change.CHANGED:
                yield from self._change(line)
            case Change.MOVED_AWAY:
                yield from self._leave_for_good(line)
            case Change.LEFT | Change.RETURNED:
                yield from self._wait(line, waiting=line.what is Change.RETURNED)
            case _:
                yield from self._take_of_queue(line)

    def _take_of_queue(self, line: Line) -> Iterator[str]:
        """A line of a hand-out or of all who stand."""
        match line.what:
            case Change.CARRIED:
                yield from self._carry(line)
            case Change.PASSED_OVER:
                self._in_hand_out(line).add(_id(line))
            case Change.CALLED:
                yield from self._call(line)
            case Change.NOBODY:
                yield from self._nobody(line)
            case Change.TURN_BEGAN | Change.CALL_UNMADE:
                yield from self._answer(line)
            case Change.SORTED:
                yield from self._sorted(line)

    def _sorted(self, line: Line) -> Iterator[str]:
        """The queue was sorted anew: what moved has its own lines before, and this one says who stands since."""
        if self.order.counts() != line.facts["standing"]:
            yield "says that others stand in the sorted order"

    def _carry(self, line: Line) -> Iterator[str]:
        """What stood when lines began to be chained: of the queue first, then of each child."""
        if line.application_id is None:
            self.order = ReplayedOrder()
            self.owed = line.owed
            self.calls = {
                UUID(call): Made(QueueClass(queue_class), children, cycle, counts, *by_category)
                for call, queue_class, children, counts, cycle, *by_category in line.facts["calls"]
            }
        else:
            yield from self._enter(line)

    def _enter(self, line: Line) -> Iterator[str]:
        if _id(line) in self.order.children:
            yield "enters a child that is there"
        call = line.facts.get("call")
        if line.facts.get("born_anew") or line.what is Change.MOVED_HERE:
            self.corrections[_id(line)] = self.corrections.get(_id(line), 0) - 1
        self.order.enter(Known(self._entry(line), bool(line.facts["waiting"]), UUID(call) if call else None))

    def _change(self, line: Line) -> Iterator[str]:
        if (before := self.order.children.get(_id(line))) is None:
            yield "changes a child that is not there"
            return
        self.order.leave(before)
        yield from self._enter(line)
        known = self.order.children[_id(line)]
        if (known.waiting, known.call) != (before.waiting, before.call):
            yield "changes whether the child stands in the order"

    def _leave_for_good(self, line: Line) -> Iterator[str]:
        if (before := self.order.children.get(_id(line))) is None:
            yield "takes away a child that is not there"
            return
        self.order.leave(before)

    def _wait(self, line: Line, *, waiting: bool) -> Iterator[str]:
        if (known := self.order.children.get(_id(line))) is None or known.waiting is waiting:
            yield "says of a child what was so already, or which is not there"
            return
        known.waiting = waiting
        self.order.stand(known)

    def _answer(self, line: Line) -> Iterator[str]:
        """A call is answered; of a child that has come from another queue, one that was made there."""
        call, began = UUID(line.facts["call"]), line.what is Change.TURN_BEGAN
        known = self.order.children.get(_id(line))
        if known is not None and known.call == call:
            known.call = None
            self.order.stand(known)
        if (made := self.calls.get(call)) is not None:
            # a turn that begins leaves made what was made, and so the phase; a call by category never made it
            if made.counts is not began:
                made.counts = began
                self.owed = self.owed if made.by_category else self._owed_anew()
        elif not line.facts.get("elsewhere"):
            yield "answers a call that was not made"

    def _owed_anew(self) -> int:
        """The phase by the calls that count, and by the cycle of the last priority one of them."""
        generals = 0
        for call in reversed(self.calls.values()):
            if call.by_category:
                continue
            if call.counts and call.queue_class is QueueClass.PRIORITY:
                return owed_anew(generals, call.cycle)
            if call.counts and call.queue_class is QueueClass.GENERAL:
                generals += call.children
            if generals >= _MOST_OWED:
                break
        return owed_anew(None, 0)

    def _call(self, line: Line) -> Iterator[str]:
        """The first line of a call is judged; the others are of twins who are called with that child."""
        call, children = UUID(line.facts["call"]), [UUID(each) for each in line.facts["children"]]
        if call not in self.calls:
            if "round" not in line.facts:  # whom a round calls follows from wishes, which are no matter of order
                yield from self._judge(line, children)
            queue_class, policy = QueueClass(line.facts["class"]), _policy_of(line)
            cycle, by_category = policy.generals_per_priority, policy.numbered_categories
            self.calls[call] = Made(queue_class, len(children), cycle, by_category=by_category)
            self.owed = owed_after_call(self.owed, queue_class, policy, len(children))
        known = self.order.children.get(_id(line))
        if known is None or not known.stands or _id(line) not in children:
            yield "calls a child that does not stand in the order"
            return
        if "round" in line.facts and not self._fits(known.entry, line):
            yield "gives by a round a place that does not fit the child"
        known.call = call
        # twins who are called together leave the order together, with the last line
        if all(self.order.children[each].call == call for each in children if each in self.order.children):
            self.order.stand(known)

    def _judge(self, line: Line, called: list[UUID]) -> Iterator[str]:
        first = self._first(line)
        if first is None or not set(called) <= {each.child.application_id for each in first.entries}:
            yield "calls a child before whom another stands who may have the place"
        elif first.queue_class.value != line.facts["class"]:
            yield f"calls by the class {line.facts['class']} who stands in {first.queue_class.value}"
        elif len(called) < len(first.entries) and not first.may_part:
            yield "calls a twin alone whose parent does not allow that"

    def _nobody(self, line: Line) -> Iterator[str]:
        if self._first(line) is not None:
            yield "finds nobody for a place that somebody may have"

    def _first(self, line: Line) -> Unit | None:
        """Who may have the line's place first, of those who were not passed over in its hand-out."""
        skipped = self._in_hand_out(line)
        first = {each: unit for each in QueueClass if (unit := self._first_of(each, line, skipped)) is not None}
        queue_class = next_class(self.owed, first, _policy_of(line))
        return None if queue_class is None else first[queue_class]

    def _first_of(self, queue_class: QueueClass, line: Line, skipped: set[UUID]) -> Unit | None:
        asked = {UUID(each) for each in line.facts.get("children", ())}
        seen: set[UUID] = set()
        for child in self.order.standing(queue_class):
            if child in seen:
                continue
            unit = self.order.unit(child)
            ids = {each.child.application_id for each in unit.entries}
            seen |= ids
            if ids & skipped or (any(map(self._undecided, ids)) and not ids & asked):
                continue
            if any(self._fits(each, line) for each in unit.entries):
                return unit
        return None

    def _fits(self, entry: Entry, line: Line) -> bool:
        child = entry.child
        window = BirthWindow(date.fromisoformat(line.facts["after"]), date.fromisoformat(line.facts["until"]))
        of_age = self._undecided(child.application_id) or child.birth_date in window
        wanted = InstructionLanguage(line.facts["language"]) in child.languages
        return of_age and wanted and str(child.application_id) not in line.facts["not_for"]

    def _undecided(self, child: UUID) -> bool:
        """Whether the child's age at that time is not known: it has left the queue since, or its date was corrected."""
        return child not in self.births or self.corrections.get(child, 0) > 0

    def _in_hand_out(self, line: Line) -> set[UUID]:
        if line.facts["hand_out"] != self._hand_out:
            self._hand_out, self._skipped = line.facts["hand_out"], set()
        return self._skipped

    def _entry(self, line: Line) -> Entry:
        facts, application_id = line.facts, _id(line)
        child = QueuedChild(
            application_id=application_id,
            child_id=application_id,
            applicant_id=application_id,
            queue_class=QueueClass(facts["class"]),
            birth_date=self.births.get(application_id, date.min),
            languages=tuple(InstructionLanguage(each) for each in facts["languages"]),
            submitted_at=datetime.fromisoformat(facts["at"]),
            twins=UUID(facts["twins"]) if facts["twins"] else None,
            separate_places=bool(facts["separate"]),
        )
        return Entry(child, facts["number"])


def _id(line: Line) -> UUID:
    if line.application_id is None:
        raise ValueError("of nobody")
    return line.application_id


def _policy_of(line: Line) -> Policy:
    """The order that a line of a hand-out names; where it finds nobody any order does."""
    return _policy(int(line.facts.get("cycle", 1)), Order(line.facts.get("order", Order.CLASSES)))


@cache
def _policy(cycle: int, order: Order) -> Policy:
    profile = VOUCHER_PROFILE if order is Order.CATEGORIES else REFERRAL_PROFILE
    return replace(profile, generals_per_priority=cycle)
