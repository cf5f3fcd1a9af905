"""The page behind the QR code, in three languages, without scripts and without personal data (domain §7)."""

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from importlib.resources import files
from string import Template

from fastapi.responses import HTMLResponse

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language
from kezek.documents.entrypoints.check_words import check_words
from kezek.documents.usecases.check_paper import Checked
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
_BRAND = Text("Балабақша кезегі", "Очередь в детский сад", "Kindergarten queue")
_ANOTHER = Text("Басқа қағазды тексеру", "Проверить другую бумагу", "Check another paper")
_SUPPORT = Text("Қолдау қызметі", "Служба поддержки", "Support")
_LANGUAGES = Text("Тіл", "Язык", "Language")
_PRIVACY = Text(
    "Бұл бетте жеке деректер көрсетілмейді.",
    "На этой странице нет персональных данных.",
    "This page shows no personal data.",
)


def check_page(checked: Checked | None, language: Language, support: SupportSettings) -> HTMLResponse:
    """What the check says; without a paper, that there is none; and who helps."""
    lang = language.value
    said = check_words(checked, lang)
    page = _PAGE.substitute(
        lang=lang,
        style=_STYLE,
        verdict=said.verdict,
        title=escape(said.title),
        hint=escape(said.hint),
        brand=escape(_BRAND.in_(lang)),
        what=escape(said.what),
        another=escape(_ANOTHER.in_(lang)),
        languages=escape(_LANGUAGES.in_(lang)),
        links="".join(_link(each, lang) for each in _NAMES),
        details=_details(said.rows),
        privacy=escape(_PRIVACY.in_(lang)),
        support=_support(support, lang),
    )
    return HTMLResponse(page, 200 if checked else 404, headers=HEADERS)


def _link(language: str, current: str) -> str:
    mark = ' aria-current="true"' if language == current else ""
    short, name = _NAMES[language]
    spoken = f'lang="{language}" hreflang="{language}" aria-label="{short}: {name}"'
    return f'<a href="?lang={language}" {spoken}{mark}>{short}</a>'


def _details(rows: Sequence[tuple[str, str]]) -> str:
    told = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in rows)
    return f"<dl>{told}</dl>" if told else ""


def _support(support: SupportSettings, lang: str) -> str:
    ways = (("tel", support.support_phone), ("mailto", support.support_email))
    links = [f'<a href="{kind}:{escape(to)}">{escape(to)}</a>' for kind, to in ways if to]
    return f"<p>{escape(_SUPPORT.in_(lang))}: {', '.join(links)}</p>" if links else ""
