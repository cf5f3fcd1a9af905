"""The threat model names tests that exist."""

import re

from tests.architecture.guards import ROOT
from tests.security.asvs import missing_tests

NAMED = re.compile(r"`([\w/.]+\.py::test_\w+)`")


def test_every_test_that_the_threat_model_names_exists() -> None:
    named = NAMED.findall((ROOT / "docs/threat-model.md").read_text())
    assert len(named) > 50
    assert missing_tests(named) == set()


def test_every_attack_but_those_admitted_names_a_test() -> None:
    text = (ROOT / "docs/threat-model.md").read_text()
    _, _, attacks = text.partition("## Who attacks")
    rows = [line for line in attacks.partition("### The network")[0].splitlines() if line.startswith("| ")]
    said = [row for row in rows if not row.startswith(("| tries", "| what", "| ---"))]
    assert len(said) > 30
    assert [row for row in said if "::test_" not in row and "**not stopped**" not in row] == []
