"""A family's contract, the templates it is made by, and the one file with both signatures (domain §8.contract)."""

import asyncio
import base64
import hashlib
import io
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pypdfium2
import pytest

from kezek.contracts.documents import DocumentMade
from kezek.contracts.ids import new_id
from kezek.contracts.referrals import ContractSigned
from kezek.contracts.vocabulary import DocumentKind
from kezek.platform.actors import Grant, Role
from kezek.platform.acts import ActModel, Draft
from kezek.platform.contract_receipts import ContractReader
from kezek.platform.signed_contracts import attached_contract
from kezek.platform.testing import an_actor, an_iin, officer_of, published, worker_of

pytestmark = pytest.mark.servers
BIN = "990940000006"
ADMINISTRATOR = an_actor(Grant(Role.ADMINISTRATOR))
KK = "## Мәні\n1. {child_name}, {applicant_name} және {kindergarten_name}: № {contract_number}."
RU = "## Предмет\n1. {child_name}, {applicant_name} и {kindergarten_name}: № {contract_number}."
PROPOSAL = {"district": "1110", "ownership": "state", "kk": KK, "ru": RU}
SPACES = {"asic": "http://uri.etsi.org/02918/v1.2.1#", "ds": "http://www.w3.org/2000/09/xmldsig#"}


class Said(ActModel):
    number: str


async def known(office: Any, family: Any) -> None:
    await office.hears(family.kindergarten(), family.card(), family.issued())


async def asks(office: Any, family: Any, actor: Any = None) -> Any:
    return await office.api.by(actor or family.applicant).post(f"/referrals/{family.referral_id}/contract")


async def words(office: Any, family: Any, contract: dict[str, Any]) -> str:
    made = await office.pdf(family, {"id": contract["document_id"]})
    assert hashlib.sha256(made).hexdigest() == contract["sha256"]
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(made)]
    return " ".join(" ".join(pages).split())


async def publishes(office: Any, **changes: Any) -> Any:
    return await office.api.perform(ADMINISTRATOR, "/contract-templates/acts", {**PROPOSAL, **changes})


async def test_a_family_has_its_contract_filled_in_once_and_the_receipt_vouches_for_just_this_paper(
    office: Any, family: Any
) -> None:
    await known(office, family)
    await office.hears(family.kindergarten().model_copy(update={"bin": BIN}), version=2)
    answers = await asyncio.gather(*(asks(office, family) for _ in range(4)))
    assert {each.status_code for each in answers} == {200}
    (contract,) = {each.json()["document_id"]: each.json() for each in answers}.values()
    year = datetime.fromisoformat(contract["made_at"]).year
    assert (contract["number"], contract["template_version"]) == (f"1110-{year}-000001", 0)
    receipt = ContractReader(office.receipt_keys).read(contract["receipt"], referral_id=family.referral_id)
    assert (receipt.number, receipt.sha256, receipt.version) == (contract["number"], contract["sha256"], 0)
    said = await words(office, family, contract)
    for each in (
        "Әғқңөұүһіова Ғалия Һәкімқызы",
        "Үлгіева Әсем",
        family.applicant.iin,
        "1000000101",
        "10.UO.2026.00001.1",
        BIN,
    ):
        assert said.count(each) >= 2, each
    assert "{" not in said
    (listed,) = [each for each in await office.papers(family) if each["kind"] == "contract"]
    assert listed["name"]["ru"] == f"Договор № {contract['number']}"
    told = [each.event for each in await published(office.database) if isinstance(each.event, DocumentMade)]
    assert [each.kind for each in told].count(DocumentKind.CONTRACT) == 1


async def test_nobody_else_has_a_contract_made_and_none_is_begun_for_a_referral_that_is_void(
    office: Any, family: Any
) -> None:
    await known(office, family)
    for stranger in (an_actor(), worker_of(family.kindergarten_id)):
        answer = await asks(office, family, stranger)
        assert (answer.status_code, answer.json()["code"]) == (404, "referral_not_found")
    await office.hears(family.expired(), version=4)
    answer = await asks(office, family)
    assert (answer.status_code, answer.json()["code"]) == (409, "referral_not_valid")


