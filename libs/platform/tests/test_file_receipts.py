import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from joserfc import jwt
from joserfc.jwk import OKPKey

from kezek.contracts.files import FilePurpose, FileReceipt, MediaType
from kezek.contracts.ids import new_id
from kezek.platform import file_links
from kezek.platform.actors import Grant, Role
from kezek.platform.errors import Conflict, Invalid, NotFound
from kezek.platform.file_keys import verifying_keys
from kezek.platform.file_limits import MEGABYTE
from kezek.platform.file_links import FileLink, LinkReader, LinkSigner
from kezek.platform.file_receipts import LONGEST, ReceiptReader, ReceiptSigner
from kezek.platform.testing.files import FileOffice
from kezek_local.folders import make_file_keys

OWNER, STRANGER = new_id(), new_id()
PURPOSE = FilePurpose.BENEFIT_PROOF


@pytest.fixture
def reader(file_office: FileOffice) -> ReceiptReader:
    return ReceiptReader(file_office.settings("applications")["file_receipt_keys"])


def a_receipt(office: FileOffice, **changes: Any) -> FileReceipt:
    return office.receipt(OWNER, PURPOSE, **changes)


def refused(reader: ReceiptReader, token: str, owner: UUID = OWNER, purpose: FilePurpose = PURPOSE) -> str:
    with pytest.raises(Invalid) as found:
        reader.read(token, owner=owner, purpose=purpose)
    return found.value.code


def test_a_receipt_says_what_documents_signed(file_office: FileOffice, reader: ReceiptReader) -> None:
    receipt = a_receipt(file_office, name="Ә" * 255, media_type=MediaType.JPEG)
    token = file_office.sign(receipt)
    assert reader.read(token, owner=OWNER, purpose=PURPOSE) == receipt
    assert len(token) < LONGEST


def test_another_persons_or_another_purposes_file_is_refused(file_office: FileOffice, reader: ReceiptReader) -> None:
    token = file_office.sign(a_receipt(file_office))
    assert refused(reader, token, owner=STRANGER) == "file_not_yours"
    assert refused(reader, token, purpose=FilePurpose.REGISTRATION) == "file_of_another_purpose"


def test_a_receipt_is_over_at_its_instant(file_office: FileOffice, reader: ReceiptReader) -> None:
    token = file_office.sign(a_receipt(file_office, expires_at=datetime.now(UTC)))
    assert refused(reader, token) == "file_receipt_expired"


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "ә.ә.ә", "e30.e30."])
def test_what_is_no_receipt_is_refused(reader: ReceiptReader, token: str) -> None:
    assert refused(reader, token) == "file_receipt_invalid"


def test_another_key_another_kind_and_no_signature_are_refused(
    file_office: FileOffice, reader: ReceiptReader, tmp_path: Path
) -> None:
    receipt = a_receipt(file_office)
    make_file_keys(tmp_path)
    assert refused(reader, ReceiptSigner(tmp_path / "private/documents.pem").sign(receipt)) == "file_receipt_invalid"
    link = a_link(file_office, receipt.file_id)
    assert refused(reader, token_of(link)) == "file_receipt_invalid"
    head, body, _ = file_office.sign(receipt).split(".")
    assert refused(reader, f"{head}.{body}.") == "file_receipt_invalid"
    assert refused(ReceiptReader(None), file_office.sign(receipt)) == "file_receipt_invalid"


def test_a_new_key_is_known_before_it_signs(file_office: FileOffice, tmp_path: Path) -> None:
    make_file_keys(tmp_path)
    both = tmp_path / "both.pem"
    old = file_office.settings("applications")["file_receipt_keys"].read_bytes()
    both.write_bytes(old + (tmp_path / "documents.pem").read_bytes())
    reader, receipt = ReceiptReader(both), a_receipt(file_office)
    for signer in (file_office, ReceiptSigner(tmp_path / "private/documents.pem")):
        assert reader.read(signer.sign(receipt), owner=OWNER, purpose=PURPOSE) == receipt


