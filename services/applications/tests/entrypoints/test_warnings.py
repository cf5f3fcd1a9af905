"""What is said and hinders nothing: a birth date that the IIN does not tell, a register that has not answered yet."""

from datetime import date
from typing import Any

from dirty_equals import IsPartialDict

from kezek.contracts.applications import ApplicationQueued
from kezek.platform.testing import officer_of, published

OFFICER = officer_of("1134")


async def child_of_form(world: Any) -> dict[str, Any]:
    items = (await world.api.by(world.mother).get("/children")).json()["items"]
    return next(dict(each) for each in items if each["iin"] == world.child)


async def on_the_desk(world: Any, application_id: str) -> dict[str, Any]:
    answer = await world.api.by(OFFICER).get(f"/desk/applications/{application_id}")
    return dict(answer.json()["information"])


async def test_a_birth_date_that_is_not_the_iins_is_a_warning_to_family_and_officer(world: Any) -> None:
    assert not (await child_of_form(world))["iin_tells_another_day"]
    born = date.fromisoformat((await child_of_form(world))["birth_date"])
    registered = born.replace(day=born.day % 28 + 1)
    world.outside.change(world.child, birth_date=registered)
    assert (await child_of_form(world))["iin_tells_another_day"]
    application_id = await world.application_id()
    for shown in ((await world.tabs(application_id))["information"], await on_the_desk(world, application_id)):
        assert shown == IsPartialDict(iin_tells_another_day=True, to_check=False)
    (queued,) = [each.event for each in await published(world.database) if isinstance(each.event, ApplicationQueued)]
    assert queued.birth_date == registered, "the register's date counts"


async def test_an_applicants_own_birth_date_is_warned_of_too(world: Any) -> None:
    async def warned() -> bool:
        answer = await world.api.by(world.mother).get("/applicant")
        return bool(answer.json()["applicant"]["iin_tells_another_day"])

    assert not await warned()
    world.outside.change(world.mother.iin, birth_date=date(1970, 1, 31))
    assert await warned()


async def test_at_the_counter_it_is_a_warning(world: Any) -> None:
    body = {"applicant_iin": world.mother.iin, "child_iin": world.child}
    world.outside.change(world.child, birth_date=date(2022, 1, 31))
    looked = await world.api.by(OFFICER).post("/desk/counter/look", json=body)
    assert looked.json() == IsPartialDict(iin_tells_another_day=True, child_birth_date="2022-01-31")


async def test_while_the_register_is_silent_what_it_said_last_is_shown(world: Any) -> None:
    assert (await world.prepares()).status_code == 201
    await world.outside.register_is("down")
    application_id = await world.application_id()
    for shown in ((await world.tabs(application_id))["information"], await on_the_desk(world, application_id)):
        assert shown["to_check"]
        assert shown["child"]["given_name"]
        assert shown["applicant"]["surname"]


async def test_of_whom_it_never_spoke_the_number_is_shown_and_that_it_will_be_asked(world: Any) -> None:
    await world.outside.register_is("down")
    application_id = await world.application_id()
    waits = (await world.tabs(application_id))["information"]
    assert waits == IsPartialDict(to_check=True, child=IsPartialDict(iin=world.child, given_name=""))
    await world.outside.register_is("ok")
    await world.works()
    checked = (await world.tabs(application_id))["information"]
    assert (checked["to_check"], bool(checked["child"]["given_name"])) == (False, True)
