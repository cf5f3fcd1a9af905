"""A region with one district and one kindergarten, entered through the API."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from kezek.kindergartens.main_api import build_app
from kezek.kindergartens.settings import KindergartensSettings
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.db import Database
from kezek.platform.testing import Api, administrator, an_actor, an_iin

DISTRICT = {"kk": "Көкшетау қаласы", "ru": "город Кокшетау", "en": "Kokshetau city"}
GARDEN = {
    "district": "1110",
    "name": {"kk": "«Бәйтерек» балабақшасы", "ru": "Детский сад «Байтерек»", "en": "Baiterek kindergarten"},
    "address": {"kk": "Абай көшесі, 7", "ru": "улица Абая, 7", "en": "7 Abai street"},
    "phone": "77999000007",
    "ownership": "state",
}
OWNER = {"phone": "77990001122", "email": "owner@example.kz", "language": "ru"}
FORM = {
    "district": "1110",
    "name": {"kk": "«Ақбота» бөбекжайы", "ru": "Ясли-сад «Акбота»"},
    "address": {"kk": "Сарыарқа, 1", "ru": "Сарыарка, 1"},
    "phone": "77990001133",
    "website": "https://akbota.example.kz",
    "ownership": "private",
}


@dataclass
class Region:
    """The API, its database, and who there is."""

    api: Api
    database: Database
    administrator: Actor
    worker: Actor
    kindergarten: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.kindergarten["id"])

    def vacancy(self, **changed: Any) -> dict[str, Any]:
        year = self.database.clock.now().year - 4
        return {"language": "kk", "group_year": year, "kind": "general", "places": 2, **changed}

    def form(self, **changed: Any) -> dict[str, Any]:
        """What a kindergarten without an account sends, of a person made up for it."""
        return {**FORM, **changed, "owner": {**OWNER, "iin": an_iin(), **changed.get("owner", {})}}

    async def publishes(self, **changed: Any) -> str:
        path = f"/kindergartens/{self.id}/vacancies/acts"
        answer = await self.api.perform(self.worker, path, self.vacancy(**changed))
        assert answer.status_code == 200, answer.text
        return str(answer.json()["result"]["vacancy_id"])


@pytest.fixture
async def kindergartens_api(make_settings: Any, api: Any) -> Api:
    return await api(build_app(await make_settings("kindergartens", KindergartensSettings, public_answers_kept_s=0)))


@pytest.fixture
async def region(kindergartens_api: Api, make_database: Any) -> Region:
    boss, iin = administrator(), an_iin()
    await kindergartens_api.by(boss).put("/districts/1110", json={"name": DISTRICT})
    made = (await kindergartens_api.by(boss).post("/kindergartens", json={**GARDEN, "workers": [iin]})).json()
    worker = an_actor(Grant(Role.WORKER, kindergarten_id=UUID(made["id"])), iin=iin)
    return Region(kindergartens_api, await make_database("kindergartens"), boss, worker, made)
