"""An authority of one's own: makes keys, certificates and signatures of the national profile, right and wrong ones.

For tests and for the sandbox only; no service imports it.
"""

from kezek.eds.testing.bombs import crossed, giant_oids, long_exponent_key, value
from kezek.eds.testing.certificates import (
    EMPLOYEE,
    HEAD,
    INDIVIDUAL,
    MAY_SIGN,
    ORGANISATION,
    Certified,
    Profile,
    individual,
    issue,
    new_authority,
    new_key,
    of_organisation,
    personal,
    personal_gost,
    sources,
    subject,
    usage,
)
from kezek.eds.testing.keys import GostKey, PrivateKey, load_gost_key, new_gost_key
from kezek.eds.testing.sealing import RIGHT, Seal, seal
from kezek.eds.testing.statements import OCSP_SIGNING, Revoked, Said, make_crl, make_ocsp, refuse_ocsp

__all__ = [
    "EMPLOYEE",
    "HEAD",
    "INDIVIDUAL",
    "MAY_SIGN",
    "OCSP_SIGNING",
    "ORGANISATION",
    "RIGHT",
    "Certified",
    "GostKey",
    "PrivateKey",
    "Profile",
    "Revoked",
    "Said",
    "Seal",
    "crossed",
    "giant_oids",
    "individual",
    "issue",
    "load_gost_key",
    "long_exponent_key",
    "make_crl",
    "make_ocsp",
    "new_authority",
    "new_gost_key",
    "new_key",
    "of_organisation",
    "personal",
    "personal_gost",
    "refuse_ocsp",
    "seal",
    "sources",
    "subject",
    "usage",
    "value",
]
