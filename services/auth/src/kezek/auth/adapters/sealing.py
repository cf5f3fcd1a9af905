"""What Redis may see of a person: keyed digests and sealed bytes, worth nothing without the secret of the settings.

And the keys by which a person's own browser seals what it keeps.
"""

import hashlib
import hmac
import secrets
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE_BYTES = 12


class Seal:
    """Digests, seals and gives keys out, with keys of its own made of one secret."""

    def __init__(self, secret: str) -> None:
        self._digest_key = hmac.digest(secret.encode(), b"kezek.auth.digest", "sha256")
        self._draft_key = hmac.digest(secret.encode(), b"kezek.auth.drafts", "sha256")
        self._box = AESGCM(hmac.digest(secret.encode(), b"kezek.auth.seal", "sha256"))

    def digest(self, *parts: str) -> str:
        """A keyed digest of these parts; nobody can try out IINs or codes against it without the secret."""
        joined = b"".join(len(part.encode()).to_bytes(4) + part.encode() for part in parts)
        return hmac.new(self._digest_key, joined, hashlib.sha256).hexdigest()

    def close(self, content: bytes, place: str) -> bytes:
        """Seal bytes for the one place where they are kept."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        return nonce + self._box.encrypt(nonce, content, place.encode())

    def open(self, sealed: bytes, place: str) -> bytes | None:
        """The bytes, or None when they were sealed for another place or with another secret."""
        try:
            return self._box.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place.encode())
        except (InvalidTag, ValueError):
            return None

    def draft_key(self, person_id: UUID) -> bytes:
        """The 32 bytes by which a person's browsers seal their drafts: in all of their sessions the same."""
        return hmac.digest(self._draft_key, person_id.bytes, "sha256")
