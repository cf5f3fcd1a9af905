"""Who stands at the counter: auth says by which account an IIN is known, others believe its key (ADR 40)."""

import time
from dataclasses import dataclass
from uuid import UUID

from joserfc import jwt
from joserfc.jwk import OKPKey

from kezek.platform.errors import Invalid
from kezek.platform.tokens import ALGORITHM, TokenVerifier

TYPE = "kezek-counter-person+jwt"
LIFETIME_S = 15 * 60
LONGEST = 2000
"""Characters of such a token at most, for the bodies that carry one."""


@dataclass(frozen=True)
class CounterPerson:
    """Somebody whose paper an officer has before them."""

    person_id: UUID
    iin: str

    def __repr__(self) -> str:
        """Without the IIN, so that no log can hold it."""
        return f"CounterPerson({self.person_id})"


def issue(person: CounterPerson, officer_id: UUID, key: OKPKey) -> str:
    """A token for one officer; judged by real time."""
    now = int(time.time())
    claims = {"sub": str(person.person_id), "iin": person.iin, "by": str(officer_id), "exp": now + LIFETIME_S}
    return jwt.encode({"typ": TYPE, "alg": ALGORITHM, "kid": key.kid}, claims, key, algorithms=[ALGORITHM])


async def read(tokens: TokenVerifier, token: str, officer_id: UUID) -> CounterPerson:
    """Whom auth has named to this officer.

    Raises:
        Invalid: `counter_person_invalid`, also another officer's; `counter_person_expired`.
    """
    try:
        claims = await tokens.claims(token, TYPE)
        person = CounterPerson(UUID(str(claims["sub"])), str(claims["iin"]))
        by, ends = str(claims["by"]), float(str(claims["exp"]))
    except (ValueError, KeyError) as error:
        raise Invalid("counter_person_invalid") from error
    if by != str(officer_id):
        raise Invalid("counter_person_invalid")
    if ends <= time.time():
        raise Invalid("counter_person_expired")
    return person