async def test_a_published_template_makes_the_next_contracts_and_changes_none_that_is_made(
    office: Any, family: Any, another_family: Any
) -> None:
    await known(office, family)
    before = (await asks(office, family)).json()
    assert "БИН не указан" in await words(office, family, before)
    answer = await publishes(office)
    assert (answer.status_code, answer.json()["result"]) == (200, {"version": 1})
    assert (await asks(office, family)).json()["sha256"] == before["sha256"]
    await known(office, another_family)
    made = (await asks(office, another_family)).json()
    assert made["template_version"] == 1
    said = await words(office, another_family, made)
    assert f"1.1. Әғқңөұүһіова Ғалия Һәкімқызы, Үлгіева Әсем және «Қарлығаш» балабақшасы: № {made['number']}." in said
    asked = office.api.by(ADMINISTRATOR)
    (newest,) = (await asked.get("/contract-templates")).json()["items"]
    assert (newest["district"], newest["ownership"], newest["version"]) == ("1110", "state", 1)
    shown = (await asked.get("/contract-templates/1110/state")).json()
    assert (shown["kk"], [each["version"] for each in shown["versions"]]) == (KK, [1, 0])
    assert shown["template"]["signed_by_name"] == "СЫНАҚОВА ҮЛГІ"
    first = (await asked.get("/contract-templates/1110/state", params={"version": 0})).json()
    assert "{child_name}" in first["kk"]
    missing = await asked.get("/contract-templates/1110/state", params={"version": 9})
    assert missing.json()["code"] == "contract_template_not_found"


async def test_what_no_contract_can_be_made_of_is_refused_before_anything_is_signed(office: Any, family: Any) -> None:
    await known(office, family)
    client = office.api.by(ADMINISTRATOR)
    for changes, code in (
        ({"kk": f"{KK} {{child_nme}}"}, "contract_field_unknown"),
        ({"ru": f"{RU} {{"}, "contract_text_malformed"),
        ({"ru": "1. Договор."}, "contract_field_missing"),
    ):
        answer = await client.post("/contract-templates/acts", json={**PROPOSAL, **changes})
        assert (answer.status_code, answer.json()["code"]) == (409, code)
        text = {name: {**PROPOSAL, **changes}[name] for name in ("kk", "ru")}
        assert (await client.post("/contract-templates/preview", json=text)).json()["code"] == code
    unknown = await client.post("/contract-templates/acts", json={**PROPOSAL, "district": "9999"})
    assert unknown.json()["code"] == "district_unknown"
    assert (await publishes(office)).status_code == 200
    assert (await client.post("/contract-templates/acts", json=PROPOSAL)).json()["code"] == "nothing_changed"
    for nobody in (family.applicant, officer_of("1110"), worker_of(family.kindergarten_id)):
        assert (await office.api.by(nobody).post("/contract-templates/acts", json=PROPOSAL)).status_code == 403


async def test_of_two_who_publish_at_once_one_is_told_that_the_other_was_first(office: Any, family: Any) -> None:
    await known(office, family)
    client = office.api.by(ADMINISTRATOR)
    drafts = [
        (await client.post("/contract-templates/acts", json={**PROPOSAL, "kk": f"{KK} {n}"})).json() for n in range(2)
    ]
    answers = [await office.api.sign(ADMINISTRATOR, each) for each in drafts]
    assert [each.status_code for each in answers] == [200, 409]
    assert answers[1].json()["code"] == "act_outdated"


async def test_a_preview_is_a_paper_of_a_made_up_family(office: Any) -> None:
    answer = await office.api.by(ADMINISTRATOR).post("/contract-templates/preview", json={"kk": KK, "ru": RU})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    kazakh, russian = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(answer.content))
    assert "Үлгіева Айсұлу" in kazakh
    assert "Ульгиева Айсулу" in russian


