"""An administrator has the queues of a district sorted anew, once a year, with a signature (domain §9.sorting)."""

from datetime import date, datetime
from uuid import UUID

from kezek.contracts.lines import Line
from kezek.contracts.vocabulary import GroupKind
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.certificates import signer_name
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Invalid, rules_hold
from kezek.platform.workdays import local_day
from kezek.queue.adapters import sortings
from kezek.queue.adapters.districts import find_district
from kezek.queue.adapters.refreshes import find_last
from kezek.queue.domain.sorting import check_sorting, count_moves, mark_of
from kezek.queue.domain.statements import DistrictNamed, SortingTold, sorting_sentences
from kezek.queue.usecases.sort_queue import sort_later

SUBJECT = "sorting."


class SortingProposal(ActModel):
    """A district, and why it is sorted once more in the same year."""

    district: str
    reason: Line | None = None


class SortingMove(ActModel):
    """So many children go over from one year's queue to another's."""

    kind: GroupKind
    from_year: int
    to_year: int
    children: int


class SortingFacts(ActModel):
    """What the sorting does: which children go over is told by their mark alone."""

    district: str
    year: int
    due_on: date
    policy_id: str
    reason: str | None
    moves: tuple[SortingMove, ...]
    moving: str
    # whether a refresh was begun this year, and about how many children the register was not asked by then, or in vain
    refreshed: bool = False
    unasked: int | None = None


class SortingBegun(ActModel):
    """How many queues are sorted; each is done when its own line says so."""

    sorting_id: UUID
    queues: int


class SortDistrict(SignedAct[SortingProposal, SortingFacts, SortingBegun]):
    """The signed act; its subject is the district's order."""

    TYPE = "queue.sort-district"

    async def draft(self, tx: Tx, actor: Actor, body: SortingProposal) -> Draft[SortingFacts]:
        """What the administrator would sign.

        Raises:
            Invalid: `district_unknown`.
            Conflict: `sorting_not_here`, `sorting_too_early`, `sorted_already`.
        """
        name = await find_district(tx, body.district)
        if name is None:
            raise Invalid("district_unknown", district=body.district)
        facts = await sorting_facts(tx, body, tx.now())
        told = SortingTold(
            facts.year,
            facts.reason,
            facts.refreshed,
            facts.unasked,
            tuple((each.kind, each.from_year, each.to_year, each.children) for each in facts.moves),
        )
        sentences = sorting_sentences(DistrictNamed(body.district, name), told, actor.language.value)
        return Draft(SUBJECT + body.district, facts, sentences)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the district from being sorted by somebody else until the receipt is stored."""
        await sortings.share_sorting(tx, subject.removeprefix(SUBJECT))

    async def perform(self, tx: Tx, act: Act[SortingProposal, SortingFacts], received_at: datetime) -> SortingBegun:
        """Have each queue of the district sorted by the worker, judged by the day of receipt.

        Raises:
            Conflict: `act_outdated`, or a sorting that may not be any more.
        """
        district = act.body.district
        await sortings.lock_sorting(tx, district)
        facts = await sorting_facts(tx, act.body, received_at)
        # how far the refresh has come since spoils nothing: what it found does
        was = {name: getattr(act.facts, name) for name in ("refreshed", "unasked")}
        act.check_facts(facts.model_copy(update=was))
        queues = await sortings.list_queue_ids(tx, district)
        row = {
            "id": act.id,
            "district": district,
            "year": facts.year,
            "reason": facts.reason,
            "signed_at": received_at,
            "signed_by": act.actor.person_id,
            "signed_by_name": signer_name(act.cms),
        }
        await sortings.insert_sorting(tx, row, queues)
        for queue in queues:
            await sort_later(tx, act.id, queue)
        return SortingBegun(sorting_id=act.id, queues=len(queues))


async def sorting_facts(tx: ReadTx, body: SortingProposal, at: datetime) -> SortingFacts:
    """What a sorting would do now, judged as of an instant.

    Raises:
        Conflict: `sorting_not_here`, `sorting_too_early`, `sorted_already`.
    """
    today = local_day(at)
    policy = await policies.load(tx, body.district, today)
    last = await sortings.sorted_at(tx, body.district)
    with rules_hold():
        due = check_sorting(policy, today, None if last is None else local_day(last), body.reason)
    moving = await sortings.list_of_another_year(tx, district=body.district)
    refresh = await find_last(tx, body.district)
    if refresh is not None and local_day(refresh.asked_at).year < today.year:
        refresh = None
    return SortingFacts(
        district=body.district,
        year=today.year,
        due_on=due,
        policy_id=policy.id,
        reason=body.reason,
        moves=tuple(
            SortingMove(kind=queue.kind, from_year=queue.group_year, to_year=year, children=many)
            for (queue, year), many in count_moves(moving).items()
        ),
        moving=mark_of(moving),
        refreshed=refresh is not None,
        unasked=None if refresh is None else refresh.unasked(),
    )
