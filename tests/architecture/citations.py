"""Clauses that are cited, as «domain §6.3» or «architecture §job.3», and the anchors of the pages they stand on."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_CITATION = re.compile(r"\b(domain|architecture)((?:,? (?:and )?§[\w.-]+)+)")
_ANCHOR = re.compile(r'<a id="([^"]+)"></a>')
_READABLE = frozenset({".py", ".md", ".json", ".csv", ".toml", ".sh", ".conf", ".yml"})


def anchors(root: Path, page: str) -> set[str]:
    """The anchors of `docs/<page>.md`."""
    return set(_ANCHOR.findall((root / f"docs/{page}.md").read_text()))


def citations(text: str) -> Iterator[tuple[str, str]]:
    """Page and clause of each citation."""
    for found in _CITATION.finditer(text):
        for clause in found.group(2).split("§")[1:]:
            yield found.group(1), clause.strip(" ,.").removesuffix(" and").rstrip(" ,.")


def unknown_clauses(root: Path, files: Iterable[str]) -> list[str]:
    """Citations of clauses that do not stand on their page."""
    known = {page: anchors(root, page) for page in ("domain", "architecture")}
    return [
        f"{name}: {page} §{clause}"
        for name in files
        if Path(name).suffix in _READABLE
        for page, clause in citations((root / name).read_text())
        if clause not in known[page]
    ]
