"""Ed25519 keys by which services vouch for files: documents signs receipts, who keeps a file signs its links (ADR 32).

A private key is one PEM file; public keys are PEM files with one key or several, so that a new one is known before it
signs. A key's id is its thumbprint (RFC 7638).
"""

import re
from pathlib import Path
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OKPKey
from joserfc.jws import extract_compact

from kezek.platform.tokens import ALGORITHM

_PUBLIC = re.compile(rb"-----BEGIN PUBLIC KEY-----.+?-----END PUBLIC KEY-----", re.DOTALL)


class TokenInvalidError(ValueError):
    """Not signed by a key that is known, or not a token of this kind."""


def signing_key(path: Path) -> OKPKey:
    """The private key of a PEM file.

    Raises:
        ValueError: when it is no Ed25519 key.
    """
    return _key(path.read_bytes())


def verifying_keys(path: Path) -> dict[str, OKPKey]:
    """The public keys of a PEM file, by id.

    Raises:
        ValueError: when there is none, or one of another kind.
    """
    keys = [_key(pem) for pem in _PUBLIC.findall(path.read_bytes())]
    if not keys:
        raise ValueError(f"no public key in {path.name}")
    return {key.thumbprint(): key for key in keys}


def encode(type_: str, claims: dict[str, Any], key: OKPKey) -> str:
    """A signed token of this kind."""
    header = {"typ": type_, "alg": ALGORITHM, "kid": key.thumbprint()}
    return jwt.encode(header, claims, key, algorithms=[ALGORITHM])


def decode(type_: str, token: str, keys: dict[str, OKPKey]) -> dict[str, Any]:
    """What a token says; whether it is still good is the caller's question.

    Raises:
        TokenInvalidError: when none of these keys signed it, or it is of another kind.
    """
    try:
        key = keys[str(extract_compact(token.encode()).headers()["kid"])]
        decoded = jwt.decode(token, key, algorithms=[ALGORITHM])
    except (JoseError, ValueError, KeyError, TypeError) as error:
        raise TokenInvalidError(type_) from error
    if decoded.header.get("typ") != type_:
        raise TokenInvalidError(type_)
    return dict(decoded.claims)


def _key(pem: bytes) -> OKPKey:
    try:
        key = OKPKey.import_key(pem)
    except (JoseError, TypeError) as error:
        raise ValueError("no Ed25519 key") from error
    if key.as_dict(private=False)["crv"] != ALGORITHM:
        raise ValueError("no Ed25519 key")
    return key
