"""How often codes may be asked for and tried, and what happens when the outside does not answer (domain §2.2)."""

from typing import Any

import pytest

from kezek.auth.usecases.send_codes import Asked, CodeSender
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import Language
from kezek.platform.testing import an_iin, eventually


async def codes_of(answers: list[Any]) -> list[str]:
    return [answer.json().get("code", "sent") for answer in answers]


def wrong_for(code: str) -> str:
    return "0" * len(code) if set(code) != {"0"} else "1" * len(code)


async def test_one_person_asks_only_so_often_whatever_the_phone(start_counter: Any, outside: Any) -> None:
    counter, iin = await start_counter(codes_per_iin_hour=3), an_iin()
    answers = [await counter.ask(counter.auth.browser(), iin, outside.person().phone) for _ in range(4)]
    assert await codes_of(answers) == ["sent"] * 3 + ["too_many_codes"]
    assert answers[3].json()["params"]["retry_after_s"] > 3500
    assert answers[3].headers["retry-after"] == str(answers[3].json()["params"]["retry_after_s"])


async def test_one_phone_is_asked_for_only_so_often_whoever_asks(start_counter: Any, outside: Any) -> None:
    counter, phone = await start_counter(codes_per_phone_hour=3), outside.person().phone
    answers = [await counter.ask(counter.auth.browser(), an_iin(), phone) for _ in range(4)]
    assert await codes_of(answers) == ["sent"] * 3 + ["too_many_codes"]


