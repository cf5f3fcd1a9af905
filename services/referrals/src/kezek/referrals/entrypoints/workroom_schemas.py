"""What goes over HTTP of the workroom: a search, and the card of what is found (domain §7.workroom)."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kezek.contracts.iin import Iin
from kezek.contracts.numbers import ReferralNumber
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import AdmissionRefusal, ClockStop, InstructionLanguage, Language, RefusalOutcome
from kezek.platform.http.bodies import Body
from kezek.referrals.domain.refusal import Refusal
from kezek.referrals.usecases.find_referral import FoundReferral
from kezek.referrals.usecases.publishing import referral_facts


class SearchBody(Body):
    """One's own kindergarten and either the referral's number or the child's IIN."""

    kindergarten_id: UUID
    number: ReferralNumber | None = None
    iin: Iin | None = None

    @model_validator(mode="after")
    def _one_key(self) -> Self:
        if (self.number is None) == (self.iin is None):
            raise ValueError("number_or_iin")
        return self


class BenefitView(BaseModel):
    """A benefit that the family claims; not confirmed, the child was called in its turn without it."""

    model_config = ConfigDict(from_attributes=True)

    code: str
    name: Text
    confirmed: bool


class OwnRefusalView(BaseModel):
    """What one's own kindergarten refused, and what the officer decided; the family's word is the officer's to read."""

    reason: AdmissionRefusal
    words: str
    refused_at: datetime
    outcome: RefusalOutcome | None
    decision_words: str

    @classmethod
    def of(cls, refusal: Refusal) -> Self:
        """The view of a refusal."""
        refused, decided = refusal.refused, refusal.decided
        return cls(
            reason=refused.reason,
            words=refused.words,
            refused_at=refused.at,
            outcome=decided.outcome if decided else None,
            decision_words=decided.words if decided else "",
        )


class FoundView(BaseModel):
    """The card of a valid referral (domain §7, workroom); no `benefits` at all: what is claimed is not known here.

    `stopped_by` says why its term does not run, since `stopped_at`: the family came, handed its papers in, an officer
    looks at a refusal, or has overruled one, after which it `must_be_accepted`. Where `papers_first`, it may be
    accepted once they are here. `then_inactive`: if its term passes the application is inactive, or the child removed
    that was `restored` once before; else it is stop-listed.
    """

    referral_id: UUID
    number: str
    application_number: str
    child_iin: str
    child_name: str
    child_birth_date: date
    applicant_name: str
    kindergarten_id: UUID
    kindergarten_name: Text
    benefits: list[BenefitView] | None
    group_year: int
    language: InstructionLanguage
    issued_at: datetime
    expires_at: datetime
    last_day: date
    stopped_by: ClockStop | None
    stopped_at: datetime | None
    must_be_accepted: bool
    papers_first: bool
    then_inactive: bool
    restored: bool
    refusal: OwnRefusalView | None
    leaves: Text | None = Field(description="the kindergarten that the child leaves by its acceptance, if it is in one")

    @classmethod
    def of(cls, found: FoundReferral, language: Language) -> Self:
        """The view of a found referral, with names as the register writes them for this language."""
        referral, card = found.referral, found.card
        facts = referral_facts(referral)
        benefits = None if card.benefits is None else [BenefitView.model_validate(each) for each in card.benefits]
        return cls(
            referral_id=referral.id,
            number=referral.number,
            application_number=card.number,
            child_iin=card.child.iin,
            child_name=card.child.name_in(language).full,
            child_birth_date=card.child_birth_date,
            applicant_name=card.applicant.name_in(language).full,
            kindergarten_id=referral.kindergarten_id,
            kindergarten_name=found.kindergarten.name,
            benefits=benefits,
            group_year=referral.group_year,
            language=referral.language,
            issued_at=referral.issued_at,
            expires_at=referral.term.ends_at,
            last_day=referral.term.last_day,
            stopped_by=facts.stopped_by,
            stopped_at=facts.stopped_at,
            must_be_accepted=facts.must_be_accepted,
            papers_first=found.papers_first,
            then_inactive=found.then_inactive,
            restored=found.restored,
            refusal=OwnRefusalView.of(found.refusal) if found.refusal else None,
            leaves=found.leaves,
        )
