"""JPEG: segments are walked to the very end, the size is read before a pixel is decoded, then all is decoded."""

import io
import struct
import warnings
from collections.abc import Iterator

from PIL import Image, UnidentifiedImageError

from kezek.documents.adapters.examination.findings import UnfitError
from kezek.documents.domain.faults import FileFault

BEGINS = b"\xff\xd8\xff"
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 16_000
_END, _SCAN = 0xD9, 0xDA
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def examine(content: bytes) -> None:
    """Find nothing wrong.

    Raises:
        UnfitError: damaged, too large, or with something behind its end.
    """
    sizes = [_size(body) for marker, body in _segments(content) if marker in _FRAMES]
    if not sizes:
        raise UnfitError(FileFault.DAMAGED)
    if any(width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE for width, height in sizes):
        raise UnfitError(FileFault.PICTURE_TOO_LARGE)
    _decode(content)


def _size(frame: bytes) -> tuple[int, int]:
    try:
        height, width = struct.unpack_from(">HH", frame, 1)
    except struct.error:
        raise UnfitError(FileFault.DAMAGED) from None
    if not height or not width:
        raise UnfitError(FileFault.DAMAGED)
    return width, height


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Each marker with its segment, to the end marker, behind which there must be nothing."""
    at = 2
    while True:
        if content[at : at + 1] != b"\xff":
            raise UnfitError(FileFault.DAMAGED)
        while content[at : at + 1] == b"\xff":
            at += 1
        marker = content[at] if at < len(content) else None
        at += 1
        if marker == _END:
            break
        if marker in _ALONE:
            continue
        if marker is None or at + 2 > len(content):
            raise UnfitError(FileFault.DAMAGED)
        length = int.from_bytes(content[at : at + 2])
        body = content[at + 2 : at + length]
        if length < 2 or len(body) != length - 2:  # noqa: PLR2004 - the length counts itself
            raise UnfitError(FileFault.DAMAGED)
        yield marker, body
        at += length
        if marker == _SCAN:
            at = _after_scan(content, at)
    if at != len(content):
        raise UnfitError(FileFault.MORE_BEHIND)


def _after_scan(content: bytes, at: int) -> int:
    """Where the entropy-coded data end: at the next marker that is neither stuffing nor a restart."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise UnfitError(FileFault.DAMAGED)
        if content[at + 1] != 0 and not 0xD0 <= content[at + 1] <= 0xD7:  # noqa: PLR2004 - restart markers
            return at
        at += 2


def _decode(content: bytes) -> None:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=["JPEG"]) as picture:
                picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnfitError(FileFault.PICTURE_TOO_LARGE) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error):
        raise UnfitError(FileFault.DAMAGED) from None
