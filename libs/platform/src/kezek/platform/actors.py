"""Who acts: the person of a session, with the grants auth has put into the token (architecture §gateway)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from kezek.contracts.vocabulary import Language


class Role(StrEnum):
    """What a person may be (domain §1)."""

    PARENT = "parent"
    ESCORT = "escort"
    WORKER = "worker"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"


class SignInMethod(StrEnum):
    """How the person signed in (domain §2); ESCORT: with a code, at the phone that a parent gave (§8)."""

    EDS = "eds"
    CODE = "code"
    PASSWORD = "password"  # noqa: S105 - a method's name
    ESCORT = "escort"


@dataclass(frozen=True)
class Grant:
    """A role on staff: a worker of one kindergarten, an officer of one district, or the region's administrator."""

    role: Role
    kindergarten_id: UUID | None = None
    district: str | None = None


@dataclass(frozen=True)
class Actor:
    """The signed-in person. Everybody is a parent, but who came in as an escort; staff roles come from grants.

    `grants` are those that this session carries: a one-time code opens no staff role, a password only a worker's
    (domain §2), and who works in several kindergartens has chosen one of them (domain §1). `complete` says that the
    first sign-in is over: the person has an e-mail address (domain §2), which nobody asks of an escort. `phone` is the
    one at which an escort was sent the code: only what was entrusted to them with it is theirs in this session, for
    whoever named them may have given any phone.
    """

    person_id: UUID
    iin: str
    language: Language
    method: SignInMethod
    grants: tuple[Grant, ...] = ()
    complete: bool = True
    must_choose_workplace: bool = False
    phone: str | None = None

    def __repr__(self) -> str:
        """Without the IIN, so that no log can hold it."""
        return f"Actor({self.person_id})"

    @property
    def roles(self) -> frozenset[Role]:
        """All roles of the person in this session."""
        if self.method is SignInMethod.ESCORT:
            return frozenset({Role.ESCORT})
        return frozenset({Role.PARENT, *(grant.role for grant in self.grants)})

    def works_at(self, kindergarten_id: UUID) -> bool:
        """Whether the person is a worker of this kindergarten."""
        return any(grant.role is Role.WORKER and grant.kindergarten_id == kindergarten_id for grant in self.grants)

    def to_claims(self) -> dict[str, Any]:
        """What a token says of the person."""
        return {
            "sub": str(self.person_id),
            "iin": self.iin,
            "lang": self.language.value,
            "method": self.method.value,
            "complete": self.complete,
            "choose": self.must_choose_workplace,
            "phone": self.phone,
            "grants": [
                {
                    "role": grant.role.value,
                    "kindergarten": str(grant.kindergarten_id) if grant.kindergarten_id else None,
                    "district": grant.district,
                }
                for grant in self.grants
            ],
        }


def actor_from_claims(claims: dict[str, Any]) -> Actor:
    """The person a verified token speaks of."""
    return Actor(
        person_id=UUID(claims["sub"]),
        iin=claims["iin"],
        language=Language(claims["lang"]),
        method=SignInMethod(claims["method"]),
        complete=claims.get("complete", True),  # acts prepared before this claim existed
        must_choose_workplace=claims.get("choose", False),
        phone=claims.get("phone"),
        grants=tuple(
            Grant(
                Role(grant["role"]),
                UUID(grant["kindergarten"]) if grant["kindergarten"] else None,
                grant["district"],
            )
            for grant in claims["grants"]
        ),
    )
