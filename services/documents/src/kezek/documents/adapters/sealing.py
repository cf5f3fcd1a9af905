"""Files at rest: each under a key of its own (AES-256-GCM), which is sealed by a key of the ring (ADR 33)."""

import base64
import binascii
import os
import re

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_MAGIC = b"KZF1"
_KEY, _NONCE, _TAG = 32, 12, 16
_SEALED_KEY = _NONCE + _KEY + _TAG
_ENTRY = re.compile(r"([a-z0-9-]{1,32}):([A-Za-z0-9+/=_-]+)")


class DamagedError(Exception):
    """What is stored is not what was put there, or its key is not in the ring."""


class KeyRing:
    """Keys that seal the keys of files: the first seals, all open.

    Written as `new:<32 bytes in base64>,old:<…>`.

    Raises:
        ValueError: when it is written otherwise, without saying what it holds.
    """

    def __init__(self, written: str) -> None:
        self._keys: dict[str, AESGCM] = {}
        for entry in written.split(","):
            found = _ENTRY.fullmatch(entry.strip())
            if found is None or found[1] in self._keys:
                raise ValueError("keys of files are written as id:base64, by commas")
            self._keys[found[1]] = AESGCM(_secret(found[2]))
        self.newest = next(iter(self._keys))

    def seal(self, name: str, content: bytes) -> bytes:
        """The content as it is stored under this name; it opens under no other."""
        own = AESGCM.generate_key(_KEY * 8)
        head = _MAGIC + bytes([len(self.newest)]) + self.newest.encode()
        nonce = os.urandom(_NONCE)
        sealed_key = nonce + self._keys[self.newest].encrypt(nonce, own, head + name.encode())
        nonce = os.urandom(_NONCE)
        return head + sealed_key + nonce + AESGCM(own).encrypt(nonce, content, name.encode())

    def open(self, name: str, sealed: bytes) -> bytes:
        """What was stored under this name.

        Raises:
            DamagedError: when it was changed, exchanged, or sealed by a key that is not in the ring.
        """
        own, at = self._own_key(name, sealed)
        try:
            return AESGCM(own).decrypt(sealed[at : at + _NONCE], sealed[at + _NONCE :], name.encode())
        except (InvalidTag, ValueError) as error:
            raise DamagedError(name) from error

    def seal_anew(self, name: str, sealed: bytes) -> bytes | None:
        """The same with its key sealed by the newest of the ring; None when it is so already.

        Raises:
            DamagedError: as of opening.
        """
        if key_id(sealed) == self.newest:
            return None
        own, at = self._own_key(name, sealed)
        head = _MAGIC + bytes([len(self.newest)]) + self.newest.encode()
        nonce = os.urandom(_NONCE)
        return head + nonce + self._keys[self.newest].encrypt(nonce, own, head + name.encode()) + sealed[at:]

    def _own_key(self, name: str, sealed: bytes) -> tuple[bytes, int]:
        """The file's own key, and where what it seals begins."""
        try:
            by = key_id(sealed)
            at = len(_MAGIC) + 1 + len(by)
            head, nonce, key = sealed[:at], sealed[at : at + _NONCE], sealed[at + _NONCE : at + _SEALED_KEY]
            return self._keys[by].decrypt(nonce, key, head + name.encode()), at + _SEALED_KEY
        except (InvalidTag, KeyError, ValueError) as error:
            raise DamagedError(name) from error


def key_id(sealed: bytes) -> str:
    """The key of the ring that seals this.

    Raises:
        ValueError: when nothing does.
    """
    if not sealed.startswith(_MAGIC) or len(sealed) <= len(_MAGIC):
        raise ValueError("not sealed")
    begins = len(_MAGIC) + 1
    return sealed[begins : begins + sealed[len(_MAGIC)]].decode()


def _secret(written: str) -> bytes:
    try:
        key = base64.b64decode(written.replace("-", "+").replace("_", "/"), validate=True)
    except binascii.Error:
        raise ValueError("a key of files is no base64") from None
    if len(key) != _KEY:
        raise ValueError("a key of files has 32 bytes")
    return key
