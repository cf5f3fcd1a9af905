"""No query is put together from values: they travel as parameters, so that none can become a part of the query."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.guards import ROOT

SOURCES = ("libs/*/src", "services/*/src")
# names of tables and databases cannot be parameters; these are the code's own and no client's
OWN_NAMES = ("kezek/platform/migrate.py", "kezek/platform/testing/databases.py")
_SQL = re.compile(
    r"\s*(select|insert|update|delete|with|create|alter|drop|truncate|set|lock|interval)\b", re.IGNORECASE
)


def composed_queries(root: Path) -> list[str]:
    """Queries that are more than one constant text: by f-strings, `%`, `+`, `format`, or as no constant in `text`."""
    return [
        f"{path.relative_to(root)}: {ast.unparse(node)}"
        for pattern in SOURCES
        for path in sorted(root.glob(f"{pattern}/**/*.py"))
        if not path.as_posix().endswith(OWN_NAMES)
        for node in ast.walk(ast.parse(path.read_text()))
        if any(_SQL.match(text) for text in _composed(node)) or _is_text_of_no_constant(node)
    ]


def _composed(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *rest]) if rest:
            yield text
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Mod() | ast.Add()):
            yield text
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="format")):
            yield text


def _is_text_of_no_constant(node: ast.AST) -> bool:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id="sa"), attr="text"), args=[given, *_]):
            return not isinstance(given, ast.Constant | ast.Name)
        case _:
            return False


def test_no_query_is_put_together_from_values() -> None:
    assert composed_queries(ROOT) == []


@pytest.mark.parametrize(
    "query",
    [
        "f\"select id from account where iin = '{iin}'\"",
        "\"update account set name = '%s'\" % iin",
        '"delete from account where iin = " + iin',
        "\"insert into account values ('{}')\".format(iin)",
        "sa.text(iin.upper())",
    ],
)
def test_one_that_is_put_together_is_found(tmp_path: Path, query: str) -> None:
    planted = tmp_path / "services/auth/src/planted.py"
    planted.parent.mkdir(parents=True)
    planted.write_text(f"found = {query}\n")
    assert composed_queries(tmp_path) == [f"services/auth/src/planted.py: {ast.unparse(ast.parse(query).body[0])}"]
