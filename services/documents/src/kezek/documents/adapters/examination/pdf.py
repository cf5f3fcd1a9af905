"""PDF: read strictly, every object looked at; what runs, starts, hides or unpacks without end is refused.

Nothing is mended: what we would mend another reader might mend otherwise. A signed PDF stays byte by byte what it was.
"""

import io
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress

import pikepdf

from kezek.documents.adapters.examination.findings import UnfitError
from kezek.documents.adapters.examination.jpeg import LONGEST_SIDE, MOST_PIXELS
from kezek.documents.domain.faults import FileFault

BEGINS = b"%PDF-"
MOST_OBJECTS = 50_000
MOST_PAGES = 100
MOST_UNPACKED = 300 * 1024 * 1024
DEEPEST = 50
_VERSION = re.compile(rb"%PDF-[12]\.[0-9]")
_END = re.compile(rb"%%EOF[\r\n \t\0]{0,16}\Z")
_RUNS = frozenset(
    {"/JavaScript", "/JS", "/Launch", "/XFA", "/RichMedia", "/ImportData", "/SubmitForm", "/GoToE", "/GoToR"}
)
_HIDES = frozenset({"/EmbeddedFile", "/EmbeddedFiles", "/Filespec", "/FileAttachment", "/Movie", "/Sound", "/3D"})
_DEFLATE = (pikepdf.Name.FlateDecode, pikepdf.Name("/Fl"))
_LZW = (pikepdf.Name.LZWDecode, pikepdf.Name("/LZW"))
_PIECE = 1024 * 1024


def examine(content: bytes) -> None:
    """Find nothing wrong.

    Raises:
        UnfitError: damaged, locked, with a program or with files inside, too complex, or with something behind its end.
    """
    if not _VERSION.match(content):
        raise UnfitError(FileFault.DAMAGED)
    if not _END.search(content[-64:]):
        raise UnfitError(FileFault.MORE_BEHIND if b"%%EOF" in content else FileFault.DAMAGED)
    try:
        with pikepdf.open(io.BytesIO(content), attempt_recovery=False, suppress_warnings=True) as document:
            _examine(document)
    except pikepdf.PasswordError:
        raise UnfitError(FileFault.LOCKED) from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError):
        raise UnfitError(FileFault.DAMAGED) from None
    except RecursionError:
        raise UnfitError(FileFault.TOO_COMPLEX) from None


def _examine(document: pikepdf.Pdf) -> None:
    if document.is_encrypted:
        raise UnfitError(FileFault.LOCKED)
    if len(document.objects) > MOST_OBJECTS or len(document.pages) > MOST_PAGES:
        raise UnfitError(FileFault.TOO_COMPLEX)
    if not len(document.pages):
        raise UnfitError(FileFault.DAMAGED)
    unpacked = 0
    for each in document.objects:
        for name in _names(each):
            if name in _RUNS:
                raise UnfitError(FileFault.HAS_PROGRAM)
            if name in _HIDES:
                raise UnfitError(FileFault.HAS_FILES_INSIDE)
        if isinstance(each, pikepdf.Stream):
            _check_picture(each)
            unpacked += _unpacked(each, MOST_UNPACKED - unpacked)


def _names(value: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    """Every key and name in an object that is written within it."""
    if depth > DEEPEST:
        raise UnfitError(FileFault.TOO_COMPLEX)
    if isinstance(value, pikepdf.Name):
        yield str(value)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key, inner in value.items():
            yield str(key)
            if not _is_elsewhere(inner):
                yield from _names(inner, depth + 1)
    elif isinstance(value, pikepdf.Array):
        for inner in value:
            if not _is_elsewhere(inner):
                yield from _names(inner, depth + 1)


def _is_elsewhere(value: object) -> bool:
    """Whether it is another numbered object, which is looked at by itself."""
    return bool(getattr(value, "is_indirect", False))


def _check_picture(stream: pikepdf.Stream) -> None:
    if stream.get("/Subtype") != pikepdf.Name.Image:
        return
    width, height = int(stream.get("/Width", 0)), int(stream.get("/Height", 0))
    if width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE:
        raise UnfitError(FileFault.PICTURE_TOO_LARGE)


def _unpacked(stream: pikepdf.Stream, most: int) -> int:
    """How many bytes a stream unpacks to, counted piece by piece.

    What grows without bound is deflate and LZW: the one is counted where it comes first, and neither is written
    otherwise by any scanner.
    """
    filters = stream.get("/Filter")
    names = [filters] if isinstance(filters, pikepdf.Name) else list(filters) if filters is not None else []
    if any(name in _LZW for name in names) or any(name in _DEFLATE for name in names[1:]):
        raise UnfitError(FileFault.TOO_COMPLEX)
    packed = stream.read_raw_bytes()
    return _count_inflated(packed, most) if names and names[0] in _DEFLATE else len(packed)


def _count_inflated(packed: bytes, most: int) -> int:
    unpacker, rest, size = zlib.decompressobj(), packed, 0
    with suppress(zlib.error):  # what cannot be unpacked shows nothing
        while rest and not unpacker.eof:
            size += len(unpacker.decompress(rest, _PIECE))
            rest = unpacker.unconsumed_tail
            if size > most:
                raise UnfitError(FileFault.TOO_COMPLEX)
    return size
