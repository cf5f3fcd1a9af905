import asyncio
from collections.abc import Iterable
from typing import Any

import pytest

from kezek.kindergartens.main_api import build_app
from kezek.kindergartens.settings import KindergartensSettings
from kezek.platform.testing import an_iin

pytestmark = pytest.mark.servers


async def test_only_so_many_of_one_person_wait_for_one_kindergarten_also_at_once(region: Any) -> None:
    owner = {"iin": an_iin()}
    spellings = ("«Балапан»", "балапан", "БАЛАПАН", "Балапан", "д/с Балапан", "Балапан.")
    same = [region.form(name={"kk": "Балапан", "ru": spelt}, owner=owner) for spelt in spellings]
    answers = await asyncio.gather(*(region.api.by().post("/account-requests", json=body) for body in same))
    assert sorted(answer.status_code for answer in answers) == [201, 201, 201, 429, 429, 429]
    assert {answer.json()["code"] for answer in answers if answer.is_error} == {"account_requests_waiting"}


async def floods(region: Any, served: Any, sources: Iterable[str]) -> list[int]:
    """Statuses of forms sent at once, by made-up people, from these addresses."""
    sent = [
        served.by().post("/account-requests", json=region.form(), headers={"X-Forwarded-For": source})
        for source in sources
    ]
    return sorted(answer.status_code for answer in await asyncio.gather(*sent))


async def test_only_so_many_of_one_network_wait_also_at_once_and_others_go_on(
    region: Any, make_settings: Any, api: Any
) -> None:
    strict = await make_settings("kindergartens", KindergartensSettings, open_account_requests_of_network=4)
    served = await api(build_app(strict))
    for one, neighbours, other in (
        (["203.0.113.7"], ["::ffff:203.0.113.7"], "203.0.113.8"),
        (["2001:db8:0:1::7", "2001:db8:0:1::8"], ["2001:db8:0:1:ffff::9"], "2001:db8:0:2::7"),
    ):
        assert await floods(region, served, one * (12 // len(one))) == [201] * 4 + [429] * 8
        assert await floods(region, served, neighbours) == [429]
        assert await floods(region, served, [other]) == [201], "who asks from elsewhere is not kept out"


async def test_only_so_many_wait_in_the_region_also_at_once(region: Any, make_settings: Any, api: Any) -> None:
    strict = await make_settings("kindergartens", KindergartensSettings, open_account_requests_at_all=5)
    served = await api(build_app(strict))
    assert await floods(region, served, [f"203.0.113.{n}" for n in range(16)]) == [201] * 5 + [429] * 11


async def test_whichever_bound_is_reached_the_answer_is_the_same_and_says_when_to_ask_again(
    region: Any, make_settings: Any, api: Any
) -> None:
    bodies = []
    for bound in ("open_account_requests", "open_account_requests_of_network", "open_account_requests_at_all"):
        closed = await api(build_app(await make_settings("kindergartens", KindergartensSettings, **{bound: 0})))
        answer = await closed.by().post("/account-requests", json=region.form())
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "3600")
        bodies.append(answer.json())
    assert bodies[0]["params"] == {"retry_after_s": 3600}
    assert bodies == bodies[:1] * 3


async def test_decided_ones_make_room_for_their_network(region: Any, make_settings: Any, api: Any) -> None:
    strict = await make_settings("kindergartens", KindergartensSettings, open_account_requests_of_network=1)
    served = await api(build_app(strict))
    assert await floods(region, served, ["203.0.113.7"]) == [201]
    assert await floods(region, served, ["203.0.113.7"]) == [429]
    boss = region.api.by(region.administrator)
    (waiting,) = (await boss.get("/account-requests")).json()["items"]
    await boss.post(f"/account-requests/{waiting['id']}/refusal", json={"reason": "no_kindergarten"})
    assert await floods(region, served, ["203.0.113.7"]) == [201]
