"""The web client's own journeys (web/e2e), in a real browser, through the gateway."""

import os
import re
from collections.abc import Sequence

import pytest
from tests.conftest import Addresses
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.worker import Worker
from tests.e2e.web.playing import played_in_a_browser
from tests.e2e.world import DISTRICTS, GROUP_YEARS, World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]
FAMILIES = 4
OTHER_YEAR = 2024  # of no story's queue
TWINS_YEAR = 2023  # of all the sandbox's twins
PERSONAL = re.compile(r'"path":"[^"]*((?<![0-9a-f-])[0-9]{12}(?![0-9a-f])|7799[0-9]{7}|@|[^\x00-\x7f])')
ONLY = os.environ.get("KEZEK_JOURNEYS", "").split()


@pytest.mark.timeout(1800)  # some fifty journeys, one after another, on whatever machine
async def test_journeys_of_the_web_client(world: World, played_stack: Addresses) -> None:
    """A district with places in free choice and one valid referral is what the public pages look at.

    Families that have applied for nothing yet apply in the browser; `KEZEK_JOURNEYS` names the journeys to play alone.
    """
    # of nobody's but those with a referral: who cancels it waits there, and in nobody's way; and of those who exchange
    referred_year, exchange_year = (year for year in GROUP_YEARS if year != world.group_year)
    parent, worker = await world.parent(), await world.worker()
    await parent.applies()
    await worker.publishes(world.group_year, places=7)
    await worker.publishes(world.group_year, places=1, language="ru")
    # nobody of that queue wants English: these places are there to be annulled
    to_annul = await worker.publishes(OTHER_YEAR, places=2, language="en")
    await parent.becomes("notified")
    await parent.chooses_first_place()
    await parent.referral_pdf()
    (paper,) = (await parent.get(f"/documents/applications/{parent.application_id}/documents"))["items"]
    referral = await _referral_of_another(world)
    departing = await _referral_of_another(world)
    await worker.accepts(departing.partition(":")[0])
    await _works_elsewhere_too(world, worker)
    # who claims a benefit stays in the queue: in another one, and so in nobody's way
    beside = World(world.gateway, str(world.sandbox.http.base_url), world.district, OTHER_YEAR)
    enrolled = await _enrolled(beside, worker)
    claiming, claims_later, at_counter, waiting = await beside.parents(4)
    await claiming.applies_with_benefit("large_family")
    await waiting.applies()
    twins = await beside.parent_of_twins()
    await twins.applies_for_twins()
    referred = World(world.gateway, str(world.sandbox.http.base_url), world.district, referred_year)
    swap = await _two_enrolled(referred)
    refused, cancels, hands_in, chooses_on_paper = await _who_want_english(referred, 4)
    await worker.publishes(referred_year, places=4, language="en")
    for each in (refused, cancels, hands_in, chooses_on_paper):
        await each.becomes("notified")
    numbers = [(await each.chooses_first_place())["referral_number"] for each in (refused, cancels, hands_in)]
    exchange = await _two_called(world, exchange_year)
    closing = await _to_be_closed(world, referred)
    twins_called = await _twins_called(world)
    await world.settles()
    families = [*await _others(world, (claims_later, at_counter)), claims_later, at_counter]
    given = {
        "KEZEK_DISTRICT": world.district,
        "KEZEK_GROUP_YEAR": str(world.group_year),
        "KEZEK_CHECK_CODE": paper["check_code"],
        "KEZEK_APPLICANT": parent.resident["id"],
        "KEZEK_FAMILIES": ",".join(f"{each.resident['id']}:{each.child_iin}" for each in families),
        "KEZEK_REFERRAL": referral,
        "KEZEK_DEPARTING": departing,
        "KEZEK_CLAIM": f"{claiming.resident['id']}:{claiming.application_id}:{claiming.number}",
        "KEZEK_WAITING": f"{waiting.resident['id']}:{waiting.application_id}:{waiting.child_iin}",
        "KEZEK_ENROLLED": f"{enrolled.resident['id']}:{enrolled.application_id}",
        "KEZEK_TWINS_CALLED": twins_called,
        "KEZEK_TWINS": f"{twins.resident['id']}:{twins.application_id}",
        "KEZEK_EXCHANGE": exchange,
        "KEZEK_SWAP": swap,
        "KEZEK_VACANCY": to_annul["vacancy_id"],
        "KEZEK_REFUSED": f"{refused.resident['id']}:{refused.application_id}:{numbers[0]}",
        "KEZEK_ON_PAPER": f"{chooses_on_paper.application_id}:{chooses_on_paper.number}",
        "KEZEK_CANCELS": f"{cancels.resident['id']}:{cancels.application_id}:{numbers[1]}",
        "KEZEK_HANDS_IN": f"{hands_in.resident['id']}:{numbers[2]}",
        "KEZEK_CLOSING": closing,
        "KEZEK_WORKER": f"{worker.resident['id']}:{worker.kindergarten_id}",
    }
    await beside.close()
    await referred.close()
    await played_in_a_browser(world, *ONLY, **given)
    if played_stack.stack is not None:
        gateway = (played_stack.stack.folders.logs / "gateway-access.log").read_text()
        assert '"path":"/api/' in gateway
        assert PERSONAL.search(gateway) is None


