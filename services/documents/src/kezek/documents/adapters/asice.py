"""A container of a signed paper (ETSI EN 319 162-1, ASiC-E with CAdES): the paper, what was signed, the signatures."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kezek.platform.act_manifests import Names, statement_in

MEDIA_TYPE = "application/vnd.etsi.asic-e+zip"


@dataclass(frozen=True)
class SignedManifest:
    """What an act signed, and the CMS over it."""

    act_id: UUID
    manifest: bytes
    signature: bytes


def container(files: Mapping[str, bytes], signed: list[SignedManifest], at: datetime) -> bytes:
    """The container's bytes; the same parts give the same bytes."""
    made, stamp = io.BytesIO(), at.timetuple()[:6]
    parts = dict(files)
    for each in signed:
        names = Names(each.act_id)
        parts |= {
            names.statement: statement_in(each.manifest),
            names.manifest: each.manifest,
            names.signature: each.signature,
        }
    with zipfile.ZipFile(made, "w") as archive:
        # first and not packed, so that what the file is can be told from its first bytes
        archive.writestr(zipfile.ZipInfo("mimetype", stamp), MEDIA_TYPE)
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, stamp), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
