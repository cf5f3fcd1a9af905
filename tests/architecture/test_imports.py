"""Who may import whom; each guard is held against a planted violation too."""

from pathlib import Path

import pytest

from tests.architecture.guards import (
    IMPORT_RULES,
    PURE,
    ROOT,
    SERVICES,
    ImportRule,
    broken_contracts,
    forbidden_imports,
    stray_packages,
)

PLANTS = {
    "the domain is pure": ("services/queue/src/kezek/queue/domain/order.py", "from pydantic import BaseModel"),
    "what the domain may import is pure": (
        "libs/contracts/src/kezek/contracts/values.py",
        "from pydantic import BaseModel",
    ),
    "the simulator composes pure domains": (
        "tools/simulate/src/kezek/simulate/play.py",
        "from kezek.queue.usecases.hand_out import hand_out",
    ),
    "SQL is spoken in adapters only": (
        "services/queue/src/kezek/queue/usecases/hand_out.py",
        "import sqlalchemy as sa",
    ),
    "HTTP and Kafka are spoken in entrypoints only": (
        "services/queue/src/kezek/queue/adapters/store.py",
        "from fastapi import Request",
    ),
    "the journeys speak public HTTP only": ("tests/e2e/world.py", "    import asyncpg"),
    "the platform's machinery does not need its fixtures": (
        "libs/platform/src/kezek/platform/db.py",
        "from kezek.platform.testing.people import an_iin",
    ),
}
OUT_OF_ORDER = (
    (
        "services/queue/src/kezek/queue/usecases/planted.py",
        "import kezek.referrals.domain",
        "Services never import services",
    ),
    (
        "services/queue/src/kezek/queue/domain/planted.py",
        "import kezek.simulate.play",
        "The simulator stands on the domains",
    ),
    (
        "services/queue/src/kezek/queue/adapters/planted.py",
        "import kezek.queue.usecases.hand_out",
        "Within a service",
    ),
    (
        "libs/contracts/src/kezek/contracts/planted.py",
        "import kezek.platform.db",
        "Libraries do not know services",
    ),
    (
        "services/queue/src/kezek/queue/usecases/planted.py",
        "import kezek.platform.testing",
        "Services and their libraries do not know the stack",
    ),
    (
        "libs/platform/src/kezek/platform/planted.py",
        "import kezek_local.stack",
        "The platform does not know the stack either",
    ),
)


def plant(root: Path, file: str, line: str) -> None:
    path = root / file
    body = path.read_text() if path.exists() else ""
    block = f"\n\ndef planted() -> None:\n{line}\n" if line.startswith(" ") else f"\n{line}\n"
    path.write_text(body + block)


@pytest.mark.parametrize("rule", IMPORT_RULES, ids=lambda rule: rule.name)
def test_a_rule_of_imports_holds(rule: ImportRule) -> None:
    assert any(ROOT.glob(rule.files)), "the rule looks at nothing"
    assert forbidden_imports(ROOT, rule) == []


@pytest.mark.parametrize("rule", IMPORT_RULES, ids=lambda rule: rule.name)
def test_a_planted_import_breaks_the_rule(rule: ImportRule, copy: Path) -> None:
    file, line = PLANTS[rule.name]
    plant(copy, file, line)
    (found,) = forbidden_imports(copy, rule)
    assert found.startswith(file)


@pytest.mark.parametrize("service", SERVICES)
def test_the_rules_look_at_every_service(service: str) -> None:
    assert any(ROOT.glob(f"services/{service}/src/kezek/{service}/domain/*.py"))


@pytest.mark.parametrize("module", PURE)
def test_what_the_domain_may_import_is_there(module: str) -> None:
    assert any(ROOT.glob(f"libs/*/src/{module.replace('.', '/')}.py"))


def test_all_import_contracts_are_kept() -> None:
    assert broken_contracts(ROOT) == ""


def test_planted_imports_break_their_contracts(copy: Path) -> None:
    for file, line, _ in OUT_OF_ORDER:
        plant(copy, file, line)
    said = broken_contracts(copy)
    kept = [
        name for _, _, name in OUT_OF_ORDER if not any(name in row and "BROKEN" in row for row in said.splitlines())
    ]
    assert kept == [], said


def test_there_is_no_stray_top_package() -> None:
    assert stray_packages(ROOT) == []


def test_a_planted_top_package_is_found(copy: Path) -> None:
    (copy / "services/queue/src/kezek/__init__.py").touch()
    assert stray_packages(copy) == ["services/queue/src/kezek/__init__.py"]
