"""Electronic digital signatures: verification of a detached CMS against a trust list (domain §2, §11)."""

from kezek.eds.envelope import MAX_CMS_BYTES, normalise_cms, signer_certificate
from kezek.eds.refusals import Refusal, SignatureRefused
from kezek.eds.subject import Owner, Purpose
from kezek.eds.trust import TrustList
from kezek.eds.verify import Examined, Signer, examine_detached, verify_detached

__all__ = [
    "MAX_CMS_BYTES",
    "Examined",
    "Owner",
    "Purpose",
    "Refusal",
    "SignatureRefused",
    "Signer",
    "TrustList",
    "examine_detached",
    "normalise_cms",
    "signer_certificate",
    "verify_detached",
]
