"""An authority for tests, and what made-up people sign with its certificates."""

import base64
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509

from kezek.eds import Purpose, TrustList
from kezek.eds.testing import (
    HEAD,
    ORGANISATION,
    Certified,
    individual,
    issue,
    new_authority,
    new_gost_key,
    new_key,
    personal,
    personal_gost,
    seal,
    sources,
)

_YEARS = timedelta(days=3 * 365)
_DAY = timedelta(days=1)


class Signing:
    """A root, an intermediate authority, and a key for everybody.

    With `where`, certificates name this address for OCSP and lists (`testing.authority`); with `deltas`, people's also
    for delta lists.
    """

    def __init__(self, folder: Path, *, where: str = "", gost: bool = False, deltas: bool = False) -> None:
        self._now = datetime.now(UTC)
        self._gost = gost
        make = new_gost_key if gost else new_key
        delta = f"{where}/issuing/delta" if deltas else ""
        self._where = sources(f"{where}/issuing/ocsp", f"{where}/issuing/crl", delta) if where else ()
        root_says = sources(f"{where}/top/ocsp", f"{where}/top/crl") if where else ()
        root = self.root = new_authority("СЫНАҚ ТҮБІРІ", self._now, key=make())
        self.authority = new_authority("СЫНАҚ ОРТАЛЫҒЫ", self._now, root, key=make(), where=root_says)
        self._key = make()
        self._people: dict[tuple[str, Purpose], Certified] = {}
        self.trust_list = folder / "trust.pem"
        self.trust_list.write_bytes(root.pem)
        self.trust = TrustList.from_pem(root.pem)

    def sign(self, iin: str, document: bytes, purpose: Purpose = Purpose.SIGN) -> str:
        """A detached CMS in base64, as NCALayer gives it."""
        return base64.b64encode(self.sign_der(iin, document, purpose)).decode()

    def sign_der(self, iin: str, document: bytes, purpose: Purpose = Purpose.SIGN) -> bytes:
        """The same as DER."""
        return seal(document, self.certified(iin, purpose), [self.authority], self._now)

    def sign_as_head(self, iin: str, document: bytes, purpose: Purpose = Purpose.SIGN) -> str:
        """The same with the person's key as an organisation's head."""
        profile = personal(self._name(iin), purpose, self._now - _DAY, self._now + _YEARS, (ORGANISATION, HEAD))
        head = issue(new_key(), self.authority, profile.extended_by(self._where))
        return base64.b64encode(seal(document, head, [self.authority], self._now)).decode()

    @staticmethod
    def _name(iin: str) -> x509.Name:
        return individual("СЫНАҚОВА", "ҮЛГІ", "", iin)

    def certified(self, iin: str, purpose: Purpose = Purpose.SIGN) -> Certified:
        """The person's key of this purpose."""
        known = self._people.get((iin, purpose))
        if known is None:
            name = self._name(iin)
            begins, ends = self._now - _DAY, self._now + _YEARS
            profile = personal_gost(name, begins, ends) if self._gost else personal(name, purpose, begins, ends)
            made = issue(self._key, self.authority, profile.extended_by(self._where))
            known = self._people[iin, purpose] = made
        return known
