"""Long revocation lists are looked up at once, whatever their entries are."""

import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given
from hypothesis import strategies as st

from kezek.eds.crl import read_list
from kezek.eds.index import main, make_index, open_index
from kezek.eds.listed import Listed
from kezek.eds.revocation import UnusableError
from kezek.eds.testing import Revoked, make_crl, new_authority

BEGIN = datetime(2026, 11, 21, tzinfo=UTC)
ISSUER = new_authority("СЫНАҚ", BEGIN)
LONGEST = 2**159 - 1


def list_of(serials: Sequence[int]) -> x509.CertificateRevocationList:
    """A list on which the n-th of these numbers is revoked n seconds after the beginning, not by our own writer."""
    assert isinstance(ISSUER.key, RSAPrivateKey)
    entries = [
        x509.RevokedCertificateBuilder(serial, BEGIN + timedelta(seconds=n), _EXTENSIONS[n % 3]).build()
        for n, serial in enumerate(serials)
    ]
    builder = x509.CertificateRevocationListBuilder(ISSUER.certificate.subject, BEGIN, BEGIN, [], entries)
    return builder.sign(ISSUER.key, hashes.SHA256())


_HOLD, _INVALID = x509.CRLReason(x509.ReasonFlags.certificate_hold), x509.InvalidityDate(BEGIN)
_EXTENSIONS: list[list[x509.Extension[Any]]] = [
    [],
    [x509.Extension(_HOLD.oid, critical=False, value=_HOLD)],
    [x509.Extension(_INVALID.oid, critical=True, value=_INVALID)],
]


def listed(serials: Sequence[int]) -> Listed:
    return read_list(list_of(serials).public_bytes(Encoding.DER), ISSUER.certificate).listed


@given(serials=st.lists(st.integers(1, LONGEST), max_size=6, unique=True), other=st.integers(1, LONGEST))
def test_every_entry_is_found_with_its_instant_and_nothing_else_is(serials: list[int], other: int) -> None:
    found = listed(serials)
    assert [found.since(each) for each in serials] == [BEGIN + timedelta(seconds=n) for n in range(len(serials))]
    assert (found.since(other) is None) is (other not in serials)
    assert len(found) == len(serials)
    assert found.since(2**400) is None


def test_who_stands_there_twice_counts_no_more_since_the_earlier_instant() -> None:
    assert listed([5, 7, 5]).since(5) == BEGIN


def test_a_long_list_is_not_read_through_for_every_signature() -> None:
    found = listed(range(1, 20_001))
    began = time.process_time()
    for _ in range(1000):
        assert found.since(LONGEST) is None
    assert time.process_time() - began < 0.5  # reading it through takes a thousand times some milliseconds


def test_an_index_says_what_its_list_says(tmp_path: Path) -> None:
    entries = [Revoked(serial, BEGIN) for serial in (3, LONGEST, 2**100)]
    der = make_crl(ISSUER, entries, BEGIN, BEGIN + timedelta(hours=7), number=15, base=14)
    for name, content in (("list", der), ("issuer", ISSUER.der)):
        (tmp_path / name).write_bytes(content)
    assert main(*(str(tmp_path / name) for name in ("list", "issuer", "index"))) == 0
    said, found = read_list(der, ISSUER.certificate), open_index(tmp_path / "index")
    for name in ("sha256", "this_update", "next_update", "number", "base", "delta_urls", "life"):
        assert getattr(found, name) == getattr(said, name), name
    assert bytes(found.listed) == bytes(said.listed)
    assert [found.listed.since(each.serial) for each in entries] == [BEGIN] * 3
    assert found.listed.since(4) is None


def test_who_has_an_index_open_goes_on_with_it_when_the_next_one_comes(tmp_path: Path) -> None:
    der, index = tmp_path / "list", tmp_path / "index"
    for serial in (1, 2):
        der.write_bytes(make_crl(ISSUER, [Revoked(serial, BEGIN)], BEGIN, BEGIN + timedelta(hours=1)))
        make_index(der, ISSUER.certificate, index)
        if serial == 1:
            before = open_index(index)
    assert (before.listed.since(1), open_index(index).listed.since(1)) == (BEGIN, None)


@pytest.mark.parametrize("cut", [0, 4, 40, -1])
def test_what_is_not_all_of_an_index_is_not_believed(tmp_path: Path, cut: int) -> None:
    der, index = tmp_path / "list", tmp_path / "index"
    der.write_bytes(make_crl(ISSUER, [Revoked(1, BEGIN)], BEGIN, BEGIN + timedelta(hours=1)))
    make_index(der, ISSUER.certificate, index)
    index.write_bytes(index.read_bytes()[:cut])
    with pytest.raises(ValueError, match=r"index|empty|JSON|Expecting|Unterminated"):
        open_index(index)


def test_a_bad_list_leaves_the_index_before_it_in_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / name for name in ("list", "issuer", "index")]
    files[0].write_bytes(make_crl(new_authority("БАСҚА", BEGIN), [], BEGIN, BEGIN))
    files[1].write_bytes(ISSUER.der)
    files[2].write_bytes(b"before")
    before = os.nice(0)
    assert main(*map(str, files)) != 0
    assert os.nice(0) == before  # only the program of its own steps back behind others
    assert "another's list" in capsys.readouterr().err
    assert files[2].read_bytes() == b"before"
    with pytest.raises(UnusableError):
        make_index(files[0], ISSUER.certificate, files[2])
