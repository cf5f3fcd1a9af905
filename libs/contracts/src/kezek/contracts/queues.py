"""The words of a queue under their former address; see vocabulary.py and values.py."""

from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, QueueClass

__all__ = ["GroupKind", "InstructionLanguage", "QueueClass", "QueueRef"]
