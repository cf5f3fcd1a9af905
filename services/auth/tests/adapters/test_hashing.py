import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from kezek.auth.adapters.hashing import Hashing
from kezek.auth.way_settings import PasswordSettings
from kezek.platform.errors import Unavailable

OWASP_KIB, OWASP_PASSES = 19 * 1024, 2
SETTINGS = PasswordSettings(database_url="", environment="sandbox")


@pytest.fixture
async def hashing() -> AsyncIterator[Hashing]:
    async with Hashing.open(SETTINGS) as opened:
        yield opened


async def test_a_hash_is_argon2id_of_at_least_owasps_cost_and_salted(hashing: Hashing) -> None:
    one, other = await hashing.hash("жеті қазына"), await hashing.hash("жеті қазына")
    assert one != other
    assert one.startswith(f"$argon2id$v=19$m={SETTINGS.password_memory_kib},t={SETTINGS.password_passes},p=1$")
    assert SETTINGS.password_memory_kib >= OWASP_KIB
    assert SETTINGS.password_passes >= OWASP_PASSES
    assert await hashing.fits(one, "жеті қазына")
    assert not await hashing.fits(one, "Жеті қазына")


async def test_nothing_fits_nobody_and_costs_the_same(hashing: Hashing) -> None:
    kept = await hashing.hash("жеті қазына")
    taken: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(9):
        for known, seconds in taken.items():
            began = time.perf_counter()
            assert not await hashing.fits(kept if known else None, "wrong one")
            seconds.append(time.perf_counter() - began)
    somebody, nobody = (min(each) for each in taken.values())  # a busy machine only adds to it
    assert 0.5 < somebody / nobody < 2


async def test_other_parameters_are_outdated(hashing: Hashing) -> None:
    dearer = PasswordSettings(database_url="", environment="sandbox", password_passes=3)
    kept = await hashing.hash("жеті қазына")
    assert not hashing.is_outdated(kept)
    async with Hashing.open(dearer) as of_today:
        assert of_today.is_outdated(kept)
        assert await of_today.fits(kept, "жеті қазына")


async def test_more_than_can_wait_are_refused_and_those_who_wait_are_served() -> None:
    few = PasswordSettings(
        database_url="", environment="sandbox", password_hashing_at_once=1, password_hashing_waiting=2
    )
    async with Hashing.open(few) as hashing:
        asked = [hashing.hash("жеті қазына") for _ in range(6)]
        answers = await asyncio.gather(*asked, return_exceptions=True)
        refused = [each for each in answers if isinstance(each, Unavailable)]
        assert (len(refused), refused[0].code) == (3, "sign_in_unavailable")
        assert await hashing.hash("тағы бір рет")


async def test_the_loop_goes_on_while_hashes_are_made(hashing: Hashing) -> None:
    making = [asyncio.create_task(hashing.hash("жеті қазына")) for _ in range(4)]
    turns = 0
    while not all(task.done() for task in making):
        await asyncio.sleep(0)
        turns += 1
    assert turns > 100