def test_files_together_keep_to_the_policy(file_office: FileOffice, reader: ReceiptReader) -> None:
    tokens = [file_office.sign(a_receipt(file_office, size=3 * MEGABYTE)) for _ in range(4)]
    limits: dict[str, Any] = {"owner": OWNER, "purpose": PURPOSE, "files": 3, "megabytes": 10}
    assert len(reader.read_all(tokens[:3], **limits)) == 3
    with pytest.raises(Conflict, match="too_many_files"):
        reader.read_all(tokens, **limits)
    exactly = [file_office.sign(a_receipt(file_office, size=size)) for size in (4 * MEGABYTE, 1)]
    assert len(reader.read_all([tokens[0], tokens[1], exactly[0]], **limits)) == 3
    with pytest.raises(Conflict, match="files_too_large"):
        reader.read_all([*tokens[:2], *exactly], **{**limits, "files": 4})
    with pytest.raises(Invalid, match="file_given_twice"):
        reader.read_all([tokens[0], tokens[0]], **limits)


def test_a_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "none.pem").write_bytes(b"")
    with pytest.raises(ValueError, match="no public key"):
        verifying_keys(tmp_path / "none.pem")
    (tmp_path / "ours.pem").write_bytes(OKPKey.generate_key("X25519").as_pem(private=False))
    with pytest.raises(ValueError, match="no Ed25519 key"):
        verifying_keys(tmp_path / "ours.pem")


def a_link(office: FileOffice, file_id: UUID, capacity: Grant | None = None) -> str:
    link = FileLink(file_id, OWNER, STRANGER, about=new_id(), capacity=capacity, download=True)
    return LinkSigner("applications", office.settings("applications")["file_link_key"]).sign(link)


def token_of(address: str) -> str:
    return address.partition("?link=")[2]


@pytest.fixture
def links(file_office: FileOffice) -> LinkReader:
    return LinkReader(file_office.settings("documents")["file_link_keys"])


@pytest.mark.parametrize("capacity", [None, Grant(Role.OFFICER, district="1110"), Grant(Role.WORKER, new_id())])
def test_a_link_says_who_may_open_which_file(
    file_office: FileOffice, links: LinkReader, capacity: Grant | None
) -> None:
    file_id = new_id()
    address = a_link(file_office, file_id, capacity)
    assert address.startswith(f"/api/documents/files/{file_id}?link=")
    assert len(token_of(address)) < file_links.LONGEST
    service, link = links.read(token_of(address), file_id=file_id, person_id=OWNER)
    assert (service, link.file_id, link.capacity, link.download) == ("applications", file_id, capacity, True)


def test_a_link_is_for_one_file_one_person_and_one_minute(
    file_office: FileOffice, links: LinkReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_id = new_id()
    token = token_of(a_link(file_office, file_id))
    for other_file, other_person in ((new_id(), OWNER), (file_id, STRANGER)):
        with pytest.raises(NotFound, match="file_link_unknown"):
            links.read(token, file_id=other_file, person_id=other_person)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 58)
    links.read(token, file_id=file_id, person_id=OWNER)
    monkeypatch.setattr(time, "time", lambda: now + 60)
    with pytest.raises(NotFound, match="file_link_expired"):
        links.read(token, file_id=file_id, person_id=OWNER)


def test_a_service_signs_in_its_own_name_only(file_office: FileOffice, links: LinkReader) -> None:
    key = file_office.settings("applications")["file_link_key"]
    link = FileLink(new_id(), OWNER, OWNER, about=new_id())
    token = token_of(LinkSigner("kindergartens", key).sign(link))
    with pytest.raises(NotFound, match="file_link_unknown"):
        links.read(token, file_id=link.file_id, person_id=OWNER)
    with pytest.raises(NotFound, match="file_link_unknown"):
        LinkReader(None).read(token, file_id=link.file_id, person_id=OWNER)


def test_a_link_that_lacks_something_opens_nothing(file_office: FileOffice, links: LinkReader) -> None:
    key = OKPKey.import_key(file_office.settings("applications")["file_link_key"].read_bytes())
    header = {"typ": file_links.TYPE, "alg": "Ed25519", "kid": key.thumbprint()}
    token = jwt.encode(header, {"iss": "applications", "aud": "documents"}, key, algorithms=["Ed25519"])
    with pytest.raises(NotFound, match="file_link_unknown"):
        links.read(token, file_id=new_id(), person_id=OWNER)


def test_nobody_signs_links_without_a_key() -> None:
    with pytest.raises(ValueError, match="KEZEK_FILE_LINK_KEY"):
        LinkSigner("applications", None)
