"""People in every state of the main job, signed in: whom every page of the web client can be shown to."""

import asyncio
from datetime import date, datetime, timedelta
from typing import Any

from kezek_local.waiting import eventually
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person
from tests.e2e.actors.worker import Worker
from tests.e2e.world import ALMATY, World

CALLED = ("enrolled", "referred", "refused", "notified")
STATES = (*CALLED, "waiting")
REQUESTS = "/kindergartens/account-requests"


async def gallery(world: World) -> dict[str, Any]:
    """Cookies of each person by state or role, and what stands in the addresses of their pages."""
    await world.begins_by_day()
    parents = dict(zip(STATES, await world.queue(len(STATES)), strict=True))
    workers = [await world.worker(ordinal) for ordinal in range(2)]
    await _are_called(world, parents, workers)
    parents["ageing"] = await _is_told_of_its_age(world)
    referrals = {name: await _chooses(parents[name], workers[0]) for name in ("enrolled", "referred", "refused")}
    await workers[0].accepts(referrals["enrolled"])
    (child,) = await workers[0].roster(having=referrals["enrolled"])
    refused = await _is_refused(parents["refused"], workers[0], referrals["refused"])
    await world.settles()
    papers = await parents["referred"].get(f"/documents/applications/{parents['referred'].application_id}/documents")
    new = await world.parent()
    others = {"new": new, "unfinished": await _unfinished(world)}
    staff = {"worker": workers[0], "administrator": await world.administrator(), "officer": await world.officer()}
    asked = await _asks(world, staff["administrator"])
    await _states_group(workers[0], world.group_year)
    vacancy = await _annulled_in_part(workers[0], staff["officer"])
    return {
        "people": {name: _shown(person) for name, person in (parents | others | staff).items()},
        "applications": {name: parent.application_id for name, parent in parents.items()},
        "referrals": referrals,
        "enrolment": child["enrolment_id"],
        "enrolled_on": f"{datetime.fromisoformat(child['accepted_at']).astimezone(ALMATY).date()}",
        "refusal": refused,
        "family": {"applicant": new.iin, "child": new.child_iin},
        "district": world.district,
        "kindergarten": workers[0].kindergarten_id,
        "vacancy": vacancy,
        "check_code": papers["items"][0]["check_code"],
        "account_request": asked,
        "account": (await workers[0].get("/auth/me"))["person_id"],
    }


async def _are_called(world: World, parents: dict[str, Parent], workers: list[Worker]) -> None:
    """Those who stand before the last are called, together with whoever waited before them; some places stay free."""
    before = (await parents[CALLED[-1]].position())["position"]
    await workers[0].publishes(world.group_year, places=max(2, before - 1))
    await workers[1].publishes(world.group_year)
    for year, language in ((world.group_year - 1, "kk"), (world.group_year - 1, "ru"), (world.group_year + 1, "kk")):
        await workers[0].publishes(year, places=2, language=language)
    await asyncio.gather(*(parents[name].becomes("notified") for name in CALLED))


async def _is_told_of_its_age(world: World) -> Parent:
    """Somebody whose child will soon be too old, and stands in an older queue: in nobody's way."""
    parent = await world.parent()
    day = await world.today() + timedelta(days=20)
    born = date(day.year - 6, day.month, min(day.day, 28))
    await world.sandbox.post(f"/people/{parent.child_iin}/birth-date", {"birth_date": born.isoformat()})
    await parent.applies()

    async def told() -> Any:
        return (await parent.journal())["information"]["ages_out_on"]

    await eventually(told, "the day on which the child is too old", parent.waits_s)
    return parent


async def _chooses(parent: Parent, worker: Worker) -> str:
    places = await parent.places()
    ours = [each for each in places if each["kindergarten"]["id"] == worker.kindergarten_id]
    chosen = await parent.chooses((ours or places)[0]["place_id"])
    await parent.referral_pdf()
    return str(chosen["referral_number"])


async def _states_group(worker: Worker, group_year: int) -> None:
    """One group has a norm, the others have none."""
    group = {"group_year": group_year, "language": "kk", "kind": "general", "norm": 25, "earlier": 12}
    path = f"/kindergartens/kindergartens/{worker.kindergarten_id}/groups/acts"
    await worker.sign_act("kindergartens", await worker.post(path, group))


async def _annulled_in_part(worker: Worker, officer: Person) -> str:
    """The vacancy with the most places that nobody has taken, of which an officer has annulled one."""
    listed = (await worker.vacancies())["items"]
    vacancy = str(max(listed, key=lambda each: int(each["free"]))["id"])
    places = (await officer.get(f"/referrals/vacancies/{vacancy}"))["places"]
    chosen = next(each["place_id"] for each in places if each["status"] in {"offered", "open", "held"})
    body = {"place_ids": [chosen], "reason": "other", "remark": "Топ басқа топпен біріктірілді"}
    await officer.sign_act("referrals", await officer.post(f"/referrals/vacancies/{vacancy}/annulments/acts", body))
    return vacancy


async def _is_refused(parent: Parent, worker: Worker, number: str) -> str:
    """The referral by its id: papers are handed in, the child is refused, the family has answered."""
    words = "Бұл топтың тәрбиеленушілері толық, бос орын жоқ."
    await parent.hands_in_papers()
    refused = await worker.refuses(number, "no_room", words)
    answer = {"words": "Балабақшаның сайтында топта екі бос орын бар деп жазылған."}
    await parent.post(f"/referrals/applications/{parent.application_id}/refusal/answers", answer)
    return str(refused["referral_id"])


async def _asks(world: World, administrator: Person) -> dict[str, Any]:
    """A request for an account that nobody has decided upon, with its id."""
    owner = await world.newcomer()
    form = {
        "district": world.district,
        "name": {"kk": "«Жаңа таң» балабақшасы", "ru": "Детский сад «Жана тан»"},
        "address": {"kk": "Үлгі ауылы, Сынақ көшесі, 7", "ru": "с. Улги, ул. Сынак, 7"},
        "phone": "77990001133",
        "ownership": "private",
        "owner": {"iin": owner.iin, "phone": owner.phone, "email": owner.email, "language": "kk"},
    }
    async with await world.anybody() as browser:
        answer = await browser.post(f"/api{REQUESTS}", json=form)
    answer.raise_for_status()
    asked: dict[str, Any] = answer.json()
    waiting = (await administrator.get(REQUESTS, state="open", descending=True))["items"]
    return asked | {"id": next(each["id"] for each in waiting if each["number"] == asked["number"])}


async def _unfinished(world: World) -> Person:
    """Somebody whose first sign-in waits for an e-mail address."""
    person = await world.newcomer()
    await person.signs_in_by_key()
    return person


def _shown(person: Person) -> dict[str, Any]:
    cookies = [{"name": each.name, "value": each.value} for each in person.http.cookies.jar]
    return {"id": person.resident["id"], "cookies": cookies}
