"""What people read, in the three languages of the service (domain §1); standard library only."""

from collections.abc import Mapping
from dataclasses import dataclass

from kezek.contracts.vocabulary import (
    AdmissionRefusal,
    ClaimKind,
    ClaimReason,
    DepartureReason,
    GroupKind,
    Language,
    PaperForm,
    PapersFlaw,
    QueueClass,
    RefusalReason,
)


@dataclass(frozen=True)
class Text:
    """A name or sentence in Kazakh, Russian and English; `{name}` stands for a value."""

    kk: str
    ru: str
    en: str

    def in_(self, language: str, values: Mapping[str, object] | None = None) -> str:
        """The text in one language, with its values if there are any."""
        said = {Language.KK: self.kk, Language.RU: self.ru, Language.EN: self.en}[Language(language)]
        return said if values is None else said.format_map(values)


# languages of instruction have the same codes
LANGUAGE_NAMES: Mapping[str, Text] = {
    "kk": Text("қазақ", "казахский", "Kazakh"),
    "ru": Text("орыс", "русский", "Russian"),
    "en": Text("ағылшын", "английский", "English"),
}
GROUP_KIND_NAMES: Mapping[GroupKind, Text] = {
    GroupKind.GENERAL: Text("жалпы", "общая", "general"),
    GroupKind.CORRECTIONAL: Text("түзету", "коррекционная", "correctional"),
}
REFUSAL_REASONS: Mapping[RefusalReason, Text] = {
    RefusalReason.NO_KINDERGARTEN: Text(
        "мұндай балабақша табылмады", "такой детский сад не найден", "no such kindergarten was found"
    ),
    RefusalReason.DATA_WRONG: Text(
        "деректер қате немесе толық емес", "данные неверны или неполны", "the data are wrong or incomplete"
    ),
    RefusalReason.PERSON_NOT_AUTHORISED: Text(
        "балабақша бұл адамға өкілеттік бергенін растамады",
        "детский сад не подтвердил полномочия этого лица",
        "the kindergarten did not confirm that this person acts for it",
    ),
    RefusalReason.ASKED_TWICE: Text("сұрау бұрын берілген", "запрос уже подавался", "the same was asked for before"),
    # the administrator's own words follow
    RefusalReason.OTHER: Text("басқа, төменде жазылған", "другая, указана ниже", "another, as written below"),
}
DEPARTURE_REASONS: Mapping[DepartureReason, Text] = {
    DepartureReason.MOVED_AWAY: Text("отбасы көшіп кетті", "семья переехала", "the family has moved away"),
    DepartureReason.TO_SCHOOL: Text("бала мектепке барды", "ребёнок пошёл в школу", "the child has gone to school"),
    DepartureReason.OTHER_KINDERGARTEN: Text(
        "бала басқа балабақшаға ауысты",
        "ребёнок перешёл в другой детский сад",
        "the child went to another kindergarten",
    ),
    DepartureReason.FAMILYS_WISH: Text("отбасының қалауы бойынша", "по желанию семьи", "the family wished so"),
    DepartureReason.LONG_ABSENCE: Text(
        "бала ұзақ уақыт келмеді", "ребёнок долго не посещал детский сад", "the child did not come for a long time"
    ),
    DepartureReason.CLOSED: Text("балабақша жабылды", "детский сад закрыт", "the kindergarten was closed"),
    # the worker's own words follow
    DepartureReason.OTHER: Text("басқа себеп, төменде жазылған", "другая, указана ниже", "another, as written below"),
}
_DEPARTURE_UNSAID = Text(
    "басқа, балабақшадан сұраңыз", "другая, уточните в детском саду", "another, ask the kindergarten"
)


def departure_words(reason: DepartureReason | None) -> Text:
    """Why a child left its kindergarten, for its family; the worker's own words stay in the kindergarten."""
    if reason is None or reason is DepartureReason.OTHER:
        return _DEPARTURE_UNSAID
    return DEPARTURE_REASONS[reason]


