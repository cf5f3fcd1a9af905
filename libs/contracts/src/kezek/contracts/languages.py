"""Languages and texts under their former address; see vocabulary.py and texts.py."""

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Language

__all__ = ["Language", "Text"]
