"""A referral, its card and its kindergarten, and the worker's job that makes the paper."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

import pytest

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.events import Event
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.referrals import (
    Arrived,
    CandidateEvent,
    DeadlineMoved,
    Departed,
    ReferralAccepted,
    ReferralExpired,
    ReferralFacts,
    ReferralIssued,
    RefusalUpheld,
)
from kezek.contracts.texts import Text
from kezek.contracts.values import ClaimedBenefit, Person, QueueRef
from kezek.contracts.vocabulary import (
    ApplicationStatus,
    ClockStop,
    DepartureReason,
    GroupKind,
    InstructionLanguage,
    Language,
    Ownership,
    ReferralStatus,
)
from kezek.documents.adapters.examiner import examine
from kezek.documents.adapters.files import Files, open_files
from kezek.documents.adapters.scanner import Scanner
from kezek.documents.adapters.vault import Vault, open_vault
from kezek.documents.entrypoints.consumers import consumers
from kezek.documents.entrypoints.upload_schemas import MOST_PART_BYTES
from kezek.documents.main_api import build_app
from kezek.documents.settings import DocumentsSettings
from kezek.documents.usecases.examine_upload import EXAMINE, ExamineUpload
from kezek.documents.usecases.forget_bytes import FORGET_FILE, FORGET_PARTS, ForgetBytes
from kezek.documents.usecases.keep_ending import ENDING_PDF
from kezek.documents.usecases.keep_referral import REFERRAL_PDF
from kezek.documents.usecases.keep_sheet import SHEET_PDF
from kezek.documents.usecases.make_ending_paper import MakeEndingPaper
from kezek.documents.usecases.make_referral_paper import MakeReferralPaper
from kezek.documents.usecases.make_sheet_paper import MakeSheetPaper
from kezek.platform.actors import Actor
from kezek.platform.db import Database
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.testing import Api, MovableClock, Signing, an_actor, an_iin, deliver
from kezek.platform.testing.events import deliver_erased
from kezek.platform.testing.files import FileOffice

ISSUED_AT = datetime(2026, 11, 23, 9, 14, tzinfo=UTC)
LAST_DAY = date(2126, 11, 30)
EXPIRES_AT = datetime(2126, 11, 30, 19, tzinfo=UTC)
PUBLIC_URL = "https://kezek.example"
GARDEN_NAME = Text(kk="«Қарлығаш» балабақшасы", ru="Детский сад «Карлыгаш»", en="Qarlygash kindergarten")


@dataclass
class Family:
    """One child with a referral; what happened to it so far is told by events of rising version."""

    applicant: Actor
    application_id: UUID
    kindergarten_id: UUID
    referral_id: UUID

    def card(self, benefits: tuple[ClaimedBenefit, ...] | None = ()) -> ApplicationCard:
        return ApplicationCard(
            application_id=self.application_id,
            number="10.UO.2026.00001.1",
            applicant=Person(iin=self.applicant.iin, surname="Үлгіева", given_name="Әсем"),
            child=Person(iin=an_iin(), surname="Әғқңөұүһіова", given_name="Ғалия", patronymic="Һәкімқызы"),
            child_birth_date=date(2022, 3, 8),
            phone="77990000000",
            email="family@example.kz",
            language=Language.KK,
            benefits=benefits,
        )

    def kindergarten(self) -> Kindergarten:
        return Kindergarten(
            kindergarten_id=self.kindergarten_id,
            district="1110",
            name=GARDEN_NAME,
            address=Text(kk="Көкшетау қаласы, Абай көшесі, 7", ru="Кокшетау, улица Абая, 7", en="7 Abai street"),
            phone="77999000007",
            ownership=Ownership.STATE,
        )

    def issued(self) -> ReferralIssued:
        return self._event(ReferralIssued, ApplicationStatus.REFERRED, ReferralStatus.VALID)

    def accepted(self) -> ReferralAccepted:
        return self._event(ReferralAccepted, ApplicationStatus.ENROLLED, ReferralStatus.ACCEPTED)

    def upheld(self) -> RefusalUpheld:
        event: RefusalUpheld = self._event(RefusalUpheld, ApplicationStatus.REFUSED, ReferralStatus.REFUSED)
        return event

    def departed(self, left_on: date, departure: DepartureReason, garden: UUID | None = None) -> Departed:
        event: Departed = self._event(Departed, ApplicationStatus.DEPARTED, ReferralStatus.DEPARTED)
        return event.model_copy(update={"left_on": left_on, "departure": departure, "kindergarten_id": garden})

    def expired(self) -> ReferralExpired:
        return self._event(ReferralExpired, ApplicationStatus.STOP_LISTED, ReferralStatus.EXPIRED)

    def came(self) -> Arrived:
        event: Arrived = self._event(Arrived, ApplicationStatus.REFERRED, ReferralStatus.VALID)
        facts = event.referral
        assert facts is not None
        stands = facts.model_copy(update={"stopped_by": ClockStop.CAME, "stopped_at": facts.issued_at})
        return event.model_copy(update={"referral": stands})

    def moved(self, last_day: date, ends_at: datetime) -> DeadlineMoved:
        event: DeadlineMoved = self._event(DeadlineMoved, ApplicationStatus.REFERRED, ReferralStatus.VALID)
        facts = event.referral
        assert facts is not None
        later = facts.model_copy(update={"last_day": last_day, "expires_at": ends_at})
        return event.model_copy(update={"referral": later})

    def _event(self, kind: type[Any], status: ApplicationStatus, referral: ReferralStatus) -> Any:
        event: CandidateEvent = kind(
            application_id=self.application_id,
            child_id=new_id(),
            applicant_id=self.applicant.person_id,
            queue=QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2022),
            status=status,
            turn=None,
            referral=ReferralFacts(
                referral_id=self.referral_id,
                number="1000000101",
                place_id=new_id(),
                kindergarten_id=self.kindergarten_id,
                group_year=2022,
                language=InstructionLanguage.KAZAKH,
                issued_at=ISSUED_AT,
                expires_at=EXPIRES_AT,
                last_day=LAST_DAY,
                status=referral,
            ),
            misses=0,
            stop_listed_until=None,
            reason="place_chosen",
            rule="choice",
        )
        return event


@dataclass
class Office:
    """The service in one process: its API, its handlers, its job."""

    api: Api
    database: Database
    files: Files
    jobs: JobRunner
    signing: Signing
    receipt_keys: Path

    async def hears(self, *events: Any, version: int = 1) -> None:
        await deliver(self.database, consumers, *events, version=version)

    async def forgets(self, event: type[Event], key: str) -> None:
        await deliver_erased(self.database, consumers, event, key)

    async def works(self) -> None:
        await self.jobs.run_one()

    async def papers(self, family: Family, actor: Actor | None = None) -> list[dict[str, Any]]:
        client = self.api.by(actor or family.applicant)
        answer = await client.get(f"/applications/{family.application_id}/documents")
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    async def makes_paper(self, family: Family) -> dict[str, Any]:
        await self.hears(family.kindergarten(), family.card(), family.issued())
        await self.works()
        (paper,) = await self.papers(family)
        return paper

    async def pdf(self, family: Family, paper: dict[str, Any]) -> bytes:
        answer = await self.api.by(family.applicant).get(f"/documents/{paper['id']}")
        assert answer.headers["content-type"] == "application/pdf"
        return answer.content


@dataclass
class Counter:
    """Files in one process: the API that takes them, and the worker's jobs."""

    api: Api
    database: Database
    settings: DocumentsSettings
    jobs: JobRunner
    vault: Vault

    async def begin(self, owner: Actor, size: int, **changes: Any) -> Any:
        body = {"purpose": "registration", "draft_id": str(new_id()), "name": "анықтама.pdf", "size": size}
        return await self.api.by(owner).post("/uploads", json={**body, **changes})

    async def send(self, owner: Actor, upload: dict[str, Any], content: bytes, begins: int = 0) -> Any:
        """One part."""
        return await self.api.by(owner).put(f"/uploads/{upload['id']}/parts/{begins}", content=content)

    async def send_all(self, owner: Actor, upload: dict[str, Any], content: bytes) -> None:
        """All parts."""
        for at in range(0, len(content), MOST_PART_BYTES):
            answer = await self.send(owner, upload, content[at : at + MOST_PART_BYTES], at)
            assert answer.status_code == 200, answer.text

    async def finish(self, owner: Actor, upload: dict[str, Any]) -> Any:
        return await self.api.by(owner).post(f"/uploads/{upload['id']}/finish")

    async def look(self, owner: Actor, upload: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = (await self.api.by(owner).get(f"/uploads/{upload['id']}")).json()
        return found

    async def works(self) -> None:
        """All jobs that are due."""
        while await self.jobs.run_one():
            pass

    async def hands_in(self, owner: Actor, content: bytes, name: str = "анықтама.pdf", **changes: Any) -> Any:
        """A file to its verdict."""
        upload = (await self.begin(owner, len(content), name=name, **changes)).json()
        await self.send_all(owner, upload, content)
        assert (await self.finish(owner, upload)).json()["state"] == "checking"
        await self.works()
        return await self.look(owner, upload)

    def stored(self) -> list[Path]:
        """What lies in the store."""
        folder = Path(unquote(urlsplit(self.settings.store_url).path))
        return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
async def counter(make_settings: Any, make_database: Any, api: Any, tmp_path: Path) -> Counter:
    settings = await make_settings("documents", DocumentsSettings, store_url=(tmp_path / "store").as_uri())
    database = await make_database("documents")
    vault = open_vault(settings.store_url, settings.file_keys.get_secret_value())
    forget = ForgetBytes(vault)
    works = {
        EXAMINE: ExamineUpload(vault, Scanner(settings.clamd, 30), examine),
        FORGET_PARTS: forget.parts,
        FORGET_FILE: forget.file,
    }
    return Counter(await api(build_app(settings)), database, settings, JobRunner(database, works), vault)


@pytest.fixture
def family(actor: Callable[..., Actor]) -> Family:
    return Family(an_actor(), new_id(), new_id(), new_id())


@pytest.fixture
def another_family() -> Family:
    return Family(an_actor(), new_id(), new_id(), new_id())


@pytest.fixture
async def office(
    make_settings: Any,
    make_database: Any,
    api: Any,
    tmp_path: Path,
    sandbox_clock: MovableClock,
    signing: Signing,
    file_office: FileOffice,
) -> Office:
    store_url = (tmp_path / "papers").as_uri()
    settings = await make_settings("documents", DocumentsSettings, store_url=store_url, public_url=PUBLIC_URL)
    database, files = await make_database("documents"), open_files(store_url)
    made_by: dict[str, Any] = {REFERRAL_PDF: MakeReferralPaper, ENDING_PDF: MakeEndingPaper, SHEET_PDF: MakeSheetPaper}
    jobs = JobRunner(
        database, {name: make(files, sandbox_clock, settings.public_url) for name, make in made_by.items()}
    )
    receipt_keys = file_office.settings("referrals")["file_receipt_keys"]
    return Office(await api(build_app(settings)), database, files, jobs, signing, receipt_keys)
