"""Why a signature is refused: one exception, one stable code for each cause (domain §2)."""

from enum import StrEnum


class Refusal(StrEnum):
    """The stable codes; clients translate them."""

    MALFORMED = "signature_malformed"
    TOO_LARGE = "signature_too_large"
    CONTENT_INSIDE = "signature_encapsulates_content"
    NO_SIGNER = "signature_has_no_signer"
    SEVERAL_SIGNERS = "signature_has_several_signers"
    NO_CERTIFICATE = "signature_without_certificate"
    TOO_MANY_CERTIFICATES = "signature_has_too_many_certificates"
    MISMATCH = "signature_mismatch"
    INVALID = "signature_invalid"
    ALGORITHM = "signature_algorithm_unsupported"
    EXPIRED = "certificate_expired"
    NOT_YET_VALID = "certificate_not_yet_valid"
    UNTRUSTED = "certificate_untrusted"
    ISSUER_MISMATCH = "certificate_issuer_mismatch"
    CHAIN_INCOMPLETE = "certificate_chain_incomplete"
    ISSUER_NOT_AUTHORITY = "certificate_issuer_not_authority"
    WRONG_PURPOSE = "certificate_wrong_purpose"
    OF_ORGANISATION = "certificate_of_organisation"
    WITHOUT_IIN = "certificate_without_iin"
    REVOKED = "certificate_revoked"


class SignatureRefused(Exception):  # noqa: N818 - a refusal is an answer, not a fault of the program
    """The signature does not count; `code` is stable, `detail` is for a log and holds nothing personal."""

    def __init__(self, code: Refusal, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else str(code))
        self.code = code
        self.detail = detail
