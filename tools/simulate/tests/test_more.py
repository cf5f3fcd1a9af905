"""What can be said besides: extension, joint choices, arrivals, transfers, vouchers, rounds, ends of benefits."""

import pytest
from tools.simulate.tests.saying import apply, at, choose, played, publish, told

VOUCHERS = {"profile": "voucher"}
FORWARD = {"profile": "voucher", "overrides": {"distribution_in_rounds": False}}


def test_an_officer_extends_a_referral_once_where_policy_allows_it() -> None:
    lines = played(
        apply("3 09:00", "A"),
        publish("3 10:00", "p"),
        choose("3 11:00", "A", "p"),
        at("5 10:00", extend={"child": "A"}),
        at("5 11:00", extend={"child": "A"}),
        at("18 10:00", show="phase"),
        policy={"profile": "referral", "overrides": {"extension_by_officer": True, "extension_working_days": 3}},
    )
    assert told(lines, "queued", "phase", "called") == [
        "03 11:00 referred A p until 11",
        "05 10:00 extended A until 14",
        "05 11:00 rejected A extended_already",
        "14 00:00 expired A p",
        "14 00:00 stop_listed A until 28",
        "14 00:00 opened p",
    ]
    assert told(played(at("3 10:00", extend={"child": "A"}))) == ["03 10:00 rejected A child_unknown"]


def test_twins_who_were_called_together_choose_by_one_act_all_or_none() -> None:
    steps = [
        apply("3 09:00", "A"),
        apply("3 09:00", "B", **{"with": ["A"]}),
        apply("3 09:01", "C"),
        publish("3 10:00", "p", "q", "r"),
    ]
    both = {"choices": [{"child": "A", "place": "q"}, {"child": "B", "place": "r"}]}
    lines = played(*steps, at("3 11:00", choose_together=both))
    assert told(lines, "queued", "called") == [
        "03 11:00 referred A q until 11",
        "03 11:00 exchanged B p",
        "03 11:00 referred B r until 11",
        "03 11:00 exchanged C p",
    ]
    # referrals begin by what is in force then, whatever held at the call
    changed = at("3 10:30", policy={"overrides": {"referral_working_days": 1}})
    lines = played(*steps, changed, at("3 11:00", choose_together=both))
    assert [line["until"][8:10] for line in lines if line["event"] == "referred"] == ["05", "05"]
    strangers = {"choices": [{"child": "A", "place": "q"}, {"child": "C", "place": "r"}]}
    lines = played(*steps, at("3 11:00", choose_together=strangers))
    assert told(lines, "queued", "called") == ["03 11:00 rejected twins_not_called_together"]


def test_a_child_from_another_district_brings_its_time_its_misses_and_its_stop_list() -> None:
    began = "2025-02-25T00:00:00+05:00"
    brought = {"applied_at": "2024-11-01T09:00:00+05:00", "misses": 2, "stop_listed_at": began}
    lines = played(
        apply("3 09:00", "A"),
        apply("3 10:00", "B", arrived=brought),
        publish("3 11:00", "p"),
        at("10 09:00", show="positions"),
        at("12 09:00", show="positions"),
        at("12 09:00", withdraw={"child": "A"}),
        choose("12 10:00", "B", "p"),
        at("21 09:00", show="phase"),
    )
    assert [line["positions"] for line in lines if line["event"] == "positions"] == [{"A": 1}, {"B": 1, "A": 2}]
    assert told(lines, "positions", "phase", "withdrawn")[2:] == [
        "03 10:00 stop_listed B until 11",
        "03 11:00 called A p until 07",
        "07 00:00 lapsed A p",
        "07 00:00 opened p",
        "11 00:00 returned B",
        "12 10:00 referred B p until 20",
        "20 00:00 expired B p",
        "20 00:00 removed B missed",
        "20 00:00 opened p",
    ]


def transferring(*then: dict[str, object]) -> list[str]:
    """A is enrolled in K and asks, as T, for another kindergarten; B waits behind nobody."""
    lines = played(
        apply("3 09:00", "A"),
        publish("3 09:00", "p", kindergarten="K"),
        choose("3 09:30", "A", "p"),
        at("3 10:00", accept={"child": "A"}),
        apply("3 10:30", "T", **{"class": "transfer"}, transfer_of="A"),
        *then,
    )
    return told(lines, "queued")[3:]


def test_a_transfers_acceptance_departs_the_child_from_its_kindergarten_at_the_same_instant() -> None:
    assert transferring(
        publish("3 11:00", "own", kindergarten="K"),
        publish("3 12:00", "q", kindergarten="L"),
        choose("3 13:00", "T", "q"),
        at("4 09:00", accept={"child": "T"}),
        at("4 10:00", depart={"child": "A"}),
    ) == [
        "03 11:00 opened own",
        "03 12:00 called T q until 07",
        "03 13:00 referred T q until 11",
        "04 09:00 accepted T q",
        "04 09:00 departed A",
        "04 10:00 rejected A departure_not_allowed",
    ]


