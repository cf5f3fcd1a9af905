"""`python -m tests.load.revocation`: a revocation list of production size, read and looked up.

Each figure stands as a ratio to a floor of the same run on the same bytes: reading beside `cryptography` going through
it once in memory, looking up beside a search in a sorted array in memory.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.x509 import load_der_x509_crl

from kezek.eds.index import open_index
from kezek.eds.testing import Certified, Revoked, make_crl, new_authority
from tests.load.figures import say

ENTRIES, LOOKUPS = 422_065, 20_000
MAX_TIMES_CRYPTOGRAPHY, MAX_TIMES_ARRAY, MAX_LOOKUP_MS, MAX_READER_MB = 6.0, 40.0, 1.0, 250.0
_REPORTS_ITS_PEAK = (
    "import resource, sys; from kezek.eds.index import main; status = main(*sys.argv[1:]);"
    "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')));"
    "sys.exit(status)"
)


def made() -> tuple[Certified, list[Revoked], bytes]:
    """An authority, what it revoked, and its list."""
    dice, now = random.Random(422065), datetime.now(UTC).replace(microsecond=0)
    issuer = new_authority("СЫНАҚ", now)
    revoked = [Revoked(dice.getrandbits(157) | 1 << 158, now, "superseded") for _ in range(ENTRIES)]
    return issuer, revoked, make_crl(issuer, revoked, now, now + timedelta(hours=27))


def seconds(work: Callable[[], object]) -> float:
    """Of the processor, for doing this."""
    began = time.process_time()
    work()
    return time.process_time() - began


def read_apart(folder: Path, issuer: Certified, der: bytes) -> tuple[float, float]:
    """Seconds of the processor and the most megabytes that the process took which read the list."""
    files = [folder / name for name in ("list", "issuer", "index")]
    files[0].write_bytes(der)
    files[1].write_bytes(issuer.der)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", _REPORTS_ITS_PEAK, *map(str, files)]
    said = subprocess.run(command, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, int(said.stdout) / 1024


def main() -> int:
    """Measure and print; 1 when a limit is passed."""
    issuer, revoked, der = made()
    asked = random.Random(1).sample(revoked, LOOKUPS)
    floor_s = seconds(lambda: [(each.serial_number, each.revocation_date_utc) for each in load_der_x509_crl(der)])
    with tempfile.TemporaryDirectory() as name:
        read_s, reader_mb = read_apart(Path(name), issuer, der)
        listed = open_index(Path(name) / "index").listed
        lookup_ms = 1000 * seconds(lambda: [listed.since(each.serial) for each in asked]) / LOOKUPS
    array = sorted(each.serial for each in revoked)
    array_ms = 1000 * seconds(lambda: [bisect_left(array, each.serial) for each in asked]) / LOOKUPS
    say(f"revocation list: {len(der) / 1e6:.1f} MB, {ENTRIES} entries")
    say(f"  read: {read_s:.2f} s of the processor and {reader_mb:.0f} MB at most (limit {MAX_READER_MB:.0f} MB)")
    say(f"  read: {read_s / floor_s:.1f} x `cryptography` (limit {MAX_TIMES_CRYPTOGRAPHY:.0f})")
    say(f"  looked up: {1000 * lookup_ms:.0f} us (limit {1000 * MAX_LOOKUP_MS:.0f})")
    say(f"  looked up: {lookup_ms / array_ms:.0f} x a search in a sorted array (limit {MAX_TIMES_ARRAY:.0f})")
    passed = (read_s / floor_s, lookup_ms / array_ms, lookup_ms, reader_mb)
    limits = (MAX_TIMES_CRYPTOGRAPHY, MAX_TIMES_ARRAY, MAX_LOOKUP_MS, MAX_READER_MB)
    return int(any(figure > limit for figure, limit in zip(passed, limits, strict=True)))


if __name__ == "__main__":
    sys.exit(main())
