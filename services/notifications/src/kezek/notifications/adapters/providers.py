"""What all providers have in common: a message is taken with evidence, refused for good, or nobody knows."""

from typing import Protocol

from kezek.notifications.adapters.sending import Claimed


class RefusedForGoodError(Exception):
    """The provider will never take this message; `cause` is its code."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class UnclearError(Exception):
    """The provider did not answer, or asks to come again: it may or may not have taken the message."""

    def __init__(self, cause: str) -> None:
        super().__init__(cause)
        self.cause = cause


class Provider(Protocol):
    """One channel's way out."""

    async def find(self, message: Claimed) -> str | None:
        """The evidence of having taken this message before, asked by our own id."""
        ...

    async def send(self, message: Claimed) -> str:
        """Hand the message over; the evidence that it was taken."""
        ...
