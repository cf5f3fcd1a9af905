"""Numbers and codes that people read off a paper or a letter and type or paste."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from kezek.contracts.pasted import compact

_SIGN = re.compile("^(?:№|#|no|nr|n)[.:]?", re.IGNORECASE)
_REFERRAL = re.compile("[0-9]{10}")
# Latin UO and Cyrillic УО, which look alike, and any padding (domain §3.number)
_APPLICATION = re.compile(r"([0-9]{1,2})[.,/-]?UO[.,/-]?([0-9]{4})[.,/-]0*([0-9]{1,5})[.,/-]0*([0-9]{1,2})")
# an N before digits is a passport's own
_MARK = re.compile("^(?:№|#|no?[.:])", re.IGNORECASE)
_IDENTITY = re.compile("[A-Z]{0,2}[0-9]{6,12}")
_LATIN = str.maketrans("УОY", "UOU")
# the district's code for the service, the year, the serial of both (domain §8.papers)
_ADMISSION = re.compile("([0-9]{3})[.,/]([0-9]{4})[.,/]0*([0-9]{1,9})")
_REQUEST = re.compile("[0-9]{1,12}")


def number(text: str) -> str:
    """A number without spaces and without the sign № before it."""
    return _SIGN.sub("", compact(text))


def _referral_number(text: str) -> str:
    plain = number(text)
    if not _REFERRAL.fullmatch(plain):
        raise ValueError("referral_number_invalid")
    return plain


def _application_number(text: str) -> str:
    found = _APPLICATION.fullmatch(number(text).upper().translate(_LATIN))
    if found is None:
        raise ValueError("application_number_invalid")
    district, year, serial, ordinal = (int(part) for part in found.groups())
    return f"{district:02d}.UO.{year}.{serial:05d}.{ordinal}"


def _admission_number(text: str) -> str:
    found = _ADMISSION.fullmatch(number(text))
    if found is None:
        raise ValueError("admission_number_invalid")
    return ".".join(found.groups())


def _request_number(text: str) -> str:
    plain = number(text)
    if not _REQUEST.fullmatch(plain):
        raise ValueError("request_number_invalid")
    return plain


def _identity_number(text: str) -> str:
    """Of an identity card nine digits; a residence permit or a passport has letters before them."""
    plain = _MARK.sub("", compact(text)).upper()
    if not _IDENTITY.fullmatch(plain):
        raise ValueError("identity_number_invalid")
    return plain


def _code(text: str) -> str:
    """Letters and digits of the Latin keyboard; whatever else was pasted with them is no part of a code."""
    return compact(text).encode("ascii", "ignore").decode()


ReferralNumber = Annotated[str, Field(max_length=60), AfterValidator(_referral_number)]
ApplicationNumber = Annotated[str, Field(max_length=60), AfterValidator(_application_number)]
AdmissionNumber = Annotated[str, Field(max_length=60), AfterValidator(_admission_number)]
RequestNumber = Annotated[str, Field(max_length=60), AfterValidator(_request_number)]
IdentityNumber = Annotated[str, Field(max_length=60), AfterValidator(_identity_number)]
Code = Annotated[str, AfterValidator(_code)]
