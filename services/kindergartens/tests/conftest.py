"""A region with one district and one kindergarten, entered through the API."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.referrals import ReferralAccepted, ReferralFacts
from kezek.contracts.values import Person, QueueRef
from kezek.contracts.vocabulary import ApplicationStatus, GroupKind, InstructionLanguage, Language, ReferralStatus
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.kindergartens.main_api import build_app
from kezek.kindergartens.settings import KindergartensSettings
from kezek.kindergartens.usecases.enrol_child import ENROL_CHILD, enrol_child
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.db import Database
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.testing import Api, administrator, an_actor, an_iin, deliver

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
ACCEPTED_AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Child:
    """A child of a family, as applications and referrals tell of it."""

    application_id: UUID
    child_id: UUID
    applicant_id: UUID
    iin: str

    @classmethod
    def new(cls) -> "Child":
        return cls(new_id(), new_id(), new_id(), an_iin())

    def card(self, **changed: Any) -> ApplicationCard:
        told = {
            "application_id": self.application_id,
            "number": "10.UO.2026.00001.1",
            "applicant": Person(iin=an_iin(), surname="Үлгіева", given_name="Әсем"),
            "child": Person(iin=self.iin, surname="Үлгіев", given_name=changed.pop("given_name", "Ғани")),
            "child_birth_date": date(2022, 3, 1),
            "phone": "77990000000",
            "email": "family@example.kz",
            "language": Language.KK,
        }
        return ApplicationCard.model_validate({**told, **changed})

    def accepted(self, kindergarten_id: str, **changed: Any) -> ReferralAccepted:
        year, kind = changed.pop("group_year", 2022), changed.pop("kind", GroupKind.GENERAL)
        facts = {
            "referral_id": new_id(),
            "number": "1000000101",
            "place_id": new_id(),
            "kindergarten_id": UUID(kindergarten_id),
            "group_year": year,
            "language": InstructionLanguage.KAZAKH,
            "issued_at": ACCEPTED_AT,
            "expires_at": ACCEPTED_AT,
            "last_day": date(2026, 11, 30),
            "status": ReferralStatus.ACCEPTED,
        }
        return ReferralAccepted(
            application_id=self.application_id,
            child_id=self.child_id,
            applicant_id=self.applicant_id,
            queue=QueueRef(district="1110", kind=kind, group_year=year),
            status=ApplicationStatus.ENROLLED,
            turn=None,
            referral=ReferralFacts.model_validate({**facts, **changed}),
            misses=0,
            stop_listed_until=None,
            reason="referral_accepted",
            rule="admission",
        )


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

    def family(self) -> Child:
        """A family of which nothing was told yet."""
        return Child.new()

    async def works(self) -> None:
        """The worker puts an accepted child on the roster."""
        await JobRunner(self.database, {ENROL_CHILD: enrol_child}).run_one()

    async def enrols(self, child: Child | None = None, given_name: str = "Ғани", **changed: Any) -> str:
        """A child of the group is accepted; its enrolment's id."""
        child = child or Child.new()
        year = changed.pop("group_year", self.database.clock.now().year - 4)
        accepted = child.accepted(changed.pop("kindergarten_id", self.id), group_year=year, **changed)
        now = self.database.clock.now()
        await deliver(self.database, consumers, child.card(given_name=given_name), accepted, occurred_at=now)
        await self.works()
        rows = await self.roster(iin=child.iin)
        return str(rows[0]["enrolment_id"]) if rows else ""

    async def roster(self, actor: Actor | None = None, **asked: Any) -> list[dict[str, Any]]:
        path = f"/kindergartens/{self.id}/roster/search"
        answer = await self.api.by(actor or self.worker).post(path, json=asked)
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

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
