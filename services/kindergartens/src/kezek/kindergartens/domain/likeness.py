"""Whether names are alike; that two kindergartens are the same is decided by the administrator, who is shown it."""

import re
import unicodedata

ALIKE = 0.5
# words that most names have in common tell nothing
_COMMON = frozenset(
    {
        *("балабакша", "балабакшасы", "бобекжай", "бобекжайы", "бобекжай-балабакшасы", "мектепке", "дейинги"),
        *("шагын", "орталык", "орталыгы", "мекемеси", "мкк", "кмкк", "жшс", "жк"),
        *("детский", "детсад", "сад", "садик", "ясли", "ясли-сад", "мини", "мини-центр", "центр"),
        *("гккп", "кгкп", "кгу", "тоо", "ип", "kindergarten", "nursery", "centre", "center", "the"),
    }
)
_KAZAKH = str.maketrans("әғқңөұүһіё", "агкноуухие")
_NOT_A_WORD = re.compile(r"[^\w-]+|_")


def normalise(name: str) -> str:
    """A name without case, quotes, number signs and common words, Kazakh letters as Russian writes them."""
    words = words_of(unicodedata.normalize("NFKC", name).replace("№", " ").casefold().replace("д/с", " "))
    telling = [word for word in words if word not in _COMMON and word != "no"]
    return " ".join(telling or words)


def words_of(name: str) -> list[str]:
    """The words of a name without case and signs, Kazakh letters as Russian writes them."""
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_KAZAKH)
    words = (word.strip("-") for word in _NOT_A_WORD.sub(" ", folded).split())
    return [word for word in words if word]


def likeness(one: str, other: str) -> float:
    """How much of their trigrams two names share, from 0 to 1; numbers in them must be the same."""
    left, right = normalise(one), normalise(other)
    if _numbers(left) != _numbers(right):
        return 0.0
    mine, theirs = _trigrams(left), _trigrams(right)
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0.0


def _numbers(text: str) -> set[str]:
    return set(re.findall("[0-9]+", text))


def _trigrams(text: str) -> set[str]:
    return {
        padded[start : start + 3]
        for padded in (f"  {word} " for word in text.split())
        for start in range(len(padded) - 2)
    }