async def test_one_address_asks_only_so_often_and_a_network_of_ipv6_is_one(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(codes_per_address_ten_minutes=2)
    for addresses in (["127.0.0.9"] * 3, ["2001:db8::1", "2001:db8::2", "2001:db8:0:0:ffff::3"]):
        asked = [(an_iin(), outside.person().phone, address) for address in addresses]
        answers = [await counter.ask(counter.auth.browser(), *each) for each in asked]
        assert await codes_of(answers) == ["sent", "sent", "too_many_codes"]
    assert (await counter.ask(counter.auth.browser(), an_iin(), "77990999997", "127.0.0.8")).status_code == 202


@pytest.mark.parametrize(
    ("limit", "addresses"),
    [
        ("codes_per_network_ten_minutes", ["203.0.113.1", "203.0.113.77", "203.0.113.254"]),
        ("codes_per_network_day", ["203.0.113.1", "203.0.113.77", "203.0.113.254"]),
        ("codes_per_network_ten_minutes", ["2001:db8:1:100::1", "2001:db8:1:200::1", "2001:db8:1:ff00::1"]),
        ("codes_per_address_ten_minutes", ["2001:db8:1:101::1", "2001:db8:1:102::1", "2001:db8:1:1ff::1"]),
    ],
)
async def test_who_has_many_addresses_of_one_network_gains_little(
    start_counter: Any, outside: Any, limit: str, addresses: list[str]
) -> None:
    counter = await start_counter(**{limit: 2})
    asked = [(an_iin(), outside.person().phone, address) for address in (*addresses, "198.51.100.1")]
    answers = [await counter.ask(counter.auth.browser(), *each) for each in asked]
    assert await codes_of(answers) == ["sent", "sent", "too_many_codes", "sent"]


async def test_however_many_ask_again_and_again_a_network_that_is_new_has_room(
    start_counter: Any, outside: Any
) -> None:
    counter = await start_counter(codes_per_minute=8, codes_of_quiet_network_ten_minutes=1)

    async def ask(address: str) -> str:
        answer = await counter.ask(counter.auth.browser(), an_iin(), outside.person().phone, address)
        return str(answer.json().get("code", "sent"))

    crowd = [await ask(f"203.0.{network}.1") for network in (1, 2, 3) * 3]
    assert crowd == ["sent"] * 7 + ["sms_budget_spent"] * 2
    assert [await ask("198.51.100.1"), await ask("2001:db8::1")] == ["sent", "sms_budget_spent"]


async def test_ipv4_written_as_ipv6_is_not_one_network(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(codes_per_address_ten_minutes=1)
    addresses = ["::ffff:203.0.113.1", "::ffff:203.0.113.2", "203.0.113.1"]
    asked = [(an_iin(), outside.person().phone, address) for address in addresses]
    answers = [await counter.ask(counter.auth.browser(), *each) for each in asked]
    assert await codes_of(answers) == ["sent", "sent", "too_many_codes"]


async def test_a_spent_budget_of_the_minute_is_said_to_everybody_and_remembered_once(
    start_counter: Any, outside: Any
) -> None:
    counter = await start_counter(codes_per_minute=2)
    answers = [await counter.ask(counter.auth.browser(), an_iin(), outside.person().phone) for _ in range(4)]
    assert await codes_of(answers) == ["sent", "sent", "sms_budget_spent", "sms_budget_spent"]
    assert answers[3].status_code == 503
    assert 0 < answers[3].json()["params"]["retry_after_s"] <= 60
    assert await counter.auth.rows("select kind from security_event") == [("sms_budget_spent",)]


async def test_a_spent_budget_of_the_day_counts_sent_sms_only(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(sms_per_day=1)
    for _ in range(3):
        assert (await counter.ask(counter.auth.browser(), an_iin(), outside.person().phone)).status_code == 202
    await counter.sign_in(counter.auth.browser(), outside.person())
    answer = await counter.ask(counter.auth.browser(), an_iin(), outside.person().phone)
    assert (answer.status_code, answer.json()["code"]) == (503, "sms_budget_spent")


async def test_who_asked_before_the_budget_was_spent_is_not_charged_by_a_refusal(
    start_counter: Any, outside: Any
) -> None:
    counter, person = await start_counter(codes_per_minute=1), outside.person()
    await counter.ask(counter.auth.browser(), an_iin(), outside.person().phone)
    for _ in range(9):
        answer = await counter.ask(counter.auth.browser(), person.person.iin, person.phone)
        assert answer.json()["code"] == "sms_budget_spent"


async def test_tries_by_one_address_are_limited_whatever_they_try(start_counter: Any) -> None:
    counter = await start_counter(code_tries_per_address_ten_minutes=3)
    browser = counter.auth.browser()
    answers = [await counter.hand_in(browser, str(new_id()), "000000", "127.0.0.7") for _ in range(4)]
    assert await codes_of(answers) == ["code_wrong"] * 3 + ["too_many_tries"]
    assert (await counter.hand_in(browser, str(new_id()), "000000", "127.0.0.6")).status_code == 422


async def test_after_many_wrong_codes_of_a_person_the_way_closes_and_the_key_stays_open(
    start_counter: Any, outside: Any
) -> None:
    counter = await start_counter(code_resend_s=0, code_tries_per_person_day=4, code_tries=3)
    browser, person = counter.auth.browser(), outside.person()
    told = []
    for _ in range(2):
        asked = await counter.ask_as(browser, person)
        code = await counter.code_of(person)
        told += [await counter.hand_in(browser, asked["code_id"], wrong_for(code)) for _ in range(3)]
    assert await codes_of(told) == ["code_wrong"] * 4 + ["too_many_tries"] * 2
    assert (await counter.hand_in(browser, asked["code_id"], code)).status_code == 429
    assert (await browser.sign_in(person.person.iin))["method"] == "eds"


async def test_somebody_elses_wrong_tries_with_another_phone_close_nothing(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(code_tries_per_person_day=2)
    attacker, person = counter.auth.browser(), outside.person()
    asked = (await counter.ask(attacker, person.person.iin, outside.person().phone)).json()
    for _ in range(5):
        await counter.hand_in(attacker, asked["code_id"], "000000")
    assert (await counter.sign_in(counter.auth.browser(), person))["method"] == "code"


async def test_a_right_code_forgives_the_wrong_ones(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(code_resend_s=0, code_tries_per_person_day=3)
    browser, person = counter.auth.browser(), outside.person()
    for _ in range(3):
        asked = await counter.ask_as(browser, person)
        code = await counter.code_of(person)
        for _ in range(2):
            await counter.hand_in(browser, asked["code_id"], wrong_for(code))
        assert (await counter.hand_in(browser, asked["code_id"], code)).status_code == 201


async def test_who_knows_both_numbers_shuts_nobody_out_of_their_own_device(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(
        code_resend_s=0, codes_per_iin_hour=3, codes_per_phone_hour=3, code_tries_per_person_day=2
    )
    own, person = counter.auth.browser(), outside.person()
    await counter.sign_in(own, person)
    asked_at_home = await counter.ask_as(own, person)
    code = await counter.code_of(person)
    for count in range(4):
        thief, address = counter.auth.browser(), f"127.0.4.{count}"
        answer = await counter.ask(thief, person.person.iin, person.phone, address)
        if answer.status_code == 202:
            guess = wrong_for(await counter.code_of(person))
            for _ in range(3):
                last = await counter.hand_in(thief, answer.json()["code_id"], guess, address)
    assert await codes_of([answer, last]) == ["too_many_codes", "too_many_tries"], "elsewhere the way is closed"
    assert (await counter.hand_in(own, asked_at_home["code_id"], code)).status_code == 201, "nor is the code replaced"
    assert (await counter.sign_in(own, person))["method"] == "code"


@pytest.mark.parametrize("budget", [{"sms_per_day": 1}, {"codes_per_minute": 1}])
async def test_spent_budgets_of_all_leave_room_for_known_devices(
    start_counter: Any, outside: Any, budget: dict[str, int]
) -> None:
    counter = await start_counter(code_resend_s=0, **budget)
    own, person = counter.auth.browser(), outside.person()
    await counter.sign_in(own, person)
    refused = await counter.ask(counter.auth.browser(), person.person.iin, person.phone)
    assert (refused.status_code, refused.json()["code"]) == (503, "sms_budget_spent")
    assert (await counter.sign_in(own, person))["method"] == "code"
    assert (await counter.ask(own, person.person.iin, person.phone)).status_code == 503, "these are bounded, too"


async def test_a_known_device_is_not_shut_out_by_those_who_share_its_address(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(
        code_resend_s=0, codes_per_address_ten_minutes=2, code_tries_per_address_ten_minutes=1
    )
    own, person, neighbour = counter.auth.browser(), outside.person(), counter.auth.browser()
    await counter.sign_in(own, person)
    told = [await counter.ask(neighbour, an_iin(), outside.person().phone) for _ in range(2)]
    told += [await counter.hand_in(neighbour, str(new_id()), "000000")]
    assert await codes_of(told) == ["sent", "too_many_codes", "too_many_tries"]
    assert (await counter.sign_in(own, person))["method"] == "code"


async def test_many_devices_of_one_person_are_bounded_together(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(code_resend_s=0, codes_per_iin_hour=2)
    person, answers = outside.person(), []
    for _ in range(4):
        browser = counter.auth.browser()
        await browser.sign_in(person.person.iin)
        answers += [await counter.ask(browser, person.person.iin, outside.person().phone) for _ in range(2)]
    assert await codes_of(answers) == ["sent"] * 6 + ["too_many_codes"] * 2


async def test_made_up_requests_do_not_stand_before_known_devices(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(code_resend_s=0, codes_waiting=2, codes_sending_at_once=1)
    own, person = counter.auth.browser(), outside.person()
    await counter.sign_in(own, person)
    await outside.switch("mobile_register", latency_ms=1500)
    answers = [await counter.ask(counter.auth.browser(), an_iin(), outside.person().phone) for _ in range(5)]
    assert "sign_in_unavailable" in await codes_of(answers)
    had = len(await outside.sms(person.phone))
    assert (await counter.ask(own, person.person.iin, person.phone)).status_code == 202
    sent = await eventually(lambda: outside.sms_after(person.phone, had), within_s=5)
    assert len(sent) == 1, "before the four who came first are served, which takes six seconds"


async def test_a_code_asked_for_at_the_release_before_is_taken(start_counter: Any, outside: Any) -> None:
    counter = await start_counter()
    browser, person = counter.auth.browser(), outside.person()
    asked = await counter.ask_as(browser, person)
    code = await counter.code_of(person)
    codes, subject = counter.ways.codes.codes, f"{asked['code_id']} {browser.client.cookies['kezek_code']}"
    waiting = (await codes.read("sign-in", subject)).payload
    before = {name: value for name, value in waiting.items() if name != "device"}
    await codes.keep("sign-in", subject, code=code, payload=before, lifetime_s=60, tries=5)
    assert (await counter.hand_in(browser, asked["code_id"], code)).status_code == 201


async def test_tries_at_codes_that_were_never_sent_put_nobody_under_the_brake(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(code_resend_s=0, wrong_codes_per_hour=3)
    stranger, person = counter.auth.browser(), outside.person()
    asked = (await counter.ask(stranger, an_iin(), outside.person().phone)).json()
    for _ in range(5):
        await counter.hand_in(stranger, asked["code_id"], "000000")
    await counter.ask_as(counter.auth.browser(), person)
    assert len(await counter.code_of(person)) == 6
    assert await counter.auth.rows("select kind from security_event where kind = 'codes_guessed'") == []


async def test_neither_a_made_up_device_nor_a_strangers_has_counts_of_its_own(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(code_resend_s=0, codes_per_iin_hour=2)
    stranger, person = counter.auth.browser(), outside.person()
    await counter.sign_in(stranger, outside.person())
    answers = []
    for device in (None, "A" * 43, stranger.client.cookies["kezek_device"]):
        browser = counter.auth.browser()
        if device:
            browser.client.cookies.set("kezek_device", device)
        answers.append(await counter.ask(browser, person.person.iin, person.phone))
    assert await codes_of(answers) == ["sent", "sent", "too_many_codes"]


async def test_while_many_guess_codes_are_longer_and_right_ones_still_count(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(wrong_codes_per_hour=3)
    early, late, attacker = outside.person(), outside.person(), outside.person()
    patient = counter.auth.browser()
    waiting = await counter.ask_as(patient, early)
    short = await counter.code_of(early)
    browser = counter.auth.browser()
    asked = await counter.ask_as(browser, attacker)
    guessed = wrong_for(await counter.code_of(attacker))
    for _ in range(4):
        await counter.hand_in(browser, asked["code_id"], guessed)
    assert (await counter.hand_in(patient, waiting["code_id"], short)).status_code == 201
    await counter.sign_in(counter.auth.browser(), late)
    assert (len(short), len(await counter.code_of(late))) == (6, 8)
    assert ("codes_guessed",) in await counter.auth.rows("select kind from security_event")


async def test_while_many_guess_a_code_has_one_try_sent_or_not(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(wrong_codes_per_hour=0)
    person, left = outside.person(), []
    for phone in (person.phone, outside.person().phone):
        browser = counter.auth.browser()
        asked = (await counter.ask(browser, person.person.iin, phone)).json()
        await counter.ways.codes.sender.served()
        await counter.hand_in(browser, asked["code_id"], "000000")
        left.append(
            await counter.ways.codes.codes.read("sign-in", f"{asked['code_id']} {browser.client.cookies['kezek_code']}")
        )
    assert left == [None, None]
    assert (await counter.hand_in(counter.auth.browser(), asked["code_id"], "000000")).json()["code"] == "code_wrong"


async def test_a_register_that_does_not_answer_is_said_to_everybody(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(mobile_register_probe_s=0)
    person = outside.person()
    pairs = [(person.person.iin, person.phone), (an_iin(), person.phone)]
    await outside.switch("mobile_register", mode="down")
    answers = [await counter.ask(counter.auth.browser(), *pair) for pair in pairs]
    assert {(answer.status_code, answer.content) for answer in answers} == {(503, answers[0].content)}
    assert answers[0].json()["code"] == "mobile_register_unavailable"
    await outside.switch("mobile_register")
    assert (await counter.sign_in(counter.auth.browser(), person))["method"] == "code"


async def test_the_register_is_tried_once_for_a_crowd_and_seldom(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(mobile_register_probe_s=3600)
    await outside.switch("mobile_register", mode="down", count=1)
    crowd = [await counter.ask(counter.auth.browser(), an_iin(), outside.person().phone) for _ in range(5)]
    assert await codes_of(crowd) == ["mobile_register_unavailable"] * 5


async def test_a_register_that_fails_after_the_answer_for_a_moment_costs_nothing(counter: Any, outside: Any) -> None:
    await counter.ways.codes.register.must_answer()
    await outside.switch("mobile_register", mode="down", count=2)
    person = outside.person()
    assert (await counter.sign_in(counter.auth.browser(), person))["method"] == "code"
    assert len(await outside.sms(person.phone)) == 1


async def test_a_register_that_fails_after_the_answer_for_longer_costs_a_minute(
    start_counter: Any, outside: Any
) -> None:
    counter, person = await start_counter(code_resend_s=0, mobile_register_probe_s=3600), outside.person()
    await counter.ways.codes.register.must_answer()
    await outside.switch("mobile_register", mode="down")
    await counter.ask_as(counter.auth.browser(), person)
    await counter.ways.codes.sender.served()
    assert await outside.sms(person.phone) == []
    await outside.switch("mobile_register")
    assert (await counter.sign_in(counter.auth.browser(), person))["method"] == "code"


async def test_an_unclear_gateway_is_never_sent_the_same_twice(start_counter: Any, outside: Any) -> None:
    counter, person = await start_counter(), outside.person()
    await outside.switch("sms", mode="drop", count=1)
    browser = counter.auth.browser()
    asked = await counter.ask_as(browser, person)
    code = await counter.code_of(person)
    assert len(await outside.sms(person.phone)) == 1
    assert (await counter.hand_in(browser, asked["code_id"], code)).status_code == 201


async def test_a_gateway_that_is_down_breaks_nothing_and_the_person_asks_again(
    start_counter: Any, outside: Any
) -> None:
    counter, person = await start_counter(code_resend_s=0), outside.person()
    for mode in ("down", "error"):
        await outside.switch("sms", mode=mode, count=1)
        await counter.ask_as(counter.auth.browser(), person)
        await counter.ways.codes.sender.served()
    assert await outside.sms(person.phone) == []
    await counter.sign_in(counter.auth.browser(), person)


async def test_who_waits_is_served_before_the_process_ends(counter: Any, outside: Any) -> None:
    desk, people = counter.ways.codes, [outside.person() for _ in range(20)]
    await outside.switch("mobile_register", latency_ms=50)
    gateway, codes = desk.sender._gateway, desk.codes
    async with CodeSender(codes, desk.limits, desk.register, gateway, desk.rules, desk.database) as sender:
        for person in people:
            await codes.keep("sign-in", person.phone, code=None, payload={}, lifetime_s=60, tries=5)
            sender.put(Asked(new_id(), person.phone, person.person.iin, person.phone, Language.KK, ""))
    assert [len(await outside.sms(person.phone)) for person in people] == [1] * 20


async def test_no_more_than_can_wait_are_taken(start_counter: Any, outside: Any) -> None:
    counter = await start_counter(codes_waiting=2, codes_sending_at_once=1)
    await counter.ways.codes.register.must_answer()
    await outside.switch("mobile_register", latency_ms=500)
    answers = [await counter.ask(counter.auth.browser(), an_iin(), outside.person().phone) for _ in range(6)]
    told = await codes_of(answers)
    assert told[:2] == ["sent", "sent"]
    assert told[-1] == "sign_in_unavailable"
    await outside.switch("mobile_register")
