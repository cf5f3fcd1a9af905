"""`python tools/icons.py`: the icons of the installable attendance page, set from the favicon; kept beside it.

A maskable icon is cut to whatever shape a phone likes: its ground goes to the edge, the drawing stays in the middle.
"""

from pathlib import Path

import typst

PUBLIC = Path(__file__).parents[1] / "web/apps/parent/public"
GROUND = "#0b5563"
_SOURCE = """
#set page(width: {size}pt, height: {size}pt, margin: 0pt, fill: {fill})
#place(center + horizon, image("favicon.svg", width: {share}%))
"""


def icon(size: int, *, maskable: bool) -> bytes:
    """A square PNG of so many pixels."""
    fill, share = (f'rgb("{GROUND}")', 78) if maskable else ("none", 100)
    source = _SOURCE.format(size=size, fill=fill, share=share).encode()
    made = typst.Compiler(source, root=PUBLIC).compile(format="png", ppi=72.0)
    if not isinstance(made, bytes):
        raise TypeError("Typst gave more than one picture")
    return made


def main() -> None:
    """Write them anew."""
    for name, size, maskable in (("icon-192", 192, False), ("icon-512", 512, False), ("icon-maskable", 512, True)):
        (PUBLIC / f"{name}.png").write_bytes(icon(size, maskable=maskable))


if __name__ == "__main__":
    main()
