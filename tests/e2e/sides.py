"""Two families and two kindergartens that have nothing to do with each other."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tests.e2e.actors.parent import Parent
from tests.e2e.actors.worker import Worker
from tests.e2e.world import ALMATY, World


@dataclass
class Side:
    """A family with a referral, the kindergarten it leads to, a child enrolled there, and acts to be signed.

    `families` are those of the child that is enrolled: here one.
    """

    parent: Parent
    worker: Worker
    values: dict[str, str]
    acts: dict[tuple[str, str], str] = field(default_factory=dict)
    families: list[Parent] = field(default_factory=list)


async def two_sides(world: World) -> tuple[Side, Side]:
    """Both families hold referrals, each to the kindergarten of its own side."""
    sides = [await _waiting(world, ordinal) for ordinal in range(2)]
    for side in sides:
        await _prepares_vacancy(side, world.group_year)
        published = await side.worker.publishes(world.group_year)
        side.values["vacancy_id"] = published["vacancy_id"]
    for side in sides:
        await side.parent.becomes("notified")
    for side in sides:
        await _chooses(side)
    await world.settles()
    for side in sides:
        await _is_seen(side)
    await _enrol_others(world, sides)
    return sides[0], sides[1]


async def _waiting(world: World, ordinal: int) -> Side:
    parent, worker = await world.parent(), await world.worker(ordinal)
    unsigned = await parent.prepares_application()
    number = await parent.applies()
    values = {
        "application_id": parent.application_id,
        "application_number": number,
        "child_iin": parent.child_iin,
        "kindergarten_id": worker.kindergarten_id,
        "district": world.district,
    }
    return Side(parent, worker, values, {("applications", "parent"): unsigned["act_id"]})


async def _prepares_vacancy(side: Side, group_year: int) -> None:
    act = await side.worker.prepares_vacancy(group_year, places=1)
    side.acts["kindergartens", "worker"] = act["act_id"]


async def _chooses(side: Side) -> None:
    places: list[dict[str, Any]] = await side.parent.places()
    ours = next(each for each in places if each["kindergarten"]["id"] == side.worker.kindergarten_id)
    side.values["place_id"] = ours["place_id"]
    side.acts["referrals", "parent"] = (await side.parent.prepares_choice(ours["place_id"]))["act_id"]
    chosen = await side.parent.chooses(ours["place_id"])
    side.values["number"] = chosen["referral_number"]


async def _is_seen(side: Side) -> None:
    await side.parent.referral_pdf()
    side.values["document_id"] = (await side.parent.journal())["documents"][0]["document_id"]
    side.values["referral_id"] = (await side.worker.finds(side.values["number"]))["referral_id"]
    side.values["notice_id"] = (await side.parent.get("/notifications/inbox"))["items"][0]["notice_id"]
    act = await side.worker.post(f"/referrals/referrals/{side.values['referral_id']}/acceptance/acts")
    side.acts["referrals", "worker"] = act["act_id"]


async def _enrol_others(world: World, sides: list[Side]) -> None:
    """Another child stands on each kindergarten's roster."""
    others = [Side(await world.parent(), side.worker, {}) for side in sides]
    for other in others:
        await other.parent.applies()
    for other in others:
        await other.worker.publishes(world.group_year)
    for other in others:
        await other.parent.becomes("notified")
        await _chooses(other)
    for side, other in zip(sides, others, strict=True):
        await side.worker.accepts(other.values["number"])
        (child,) = await side.worker.roster(having=other.values["number"])
        side.families.append(other.parent)
        side.values["enrolment_id"] = child["enrolment_id"]
        side.values["accepted_on"] = f"{datetime.fromisoformat(child['accepted_at']).astimezone(ALMATY).date()}"
