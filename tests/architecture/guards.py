"""The guards: each says what is wrong below a folder, so that tests can also hold it against a planted violation."""

import ast
import os
import re
import socket
import subprocess
import sys
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI

from kezek.contracts.topics import TOPICS, Topic
from kezek.platform.http.permissions import permissions_of, routes_of

ROOT = Path(__file__).parents[2]
SERVICES = ("auth", "applications", "queue", "referrals", "kindergartens", "notifications", "documents")
SOURCES = ("libs/*/src", "services/*/src", "deploy/*/src", "tools/*/src")
DRIVERS = frozenset({"sqlalchemy", "alembic", "asyncpg", "psycopg", "aiokafka", "faststream", "redis"})
PURE = (
    "kezek.contracts.ids",
    "kezek.contracts.categories",
    "kezek.contracts.vocabulary",
    "kezek.contracts.values",
    "kezek.contracts.texts",
    "kezek.contracts.law",
    "kezek.contracts.policy",
    "kezek.contracts.benefits",
    "kezek.contracts.ages",
    "kezek.contracts.hints",
    "kezek.contracts.files",
    "kezek.platform.workdays",
    "kezek.platform.errors",
    "kezek.platform.transitions",
    "kezek.platform.file_limits",
)
_BOUNDS = {
    "string": frozenset({"maxLength", "enum", "const", "format", "pattern"}),
    "integer": frozenset({"maximum", "exclusiveMaximum", "enum", "const"}),
    "number": frozenset({"maximum", "exclusiveMaximum"}),
    "array": frozenset({"maxItems"}),
}
_MACHINE = re.compile(r"(?<![\w.~])/(?:work|root|home|Users)/[\w.-]+")
_STAR = re.compile(r"\b(?:select|returning)\s+(?:distinct\s+)?(?:\w+\.)?\*|,\s*\w+\.\*", re.IGNORECASE)
_LOCKED = re.compile(r"(?<![\w/])(?:[a-z+]+://|/|\.\.?/)\S+", re.MULTILINE)


@dataclass(frozen=True)
class ImportRule:
    """Modules matching `files` (below the top) import nothing that `forbids` says so of."""

    name: str
    files: str
    forbids: Callable[[Path, str], bool]


def _impure(path: Path, module: str) -> bool:
    own = ".".join(path.with_suffix("").parts[3:6])
    return module.split(".", maxsplit=1)[0] not in sys.stdlib_module_names and not module.startswith((*PURE, own))


def _beyond_the_domains(_: Path, module: str) -> bool:
    pure = (*PURE, "kezek.simulate", "kezek.queue.domain", "kezek.referrals.domain")
    return module.startswith(("kezek.", "kezek_")) and not module.startswith(pure)


def _impure_for_the_domain(path: Path, module: str) -> bool:
    return ".".join(path.with_suffix("").parts[3:]) in PURE and _impure(path, module)


def _outside(layers: tuple[str, ...], *tops: str) -> Callable[[Path, str], bool]:
    def forbids(path: Path, module: str) -> bool:
        inside = path.parts[5] in layers or path.name.startswith(tuple(each for each in layers if each.endswith("_")))
        return not inside and module.split(".", maxsplit=1)[0] in tops

    return forbids


IMPORT_RULES = (
    ImportRule("the domain is pure", "services/*/src/kezek/*/domain/**/*.py", _impure),
    ImportRule("what the domain may import is pure", "libs/*/src/kezek/*/*.py", _impure_for_the_domain),
    ImportRule("the simulator composes pure domains", "tools/simulate/src/**/*.py", _beyond_the_domains),
    ImportRule(
        "SQL is spoken in adapters only",
        "services/*/src/kezek/*/**/*.py",
        _outside(("adapters",), "sqlalchemy", "alembic", "asyncpg", "psycopg"),
    ),
    ImportRule(
        "HTTP and Kafka are spoken in entrypoints only",
        "services/*/src/kezek/*/**/*.py",
        _outside(("entrypoints", "main_"), "fastapi", "starlette", "faststream", "aiokafka", "uvicorn"),
    ),
    ImportRule(
        "the journeys speak public HTTP only",
        "tests/e2e/**/*.py",
        lambda _, module: module.split(".")[0] in {"kezek", "kezek_sandbox", *DRIVERS},
    ),
    ImportRule(
        "the platform's machinery does not need its fixtures",
        "libs/platform/src/kezek/platform/**/*.py",
        lambda path, module: "testing" not in path.parts and module.startswith("kezek.platform.testing"),
    ),
)


def forbidden_imports(root: Path, rule: ImportRule) -> list[str]:
    """Imports that break a rule."""
    return [
        f"{path.relative_to(root)} imports {module}"
        for path in sorted(root.glob(rule.files))
        for module in imports_of(path)
        if rule.forbids(path.relative_to(root), module)
    ]


