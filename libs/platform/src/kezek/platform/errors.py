"""Errors the domain and the platform raise on purpose; each has a stable code and parameters for the client's text.

RuleBrokenError      a rule of the domain forbids it; use cases turn it into a refusal by `rules_hold`
Refusal
├── Invalid          the request itself is wrong
├── SignInRequired   nobody is signed in
├── NotAllowed       this person may not
├── NotFound         no such thing, or not theirs to see
├── Conflict         the facts forbid it
├── TooMany          slow down
└── Unavailable      something outside does not answer
"""

from collections.abc import Iterator
from contextlib import contextmanager


class RuleBrokenError(Exception):
    """A rule of the domain forbids the step; nothing is changed."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Bad input or forbidding facts: answered with its code, and nothing is changed.

    `leaves_trace`: but for what stands in the reading log, or counts wrong tries, which is committed all the same.
    """

    leaves_trace = False

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class Invalid(Refusal):
    """The request itself is wrong."""


class SignInRequired(Refusal):
    """Nobody is signed in."""


class NotAllowed(Refusal):
    """This person may not do it."""


class NotFound(Refusal):
    """There is no such thing, or it is not theirs to see."""


class Conflict(Refusal):
    """The facts forbid it."""


class TooMany(Refusal):
    """Too often in too short a time."""


class Unavailable(Refusal):
    """Something outside does not answer; trying again later may help."""


@contextmanager
def rules_hold() -> Iterator[None]:
    """Refuse where a rule forbids.

    Raises:
        Conflict: with the rule's code.
    """
    try:
        yield
    except RuleBrokenError as broken:
        raise Conflict(broken.code, **broken.params) from broken
