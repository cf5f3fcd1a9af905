"""The QR code is read whatever the check code in it is: its pattern is chosen once for all."""

import random
from string import ascii_lowercase, ascii_uppercase, digits

import zxingcpp
from PIL import Image, ImageFilter

from kezek.documents.adapters.papers import qr_code

_SCALE, _BORDER = 4, 2


def photographed(url: str, turned: float) -> Image.Image:
    """The code as a phone sees it: turned a little and out of focus."""
    rows = [bytes(0 if dark else 255 for dark in row) for row in qr_code(url).matrix_iter(_SCALE, _BORDER)]
    drawn = Image.frombytes("L", (len(rows[0]), len(rows)), b"".join(rows))
    return drawn.rotate(turned, Image.Resampling.BICUBIC, expand=True, fillcolor=255).filter(
        ImageFilter.GaussianBlur(1.5)
    )


def test_every_check_code_is_read() -> None:
    chosen = random.Random(9)
    for _ in range(100):
        code = "".join(chosen.choices(ascii_uppercase + ascii_lowercase + digits, k=chosen.randint(12, 32)))
        url = f"https://kezek.example/check/{code}"
        (found,) = zxingcpp.read_barcodes(photographed(url, chosen.uniform(-8, 8)))
        assert found.text == url
