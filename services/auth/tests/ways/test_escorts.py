"""Escorts sign in by a code at the phone that a parent gave (domain §8.attendance)."""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.auth.adapters import entrustments
from kezek.auth.entrypoints.consumers import build_consumers
from kezek.contracts.auth import EscortSignedIn
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Escort
from kezek.contracts.vocabulary import EscortEnding, Language
from kezek.platform.clock import SystemClock
from kezek.platform.testing import published
from kezek.platform.testing.events import deliver_erased

PHONE, OTHER_PHONE = "77990001122", "77990003344"


@dataclass
class Named:
    """Somebody whom parents have named."""

    counter: Any
    person: Any
    ties: list[Escort] = field(default_factory=list)

    @property
    def iin(self) -> str:
        return str(self.person.person.iin)

    async def by_parent(self, phone: str = PHONE) -> Escort:
        """One more child is entrusted to them, with this phone."""
        made = Escort(
            entrustment_id=new_id(),
            application_id=new_id(),
            kindergarten_id=new_id(),
            iin=self.iin,
            phone=phone,
            language=Language.KK,
        )
        await self.counter.auth.hears(made)
        self.ties.append(made)
        return made

    async def no_more(self, tie: Escort) -> None:
        ended = tie.model_copy(update={"ended_because": EscortEnding.PARENT})
        await self.counter.auth.hears(ended, version=2)

    async def asks(self, browser: Any, phone: str = PHONE, *, as_escort: bool = True) -> tuple[str, str]:
        """The request's id, and the code that came, if any."""
        had = len(await self.counter.outside.sms(phone))
        answer = await self.counter.ask(browser, self.iin, phone, as_escort=as_escort)
        assert answer.status_code == 202, answer.text
        await self.counter.ways.codes.sender.served()
        came = await self.counter.outside.sms_after(phone, had)
        code = "".join(each for each in came[-1] if each.isdigit())[:6] if came else ""
        return answer.json()["code_id"], code

    async def signs_in(self, browser: Any, phone: str = PHONE, *, as_escort: bool = True) -> dict[str, Any]:
        code_id, code = await self.asks(browser, phone, as_escort=as_escort)
        answer = await self.counter.hand_in(browser, code_id, code)
        assert answer.status_code == 201, answer.text
        me: dict[str, Any] = answer.json()
        return me

    async def told(self) -> list[UUID]:
        found = await published(self.counter.auth.database)
        return [each.event.entrustment_id for each in found if isinstance(each.event, EscortSignedIn)]


@pytest.fixture
async def named(start_counter: Any, outside: Any) -> Named:
    return Named(await start_counter(code_resend_s=0), outside.person())


async def test_an_escort_signs_in_at_the_phone_a_parent_gave_and_opens_nothing_else(named: Named) -> None:
    browser = named.counter.auth.browser()
    await named.by_parent()
    me = await named.signs_in(browser)
    assert (me["method"], me["roles"], me["complete"], me["grants"]) == ("escort", ["escort"], True, [])
    assert (await browser.ask("GET", "/me")).json()["roles"] == ["escort"]
    for method, path in (("GET", "/sessions"), ("GET", "/me/draft-key"), ("PUT", "/me/email"), ("GET", "/live")):
        answer = await browser.ask(method, path, json={"email": "a@example.kz"} if method == "PUT" else None)
        assert (answer.status_code, answer.json()["code"]) == (403, "permission_missing"), path


async def test_the_persons_own_contacts_and_devices_are_not_the_escorts(named: Named) -> None:
    own = named.counter.auth.browser()
    await own.sign_in(named.iin)
    await named.by_parent()
    browser = named.counter.auth.browser()
    me = await named.signs_in(browser)
    assert (me["email"], me["phone"], me["email_confirmed"]) == (None, None, False)
    assert len(await named.counter.auth.rows("select 1 from known_device")) == 1


async def test_by_the_own_phone_one_is_a_parent_too_unless_it_is_for_attendance(named: Named) -> None:
    own, browser = named.person.phone, named.counter.auth.browser()
    await named.by_parent(own)
    assert (await named.signs_in(browser, own, as_escort=False))["roles"] == ["parent"]
    assert (await named.signs_in(browser, own))["roles"] == ["escort"]
    parent = Named(named.counter, named.counter.outside.person())
    assert (await parent.signs_in(browser, parent.person.phone))["roles"] == ["parent"]
    await named.by_parent()
    assert (await named.signs_in(browser, as_escort=False))["roles"] == ["escort"]


