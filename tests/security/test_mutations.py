"""Each named mutation still applies: its text stands in its file, its tests exist; `make mutants` plays them."""

from dataclasses import replace

import pytest

from tests.security.asvs import missing_tests, read_table
from tests.security.mutations import Excuse, Mutation, idle_excuses, read_excuses, read_mutations, unheld

MUTATIONS, EXCUSES = read_mutations(), read_excuses()
ROWS = read_table()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.name)
def test_a_mutation_applies_and_names_tests_that_exist(mutation: Mutation) -> None:
    assert mutation.applies()
    assert mutation.tests
    assert missing_tests(test.partition("[")[0] for test in mutation.tests) == set()


def test_no_mutation_stands_twice() -> None:
    names = [each.name for each in MUTATIONS]
    assert sorted(names) == sorted(set(names))


def test_each_names_requirements_of_the_table() -> None:
    known = {row.id for row in ROWS} | {"threat model"}
    assert {each for mutation in MUTATIONS for each in mutation.holds} <= known


def test_a_mutation_whose_text_is_gone_is_noticed() -> None:
    assert not replace(MUTATIONS[0], find="a text that stands nowhere").applies()


def test_what_is_met_of_signing_in_sessions_roles_and_tokens_is_held_or_excused() -> None:
    assert unheld(ROWS, MUTATIONS, EXCUSES) == set()
    assert idle_excuses(ROWS, MUTATIONS, EXCUSES) == set()


def test_a_row_that_nothing_holds_is_noticed() -> None:
    without = [each for each in MUTATIONS if "V9.2.2" not in each.holds]
    assert unheld(ROWS, without, EXCUSES) == {"V9.2.2"}
    assert unheld(ROWS, MUTATIONS, EXCUSES[1:]) == {EXCUSES[0].row}


@pytest.mark.parametrize("row", ["V9.2.2", "V6.5.7", "V1.2.4", "V6.99.1"])
def test_an_excuse_for_what_is_held_or_not_met_or_unknown_is_noticed(row: str) -> None:
    assert idle_excuses(ROWS, MUTATIONS, [*EXCUSES, Excuse(row, "made up")]) == {row}


def test_an_excuse_without_a_reason_is_noticed() -> None:
    assert idle_excuses(ROWS, MUTATIONS, [replace(EXCUSES[0], because="")]) == {EXCUSES[0].row}
    assert len({each.row for each in EXCUSES}) == len(EXCUSES)
