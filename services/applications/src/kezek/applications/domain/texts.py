"""What the journal and the signed statement say, in kk, ru and en (domain §4, §12, §13)."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """A sentence in the three languages of the service."""

    kk: str
    ru: str
    en: str

    def say(self, language: str, params: Mapping[str, object] | None = None) -> str:
        """The sentence in one language, with its values."""
        template = {"kk": self.kk, "ru": self.ru, "en": self.en}[language]
        return template.format_map(params or {})


STATES: Mapping[str, Words] = {
    "queued": Words("Кезекте", "В очереди", "In the queue"),
    "notified": Words("Хабарлама жіберілді", "Уведомление отправлено", "Called to choose a place"),
    "referred": Words("Жолдама берілді", "Направление выдано", "Referral issued"),
    "stop_listed": Words("Стоп-тізімде", "В стоп-листе", "On the stop list"),
    "enrolled": Words("Қабылданды", "Зачислен", "Enrolled"),
    "removed": Words("Кезектен алынды", "Снят с очереди", "Removed from the queue"),
}

# {garden} is a colon and the kindergarten's name, or nothing while the name is not known
HISTORY: Mapping[str, Words] = {
    "submitted": Words(
        "Өтініш берілді, нөмірі {number}",
        "Заявление подано, номер {number}",
        "Application submitted, number {number}",
    ),
    "placed": Words(
        "Бала кезекке қойылды, кезектегі орны: {position}",
        "Ребёнок поставлен в очередь, место в очереди: {position}",
        "The child stands in the queue, position: {position}",
    ),
    "turn_started": Words(
        "Орын ұсынылды{garden}, {last_day} күні сағат 24:00-ге дейін таңдау керек",
        "Предложено место{garden}, выбрать нужно до 24:00 {last_day}",
        "A place is offered{garden}, to be chosen by 24:00 on {last_day}",
    ),
    "turn_ended": Words("Таңдау мерзімі аяқталды", "Срок выбора завершён", "The term for choosing is over"),
    "turn_ended place_chosen": Words("Орын таңдалды{garden}", "Место выбрано{garden}", "A place was chosen{garden}"),
    "turn_ended no_choice_in_time": Words(
        "Таңдау мерзімі өтті, орын таңдалмады. Орын еркін таңдауға ашылды, бала кезектегі орнын сақтайды",
        "Срок выбора истёк, место не выбрано. Оно открыто для свободного выбора, ребёнок сохраняет место в очереди",
        "The term for choosing ran out without a choice. It is open to free choice, the child keeps its position",
    ),
    "referral_issued": Words(
        "{number} жолдамасы берілді{garden}, {last_day} күні сағат 24:00-ге дейін жарамды",
        "Выдано направление {number}{garden}, действует до 24:00 {last_day}",
        "Referral {number} issued{garden}, valid until 24:00 on {last_day}",
    ),
    "referral_expired": Words(
        "{number} жолдамасының мерзімі өтті, ол жарамсыз. Балабақшаға келмеу саны: {misses}",
        "Срок направления {number} истёк, оно недействительно. Число неявок в детский сад: {misses}",
        "Referral {number} ran out and is void. Times not come to a kindergarten: {misses}",
    ),
    "referral_accepted": Words(
        "Бала {number} жолдамасымен балабақшаға қабылданды{garden}",
        "Ребёнок зачислен в детский сад по направлению {number}{garden}",
        "The child is enrolled on referral {number}{garden}",
    ),
    "stop_listed": Words(
        "Бала стоп-тізімге енгізілді, стоп-тізімдегі соңғы күні: {last_day}",
        "Ребёнок внесён в стоп-лист по {last_day} включительно",
        "The child is on the stop list up to and including {last_day}",
    ),
    "returned": Words(
        "Бала өтініш берілген уақыты бойынша кезекке қайтарылды",
        "Ребёнок возвращён в очередь по времени подачи заявления",
        "The child stands in the queue again, by the time of the application",
    ),
    "closed": Words("Бала кезектен алынды", "Ребёнок снят с очереди", "The child was removed from the queue"),
    "closed too_many_misses": Words(
        "Бала кезектен алынды: жолдама бойынша балабақшаға {misses} рет келмеді",
        "Ребёнок снят с очереди: число неявок в детский сад по направлению — {misses}",
        "The child was removed from the queue: times not come to a kindergarten on a referral: {misses}",
    ),
    "document_made": Words("Құжат дайын: {document}", "Документ готов: {document}", "Document ready: {document}"),
    "message_sent": Words(
        "Хабарлама жіберілді ({channel}){about}",
        "Сообщение отправлено ({channel}){about}",
        "Message sent ({channel}){about}",
    ),
    "message_failed": Words(
        "Хабарлама жеткізілмеді ({channel}){about}",
        "Сообщение не доставлено ({channel}){about}",
        "Message could not be delivered ({channel}){about}",
    ),
}
ABOUT: Mapping[str, Words] = {
    "turn_started": Words("орын ұсынылды", "предложено место", "a place is offered"),
    "referral_issued": Words("жолдама берілді", "выдано направление", "referral issued"),
    "referral_accepted": Words("бала қабылданды", "ребёнок зачислен", "the child is enrolled"),
    "stop_listed": Words("жолдаманың мерзімі өтті", "срок направления истёк", "the referral ran out"),
    "returned": Words("бала қайтадан кезекте", "ребёнок снова в очереди", "the child is in the queue again"),
    "closed": Words("бала кезектен алынды", "ребёнок снят с очереди", "the child was removed from the queue"),
}

DOCUMENTS: Mapping[str, Words] = {"referral": Words("Жолдама", "Направление", "Referral")}
CHANNELS: Mapping[str, Words] = {
    "sms": Words("SMS", "SMS", "SMS"),
    "email": Words("электрондық пошта", "электронная почта", "e-mail"),
}
LANGUAGES: Mapping[str, Words] = {
    "kk": Words("қазақ", "казахский", "Kazakh"),
    "ru": Words("орыс", "русский", "Russian"),
    "en": Words("ағылшын", "английский", "English"),
}

STATEMENT: tuple[Words, ...] = (
    Words(
        "Баланы мектепке дейінгі ұйымнан орын алу кезегіне қоюды сұраймын.",
        "Прошу поставить ребёнка в очередь на место в дошкольной организации.",
        "I ask for the child to be put into the queue for a place in a pre-school organisation.",
    ),
    Words("Өтініш беруші: {applicant}", "Заявитель: {applicant}", "Applicant: {applicant}"),
    Words(
        "Бала: {child}, туған күні {birth_date}, ЖСН {child_iin}",
        "Ребёнок: {child}, дата рождения {birth_date}, ИИН {child_iin}",
        "Child: {child}, born {birth_date}, IIN {child_iin}",
    ),
    Words("Аймақ: {district}", "Район: {district}", "District: {district}"),
    Words("Оқыту тілі: {languages}", "Язык обучения: {languages}", "Language of instruction: {languages}"),
    Words(
        "Байланыс: {phone}, {email}",
        "Контакты: {phone}, {email}",
        "Contacts: {phone}, {email}",
    ),
    Words(
        "Деректерді өзекті күйде ұстауға міндеттенемін, Алгоритммен таныстым.",
        "Обязуюсь поддерживать данные в актуальном состоянии, с Алгоритмом ознакомлен(а).",
        "I undertake to keep the data current and have read the Algorithm.",
    ),
)


def state_text(status: str, language: str) -> str:
    """The state of an application as the parent reads it (domain §4)."""
    return STATES[status].say(language)


def history_text(code: str, reason: str, params: Mapping[str, object], language: str, garden: str = "") -> str:
    """One line of the history tab; values that are words themselves are translated too, unknown names left out."""
    said = {**params, "garden": f": {garden}" if garden else ""}
    for name, words in (("document", DOCUMENTS), ("channel", CHANNELS)):
        if said.get(name) in words:
            said[name] = words[str(said[name])].say(language)
    said["about"] = f": {ABOUT[reason].say(language)}" if reason in ABOUT else ""
    return HISTORY.get(f"{code} {reason}", HISTORY[code]).say(language, said)


def statement_sentences(params: Mapping[str, object], languages: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The statement that is signed, in the person's language (domain §2)."""
    wanted = ", ".join(LANGUAGES[wish].say(language) for wish in languages)
    return tuple(words.say(language, {**params, "languages": wanted}) for words in STATEMENT)
