import asyncio
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.auth.commands import first_administrator
from kezek.auth.entrypoints.consumers import build_consumers
from kezek.auth.usecases.change_grants import grant_role
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Worker
from kezek.platform.actors import Grant, Role
from kezek.platform.clock import SystemClock
from kezek.platform.testing import an_iin, eventually
from kezek.platform.testing.events import deliver_erased

BOTH_WAIT = (
    "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database() having count(*) = 2"
)
OFFICER = {"role": "officer", "district": "1110"}


async def grants(browser: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await browser.ask("GET", "/me")).json()["grants"]
    return found


async def roles(browser: Any) -> list[str]:
    """What the session may do, as its token says it; `grants` are what the rows say."""
    found: list[str] = (await browser.ask("GET", "/me")).json()["roles"]
    return found


async def test_nobody_is_known_before_the_first_administrator_is_made(auth: Any) -> None:
    known = "select id from account union all select id from staff_grant union all select person_id from password"
    assert await auth.rows(known) == []


async def test_the_first_administrator_is_made_once(auth: Any) -> None:
    browser = auth.browser()
    iin = (await browser.sign_in(an_iin()))["iin"]
    assert await grants(browser) == []
    assert await first_administrator(auth.settings, iin)
    assert await grants(browser) == [{"role": "administrator", "kindergarten_id": None, "district": None}]
    assert not await first_administrator(auth.settings, iin)
    assert len(await grants(browser)) == 1


async def test_a_grant_may_come_before_the_account(auth: Any) -> None:
    iin = an_iin()
    assert await first_administrator(auth.settings, iin)
    assert (await auth.browser().sign_in(iin))["roles"] == ["administrator", "parent"]


async def test_an_officer_is_one_from_the_next_request_and_no_longer_when_it_ends(auth: Any) -> None:
    boss, officer = await auth.administrator(), auth.browser()
    iin = (await officer.sign_in(an_iin()))["iin"]
    assert (await grants(officer), await roles(officer)) == ([], ["parent"])
    made = await boss.ask("POST", "/grants", json={**OFFICER, "iin": iin})
    assert made.status_code == 201
    assert iin not in made.text
    assert await grants(officer) == [{"role": "officer", "kindergarten_id": None, "district": "1110"}]
    assert await roles(officer) == ["officer", "parent"]
    ended = await boss.ask("DELETE", f"/grants/{made.json()['grant_id']}")
    assert ended.status_code == 204
    assert (await grants(officer), await roles(officer)) == ([], ["parent"])
    again = await boss.ask("DELETE", f"/grants/{made.json()['grant_id']}")
    assert (again.status_code, again.json()["code"]) == (404, "grant_not_found")


async def test_a_copy_read_before_a_change_cannot_come_back(auth: Any) -> None:
    boss, officer = await auth.administrator(), auth.browser()
    me = await officer.sign_in(an_iin())
    await boss.ask("POST", "/grants", json={**OFFICER, "iin": me["iin"]})
    # a slow reader, who read the row before the change, writes its copy now
    old = {"iin": me["iin"], "lang": "kk", "complete": True, "grants": []}
    await auth.api.app.state.parts.cache.keep(f"auth:person:{me['person_id']}", old, 30)
    assert await roles(officer) == ["officer", "parent"]


async def test_the_same_key_grants_once_and_the_same_grant_is_refused(auth: Any) -> None:
    boss, body = await auth.administrator(), {**OFFICER, "iin": an_iin()}
    key = {"Idempotency-Key": str(new_id())}
    first = await boss.ask("POST", "/grants", json=body, headers=key)
    assert (await boss.ask("POST", "/grants", json=body, headers=key)).json() == first.json()
    second = await boss.ask("POST", "/grants", json=body)
    assert (second.status_code, second.json()["code"]) == (409, "grant_exists")
    listed = (await boss.ask("GET", "/grants")).json()["items"]
    assert [(each["role"], each["iin"] == body["iin"]) for each in listed] == [
        ("administrator", False),
        ("officer", True),
    ]


async def test_grants_are_listed_page_by_page(auth: Any) -> None:
    boss = await auth.administrator()
    page = (await boss.ask("GET", "/grants", params={"limit": 1})).json()
    assert len(page["items"]) == 1
    assert (await boss.ask("GET", "/grants", params={"limit": 1, "after": page["next"]})).json()["items"] == []


async def test_nobody_ends_the_own_grant(auth: Any) -> None:
    boss = await auth.administrator()
    (own,) = (await boss.ask("GET", "/grants")).json()["items"]
    answer = await boss.ask("DELETE", f"/grants/{own['grant_id']}")
    assert (answer.status_code, answer.json()["code"]) == (409, "grant_is_own")
    assert len(await grants(boss)) == 1


async def test_an_officer_has_one_district(auth: Any) -> None:
    boss, officer = await auth.administrator(), auth.browser()
    iin = (await officer.sign_in(an_iin()))["iin"]
    made = await boss.ask("POST", "/grants", json={**OFFICER, "iin": iin})
    elsewhere = {**OFFICER, "iin": iin, "district": "1116"}
    refused = await boss.ask("POST", "/grants", json=elsewhere)
    assert (refused.status_code, refused.json()["code"]) == (409, "officer_of_another_district")
    await boss.ask("DELETE", f"/grants/{made.json()['grant_id']}")
    assert (await boss.ask("POST", "/grants", json=elsewhere)).status_code == 201
    assert [each["district"] for each in await grants(officer)] == ["1116"]


