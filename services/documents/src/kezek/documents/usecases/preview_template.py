"""A template as a contract would look, for a made-up family (domain §8.contract)."""

from datetime import date, datetime
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import InstructionLanguage, ReferralStatus
from kezek.documents.adapters.papers import Sheet, render_contract
from kezek.documents.domain.contract_fields import ContractFacts, Parties
from kezek.documents.domain.contract_paper import contract_page, contract_title
from kezek.documents.domain.contract_template import TemplateText
from kezek.documents.domain.papers import Child, Garden
from kezek.documents.domain.referral import Referral
from kezek.documents.usecases.paper_facts import PAPER_LANGUAGES, check_url

_NOBODY = UUID(int=0)
_NUMBER = "0000-2026-000000"
_CODE = "a" * 26
_PARTIES = Parties(
    child=Child(Text("Үлгіева Айсұлу Нұрланқызы", "Ульгиева Айсулу Нурлановна", "Ülgieva Aisulu"), date(2022, 3, 8)),
    child_iin="000000000000",
    applicant_name=Text("Үлгіева Әсем Маратқызы", "Ульгиева Асем Маратовна", "Ülgieva Asem"),
    applicant_iin="000000000000",
    applicant_phone="77990000000",
    applicant_email="family@example.kz",
    application_number="00.UO.2026.00000.0",
    garden=Garden(
        Text("«Үлгі» балабақшасы", "Детский сад «Үлгі»", "Ülgi kindergarten"),
        Text("Үлгі көшесі, 1", "улица Үлгі, 1", "1 Ülgi street"),
        "77990000001",
        "000000000000",
    ),
)


def preview_pdf(text: TemplateText, public_url: str, now: datetime) -> bytes:
    """The contract that nobody makes."""
    referral = Referral(
        id=_NOBODY,
        application_id=_NOBODY,
        applicant_id=_NOBODY,
        kindergarten_id=_NOBODY,
        number="0000000000",
        group_year=2022,
        language=InstructionLanguage.KAZAKH,
        issued_at=now,
        expires_at=now,
        last_day=now.date(),
        status=ReferralStatus.VALID,
        version=1,
        check_code=_CODE,
    )
    facts = ContractFacts(_NUMBER, now, referral, _PARTIES)
    url = check_url(public_url, _CODE)
    pages = [contract_page(facts, text.in_(each), url, each) for each in PAPER_LANGUAGES]
    title = contract_title(_NUMBER)
    return render_contract(Sheet(pages, f"{title.kk} · {title.ru}", url, now, _NUMBER))
