"""Tokens the gateway's auth check hands to services: Ed25519, at most 30 seconds, by JWKS (ADR 15)."""

import asyncio
import time
from collections.abc import Iterable
from dataclasses import dataclass

import httpx
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OKPKey

from kezek.platform.actors import Actor, actor_from_claims
from kezek.platform.clients import http_client
from kezek.platform.errors import SignInRequired, Unavailable
from kezek.platform.telemetry import logger

LOG = logger(__name__)
ALGORITHM = "Ed25519"
TYPE = "kezek-request+jwt"
LIFETIME_S = 30
_LEEWAY_S = 2
_REFRESH_AT_MOST_EVERY_S = 1.0
_READ_ANEW_AFTER_S = 60.0


@dataclass(frozen=True)
class Target:
    """What a token is good for: a method and a path of one service, as that service sees them."""

    service: str
    method: str
    path: str

    def to_claims(self) -> dict[str, str]:
        """By the names of RFC 7519 and RFC 9449."""
        return {"aud": self.service, "htm": self.method, "htu": self.path}


def issue_token(actor: Actor, target: Target, key: OKPKey) -> str:
    """A token for this one request; judged by real time."""
    now = int(time.time())
    claims = {**actor.to_claims(), **target.to_claims(), "iat": now, "exp": now + LIFETIME_S}
    return jwt.encode({"typ": TYPE, "alg": ALGORITHM, "kid": key.kid}, claims, key, algorithms=[ALGORITHM])


class TokenVerifier:
    """Verifies tokens by auth's public keys, fetched when a key is unknown, at most once a second whatever comes.

    A new key is published some seconds before it signs, so a token that is not forged has its key in the last answer.
    Known keys are asked for anew each minute, so that one which was taken back serves nobody for long.
    """

    def __init__(self, jwks_url: str, keys: Iterable[OKPKey] = ()) -> None:
        self._url = jwks_url
        self._client = http_client(timeout=2)
        self._keys: dict[str, OKPKey] = {str(key.kid): key for key in keys}
        self._tried_at = float("-inf")
        self._read_at = time.monotonic()
        self._auth_away = False
        self._lock = asyncio.Lock()

    async def actor(self, token: str, target: Target) -> Actor:
        """The person a token speaks of.

        Raises:
            SignInRequired: for a token that is forged, too old, or for another request.
            Unavailable: when the key is unknown and auth does not answer, or auth is of another release than we are.
        """
        try:
            key = await self._key(_kid(token))
            decoded = jwt.decode(token, key, algorithms=[ALGORITHM])
            _check(decoded, target)
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise SignInRequired("sign_in_required") from error
        try:
            return actor_from_claims(decoded.claims)
        except (ValueError, KeyError, TypeError):
            raise _of_another_release() from None

    async def claims(self, token: str, type_: str) -> dict[str, object]:
        """What a token of another kind says that auth has signed; whether it is still good is the caller's question.

        Raises:
            ValueError: when auth did not sign it, or it is of another kind.
            Unavailable: when the key is unknown and auth does not answer.
        """
        try:
            decoded = jwt.decode(token, await self._key(_kid(token)), algorithms=[ALGORITHM])
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise ValueError(type_) from error
        if decoded.header.get("typ") != type_:
            raise ValueError(type_)
        return dict(decoded.claims)

    async def close(self) -> None:
        """Let the connection to auth go."""
        await self._client.aclose()

    async def _key(self, kid: str) -> OKPKey:
        if not self._knows(kid):
            async with self._lock:
                if not self._knows(kid) and time.monotonic() - self._tried_at > _REFRESH_AT_MOST_EVERY_S:
                    await self._fetch()
        if kid not in self._keys and self._auth_away:
            raise Unavailable("auth_unavailable")
        return self._keys[kid]

    def _knows(self, kid: str) -> bool:
        return kid in self._keys and time.monotonic() - self._read_at <= _READ_ANEW_AFTER_S

    async def _fetch(self) -> None:
        try:
            answer = (await self._client.get(self._url)).raise_for_status().json()
            keys = KeySet.import_key_set(answer)
        except (httpx.HTTPError, ValueError):
            self._auth_away = True
        else:
            self._auth_away = False
            self._keys = {key.kid: key for key in keys if isinstance(key, OKPKey) and key.kid}
            self._read_at = time.monotonic()
        self._tried_at = time.monotonic()


def _kid(token: str) -> str:
    from joserfc.jws import extract_compact  # noqa: PLC0415 - joserfc's own module is heavy

    return str(extract_compact(token.encode()).headers()["kid"])


def _check(token: jwt.Token, target: Target) -> None:
    """Its signature holds: what is asked here is whether it is for us and for now, and first whether we can tell."""
    now, claims, bound = time.time(), token.claims, target.to_claims()
    if token.header.get("typ") != TYPE or not {*bound, "iat", "exp"} <= claims.keys():
        raise _of_another_release()
    if any(claims[name] != value for name, value in bound.items()):
        raise ValueError("token not for this request")
    if claims["exp"] < now - _LEEWAY_S or claims["iat"] > now + _LEEWAY_S:
        raise ValueError("token not for now")


def _of_another_release() -> Unavailable:
    """Auth made it and we cannot read it: no fault of the person, who would be told to sign in again in vain."""
    LOG.warning("a rightly signed token of a form that is not ours: are auth and this service of one release?")
    return Unavailable("service_unavailable")
