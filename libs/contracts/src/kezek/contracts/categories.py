"""The numbered categories of the voucher regime: data, from which order, API and pages speak (domain §9.categories)."""

from dataclasses import dataclass

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import QueueClass


@dataclass(frozen=True)
class Category:
    """A category by its number, of which class its children are, and its name; a lower number goes before a higher."""

    number: int
    queue_class: QueueClass
    name: Text


CATEGORIES = (
    Category(
        1,
        QueueClass.EXTRAORDINARY,
        Text("1-санат: кезектен тыс", "1-я категория: вне очереди", "category 1: extraordinary"),
    ),
    Category(
        2,
        QueueClass.PRIORITY,
        Text("2-санат: бірінші кезекте", "2-я категория: в первую очередь", "category 2: priority"),
    ),
    Category(
        3,
        QueueClass.GENERAL,
        Text("3-санат: жалпы негізде", "3-я категория: на общих основаниях", "category 3: general"),
    ),
    Category(
        4,
        QueueClass.TRANSFER,
        Text("4-санат: ауыстыру", "4-я категория: перевод", "category 4: transfer"),
    ),
)
"""As shipped, first to last: each class is one category (a test holds that)."""
