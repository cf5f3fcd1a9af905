from typing import Any

import pytest

from kezek.platform.testing import an_iin


async def owner(browser: Any, challenge: dict[str, Any], signature: str) -> Any:
    body = {"challenge_id": challenge["challenge_id"], "signature": signature}
    return await browser.client.post("/certificates/owner", json=body)


@pytest.mark.parametrize(
    ("language", "word"), [("kk", "жауапкершілікке"), ("ru", "ответственность"), ("en", "liability")]
)
async def test_the_page_warns_and_says_where_keys_come_from(auth: Any, language: str, word: str) -> None:
    answer = await auth.browser().client.get("/sign-in", params={"language": language})
    page = answer.json()
    assert answer.headers["cache-control"] == "public, max-age=300"
    assert word in page["warning"]
    assert "ХҚКО" in page["keys_from"]
    assert [way["way"] for way in page["ways"]] == ["eds", "code", "password"]
    assert page["ncalayer"]["address"] == "wss://127.0.0.1:13579"
    assert page["ncalayer"]["request"]["args"]["locale"] == language
    offered = [
        page["ncalayer"][each]["args"]["signerParams"]["extKeyUsageOids"] for each in ("request", "request_all_keys")
    ]
    assert offered == [["1.3.6.1.5.5.7.3.2"], []]
    assert page["codes"]["lifetime_s"] == auth.settings.code_lifetime_s


async def test_the_page_names_the_ncalayer_of_the_setting(start_auth: Any) -> None:
    auth = await start_auth(ncalayer_address="ws://127.0.0.1:8807")
    page = (await auth.browser().client.get("/sign-in")).json()
    assert page["ncalayer"]["address"] == "ws://127.0.0.1:8807"


async def test_the_page_says_the_manuals_own_words(auth: Any) -> None:
    page = (await auth.browser().client.get("/sign-in")).json()
    assert page["warning"] == (
        "Жүйеде тіркеу және авторизациялау кезінде үшінші тұлғаның есептік деректерін заңсыз пайдалану ҚР "
        "заңнамасына сәйкес жауапкершілікке әкеп соғады."
    )
    assert {way["way"]: way["important"] for way in page["ways"]} == {
        "eds": "МАҢЫЗДЫ! ЭЦҚ-мен жұмыс істеу үшін алдын ала NCALayer бағдарламалық жасақтамасын орнату қажет!",
        "code": "МАҢЫЗДЫ! Жүйеге бір реттік код арқылы кіру үшін көрсетілген телефон нөмірі мен ЖСН МАБ жүйесінде "
        "тіркелген болуы қажет!",
        "password": None,
    }


@pytest.mark.parametrize(("language", "word"), [("kk", "МАҢЫЗДЫ!"), ("ru", "ВАЖНО!"), ("en", "IMPORTANT!")])
async def test_what_is_important_is_said_in_each_language(auth: Any, language: str, word: str) -> None:
    ways = (await auth.browser().client.get("/sign-in", params={"language": language})).json()["ways"]
    key, code, password = (way["important"] for way in ways)
    assert key.startswith(word)
    assert "NCALayer" in key
    assert code.startswith(word)
    assert password is None


async def test_kazakh_is_the_language_of_the_page_unless_another_is_asked_for(auth: Any) -> None:
    client = auth.browser().client
    assert (await client.get("/sign-in")).json() == (await client.get("/sign-in", params={"language": "kk"})).json()
    assert (await client.get("/sign-in", params={"language": "xx"})).status_code == 422


async def test_whose_key_it_is_is_seen_before_signing_in_and_the_challenge_still_serves(auth: Any) -> None:
    browser, iin = auth.browser(), an_iin()
    challenge = await browser.challenge()
    signature = browser.signed(challenge, iin)
    seen = (await owner(browser, challenge, signature)).json()
    assert (seen["iin"], seen["name"], seen["owner"], seen["bin"]) == (iin, "СЫНАҚОВА ҮЛГІ", "individual", None)
    assert await browser.token() is None
    assert await auth.rows("select * from account") == []
    assert (await browser.answer(challenge, signature)).status_code == 201
    assert (await owner(browser, challenge, signature)).json()["code"] == "challenge_unknown"


async def test_another_browser_learns_nothing_of_a_key(auth: Any) -> None:
    browser, thief = auth.browser(), auth.browser()
    challenge = await browser.challenge()
    await thief.challenge()
    refused = await owner(thief, challenge, browser.signed(challenge, an_iin()))
    assert (refused.status_code, refused.json()["code"]) == (422, "challenge_unknown")


async def test_a_signature_over_something_else_names_nobody(auth: Any) -> None:
    browser = auth.browser()
    signature = browser.signed(await browser.challenge(), an_iin())
    refused = await owner(browser, await browser.challenge(), signature)
    assert (refused.status_code, refused.json()["code"]) == (422, "signature_mismatch")


async def test_keys_are_looked_through_only_so_often(auth: Any) -> None:
    browser = auth.browser()
    challenge = await browser.challenge()
    answers = [await owner(browser, challenge, "!") for _ in range(11)]
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]
    assert answers[-1].json()["code"] == "too_many_tries"
    assert (await browser.answer(challenge, browser.signed(challenge, an_iin()))).status_code == 201