def imports_of(path: Path) -> Iterator[str]:
    """The modules a file imports, also inside of functions."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def star_queries(root: Path) -> list[str]:
    """Queries for whatever columns there are: prepared on a connection, they fail once a migration adds one."""
    return [
        f"{path.relative_to(root)}: {node.value}"
        for pattern in SOURCES[:2]
        for path in sorted(root.glob(f"{pattern}/**/*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _STAR.search(node.value)
    ]


def stray_packages(root: Path) -> list[str]:
    """`kezek` is a namespace: an `__init__.py` at its top would hide all other distributions."""
    found = [each for pattern in SOURCES for each in root.glob(f"{pattern}/kezek/__init__.py")]
    return [str(each.relative_to(root)) for each in found]


def broken_contracts(root: Path) -> str:
    """What import-linter says of the sources below a folder; empty when all contracts are kept."""
    paths = [str(source) for pattern in SOURCES for source in sorted(root.glob(pattern))]
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--config", root / "pyproject.toml"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
        cwd=root,
    )
    return "" if run.returncode == 0 else run.stdout + run.stderr


def recompiled_differently(seed: Path, out: Path) -> list[str]:
    """Locks that compile to something else than they are; the compiler keeps the versions it finds in `out`."""
    subprocess.run([ROOT / "tools/lock.sh", out], check=True, capture_output=True, timeout=120)
    return [lock.name for lock in sorted(seed.glob("*.lock")) if lock.read_bytes() != (out / lock.name).read_bytes()]


def hosts_in_locks(locks: Path) -> list[str]:
    """Addresses and paths in locks: these install from wherever the machine installs from."""
    return [
        f"{lock.name}: {found}" for lock in sorted(locks.glob("*.lock")) for found in _LOCKED.findall(lock.read_text())
    ]


def machine_traces(root: Path, files: list[str]) -> list[str]:
    """Files that name a path or a host of the machine they were written on."""
    hosts = machine_hosts()
    found: list[str] = []
    for name in files:
        text = (root / name).read_text(errors="ignore")
        found.extend(f"{name}: {path}" for path in _MACHINE.findall(text))
        found.extend(f"{name}: a host of this machine" for host in hosts if host in text)
    return found


def machine_hosts() -> set[str]:
    """This machine's name and the hosts it installs from, as far as they are told by the environment."""
    told = [value for name, value in os.environ.items() if re.search("INDEX|PROXY|REGISTRY|MIRROR", name.upper())]
    hosts = {urlsplit(value).hostname or "" for value in told if "://" in value} | {socket.gethostname()}
    known = {"", "localhost", "127.0.0.1", "pypi.org", "proxy.golang.org", "registry.npmjs.org"}
    return {host for host in hosts if "." in host or len(host) > len("localhost")} - known


def settings_of(build: Any, **values: Any) -> Any:
    """Settings of the kind a service's builder asks for; what has no default gets a place where nothing is."""
    kind = typing.get_type_hints(build)["settings"]
    needed = {name: "http://127.0.0.1:1" for name, field in kind.model_fields.items() if field.is_required()}
    return kind(**{**needed, "database_url": "postgresql+asyncpg://x:x@127.0.0.1:1/x", **values})


def build(service: str, module: str, what: str, **values: Any) -> Any:
    """A service's API or worker as its composition root builds it; nothing is opened."""
    builder = getattr(import_module(f"kezek.{service}.{module}"), what)
    return builder(settings_of(builder, **values))


def unguarded_routes(app: FastAPI) -> list[str]:
    """Routes that do not declare exactly one permission."""
    return [route.path for route in routes_of(app) if len(permissions_of(route.dependant)) != 1]


def loose_schemas(document: dict[str, Any]) -> list[str]:
    """Requests that take unknown fields, and parameters, strings, lists and numbers in requests without a bound."""
    found: list[str] = []
    for path, item in document["paths"].items():
        for method, operation in item.items():
            where = f"{method.upper()} {path}"
            for parameter in operation.get("parameters", ()):
                found.extend(_loose(document, parameter["schema"], f"{where}: {parameter['name']}", set()))
            for media in operation.get("requestBody", {}).get("content", {}).values():
                found.extend(_loose(document, media["schema"], f"{where}: body", set()))
    return found


def _loose(document: dict[str, Any], schema: dict[str, Any], what: str, seen: set[str]) -> Iterator[str]:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        if name not in seen:
            inner = document["components"]["schemas"][name]
            yield from _loose(document, inner, f"{what.split(':', maxsplit=1)[0]}: {name}", seen | {name})
        return
    for choice in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        yield from _loose(document, choice, what, seen)
    kind = schema.get("type")
    if kind == "object":
        if schema.get("additionalProperties") is not False:
            yield f"{what} takes further fields"
        for name, inner in schema.get("properties", {}).items():
            yield from _loose(document, inner, f"{what}.{name}", seen)
    elif kind in _BOUNDS and not schema.keys() & _BOUNDS[kind]:
        yield f"{what} has no bound"
    if kind == "array":
        yield from _loose(document, schema["items"], what, seen)


def unmatched_topics(subscribed: dict[str, tuple[str, ...]], topics: tuple[Topic, ...] = TOPICS) -> list[str]:
    """Topics whose declared consumers are not those that subscribe, either way."""
    found: list[str] = []
    for topic in topics:
        readers = {service for service, names in subscribed.items() if topic.name in names}
        found.extend(f"{service} does not consume {topic.name}" for service in sorted(set(topic.consumed_by) - readers))
        found.extend(
            f"{service} is not declared for {topic.name}" for service in sorted(readers - set(topic.consumed_by))
        )
    declared = {topic.name for topic in topics}
    unknown = {name for names in subscribed.values() for name in names} - declared
    return [*found, *(f"{name} is no topic" for name in sorted(unknown))]
