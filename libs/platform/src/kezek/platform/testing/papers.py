"""Papers that people hand in, good ones and hostile ones; nobody real stands on them."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Any

import pikepdf
from PIL import Image

from kezek_local.servers.clamav import EICAR

MEGABYTE = 1024 * 1024


def a_pdf(size: int | None = None) -> bytes:
    """A PDF of one empty page, of exactly so many bytes if asked."""
    plain = _saved(_one_page())
    if size is None:
        return plain
    ballast = size - len(_saved(_with_ballast(0)))
    for slack in range(64):
        made = _saved(_with_ballast(ballast - slack))
        if len(made) == size:
            return made
    raise ValueError(f"no PDF of {size} bytes")


def a_jpeg(width: int = 640, height: int = 480) -> bytes:
    """A picture."""
    made = io.BytesIO()
    Image.new("RGB", (width, height), (200, 180, 90)).save(made, "JPEG")
    return made.getvalue()


def a_jpeg_saying(comment: bytes) -> bytes:
    """A picture with a comment, which shows nothing."""
    return b"\xff\xd8\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + a_jpeg()[2:]


def a_jpeg_claiming(width: int, height: int) -> bytes:
    """A small picture whose header says that it is large."""
    picture = bytearray(a_jpeg())
    at = picture.index(b"\xff\xc0")
    picture[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(picture)


def a_zip() -> bytes:
    """An archive with a program."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("run.js", "alert(1)")
    return made.getvalue()


def a_zip_ending_as_pdf() -> bytes:
    """A PDF that is an archive as well: its comment, the last of an archive, ends as a PDF does."""
    made = io.BytesIO(a_pdf())
    made.seek(0, io.SEEK_END)
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("run.js", "alert(1)")
        archive.comment = b"\n%%EOF\n"
    return made.getvalue()


def a_pdf_that(change: Callable[[pikepdf.Pdf], None], **how: Any) -> bytes:
    """A PDF changed before it is saved."""
    document = _one_page()
    change(document)
    return _saved(document, **how)


def a_pdf_bomb(unpacked: int = 2_000 * MEGABYTE) -> bytes:
    """A PDF whose page unpacks without end."""
    packer, zeros = zlib.compressobj(9), bytes(MEGABYTE)
    packed = b"".join(packer.compress(zeros) for _ in range(unpacked // MEGABYTE)) + packer.flush()
    return a_pdf_packed(packed, "/FlateDecode")


def a_pdf_packed(packed: bytes, *filters: str) -> bytes:
    """A PDF whose page says that it is unpacked by these filters."""

    def add(document: pikepdf.Pdf) -> None:
        stream = pikepdf.Stream(document, packed)
        stream.Filter = pikepdf.Array([pikepdf.Name(name) for name in filters])
        document.pages[0].Contents = document.make_indirect(stream)

    return a_pdf_that(add, compress_streams=False)


def _script(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def _hidden_script(document: pikepdf.Pdf) -> None:
    action = document.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")))
    note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(note)])


def _launch(document: pikepdf.Pdf) -> None:
    document.Root.AA = pikepdf.Dictionary(WC=pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe")))


def _attach(document: pikepdf.Pdf) -> None:
    document.attachments["inner.exe"] = b"MZ"


def _large_picture(document: pikepdf.Pdf) -> None:
    picture = pikepdf.Stream(document, b"\0")
    picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    picture.Width, picture.Height = 60_000, 60_000
    document.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im=document.make_indirect(picture)))


def hostile() -> Mapping[str, tuple[str, bytes, str]]:
    """Files that are not taken, by what they are: the name they come with, their bytes, and the fault."""
    locked = pikepdf.Encryption(owner="owner", user="")
    return {
        "eicar in a picture": ("a.jpg", a_jpeg_saying(EICAR), "infected"),
        "eicar by itself": ("a.pdf", EICAR, "type_not_taken"),
        "script": ("a.pdf", a_pdf_that(_script), "has_program"),
        "script in an object stream": (
            "a.pdf",
            a_pdf_that(_hidden_script, object_stream_mode=pikepdf.ObjectStreamMode.generate),
            "has_program",
        ),
        "launch": ("a.pdf", a_pdf_that(_launch), "has_program"),
        "attachment": ("a.pdf", a_pdf_that(_attach), "has_files_inside"),
        "locked": ("a.pdf", a_pdf_that(lambda _: None, encryption=locked), "locked"),
        "page behind a pdf": ("a.pdf", a_pdf() + b"<html><script>alert(1)</script>", "more_behind"),
        "page before a pdf": ("a.pdf", b"<html><script>alert(1)</script>" + a_pdf(), "more_behind"),
        "zip that is a pdf": ("a.pdf", a_zip_ending_as_pdf(), "more_behind"),
        "zip behind a picture": ("a.jpg", a_jpeg() + a_zip(), "more_behind"),
        "page behind a picture": ("a.jpg", a_jpeg() + b"<script>alert(1)</script>", "more_behind"),
        "archive named pdf": ("a.pdf", a_zip(), "type_not_taken"),
        "svg named jpeg": ("a.jpeg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "type_not_taken"),
        "html named jpeg": ("a.jpg", b"<!doctype html><script>alert(1)</script>", "type_not_taken"),
        "png named jpeg": ("a.jpg", b"\x89PNG\r\n\x1a\n" + bytes(64), "type_not_taken"),
        "pdf named jpeg": ("a.jpg", a_pdf(), "not_what_its_name_says"),
        "jpeg named pdf": ("a.pdf", a_jpeg(), "not_what_its_name_says"),
        "picture of 60,000 by 60,000": ("a.jpg", a_jpeg_claiming(60_000, 60_000), "picture_too_large"),
        "picture of 60,000 by 60,000 in a pdf": ("a.pdf", a_pdf_that(_large_picture), "picture_too_large"),
        "pdf that unpacks to 2 GB": ("a.pdf", a_pdf_bomb(), "too_complex"),
        "picture cut short": ("a.jpg", a_jpeg()[:-400], "damaged"),
        "pdf cut short": ("a.pdf", a_pdf()[:-40], "damaged"),
        "pdf of nothing": ("a.pdf", b"%PDF-1.7\n%%EOF\n", "damaged"),
    }


def _one_page() -> pikepdf.Pdf:
    document = pikepdf.new()
    document.add_blank_page(page_size=(595, 842))
    return document


def _with_ballast(size: int) -> pikepdf.Pdf:
    document = _one_page()
    document.Root.Ballast = document.make_indirect(pikepdf.Stream(document, b" " * size))
    return document


def _saved(document: pikepdf.Pdf, **how: Any) -> bytes:
    made = io.BytesIO()
    document.save(made, **{"compress_streams": False, "static_id": True, **how})
    return made.getvalue()
