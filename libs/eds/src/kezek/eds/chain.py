"""The way from a signer's certificate to a trusted root (RFC 5280 §6, as narrow as the national profile needs it)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from cryptography import x509
from cryptography.x509.oid import ExtensionOID

from kezek.eds.algorithms import is_signed_by
from kezek.eds.refusals import Refusal, SignatureRefused
from kezek.eds.trust import TrustList

MAX_INTERMEDIATES = 3
MAX_CHECKS = 6  # of signatures for one chain: authorities that certify each other make many ways
_UNDERSTOOD = {
    ExtensionOID.BASIC_CONSTRAINTS,
    ExtensionOID.KEY_USAGE,
    ExtensionOID.EXTENDED_KEY_USAGE,
    ExtensionOID.SUBJECT_ALTERNATIVE_NAME,
    ExtensionOID.CERTIFICATE_POLICIES,
}
_BY_WEIGHT = (  # what tells most about a chain that leads nowhere comes first
    Refusal.ISSUER_NOT_AUTHORITY,
    Refusal.ISSUER_MISMATCH,
    Refusal.UNTRUSTED,
    Refusal.CHAIN_INCOMPLETE,
)

Chain = tuple[x509.Certificate, ...]


def build_chain(leaf: x509.Certificate, others: Sequence[x509.Certificate], trust: TrustList) -> Chain:
    """The certificates from the leaf to a trusted root; refused with the most telling cause when there is no way."""
    known = dict.fromkeys((*others, *trust.intermediates))
    return _Search(tuple(item for item in known if item != leaf), trust).extend((leaf,))


@dataclass(slots=True)
class _Search:
    """Looks for a way to a root, and gives up when it has cost enough."""

    others: Chain
    trust: TrustList
    checks_left: int = MAX_CHECKS

    def extend(self, path: Chain) -> Chain:
        last = path[-1]
        issuer = last.issuer.public_bytes()
        roots = self.trust.named(issuer)
        for root in roots:
            if self._is_signed_by(last, root):
                return path if root == last else (*path, root)
        causes = [Refusal.ISSUER_MISMATCH] if roots else []
        if last.subject.public_bytes() == issuer:
            causes.append(Refusal.UNTRUSTED)
        for candidate in self.others:
            if candidate.subject.public_bytes() != issuer or candidate in path:
                continue
            try:
                return self._through(path, candidate)
            except SignatureRefused as refused:
                if refused.code not in _BY_WEIGHT:
                    raise
                causes.append(refused.code)
        raise SignatureRefused(min(causes or [Refusal.CHAIN_INCOMPLETE], key=_BY_WEIGHT.index))

    def _through(self, path: Chain, candidate: x509.Certificate) -> Chain:
        if not self._is_signed_by(path[-1], candidate):
            raise SignatureRefused(Refusal.ISSUER_MISMATCH)
        if not _is_authority(candidate, below=len(path) - 1):
            raise SignatureRefused(Refusal.ISSUER_NOT_AUTHORITY)
        if len(path) > MAX_INTERMEDIATES:
            raise SignatureRefused(Refusal.UNTRUSTED, "the chain is too long")
        return self.extend((*path, candidate))

    def _is_signed_by(self, certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
        if self.checks_left == 0:
            raise SignatureRefused(Refusal.TOO_MANY_CERTIFICATES, "too many ways to a root")
        self.checks_left -= 1
        return is_signed_by(certificate, issuer)


def _is_authority(certificate: x509.Certificate, *, below: int) -> bool:
    extensions = certificate.extensions
    try:
        constraints = extensions.get_extension_for_class(x509.BasicConstraints).value
        usage = extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return False
    long_enough = constraints.path_length is None or below <= constraints.path_length
    return constraints.ca and usage.key_cert_sign and long_enough


def check_certificates(chain: Chain, at: datetime) -> None:
    """Every certificate is valid at this instant, and none carries a critical rule that nobody here understands."""
    for certificate in chain:
        if at < certificate.not_valid_before_utc:
            raise SignatureRefused(Refusal.NOT_YET_VALID)
        if at > certificate.not_valid_after_utc:
            raise SignatureRefused(Refusal.EXPIRED)
        unknown = [item.oid for item in certificate.extensions if item.critical and item.oid not in _UNDERSTOOD]
        if unknown:
            raise SignatureRefused(Refusal.UNTRUSTED, f"critical extension {unknown[0].dotted_string}")
