"""Scans that a person hands in, as a claim keeps them."""

from collections.abc import Sequence
from datetime import datetime

from kezek.applications.domain.claim import ClaimFile
from kezek.platform.given_files import GivenFile


def kept_files(given: Sequence[GivenFile], at: datetime) -> tuple[ClaimFile, ...]:
    """Given files as a claim keeps them."""
    return tuple(ClaimFile(**each.model_dump(), added_at=at) for each in given)
