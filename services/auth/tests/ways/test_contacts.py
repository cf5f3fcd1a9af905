"""First sign-in, confirming and changing contacts, and the letters that tell of it, over real SMTP and HTTP."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from kezek.auth.adapters.providers import open_providers
from kezek.auth.usecases.begin_session import MAX_DEVICES
from kezek.auth.usecases.letters import JOB, Letters
from kezek.contracts.auth import Account
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.testing import an_iin, published

CODE = re.compile(r"(?<![0-9])[0-9]{6,8}(?![0-9])")
EMAIL = "{}@example.kz"


class Desk:
    """A running auth, the mail and the SMS it sends."""

    def __init__(self, auth: Any, outside: Any) -> None:
        self.auth = auth
        self.outside = outside

    async def mails(self, recipient: str) -> list[Any]:
        found: list[Any] = await self.outside.inside.mailbox.list_mail(recipient, 0, 100)
        return found

    async def code_sent_to(self, recipient: str) -> str:
        texts = await self.outside.sms(recipient) if recipient.isdigit() else []
        texts += [mail.text for mail in await self.mails(recipient)]
        found = CODE.search(texts[-1])
        assert found is not None
        return found.group()

    async def confirm(self, browser: Any, channel: str, contact: str) -> Any:
        asked = await browser.ask("PUT", f"/me/{channel}", json={channel: contact})
        assert asked.status_code == 202, asked.text
        code = await self.code_sent_to(contact)
        return await browser.ask("POST", f"/me/{channel}/confirmation", json={"code": code})

    async def sends_letters(self) -> None:
        """What the worker does until nothing is left."""
        async with open_providers(self.auth.settings) as providers:
            runner = JobRunner(self.auth.database, {JOB: Letters(providers, "http://kezek.example").work})
            while await runner.run_one():
                continue

    async def events(self) -> list[Account]:
        return [each.event for each in await published(self.auth.database) if isinstance(each.event, Account)]


@pytest.fixture
async def desk(start_auth: Any, outside: Any) -> Desk:
    port = outside.inside.smtp_port
    return Desk(await start_auth(sms_url=f"{outside.url}/sms", smtp_host="127.0.0.1", smtp_port=port), outside)


@pytest.fixture
def email() -> Callable[[], str]:
    return lambda: EMAIL.format(an_iin()[-8:] + an_iin()[-4:])


async def test_the_first_sign_in_is_over_once_an_email_is_confirmed(desk: Desk, email: Callable[[], str]) -> None:
    browser, address = desk.auth.browser(), email()
    me = await browser.sign_in(an_iin(), first=True)
    assert (me["complete"], me["missing"], me["email"]) == (False, ["email"], None)
    refused = await browser.ask("GET", "/me/readings")
    assert (refused.status_code, refused.json()["code"]) == (403, "email_required")
    await browser.ask("PUT", "/me/email", json={"email": address})
    waiting = (await browser.ask("GET", "/me")).json()
    assert (waiting["email"], waiting["email_confirmed"]) == (address, False)
    me = (await desk.confirm(browser, "email", address)).json()
    assert (me["complete"], me["missing"], me["email"], me["email_confirmed"]) == (True, [], address, True)
    assert (await browser.ask("GET", "/me")).json() == me
    assert (await browser.ask("GET", "/me/readings")).status_code == 200


async def test_a_code_serves_once_and_a_new_one_replaces_it(desk: Desk, email: Callable[[], str]) -> None:
    browser, address, other = desk.auth.browser(), email(), email()
    await browser.sign_in(an_iin(), first=True)
    await browser.ask("PUT", "/me/email", json={"email": address})
    old = await desk.code_sent_to(address)
    await browser.ask("PUT", "/me/email", json={"email": other})
    answer = await browser.ask("POST", "/me/email/confirmation", json={"code": old})
    assert (answer.status_code, answer.json()["code"]) == (422, "code_wrong")
    new = {"code": await desk.code_sent_to(other)}
    assert (await browser.ask("POST", "/me/email/confirmation", json=new)).json()["email"] == other
    again = await browser.ask("POST", "/me/email/confirmation", json=new)
    assert again.json()["code"] == "code_wrong"


async def test_somebody_elses_code_confirms_nothing(desk: Desk, email: Callable[[], str]) -> None:
    browser, thief, address = desk.auth.browser(), desk.auth.browser(), email()
    await browser.sign_in(an_iin(), first=True)
    await thief.sign_in(an_iin(), first=True)
    await browser.ask("PUT", "/me/email", json={"email": address})
    code = {"code": await desk.code_sent_to(address)}
    assert (await thief.ask("POST", "/me/email/confirmation", json=code)).json()["code"] == "code_wrong"
    assert (await browser.ask("POST", "/me/email/confirmation", json=code)).status_code == 200


async def test_several_people_may_have_one_address_and_nothing_tells_so(desk: Desk, email: Callable[[], str]) -> None:
    address, answers = email(), []
    for _ in range(2):
        browser = desk.auth.browser()
        await browser.sign_in(an_iin(), first=True)
        asked = await browser.ask("PUT", "/me/email", json={"email": address})
        code = {"code": await desk.code_sent_to(address)}
        confirmed = await browser.ask("POST", "/me/email/confirmation", json=code)
        answers.append((asked.status_code, asked.content, confirmed.status_code))
    assert answers[0] == answers[1]


async def test_codes_for_phones_are_paid_from_the_budget_of_all_sms(start_auth: Any, outside: Any) -> None:
    auth = await start_auth(sms_url=f"{outside.url}/sms", sms_per_day=1)
    answers = []
    for _ in range(2):
        browser = auth.browser()
        await browser.sign_in(an_iin())
        answers.append(await browser.ask("PUT", "/me/phone", json={"phone": outside.person().phone}))
    assert [answer.status_code for answer in answers] == [202, 503]
    assert answers[1].json()["code"] == "sms_budget_spent"


async def test_a_change_is_told_to_the_contact_before(desk: Desk, email: Callable[[], str]) -> None:
    browser, before, after = desk.auth.browser(), email(), email()
    await browser.sign_in(an_iin(), first=True)
    await browser.ask("PATCH", "/me", json={"message_language": "ru"})
    await desk.confirm(browser, "email", before)
    await desk.confirm(browser, "email", after)
    await desk.sends_letters()
    assert [mail.subject for mail in await desk.mails(before)] == [
        "Кезек: код подтверждения почты",
        "Кезек: ваша электронная почта изменена",
    ]
    assert after not in (await desk.mails(before))[1].text


async def test_a_phone_is_confirmed_by_sms_and_its_change_told_to_the_phone_before(
    desk: Desk, email: Callable[[], str]
) -> None:
    browser, address = desk.auth.browser(), email()
    before, after = desk.outside.person().phone, desk.outside.person().phone
    await browser.sign_in(an_iin(), first=True)
    await desk.confirm(browser, "email", address)
    assert (await desk.confirm(browser, "phone", before)).json()["phone"] == before
    assert (await desk.confirm(browser, "phone", after)).json()["phone"] == after
    await desk.sends_letters()
    assert len(await desk.outside.sms(before)) == 2
    subjects = [mail.subject for mail in await desk.mails(address)][1:]
    assert subjects == ["Кезек: телефон нөмірі қосылды", "Кезек: телефон нөміріңіз өзгертілді"]


async def test_the_same_phone_once_more_is_told_to_nobody(desk: Desk, email: Callable[[], str]) -> None:
    browser, address, phone = desk.auth.browser(), email(), desk.outside.person().phone
    await browser.sign_in(an_iin(), first=True)
    await desk.confirm(browser, "email", address)
    for _ in range(2):
        await desk.confirm(browser, "phone", phone)
    await desk.sends_letters()
    assert [mail.subject for mail in await desk.mails(address)][1:] == ["Кезек: телефон нөмірі қосылды"]


async def test_contacts_change_only_in_a_young_session(desk: Desk, email: Callable[[], str]) -> None:
    browser, iin = desk.auth.browser(), an_iin()
    await browser.sign_in(iin)
    await desk.auth.age_sessions(desk.auth.settings.fresh_session_s + 1)
    await desk.auth.flush_redis()
    first_phone = {"phone": desk.outside.person().phone}
    for refused in (
        await browser.ask("PUT", "/me/email", json={"email": email()}),
        await browser.ask("PUT", "/me/phone", json=first_phone),
    ):
        assert (refused.status_code, refused.json()["code"]) == (403, "session_too_old")
    await browser.sign_in(iin)
    assert (await browser.ask("PUT", "/me/email", json={"email": email()})).status_code == 202


async def test_a_session_in_use_is_no_younger_for_it(desk: Desk, email: Callable[[], str]) -> None:
    browser = desk.auth.browser()
    await browser.sign_in(an_iin())
    await desk.auth.change("update session set began_at = began_at - interval '16 minutes'")
    refused = await browser.ask("PUT", "/me/email", json={"email": email()})
    assert (refused.status_code, refused.json()["code"]) == (403, "session_too_old")


async def test_before_an_address_is_confirmed_a_phone_needs_a_young_session_all_the_same(desk: Desk) -> None:
    browser = desk.auth.browser()
    await browser.sign_in(an_iin(), first=True)
    await desk.auth.age_sessions(desk.auth.settings.fresh_session_s + 1)
    refused = await browser.ask("PUT", "/me/phone", json={"phone": desk.outside.person().phone})
    assert (refused.status_code, refused.json()["code"]) == (403, "session_too_old")


@pytest.mark.parametrize(
    "address",
    ["", "a", "a@b", "a b@example.kz", "a@example.kz\r\nBcc: b@example.kz", "a@example.kz,b@example.kz", "<a@b.kz>"],
)
async def test_what_is_no_address_is_refused_and_nothing_is_sent(desk: Desk, address: str) -> None:
    browser = desk.auth.browser()
    await browser.sign_in(an_iin(), first=True)
    refused = await browser.ask("PUT", "/me/email", json={"email": address})
    assert (refused.status_code, refused.json()["code"]) == (422, "request_invalid")
    assert await desk.mails("b@example.kz") == []


async def test_one_person_has_only_so_many_codes_sent(start_auth: Any, outside: Any, email: Callable[[], str]) -> None:
    port = outside.inside.smtp_port
    browser = (await start_auth(smtp_host="127.0.0.1", smtp_port=port, contact_codes_of_person=2)).browser()
    await browser.sign_in(an_iin(), first=True)
    answers = [await browser.ask("PUT", "/me/email", json={"email": email()}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [202, 202, 429]
    assert answers[2].json()["code"] == "too_many_codes"
    assert answers[2].json()["params"]["retry_after_s"] > 0


async def test_while_no_mail_goes_out_it_is_said_plainly(start_auth: Any, email: Callable[[], str]) -> None:
    browser = (await start_auth(smtp_host="127.0.0.1", smtp_port=1)).browser()
    await browser.sign_in(an_iin(), first=True)
    answer = await browser.ask("PUT", "/me/email", json={"email": email()})
    assert (answer.status_code, answer.json()["code"]) == (503, "code_not_sent")


async def test_a_new_device_is_told_of_but_never_the_first_nor_a_known_one(
    desk: Desk, email: Callable[[], str]
) -> None:
    browser, other, iin, address = desk.auth.browser(), desk.auth.browser(), an_iin(), email()
    await browser.sign_in(iin, first=True)
    await desk.confirm(browser, "email", address)
    await browser.sign_in(iin)
    await desk.sends_letters()
    assert len(await desk.mails(address)) == 1, "only the code"
    await other.sign_in(iin)
    await desk.sends_letters()
    assert [mail.subject for mail in await desk.mails(address)][1:] == ["Кезек: жаңа құрылғыдан кіру"]


@pytest.mark.parametrize("everywhere", [{}, {"others_only": "true"}])
async def test_who_comes_back_after_all_sessions_were_ended_is_told_of_as_on_a_new_device(
    desk: Desk, email: Callable[[], str], everywhere: dict[str, str]
) -> None:
    own, thief, iin, address = desk.auth.browser(), desk.auth.browser(), an_iin(), email()
    await own.sign_in(iin, first=True)
    await desk.confirm(own, "email", address)
    await thief.sign_in(iin)
    await own.ask("DELETE", "/sessions", params=everywhere)
    await desk.sends_letters()
    before = len(await desk.mails(address))
    await own.sign_in(iin)
    await thief.sign_in(iin)
    await desk.sends_letters()
    told = [mail.subject for mail in await desk.mails(address)][before:]
    assert told == ["Кезек: жаңа құрылғыдан кіру"] * (1 if everywhere else 2), "one's own is known if it was kept"


async def test_a_person_is_known_on_so_many_devices_only(desk: Desk) -> None:
    iin, browsers = an_iin(), [desk.auth.browser() for _ in range(MAX_DEVICES + 1)]
    for each in browsers:
        await each.sign_in(iin)
    known = await desk.auth.rows("select count(*) filter (where forgotten_at is null), count(*) from known_device")
    assert known == [(MAX_DEVICES, MAX_DEVICES + 1)]
    first = browsers[0].client.cookies["kezek_device"]
    await browsers[0].sign_in(iin)
    assert browsers[0].client.cookies["kezek_device"] != first, "the one longest unused is new again"


async def test_the_first_sign_in_takes_the_language_of_the_page(desk: Desk) -> None:
    browser, iin = desk.auth.browser(), an_iin()
    challenge = await browser.challenge()
    body = {"challenge_id": challenge["challenge_id"], "signature": browser.signed(challenge, iin), "language": "ru"}
    me = (await browser.client.post("/sessions", json=body)).json()
    assert (me["language"], me["message_language"]) == ("ru", "ru")
    assert (await browser.sign_in(iin))["language"] == "ru", "later ones change nothing"


async def test_changes_are_published_in_order_and_name_nobody(desk: Desk, email: Callable[[], str]) -> None:
    browser, iin, address = desk.auth.browser(), an_iin(), email()
    await browser.sign_in(iin, first=True)
    await desk.confirm(browser, "email", address)
    await browser.ask("PATCH", "/me", json={"language": "en"})
    events = await desk.events()
    assert [(event.email, event.language.value) for event in events] == [(address, "kk"), (address, "en")]
    assert iin not in str(events)
    assert address not in str(await desk.auth.rows("select details from security_event"))


async def test_nobody_keeps_another_from_confirming_an_address(
    start_auth: Any, outside: Any, email: Callable[[], str]
) -> None:
    limits = {"contact_codes_to_contact": 1, "contact_codes_reserved": 2}
    auth, address = await start_auth(smtp_host="127.0.0.1", smtp_port=outside.inside.smtp_port, **limits), email()
    for _ in range(2):
        browser = auth.browser()
        await browser.sign_in(an_iin(), first=True)
        spellings = (address, address.upper(), address, address)
        answers = [await browser.ask("PUT", "/me/email", json={"email": each}) for each in spellings]
        statuses = [answer.status_code for answer in answers]
        assert statuses[:2] == [202, 202]
        assert statuses[3] == 429
