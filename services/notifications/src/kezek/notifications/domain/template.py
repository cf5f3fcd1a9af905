"""A message in one language."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Template:
    """An SMS, short, and an e-mail; names in braces stand for values."""

    sms: str
    subject: str
    letter: str
