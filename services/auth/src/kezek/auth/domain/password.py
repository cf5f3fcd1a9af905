"""What a password must be (domain §2.3): long enough and not among the first that are tried; nothing else is asked.

Passwords are compared in Unicode's form NFKC, so that the same characters typed on another keyboard are the same.
"""

import unicodedata
from collections.abc import Collection, Iterable

SHORTEST, LONGEST = 8, 128
MIN_DISTINCT, MIN_OWN, MAX_TRIMMED = 4, 6, 6
SHORTEST_WORD = 3
# the service, its place and its matter, as people write them
SERVICE_WORDS = (
    *("kezek", "кезек", "akmola", "aqmola", "ақмола", "акмола", "kokshetau", "көкшетау", "кокшетау"),
    *("kazakhstan", "qazaqstan", "қазақстан", "казахстан", "balabaqsha", "балабақша", "балабакша", "бөбекжай"),
    *("detsad", "детсад", "садик", "детскийсад", "kindergarten", "пароль", "құпиясөз", "купиясоз", "parol"),
)
_CYRILLIC_KEYS = "йцукенгшщзхъфывапролджэячсмитьбю"
_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
_SAME_KEYS = str.maketrans(_CYRILLIC_KEYS, _LATIN_KEYS)


def normal_form(password: str) -> str:
    """The form in which a password is judged and kept."""
    return unicodedata.normalize("NFKC", password)


def weakness(password: str, common: Collection[str], own_words: Iterable[str]) -> str | None:
    """The code of why a password in its normal form is refused, or None.

    `own_words` are the person's: IIN, phone, address, names.
    """
    if len(password) < SHORTEST:
        return "password_too_short"
    if len(password) > LONGEST:
        return "password_too_long"
    folded = password.casefold()
    few = len(set(folded)) < MIN_DISTINCT
    if few or _is_known(folded, common) or _is_of_words(folded, (*SERVICE_WORDS, *own_words)):
        return "password_too_common"
    return None


def _is_known(folded: str, common: Collection[str]) -> bool:
    """Among those that are tried first: also in the other keyboard's letters, or with a year or signs around it."""
    for typed in (folded, folded.translate(_SAME_KEYS)):
        core = _trimmed(typed)
        if typed in common or (core in common and len(typed) - len(core) <= MAX_TRIMMED):
            return True
    return False


def _trimmed(text: str) -> str:
    letters = [index for index, character in enumerate(text) if character.isalpha()]
    return text[letters[0] : letters[-1] + 1] if letters else ""


def _is_of_words(folded: str, words: Iterable[str]) -> bool:
    """Hardly anything is left without the words that somebody who knows person and service would try."""
    rest = folded
    for word in sorted({word.casefold() for word in words}, key=len, reverse=True):
        if len(word) >= SHORTEST_WORD:
            rest = rest.replace(word, "")
    own = sum(character.isalnum() for character in rest)
    return rest != folded and own < MIN_OWN
