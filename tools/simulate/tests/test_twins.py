"""Twins in scenarios: passed over, called together, linked by the applications that live (domain §5.4)."""

from tools.simulate.tests.saying import apply, at, played, publish, told


def test_twins_are_passed_over_once_for_each_place_of_a_hand_out() -> None:
    twins = ("T", "U", "V")
    steps = [apply("3 09:00", each, **{"with": [other for other in twins if other != each]}) for each in twins]
    lines = played(*steps, apply("3 09:01", "A"), publish("3 10:00", "p", "q"), at("3 11:00", show="positions"))
    assert told(lines, "queued", "positions") == [
        *(f"03 10:00 skipped {each} p" for each in twins),
        "03 10:00 called A p until 07",
        *(f"03 10:00 skipped {each} q" for each in twins),
        "03 10:00 opened q",
    ]
    assert lines[-1]["positions"] == {"T": 1, "U": 2, "V": 3}


def test_twins_share_the_better_class_and_what_is_called_together_is_one_priority_step() -> None:
    steps = [
        apply("3 09:00", "G"),
        apply("3 09:01", "T"),
        apply("3 09:02", "U", **{"with": ["T"], "class": "priority"}),
        at("3 09:03", show="positions"),
        publish("3 10:00", "p", "q"),
        at("3 11:00", show="phase"),
    ]
    lines = played(*steps)
    assert lines[3]["positions"] == {"T": 1, "U": 2, "G": 3}
    assert told(lines, "queued", "positions", "phase") == [
        "03 10:00 called T p until 07",
        "03 10:00 called U q until 07",
    ]
    assert lines[-1]["owed"] == 3


def test_who_applies_anew_is_linked_with_those_who_do_and_not_with_those_it_was_linked_with_before() -> None:
    others = {"T": ["U", "V"], "U": ["T", "V"], "V": ["T", "U"]}
    steps = [
        *(apply("3 09:00", each, **{"with": those}) for each, those in others.items()),
        *(at("3 09:30", withdraw={"child": each}) for each in ("T", "U")),
        apply("3 10:00", "T", **{"with": ["U"]}),
        apply("3 10:00", "U", **{"with": ["T"]}),
        publish("3 11:00", "p", "q"),
    ]
    assert told(played(*steps), "queued", "withdrawn") == [
        "03 11:00 called V p until 07",
        "03 11:00 skipped T q",
        "03 11:00 skipped U q",
        "03 11:00 opened q",
    ]
