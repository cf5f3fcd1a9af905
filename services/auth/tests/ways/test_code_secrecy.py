"""Nobody finds out by a code's way who is registered, has an account or works here (domain §2.2)."""

import re
import statistics
import time
from typing import Any

from kezek.platform.testing import an_iin

ROUNDS = 40
SLOW_MS = 400


async def everybody(counter: Any, outside: Any) -> list[tuple[str, str]]:
    """Pairs that fit, do not fit, and are nobody's; with an account, and without."""
    parent, member, stranger = outside.person(), outside.person(), outside.person()
    await counter.auth.browser().sign_in(member.person.iin)
    return [
        (parent.person.iin, parent.phone),
        (member.person.iin, member.phone),
        (stranger.person.iin, parent.phone),
        (an_iin(), stranger.phone),
        (an_iin(), "77990999999"),
    ]


async def test_everybody_is_answered_alike(counter: Any, outside: Any) -> None:
    shapes = set()
    for iin, phone in await everybody(counter, outside):
        answer = await counter.ask(counter.auth.browser(), iin, phone)
        cookie = re.sub(r"=[\w-]{43};", "=secret;", answer.headers["set-cookie"])
        body = {name: len(str(value)) for name, value in answer.json().items()}
        assert (len(answer.content), body["code_id"]) == (int(answer.headers["content-length"]), 36)
        shapes.add((answer.status_code, tuple(answer.headers), cookie, tuple(body.items())))
    assert len(shapes) == 1
    assert next(iter(shapes))[0] == 202


async def test_everybody_costs_the_same_work_before_the_answer(
    start_counter: Any, outside: Any, monkeypatch: Any
) -> None:
    counter = await start_counter(codes_of_quiet_network_ten_minutes=1000)
    desk = counter.ways.codes
    await desk.register.must_answer()
    await counter.ask(counter.auth.browser(), an_iin(), outside.person().phone)  # Redis knows the scripts now
    await outside.switch("mobile_register", latency_ms=SLOW_MS)
    redis, asked_of_redis, work = desk.codes._redis, [], []
    execute = redis.execute_command

    async def noted(*command: Any, **options: Any) -> Any:
        asked_of_redis.append(command[:3])
        return await execute(*command, **options)

    monkeypatch.setattr(redis, "execute_command", noted)
    for iin, phone in await everybody(counter, outside):
        await desk.sender.served()
        asked_of_redis.clear()
        await counter.ask(counter.auth.browser(), iin, phone)
        work.append(list(asked_of_redis))
    assert [each[0] for each in work[0]] == ["EVALSHA"] * 5
    assert work == [work[0]] * len(work)


async def test_the_answer_waits_for_no_register_and_no_gateway(counter: Any, outside: Any) -> None:
    await counter.ways.codes.register.must_answer()
    for system in ("mobile_register", "sms"):
        await outside.switch(system, latency_ms=SLOW_MS)
    taken: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(ROUNDS):
        for fits, seconds in taken.items():
            person, phone = outside.person(), outside.person().phone
            browser, began = counter.auth.browser(), time.perf_counter()
            await counter.ask(browser, person.person.iin, person.phone if fits else phone)
            seconds.append(time.perf_counter() - began)
    fitting, unfitting = (statistics.median(each) for each in taken.values())
    assert max(fitting, unfitting) < SLOW_MS / 1000 / 2
    assert 0.5 < fitting / unfitting < 2, "the medians of forty interleaved pairs are of one size"
    await counter.ways.codes.sender.served()


async def test_wrong_codes_are_answered_alike_whether_or_not_one_was_sent(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(code_tries_per_person_day=3)
    told = []
    for iin, phone in (await everybody(counter, outside))[1:3]:
        browser = counter.auth.browser()
        asked = (await counter.ask(browser, iin, phone)).json()
        await counter.ways.codes.sender.served()
        answers = [await counter.hand_in(browser, asked["code_id"], "0000001") for _ in range(5)]
        told.append([(answer.status_code, answer.json()["code"]) for answer in answers])
    assert told[0] == told[1] == [(422, "code_wrong")] * 3 + [(429, "too_many_tries")] * 2


async def test_limits_count_for_numbers_that_are_nobodys(counter: Any, outside: Any) -> None:
    person = outside.person()
    for iin, phone in ((person.person.iin, person.phone), (an_iin(), "77990999998")):
        answers = [await counter.ask(counter.auth.browser(), iin, phone) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [202, 429]
        assert answers[1].json()["code"] == "too_many_codes"
        assert 30 < answers[1].json()["params"]["retry_after_s"] <= 60


async def test_no_sms_goes_where_number_and_phone_do_not_fit(counter: Any, outside: Any) -> None:
    one, other = outside.person(), outside.person()
    await counter.ask(counter.auth.browser(), one.person.iin, other.phone)
    await counter.ways.codes.sender.served()
    assert await outside.sms(one.phone) == await outside.sms(other.phone) == []
