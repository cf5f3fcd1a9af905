"""Who stands at the counter: an officer is answered by which account they are known, and nothing of it."""

from typing import Any

import pytest

from kezek.platform.testing import an_iin

pytestmark = pytest.mark.servers


async def an_officer(auth: Any) -> Any:
    boss, officer = await auth.administrator(), auth.browser()
    me = await officer.sign_in(an_iin())
    await boss.ask("POST", "/grants", json={"iin": me["iin"], "role": "officer", "district": "1110"})
    return officer


async def test_the_account_is_made_if_there_is_none_and_signing_in_finds_it(auth: Any) -> None:
    officer, iin = await an_officer(auth), an_iin()
    answers = [(await officer.ask("POST", "/counter/people", json={"iin": iin, "language": "kk"})) for _ in range(2)]
    assert [each.status_code for each in answers] == [200, 200]
    assert set(answers[0].json()) == {"person", "expires_at"}
    boss = await auth.administrator()
    before = (await boss.ask("POST", "/accounts/search", json={"iin": iin})).json()["person_id"]
    assert (await auth.browser().sign_in(iin))["person_id"] == before


async def test_a_parent_is_answered_nothing(auth: Any) -> None:
    parent = auth.browser()
    await parent.sign_in(an_iin())
    answer = await parent.ask("POST", "/counter/people", json={"iin": an_iin(), "language": "kk"})
    assert (answer.status_code, answer.json()["code"]) == (403, "permission_missing")
