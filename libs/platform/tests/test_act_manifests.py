"""What is signed with files: a manifest that anybody's reader understands, and the statement within it, unchanged."""

import base64
import hashlib
import json
from datetime import UTC, datetime
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kezek.platform.act_manifests import AttachedFile, Names, statement_in
from kezek.platform.acts import ActModel, Draft

ACT = UUID(int=7)
AT = datetime(2026, 11, 30, tzinfo=UTC)
SPACES = {
    "asic": "http://uri.etsi.org/02918/v1.2.1#",
    "ds": "http://www.w3.org/2000/09/xmldsig#",
    "k": "urn:kezek:statement",
}
PAPER = AttachedFile("contract.pdf", "application/pdf", hashlib.sha256(b"paper").hexdigest())


class Said(ActModel):
    words: str = ""


def document(*sentences: str, attached: tuple[AttachedFile, ...] = (PAPER,)) -> bytes:
    return Draft("subject", Said(words="".join(sentences)), sentences, attached).statement(ACT, "probe", AT)


def read_xml(signed: bytes) -> ET.Element:
    return ET.fromstring(signed)  # noqa: S314 - our own


def test_without_files_what_is_signed_is_the_readable_statement_itself() -> None:
    signed = document("Қол қоямын.", attached=())
    assert json.loads(signed)["statement"] == ["Қол қоямын."]
    assert statement_in(signed) == signed


def test_the_manifest_names_the_statement_and_each_file_by_digest_and_where_its_signature_is() -> None:
    signed = document("Келісімшартқа қол қоямын.")
    root = read_xml(signed)
    assert root.find("asic:SigReference", SPACES).get("URI") == Names(ACT).signature  # type: ignore[union-attr]
    digests = {
        each.get("URI"): base64.b64decode(each.findtext("ds:DigestValue", "", SPACES))
        for each in root.findall("asic:DataObjectReference", SPACES)
    }
    statement = statement_in(signed)
    assert digests == {
        Names(ACT).statement: hashlib.sha256(statement).digest(),
        "contract.pdf": hashlib.sha256(b"paper").digest(),
    }
    assert json.loads(statement)["statement"] == ["Келісімшартқа қол қоямын."]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_stand_in_the_manifest_as_any_reader_of_xml_reads_them(words: str) -> None:
    signed = document(words, "</k:Statement> & <b>")
    read = read_xml(signed).find(".//k:Statement", SPACES)
    assert read is not None
    assert (read.text or "").encode() == statement_in(signed)
    assert json.loads(statement_in(signed))["statement"] == [words, "</k:Statement> & <b>"]


@pytest.mark.parametrize("other", [("Басқа сөз.",), ("Қол қоямын.", "Тағы.")])
def test_other_words_or_another_file_are_another_document(other: tuple[str, ...]) -> None:
    assert document("Қол қоямын.") == document("Қол қоямын.")
    assert document(*other) != document("Қол қоямын.")
    another = AttachedFile("contract.pdf", "application/pdf", "0" * 64)
    assert document("Қол қоямын.", attached=(another,)) != document("Қол қоямын.")
