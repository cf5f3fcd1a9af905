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

HISTORY: Mapping[str, Words] = {
    "submitted": Words(
        "Өтініш берілді, нөмірі {number}",
        "Заявление подано, номер {number}",
        "Application submitted, number {number}",
    ),
    "placed": Words(
        "Кезекке қойылды, кезектегі орны: {position}",
        "Поставлен в очередь, место в очереди: {position}",
        "Placed in the queue at position {position}",
    ),
    "turn_started": Words(
        "Орын ұсынылды: {last_day} күні сағат 24:00-ге дейін таңдау керек",
        "Предложено место: выбрать нужно до 24:00 {last_day}",
        "A place is offered: choose by 24:00 on {last_day}",
    ),
    "turn_ended": Words("Таңдау мерзімі аяқталды", "Срок выбора завершён", "The term for choosing is over"),
    "referral_issued": Words(
        "{number} жолдамасы берілді, {last_day} күні сағат 24:00-ге дейін жарамды",
        "Выдано направление {number}, действует до 24:00 {last_day}",
        "Referral {number} issued, valid until 24:00 on {last_day}",
    ),
    "referral_expired": Words(
        "{number} жолдамасының мерзімі өтті, ол жарамсыз. Келмеу саны: {misses}",
        "Срок направления {number} истёк, оно недействительно. Неявок: {misses}",
        "Referral {number} expired and is void. Misses: {misses}",
    ),
    "referral_accepted": Words(
        "Бала {number} жолдамасымен балабақшаға қабылданды",
        "Ребёнок зачислен в детский сад по направлению {number}",
        "The child is enrolled on referral {number}",
    ),
    "stop_listed": Words(
        "Стоп-тізімге енгізілді, {last_day} күнін қоса алғанда",
        "Внесён в стоп-лист по {last_day} включительно",
        "On the stop list up to and including {last_day}",
    ),
    "returned": Words(
        "Кезекке өз уақытымен қайта тұрды",
        "Возвращён в очередь по времени своего заявления",
        "In the queue again, by the time of the application",
    ),
    "closed": Words("Кезектен алынды", "Снят с очереди", "Removed from the queue"),
    "document_made": Words("Құжат дайын: {document}", "Документ готов: {document}", "Document ready: {document}"),
    "message_sent": Words(
        "Хабарлама жіберілді: {channel}", "Сообщение отправлено: {channel}", "Message sent: {channel}"
    ),
    "message_failed": Words(
        "Хабарлама жеткізілмеді: {channel}",
        "Сообщение не доставлено: {channel}",
        "Message could not be sent: {channel}",
    ),
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
        "Баланы мектепке дейінгі ұйымға орын алу кезегіне қоюды сұраймын.",
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


def history_text(code: str, params: Mapping[str, object], language: str) -> str:
    """One line of the history tab; values that are words themselves are translated too."""
    said = dict(params)
    for name, words in (("document", DOCUMENTS), ("channel", CHANNELS)):
        if said.get(name) in words:
            said[name] = words[str(said[name])].say(language)
    return HISTORY[code].say(language, said)


def statement_sentences(params: Mapping[str, object], languages: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The statement that is signed, in the person's language (domain §2)."""
    wanted = ", ".join(LANGUAGES[wish].say(language) for wish in languages)
    return tuple(words.say(language, {**params, "languages": wanted}) for words in STATEMENT)