async def _referral_of_another(world: World) -> str:
    """Number and child of a family that will come with its referral, which it has by free choice."""
    family = await world.parent()
    await family.applies()
    await family.state()
    taken = await family.chooses_first_place()
    return f"{taken['referral_number']}:{family.child_iin}"


async def _enrolled(world: World, worker: Worker) -> Parent:
    """A family whose child is in the worker's kindergarten."""
    family = await world.parent()
    await family.applies(("ru",))
    await family.position()
    await worker.publishes(world.group_year, language="ru")
    await family.becomes("notified")
    await worker.accepts((await family.chooses_first_place())["referral_number"])
    return family


async def _others(world: World, chosen: Sequence[Parent]) -> list[Parent]:
    """Families that apply in the browser; a mother with children of two years plays one part only."""
    found: list[Parent] = []
    while len(found) < FAMILIES:
        family = await world.parent()
        if family.iin not in {each.iin for each in chosen}:
            found.append(family)
    return found


async def _who_want_english(world: World, many: int) -> list[Parent]:
    """Families of a queue where those of another story may wait before them, who want other languages."""
    families = await world.parents(many)
    for family in families:
        await family.applies(("en",))
        await family.position()
    return families


async def _two_called(world: World, year: int) -> str:
    """Two families who were called for places of two kindergartens that stand on the map, in a queue of their own."""
    theirs = World(world.gateway, str(world.sandbox.http.base_url), world.district, year)
    one, other = await _who_want_english(theirs, 2)
    administrator = await world.administrator()
    for family, ordinal in ((one, 0), (other, 1)):
        garden = await theirs.worker(ordinal)
        path = f"/kindergartens/kindergartens/{garden.kindergarten_id}/location"
        point = {"latitude": 53.28 + ordinal / 100, "longitude": 69.39}
        answer = await administrator.request("PUT", path, json={"location": point})
        assert answer.is_success, answer.text
        await garden.publishes(year, places=1, language="en")
        await family.becomes("notified")
    await theirs.close()
    return ":".join(f"{each.resident['id']}:{each.application_id}" for each in (one, other))


async def _twins_called(world: World) -> str:
    """A mother of another district, whose twins were called together for two places of one kindergarten."""
    elsewhere = next(each for each in reversed(DISTRICTS) if each != world.district)
    theirs = World(world.gateway, str(world.sandbox.http.base_url), elsewhere, TWINS_YEAR)
    mother, garden = await theirs.parent_of_twins(), await theirs.worker()
    await mother.applies(("en",), twins=[mother.twin_iin])
    await mother.position()
    await garden.publishes(TWINS_YEAR, places=2, language="en")
    await mother.becomes("notified")
    await theirs.close()
    return f"{mother.resident['id']}:{mother.application_id}"


async def _to_be_closed(world: World, of_year: World) -> str:
    """A kindergarten with one child, its worker, who is of no other story, and the child's family."""
    elsewhere = World(world.gateway, str(world.sandbox.http.base_url), "1118", of_year.group_year)
    garden = await of_year.opens_kindergarten(await world.administrator(), await elsewhere.newcomer())
    family = await of_year.parent()
    await family.applies(("en",))
    await family.position()
    await garden.publishes(of_year.group_year, places=1, language="en")
    await family.becomes("notified")
    await garden.accepts((await family.chooses_first_place())["referral_number"])
    year = str(of_year.group_year)
    told = (garden.resident["id"], garden.kindergarten_id, family.resident["id"], family.application_id, year)
    await elsewhere.close()
    return ":".join(told)


async def _two_enrolled(world: World) -> str:
    """Two families whose children are in two kindergartens, in groups of one year and language; who works in one."""
    families, gardens = await _who_want_english(world, 2), [await world.worker(ordinal) for ordinal in range(2)]
    for family, garden in zip(families, gardens, strict=True):
        await garden.publishes(world.group_year, places=1, language="en")
        await family.becomes("notified")
        number = (await family.chooses_first_place())["referral_number"]
        await garden.accepts(number)
        await garden.roster(having=number)
    named = [f"{each.resident['id']}:{each.application_id}" for each in families]
    return ":".join([*named, f"{gardens[1].resident['id']}:{gardens[1].kindergarten_id}"])


async def _works_elsewhere_too(world: World, worker: Worker) -> None:
    """Who works in several kindergartens chooses one of them first."""
    administrator = await world.administrator()
    all_of_district = (await worker.get("/kindergartens/kindergartens", district=world.district))["items"]
    other = next(each["id"] for each in all_of_district if each["id"] != worker.kindergarten_id)
    path = f"/kindergartens/kindergartens/{other}/workers"
    answer = await administrator.request("PUT", path, json={"iin": worker.iin})
    assert answer.is_success, answer.text
