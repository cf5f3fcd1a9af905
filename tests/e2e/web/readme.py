"""The three pictures of README, out of those that `make web-pictures` has taken: small, cut where a page goes on."""

from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[3]
TAKEN = ROOT / "build/web-pictures"
SHOWN = ROOT / "docs/pictures"
HEIGHTS = {
    "kk-360/parent-cabinet.notified": 960,
    "kk-360/parent-choose-id.notified": 960,
    "ru-1280/staff-vacancies": 800,
}
COLOURS = 64


def main() -> None:
    """Write each anew."""
    SHOWN.mkdir(exist_ok=True)
    for name, height in HEIGHTS.items():
        picture = Image.open(TAKEN / f"{name}.png").convert("RGB")
        cut = picture.crop((0, 0, picture.width, min(height, picture.height)))
        view, page = name.split("/")
        cut.quantize(COLOURS).save(SHOWN / f"{page.replace('.', '-')}-{view}.png", optimize=True)


if __name__ == "__main__":
    main()
