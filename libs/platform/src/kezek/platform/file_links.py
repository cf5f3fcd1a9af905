"""Links of a minute to files: who keeps a file has checked who asks, and documents hands the bytes out (ADR 32)."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from joserfc.jwk import OKPKey

from kezek.platform.actors import Grant, Role
from kezek.platform.errors import NotFound
from kezek.platform.file_keys import TokenInvalidError, decode, encode, signing_key, verifying_keys

TYPE = "kezek-file-link+jwt"
LIFETIME_S = 60
LONGEST = 2000
"""Characters of a link's token at most."""
_LEEWAY_S = 5


@dataclass(frozen=True)
class FileLink:
    """Leave for one person to open one file, soon.

    `capacity` is the part in which somebody on staff asks (None: the file is one's own, or one's child's), `about` and
    `subject_id` what and whose the file is: both stand in the reading log, which documents writes when it is opened.
    """

    file_id: UUID
    person_id: UUID
    subject_id: UUID
    about: UUID
    capacity: Grant | None = None
    download: bool = False


class LinkSigner:
    """The side of the service that keeps files.

    Raises:
        ValueError: without a key, or with one of another kind.
    """

    def __init__(self, service: str, key: Path | None) -> None:
        if key is None:
            raise ValueError("KEZEK_FILE_LINK_KEY is not set")
        self._service = service
        self._key: OKPKey = signing_key(key)

    def sign(self, link: FileLink) -> str:
        """The address at which the file is found for a minute, below the gateway; judged by real time."""
        now = int(time.time())
        claims = {**_claims(link), "iss": self._service, "aud": "documents", "iat": now, "exp": now + LIFETIME_S}
        return f"/api/documents/files/{link.file_id}?link={encode(TYPE, claims, self._key)}"


class LinkReader:
    """Documents' side: a folder of public keys, `<service>.pem` each."""

    def __init__(self, folder: Path | None) -> None:
        self._keys = {path.stem: verifying_keys(path) for path in sorted(folder.glob("*.pem"))} if folder else {}

    def read(self, token: str, *, file_id: UUID, person_id: UUID) -> tuple[str, FileLink]:
        """The service that signed, and what it allows.

        Raises:
            NotFound: `file_link_unknown`, for whom it is not meant as for one that was made up; `file_link_expired`.
        """
        for service, keys in self._keys.items():
            try:
                claims = decode(TYPE, token, keys)
            except TokenInvalidError:
                continue
            return service, self._allowed(claims, service, file_id, person_id)
        raise NotFound("file_link_unknown")

    def _allowed(self, claims: dict[str, Any], service: str, file_id: UUID, person_id: UUID) -> FileLink:
        now = time.time()
        try:
            link, begins, ends = _link(claims), float(claims["iat"]), float(claims["exp"])
        except (KeyError, ValueError, TypeError) as error:
            raise NotFound("file_link_unknown") from error
        meant = (service, "documents", file_id, person_id)
        if (claims.get("iss"), claims.get("aud"), link.file_id, link.person_id) != meant or begins > now + _LEEWAY_S:
            raise NotFound("file_link_unknown")
        if ends <= now:
            raise NotFound("file_link_expired")
        return link


def _claims(link: FileLink) -> dict[str, Any]:
    capacity = link.capacity
    return {
        "file": str(link.file_id),
        "sub": str(link.person_id),
        "whose": str(link.subject_id),
        "about": str(link.about),
        "download": link.download,
        "role": capacity.role.value if capacity else None,
        "kindergarten": str(capacity.kindergarten_id) if capacity and capacity.kindergarten_id else None,
        "district": capacity.district if capacity else None,
    }


def _link(claims: dict[str, Any]) -> FileLink:
    kindergarten, role = claims["kindergarten"], claims["role"]
    capacity = Grant(Role(role), UUID(kindergarten) if kindergarten else None, claims["district"]) if role else None
    return FileLink(
        file_id=UUID(claims["file"]),
        person_id=UUID(claims["sub"]),
        subject_id=UUID(claims["whose"]),
        about=UUID(claims["about"]),
        capacity=capacity,
        download=bool(claims["download"]),
    )
