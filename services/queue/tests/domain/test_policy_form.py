"""Every number of a policy stands on the form once, with its bounds and an existing clause (domain §9.policy)."""

from dataclasses import MISSING, fields
from pathlib import Path

from kezek.contracts.policy import Policy
from kezek.queue.domain.policy_form import NumberKind, groups

DOMAIN = (Path(__file__).parents[4] / "docs" / "domain.md").read_text()
NUMBERS = [number for group in groups() for number in group.numbers]


def test_every_number_stands_on_the_form_once_in_the_order_of_the_policy() -> None:
    assert [each.name for each in NUMBERS] == [each.name for each in fields(Policy) if each.default is not MISSING]
    assert len(groups()) == 6


def test_each_names_a_clause_that_exists() -> None:
    for each in NUMBERS:
        assert f'id="{each.clause}"' in DOMAIN, each.name


def test_numbers_say_their_bounds_and_switches_have_none() -> None:
    for each in NUMBERS:
        assert (each.least is not None and each.most is not None) == (each.kind is NumberKind.NUMBER), each.name


def test_what_may_be_off_is_said() -> None:
    off = {each.name for each in NUMBERS if each.optional}
    assert off == {"sorted_anew_on", "free_choice_hour", "restorable_calendar_days", "admission_code"}