async def test_a_parent_who_is_an_escort_no_more_comes_to_the_own_children_at_once(named: Named) -> None:
    own, auth = named.person.phone, named.counter.auth
    tie = await named.by_parent(own)
    assert (await named.signs_in(auth.browser(), own))["roles"] == ["escort"]
    await named.no_more(tie)
    assert (await named.signs_in(auth.browser(), own))["roles"] == ["parent"]


async def test_whoever_is_no_escort_with_this_phone_is_answered_alike_and_sent_nothing(named: Named) -> None:
    browser, tie = named.counter.auth.browser(), await named.by_parent()
    stranger = Named(named.counter, named.counter.outside.person())
    for who, phone in ((stranger, PHONE), (named, OTHER_PHONE)):
        assert (await who.asks(browser, phone))[1] == ""
    await named.no_more(tie)
    assert (await named.asks(browser))[1] == ""


async def test_a_code_sent_before_the_removal_opens_nothing_after_it(named: Named) -> None:
    browser, tie = named.counter.auth.browser(), await named.by_parent()
    code_id, code = await named.asks(browser)
    await named.no_more(tie)
    answer = await named.counter.hand_in(browser, code_id, code)
    assert (answer.status_code, answer.json()["code"]) == (422, "code_wrong")


async def test_who_is_removed_may_sign_in_for_a_week_to_send_what_was_marked_before_and_then_no_more(
    named: Named,
) -> None:
    tie, auth = await named.by_parent(), named.counter.auth
    browser = auth.browser()
    await named.signs_in(browser)
    await named.no_more(tie)
    assert await browser.token() is not None
    told = await named.told()
    assert (await named.signs_in(auth.browser()))["roles"] == ["escort"]
    assert await named.told() == told, "nobody is told that a removed escort has signed in"
    again = await named.by_parent(OTHER_PHONE)
    await named.no_more(again)
    assert (await named.asks(auth.browser(), OTHER_PHONE))[1] == "", "who never signed in has nothing to send"
    await auth.change("update entrustment set ended_at = ended_at - interval '7 days'")
    assert (await named.asks(auth.browser()))[1] == ""
    async with auth.database.write() as tx:
        await entrustments.delete_ended(tx, timedelta(days=7))
    assert await auth.rows("select 1 from entrustment") == []


async def test_once_it_is_forgotten_whose_escort_somebody_was_no_code_opens_anything(named: Named) -> None:
    tie = await named.by_parent()
    browser = named.counter.auth.browser()
    await named.signs_in(browser)
    await named.no_more(tie)
    consumers = build_consumers(named.counter.auth.api.app.state.parts.cache, SystemClock())
    await deliver_erased(named.counter.auth.database, consumers, Escort, str(tie.entrustment_id))
    assert await browser.token() is not None
    assert (await named.asks(named.counter.auth.browser()))[1] == ""


async def test_it_lasts_the_day_used_or_not_and_no_longer(named: Named) -> None:
    browser, auth = named.counter.auth.browser(), named.counter.auth
    await named.by_parent()
    await named.signs_in(browser)
    await auth.change("update session set used_at = used_at - interval '3 hours'")
    await auth.flush_redis()
    assert await browser.token() is not None
    await auth.age_sessions(24 * 3600)
    await auth.flush_redis()
    assert await browser.token() is None


async def test_it_is_told_once_for_each_child_that_the_escort_has_signed_in(named: Named) -> None:
    browser, first, other = named.counter.auth.browser(), await named.by_parent(), await named.by_parent(OTHER_PHONE)
    assert await named.told() == []
    await named.signs_in(browser)
    await named.signs_in(browser)
    assert await named.told() == [first.entrustment_id]
    again = await named.by_parent()
    assert await named.told() == [first.entrustment_id, again.entrustment_id]
    await named.counter.auth.browser().sign_in(named.iin)
    assert await named.told() == [first.entrustment_id, again.entrustment_id, other.entrustment_id]


async def test_news_that_come_late_or_twice_entrust_nobody_again(named: Named) -> None:
    tie = await named.by_parent()
    await named.no_more(tie)
    await named.counter.auth.hears(tie)
    assert await named.counter.auth.rows("select 1 from entrustment") == []
