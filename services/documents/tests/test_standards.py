"""Every kind of paper is PDF/A-2a and PDF/UA-1, as veraPDF judges, whatever the names on it are made of."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from services.documents.tests.test_names_on_papers import STARS, attendance, child_card, ending, paper

from kezek.contracts.vocabulary import DocumentKind
from kezek.documents.adapters.papers import shipped_contract
from kezek.documents.domain.contract_template import TemplateText
from kezek.documents.usecases.preview_template import preview_pdf

ROOT = Path(__file__).parents[3]
POM = ROOT / "tools/verapdf/pom.xml"
JARS = ROOT / ".kezek/verapdf"
NEEDED = ("java", "mvn")
pytestmark = pytest.mark.skipif(not all(map(shutil.which, NEEDED)), reason="veraPDF needs Java and Maven")


@pytest.fixture(scope="module")
def verapdf() -> list[str]:
    """The command; its parts are fetched once."""
    if not any(JARS.glob("greenfield-apps-*.jar")):
        copy = ["mvn", "-q", "-f", str(POM), "dependency:copy-dependencies", f"-DoutputDirectory={JARS}"]
        subprocess.run(copy, check=True, timeout=300)
    return ["java", "-cp", f"{JARS}/*", "org.verapdf.apps.GreenfieldCliWrapper", "--format", "text", "-v"]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One of each kind, ordinary and with letters that no font has."""
    shipped = TemplateText(shipped_contract("kk"), shipped_contract("ru"))
    odd = TemplateText(f"{shipped.kk}\n\n{STARS}", f"{shipped.ru}\n- {STARS}")
    now = datetime(2026, 11, 30, 9, tzinfo=UTC)
    made = {
        "referral": paper("Әғқңөұүһі"),
        "referral-odd": paper(STARS),
        "child-card": child_card(STARS),
        "refusal": ending(DocumentKind.REFUSAL, "Әғқңөұүһі"),
        "departure-odd": ending(DocumentKind.DEPARTURE, STARS),
        "attendance": attendance("Әғқңөұүһі"),
        "attendance-odd": attendance(STARS, "ru", children=3),
        "contract": preview_pdf(shipped, "https://kezek.example", now),
        "contract-odd": preview_pdf(odd, "https://kezek.example", now),
    }
    folder = tmp_path_factory.mktemp("papers")
    for name, content in made.items():
        (folder / f"{name}.pdf").write_bytes(content)
    return sorted(folder.glob("*.pdf"))


def test_verapdf_finds_no_fault_in_any_kind_of_paper(verapdf: list[str], papers: list[Path]) -> None:
    for standard in ("2a", "ua1"):
        command = [*verapdf, "-f", standard, *map(str, papers)]
        done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=300)
        lines = [line.split() for line in done.stdout.splitlines() if line.startswith(("PASS", "FAIL"))]
        judged = {line[1]: line[0] for line in lines}
        assert judged == {str(each): "PASS" for each in papers}, done.stdout + done.stderr
