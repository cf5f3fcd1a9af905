"""An authority of one's own: makes keys, certificates and signatures of the national profile, right and wrong ones.

For tests and for the sandbox only; no service imports it.
"""

from kezek.eds.testing.certificates import (
    HEAD,
    INDIVIDUAL,
    ORGANISATION,
    Certified,
    Profile,
    individual,
    issue,
    new_authority,
    new_key,
    personal,
    subject,
    usage,
)
from kezek.eds.testing.sealing import RIGHT, Seal, seal

__all__ = [
    "HEAD",
    "INDIVIDUAL",
    "ORGANISATION",
    "RIGHT",
    "Certified",
    "Profile",
    "Seal",
    "individual",
    "issue",
    "new_authority",
    "new_key",
    "personal",
    "seal",
    "subject",
    "usage",
]
