"""Every code that the source raises stands in the registry with its status, place and parameters, and the other way."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kezek.auth.domain.password import weakness
from kezek.contracts.problems import ACTS, EVERYWHERE, FILES, PROBLEMS, REGISTER, SIGNED, VOUCHED
from kezek.eds import Refusal
from tests.contracts.openapi import document

ROOT = Path(__file__).parents[2]
STATUS = {
    "Invalid": 422,
    "SignInRequired": 401,
    "NotAllowed": 403,
    "NotFound": 404,
    "Conflict": 409,
    "TooMany": 429,
    "Unavailable": 503,
    "RuleBrokenError": 409,
}
OF_PLATFORM = {EVERYWHERE, ACTS, SIGNED, FILES, REGISTER, VOUCHED}
# where a code comes from elsewhere: a registry of its own, another refusal, or a caller that names it
HANDED_ON = {
    "libs/platform/src/kezek/platform/act_finishing.py": 1,
    "libs/platform/src/kezek/platform/act_outcomes.py": 1,
    "libs/platform/src/kezek/platform/act_processing.py": 2,
    "libs/platform/src/kezek/platform/errors.py": 1,
    "libs/platform/src/kezek/platform/http/permissions.py": 1,
    "services/auth/src/kezek/auth/adapters/store.py": 1,
    "services/auth/src/kezek/auth/usecases/own_password.py": 1,
}


@dataclass(frozen=True)
class Raised:
    """A refusal as the source makes it; without a code, it is handed on."""

    path: str
    code: str | None
    status: int
    params: frozenset[str]

    @property
    def service(self) -> str | None:
        """The service whose source it is, None for the platform."""
        return self.path.split("/")[1] if self.path.startswith("services") else None


def raised(root: Path) -> Iterator[Raised]:
    """Every refusal that is made in the source of services and platform."""
    for top in ("services/*/src", "libs/platform/src"):
        for path in root.glob(f"{top}/**/*.py"):
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.Call) and node.args and "testing" not in path.parts:
                    yield from _refusals(node, str(path.relative_to(root)))


def _refusals(call: ast.Call, path: str) -> Iterator[Raised]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    if name not in STATUS:
        return
    params = frozenset(keyword.arg or "**" for keyword in call.keywords)
    for code in _codes(call.args[0]):
        yield Raised(path, code, STATUS[name], params)


def _codes(argument: ast.expr) -> list[str | None]:
    if isinstance(argument, ast.Constant):
        return [str(argument.value)]
    if isinstance(argument, ast.IfExp):
        return [*_codes(argument.body), *_codes(argument.orelse)]
    return [None]


def unregistered(root: Path) -> list[str]:
    """What of the source's refusals the registry does not say."""
    return [
        f"{each.path}: {each.code}: {wrong}" for each in raised(root) if each.code for wrong in _wrong(each, each.code)
    ]


def _wrong(made: Raised, code: str) -> Iterator[str]:
    known = PROBLEMS.get(code)
    if known is None:
        yield "unknown"
        return
    if known.status != made.status:
        yield f"{made.status}, not {known.status}"
    if not known.where & (
        {made.service, EVERYWHERE} if made.service else {EVERYWHERE, ACTS, SIGNED, FILES, REGISTER, VOUCHED}
    ):
        yield "not of this place"
    if not known.params.keys() <= made.params <= known.params.keys() | known.maybe.keys():
        yield f"with {sorted(made.params)}"


def test_every_raised_code_is_registered_with_status_place_and_params() -> None:
    assert unregistered(ROOT) == []


def test_refusals_without_a_code_of_their_own_are_those_that_are_handed_on() -> None:
    found: dict[str, int] = {}
    for each in raised(ROOT):
        if each.code is None:
            found[each.path] = found.get(each.path, 0) + 1
    assert found == HANDED_ON


def test_codes_that_are_handed_on_are_registered() -> None:
    assert {code for code in Refusal if SIGNED not in PROBLEMS[code].where} == set()
    weak = {weakness(new, frozenset({"a" * 30}), ()) for new in ("a", "a" * 1000, "a" * 30)}
    assert {code for code in weak if code and PROBLEMS[code].params == {"shortest": int}} == weak


def test_every_registered_code_is_somewhere_in_the_source() -> None:
    sources = [*ROOT.glob("services/*/src/**/*.py"), *ROOT.glob("libs/*/src/**/*.py"), *ROOT.glob("deploy/gateway/*")]
    text = "".join(each.read_text() for each in sources if each.is_file() and each.name != "problems.py")
    text += (ROOT / "libs/platform/src/kezek/platform/http/problems.py").read_text()
    assert {code for code in PROBLEMS if f'"{code}"' not in text} == set()


def test_the_gateways_codes_are_registered() -> None:
    template = (ROOT / "deploy/gateway/nginx.conf.template").read_text()
    answers = re.findall(r'"status":(\d+),"code":"(\w+)","params":\{(.*?)\}', template)
    assert answers
    for status, code, params in answers:
        known = PROBLEMS[code]
        assert (known.status, EVERYWHERE in known.where) == (int(status), True)
        assert set(re.findall(r'"(\w+)":', params)) <= known.maybe.keys() | known.params.keys()


def test_each_route_lists_the_codes_of_its_service() -> None:
    body = document()
    choice = body["paths"]["/api/referrals/applications/{application_id}/choices/acts"]["post"]["responses"]["409"]
    listed = {
        each["$ref"].rsplit("/", 1)[1] for each in choice["content"]["application/problem+json"]["schema"]["oneOf"]
    }
    assert {"PlaceTakenProblem", "TurnOverProblem", "ActOutdatedProblem", "IdempotencyKeyReusedProblem"} <= listed
    assert "KindergartenExistsProblem" not in listed
    params = body["components"]["schemas"]["ChoiceNotAllowedProblem"]["properties"]["params"]
    assert (params["required"], params["properties"]) == (["status"], {"status": {"type": "string"}})


def test_every_service_code_is_listed_by_a_route() -> None:
    text = str(document()["paths"])
    hidden = {
        "method_not_allowed",
        "target_unknown",
    }  # answered outside of the routes
    unlisted = {
        code for code in PROBLEMS if f"/{code.title().replace('_', '')}Problem'" not in text and code not in hidden
    }
    assert unlisted == set()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('Conflict("never_heard_of")', "unknown"),
        ('Invalid("turn_over")', "422, not 409"),
        ('Conflict("grant_exists")', "not of this place"),
        ('Conflict("choice_not_allowed")', "with []"),
        ('Conflict("turn_over" if True else "place_gone")', "unknown"),
        ('errors.Conflict("turn_over", extra=1)', "with ['extra']"),
    ],
)
def test_a_planted_refusal_is_found(line: str, found: str, tmp_path: Path) -> None:
    planted = tmp_path / "services/referrals/src/kezek/planted.py"
    planted.parent.mkdir(parents=True)
    planted.write_text(line)
    assert [each.rsplit(": ", 1)[1] for each in unregistered(tmp_path)] == [found]
