"""The table of OWASP ASVS is complete where it says so, and names tests that exist."""

from dataclasses import replace

import pytest

from tests.security.asvs import (
    COMPLETE,
    PAGE,
    STATUSES,
    Requirement,
    missing_requirements,
    missing_tests,
    page,
    read_table,
)


@pytest.fixture(scope="module")
def rows() -> list[Requirement]:
    return read_table()


def test_every_requirement_of_the_complete_chapters_is_in_the_table(rows: list[Requirement]) -> None:
    assert missing_requirements(rows) == set()
    assert missing_requirements(rows[:-1]) == {rows[-1].id}


def test_no_requirement_stands_twice(rows: list[Requirement]) -> None:
    ids = [row.id for row in rows]
    assert sorted(ids) == sorted(set(ids))


def test_every_test_that_is_named_exists(rows: list[Requirement]) -> None:
    assert missing_tests(test for row in rows for test in row.tests) == set()
    assert missing_tests(["tests/security/test_asvs.py::test_that_nobody_wrote"])
    assert missing_tests(["tests/security/nowhere.py::test_asvs"])


def test_what_is_met_says_how_and_what_is_not_says_why(rows: list[Requirement]) -> None:
    assert [row.id for row in rows if row.status not in STATUSES or not row.about or not row.how] == []


def test_what_is_met_in_the_complete_chapters_is_shown_by_a_test(rows: list[Requirement]) -> None:
    assert [row.id for row in rows if row.chapter in COMPLETE and row.status == "met" and not row.tests] == []


def test_the_page_is_what_the_table_says(rows: list[Requirement]) -> None:
    assert PAGE.read_text() == page(rows), "run python -m tests.security.asvs"
    changed = [replace(rows[0], status="not_yet"), *rows[1:]]
    assert page(changed) != page(rows)
