"""Signing in with a login key (domain §2.1), and signing out."""

import asyncio
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kezek.auth.adapters import store
from kezek.auth.adapters.certificates import display_name
from kezek.auth.adapters.redis import Cache, Challenges, session_key
from kezek.auth.domain.challenge import Challenge, new_challenge
from kezek.auth.domain.session import Session
from kezek.auth.usecases.check_session import is_secret, secret_sha256
from kezek.contracts.ids import new_id
from kezek.contracts.languages import Language
from kezek.eds import Purpose, SignatureRefused, Signer, TrustList, normalise_cms, verify_detached
from kezek.platform.actors import SignInMethod
from kezek.platform.db import Tx
from kezek.platform.errors import Invalid


@dataclass(frozen=True)
class SignedIn:
    """A new session: its secret goes into the cookie and is kept nowhere."""

    secret: str
    account: store.Account


async def make_challenge(challenges: Challenges, service: str, lifetime_s: int, now: datetime) -> tuple[Challenge, str]:
    """A challenge and the secret that binds it to the browser that asked."""
    browser_secret = secrets.token_urlsafe(32)
    challenge = new_challenge(
        id=new_id(),
        service=service,
        nonce=secrets.token_urlsafe(32),
        browser_secret=browser_secret,
        expires_at=now + timedelta(seconds=lifetime_s),
    )
    await challenges.keep(challenge)
    return challenge, browser_secret


async def take_challenge(challenges: Challenges, challenge_id: UUID, browser_secret: str, now: datetime) -> Challenge:
    """The challenge, used up by this very call.

    Raises:
        Invalid: `challenge_unknown`, also for a used or expired one and for another browser's.
    """
    challenge = await challenges.take(challenge_id)
    if challenge is None or now >= challenge.expires_at or not challenge.is_for(browser_secret):
        raise Invalid("challenge_unknown")
    return challenge


async def verify_login(challenge: Challenge, signature: str, trust: TrustList, at: datetime) -> Signer:
    """Who signed the challenge with a login key.

    Raises:
        Invalid: with the signature's or the certificate's own code.
    """
    try:
        cms = normalise_cms(signature)
        return await asyncio.to_thread(
            verify_detached, cms, challenge.document, trust=trust, at=at, purpose=Purpose.LOGIN
        )
    except SignatureRefused as refused:
        raise Invalid(refused.code) from refused


async def begin_session(tx: Tx, cache: Cache, signer: Signer, *, old_secret: str, now: datetime) -> SignedIn:
    """Open a session for the signer; the one this browser had before ends."""
    await end_session(tx, cache, old_secret, now)
    account = await store.upsert_account(
        tx, id=new_id(), iin=signer.iin, name=display_name(signer.certificate_der), language=Language.KK.value, now=now
    )
    secret = secrets.token_urlsafe(32)
    session = Session(new_id(), account.id, SignInMethod.EDS.value, now, now)
    await store.insert_session(tx, session, secret_sha256(secret))
    await store.insert_security_event(
        tx,
        id=new_id(),
        kind="signed_in",
        now=now,
        person_id=account.id,
        session=str(session.id),
        method=session.method,
        algorithm=signer.algorithm,
        certificate_sha256=signer.certificate_sha256,
    )
    return SignedIn(secret, account)


async def record_refusal(tx: Tx, code: str, now: datetime) -> None:
    """Remember a sign-in that failed; nobody is known by it."""
    await store.insert_security_event(tx, id=new_id(), kind="sign_in_refused", now=now, code=code)


async def end_session(tx: Tx, cache: Cache, secret: str, now: datetime) -> None:
    """End the session with this secret, if there is one."""
    if not is_secret(secret):
        return
    sha256 = secret_sha256(secret)
    ended = await store.end_session(tx, sha256, now)
    if ended is not None:
        await cache.forget(session_key(sha256))
        await store.insert_security_event(
            tx, id=new_id(), kind="signed_out", now=now, person_id=ended.person_id, session=str(ended.id)
        )
