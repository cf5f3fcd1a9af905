"""A contract's text: plain lines become numbered clauses, and only fields of a closed list are filled in."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.vocabulary import Ownership
from kezek.documents.adapters.papers import shipped_contract
from kezek.documents.domain.contract_fields import NEEDED, ContractField
from kezek.documents.domain.contract_template import Template, TemplateText, next_template
from kezek.documents.domain.contract_text import BlockKind, check_text, fill_in, laid_out
from kezek.platform.errors import RuleBrokenError

GOOD = "{child_name}, {applicant_name}, {kindergarten_name}."
VALUES = {each: f"<{each}>" for each in ContractField}


def refused(text: str) -> tuple[str, dict[str, Any]]:
    with pytest.raises(RuleBrokenError) as broken:
        check_text(text, "kk")
    return broken.value.code, broken.value.params


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_the_shipped_text_is_one_that_may_be_published_and_leaves_no_field_unused(language: str) -> None:
    text = shipped_contract(language)
    check_text(text, language)
    unused = {each for each in ContractField if f"{{{each}}}" not in text}
    assert unused == {ContractField.CONTRACT_NUMBER}  # it stands above the text
    assert len(text) < 20_000


@pytest.mark.parametrize("name", ["child", "CHILD_NAME", " child_name", "", "child_name.__class__", "0"])
def test_an_unknown_field_is_refused_by_its_name_and_line(name: str) -> None:
    assert refused(f"{GOOD}\n\n{{{name}}}") == (
        "contract_field_unknown",
        {"field": name, "language": "kk", "line": 3},
    )


@pytest.mark.parametrize("line", ["{child_name", "child_name}", "{{child_name}}", "}{"])
def test_a_brace_alone_is_refused_with_its_line(line: str) -> None:
    assert refused(f"{GOOD}\n{line}") == ("contract_text_malformed", {"language": "kk", "line": 2})


@pytest.mark.parametrize("field", NEEDED)
def test_a_text_that_does_not_say_between_whom_it_is_is_refused(field: ContractField) -> None:
    text = GOOD.replace(f"{{{field}}}", "…")
    assert refused(text) == ("contract_field_missing", {"field": field.value, "language": "kk"})
    assert refused("## Бос") == ("contract_text_empty", {"language": "kk"})


def test_clauses_are_numbered_within_their_sections_whatever_number_is_typed() -> None:
    blocks = fill_in("Кіріспе\n\n## Мәні\n7. бір\n- а\n- б\n7) екі\n## Мерзімі\n1. үш", VALUES)
    assert [(each.kind.value, each.mark, each.runs[0].words) for each in blocks] == [
        ("text", "", "Кіріспе"),
        ("section", "1.", "Мәні"),
        ("clause", "1.1.", "бір"),
        ("item", "", "а"),
        ("item", "", "б"),
        ("clause", "1.2.", "екі"),
        ("section", "2.", "Мерзімі"),
        ("clause", "2.1.", "үш"),
    ]
    (listed,) = [each for each in laid_out(blocks) if each["kind"] == "list"]
    assert len(listed["items"]) == 2  # type: ignore[arg-type]


@given(st.text(min_size=1))
def test_what_is_filled_in_is_never_read_as_text_again(name: str) -> None:
    values = {**VALUES, ContractField.CHILD_NAME: f"{{child_iin}}\n## {name}"}
    (block,) = fill_in("1. {child_name} – бала", values)
    assert (block.kind, [run.filled for run in block.runs]) == (BlockKind.CLAUSE, [True, False])
    assert block.runs[0].words == values[ContractField.CHILD_NAME]


def test_the_next_version_changes_something_and_its_digest_tells_both_texts_apart() -> None:
    before = Template("1110", Ownership.STATE, 4, TemplateText(GOOD, GOOD))
    with pytest.raises(RuleBrokenError, match="nothing_changed"):
        next_template(before, TemplateText(GOOD, GOOD))
    assert next_template(before, TemplateText(GOOD, f"{GOOD} Да.")) == 5
    assert TemplateText("a", "b").sha256 != TemplateText("b", "a").sha256
