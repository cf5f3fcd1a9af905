"""A revocation list that was read once, in a file that every process of a machine maps into its memory.

`python -m kezek.eds.index LIST ISSUER INDEX` reads a list (three files; list and certificate in DER) apart from
whoever serves: a list of 21.6 MB takes three seconds of the processor and 140 MB, which go back when it ends.
What such a file says is believed: its folder must be the owner's alone.
"""

import json
import mmap
import os
import sys
from datetime import datetime
from pathlib import Path

from cryptography import x509

from kezek.eds.crl import RevocationList, read_list
from kezek.eds.listed import RECORD_BYTES, Listed
from kezek.eds.revocation import UnusableError

_MAGIC = b"KZKLIST1"
_SIZE_BYTES = 4
_IS_UNUSABLE = 3
_NICE = 10


def make_index(der: Path, issuer: x509.Certificate, index: Path) -> None:
    """Read a list and put its index in the place of the one before; who has mapped that goes on with it.

    One at a time for the same index: who calls holds a lock.

    Raises:
        UnusableError: as `read_list`.
    """
    found = read_list(der.read_bytes(), issuer)
    head = json.dumps(
        {
            "sha256": found.sha256,
            "this_update": found.this_update.isoformat(),
            "next_update": found.next_update.isoformat(),
            "number": found.number,
            "base": found.base,
            "delta_urls": found.delta_urls,
            "count": len(found.listed),
        }
    ).encode()
    draft = index.with_suffix(".draft")
    with draft.open("wb") as file:
        file.write(_MAGIC + len(head).to_bytes(_SIZE_BYTES, "big") + head)
        file.write(bytes(found.listed))
        file.flush()
        os.fsync(file.fileno())
    draft.replace(index)


def open_index(index: Path) -> RevocationList:
    """The list of an index, mapped: only the pages that are looked at take memory, once for all processes.

    Raises:
        OSError: there is none.
        ValueError: it is none, or not all of one.
    """
    with index.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    begin = len(_MAGIC) + _SIZE_BYTES
    if data[: len(_MAGIC)] != _MAGIC:
        raise ValueError("no index of a list")
    end = begin + int.from_bytes(data[len(_MAGIC) : begin], "big")
    head = json.loads(data[begin:end])
    if len(data) != end + head["count"] * RECORD_BYTES:
        raise ValueError("not all of an index")
    this_update, next_update = (datetime.fromisoformat(head[name]) for name in ("this_update", "next_update"))
    urls = tuple(head["delta_urls"])
    return RevocationList(
        head["sha256"], this_update, next_update, head["number"], head["base"], urls, Listed(data, end)
    )


def main(der: str, issuer: str, index: str) -> int:
    """0 when the index is there; otherwise what is wrong with the list stands in the error output."""
    try:
        make_index(Path(der), x509.load_der_x509_certificate(Path(issuer).read_bytes()), Path(index))
    except UnusableError as error:
        sys.stderr.write(str(error))
        return _IS_UNUSABLE
    return 0


if __name__ == "__main__":
    os.nice(_NICE)  # the program alone, not whoever calls main
    sys.exit(main(*sys.argv[1:]))
