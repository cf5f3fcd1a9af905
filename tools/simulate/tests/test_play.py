"""Scenarios with what the law says of them, line by line: each edge that two readers might read differently."""

import pytest
from tools.simulate.tests.saying import apply, at, choose, played, publish, told


def test_a_turn_that_nobody_answers_opens_its_place_and_the_first_receipt_has_it() -> None:
    lines = played(
        apply("3 09:00", "A"),
        apply("3 09:01", "B"),
        publish("3 10:00", "p"),
        choose("7 09:00:00", "A", "p", checked_at="2025-03-07T09:00:50+05:00"),
        choose("7 09:00:10", "B", "p"),
        at("7 10:00", show="positions"),
    )
    assert told(lines, "queued", "positions") == [
        "03 10:00 called A p until 07",
        "07 00:00 lapsed A p",
        "07 00:00 opened p",
        "07 09:00 referred A p until 15",
        "07 09:00 rejected B p place_taken",
    ]
    assert lines[-1]["positions"] == {"B": 1}


@pytest.mark.parametrize(("seconds", "has_it"), [("30", "A"), ("60", "A"), ("61", "B")])
def test_an_earlier_receipt_holds_a_place_back_for_a_minute_at_most(seconds: str, has_it: str) -> None:
    minute, second = divmod(int(seconds), 60)
    lines = played(
        publish("3 08:00", "p"),
        apply("3 09:00", "A"),
        apply("3 09:01", "B"),
        choose("3 10:00:00", "A", "p", checked_at=f"2025-03-03T10:{minute:02}:{second:02}+05:00"),
        choose("3 10:00:30", "B", "p"),
    )
    assert [line["child"] for line in lines if line["event"] == "referred"] == [has_it]
    assert [line["at"][11:19] for line in lines if line["event"] in {"referred", "rejected"}] == [
        "10:00:00",
        "10:00:30",
    ]


def test_a_choice_that_is_checked_late_is_judged_by_the_policy_of_its_receipt() -> None:
    lines = played(
        publish("3 08:00", "p"),
        apply("3 09:00", "A"),
        choose("3 10:00", "A", "p", checked_at="2025-03-03T10:05:00+05:00"),
        at("3 10:03", policy={"overrides": {"referral_working_days": 1, "cancel_hours": 1}}),
        at("3 12:00", cancel={"child": "A"}),
    )
    assert told(lines, "queued") == [
        "03 08:00 opened p",
        "03 10:00 referred A p until 11",
        "03 12:00 cancelled A p",
        "03 12:00 opened p",
    ]


def test_an_unused_referral_costs_a_miss_and_the_third_the_place_in_the_queue() -> None:
    lines = played(
        apply("3 09:00", "A"),
        publish("3 10:00", "p"),
        choose("3 11:00", "A", "p"),
        choose("26 11:00", "A", "p"),
        at("30 23:59", show="phase"),
        policy={"overrides": {"misses_until_removal": 2, "stop_list_working_days": 10, "referral_working_days": 2}},
    )
    assert told(lines, "queued", "phase") == [
        "03 10:00 called A p until 07",
        "03 11:00 referred A p until 06",
        "06 00:00 expired A p",
        # ten working days after Wednesday, the day that ended
        "06 00:00 stop_listed A until 20",
        "06 00:00 opened p",
        "20 00:00 returned A",
        "26 11:00 referred A p until 29",
        "29 00:00 expired A p",
        "29 00:00 removed A missed",
        "29 00:00 opened p",
    ]


def test_at_one_midnight_what_is_due_happens_in_the_order_of_the_law() -> None:
    lines = played(
        *(apply("3 09:00", each, born="2022-06-01") for each in "SBA"),
        apply("3 09:00", "X", born="2022-02-07"),
        publish("3 10:00", "p", "q"),
        choose("3 11:00", "S", "p"),
        choose("5 11:00", "A", "p"),
        at("7 00:00", show="phase"),
        policy={"overrides": {"referral_working_days": 1, "stop_list_working_days": 2, "called_below_months": 37}},
    )
    assert [line[3:] for line in told(lines, "phase") if line.startswith("07")] == [
        "00:00 expired A p",
        "00:00 stop_listed A until 11",
        "00:00 lapsed B q",
        "00:00 opened q",
        "00:00 returned S",
        "00:00 removed X aged_out",
        # with the end of Thursday, its stop list's last day: Friday, Monday, Tuesday
        "00:00 called S p until 12",
    ]


def test_a_childs_next_term_at_the_midnight_of_its_last_end_counts_from_the_day_that_ended() -> None:
    lines = played(
        apply("3 09:00", "A"),
        apply("3 09:01", "B"),
        publish("3 10:00", "p"),
        choose("3 11:00", "A", "p"),
        publish("5 10:00", "q"),
        at("12 00:00", show="phase"),
        policy={"overrides": {"referral_working_days": 5}},
    )
    # B's turn for q and A's referral end with Monday 10: p goes to B, whose three days begin with Tuesday
    assert told(lines, "queued", "phase")[2:] == [
        "05 10:00 called B q until 11",
        "11 00:00 expired A p",
        "11 00:00 stop_listed A until 25",
        "11 00:00 lapsed B q",
        "11 00:00 opened q",
        "11 00:00 called B p until 14",
    ]


