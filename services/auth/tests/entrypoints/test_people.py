"""Somebody's account as an administrator finds it, and signs it out everywhere."""

from typing import Any

import pytest

from kezek.contracts.ids import new_id
from kezek.platform.testing import an_iin

pytestmark = pytest.mark.servers


async def test_who_the_logs_speak_of_is_told_with_roles_and_living_sessions_and_that_is_seen(auth: Any) -> None:
    boss, officer, elsewhere = await auth.administrator(), auth.browser(), auth.browser()
    me = await officer.sign_in(an_iin())
    await elsewhere.sign_in(me["iin"])
    await boss.ask("POST", "/grants", json={"iin": me["iin"], "role": "officer", "district": "1110"})
    path = f"/accounts/{me['person_id']}"
    seen = (await boss.ask("GET", path)).json()
    grant = {"role": "officer", "kindergarten_id": None, "district": "1110"}
    assert (seen["iin"], seen["name"], seen["grants"], seen["sessions"]) == (me["iin"], me["name"], [grant], 2)
    (read,) = (await officer.ask("GET", "/me/readings")).json()["items"]
    assert read["what"] == "Есептік жазбаңыз: аты-жөніңіз, ЖСН, қызметкер құқықтарыңыз"
    assert (await boss.ask("DELETE", f"{path}/sessions")).json() == {"ended": 2, "signed_out": False}
    assert (await boss.ask("GET", path)).json()["sessions"] == 0
    assert (await officer.ask("GET", "/me")).status_code == 401


async def test_an_account_that_is_not_there_and_somebody_who_may_not_look(auth: Any) -> None:
    boss, parent = await auth.administrator(), auth.browser()
    missing = await boss.ask("GET", f"/accounts/{new_id()}")
    assert (missing.status_code, missing.json()["code"]) == (404, "account_not_found")
    me = await parent.sign_in(an_iin())
    assert (await parent.ask("GET", f"/accounts/{me['person_id']}")).status_code == 403


async def test_grants_are_listed_with_the_names_of_those_who_have_signed_in(auth: Any) -> None:
    boss = await auth.administrator()
    known, unknown = (await auth.browser().sign_in(an_iin())), an_iin()
    for iin in (known["iin"], unknown):
        await boss.ask("POST", "/grants", json={"iin": iin, "role": "officer", "district": "1110"})
    listed = {each["iin"]: each["name"] for each in (await boss.ask("GET", "/grants")).json()["items"]}
    assert (listed[known["iin"]], listed[unknown]) == (known["name"], None)
