from dataclasses import replace
from datetime import date
from typing import Any

import pypdfium2
import pytest
import sqlalchemy as sa
import zxingcpp

from kezek.contracts.access import DocumentsRead, Why
from kezek.contracts.documents import DocumentMade
from kezek.contracts.ids import new_id
from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import ActorKind, DocumentKind, DocumentSubject
from kezek.documents.adapters import tables
from kezek.documents.usecases.keep_referral import REFERRAL_PDF
from kezek.platform.actors import Grant, Role
from kezek.platform.messaging.jobs import LONGEST_PAUSE_S, JobRunner, add_job
from kezek.platform.testing import an_actor, published, worker_of

pytestmark = pytest.mark.servers


async def test_issued_referral_becomes_a_paper(office: Any, family: Any) -> None:
    paper = await office.makes_paper(family)
    assert paper["name"]["ru"] == "Направление № 1000000101"
    assert (paper["subject"], paper["about"]) == ("referral", str(family.referral_id))
    (told,) = [each for each in await published(office.database) if isinstance(each.event, DocumentMade)]
    assert (told.event.subject, told.event.about) == (DocumentSubject.REFERRAL, family.referral_id)
    assert (str(told.event.document_id), told.event.sha256, told.version) == (paper["id"], paper["sha256"], 1)


@pytest.mark.parametrize("missing", ["card", "kindergarten"])
async def test_paper_is_made_when_what_was_missing_comes(office: Any, family: Any, missing: str) -> None:
    inputs = {"card": family.card(), "kindergarten": family.kindergarten()}
    late = inputs.pop(missing)
    await office.hears(family.issued(), *inputs.values())
    await office.works()
    assert await office.papers(family) == []
    await office.hears(late)
    await office.works()
    assert len(await office.papers(family)) == 1


async def test_the_paper_tells_the_numbers_of_the_referrals_own_policy_once_that_is_heard(
    office: Any, family: Any
) -> None:
    issued = family.issued()
    of_policy = issued.model_copy(update={"referral": issued.referral.model_copy(update={"policy": "1110-4"})})
    await office.hears(family.kindergarten(), family.card(), of_policy)
    await office.works()
    assert await office.papers(family) == []
    policy = replace(REFERRAL_PROFILE, id="1110-4", stop_list_working_days=37)
    # it held when the turn began; on the day of issue another one did already
    for version, begins in (
        (policy, date(2026, 11, 1)),
        (replace(policy, id="1110-5", stop_list_working_days=41), date(2026, 11, 22)),
    ):
        number = int(version.id[-1])
        told = PolicyPublished(district="1110", version=number, in_force_from=begins, policy=version)
        await office.hears(told, version=number)
    async with office.database.write() as tx:
        await tx.execute(sa.text("update job set run_at = now()"))
    await office.works()
    (paper,) = await office.papers(family)
    pages = pypdfium2.PdfDocument(await office.pdf(family, paper))
    assert "37" in "".join(page.get_textpage().get_text_bounded() for page in pages)