def test_who_waits_only_for_a_running_term_is_removed_as_it_ends_before_its_place_goes_on() -> None:
    lines = played(
        apply("3 09:00", "A", born="2022-03-05"),
        apply("3 09:01", "B", born="2022-06-01"),
        publish("3 10:00", "p"),
        choose("4 11:00", "A", "p"),
        at("5 10:00", cancel={"child": "A"}),
        policy={"overrides": {"called_below_months": 36}},
    )
    assert told(lines, "queued")[2:] == [
        "05 10:00 cancelled A p",
        "05 10:00 removed A aged_out",
        "05 10:00 called B p until 11",
    ]


def test_a_child_is_not_called_for_a_place_that_it_gave_back_by_another_application_either() -> None:
    lines = played(
        apply("3 09:00", "A"),
        publish("3 09:00", "p"),
        choose("3 10:00", "A", "p"),
        at("3 11:00", cancel={"child": "A"}),
        at("3 12:00", withdraw={"child": "A"}),
        apply("3 13:00", "B"),
        apply("3 14:00", "A"),
        choose("3 15:00", "B", "p"),
        at("3 16:00", withdraw={"child": "B"}),
        publish("3 17:00", "q"),
    )
    assert told(lines, "queued", "withdrawn", "voided", "referred")[1:] == [
        "03 11:00 cancelled A p",
        "03 11:00 opened p",
        "03 16:00 opened p",
        "03 17:00 called A q until 07",
    ]


def test_who_cancels_within_24_hours_is_not_called_for_the_place_again_but_may_take_it_in_free_choice() -> None:
    lines = played(
        apply("3 09:00", "A"),
        publish("3 10:00", "p"),
        choose("3 11:00", "A", "p"),
        at("4 10:59:59", cancel={"child": "A"}),
        choose("4 12:00", "A", "p"),
        at("5 12:00", cancel={"child": "A"}),
    )
    assert told(lines, "queued")[2:] == [
        "04 10:59 cancelled A p",
        "04 10:59 opened p",
        "04 12:00 referred A p until 12",
        "05 12:00 rejected A cancellation_too_late",
    ]


def test_a_place_taken_from_anothers_turn_leaves_that_turn_the_choosers_own() -> None:
    lines = played(
        apply("3 09:00", "A", ("kk", "ru")),
        apply("3 09:01", "B", ("kk", "ru")),
        apply("3 09:02", "C"),
        publish("3 10:00", "p-ru", "q", "r"),
        choose("3 11:00", "A", "r"),
        choose("3 12:00", "B", "r"),
    )
    # C wants no Russian: it takes B's place, B the chooser's former one
    assert told(lines, "queued")[3:] == [
        "03 11:00 referred A r until 11",
        "03 11:00 exchanged B p-ru",
        "03 11:00 exchanged C q",
        "03 12:00 rejected B r place_taken",
    ]


def test_a_choice_that_leaves_another_turn_without_a_fitting_place_is_not_possible() -> None:
    lines = played(
        apply("3 09:00", "A", ("kk", "ru")),
        apply("3 09:01", "B"),
        publish("3 10:00", "p-ru", "q"),
        choose("3 11:00", "A", "q"),
    )
    assert told(lines)[-1] == "03 11:00 rejected A q place_needed"


def test_a_changed_calendar_lets_open_terms_end_later_and_never_earlier() -> None:
    lines = played(
        apply("3 09:00", "A"),
        apply("3 09:01", "B"),
        publish("3 10:00", "p", "q"),
        choose("3 11:00", "B", "q"),
        at("4 10:00", calendar={"holidays": ["2025-03-06"]}),
        at("5 10:00", calendar={"working": ["2025-03-06", "2025-03-08"]}),
        at("6 10:00", show="phase"),
    )
    assert told(lines, "queued", "called", "phase") == [
        "03 11:00 referred B q until 11",
        "04 10:00 deadline_moved A until 08",
        "04 10:00 deadline_moved B until 12",
    ]


def test_a_turn_keeps_the_policy_of_its_call_and_the_hour_of_free_choice_is_the_turns() -> None:
    lines = played(
        apply("3 09:00", "A"),
        publish("3 10:00", "p"),
        at("4 09:00", policy={"overrides": {"choice_working_days": 9, "free_choice_hour": None}}),
        choose("7 09:59", "A", "p"),
        choose("7 10:00", "A", "p"),
        policy={"overrides": {"free_choice_hour": 10}},
    )
    assert told(lines, "queued")[1:] == [
        "07 00:00 lapsed A p",
        "07 09:59 rejected A p place_opens_later",
        "07 10:00 opened p",
        "07 10:00 referred A p until 15",
    ]


