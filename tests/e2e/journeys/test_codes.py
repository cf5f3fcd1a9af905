"""Signing in without the key: by a one-time code, and workers by a password; and what such sessions may not do."""

import pytest
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person, RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.world import World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]

PASSWORD = "жеті қазына, бір өзен"


async def father(world: World, ordinal: int) -> Person:
    """Somebody who has never signed in: parents of stories are mothers."""
    people = await world.sandbox.people(role="parent", district=world.district, born=world.group_year, limit=1000)
    resident = [each for each in people if each["person"]["sex"] == "male"][ordinal]
    return Person(world.gateway, world.sandbox, resident, "ru")


async def test_a_father_signs_in_by_a_code_and_finishes_his_first_sign_in(module_world: World) -> None:
    person = await father(module_world, 0)
    me = await person.sign_in_by_code()
    assert (me["iin"], me["method"], me["roles"], me["language"]) == (person.iin, "code", ["parent"], "ru")
    with pytest.raises(RefusedError) as refused:
        await person.get("/applications/children")
    assert refused.value.code == "email_required"
    assert (await person.confirm_email())["complete"]
    assert (await person.get("/applications/children"))["items"]
    await person.http.aclose()


async def test_a_session_of_a_code_prepares_and_only_the_key_signs(module_world: World) -> None:
    by_key = await module_world.parent()
    parent = Parent(module_world.gateway, module_world.sandbox, by_key.resident)
    parent.child_iin = by_key.child_iin
    assert (await parent.sign_in_by_code())["method"] == "code"
    act = await parent.prepares_application()
    for signature, code in (
        ("code 123456", "signature_malformed"),
        (await parent.signature_for(act, key="login"), "certificate_wrong_purpose"),
    ):
        with pytest.raises(RefusedError) as refused:
            await parent.hand_in("applications", act, signature)
        assert refused.value.code == code
    assert await parent.applications() == []
    await parent.sign_act("applications", act)
    assert len(await parent.applications()) == 1
    await parent.http.aclose()


async def test_a_worker_works_by_key_or_password_and_not_by_a_code(module_world: World) -> None:
    worker = await module_world.worker()
    roster = f"/kindergartens/kindergartens/{worker.kindergarten_id}/roster"
    answer = await worker.request("PUT", "/auth/me/password", json={"new_password": PASSWORD})
    assert answer.status_code == 204, answer.text
    by_password, by_code = (Worker(module_world.gateway, module_world.sandbox, worker.resident) for _ in range(2))
    assert "worker" in (await by_password.sign_in_by_password(PASSWORD))["roles"]
    assert "items" in await by_password.get(roster)
    assert (await by_code.sign_in_by_code())["roles"] == ["parent"]
    with pytest.raises(RefusedError) as refused:
        await by_code.get(roster)
    assert refused.value.code == "permission_missing"
    for person in (by_password, by_code):
        await person.http.aclose()


async def test_who_asks_with_a_foreign_phone_is_answered_alike_and_nobody_gets_an_sms(module_world: World) -> None:
    one, other = await father(module_world, 1), (await module_world.sandbox.people(role="officer", limit=1))[0]
    before = len(await module_world.sandbox.sms(other["phone"]))
    asked = await one.post("/auth/codes", {"iin": one.iin, "phone": other["phone"]})
    assert set(asked) == {"code_id", "expires_at", "resend_after_s"}
    with pytest.raises(RefusedError) as refused:
        await one.post("/auth/sessions/code", {"code_id": asked["code_id"], "code": "000000"})
    assert refused.value.code == "code_wrong"
    assert len(await module_world.sandbox.sms(other["phone"])) == before
    await one.http.aclose()
