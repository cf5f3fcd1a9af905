"""Nobody is told twice, whatever breaks: the gateway itself does not compare, so a double sending would show."""

import asyncio
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.notifications import MessageFailed, MessageSent
from kezek.contracts.referrals import TurnStarted
from kezek.contracts.vocabulary import ApplicationStatus
from kezek.notifications.adapters import sending
from kezek.platform.testing import eventually, published


@pytest.fixture
async def called(post: Any, known: Any) -> Any:
    """A family that is to be told of its turn."""
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()))
    return known


async def events(post: Any, kind: Any) -> list[Any]:
    return [each.event for each in await published(post.database) if isinstance(each.event, kind)]


async def test_the_evidence_of_a_sent_message_is_published(post: Any, called: Any) -> None:
    await post.sends()
    (sms,) = await post.outside.sms(called.phone)
    (mail,) = await post.outside.mail(called.email)
    evidence = {event.channel.value: event.evidence for event in await events(post, MessageSent)}
    assert evidence == {"sms": str(sms.id), "email": mail.message_id}


async def test_the_trace_goes_along(post: Any, called: Any) -> None:
    await post.sends()
    (sms,) = await post.outside.sms(called.phone)
    (mail,) = await post.outside.mail(called.email)
    assert len({sms.traceparent[:35], mail.traceparent[:35]}) == 1


async def test_a_gateway_that_takes_and_drops_the_connection_is_asked_first(post: Any, called: Any) -> None:
    await post.outside.is_("sms", "drop", count=1)
    await post.sends()
    assert (await post.states())["sms"] == "sending"
    await post.time_passes()
    await post.sends()
    assert (await post.states())["sms"] == "sent"
    assert len(await post.outside.sms(called.phone)) == 1


async def test_a_sender_killed_after_the_gateways_yes_tells_nobody_twice(post: Any, called: Any) -> None:
    async with post.database.write() as tx:
        claimed = await sending.claim(tx, 8, 0.0)
    provider = post.sender()._providers
    for message in claimed:
        if message.channel == "sms":
            await provider[message.channel].send(message)
    await post.time_passes()
    await post.sends()
    assert len(await post.outside.sms(called.phone)) == 1
    assert await post.states() == {"sms": "sent", "email": "sent"}


async def test_a_sender_killed_before_it_asked_the_gateway_is_taken_over(post: Any, called: Any) -> None:
    async with post.database.write() as tx:
        assert len(await sending.claim(tx, 8, 0.0)) == 2
    await post.sends()
    assert len(await post.outside.sms(called.phone)) == 1
    assert len(await post.outside.mail(called.email)) == 1


async def test_a_living_senders_lease_is_respected(post: Any, called: Any) -> None:
    async with post.database.write() as tx:
        await sending.claim(tx, 8, 60.0)
    assert await post.sends() == 0


async def test_many_senders_at_once_send_each_message_once(post: Any, called: Any) -> None:
    await asyncio.gather(*(post.sends(post.sender()) for _ in range(6)))
    assert len(await post.outside.sms(called.phone)) == 1
    assert len(await post.outside.mail(called.email)) == 1


async def test_who_was_overtaken_writes_no_end(post: Any, called: Any) -> None:
    async with post.database.write() as tx:
        first = await sending.claim(tx, 8, 0.0)
    await post.sends()
    async with post.database.write() as tx:
        assert not await sending.finish(tx, first[0], state="failed", at=post.database.clock.now(), cause="late")
    assert await post.states() == {"sms": "sent", "email": "sent"}
    assert len(await events(post, MessageSent)) == 2


@pytest.mark.parametrize(("system", "channel"), [("sms", "sms"), ("mail", "email")])
async def test_a_provider_that_is_down_is_tried_again(post: Any, called: Any, system: str, channel: str) -> None:
    await post.outside.is_(system, "down")
    await post.sends()
    assert (await post.states())[channel] == "sending"
    await post.outside.is_(system, "ok")
    await post.time_passes()
    await post.sends()
    assert await post.states() == {"sms": "sent", "email": "sent"}
    assert len(await post.outside.sms(called.phone)) == 1
    assert len(await post.outside.mail(called.email)) == 1


@pytest.mark.parametrize(("system", "channel", "cause"), [("sms", "sms", "sms_code_3"), ("mail", "email", "smtp_550")])
async def test_a_refusal_for_good_is_an_end(post: Any, called: Any, system: str, channel: str, cause: str) -> None:
    await post.outside.is_(system, "error")
    await post.sends()
    assert (await post.states())[channel] == "failed"
    (failed,) = await events(post, MessageFailed)
    assert (failed.channel.value, failed.cause) == (channel, cause)
    assert await post.waiting() == 0


async def test_after_enough_tries_a_message_has_failed(post: Any, called: Any) -> None:
    await post.outside.is_("sms", "down")
    for _ in range(3):
        await post.sends(post.sender(most_tries=3))
        await post.time_passes()
    assert await post.states() == {"sms": "failed", "email": "sent"}


async def test_a_silent_gateway_holds_nobody_up_for_long(post: Any, called: Any) -> None:
    await post.outside.is_("sms", "ok", latency_ms=4000)
    await post.sends(post.sender(provider_timeout_s=2))
    assert await post.states() == {"sms": "sending", "email": "sent"}
    await post.outside.is_("sms", "ok")
    await post.time_passes()
    await post.sends()
    assert await post.states() == {"sms": "sent", "email": "sent"}
    assert len(await post.outside.sms(called.phone)) == 1


async def test_an_email_sent_again_has_the_same_message_id(post: Any, called: Any) -> None:
    await post.outside.is_("mail", "drop", count=1)
    await post.sends()
    await post.time_passes()
    await post.sends()
    assert len({mail.message_id for mail in await post.outside.mail(called.email)}) == 1
    assert await post.states() == {"sms": "sent", "email": "sent"}


async def test_the_sender_runs_by_itself_and_stops_when_told(post: Any, called: Any) -> None:
    running = asyncio.create_task(post.sender().run())
    await eventually(lambda: post.outside.sms(called.phone), "the SMS")
    await eventually(lambda: _all_sent(post), "both ends")
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def _all_sent(post: Any) -> bool:
    async with post.database.read() as tx:
        return bool(await tx.value(sa.text("select bool_and(state = 'sent') from message")))