def test_without_its_enrolment_a_transfer_ends_and_waits_for_a_term_that_runs() -> None:
    assert transferring(at("4 09:00", depart={"child": "A"})) == [
        "04 09:00 departed A",
        "04 09:00 removed T enrolment_over",
    ]
    assert transferring(
        publish("3 12:00", "q", kindergarten="L"),
        at("4 09:00", depart={"child": "A"}),
        at("7 09:00", show="phase"),
    )[1:-1] == ["04 09:00 departed A", "07 00:00 lapsed T q", "07 00:00 opened q", "07 00:00 removed T enrolment_over"]
    assert transferring(apply("3 11:00", "T2", **{"class": "transfer"}, transfer_of="A")) == [
        "03 11:00 rejected T2 live_application_exists"
    ]


def test_by_vouchers_who_does_not_confirm_is_inactive_restored_once_then_removed() -> None:
    lines = played(
        apply("3 09:00", "A"),
        publish("3 10:00", "p"),
        at("6 09:00", restore={"child": "A"}),
        publish("6 10:00", "q"),
        at("20 09:00", show="phase"),
        policy=FORWARD,
    )
    assert told(lines, "queued", "phase") == [
        "03 10:00 called A p until 06",
        "06 00:00 lapsed A p",
        "06 00:00 inactive A until 03",
        "06 00:00 opened p",
        "06 09:00 returned A",
        "06 10:00 called A q until 11",
        "11 00:00 lapsed A q",
        "11 00:00 removed A restored_before",
        "11 00:00 opened q",
    ]


def test_by_vouchers_a_refusal_costs_the_place_in_the_queue() -> None:
    steps = (apply("3 09:00", "A"), publish("3 10:00", "p"))
    lines = played(*steps, at("4 09:00", decline={"child": "A"}), policy=FORWARD)
    assert told(lines, "queued", "called") == [
        "04 09:00 turn_ended A p declined",
        "04 09:00 removed A declined",
        "04 09:00 opened p",
    ]
    lines = played(*steps, choose("3 11:00", "A", "p"), at("4 09:00", decline={"child": "A"}), policy=FORWARD)
    assert told(lines, "queued", "called", "referred") == [
        "04 09:00 voided A p",
        "04 09:00 removed A declined",
        "04 09:00 opened p",
    ]
    assert told(played(*steps, at("4 09:00", decline={"child": "A"})))[-1] == "04 09:00 rejected A declining_not_here"


def test_a_round_gives_each_its_first_wish_by_category_and_time_and_the_rest_waits_for_the_next() -> None:
    lines = played(
        apply("3 09:00", "A"),
        apply("3 09:01", "B"),
        apply("3 09:02", "C", **{"class": "priority"}),
        apply("3 09:03", "D"),
        at("3 09:30", wish={"child": "A", "kindergartens": ["K", "L"]}),
        at("3 09:30", wish={"child": "B", "kindergartens": ["K", "L"]}),
        at("3 09:30", wish={"child": "C", "kindergartens": ["K"]}),
        at("3 09:30", wish={"child": "C", "kindergartens": ["K", "K"]}),
        publish("3 10:00", "k", kindergarten="K"),
        publish("3 10:00", "l", kindergarten="L"),
        at("3 11:00", round={}),
        at("3 12:00", round={}),
        at("4 09:00", decline={"child": "A"}),
        at("4 10:00", round={}),
        policy=VOUCHERS,
    )
    assert told(lines, "queued") == [
        "03 09:30 rejected C wished_twice",
        "03 11:00 called C k until 06",
        "03 11:00 called A l until 06",
        "03 12:00 rejected round_gives_nothing",
        "04 09:00 turn_ended A l declined",
        "04 09:00 removed A declined",
        "04 10:00 called B l until 07",
    ]
    assert told(played(at("3 11:00", round={}))) == ["03 11:00 rejected rounds_not_here"]


@pytest.mark.parametrize(("last_day", "first"), [("2025-03-10", "A"), ("2025-03-11", "B"), (None, "B")])
def test_a_benefit_ends_before_the_places_of_its_midnight_are_handed_out(last_day: str | None, first: str) -> None:
    proof = {"last_day": last_day} if last_day else {}
    lines = played(
        apply("3 08:00", "C"),
        publish("3 08:00", "p"),
        choose("3 08:30", "C", "p"),
        apply("3 09:00", "A"),
        apply("3 10:00", "B"),
        at("3 11:00", benefit={"child": "B", "class": "extraordinary", **proof}),
        at("4 09:00", show="positions"),
        at("11 00:00:00", show="positions"),
    )
    assert next(line for line in lines if line["event"] == "positions")["positions"] == {"B": 1, "A": 2}
    assert told(lines, "positions")[-3:] == [
        "11 00:00 expired C p",
        "11 00:00 stop_listed C until 25",
        f"11 00:00 called {first} p until 15",
    ]


def test_a_proof_that_is_over_confirms_nothing_and_a_newer_one_counts_on() -> None:
    benefit = {"child": "B", "class": "priority"}
    lines = played(
        apply("3 09:00", "A"),
        apply("3 10:00", "B"),
        at("4 09:00", benefit={**benefit, "last_day": "2025-03-03"}),
        at("4 10:00", benefit={**benefit, "last_day": "2025-03-04"}),
        at("4 11:00", benefit={**benefit, "last_day": "2025-03-06"}),
        at("6 09:00", show="positions"),
        at("7 09:00", show="positions"),
    )
    assert told(lines, "queued", "positions") == ["04 09:00 rejected B proof_over_already"]
    assert [line["positions"] for line in lines if line["event"] == "positions"] == [{"B": 1, "A": 2}, {"A": 1, "B": 2}]
