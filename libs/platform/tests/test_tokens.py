import asyncio
import base64
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import OKPKey

from kezek.platform import tokens
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.errors import SignInRequired, Unavailable
from kezek.platform.testing import an_actor, worker_of
from kezek.platform.tokens import Target, TokenVerifier, issue_token

KEY = OKPKey.generate_key("Ed25519", {"kid": "one"})
OTHER = OKPKey.generate_key("Ed25519", {"kid": "one"})
ACTOR = an_actor(Grant(Role.OFFICER, district="1110"))
TARGET = Target("queue", "GET", "/applications/1")


def verifier() -> TokenVerifier:
    return TokenVerifier("http://127.0.0.1:1/jwks.json", keys=[KEY])


def encode(claims: dict[str, Any], key: Any = KEY, **changes: Any) -> str:
    header = {"typ": "kezek-request+jwt", "alg": "Ed25519", "kid": "one", **changes}
    given = {name: value for name, value in header.items() if value is not None}
    return jwt.encode(given, claims, key, algorithms=["Ed25519"])


def claims(**changes: Any) -> dict[str, Any]:
    now = int(time.time())
    return {**ACTOR.to_claims(), **TARGET.to_claims(), "iat": now, "exp": now + 30, **changes}


async def test_a_token_speaks_of_its_person() -> None:
    for actor in (ACTOR, worker_of(ACTOR.person_id), an_actor()):
        assert await verifier().actor(issue_token(actor, TARGET, KEY), TARGET) == actor


def test_a_token_lives_for_half_a_minute() -> None:
    said = jwt.decode(issue_token(ACTOR, TARGET, KEY), KEY, algorithms=["Ed25519"]).claims
    assert said["exp"] - said["iat"] == 30


@pytest.mark.parametrize(
    "other",
    [
        Target("referrals", "GET", "/applications/1"),
        Target("queue", "POST", "/applications/1"),
        Target("queue", "GET", "/applications/2"),
        Target("queue", "GET", "/applications/1/"),
    ],
)
async def test_a_token_is_good_for_its_request_alone(other: Target) -> None:
    with pytest.raises(SignInRequired):
        await verifier().actor(issue_token(ACTOR, TARGET, KEY), other)


