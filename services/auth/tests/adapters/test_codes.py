import asyncio
import random
from typing import Any

import pytest
from redis.asyncio import Redis

from kezek.auth.adapters.codes import EMAIL_DIGITS, SMS_DIGITS, Codes, new_code
from kezek.auth.adapters.redis import connect
from kezek.auth.adapters.sealing import Seal
from kezek.platform.errors import Unavailable

IIN, PHONE, CODE, WRONG = "991399000009", "77990000001", "042137", "042138"
GIVEN: dict[str, Any] = {"code": CODE, "payload": {"iin": IIN, "phone": PHONE}, "lifetime_s": 300, "tries": 5}


async def everything_of(redis: Any, key: bytes) -> bytes:
    kind = await redis.type(key)
    return b"".join((await redis.hgetall(key)).values()) if kind == b"hash" else bytes(await redis.get(key))


@pytest.fixture
def codes(redis: Redis, seal: Seal) -> Codes:
    return Codes(redis, seal)


async def test_the_right_code_gives_the_payload_once(codes: Codes) -> None:
    await codes.keep("test", "me", **GIVEN)
    assert await codes.take("test", "me", CODE) == {"iin": IIN, "phone": PHONE}
    assert await codes.take("test", "me", CODE) is None


async def test_of_fifty_who_bring_it_at_once_one_gets_it(codes: Codes) -> None:
    await codes.keep("test", "me", **GIVEN)
    taken = await asyncio.gather(*(codes.take("test", "me", CODE) for _ in range(50)))
    assert len([payload for payload in taken if payload]) == 1


async def test_the_last_try_still_counts_and_none_after_it(codes: Codes) -> None:
    await codes.keep("test", "patient", **GIVEN)
    assert [await codes.take("test", "patient", WRONG) for _ in range(4)] == [None] * 4
    assert await codes.take("test", "patient", CODE)
    await codes.keep("test", "guesser", **GIVEN)
    assert [await codes.take("test", "guesser", WRONG) for _ in range(5)] == [None] * 5
    assert await codes.take("test", "guesser", CODE) is None


async def test_a_crowd_of_wrong_tries_has_no_more_tries_than_one(codes: Codes) -> None:
    await codes.keep("test", "me", **GIVEN)
    await asyncio.gather(*(codes.take("test", "me", WRONG) for _ in range(50)))
    assert await codes.read("test", "me") is None
    assert await codes.take("test", "me", CODE) is None


async def test_codes_of_other_subjects_and_purposes_are_wrong(codes: Codes) -> None:
    await codes.keep("test", "me", **GIVEN)
    assert await codes.take("test", "you", CODE) is None
    assert await codes.take("other", "me", CODE) is None
    assert await codes.take("test", "me", CODE)


async def test_a_new_code_replaces_the_old_and_its_tries(codes: Codes) -> None:
    await codes.keep("test", "me", **{**GIVEN, "tries": 1})
    await codes.keep("test", "me", **{**GIVEN, "code": "999999"})
    assert await codes.take("test", "me", CODE) is None
    assert await codes.take("test", "me", "999999")


async def test_a_new_code_is_as_shut_as_the_first(codes: Codes) -> None:
    await codes.keep("test", "me", **{**GIVEN, "code": None})
    assert await codes.open_for("test", "me", CODE)
    await codes.keep("test", "me", **{**GIVEN, "code": None})
    waiting = await codes.read("test", "me")
    assert waiting is not None
    assert not waiting.opened


async def test_of_one_owner_only_the_newest_lives(codes: Codes) -> None:
    await codes.keep("test", "first browser", **GIVEN, owner=IIN)
    await codes.keep("test", "second browser", **GIVEN, owner=IIN)
    await codes.keep("test", "second browser", **GIVEN, owner=IIN)
    assert await codes.take("test", "first browser", CODE) is None
    assert await codes.take("test", "second browser", CODE)


async def test_without_a_code_nothing_fits_until_one_comes(codes: Codes) -> None:
    await codes.keep("test", "me", **{**GIVEN, "code": None})
    assert await codes.take("test", "me", CODE) is None
    assert await codes.open_for("test", "me", CODE)
    assert await codes.take("test", "me", CODE)
    assert not await codes.open_for("test", "me", CODE), "nobody waits any more"
    assert await codes.read("test", "me") is None


async def test_an_expired_code_is_unknown(codes: Codes, redis: Redis) -> None:
    await codes.keep("test", "me", **GIVEN)
    (key,) = await redis.keys()
    assert 299_000 < await redis.pttl(key) <= 300_000
    await redis.pexpireat(key, 1)
    assert await codes.take("test", "me", CODE) is None


async def test_redis_holds_nothing_in_the_clear_and_everything_expires(codes: Codes, redis: Any) -> None:
    await codes.keep("test", PHONE, **GIVEN, owner=IIN)
    seen = b""
    for key in await redis.keys():
        assert 0 < await redis.ttl(key) <= 300
        seen += key + await everything_of(redis, key)
    assert not [secret for secret in (IIN, PHONE, CODE) if secret.encode() in seen]


async def test_another_secret_opens_nothing(codes: Codes, redis: Redis) -> None:
    await codes.keep("test", "me", **GIVEN)
    assert await Codes(redis, Seal("another")).take("test", "me", CODE) is None


async def test_scripts_survive_a_redis_that_forgot_them(codes: Codes, redis: Redis) -> None:
    await codes.keep("test", "me", **GIVEN)
    await redis.script_flush()
    assert await codes.take("test", "me", CODE)


async def test_without_redis_it_is_said_plainly(seal: Seal) -> None:
    codes = Codes(connect("redis://127.0.0.1:9/0", 0.3), seal)
    for asked in (codes.keep("test", "me", **GIVEN), codes.take("test", "me", CODE), codes.read("test", "me")):
        with pytest.raises(Unavailable, match="sign_in_unavailable"):
            await asked


def test_codes_have_their_length_and_differ() -> None:
    made = {new_code() for _ in range(200)}
    assert len(made) > 190
    assert {len(code) for code in made} == {6}
    assert len(new_code(EMAIL_DIGITS)) == EMAIL_DIGITS


@pytest.mark.parametrize("digits", [SMS_DIGITS, EMAIL_DIGITS])
def test_no_seed_foretells_a_code(digits: int) -> None:
    drawn = []
    for _ in range(2):
        random.seed(7)
        drawn.append([new_code(digits) for _ in range(20)])
    assert drawn[0] != drawn[1]
