"""The child's card for the kindergarten (domain §7.workroom): what stands on it, and who may have it."""

from typing import Any

import pypdfium2
import pytest

from kezek.contracts.access import DocumentsRead, Why
from kezek.contracts.ids import new_id
from kezek.contracts.texts import Text
from kezek.contracts.values import ClaimedBenefit
from kezek.platform.actors import Grant, Role
from kezek.platform.testing import an_actor, officer_of, published, worker_of

pytestmark = pytest.mark.servers
LARGE = Text(kk="көпбалалы отбасының баласы", ru="ребёнок из многодетной семьи", en="child of a large family")


async def known(office: Any, family: Any, *benefits: ClaimedBenefit) -> None:
    await office.hears(family.kindergarten(), family.card(benefits), family.issued())


async def pages_of(office: Any, family: Any) -> list[str]:
    """The words of each page, as a worker of the kindergarten is given them."""
    worker = worker_of(family.kindergarten_id)
    answer = await office.api.by(worker).get(f"/referrals/{family.referral_id}/child-card")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(answer.content)]
    return [" ".join(page.split()) for page in pages]


async def test_the_card_has_all_data_of_the_manual_in_both_languages(office: Any, family: Any) -> None:
    card = family.card(())
    await office.hears(family.kindergarten(), card, family.issued())
    kazakh, russian = await pages_of(office, family)
    for page in (kazakh, russian):
        for said in (card.child.iin, "Әғқңөұүһіова Ғалия Һәкімқызы", "Үлгіева Әсем", card.number, "1000000101", "2022"):
            assert said in page
    for said in ("«Қарлығаш» балабақшасы", "2022 жылғы 8 наурыз", "Жеңілдіксіз", "2126 жылғы 30 қараша"):
        assert said in kazakh
    for said in ("Детский сад «Карлыгаш»", "8 марта 2022 года", "Без льготы", "30 ноября 2126 года"):
        assert said in russian


async def test_a_term_that_stands_has_no_last_day_on_the_card(office: Any, family: Any) -> None:
    await known(office, family)
    await office.hears(family.came(), version=5)
    kazakh, russian = await pages_of(office, family)
    assert "мерзім тоқтатылған" in kazakh
    assert "срок остановлен" in russian
    assert "2126" not in kazakh + russian


async def test_a_benefit_stands_on_the_card_and_one_not_confirmed_is_said_to_be_so(office: Any, family: Any) -> None:
    waits = ClaimedBenefit(code="large_family", name=LARGE, confirmed=False)
    await known(office, family, waits)
    kazakh, russian = await pages_of(office, family)
    assert f"{LARGE.kk} – көрсетілген, бірақ әлі расталмаған" in kazakh
    assert f"{LARGE.ru} – заявлена, но ещё не подтверждена" in russian
    confirmed = ClaimedBenefit(code="large_family", name=LARGE, confirmed=True)
    await office.hears(family.card((confirmed,)), version=9)
    kazakh, russian = await pages_of(office, family)
    assert LARGE.kk in kazakh
    assert LARGE.ru in russian
    for page in (kazakh, russian):
        assert not {"расталмаған", "подтверждена", "Жеңілдіксіз"} & set(page.split())


async def test_what_a_card_of_before_does_not_say_is_not_called_no_benefit(office: Any, family: Any) -> None:
    await office.hears(family.kindergarten(), family.card(None), family.issued())
    kazakh, russian = await pages_of(office, family)
    assert "мәлімет жоқ" in kazakh
    assert "нет сведений" in russian
    assert "Жеңілдіксіз" not in kazakh


async def test_only_the_kindergarten_of_a_referral_that_stands_is_given_the_card(office: Any, family: Any) -> None:
    await known(office, family)
    path = f"/referrals/{family.referral_id}/child-card"
    assert (await office.api.by().get(path)).status_code == 401
    for nobody in (family.applicant, an_actor(Grant(Role.ADMINISTRATOR)), officer_of("1110")):
        assert (await office.api.by(nobody).get(path)).status_code == 403
    stranger, mine = worker_of(new_id()), worker_of(family.kindergarten_id)
    foreign = await office.api.by(stranger).get(path)
    missing = await office.api.by(mine).get(f"/referrals/{new_id()}/child-card")
    assert {each.status_code for each in (foreign, missing)} == {404}
    assert {each.json()["code"] for each in (foreign, missing)} == {"referral_not_found"}
    await office.hears(family.accepted(), version=4)
    assert "қабылданды" in (await pages_of(office, family))[0]
    await office.hears(family.expired(), version=5)
    assert (await office.api.by(mine).get(path)).status_code == 404


async def test_a_referral_whose_card_has_not_come_waits(office: Any, family: Any) -> None:
    await office.hears(family.kindergarten(), family.issued())
    path = f"/referrals/{family.referral_id}/child-card"
    answer = await office.api.by(worker_of(family.kindergarten_id)).get(path)
    assert (answer.status_code, answer.json()["code"]) == (503, "application_not_complete_yet")


async def test_each_card_leaves_its_line_in_the_reading_log_and_nothing_personal_in_its_name(
    office: Any, family: Any
) -> None:
    await known(office, family)
    worker = worker_of(family.kindergarten_id)
    answer = await office.api.by(worker).get(f"/referrals/{family.referral_id}/child-card")
    assert answer.headers["content-disposition"] == 'inline; filename="child-card-1000000101.pdf"'
    assert answer.headers["cache-control"] == "private, no-store"
    (read,) = [each.event for each in await published(office.database) if isinstance(each.event, DocumentsRead)]
    assert (read.reader_id, read.what, read.why) == (worker.person_id, "child-cards:read", Why.OPEN)
    (subject,) = read.subjects
    assert (subject.person_id, subject.application_id, subject.object_id) == (
        family.applicant.person_id,
        family.application_id,
        family.referral_id,
    )
