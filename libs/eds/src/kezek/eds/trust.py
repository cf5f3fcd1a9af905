"""The trust list: the roots of the authorities whose certificates count, and who stands below them (domain §11)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cryptography import x509


@dataclass(frozen=True, slots=True)
class TrustList:
    """Roots by their subject's encoded name; intermediates for signatures that bring only the signer's certificate.

    Being listed makes an intermediate known, not trusted: its way to a root is judged like any other's.
    """

    roots: dict[bytes, tuple[x509.Certificate, ...]]
    intermediates: tuple[x509.Certificate, ...] = ()

    @classmethod
    def from_pem(cls, pem: bytes | Path) -> Self:
        """Read authorities from PEM; a list without a root, or with anybody else's, is a fault of set-up."""
        data = pem.read_bytes() if isinstance(pem, Path) else pem
        roots: dict[bytes, tuple[x509.Certificate, ...]] = {}
        intermediates: list[x509.Certificate] = []
        for certificate in x509.load_pem_x509_certificates(data):
            name = certificate.subject.public_bytes()
            if name == certificate.issuer.public_bytes():
                roots[name] = (*roots.get(name, ()), certificate)
            elif _is_authority(certificate):
                intermediates.append(certificate)
            else:
                raise ValueError("the trust list holds a certificate that is no authority's")
        if not roots:
            raise ValueError("the trust list holds no root")
        return cls(roots, tuple(intermediates))

    def named(self, name: bytes) -> tuple[x509.Certificate, ...]:
        """The roots of this encoded name."""
        return self.roots.get(name, ())


def _is_authority(certificate: x509.Certificate) -> bool:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False
