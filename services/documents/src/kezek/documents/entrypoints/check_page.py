"""The page behind the QR code, in three languages, without scripts and without personal data (domain §7)."""

import base64
import hashlib
from html import escape
from importlib.resources import files
from string import Template

from fastapi.responses import HTMLResponse

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language
from kezek.documents.domain.papers import TERM_STANDS
from kezek.documents.domain.referral import Verdict
from kezek.documents.domain.texts import date_words
from kezek.documents.usecases.check_paper import CheckedPaper
from kezek.platform.support import SupportSettings

_PAGE = Template(files(__package__).joinpath("check_page.html").read_text())
_STYLE = files(__package__).joinpath("check_page.css").read_text()
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
HEADERS = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
_NAMES = {"kk": ("Қаз", "Қазақша"), "ru": ("Рус", "Русский"), "en": ("Eng", "English")}
_UNKNOWN = "unknown"
_TITLES = {
    Verdict.VALID.value: Text("Жолдама жарамды", "Направление действительно", "The referral is valid"),
    Verdict.USED.value: Text("Жолдама пайдаланылған", "Направление использовано", "The referral has been used"),
    Verdict.VOID.value: Text("Жолдама жарамсыз", "Направление недействительно", "The referral is not valid"),
    _UNKNOWN: Text("Мұндай жолдама жоқ", "Такого направления нет", "There is no such referral"),
}
_HINTS = {
    Verdict.VALID.value: Text(
        "Онымен төмендегі балабақшаға мерзімінде келу керек.",
        "С ним нужно прийти в указанный детский сад в срок.",
        "Bring it to the kindergarten below in time.",
    ),
    Verdict.USED.value: Text(
        "Балабақша баланы осы жолдама бойынша қабылдады.",
        "Детский сад зачислил ребёнка по этому направлению.",
        "The kindergarten has enrolled the child with it.",
    ),
    Verdict.VOID.value: Text(
        "Мерзімі өткен немесе жойылған. Орын басқа балаға ұсынылады.",
        "Срок истёк или направление аннулировано. Место предлагается другому ребёнку.",
        "It has expired or was withdrawn. The place goes to another child.",
    ),
    _UNKNOWN: Text(
        "Мекенжайды қағаздағымен салыстырыңыз немесе QR-кодты қайта түсіріңіз.",
        "Сверьте адрес с бумагой или отсканируйте QR-код ещё раз.",
        "Compare the address with the paper, or scan the QR code again.",
    ),
}
_BRAND = Text("Балабақша кезегі", "Очередь в детский сад", "Kindergarten queue")
_ANOTHER = Text("Басқа жолдаманы тексеру", "Проверить другое направление", "Check another referral")
_WHAT = Text("Балабақшаға жолдаманы тексеру", "Проверка направления в детский сад", "Check of a kindergarten referral")
_KINDERGARTEN = Text("Балабақша", "Детский сад", "Kindergarten")
_UNTIL = Text("Жарамдылық мерзімінің соңғы күні", "Последний день срока действия", "Last day of validity")
_DAY_END = Text("{}, сағат 24:00-ге дейін", "{}, до 24:00", "{}, until 24:00")
_STANDS = Text(
    "Жолдаманың мерзімі қазір жүрмейді.",
    "Срок направления сейчас не идёт.",
    "The term of the referral does not run now.",
)
_SUPPORT = Text("Қолдау қызметі", "Служба поддержки", "Support")
_LANGUAGES = Text("Тіл", "Язык", "Language")
_PRIVACY = Text(
    "Бұл бетте жеке деректер көрсетілмейді.",
    "На этой странице нет персональных данных.",
    "This page shows no personal data.",
)


def check_page(checked: CheckedPaper | None, language: Language, support: SupportSettings) -> HTMLResponse:
    """What the check says; without a paper, that there is none; and who helps."""
    verdict = checked.verdict.value if checked else _UNKNOWN
    lang = language.value
    page = _PAGE.substitute(
        lang=lang,
        style=_STYLE,
        verdict=verdict,
        title=escape(_TITLES[verdict].in_(lang)),
        hint=escape((_STANDS if checked and checked.stopped else _HINTS[verdict]).in_(lang)),
        brand=escape(_BRAND.in_(lang)),
        what=escape(_WHAT.in_(lang)),
        another=escape(_ANOTHER.in_(lang)),
        languages=escape(_LANGUAGES.in_(lang)),
        links="".join(_link(each, lang) for each in _NAMES),
        details=_details(checked, language) if checked else "",
        privacy=escape(_PRIVACY.in_(lang)),
        support=_support(support, lang),
    )
    return HTMLResponse(page, 200 if checked else 404, headers=HEADERS)


def _link(language: str, current: str) -> str:
    mark = ' aria-current="true"' if language == current else ""
    short, name = _NAMES[language]
    spoken = f'lang="{language}" hreflang="{language}" aria-label="{short}: {name}"'
    return f'<a href="?lang={language}" {spoken}{mark}>{short}</a>'


def _details(checked: CheckedPaper, language: Language) -> str:
    lang = language.value
    day = _DAY_END.in_(lang).format(date_words(checked.last_day, lang))
    rows = (
        (_KINDERGARTEN.in_(lang), checked.kindergarten.in_(language)),
        (_UNTIL.in_(lang), TERM_STANDS.in_(lang) if checked.stopped else day),
    )
    return "<dl>" + "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows) + "</dl>"


def _support(support: SupportSettings, lang: str) -> str:
    ways = (("tel", support.support_phone), ("mailto", support.support_email))
    links = [f'<a href="{kind}:{escape(to)}">{escape(to)}</a>' for kind, to in ways if to]
    return f"<p>{escape(_SUPPORT.in_(lang))}: {', '.join(links)}</p>" if links else ""
