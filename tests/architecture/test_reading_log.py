"""Every permission by which staff reads personal data is logged, and has words for the person whose data they are."""

from importlib import import_module
from typing import Any

import pytest

from kezek.auth.domain import plain_words
from kezek.contracts.access import READ_EVENTS, Why
from kezek.platform.actors import Role
from kezek.platform.http.permissions import declared_in
from tests.architecture.guards import SERVICES


def shown_to_staff(service: str) -> list[Any]:
    table = declared_in(import_module(f"kezek.{service}.entrypoints.permissions"))
    return [permission for permission in table if permission.shows_others_to_staff]


@pytest.mark.parametrize("service", SERVICES)
def test_what_staff_reads_has_words_and_a_way_into_the_log(service: str) -> None:
    found = shown_to_staff(service)
    assert [each.name for each in found if each.name not in plain_words.WHAT] == []
    assert not found or service == "auth" or service in READ_EVENTS


def test_no_words_are_for_what_nobody_reads() -> None:
    names = {permission.name for service in SERVICES for permission in shown_to_staff(service)}
    assert {code for code in plain_words.WHAT if code} == names


@pytest.mark.parametrize("words", [plain_words.WHO, plain_words.WHAT, plain_words.WHY])
def test_the_words_stand_in_all_languages(words: Any) -> None:
    assert all(set(each) == {"kk", "ru", "en"} and all(each.values()) for each in words.values())


def test_every_role_on_staff_and_every_reason_has_words() -> None:
    assert {code for code in plain_words.WHO if code} == set(Role) - {Role.PARENT, Role.ESCORT}
    assert {code for code in plain_words.WHY if code} == set(Why)
