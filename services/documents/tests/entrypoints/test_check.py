from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kezek.platform.testing import MovableClock

pytestmark = pytest.mark.servers
EXPIRES_AT = datetime(2126, 11, 30, 19, tzinfo=UTC)
DAY = timedelta(days=1)


async def status(office: Any, paper: dict[str, Any]) -> str:
    return str((await office.api.by().get(f"/checks/{paper['check_code']}")).json()["status"])


async def test_check_shows_validity_kindergarten_and_last_day_and_nothing_else(office: Any, family: Any) -> None:
    paper = await office.makes_paper(family)
    answer = (await office.api.by().get(f"/checks/{paper['check_code'].upper()}")).json()
    assert answer == {
        "kind": "referral",
        "status": "valid",
        "kindergarten": {
            "kk": "«Қарлығаш» балабақшасы",
            "ru": "Детский сад «Карлыгаш»",
            "en": "Qarlygash kindergarten",
        },
        "last_day": "2126-11-30",
        "expires_at": "2126-11-30T19:00:00Z",
        "stopped": False,
        "sheet": None,
    }


async def test_a_referral_whose_term_stands_is_valid_without_a_last_day(office: Any, family: Any) -> None:
    paper = await office.makes_paper(family)
    await office.hears(family.came(), version=5)
    checked = (await office.api.by().get(f"/checks/{paper['check_code']}")).json()
    assert (checked["status"], checked["stopped"]) == ("valid", True)
    page = await office.api.by().get(f"/check/{paper['check_code']}?lang=ru")
    assert "срок остановлен" in page.text
    assert "Срок направления сейчас не идёт." in page.text
    assert "в срок." not in page.text
    assert "2126" not in page.text


async def test_accepted_referral_is_used_and_expired_one_void(office: Any, family: Any) -> None:
    paper = await office.makes_paper(family)
    await office.hears(family.accepted(), version=5)
    assert await status(office, paper) == "used"
    await office.hears(family.expired(), version=4)
    assert await status(office, paper) == "used", "an older event turns nothing back"
    await office.hears(family.expired(), version=6)
    assert await status(office, paper) == "void"


async def test_a_moved_end_is_the_pages_and_the_paper_keeps_the_day_of_its_issue(
    office: Any, family: Any, sandbox_clock: MovableClock
) -> None:
    paper = await office.makes_paper(family)
    issued = await office.pdf(family, paper)
    await office.hears(family.moved(EXPIRES_AT.date() + DAY, EXPIRES_AT + DAY), version=7)
    answer = (await office.api.by().get(f"/checks/{paper['check_code']}")).json()
    assert (answer["status"], answer["last_day"]) == ("valid", "2126-12-01")
    sandbox_clock.move_to(EXPIRES_AT)
    assert await status(office, paper) == "valid"
    sandbox_clock.move_to(EXPIRES_AT + DAY)
    assert await status(office, paper) == "void"
    assert await office.pdf(family, paper) == issued


async def test_referral_is_void_at_the_instant_of_its_expiry(
    office: Any, family: Any, sandbox_clock: MovableClock
) -> None:
    paper = await office.makes_paper(family)
    sandbox_clock.move_to(EXPIRES_AT)
    assert await status(office, paper) == "void"


@pytest.mark.parametrize(
    ("language", "title"),
    [("kk", "Жолдама жарамды"), ("ru", "Направление действительно"), ("en", "The referral is valid")],
)
async def test_page_speaks_three_languages(office: Any, family: Any, language: str, title: str) -> None:
    paper = await office.makes_paper(family)
    answer = await office.api.by().get(f"/check/{paper['check_code']}?lang={language}")
    assert f'<h1 class="valid">{title}</h1>' in answer.text
    assert f'<html lang="{language}">' in answer.text
    assert "Үлгіева" not in answer.text
    assert "Ғалия" not in answer.text
    assert "1000000101" not in answer.text
    assert "sha256-" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("query", "cookie", "language"),
    [("", "ru", "ru"), ("?lang=en", "ru", "en"), ("", "xx", "kk"), ("?lang=xx", "ru", "kk"), ("", None, "kk")],
)
async def test_page_speaks_the_language_of_the_address_or_of_the_web_client(
    office: Any, query: str, cookie: str | None, language: str
) -> None:
    headers = {"cookie": f"kezek_language={cookie}"} if cookie else {}
    page = (await office.api.by().get(f"/check/{'a' * 26}{query}", headers=headers)).text
    assert f'<html lang="{language}">' in page


@pytest.mark.parametrize(("language", "who"), [("kk", "Қолдау қызметі"), ("ru", "Служба поддержки"), ("en", "Support")])
async def test_the_page_says_who_helps_with_a_paper_and_without(office: Any, language: str, who: str) -> None:
    without = (await office.api.by().get(f"/check/{'a' * 26}?lang={language}")).text
    assert f"{who}: " not in without, "nobody has said yet"
    told = {"support_phone": "+77990000000", "support_email": "help@example.kz"}
    office.api.app.state.settings = office.api.app.state.settings.model_copy(update=told)
    page = (await office.api.by().get(f"/check/{'a' * 26}?lang={language}")).text
    assert f'{who}: <a href="tel:+77990000000">+77990000000</a>, <a href="mailto:help@example.kz">' in page


@pytest.mark.parametrize("code", ["a" * 26, "x", "<script>alert(1)</script>", "' or 1=1"])
async def test_unknown_code_is_answered_plainly(office: Any, code: str) -> None:
    answer = await office.api.by().get(f"/check/{code}?lang=xx")
    assert answer.status_code == 404
    if "/" not in code:
        assert "Мұндай жолдама жоқ" in answer.text
    assert (await office.api.by().get(f"/checks/{code}")).status_code == 404
