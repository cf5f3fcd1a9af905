"""Lists of every size over real HTTP: fetched in pieces, read once per machine, with what has changed since."""

import asyncio
import os
import random
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509

from kezek.eds import Purpose, SignatureRefused
from kezek.eds.index import make_index
from kezek.eds.testing import (
    OCSP_SIGNING,
    Certified,
    Profile,
    Revoked,
    issue,
    make_crl,
    new_key,
    subject,
    usage,
)
from kezek.platform import authorities, revocation_lists
from kezek.platform.errors import Unavailable
from kezek.platform.signatures import Verifier
from kezek.platform.testing import Authority, MovableClock, an_iin, certificate_authority, eventually

CONTENT = "Өтініш".encode()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PRODUCTION_ENTRIES = 422_065
LIST = "issuing/crl"
MakeVerifier = Callable[..., Verifier]


@pytest.fixture(autouse=True)
def _asks_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(authorities, "_LEAVE_ALONE_S", 0.0)


@pytest.fixture(params=[False])
async def authority(request: Any, tmp_path: Path, sandbox_clock: MovableClock) -> AsyncIterator[Authority]:
    """One whose OCSP is down; parametrized by whether its people's certificates name a delta list."""
    async with certificate_authority(tmp_path, sandbox_clock, deltas=request.param) as one:
        one.down = {"ocsp"}
        yield one


async def outcome(verifier: Verifier, authority: Authority, iin: str = "") -> str:
    """By what the person's certificate was found good, or the refusal's code."""
    cms = authority.signing.sign_der(iin or an_iin(), CONTENT)
    try:
        verified = await verifier.verify(cms, CONTENT, at=authority.clock.now(), purpose=Purpose.SIGN)
    except (SignatureRefused, Unavailable) as refused:
        return str(refused.code)
    person = verified.revocation[0]
    return f"{person['source']}+delta" if "delta_sha256" in person else person["source"]


def becomes(wanted: str, verifier: Verifier, authority: Authority, iin: str = "") -> Any:
    async def reached() -> bool:
        return await outcome(verifier, authority, iin) == wanted

    return eventually(reached, wanted, within_s=300)


def publish(authority: Authority, *revoked: Revoked, age: timedelta = timedelta(0), **numbers: Any) -> None:
    """A list of the issuing authority made so long ago, complete or (`base`) delta, which lies there until the next."""
    made, life = authority.clock.now() - age, 8 * HOUR if "base" in numbers else 27 * HOUR
    path = "issuing/delta" if "base" in numbers else LIST
    authority.published[path] = make_crl(authority.signing.authority, revoked, made, made + life, **numbers)


def entry(authority: Authority, iin: str, at: datetime | None = None) -> Revoked:
    since = at or authority.clock.now() - HOUR
    return Revoked(authority.signing.certified(iin).certificate.serial_number, since)


def many(number: int, dice: random.Random) -> list[Revoked]:
    since = datetime(2026, 11, 1, tzinfo=UTC)
    return [Revoked(dice.getrandbits(157) | 1 << 158, since, "cessation_of_operation") for _ in range(number)]


