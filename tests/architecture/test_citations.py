"""The law and the architecture can be looked up wherever they are cited."""

import subprocess
from pathlib import Path

import pytest

from kezek.contracts.law import Rule
from tests.architecture.citations import anchors, citations, unknown_clauses
from tests.architecture.guards import ROOT


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file() and "citations" not in name]


def test_every_clause_that_is_cited_exists() -> None:
    assert unknown_clauses(ROOT, tracked()) == []


def test_the_law_is_cited_all_over_the_code() -> None:
    found = [clause for name in tracked() if name.endswith(".py") for clause in citations((ROOT / name).read_text())]
    assert len(found) > 300


@pytest.mark.parametrize("text", ["domain §6.8", "domain §6.3, §14", "architecture §3.2", "architecture §job.9"])
def test_a_citation_of_a_clause_that_is_not_there_is_found(text: str, tmp_path: Path) -> None:
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    (tmp_path / "planted.py").write_text(f'"""Planted ({text})."""')
    (found,) = unknown_clauses(tmp_path, ["planted.py"])
    assert found.endswith(text.rpartition("§")[2])


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("(domain §6.7).", ["6.7"]),
        ("(domain §5.2, §5.5, §6.6)", ["5.2", "5.5", "6.6"]),
        ("(domain §2, last bullet)", ["2"]),
        ("(architecture §promises)", ["promises"]),
    ],
)
def test_citations_are_read_as_they_are_written(text: str, clauses: list[str]) -> None:
    assert [clause for _, clause in citations(text)] == clauses


@pytest.mark.parametrize("rule", Rule)
def test_a_rule_names_a_clause_of_the_law(rule: Rule) -> None:
    assert rule.clause in anchors(ROOT, "domain")


def test_an_anchor_stands_once() -> None:
    for page in ("domain", "architecture"):
        text = (ROOT / f"docs/{page}.md").read_text()
        assert all(text.count(f'<a id="{anchor}"></a>') == 1 for anchor in anchors(ROOT, page))
