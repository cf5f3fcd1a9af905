"""The sentences people sign about admission papers, in their language; own words stand in them as they are."""

from kezek.contracts.texts import PAPER_FORMS, PAPERS_FLAWS, Text
from kezek.contracts.vocabulary import Language, PapersFlaw
from kezek.platform.contract_receipts import ContractReceipt
from kezek.referrals.domain.papers import PaperFile
from kezek.referrals.usecases.on_referral import StatedReferral
from kezek.referrals.usecases.referral_statements import about, own_words

_SUBMISSION = Text(
    "Баланы балабақшаға қабылдау үшін құжаттарды тапсырамын.",
    "Сдаю документы для зачисления ребёнка в детский сад.",
    "I hand in the papers for the child's enrolment in the kindergarten.",
)
_APPLICANT = Text(
    "Өтініш беруші: {name}, ЖСН {iin}. Жеке куәлік № {card}, берген орган: {issuer}, жарамдылық мерзімі: {until}.",
    "Заявитель: {name}, ИИН {iin}. Удостоверение личности № {card}, кем выдано: {issuer}, действительно до: {until}.",
    "Applicant: {name}, IIN {iin}. Identity card No. {card}, issued by: {issuer}, valid until: {until}.",
)
_CONTACTS = Text(
    "Мекенжайы: {address}. Телефоны: {phone}. Email: {email}.",
    "Адрес: {address}. Телефон: {phone}. Email: {email}.",
    "Address: {address}. Phone: {phone}. E-mail: {email}.",
)
_FILE = Text("{form}: {name}", "{form}: {name}", "{form}: {name}")
_CONTRACT = Text(
    "№ {number} келісімшарттың мазмұнымен таныстым және оған қол қоямын.",
    "С содержанием договора № {number} ознакомлен(а) и подписываю его.",
    "I have read contract No. {number} and sign it.",
)
_TRUE = Text(
    "Құжаттардың көшірмелері түпнұсқаға сай екенін растаймын. Көшірме оқылмаса немесе құжат толық болмаса, балабақша "
    "оларды қайтаратынын білемін.",
    "Подтверждаю, что копии соответствуют подлинникам. Мне известно, что нечитаемые или неполные документы детский сад "
    "вернёт.",
    "I confirm that the copies agree with the originals. I know that the kindergarten returns what is unreadable or "
    "not whole.",
)
_RETURN = Text(
    "Құжаттарды қайтарамын. Себебі: {reason}.",
    "Возвращаю документы. Причина: {reason}.",
    "I return the papers. Reason: {reason}.",
)
_AGAIN = Text(
    "Отбасы құжаттарды жолдама жарамды кезде қайта тапсыра алатынын білемін.",
    "Мне известно, что семья может сдать документы снова, пока направление действует.",
    "I know that the family may hand them in again while the referral is valid.",
)


class StatedPapers(StatedReferral):
    """What a submission says of the world: by whom, by which card, which scans by their digests, which contract."""

    applicant: Text
    applicant_iin: str
    files: tuple[str, ...]
    contract_number: str | None = None
    contract_sha256: str | None = None


def submission(
    language: Language,
    facts: StatedPapers,
    said: dict[str, str],
    files: tuple[PaperFile, ...],
    contract: ContractReceipt | None,
) -> tuple[str, ...]:
    """What a parent signs when handing papers in; `said` is what the parent typed, by its names in the texts."""
    named = {"name": facts.applicant.in_(language), "iin": facts.applicant_iin}
    listed = [_FILE.in_(language, {"form": PAPER_FORMS[each.form].in_(language), "name": each.name}) for each in files]
    signed = [_CONTRACT.in_(language, {"number": contract.number})] if contract else []
    first = (*about(language, facts), _SUBMISSION.in_(language), _APPLICANT.in_(language, said | named))
    return (*first, _CONTACTS.in_(language, said), *listed, *signed, _TRUE.in_(language))


def papers_return(language: Language, facts: StatedReferral, flaw: PapersFlaw, words: str) -> tuple[str, ...]:
    """What a worker signs when returning papers."""
    why = _RETURN.in_(language, {"reason": PAPERS_FLAWS[flaw].in_(language)})
    return (*about(language, facts), why, own_words(language, words), _AGAIN.in_(language))