async def test_a_district_that_does_not_exist_has_no_officer(auth: Any) -> None:
    boss = await auth.administrator()
    answer = await boss.ask("POST", "/grants", json={**OFFICER, "iin": an_iin(), "district": "1199"})
    assert (answer.status_code, answer.json()["code"]) == (422, "district_unknown")
    assert await auth.rows("select 1 from staff_grant where role = 'officer'") == []


async def test_of_two_administrators_who_end_each_other_one_stays(auth: Any) -> None:
    bosses = [await auth.administrator(), auth.browser()]
    iin = (await bosses[1].sign_in(an_iin()))["iin"]
    async with auth.database.write() as tx:
        await grant_role(tx, auth.api.app.state.parts.cache, iin, Grant(Role.ADMINISTRATOR), by=None, now=tx.now())
    first, second = [each["grant_id"] for each in (await bosses[0].ask("GET", "/grants")).json()["items"]]
    async with auth.database.write() as tx:
        await tx.rows(sa.text("select id from staff_grant for update"))  # both come before either is done
        asked = [bosses[0].ask("DELETE", f"/grants/{second}"), bosses[1].ask("DELETE", f"/grants/{first}")]
        both = asyncio.gather(*asked)
        await eventually(lambda: auth.rows(BOTH_WAIT), "that both wait")
    answers = await both
    assert sorted(answer.status_code for answer in answers) == [204, 403]
    assert await auth.rows("select count(*) from staff_grant where ended_at is null") == [(1,)]


@pytest.mark.parametrize("wrong", [{"iin": "991399000008"}, {"role": "administrator"}, {"district": "11"}])
async def test_a_wrong_request_is_refused_without_repeating_it(auth: Any, wrong: dict[str, str]) -> None:
    boss = await auth.administrator()
    answer = await boss.ask("POST", "/grants", json={**OFFICER, "iin": "991399000009", **wrong})
    assert (answer.status_code, answer.json()["code"]) == (422, "request_invalid")
    assert next(iter(wrong.values())) not in answer.text


async def test_only_an_administrator_grants(auth: Any) -> None:
    browser = auth.browser()
    await browser.sign_in(an_iin())
    answer = await browser.ask("POST", "/grants", json={**OFFICER, "iin": an_iin()})
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_missing")


async def test_a_kindergartens_worker_follows_its_list(auth: Any) -> None:
    browser, kindergarten = auth.browser(), new_id()
    iin = (await browser.sign_in(an_iin()))["iin"]
    hired = Worker(iin=iin, kindergarten_id=kindergarten)
    gone = Worker(iin=iin, kindergarten_id=kindergarten, active=False)
    await auth.hears(hired, version=1)
    assert [UUID(each["kindergarten_id"]) for each in await grants(browser)] == [kindergarten]
    await auth.hears(gone, version=3)
    assert await grants(browser) == []
    await auth.hears(hired, version=2)
    assert await grants(browser) == [], "an older fact turns nothing back"
    await auth.hears(hired, version=4)
    assert len(await grants(browser)) == 1


async def test_a_workers_grant_is_not_for_the_administrator_to_end(auth: Any) -> None:
    boss, iin = await auth.administrator(), an_iin()
    await auth.hears(Worker(iin=iin, kindergarten_id=new_id()), version=1)
    ((grant_id,),) = await auth.rows("select id from staff_grant where role = 'worker'")
    answer = await boss.ask("DELETE", f"/grants/{grant_id}")
    assert (answer.status_code, answer.json()["code"]) == (409, "grant_is_kindergartens")
    assert "worker" in (await auth.browser().sign_in(iin))["roles"]


async def test_every_change_is_remembered_with_who_did_it(auth: Any) -> None:
    boss, iin = await auth.administrator(), an_iin()
    made = (await boss.ask("POST", "/grants", json={**OFFICER, "iin": iin})).json()
    await boss.ask("DELETE", f"/grants/{made['grant_id']}")
    who = (await boss.ask("GET", "/me")).json()["person_id"]
    events = await auth.rows(
        "select kind, details->>'by' from security_event where kind like 'grant%' order by happened_at, id"
    )
    assert events == [("grant_made", None), ("grant_made", who), ("grant_ended", who)]
    assert iin not in str(await auth.rows("select details::text from security_event"))


async def test_who_made_somebody_a_worker_and_ended_it_is_remembered(auth: Any) -> None:
    boss, worker = new_id(), Worker(iin=an_iin(), kindergarten_id=new_id())
    await auth.hears(worker.model_copy(update={"changed_by": boss}), version=1)
    await auth.hears(worker.model_copy(update={"changed_by": boss, "active": False}), version=2)
    events = await auth.rows("select kind, details->>'by' from security_event order by happened_at, id")
    assert events == [("grant_made", str(boss)), ("grant_ended", str(boss))]
    assert await auth.rows("select granted_by, ended_by from staff_grant") == [(boss, boss)]


async def test_who_is_erased_from_the_staff_works_there_no_more(auth: Any) -> None:
    browser, worker = auth.browser(), Worker(iin=an_iin(), kindergarten_id=new_id())
    await browser.sign_in(worker.iin)
    await auth.hears(worker)
    consumers = build_consumers(auth.api.app.state.parts.cache, SystemClock())
    await deliver_erased(auth.database, consumers, Worker, worker.key())
    assert await grants(browser) == []
    await auth.hears(worker, version=9)
    assert await grants(browser) == []
