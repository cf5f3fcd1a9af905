import asyncio
import zlib
from datetime import UTC, datetime

import pytest

from kezek.contracts.files import MediaType
from kezek.documents.adapters import examiner
from kezek.documents.adapters.examination.__main__ import verdict
from kezek.documents.adapters.examiner import ExaminationError, examine
from kezek.documents.adapters.papers import Sheet, render_referral
from kezek.documents.domain.faults import FileFault
from kezek.documents.domain.upload import expected_type
from kezek.platform.testing.papers import MEGABYTE, a_jpeg, a_jpeg_saying, a_pdf, a_pdf_bomb, a_pdf_packed, hostile

HOSTILE = {name: each for name, each in hostile().items() if each[2] != "infected"}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_its_reason(name: str) -> None:
    file_name, content, fault = HOSTILE[name]
    kind = expected_type(file_name)
    assert kind is not None
    assert verdict(kind.value, content) == fault


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (MediaType.PDF, a_pdf()),
        (MediaType.PDF, a_pdf(10 * MEGABYTE)),
        (MediaType.JPEG, a_jpeg()),
        (MediaType.JPEG, a_jpeg(8000, 6000)),
        (MediaType.JPEG, a_jpeg_saying(b"\xff\xd9 an end that is none")),
    ],
    ids=["a pdf", "a pdf of 10 MB", "a picture", "a picture of 48 million pixels", "a picture with a comment"],
)
async def test_a_plain_file_passes(kind: MediaType, content: bytes) -> None:
    assert await examine(content, kind) is None


async def test_a_bomb_is_over_within_its_bounds() -> None:
    assert await examine(a_pdf_bomb(), MediaType.PDF) is FileFault.TOO_COMPLEX


@pytest.mark.parametrize(
    "filters",
    [("/LZWDecode",), ("/LZW",), ("/ASCIIHexDecode", "/FlateDecode"), ("/FlateDecode", "/Fl")],
    ids=["lzw", "lzw in short", "deflate behind hex", "deflated twice"],
)
async def test_what_unpacks_without_being_counted_is_refused(filters: tuple[str, ...]) -> None:
    packed = zlib.compress(b"0 0 m").hex().encode() if filters[0] == "/ASCIIHexDecode" else zlib.compress(b"0 0 m")
    assert await examine(a_pdf_packed(packed, *filters), MediaType.PDF) is FileFault.TOO_COMPLEX


async def test_a_page_deflated_once_passes() -> None:
    assert await examine(a_pdf_packed(zlib.compress(b"0 0 m"), "/FlateDecode"), MediaType.PDF) is None


async def test_a_busy_machine_is_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examiner, "WITHIN_S", 0.001)
    with pytest.raises(ExaminationError):
        await examine(a_pdf(), MediaType.PDF)


async def test_an_examination_that_does_not_begin_is_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examiner, "_COMMAND", ("/bin/false",))
    with pytest.raises(ExaminationError, match="did not begin"):
        await examine(a_pdf(), MediaType.PDF)


async def test_who_examines_is_told_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEZEK_FILE_KEYS", "secret")
    given: dict[str, object] = {}

    async def note(*_: object, **how: object) -> asyncio.subprocess.Process:
        given.update(how)
        raise FileNotFoundError

    monkeypatch.setattr(asyncio, "create_subprocess_exec", note)
    with pytest.raises(FileNotFoundError):
        await examine(a_pdf(), MediaType.PDF)
    assert given["env"] == {"LANG": "C.UTF-8"}


def test_papers_of_the_system_itself_would_pass() -> None:
    paper = render_referral(Sheet([], "Жолдама", "https://x", datetime(2026, 11, 29, tzinfo=UTC)))
    assert verdict(MediaType.PDF.value, paper) == "ok application/pdf"
