"""Checks of a move: applications has asked the register and says so, referrals believes its key (ADR 39)."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from joserfc.jwk import OKPKey
from pydantic import Field, TypeAdapter, ValidationError

from kezek.contracts.texts import Text
from kezek.platform.errors import Invalid
from kezek.platform.file_keys import TokenInvalidError, decode, encode, signing_key, verifying_keys
from kezek.platform.settings import Settings, file_lacks

TYPE = "kezek-move-check+jwt"
LIFETIME = timedelta(minutes=15)
LONGEST = 3000
"""Characters of a check at most, for the bodies that carry one."""


@dataclass(frozen=True, kw_only=True)
class MoveCheck:
    """This child may be queued in this district by the register, as asked by this person; until when that counts.

    `twins` are the applications of those of its twins who go along, and may be queued there, too.
    """

    application_id: UUID
    twins: tuple[UUID, ...] = ()
    person_id: UUID
    district: str
    district_name: Text
    checked_at: datetime


_CHECK = TypeAdapter(MoveCheck)


class MoveCheckSettings(Settings):
    """Of the service that believes checks."""

    move_check_keys: Path | None = Field(default=None, description="PEM of applications' public keys of checks")

    def lacking(self) -> list[str]:
        """The keys."""
        return [*super().lacking(), *file_lacks("move_check_keys", self.move_check_keys)]


class MoveCheckSigner:
    """Applications' side, by the key with which it vouches for files.

    Raises:
        ValueError: without a key.
    """

    def __init__(self, key: Path | None) -> None:
        if key is None:
            raise ValueError("KEZEK_FILE_LINK_KEY is not set")
        self._key: OKPKey = signing_key(key)

    def sign(self, check: MoveCheck) -> str:
        """The check as a token."""
        return encode(TYPE, {**_CHECK.dump_python(check, mode="json")}, self._key)


class MoveCheckReader:
    """Referrals' side. Without keys no check is valid."""

    def __init__(self, keys: Path | None) -> None:
        self._keys = verifying_keys(keys) if keys else {}

    def read(self, token: str, *, application_id: UUID, person_id: UUID) -> MoveCheck:
        """What applications has checked for this person and application.

        Raises:
            Invalid: `move_check_invalid`, also for somebody else's; `move_check_expired`, by real time.
        """
        try:
            check = _CHECK.validate_python(decode(TYPE, token, self._keys), strict=False)
        except (TokenInvalidError, ValidationError) as error:
            raise Invalid("move_check_invalid") from error
        if (check.application_id, check.person_id) != (application_id, person_id):
            raise Invalid("move_check_invalid")
        if datetime.now(UTC) - check.checked_at > LIFETIME:
            raise Invalid("move_check_expired")
        return check
