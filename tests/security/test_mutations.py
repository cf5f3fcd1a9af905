"""Each named mutation still applies: its text stands in its file, its tests exist; `make mutants` plays them."""

from dataclasses import replace

import pytest

from tests.security.asvs import missing_tests, read_table
from tests.security.mutations import Mutation, read_mutations

MUTATIONS = read_mutations()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.name)
def test_a_mutation_applies_and_names_tests_that_exist(mutation: Mutation) -> None:
    assert mutation.applies()
    assert mutation.tests
    assert missing_tests(test.partition("[")[0] for test in mutation.tests) == set()


def test_no_mutation_stands_twice() -> None:
    names = [each.name for each in MUTATIONS]
    assert sorted(names) == sorted(set(names))


def test_each_names_requirements_of_the_table() -> None:
    known = {row.id for row in read_table()} | {"threat model"}
    assert {each for mutation in MUTATIONS for each in mutation.holds} <= known


def test_a_mutation_whose_text_is_gone_is_noticed() -> None:
    assert not replace(MUTATIONS[0], find="a text that stands nowhere").applies()
