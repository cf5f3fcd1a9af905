"""The text of a contract's template: plain lines that become sections, numbered clauses, lists (domain §8.contract).

`## ` begins a section, `1. ` (any number) a clause, which is numbered by itself, `- ` an item of a list; another line
is a paragraph. `{child_name}` is filled in.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from kezek.documents.domain.contract_fields import NEEDED, ContractField
from kezek.platform.errors import RuleBrokenError

_FIELD = re.compile(r"\{([^{}]*)\}")
_BRACE = re.compile(r"[{}]")
_CLAUSE = re.compile(r"\d{1,3}[.)] ")
_SECTION, _ITEM = "## ", "- "


class BlockKind(StrEnum):
    """What a line of the text is."""

    SECTION = "section"
    CLAUSE = "clause"
    ITEM = "item"
    TEXT = "text"


@dataclass(frozen=True)
class Run:
    """Words that stand in the text, or that were filled in."""

    words: str
    filled: bool = False


@dataclass(frozen=True)
class Block:
    """A line with its number, which is empty where it has none."""

    kind: BlockKind
    mark: str
    runs: tuple[Run, ...]


def check_text(text: str, language: str) -> None:
    """Refuse a text with a field that there is none of, a brace alone, or without those between whom it is.

    Raises:
        RuleBrokenError: `contract_field_unknown`, `contract_text_malformed` with the line, `contract_field_missing`,
            `contract_text_empty`.
    """
    if not any(block.kind is not BlockKind.SECTION for block in _blocks(text)):
        raise RuleBrokenError("contract_text_empty", language=language)
    for number, line in enumerate(text.split("\n"), 1):
        for name in _FIELD.findall(line):
            if name not in list(ContractField):
                raise RuleBrokenError("contract_field_unknown", field=name[:60], language=language, line=number)
        if _BRACE.search(_FIELD.sub("", line)):
            raise RuleBrokenError("contract_text_malformed", language=language, line=number)
    missing = [each for each in NEEDED if f"{{{each}}}" not in text]
    if missing:
        raise RuleBrokenError("contract_field_missing", field=missing[0].value, language=language)


def fill_in(text: str, values: Mapping[ContractField, str]) -> list[Block]:
    """The text's blocks with all fields filled in; what was filled in is never read as text again."""
    return [Block(each.kind, each.mark, tuple(_runs(each.runs[0].words, values))) for each in _blocks(text)]


def laid_out(blocks: list[Block]) -> list[dict[str, object]]:
    """As the typesetter takes them: items that follow each other are one list."""
    laid: list[dict[str, object]] = []
    for kind, together in groupby(blocks, key=lambda each: each.kind):
        if kind is BlockKind.ITEM:
            laid.append({"kind": "list", "items": [_pieces(each) for each in together]})
        else:
            laid += [{"kind": kind.value, "mark": each.mark, "runs": _pieces(each)} for each in together]
    return laid


def _blocks(text: str) -> Iterator[Block]:
    section = clause = 0
    for line in filter(None, map(str.strip, text.split("\n"))):
        if line.startswith(_SECTION):
            section, clause = section + 1, 0
            yield Block(BlockKind.SECTION, f"{section}.", (Run(line.removeprefix(_SECTION).strip()),))
        elif found := _CLAUSE.match(line):
            clause += 1
            mark = f"{section}.{clause}." if section else f"{clause}."
            yield Block(BlockKind.CLAUSE, mark, (Run(line[found.end() :].strip()),))
        elif line.startswith(_ITEM):
            yield Block(BlockKind.ITEM, "", (Run(line.removeprefix(_ITEM).strip()),))
        else:
            yield Block(BlockKind.TEXT, "", (Run(line),))


def _runs(words: str, values: Mapping[ContractField, str]) -> Iterator[Run]:
    for index, piece in enumerate(_FIELD.split(words)):
        if piece:
            yield Run(values[ContractField(piece)], filled=True) if index % 2 else Run(piece)


def _pieces(block: Block) -> list[dict[str, object]]:
    return [{"words": run.words, "filled": run.filled} for run in block.runs]
