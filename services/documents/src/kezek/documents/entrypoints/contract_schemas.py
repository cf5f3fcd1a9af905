"""What the API takes and gives of contracts and their templates."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from kezek.contracts.lines import explanation
from kezek.contracts.vocabulary import Ownership
from kezek.documents.domain.contract_fields import NEEDED, ContractField
from kezek.documents.domain.contract_template import Template, TemplateText
from kezek.documents.usecases.make_contract import MadeContract
from kezek.documents.usecases.publish_template import TemplateProposal
from kezek.platform.contract_receipts import ContractReceipt, ContractSigner
from kezek.platform.http.bodies import Body

DISTRICT = "^[0-9]{4}$"
LONGEST = 20_000
TemplateWords = Annotated[str, Field(min_length=1, max_length=LONGEST), AfterValidator(explanation)]


class TextsBody(Body):
    """A template's text in both languages of papers; `{child_name}` and its like are filled in."""

    kk: TemplateWords
    ru: TemplateWords

    def text(self) -> TemplateText:
        """As the rules know it."""
        return TemplateText(self.kk, self.ru)


class TemplateBody(TextsBody):
    """A version for a district's kindergartens of one kind."""

    district: Annotated[str, Field(pattern=DISTRICT)]
    ownership: Ownership

    def proposal(self) -> TemplateProposal:
        """As it is prepared."""
        return TemplateProposal(district=self.district, ownership=self.ownership, kk=self.kk, ru=self.ru)


class TemplateVersionView(BaseModel):
    """A version; version 0 is shipped, and signed by nobody."""

    district: str
    ownership: Ownership
    version: int
    sha256: str
    act_id: UUID | None
    published_at: datetime | None
    signed_by_name: str | None

    @classmethod
    def of(cls, template: Template) -> Self:
        """The view of a version."""
        said = {name: value for name, value in vars(template).items() if name != "text"}
        return cls(**said, sha256=template.text.sha256)


class TemplatesView(BaseModel):
    """What districts have of their own; in all others the shipped one holds."""

    items: list[TemplateVersionView]


class FieldView(BaseModel):
    """A field that is filled in; one that is `needed` must stand in every text."""

    name: ContractField
    needed: bool


class TemplateView(BaseModel):
    """A version with its text, all versions of its district and kind, the newest first, and what may be filled in."""

    template: TemplateVersionView
    kk: str
    ru: str
    versions: list[TemplateVersionView]
    fields: list[FieldView]

    @classmethod
    def of(cls, template: Template, versions: list[Template]) -> Self:
        """The view of one of these versions."""
        return cls(
            template=TemplateVersionView.of(template),
            kk=template.text.kk,
            ru=template.text.ru,
            versions=[TemplateVersionView.of(each) for each in versions],
            fields=[FieldView(name=each, needed=each in NEEDED) for each in ContractField],
        )


class ContractView(BaseModel):
    """The contract of a referral; `GET /documents/{document_id}` gives its paper, `receipt` vouches for it."""

    document_id: UUID
    number: str
    made_at: datetime
    sha256: str
    size: int
    template_version: int
    receipt: str

    @classmethod
    def of(cls, made: MadeContract, signer: ContractSigner) -> Self:
        """The view of a contract, with its receipt."""
        paper, version = made.paper, made.template.version
        receipt = ContractReceipt(
            referral_id=paper.subject.id, number=paper.number, sha256=paper.sha256, version=version
        )
        return cls(
            document_id=paper.id,
            number=paper.number,
            made_at=paper.made_at,
            sha256=paper.sha256,
            size=paper.size,
            template_version=version,
            receipt=signer.sign(receipt),
        )