QUEUE_CLASS_NAMES: Mapping[QueueClass, Text] = {
    QueueClass.EXTRAORDINARY: Text("кезектен тыс", "вне очереди", "extraordinary"),
    QueueClass.PRIORITY: Text("бірінші кезекте", "в первую очередь", "priority"),
    QueueClass.GENERAL: Text("жалпы", "общая", "general"),
    QueueClass.TRANSFER: Text("ауыстыру", "перевод", "transfer"),
}
CLAIM_KIND_NAMES: Mapping[ClaimKind, Text] = {
    ClaimKind.REGISTRATION: Text(
        "тіркеу туралы құжаттар (резидент емес)",
        "документы о регистрации (нерезидент)",
        "papers on the registration (non-resident)",
    ),
    ClaimKind.REPRESENTATION: Text(
        "заңды өкілдік туралы құжаттар", "документы о законном представительстве", "papers on the representation"
    ),
    ClaimKind.BENEFIT: Text("жеңілдік", "льгота", "benefit"),
    ClaimKind.SPECIAL_NEEDS: Text(
        "ерекше білім беру қажеттілігі", "особые образовательные потребности", "special educational needs"
    ),
}
CLAIM_REASONS: Mapping[ClaimReason, Text] = {
    ClaimReason.UNREADABLE: Text("көшірме оқылмайды", "копия нечитаема", "the copy cannot be read"),
    ClaimReason.INCOMPLETE: Text("құжаттар толық емес", "документы неполны", "papers are missing"),
    ClaimReason.OUT_OF_DATE: Text("құжаттың мерзімі өткен", "срок документа истёк", "the paper is out of date"),
    ClaimReason.DATA_DIFFER: Text(
        "құжаттағы деректер өтінішке сәйкес келмейді",
        "данные документа не совпадают с заявлением",
        "the paper says otherwise than the application",
    ),
    ClaimReason.NOT_ENTITLED: Text(
        "құжат мұндай құқық бермейді", "документ не даёт такого права", "the paper does not give this right"
    ),
    ClaimReason.NOT_REGISTERED: Text(
        "баланың ауданда тіркелгені расталмады",
        "регистрация ребёнка в районе не подтверждена",
        "the child's registration in the district is not shown",
    ),
    ClaimReason.NOT_REPRESENTATIVE: Text(
        "заңды өкіл екені расталмады",
        "законное представительство не подтверждено",
        "it is not shown that the applicant represents the child",
    ),
    # the officer's own words follow
    ClaimReason.OTHER: Text("басқа, төменде жазылған", "другая, указана ниже", "another, as written below"),
}
PAPER_FORMS: Mapping[PaperForm, Text] = {
    each: Text(f"№ {number} нысаны", f"форма № {number}", f"form No. {number}")
    for each, number in ((PaperForm.F065, "065/у"), (PaperForm.F027, "027/у"), (PaperForm.F052_2, "052-2/у"))
}
PAPERS_FLAWS: Mapping[PapersFlaw, Text] = {
    PapersFlaw.UNREADABLE: Text("көшірме оқылмайды", "копия нечитаема", "a copy cannot be read"),
    PapersFlaw.INCOMPLETE: Text("құжаттар толық емес", "документы неполны", "papers are missing"),
    PapersFlaw.OUT_OF_DATE: Text("құжаттың мерзімі өткен", "срок документа истёк", "a paper is out of date"),
    PapersFlaw.DATA_DIFFER: Text(
        "құжаттағы деректер балаға сәйкес келмейді",
        "данные документа не относятся к ребёнку",
        "a paper is not of this child",
    ),
    # the worker's own words follow
    PapersFlaw.OTHER: Text("басқа, төменде жазылған", "другая, указана ниже", "another, as written below"),
}
ADMISSION_REFUSALS: Mapping[AdmissionRefusal, Text] = {
    AdmissionRefusal.AGE_OF_GROUP: Text(
        "баланың жасы топқа сәйкес келмейді",
        "возраст ребёнка не соответствует группе",
        "the child's age does not fit the group",
    ),
    AdmissionRefusal.SPECIAL_GROUP_NEEDED: Text(
        "балаға арнаулы топ қажет", "ребёнку нужна специальная группа", "the child needs a special group"
    ),
    AdmissionRefusal.HEALTH: Text(
        "медициналық құжаттар бойынша қарсы көрсетілім бар",
        "есть противопоказания по медицинским документам",
        "the medical papers tell against it",
    ),
    AdmissionRefusal.DATA_DIFFER: Text(
        "баланың құжаттарындағы деректер жолдамаға сәйкес келмейді",
        "данные документов ребёнка не совпадают с направлением",
        "the child's papers say otherwise than the referral",
    ),
    AdmissionRefusal.PAPERS_NOT_GIVEN: Text(
        "қабылдауға қажетті құжаттар берілмеді",
        "необходимые для зачисления документы не предоставлены",
        "papers that enrolment needs were not given",
    ),
    AdmissionRefusal.NO_ROOM: Text(
        "топта бос орын жоқ", "в группе нет свободного места", "there is no room in the group"
    ),
    AdmissionRefusal.ENROLLED_ELSEWHERE: Text(
        "бала басқа балабақшада есепте тұр",
        "ребёнок числится в другом детском саду",
        "the child is enrolled in another kindergarten",
    ),
    AdmissionRefusal.FAMILY_DECLINED: Text(
        "отбасы балабақшаның өзінде орыннан бас тартты",
        "семья отказалась от места в самом детском саду",
        "the family declined the place at the kindergarten",
    ),
    # the kindergarten's own words follow
    AdmissionRefusal.OTHER: Text("басқа, төменде жазылған", "другая, указана ниже", "another, as written below"),
}
