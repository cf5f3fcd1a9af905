"""What papers take from cards and kindergartens: whatever names are made of, they become lines."""

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.lines import shown
from kezek.contracts.texts import Text
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import Language
from kezek.documents.domain.papers import Child, Garden

PAPER_LANGUAGES = ("kk", "ru")


def child_of(card: ApplicationCard) -> Child:
    """The child as papers write it."""
    return Child(name_of(card.child), card.child_birth_date)


def garden_of(kindergarten: Kindergarten) -> Garden:
    """The kindergarten as papers write it."""
    name, address = line_of(kindergarten.name), line_of(kindergarten.address)
    return Garden(name, address, shown(kindergarten.phone), kindergarten.bin)


def name_of(person: Person) -> Text:
    """A full name, in each language as the register writes it for that."""
    return Text(**{each: shown(person.name_in(each).full) for each in Language})


def line_of(text: Text) -> Text:
    """A text that a paper can show."""
    return Text(shown(text.kk), shown(text.ru), shown(text.en))


def check_url(public_url: str, check_code: str) -> str:
    """Where anybody sees whether the paper is real."""
    return f"{public_url.rstrip('/')}/check/{check_code}"
