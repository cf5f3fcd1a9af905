"""The shipped policies and benefits, and what no policy may say (domain §9)."""

import re
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from kezek.contracts.benefits import SHIPPED_BENEFITS, Benefit
from kezek.contracts.policy import REFERRAL_PROFILE, SHIPPED, VOUCHER_PROFILE, Policy
from kezek.contracts.queue import BenefitsPublished, CalendarPublished, PolicyPublished
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import QueueClass

NUMBERS = [each for each in fields(Policy) if "ge" in each.metadata]
PUBLISHED = PolicyPublished(district="1110", version=2, in_force_from=date(2026, 12, 1), policy=REFERRAL_PROFILE)


def test_both_profiles_are_shipped_and_differ_in_what_the_law_says() -> None:
    names = [each.name for each in fields(Policy)]
    differ = {name for name in names if getattr(REFERRAL_PROFILE, name) != getattr(VOUCHER_PROFILE, name)}
    assert differ == {
        "id",
        "profile",
        "choice_working_days",
        "called_from_months",
        "papers_before_acceptance",
        "restorable_calendar_days",
        "refusing_annuls_position",
        "numbered_categories",
        "sorted_anew_on",
        "distribution_in_rounds",
        "waiting_list",
        "sheet_approved_by_parents",
    }
    assert all(policy.id == name for name, policy in SHIPPED.items())


@pytest.mark.parametrize("each", fields(Policy)[1:], ids=lambda each: each.name)
def test_every_number_and_switch_names_its_clause(each: Any) -> None:
    assert re.search(r"\(domain §[\w.]+\)$", each.metadata["description"])


def test_every_number_has_bounds() -> None:
    numbers = {each.name for each in fields(Policy) if each.type in (int, int | None)}
    assert numbers == {each.name for each in NUMBERS}


@pytest.mark.parametrize("each", NUMBERS, ids=lambda each: each.name)
def test_what_is_out_of_bounds_is_refused_here_and_on_the_wire(each: Any) -> None:
    for wrong in (each.metadata["ge"] - 1, each.metadata["le"] + 1):
        with pytest.raises(ValueError, match=each.name):
            replace(REFERRAL_PROFILE, **{each.name: wrong})
        said = PUBLISHED.model_dump(mode="json")
        said["policy"][each.name] = wrong
        with pytest.raises(ValidationError, match=each.name):
            PolicyPublished.model_validate(said)


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "Default 1"},
        {"called_from_months": 60, "called_below_months": 60},
        {"numbered_categories": True},
        {"sorted_anew_on": "06-30"},
        {"numbered_categories": True, "sorted_anew_on": "13-01"},
    ],
    ids=str,
)
def test_what_contradicts_itself_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="policy"):
        replace(REFERRAL_PROFILE, **changes)


@pytest.mark.parametrize("policy", SHIPPED.values(), ids=SHIPPED)
def test_a_policy_comes_back_from_the_wire_as_it_was(policy: Policy) -> None:
    told = PUBLISHED.model_copy(update={"policy": policy})
    assert PolicyPublished.model_validate_json(told.model_dump_json()) == told


def test_a_policy_of_a_later_release_is_read_without_what_is_unknown() -> None:
    said = PUBLISHED.model_dump(mode="json")
    said["policy"] |= {"later_switch": True}
    assert PolicyPublished.model_validate(said) == PUBLISHED


def test_each_version_year_and_list_is_a_record_of_its_own() -> None:
    year = CalendarPublished(year=2027, version=3, holidays=(), worked=(), free=(), confirmed=False)
    keys = [PUBLISHED.key(), year.key(), BenefitsPublished(version=1, benefits=SHIPPED_BENEFITS).key()]
    assert keys == ["policy.default-1", "calendar.2027", "benefits"]


def test_the_shipped_benefits_are_those_of_the_law() -> None:
    codes = {
        queue_class: [each.code for each in SHIPPED_BENEFITS if each.queue_class is queue_class]
        for queue_class in QueueClass
        if queue_class is not QueueClass.TRANSFER
    }
    assert codes == {
        QueueClass.EXTRAORDINARY: ["serviceman", "special_body", "lost_in_service"],
        QueueClass.PRIORITY: [
            "disabled_parent",
            "orphan",
            "large_family",
            "special_needs",
            "disabled_child",
            "teacher",
        ],
        QueueClass.GENERAL: [],
    }


def test_a_benefit_gives_a_class_before_the_general_one() -> None:
    text = Text("а", "а", "a")
    with pytest.raises(ValueError, match="gives no class"):
        Benefit(code="none", name=text, queue_class=QueueClass.GENERAL, proof=text)
