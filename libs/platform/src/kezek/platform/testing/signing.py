"""An authority for tests, and what made-up people sign with its certificates."""

import base64
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kezek.eds import Purpose, TrustList
from kezek.eds.testing import Certified, individual, issue, new_authority, new_key, personal, seal

_YEARS = timedelta(days=3 * 365)
_DAY = timedelta(days=1)


class Signing:
    """A root, an intermediate authority, and a key for everybody."""

    def __init__(self, folder: Path) -> None:
        self._now = datetime.now(UTC)
        root = new_authority("СЫНАҚ ТҮБІРІ", self._now)
        self._authority = new_authority("СЫНАҚ ОРТАЛЫҒЫ", self._now, root)
        self._key = new_key()
        self._people: dict[tuple[str, Purpose], Certified] = {}
        self.trust_list = folder / "trust.pem"
        self.trust_list.write_bytes(root.pem)
        self.trust = TrustList.from_pem(root.pem)

    def sign(self, iin: str, document: bytes, purpose: Purpose = Purpose.SIGN) -> str:
        """A detached CMS in base64, as NCALayer gives it."""
        return base64.b64encode(self.sign_der(iin, document, purpose)).decode()

    def sign_der(self, iin: str, document: bytes, purpose: Purpose = Purpose.SIGN) -> bytes:
        """The same as DER."""
        return seal(document, self._certified(iin, purpose), [self._authority], self._now)

    def _certified(self, iin: str, purpose: Purpose) -> Certified:
        known = self._people.get((iin, purpose))
        if known is None:
            name = individual("СЫНАҚОВА", "ҮЛГІ", "", iin)
            profile = personal(name, purpose, self._now - _DAY, self._now + _YEARS)
            known = self._people[iin, purpose] = issue(self._key, self._authority, profile)
        return known
