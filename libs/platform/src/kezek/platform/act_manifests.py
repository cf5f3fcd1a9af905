"""An act about files is signed as a manifest of a container (ETSI EN 319 162-1, ASiC-E with CAdES).

It names the readable statement and each file by its digest, so that one signature holds for all of them, and anybody's
tool verifies it. The statement stands in the manifest word by word, too: what is signed can be read from it alone.
"""

import base64
import hashlib
from dataclasses import dataclass
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr, unescape

_DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPACES = 'xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"'
_SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
_OPENS, _CLOSES = '<k:Statement xmlns:k="urn:kezek:statement">', "</k:Statement>"
SIGNATURE_TYPE = "application/pkcs7-signature"


@dataclass(frozen=True)
class AttachedFile:
    """A file that is signed with an act: its name in the container, its kind, its SHA-256 in hexadecimal."""

    name: str
    media_type: str
    sha256: str


@dataclass(frozen=True)
class Names:
    """How an act's own parts are called in a container that may hold several acts."""

    act_id: UUID

    @property
    def statement(self) -> str:
        """The readable statement."""
        return f"statement-{self.act_id}.json"

    @property
    def manifest(self) -> str:
        """What is signed."""
        return f"META-INF/ASiCManifest-{self.act_id}.xml"

    @property
    def signature(self) -> str:
        """The CMS over the manifest."""
        return f"META-INF/signature-{self.act_id}.p7s"


def manifest_of(act_id: UUID, statement: bytes, attached: tuple[AttachedFile, ...]) -> bytes:
    """The exact bytes to sign for an act about files; the same act gives the same bytes."""
    names = Names(act_id)
    said = AttachedFile(names.statement, "application/json", hashlib.sha256(statement).hexdigest())
    parts = [
        f"<asic:ASiCManifest {_SPACES}>",
        f"<asic:SigReference URI={quoteattr(names.signature)} MimeType={quoteattr(SIGNATURE_TYPE)}/>",
        *(_reference(each) for each in (said, *attached)),
        '<asic:ASiCManifestExtensions><asic:Extension Critical="false">',
        f"{_OPENS}{escape(statement.decode())}{_CLOSES}",
        "</asic:Extension></asic:ASiCManifestExtensions>",
        "</asic:ASiCManifest>\n",
    ]
    return (_DECLARED + "\n".join(parts)).encode()


def is_manifest(document: bytes) -> bool:
    """Whether a signed document is a manifest; otherwise it is a readable statement by itself."""
    return document.startswith(_DECLARED.encode())


def statement_in(document: bytes) -> bytes:
    """The readable statement of a signed document: the document itself where it is no manifest."""
    if not is_manifest(document):
        return document
    return unescape(document.decode().partition(_OPENS)[2].partition(_CLOSES)[0]).encode()


def _reference(file: AttachedFile) -> str:
    digest = base64.b64encode(bytes.fromhex(file.sha256)).decode()
    return (
        f"<asic:DataObjectReference URI={quoteattr(file.name)} MimeType={quoteattr(file.media_type)}>"
        f'<ds:DigestMethod Algorithm="{_SHA256}"/><ds:DigestValue>{digest}</ds:DigestValue></asic:DataObjectReference>'
    )
