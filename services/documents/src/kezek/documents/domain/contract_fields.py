"""What a contract's template may leave open, to be filled in by the system: a closed list (domain §8.contract)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kezek.contracts.texts import LANGUAGE_NAMES, Text
from kezek.documents.domain.papers import Child, Garden
from kezek.documents.domain.referral import Referral
from kezek.documents.domain.texts import date_words, phone_words
from kezek.platform.workdays import local_day


class ContractField(StrEnum):
    """A place in the text, written in braces: `{child_name}`."""

    CONTRACT_NUMBER = "contract_number"
    CONTRACT_DATE = "contract_date"
    CHILD_NAME = "child_name"
    CHILD_IIN = "child_iin"
    CHILD_BIRTH_DATE = "child_birth_date"
    APPLICANT_NAME = "applicant_name"
    APPLICANT_IIN = "applicant_iin"
    APPLICANT_PHONE = "applicant_phone"
    APPLICANT_EMAIL = "applicant_email"
    KINDERGARTEN_NAME = "kindergarten_name"
    KINDERGARTEN_ADDRESS = "kindergarten_address"
    KINDERGARTEN_BIN = "kindergarten_bin"
    KINDERGARTEN_PHONE = "kindergarten_phone"
    REFERRAL_NUMBER = "referral_number"
    REFERRAL_DATE = "referral_date"
    APPLICATION_NUMBER = "application_number"
    GROUP_YEAR = "group_year"
    INSTRUCTION_LANGUAGE = "instruction_language"


NEEDED = (ContractField.CHILD_NAME, ContractField.APPLICANT_NAME, ContractField.KINDERGARTEN_NAME)
"""Without these it does not say between whom it is."""

_NO_BIN = Text("көрсетілмеген", "не указан", "not stated")
"""Of a kindergarten whose BIN nobody has entered."""


@dataclass(frozen=True)
class Parties:
    """Who makes the contract, and for whom."""

    child: Child
    child_iin: str
    applicant_name: Text
    applicant_iin: str
    applicant_phone: str
    applicant_email: str
    application_number: str
    garden: Garden


@dataclass(frozen=True)
class ContractFacts:
    """All that fills a template in."""

    number: str
    made_at: datetime
    referral: Referral
    parties: Parties


def field_values(facts: ContractFacts, language: str) -> Mapping[ContractField, str]:
    """Each field as a page in this language says it."""
    parties, referral = facts.parties, facts.referral
    field = ContractField
    return {
        field.CONTRACT_NUMBER: facts.number,
        field.CONTRACT_DATE: date_words(local_day(facts.made_at), language),
        field.CHILD_NAME: parties.child.name.in_(language),
        field.CHILD_IIN: parties.child_iin,
        field.CHILD_BIRTH_DATE: date_words(parties.child.birth_date, language),
        field.APPLICANT_NAME: parties.applicant_name.in_(language),
        field.APPLICANT_IIN: parties.applicant_iin,
        field.APPLICANT_PHONE: _unbroken(parties.applicant_phone),
        field.APPLICANT_EMAIL: parties.applicant_email,
        field.KINDERGARTEN_NAME: parties.garden.name.in_(language),
        field.KINDERGARTEN_ADDRESS: parties.garden.address.in_(language),
        field.KINDERGARTEN_BIN: parties.garden.bin or _NO_BIN.in_(language),
        field.KINDERGARTEN_PHONE: _unbroken(parties.garden.phone),
        field.REFERRAL_NUMBER: referral.number,
        field.REFERRAL_DATE: date_words(local_day(referral.issued_at), language),
        field.APPLICATION_NUMBER: parties.application_number,
        field.GROUP_YEAR: str(referral.group_year),
        field.INSTRUCTION_LANGUAGE: LANGUAGE_NAMES[referral.language].in_(language),
    }


def _unbroken(phone: str) -> str:
    """A phone number that stays on its line."""
    return phone_words(phone).replace(" ", "\u00a0")
