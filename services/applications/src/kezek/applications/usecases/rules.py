"""Turns a broken rule of the domain into a refusal that is answered with its code."""

from collections.abc import Iterator
from contextlib import contextmanager

from kezek.applications.domain.rules import RuleBrokenError
from kezek.platform.errors import Conflict


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
