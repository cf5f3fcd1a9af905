"""Signing in with a login key (domain §2.1)."""

import secrets
from datetime import datetime, timedelta
from uuid import UUID

from kezek.auth.adapters import store
from kezek.auth.adapters.limits import Limits, Window
from kezek.auth.adapters.redis import Cache, Challenges
from kezek.auth.domain.challenge import Challenge, new_challenge
from kezek.auth.usecases.begin_session import Browser, SignedIn, begin_session
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import Language
from kezek.eds import Purpose, SignatureRefused, normalise_cms
from kezek.platform.actors import SignInMethod
from kezek.platform.certificates import display_name
from kezek.platform.db import Tx
from kezek.platform.errors import Invalid, TooMany, Unavailable
from kezek.platform.pseudonyms import Pseudonyms
from kezek.platform.signatures import SignerRefused, Verified, Verifier


class KeyRefused(Invalid):
    """The login key does not count; `iin` is whose it was, as far as the signature shows."""

    def __init__(self, refused: SignatureRefused) -> None:
        super().__init__(refused.code)
        self.iin = refused.iin if isinstance(refused, SignerRefused) else None


# one challenge, whose keys somebody looks through in NCALayer
OWNER_SEEN = Window("owner", 10, 300)


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


async def see_challenge(
    challenges: Challenges, limits: Limits, challenge_id: UUID, browser_secret: str, now: datetime
) -> Challenge:
    """The challenge, which stays; it may be seen only a few times.

    Raises:
        Invalid: `challenge_unknown`, also for a used or expired one and for another browser's.
        TooMany: `too_many_tries`.
    """
    challenge = await challenges.read(challenge_id)
    if challenge is None or now >= challenge.expires_at or not challenge.is_for(browser_secret):
        raise Invalid("challenge_unknown")
    wait_s = await limits.spend(OWNER_SEEN.of(str(challenge_id)))
    if wait_s:
        raise TooMany("too_many_tries", retry_after_s=wait_s)
    return challenge


async def verify_login(
    challenge: Challenge, signature: str, verifier: Verifier, at: datetime, *, any_owner: bool = False
) -> Verified:
    """Who signed the challenge with a login key: an individual's, unless any owner's is to be seen (domain §2.1).

    Raises:
        KeyRefused: with the signature's or the certificate's own code.
        Unavailable: `revocation_unavailable`, when no authority can say whether the key is revoked;
            `signatures_busy`, when too many wait for the same.
    """
    try:
        cms = normalise_cms(signature)
        return await verifier.verify(cms, challenge.document, at=at, purpose=Purpose.LOGIN, any_owner=any_owner)
    except SignatureRefused as refused:
        raise KeyRefused(refused) from refused


async def answer_challenge(
    challenges: Challenges, challenge: Challenge, signature: str, verifier: Verifier, at: datetime
) -> Verified:
    """Who signed the challenge that was taken; it is given back where nobody could judge the signature.

    Raises:
        KeyRefused: the challenge is used up.
        Unavailable: the same signature may be brought again while the challenge lives.
    """
    try:
        return await verify_login(challenge, signature, verifier, at)
    except Unavailable:
        await challenges.keep(challenge)
        raise


async def begin_eds_session(
    tx: Tx,
    cache: Cache,
    verified: Verified,
    *,
    language: Language,
    pseudonyms: Pseudonyms,
    browser: Browser,
    now: datetime,
) -> SignedIn:
    """Open a session for the signer; the account bears the name of the certificate, a new one the language."""
    signer = verified.signer
    account = await store.upsert_account(
        tx,
        id=new_id(),
        iin=signer.iin,
        known_as=pseudonyms.of(signer.iin),
        name=display_name(signer.certificate_der),
        language=language.value,
        now=now,
    )
    return await begin_session(
        tx,
        cache,
        account,
        SignInMethod.EDS,
        browser=browser,
        now=now,
        algorithm=signer.algorithm,
        certificate_sha256=signer.certificate_sha256,
        revocation=verified.revocation,
    )
