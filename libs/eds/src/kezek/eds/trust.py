"""The trust list: the roots of the authorities whose certificates count (domain §11)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cryptography import x509


@dataclass(frozen=True, slots=True)
class TrustList:
    """Roots by their subject's encoded name; intermediates come with each signature."""

    roots: dict[bytes, tuple[x509.Certificate, ...]]

    @classmethod
    def from_pem(cls, pem: bytes | Path) -> Self:
        """Read self-issued certificates from PEM; a list that is empty or holds another kind is a fault of set-up."""
        data = pem.read_bytes() if isinstance(pem, Path) else pem
        certificates = x509.load_pem_x509_certificates(data)
        roots: dict[bytes, tuple[x509.Certificate, ...]] = {}
        for certificate in certificates:
            name = certificate.subject.public_bytes()
            if name != certificate.issuer.public_bytes():
                raise ValueError("the trust list holds a certificate that is no root")
            roots[name] = (*roots.get(name, ()), certificate)
        return cls(roots)

    def named(self, name: bytes) -> tuple[x509.Certificate, ...]:
        """The roots of this encoded name."""
        return self.roots.get(name, ())