def an_act_over(office: Any, family: Any, contract: dict[str, Any], iin: str, *said: str) -> ContractSigned:
    """What referrals tells when the contract is signed with an act."""
    act_id, at = new_id(), datetime.now(UTC)
    draft = Draft("subject", Said(number=contract["number"]), said, (attached_contract(contract["sha256"]),))
    manifest = draft.statement(act_id, "referrals.submit-papers", at)
    return ContractSigned(
        act_id=act_id,
        application_id=family.application_id,
        referral_id=family.referral_id,
        sha256=contract["sha256"],
        signed_at=at,
        manifest=base64.b64encode(manifest).decode(),
        signature=base64.b64encode(office.signing.sign_der(iin, manifest)).decode(),
    )


async def test_one_file_holds_the_contract_and_both_signatures_and_openssl_verifies_it(
    office: Any, family: Any, tmp_path: Path
) -> None:
    await known(office, family)
    contract = (await asks(office, family)).json()
    path = f"/documents/{contract['document_id']}/signed"
    unsigned = await office.api.by(family.applicant).get(path)
    assert (unsigned.status_code, unsigned.json()["code"]) == (409, "contract_not_signed")
    parent = an_act_over(office, family, contract, family.applicant.iin, "Келісімшартқа қол қоямын <&>.")
    kindergarten = an_act_over(office, family, contract, an_iin(), "Баланы қабылдаймын.")
    of_another_text = kindergarten.model_copy(update={"act_id": new_id(), "sha256": "0" * 64})
    await office.hears(parent, parent, kindergarten, of_another_text)
    worker = worker_of(family.kindergarten_id)
    answers = [await office.api.by(each).get(path) for each in (family.applicant, worker)]
    assert {each.headers["content-type"] for each in answers} == {"application/vnd.etsi.asic-e+zip"}
    assert answers[0].content == answers[1].content
    assert (await office.api.by(an_actor()).get(path)).status_code == 404
    (listed,) = [each for each in await office.papers(family) if each["kind"] == "contract"]
    assert listed["signatures"] == 2
    with zipfile.ZipFile(io.BytesIO(answers[0].content)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, archive.read(first)) == (
            "mimetype",
            zipfile.ZIP_STORED,
            b"application/vnd.etsi.asic-e+zip",
        )
        assert answers[0].content[30:38] == b"mimetype"
        archive.extractall(tmp_path)
    assert hashlib.sha256((tmp_path / "contract.pdf").read_bytes()).hexdigest() == contract["sha256"]
    manifests = sorted(tmp_path.glob("META-INF/ASiCManifest*.xml"))
    assert len(manifests) == 2
    for manifest in manifests:
        verify(manifest, tmp_path, office.signing.trust_list)


def verify(manifest: Path, folder: Path, roots: Path) -> None:
    """As anybody's tool does: the signature over the manifest, then each digest in it."""
    root = ET.fromstring(manifest.read_bytes())  # noqa: S314 - our own
    signature = folder / root.find("asic:SigReference", SPACES).get("URI", "")  # type: ignore[union-attr]
    options = ["-inform", "DER", "-binary", "-purpose", "any", "-CAfile", str(roots), "-out", "/dev/null"]
    command = ["openssl", "cms", "-verify", "-in", str(signature), "-content", str(manifest), *options]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr
    named = root.findall("asic:DataObjectReference", SPACES)
    assert len(named) == 2
    for each in named:
        digest = base64.b64decode(each.findtext("ds:DigestValue", "", SPACES))
        assert hashlib.sha256((folder / each.get("URI", "")).read_bytes()).digest() == digest


async def test_a_signer_who_is_erased_stands_in_no_file_any_more(office: Any, family: Any) -> None:
    await known(office, family)
    contract = (await asks(office, family)).json()
    signed = an_act_over(office, family, contract, family.applicant.iin, "Қол қоямын.")
    await office.hears(signed)
    path = f"/documents/{contract['document_id']}/signed"
    assert (await office.api.by(family.applicant).get(path)).status_code == 200
    await office.forgets(ContractSigned, signed.key())
    assert (await office.api.by(family.applicant).get(path)).status_code == 409