async def test_a_list_of_production_size_over_a_network_that_breaks(
    make_verifier: MakeVerifier, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    """21.6 MB: nobody gets in before it is there; it is fetched and read once, and not by who serves."""
    revoked = an_iin()
    publish(authority, entry(authority, revoked), *many(PRODUCTION_ENTRIES - 1, random.Random(9)))
    size = len(authority.published[LIST])
    assert size > 21_600_000
    authority.cut_after = [5_000_000, 0, 9_000_000]
    verifier, other = make_verifier(revocation_timeout_s=0.1), make_verifier(revocation_timeout_s=0.1)
    monkeypatch.setattr(revocation_lists, "make_index", _only_short_lists)
    assert await outcome(verifier, authority) == "revocation_unavailable"
    await becomes("crl", verifier, authority)
    assert authority.ranges == [None, "bytes=5000000-", "bytes=5000000-", "bytes=14000000-"]
    assert await outcome(verifier, authority, revoked) == "certificate_revoked"
    assert await outcome(other, authority, revoked) == "certificate_revoked"
    assert await outcome(other, authority) == "crl"
    assert len(authority.ranges) == 4, "the other process took what the first had read"


def _only_short_lists(der: Path, issuer: x509.Certificate, index: Path) -> None:
    assert der.stat().st_size <= revocation_lists.READ_HERE_BYTES, "who serves reads a long list itself"
    make_index(der, issuer, index)


async def test_what_came_before_a_process_ended_is_not_fetched_again(
    make_verifier: MakeVerifier, authority: Authority
) -> None:
    publish(authority, *many(5000, random.Random(1)))
    authority.cut_after = [100_000, 0, 0]
    before = make_verifier()
    assert await outcome(before, authority) == "revocation_unavailable"
    await before.close()
    assert await outcome(make_verifier(), authority) == "crl"
    assert authority.ranges == [None, *["bytes=100000-"] * 3]


async def test_pieces_of_two_lists_are_never_put_together(make_verifier: MakeVerifier, authority: Authority) -> None:
    iin = an_iin()
    publish(authority, *many(5000, random.Random(1)))
    authority.cut_after = [100_000, 0, 0]
    assert await outcome(make_verifier(), authority, iin) == "revocation_unavailable"
    publish(authority, entry(authority, iin), *many(5000, random.Random(2)))
    assert await outcome(make_verifier(), authority, iin) == "certificate_revoked"


async def test_processes_that_need_it_at_once_fetch_it_once(make_verifier: MakeVerifier, authority: Authority) -> None:
    publish(authority)
    authority.delay = asyncio.Event()
    waiting = [asyncio.create_task(outcome(make_verifier(), authority)) for _ in range(3)]

    async def asked() -> bool:
        return authority.asked["crl"] >= 1

    await eventually(asked, "the first question")
    authority.delay.set()
    assert await asyncio.gather(*waiting) == ["crl"] * 3
    assert len(authority.ranges) == 1


async def test_a_list_that_has_not_changed_is_not_sent_again(
    make_verifier: MakeVerifier, authority: Authority, tmp_path: Path
) -> None:
    publish(authority, *many(100, random.Random(1)))
    verifier = make_verifier(revocation_list_refresh_s=0)
    assert await outcome(verifier, authority) == "crl"
    versions = {index.stat().st_ino for index in (tmp_path / "lists").glob("*.index")}
    asked = authority.asked["crl"]

    async def asked_again() -> bool:
        await outcome(verifier, authority)
        return authority.asked["crl"] > asked + 3

    await eventually(asked_again, "questions whether it has changed")
    (issuing,) = ({version for version in versions if version == _issuing_index(tmp_path, authority).stat().st_ino},)
    assert issuing, "the index is the same as before"


def _issuing_index(folder: Path, authority: Authority) -> Path:
    (url,) = (url for url in (folder / "lists").glob("*.url") if url.read_text() == f"{authority.url}/{LIST}")
    return url.with_suffix(".index")


async def test_lists_are_refreshed_although_nobody_needs_them(
    make_verifier: MakeVerifier, authority: Authority, tmp_path: Path
) -> None:
    """After a restart, too, and while OCSP answers."""
    iin = an_iin()
    publish(authority)
    before = make_verifier()
    assert await outcome(before, authority, iin) == "crl"
    await before.close()
    authority.down = set()
    after = make_verifier(revocation_list_refresh_s=0)
    assert await outcome(after, authority, iin) == "ocsp"
    old = _issuing_index(tmp_path, authority).stat().st_ino
    publish(authority, entry(authority, iin))

    async def read_again() -> bool:
        """The root's list is asked for, too: how often somebody asked says nothing of this one."""
        return _issuing_index(tmp_path, authority).stat().st_ino != old

    await eventually(read_again, "the refreshing")
    authority.down = {"ocsp", "crl"}
    third = make_verifier()
    assert await outcome(third, authority, iin) == "certificate_revoked"


async def test_a_list_older_than_the_certificate_proves_nothing(
    make_verifier: MakeVerifier, authority: Authority
) -> None:
    verifier = make_verifier()
    publish(authority, age=25 * HOUR)
    assert await outcome(verifier, authority) == "revocation_unavailable"
    publish(authority, age=23 * HOUR)
    assert await outcome(verifier, authority) == "crl"


@pytest.mark.parametrize("authority", [True], indirect=True)
class TestWithDeltaLists:
    """Certificates that name a delta list; it was made later than the complete list."""

    async def test_what_has_changed_since_counts(self, make_verifier: MakeVerifier, authority: Authority) -> None:
        verifier, iin = make_verifier(), an_iin()
        publish(authority, age=20 * HOUR, number=14)
        publish(authority, entry(authority, iin), age=HOUR, number=10, base=14)
        assert await outcome(verifier, authority) == "crl+delta"
        assert await outcome(verifier, authority, iin) == "certificate_revoked"

    async def test_a_complete_list_older_than_a_delta_lists_life_proves_nothing_alone(
        self, make_verifier: MakeVerifier, authority: Authority
    ) -> None:
        verifier = make_verifier()
        publish(authority, age=8 * HOUR)
        assert await outcome(verifier, authority) == "revocation_unavailable"
        publish(authority, age=7 * HOUR)
        assert await outcome(verifier, authority) == "crl"

    async def test_a_delta_list_tells_how_long_the_complete_one_holds_alone(
        self, make_verifier: MakeVerifier, authority: Authority, sandbox_clock: MovableClock
    ) -> None:
        verifier = make_verifier(revocation_delta_life_s=3600)
        publish(authority, number=14)
        publish(authority, number=10, base=14)
        assert await outcome(verifier, authority) == "crl+delta"
        authority.down |= {"delta"}
        sandbox_clock.move(7.9 * HOUR)
        assert await outcome(verifier, authority) == "crl+delta"
        publish(authority, age=7.9 * HOUR, number=15)
        authority.published.pop("issuing/delta")
        sandbox_clock.move(0.2 * HOUR)
        assert await outcome(verifier, authority) == "revocation_unavailable"
        publish(authority, number=16)
        assert await outcome(verifier, authority) == "crl"

    async def test_a_delta_list_of_a_newer_list_makes_that_be_fetched(
        self, make_verifier: MakeVerifier, authority: Authority, sandbox_clock: MovableClock
    ) -> None:
        verifier, iin = make_verifier(), an_iin()
        publish(authority, age=20 * HOUR, number=14)
        publish(authority, age=7 * HOUR, number=10, base=14)
        assert await outcome(verifier, authority, iin) == "crl+delta"
        publish(authority, entry(authority, iin), number=15)
        sandbox_clock.move(2 * HOUR)
        publish(authority, number=11, base=15)
        assert await outcome(verifier, authority) == "crl+delta"
        assert await outcome(verifier, authority, iin) == "certificate_revoked"

    async def test_a_new_certificate_is_judged_by_the_delta_list(
        self, make_verifier: MakeVerifier, authority: Authority
    ) -> None:
        publish(authority, age=26 * HOUR, number=14)
        publish(authority, age=HOUR, number=10, base=14)
        assert await outcome(make_verifier(), authority) == "crl+delta"


async def test_who_is_never_issued_by_ocsp_is_looked_up_in_the_list(
    make_verifier: MakeVerifier, authority: Authority
) -> None:
    iin, verifier = an_iin(), make_verifier()
    authority.down = set()
    authority.revoked.append(entry(authority, iin, datetime(1970, 1, 1, tzinfo=UTC)))
    publish(authority)
    assert await outcome(verifier, authority, iin) == "crl"
    publish(authority, entry(authority, iin))
    assert await outcome(make_verifier(revocation_list_refresh_s=0), authority) == "ocsp"
    authority.published[LIST] = b"noise"
    authority.down = {"crl"}
    assert (
        await outcome(make_verifier(revocation_folder=authority.signing.trust_list.parent / "other"), authority, iin)
        == "revocation_unavailable"
    )


def _delegate(authority: Authority) -> Certified:
    now = authority.clock.now()
    profile = Profile(
        subject("OCSP"), now - DAY / 2, now + DAY, key_usage=usage("digital_signature"), extended=(OCSP_SIGNING,)
    )
    return issue(new_key(), authority.signing.authority, profile)


async def test_who_answers_in_the_authoritys_name_must_not_be_revoked_itself(
    make_verifier: MakeVerifier, authority: Authority
) -> None:
    authority.down, authority.delegate = set(), _delegate(authority)
    authority.down = {"crl"}
    assert await outcome(make_verifier(), authority) == "revocation_unavailable", "nobody speaks for the responder"
    authority.down = set()
    publish(authority)
    assert await outcome(make_verifier(), authority) == "ocsp"
    publish(authority, Revoked(authority.delegate.certificate.serial_number, authority.clock.now() - HOUR))
    await becomes("crl", make_verifier(revocation_list_refresh_s=0), authority)


def test_a_folder_that_others_may_write_into_is_refused(make_verifier: MakeVerifier, tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o770)
    with pytest.raises(ValueError, match="KEZEK_REVOCATION_FOLDER"):
        make_verifier(revocation_folder=folder)


async def test_an_index_that_was_damaged_is_made_again(
    make_verifier: MakeVerifier, authority: Authority, tmp_path: Path
) -> None:
    publish(authority)
    assert await outcome(make_verifier(), authority) == "crl"
    index = _issuing_index(tmp_path, authority)
    index.write_bytes(index.read_bytes()[:-7] if index.stat().st_size > 400 else b"")
    assert await outcome(make_verifier(), authority) == "crl"
    assert authority.ranges == [None, None], "asked for all of it"


async def test_a_reader_that_fails_leaves_the_list_before_in_place(
    make_verifier: MakeVerifier, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(revocation_lists, "READ_HERE_BYTES", 0)
    publish(authority)
    assert await outcome(make_verifier(revocation_timeout_s=60), authority) == "crl"
    authority.published[LIST] = b"noise" * 1000
    verifier = make_verifier(revocation_list_refresh_s=0)
    asked = authority.asked["crl"]

    async def asked_again() -> bool:
        assert await outcome(verifier, authority) == "crl"
        return authority.asked["crl"] > asked

    await eventually(asked_again, "the bad list")
    assert await outcome(verifier, authority) == "crl"


async def test_what_a_loss_of_power_emptied_is_noted_anew(
    make_verifier: MakeVerifier, authority: Authority, tmp_path: Path
) -> None:
    publish(authority)
    assert await outcome(make_verifier(), authority) == "crl"
    emptied = [*(tmp_path / "lists").glob("*.issuer"), *(tmp_path / "lists").glob("*.index")]
    for file in emptied:
        file.write_bytes(b"")
    assert await outcome(make_verifier(revocation_timeout_s=60), authority) == "crl"
    assert all(file.stat().st_size for file in emptied)


async def test_a_list_that_nobody_could_have_for_a_month_is_not_asked_for_any_more(
    make_verifier: MakeVerifier, authority: Authority, tmp_path: Path
) -> None:
    publish(authority)
    assert await outcome(make_verifier(), authority) == "crl"
    folder = tmp_path / "lists"
    noted = len(revocation_lists._Place.noted(folder))
    old = (datetime.now(UTC) - 31 * DAY).timestamp()
    index = _issuing_index(tmp_path, authority)
    os.utime(index.with_suffix(".url"), (old, old))
    assert len(revocation_lists._Place.noted(folder)) == noted, "its list is young"
    os.utime(index, (old, old))
    forgotten = [each for each in revocation_lists._Place.noted(folder) if each.file("index") == index]
    assert len(revocation_lists._Place.noted(folder)) == noted - 1
    assert not list(folder.glob(f"{index.stem}.*"))
    assert all(each.forgotten() for each in forgotten), "another process may have been faster"
