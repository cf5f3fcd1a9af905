"""How many files, how large, may come together: asked when they come and when they are used (domain §8.papers)."""

from collections.abc import Sequence

from kezek.platform.errors import RuleBrokenError

MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE
"""Of one file, whatever a policy allows together: it is examined, sealed and handed out whole."""


def limits_hold(sizes: Sequence[int], files: int, megabytes: int) -> None:
    """Refuse more files than a policy allows, or larger ones (`paper_files`, `paper_megabytes`; domain §8.papers).

    Raises:
        RuleBrokenError: `too_many_files` with `most`, `files_too_large` with `megabytes`.
    """
    if len(sizes) > files:
        raise RuleBrokenError("too_many_files", most=files)
    if sum(sizes) > megabytes * MEGABYTE or any(size > LARGEST for size in sizes):
        raise RuleBrokenError("files_too_large", megabytes=min(megabytes, LARGEST // MEGABYTE))
