"""Whether a receipt's signature counts: by whose key, of which kind, and whether it was still good."""

from typing import Any

from kezek.eds import Purpose, SignatureRefused
from kezek.platform.signatures import Verifier

VALID = "valid"
ANOTHER = "signer_is_another_person"


async def verdict_on(receipt: Any, verifier: Verifier, *, any_owner: bool) -> dict[str, Any]:
    """What to store with the receipt: `verdict` is `valid` or the code of what forbids it; the evidence beside it.

    Raises:
        Unavailable: no authority can say whether the key was revoked.
    """
    try:
        verified = await verifier.verify(
            receipt.cms,
            receipt.statement,
            at=receipt.received_at,
            purpose=Purpose.SIGN,
            any_owner=any_owner,
            patient=True,
        )
    except SignatureRefused as refused:
        return {"verdict": refused.code}
    signer = verified.signer
    return {
        "verdict": VALID if signer.iin == receipt.actor["iin"] else ANOTHER,
        "algorithm": signer.algorithm,
        "certificate_sha256": signer.certificate_sha256,
        "certificate_serial": str(signer.certificate_serial),
        "revocation_evidence": verified.revocation,
    }
