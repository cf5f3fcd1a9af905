"""Ways out to people: SMS and e-mail. A message is taken with evidence, refused for good, or nobody knows."""

from typing import Protocol
from uuid import UUID


class Outgoing(Protocol):
    """A message to one person; its id is told to the provider, so that a repetition can be seen to be one."""

    @property
    def id(self) -> UUID: ...
    @property
    def recipient(self) -> str: ...
    @property
    def subject(self) -> str: ...
    @property
    def text(self) -> str: ...


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

    async def find(self, message: Outgoing) -> str | None:
        """The evidence of having taken this message before, asked by our own id."""
        ...

    async def send(self, message: Outgoing) -> str:
        """Hand the message over; the evidence that it was taken."""
        ...