def test_papers_that_are_returned_give_back_the_days_that_were_left() -> None:
    lines = played(
        apply("3 09:00", "A"),
        publish("3 10:00", "p"),
        choose("3 11:00", "A", "p"),
        at("5 11:00", papers={"child": "A"}),
        at("5 12:00", cancel={"child": "A"}),
        at("13 11:00", return_papers={"child": "A"}),
        at("20 00:00", accept={"child": "A"}),
    )
    # of Tuesday to Monday four days are left on Wednesday, which is begun
    assert told(lines, "queued", "called")[1:] == [
        "05 11:00 papers_submitted A",
        "05 12:00 rejected A cancellation_not_allowed",
        "13 11:00 papers_returned A until 20",
        "20 00:00 expired A p",
        "20 00:00 stop_listed A until 03",
        "20 00:00 opened p",
        "20 00:00 rejected A referral_not_valid",
    ]


def test_an_overruled_refusal_must_be_accepted_and_never_expires() -> None:
    lines = played(
        apply("3 09:00", "A"),
        publish("3 10:00", "p"),
        choose("3 11:00", "A", "p"),
        at("4 09:00", accept={"child": "A"}),
        at("4 10:00", papers={"child": "A"}),
        at("4 11:00", refuse={"child": "A"}),
        at("4 12:00", overrule={"child": "A"}),
        at("5 12:00", refuse={"child": "A"}),
        at("28 12:00", accept={"child": "A"}),
        at("29 12:00", depart={"child": "A"}),
        policy={"overrides": {"papers_before_acceptance": True}},
    )
    assert told(lines, "queued", "called")[1:] == [
        "04 09:00 rejected A papers_not_here_yet",
        "04 10:00 papers_submitted A",
        "04 11:00 refused A p",
        "04 12:00 overruled A",
        "05 12:00 rejected A must_be_accepted",
        "28 12:00 accepted A p",
        "29 12:00 departed A",
    ]


def test_a_closing_goes_place_by_place_and_its_children_queue_at_their_old_time() -> None:
    lines = played(
        *(apply("3 09:00", each) for each in "ABCD"),
        publish("3 10:00", "p", "q", "r"),
        publish("3 10:00", "s-en"),
        choose("3 11:00", "A", "p"),
        at("3 12:00", accept={"child": "A"}),
        choose("3 12:30", "C", "r"),
        at("4 10:00", close={"kindergarten": "K"}),
        at("4 11:00", show="positions"),
        apply("4 12:00", "A"),
        at("4 13:00", show="positions"),
        publish("4 14:00", "t"),
    )
    closed = [each for each in told(lines) if each.startswith("04 10:00")]
    assert closed == [
        "04 10:00 departed A",
        "04 10:00 turn_ended B q closed",
        "04 10:00 annulled q",
        "04 10:00 voided C r",
        "04 10:00 annulled s-en",
    ]
    shown = [list(line["positions"]) for line in lines if line["event"] == "positions"]
    assert shown == [["B", "C", "D"], ["B", "C", "D", "A"]]
    assert told(lines)[-1] == "04 14:00 rejected kindergarten_closed"


def test_who_leaves_gives_its_place_on_and_what_is_impossible_changes_nothing() -> None:
    lines = played(
        apply("3 09:00", "A"),
        apply("3 09:01", "B"),
        publish("3 10:00", "p"),
        at("3 11:00", move={"child": "A"}),
        choose("3 12:00", "B", "p"),
        at("3 13:00", withdraw={"child": "B"}),
        at("3 14:00", withdraw={"child": "B"}),
        at("3 14:00", annul={"place": "nowhere"}),
        at("3 14:00", benefit={"child": "nobody", "class": "general"}),
        apply("3 15:00", "A"),
        at("3 16:00", annul={"place": "p"}),
        at("3 16:00", annul={"place": "p"}),
    )
    assert told(lines, "queued")[1:] == [
        "03 11:00 turn_ended A p moved",
        "03 11:00 removed A moved",
        "03 11:00 called B p until 07",
        "03 12:00 referred B p until 11",
        "03 13:00 voided B p",
        "03 13:00 withdrawn B",
        "03 13:00 opened p",
        "03 14:00 rejected B withdrawal_not_allowed",
        "03 14:00 rejected nowhere place_unknown",
        "03 14:00 rejected nobody child_unknown",
        "03 15:00 rejected A live_application_exists",
        "03 16:00 annulled p",
        "03 16:00 rejected p place_annulled",
    ]


def test_papers_that_come_and_go_at_the_midnight_that_ended_a_turn_cost_no_day() -> None:
    """The referral counts from the day that ended: the new day is the first of its five (§6.7, §7)."""
    handed = [at("7 00:00", papers={"child": "A"}), at("7 00:00", return_papers={"child": "A"})]
    lines = played(apply("3 09:00", "A"), publish("3 10:00", "p"), choose("7 00:00", "A", "p"), *handed * 3)
    assert told(lines)[-7:] == [
        "07 00:00 referred A p until 14",
        *["07 00:00 papers_submitted A", "07 00:00 papers_returned A until 14"] * 3,
    ]
