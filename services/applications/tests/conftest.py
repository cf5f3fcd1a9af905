"""A district, the sandbox's persons register over real HTTP, and families out of it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from kezek.applications.adapters import store
from kezek.applications.adapters.register import Register
from kezek.applications.domain.application import Application, Contacts, Made, Order
from kezek.applications.domain.claim import Claim, ClaimFile
from kezek.applications.domain.submission import submit
from kezek.applications.entrypoints.consumers import consumers
from kezek.applications.main_api import build_app
from kezek.applications.settings import ApplicationsSettings
from kezek.applications.usecases.check_register import works
from kezek.applications.usecases.claim_terms import fire_due
from kezek.applications.usecases.saving import save_new
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.events import Event
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import District
from kezek.contracts.texts import Text
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import ClaimKind, ClaimState, InstructionLanguage, Language
from kezek.platform.actors import Actor
from kezek.platform.db import Database
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.testing import Api, MovableClock, an_actor, an_iin, deliver, listening
from kezek.platform.testing.files import FileOffice
from kezek.platform.timers import Timers
from kezek_sandbox.app import create_app
from kezek_sandbox.people.model import Resident, Role
from kezek_sandbox.sandbox import Sandbox
from kezek_sandbox.testing import settings_in

DISTRICT, YEAR = "1134", 2022


@dataclass
class Outside:
    """The sandbox: the register and how it fails."""

    url: str
    inside: Sandbox
    changed: dict[str, Resident] = field(default_factory=dict)

    async def register_is(self, mode: str) -> None:
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as client:
            (await client.post("/control/register", json={"mode": mode})).raise_for_status()

    def change(self, iin: str, **values: Any) -> None:
        """The register learns something new about a person."""
        known = self.inside.people._by_number
        self.changed.setdefault(iin, known[iin])
        known[iin] = replace(known[iin], person=replace(known[iin].person, **values))

    def undo(self) -> None:
        self.inside.people._by_number.update(self.changed)
        self.changed.clear()


@pytest.fixture(scope="session")
async def sandbox(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Outside]:
    folder: Path = tmp_path_factory.mktemp("sandbox")
    MovableClock(folder / "clock")
    app = create_app(settings_in(folder))
    async with listening(app) as url:
        yield Outside(url, app.state.sandbox)


@dataclass
class World:
    """The API, its database, the register, documents' hand, and one family of two parents."""

    api: Api
    database: Database
    outside: Outside
    files: FileOffice
    mother: Actor
    father: Actor
    child: str

    def scan(self, purpose: FilePurpose, owner: Actor | None = None, **changes: Any) -> str:
        """A receipt of documents for a scan of the mother, or of another."""
        return self.files.sign(self.files.receipt((owner or self.mother).person_id, purpose, **changes))

    async def works(self) -> None:
        """The worker's jobs that are due, done as far as the register answers."""
        async with self.database.write() as tx:
            await tx.execute(sa.text("update job set run_at = now()"))
        async with Register.open(f"{self.outside.url}/register", 2) as register:
            runner = JobRunner(self.database, dict(works(register)))
            while await runner.run_one():
                pass

    async def fires(self) -> None:
        """The worker's deadlines that are due."""

        async def nothing(_: Any) -> None:
            raise AssertionError

        timers = Timers(self.database, self.database.clock, fire_due, nothing)
        while await timers.fire_due():
            pass

    async def only(self, *, born: int, **has: Any) -> Resident:
        """The first child of the district of whom the register says so."""
        for child in self.outside.inside.people.select(role=Role.CHILD, district=DISTRICT, born=born):
            if all(bool(getattr(child.person, name)) is value for name, value in has.items()):
                return child
        raise LookupError

    def body(self, **changed: Any) -> dict[str, Any]:
        return {
            "child_iin": self.child,
            "district": DISTRICT,
            "languages": ["kk", "ru"],
            "phone": "+7 799 000-00-07",
            "email": "parent@example.kz",
            "data_kept_current": True,
            "algorithm_read": True,
            **changed,
        }

    async def applies(self, actor: Actor | None = None, **changed: Any) -> httpx.Response:
        return await self.api.perform(actor or self.mother, "/applications/acts", self.body(**changed))

    async def prepares(self, actor: Actor | None = None, **changed: Any) -> httpx.Response:
        return await self.api.by(actor or self.mother).post("/applications/acts", json=self.body(**changed))

    async def application_id(self) -> str:
        answer = await self.applies()
        assert answer.status_code == 200, answer.text
        return str(answer.json()["result"]["application_id"])

    async def claimed(self, kind: ClaimKind, number: int = 1, district: str = DISTRICT, **facts: Any) -> Application:
        """An application with one claim that waits; `of` is its applicant, `names` are the child's, `born` when."""
        at = self.database.clock.now()
        person = Person(**{"surname": "Үлгіев", "given_name": "Алихан", **facts.pop("names", {})}, iin=an_iin())
        made = Made(
            number=f"{district[-2:]}.UO.2026.{number:05d}.1",
            child_id=new_id(),
            applicant_id=facts.pop("of", new_id()),
            district=district,
            group_year=YEAR,
            birth_date=facts.pop("born", date(YEAR, 3, 8)),
            submitted_at=at,
            act_id=new_id(),
            policy="default-1",
            twins=facts.pop("twins", None),
        )
        file = ClaimFile(id=new_id(), name="a.pdf", media_type="application/pdf", size=7, sha256="0" * 64, added_at=at)
        claim = Claim(id=new_id(), kind=kind, state=ClaimState.WAITING, submitted_at=at, files=(file,), **facts)
        async with self.database.write() as tx:
            made = replace(made, child_id=await store.lock_child(tx, person.iin))
            wishes, contacts = Order(languages=(InstructionLanguage.KAZAKH,)), Contacts("77990000001", "a@example.kz")
            new = submit(new_id(), made, wishes, contacts, [claim])
            card = ApplicationCard(
                application_id=new.application.id,
                number=made.number,
                applicant=person,
                child=person,
                child_birth_date=made.birth_date,
                phone="77990000001",
                email="a@example.kz",
                language=Language.KK,
            )
            await save_new(tx, new, card)
        return new.application

    async def tabs(self, application_id: str, actor: Actor | None = None) -> dict[str, Any]:
        answer = await self.api.by(actor or self.mother).get(f"/applications/{application_id}")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def hears(self, *events: Event, version: int = 1, **more: Any) -> None:
        await deliver(self.database, consumers, *events, version=version, **more)

    def families(self) -> list[tuple[Actor, str]]:
        """Mothers with a child of the year each."""
        found = self.outside.inside.people.select(role=Role.CHILD, district=DISTRICT, born=YEAR)
        return [(an_actor(iin=child.person.parents[0]), child.person.iin) for child in found]


def _family(outside: Outside) -> tuple[str, str, str]:
    for child in outside.inside.people.select(role=Role.CHILD, district=DISTRICT, born=YEAR):
        if len(child.person.parents) == 2:
            return child.person.iin, child.person.parents[0], child.person.parents[1]
    raise LookupError


@pytest.fixture
async def world(
    make_settings: Any, make_database: Any, api: Any, sandbox: Outside, file_office: FileOffice
) -> AsyncIterator[World]:
    url = f"{sandbox.url}/register"
    opened = await api(build_app(await make_settings("applications", ApplicationsSettings, register_url=url)))
    child, mother, father = _family(sandbox)
    made = World(
        opened,
        await make_database("applications"),
        sandbox,
        file_office,
        an_actor(iin=mother),
        an_actor(iin=father),
        child,
    )
    name = Text(kk="Аршалы ауданы", ru="Аршалынский район", en="Arshaly district")
    await made.hears(District(code=DISTRICT, name=name), District(code="1110", name=name))
    yield made
    await sandbox.register_is("ok")
    sandbox.undo()