async def test_paper_that_failed_for_weeks_is_named_in_the_log_and_made_once_it_can_be(
    office: Any, family: Any, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(_tx: Any, _job: Any) -> None:
        raise RuntimeError("no font has this letter")

    await office.hears(family.kindergarten(), family.card(), family.issued())
    async with office.database.write() as tx:
        await tx.execute(sa.text("update job set attempts = 30000, created_at = now() - interval '21 days'"))
    await JobRunner(office.database, {REFERRAL_PDF: fail}).run_one()
    assert await office.papers(family) == []
    (alarm,) = [each for each in caplog.records if each.levelname == "ERROR"]
    assert str(family.referral_id) in alarm.getMessage()
    async with office.database.write() as tx:
        waits = await tx.value(sa.text("select extract(epoch from run_at - now()) from job"))
        await tx.execute(sa.text("update job set run_at = now()"))
    assert waits <= LONGEST_PAUSE_S
    await office.works()
    assert len(await office.papers(family)) == 1


async def test_paper_keeps_the_name_the_kindergarten_had_when_it_was_made(office: Any, family: Any) -> None:
    paper = await office.makes_paper(family)
    renamed = family.kindergarten().model_copy(update={"name": Text(kk="Күншуақ", ru="Куншуак", en="Kunshuaq")})
    await office.hears(renamed, version=2)
    await office.works()
    assert await office.papers(family) == [paper]
    assert (await office.api.by().get(f"/checks/{paper['check_code']}")).json()["kindergarten"]["ru"] == "Куншуак"


async def test_referral_told_again_makes_no_second_paper(office: Any, family: Any) -> None:
    await office.makes_paper(family)
    await office.hears(family.issued())
    await office.hears(family.accepted(), version=9)
    await office.works()
    assert len(await office.papers(family)) == 1


async def test_every_letter_of_the_paper_can_be_extracted(office: Any, family: Any) -> None:
    document = pypdfium2.PdfDocument(await office.pdf(family, await office.makes_paper(family)))
    kazakh, russian = (page.get_textpage().get_text_bounded() for page in document)
    for text in (kazakh, russian):
        assert "Әғқңөұүһіова Ғалия Һәкімқызы" in text
        assert "1000000101" in text
        assert "2022" in text
        assert "+7 799 900 00 07" in text
    assert set("әғқңөұүһі") <= set(kazakh.lower())
    assert "«Қарлығаш» балабақшасы" in kazakh
    assert "2126 жылғы 30 қараша" in kazakh
    assert "қазақ" in kazakh.split()
    assert "Детский сад «Карлыгаш»" in russian
    assert "30 ноября 2126 года" in russian
    assert "\ufffd" not in kazakh + russian


async def test_the_paper_tells_of_an_officers_choice_for_a_round_by_vouchers(office: Any, family: Any) -> None:
    issued, policy = family.issued(), replace(VOUCHER_PROFILE, id="1110-2")
    judged = issued.referral.model_copy(update={"policy": policy.id})
    told = {"actor": ActorKind.OFFICER, "by_round": True, "restored": True, "referral": judged}
    began = PolicyPublished(district="1110", version=2, in_force_from=date(2026, 11, 1), policy=policy)
    await office.hears(began, family.kindergarten(), family.card(), issued.model_copy(update=told))
    await office.works()
    (paper,) = await office.papers(family)
    page = pypdfium2.PdfDocument(await office.pdf(family, paper))[1]
    russian = " ".join(page.get_textpage().get_text_bounded().split())
    assert "подписало ЭЦП уполномоченное лицо" in russian
    assert "на этапе распределения" in russian
    assert "уже один раз восстанавливали" in russian
    assert "стоп-лист" not in russian
    assert "заявитель подписал ЭЦП" not in russian


async def test_qr_code_leads_to_the_public_check(office: Any, family: Any) -> None:
    paper = await office.makes_paper(family)
    for page in pypdfium2.PdfDocument(await office.pdf(family, paper)):
        (found,) = zxingcpp.read_barcodes(page.render(scale=2).to_pil())
        assert found.text == f"https://kezek.example/check/{paper['check_code']}"
        assert (await office.api.by().get(found.text.removeprefix("https://kezek.example"))).status_code == 200


async def test_same_referral_gives_the_same_bytes(office: Any, family: Any) -> None:
    paper = await office.makes_paper(family)
    stored = await office.pdf(family, paper)
    async with office.database.write() as tx:
        await tx.execute(sa.delete(tables.document))
        await add_job(tx, REFERRAL_PDF, "again", {"referral_id": str(family.referral_id)})
    await office.works()
    (again,) = await office.papers(family)
    assert again["sha256"] == paper["sha256"]
    assert await office.files.get(paper["sha256"]) == stored


async def test_paper_is_shown_to_the_applicant_and_the_kindergarten_only(office: Any, family: Any) -> None:
    paper = await office.makes_paper(family)
    path = f"/documents/{paper['id']}"
    assert (await office.api.by().get(path)).status_code == 401
    for stranger in (an_actor(), worker_of(new_id()), an_actor(Grant(Role.ADMINISTRATOR))):
        answer = await office.api.by(stranger).get(path)
        assert (answer.status_code, answer.json()["code"]) == (404, "document_not_found")
        assert await office.papers(family, stranger) == []
    worker = worker_of(family.kindergarten_id)
    assert (await office.api.by(worker).get(path)).status_code == 200
    assert len(await office.papers(family, worker)) == 1


async def test_who_works_there_leaves_a_trace_and_the_applicant_none(office: Any, family: Any) -> None:
    paper = await office.makes_paper(family)
    worker = worker_of(family.kindergarten_id)
    await office.api.by(worker).get(f"/documents/{paper['id']}")
    await office.papers(family, worker)
    await office.papers(family, an_actor())
    await office.api.by(family.applicant).get(f"/documents/{paper['id']}")
    reads = [each.event for each in await published(office.database) if isinstance(each.event, DocumentsRead)]
    assert [(read.reader_id, read.why, read.kindergarten_id) for read in reads] == [
        (worker.person_id, Why.OPEN, family.kindergarten_id),
        (worker.person_id, Why.LIST, family.kindergarten_id),
    ]
    for read in reads:
        (subject,) = read.subjects
        assert (subject.person_id, subject.application_id) == (family.applicant.person_id, family.application_id)
        assert str(subject.object_id) == paper["id"]


async def test_kindergarten_sees_an_expired_paper_no_more(office: Any, family: Any) -> None:
    paper = await office.makes_paper(family)
    await office.hears(family.expired(), version=4)
    answer = await office.api.by(worker_of(family.kindergarten_id)).get(f"/documents/{paper['id']}")
    assert answer.status_code == 404
    assert (await office.api.by(family.applicant).get(f"/documents/{paper['id']}")).status_code == 200


async def test_file_name_and_headers_tell_nothing_about_the_child(office: Any, family: Any) -> None:
    paper = await office.makes_paper(family)
    answer = await office.api.by(family.applicant).get(f"/documents/{paper['id']}")
    assert answer.headers["content-disposition"] == 'inline; filename="referral-1000000101.pdf"'
    assert answer.headers["cache-control"] == "private, no-store"
    assert paper["kind"] == DocumentKind.REFERRAL
