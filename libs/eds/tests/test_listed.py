"""Long revocation lists are looked up at once, whatever their entries are."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from hypothesis import given
from hypothesis import strategies as st

from kezek.eds.listed import Listed
from kezek.eds.testing import new_key

BEGIN = datetime(2026, 11, 21, tzinfo=UTC)
KEY = new_key()
LONGEST = 2**159 - 1


def listed(serials: Sequence[int]) -> Listed:
    """A list on which the n-th of these numbers is revoked n seconds after the beginning."""
    builder = x509.CertificateRevocationListBuilder(
        x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "СЫНАҚ")]),
        BEGIN,
        BEGIN,
        revoked_certificates=[
            x509.RevokedCertificateBuilder(serial, BEGIN + timedelta(seconds=n)).build()
            for n, serial in enumerate(serials)
        ],
    )
    return Listed(builder.sign(KEY, hashes.SHA256()))


@given(serials=st.lists(st.integers(1, LONGEST), max_size=6, unique=True), other=st.integers(1, LONGEST))
def test_every_entry_is_found_with_its_instant_and_nothing_else_is(serials: list[int], other: int) -> None:
    found = listed(serials)
    assert [found.since(each) for each in serials] == [BEGIN + timedelta(seconds=n) for n in range(len(serials))]
    assert (found.since(other) is None) is (other not in serials)
    assert len(found) == len(serials)


def test_who_stands_there_twice_counts_no_more_since_the_earlier_instant() -> None:
    assert listed([5, 7, 5]).since(5) == BEGIN


def test_a_long_list_is_not_read_through_for_every_signature() -> None:
    found = listed(range(1, 20_001))
    began = time.process_time()
    for _ in range(1000):
        assert found.since(LONGEST) is None
    assert time.process_time() - began < 0.5  # reading it through takes a thousand times some milliseconds
