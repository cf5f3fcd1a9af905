"""The texts of messages in kk, ru and en: what happened, until when, what to do, and where (domain §6.2, §7).

«Жеке кабинет» is a family's own pages and nothing else; what one signs in to is «есептік жазба», in auth's letters too.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.domain.sms_parts import sms_parts
from kezek.notifications.domain.template import Template
from kezek.notifications.domain.words import (
    application_en,
    application_kk,
    application_ru,
    candidate_en,
    candidate_kk,
    candidate_ru,
    escort_en,
    escort_kk,
    escort_ru,
    swap_en,
    swap_kk,
    swap_ru,
    transfer_en,
    transfer_kk,
    transfer_ru,
    voucher_en,
    voucher_kk,
    voucher_ru,
)

MAX_PARTS = 2


@dataclass(frozen=True)
class Letter:
    """An e-mail."""

    subject: str
    text: str


@dataclass(frozen=True)
class Values:
    """What stands in a text: numbers, days, the kindergarten's name; never a person's, nor why a child is refused.

    `reason` is why it left, one of a list, `otherwise` a sentence: what follows from a term let pass. `again` and
    `stays` say what is left once the application has ended.
    """

    number: str
    url: str
    kindergarten: str = ""
    last_day: str = ""
    referral: str = ""
    misses: str = ""
    reason: str = ""
    otherwise: str = ""
    again: str = ""
    stays: str = ""


_TEMPLATES: Mapping[str, Mapping[NoticeKind, Template]] = {
    "kk": application_kk.WORDS
    | candidate_kk.WORDS
    | escort_kk.WORDS
    | swap_kk.WORDS
    | transfer_kk.WORDS
    | voucher_kk.WORDS,
    "ru": application_ru.WORDS
    | candidate_ru.WORDS
    | escort_ru.WORDS
    | swap_ru.WORDS
    | transfer_ru.WORDS
    | voucher_ru.WORDS,
    "en": application_en.WORDS
    | candidate_en.WORDS
    | escort_en.WORDS
    | swap_en.WORDS
    | transfer_en.WORDS
    | voucher_en.WORDS,
}
_ENDINGS: Mapping[str, str] = {
    "kk": "Өтініш № {number}\n{url}\n\nКезек — балабақшаға кезек",
    "ru": "Заявление № {number}\n{url}\n\nКезек — очередь в детский сад",
    "en": "Application No. {number}\n{url}\n\nKezek — the queue for kindergartens",
}


def sms_text(kind: NoticeKind, language: str, values: Values) -> str:
    """The SMS; a long name of a kindergarten loses its middle, so that the whole stays within two parts.

    Names begin with the number and the kind and end with what tells them apart, or the other way round.
    """
    template, name = _TEMPLATES[language][kind].sms, values.kindergarten
    for length in range(len(name), 0, -1):
        text = template.format_map({**vars(values), "kindergarten": _shorten(name, length)})
        if sms_parts(text) <= MAX_PARTS:
            return text
    return template.format_map({**vars(values), "kindergarten": ""})


def letter(kind: NoticeKind, language: str, values: Values) -> Letter:
    """The e-mail."""
    said = cabinet_text(kind, language, values)
    ending = _ENDINGS[language].format_map(vars(values))
    return Letter(subject=said.subject, text=f"{said.text}\n\n{ending}\n")


def cabinet_text(kind: NoticeKind, language: str, values: Values) -> Letter:
    """What stands in the cabinet: the e-mail's words, without its ending."""
    template = _TEMPLATES[language][kind]
    return Letter(subject=template.subject, text=template.letter.format_map(vars(values)))


def _shorten(name: str, length: int) -> str:
    if len(name) <= length:
        return name
    head = length // 2
    return f"{name[:head].rstrip()}…{name[len(name) - (length - head - 1) :].lstrip()}"