def base64url(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def unsigned(alg: str) -> str:
    """A token that claims to need no signature, or one that is still to come."""
    return ".".join([base64url(json.dumps(part).encode()) for part in ({"alg": alg, "kid": "one"}, claims())]) + "."


def by_hmac(public_key: bytes) -> str:
    """A token whose secret is what everybody knows: the public key."""
    token = unsigned("HS256").rstrip(".")
    return f"{token}.{base64url(hmac.digest(public_key, token.encode(), 'sha256'))}"


def with_its_own_key(**header: Any) -> str:
    """A token that brings the key, or the address of the key, that made it."""
    return encode(claims(), OTHER, **header)


@pytest.mark.parametrize(
    "forge",
    [
        lambda: issue_token(ACTOR, TARGET, OTHER),
        lambda: encode(claims(exp=int(time.time()) - 3)),
        lambda: encode(claims(iat=int(time.time()) + 60, exp=int(time.time()) + 90)),
        lambda: encode(claims(aud="bank")),
        lambda: encode(claims(aud=["queue"])),
        lambda: with_its_own_key(jwk=OTHER.as_dict(private=False)),
        lambda: with_its_own_key(jwk=OTHER.as_dict(private=False), kid=None),
        lambda: with_its_own_key(jku="http://127.0.0.1:1/mine.json"),
        lambda: encode(claims(exp="tomorrow")),
        lambda: encode(claims(), kid=None),
        lambda: by_hmac(str(KEY.as_dict()["x"]).encode()),
        lambda: by_hmac(KEY.as_pem(private=False)),
        lambda: unsigned("none"),
        lambda: unsigned("None"),
        lambda: encode(claims(iat=int(time.time()) - 60, exp=int(time.time()) - 30)),
        lambda: issue_token(ACTOR, TARGET, KEY)[:-4] + "AAAA",
        lambda: ".".join([issue_token(ACTOR, TARGET, KEY).split(".")[0], "e30", ""]),
        lambda: "",
        lambda: "a.b.c",
    ],
)
async def test_a_token_that_is_forged_old_or_not_for_us_signs_nobody_in(forge: Callable[[], str]) -> None:
    with pytest.raises(SignInRequired):
        await verifier().actor(forge(), TARGET)


def without(name: str, key: Any = KEY) -> str:
    return encode({each: value for each, value in claims().items() if each != name}, key)


@pytest.mark.parametrize(
    "make",
    [
        lambda: encode(claims(), typ="kezek-request.2+jwt"),
        lambda: encode(claims(), typ="JWT"),
        lambda: encode(claims(), typ=None),
        *(partial(without, name) for name in ("aud", "htm", "htu", "exp", "iat", "grants", "method")),
        lambda: encode(claims(method="a way to sign in that is still to come")),
        lambda: encode(claims(grants=[{"role": "inspector", "kindergarten": None, "district": None}])),
    ],
)
async def test_a_rightly_signed_token_of_another_form_signs_nobody_in_and_nobody_out(make: Callable[[], str]) -> None:
    with pytest.raises(Unavailable) as refused:
        await verifier().actor(make(), TARGET)
    assert refused.value.code == "service_unavailable"


@pytest.mark.parametrize(
    "forge",
    [
        lambda: encode(claims(), OTHER, typ="JWT"),
        lambda: without("aud", OTHER),
        lambda: without("grants", OTHER),
        lambda: encode({**claims(exp=int(time.time()) - 60), "grants": None}),
        lambda: encode({**claims(aud="bank"), "grants": None}),
    ],
)
async def test_a_forged_token_of_another_form_is_a_forged_one(forge: Callable[[], str]) -> None:
    with pytest.raises(SignInRequired):
        await verifier().actor(forge(), TARGET)


@given(st.text(max_size=60) | st.from_regex(r"[A-Za-z0-9_-]{0,30}\.[A-Za-z0-9_-]{0,30}\.[A-Za-z0-9_-]{0,30}"))
@settings(max_examples=60, deadline=None)
def test_noise_signs_nobody_in(noise: str) -> None:
    with pytest.raises((SignInRequired, Unavailable)):
        asyncio.run(verifier().actor(noise, TARGET))


async def test_an_unknown_key_is_asked_for_and_then_known(jwks: Any) -> None:
    server = TokenVerifier(jwks.url)
    for _ in range(3):
        assert await server.actor(issue_token(ACTOR, TARGET, KEY), TARGET) == ACTOR
    assert jwks.asked == 1


async def test_made_up_key_ids_do_not_make_us_ask_again_and_again(jwks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_REFRESH_AT_MOST_EVERY_S", 60.0)
    server = TokenVerifier(jwks.url)
    for number in range(5):
        with pytest.raises(SignInRequired):
            await server.actor(encode(claims(), kid=f"made up {number}"), TARGET)
    assert jwks.asked == 1


async def test_a_new_key_is_found_later(jwks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    server = TokenVerifier(jwks.url)
    await server.actor(issue_token(ACTOR, TARGET, KEY), TARGET)
    new = OKPKey.generate_key("Ed25519", {"kid": "two"})
    jwks.keys.append(new)
    monkeypatch.setattr(tokens, "_REFRESH_AT_MOST_EVERY_S", 0)
    assert await server.actor(issue_token(ACTOR, TARGET, new), TARGET) == ACTOR


async def test_a_key_that_was_taken_back_serves_nobody_for_long(jwks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    server = TokenVerifier(jwks.url)
    await server.actor(issue_token(ACTOR, TARGET, KEY), TARGET)
    jwks.keys = [OKPKey.generate_key("Ed25519", {"kid": "two"})]
    monkeypatch.setattr(tokens, "_REFRESH_AT_MOST_EVERY_S", 0)
    monkeypatch.setattr(tokens, "_READ_ANEW_AFTER_S", -1)
    with pytest.raises(SignInRequired):
        await server.actor(issue_token(ACTOR, TARGET, KEY), TARGET)


async def test_known_keys_serve_while_auth_cannot_be_asked_anew(jwks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    server = TokenVerifier(jwks.url)
    await server.actor(issue_token(ACTOR, TARGET, KEY), TARGET)
    jwks.status = b"503 Service Unavailable"
    monkeypatch.setattr(tokens, "_REFRESH_AT_MOST_EVERY_S", 0)
    monkeypatch.setattr(tokens, "_READ_ANEW_AFTER_S", -1)
    assert await server.actor(issue_token(ACTOR, TARGET, KEY), TARGET) == ACTOR
    assert jwks.asked == 2


async def test_who_is_closed_lets_the_connection_to_auth_go() -> None:
    ended = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        body = json.dumps({"keys": [KEY.as_dict(private=False)]}).encode()
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%b" % (len(body), body))
        await reader.read()
        ended.set()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        asking = TokenVerifier(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/jwks.json")
        await asking.actor(issue_token(ACTOR, TARGET, KEY), TARGET)
        await asking.close()
        await asyncio.wait_for(ended.wait(), 10)


async def test_while_auth_is_away_an_unknown_key_is_no_refusal_of_the_person() -> None:
    with pytest.raises(Unavailable):
        await TokenVerifier("http://127.0.0.1:1/jwks.json").actor(issue_token(ACTOR, TARGET, KEY), TARGET)


async def test_while_auth_fails_it_is_not_asked_again_and_again(jwks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "_REFRESH_AT_MOST_EVERY_S", 60.0)
    jwks.status = b"503 Service Unavailable"
    server = TokenVerifier(jwks.url)
    for number in range(5):
        with pytest.raises(Unavailable):
            await server.actor(encode(claims(), kid=f"unknown {number}"), TARGET)
    assert jwks.asked == 1


def test_a_person_shown_in_a_log_has_no_iin() -> None:
    assert ACTOR.iin not in repr(ACTOR)
    assert ACTOR.iin not in f"{ACTOR}"


class Jwks:
    """Auth's public keys over real HTTP."""

    def __init__(self) -> None:
        self.keys = [KEY]
        self.asked = 0
        self.status = b"200 OK"
        self.url = ""

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        self.asked += 1
        body = json.dumps({"keys": [key.as_dict(private=False) for key in self.keys]}).encode()
        head = b"HTTP/1.1 %b\r\ncontent-length: %d\r\nconnection: close\r\n\r\n" % (self.status, len(body))
        writer.write(head + body)
        await writer.drain()
        writer.close()


@pytest.fixture
async def jwks() -> AsyncIterator[Jwks]:
    made = Jwks()
    async with await asyncio.start_server(made.answer, "127.0.0.1", 0) as server:
        made.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/jwks.json"
        yield made


def test_everybody_is_a_parent_and_a_worker_of_their_kindergarten_only() -> None:
    worker: Actor = worker_of(ACTOR.person_id)
    assert worker.roles == {Role.PARENT, Role.WORKER}
    assert worker.works_at(ACTOR.person_id)
    assert not worker.works_at(worker.person_id)
