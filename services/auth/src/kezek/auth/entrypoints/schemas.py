"""What auth speaks over HTTP."""

import base64
from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from kezek.auth.adapters.store import Account, StaffGrant
from kezek.auth.domain.challenge import Challenge
from kezek.contracts.iin import Iin
from kezek.contracts.languages import Language
from kezek.platform.actors import Actor, Grant, Role, SignInMethod


class Body(BaseModel):
    """A request; a misspelt field is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ChallengeView(BaseModel):
    """What the login key signs: exactly the bytes of `document_base64`, before `expires_at`, in the same browser."""

    challenge_id: UUID
    document_base64: str
    expires_at: datetime

    @classmethod
    def of(cls, challenge: Challenge) -> Self:
        """A challenge as it is answered."""
        document = base64.b64encode(challenge.document).decode()
        return cls(challenge_id=challenge.id, document_base64=document, expires_at=challenge.expires_at)


class SignInBody(Body):
    """A detached CMS over the challenge's bytes, as PEM or as base64 of DER (NCALayer answers either)."""

    challenge_id: UUID
    signature: str = Field(min_length=1, max_length=1_500_000)


class GrantView(BaseModel):
    """A role on staff and where it holds."""

    role: Role
    kindergarten_id: UUID | None
    district: str | None

    @classmethod
    def of(cls, grant: Grant) -> Self:
        """A grant as it is answered."""
        return cls(role=grant.role, kindergarten_id=grant.kindergarten_id, district=grant.district)


class Me(BaseModel):
    """The signed-in person."""

    person_id: UUID
    iin: str
    name: str
    language: Language
    method: SignInMethod
    roles: list[Role]
    grants: list[GrantView]

    @classmethod
    def of(cls, account: Account, method: SignInMethod, grants: tuple[Grant, ...]) -> Self:
        """The person as they see themselves."""
        language = Language(account.language)
        actor = Actor(account.id, account.iin, language, method, grants)
        return cls(
            person_id=account.id,
            iin=account.iin,
            name=account.name,
            language=language,
            method=method,
            roles=sorted(actor.roles),
            grants=[GrantView.of(grant) for grant in grants],
        )


class ChangeMeBody(Body):
    """What one may change of the own account."""

    language: Language


class MakeGrantBody(Body):
    """An officer of a district; workers come from their kindergartens."""

    iin: Iin
    role: Literal["officer"]
    district: Annotated[str, Field(pattern=r"^[0-9]{4}$", description="the district's KATO prefix")]


class MadeGrant(GrantView):
    """A grant with its id; whose it is is known to who asked."""

    grant_id: UUID
    granted_at: datetime

    @classmethod
    def made(cls, made: StaffGrant) -> Self:
        """A stored grant as it is answered."""
        grant = made.grant
        return cls(
            grant_id=made.id,
            role=grant.role,
            kindergarten_id=grant.kindergarten_id,
            district=grant.district,
            granted_at=made.granted_at,
        )


class ListedGrant(MadeGrant):
    """A grant with the IIN it hangs on."""

    iin: str

    @classmethod
    def listed(cls, made: StaffGrant) -> Self:
        """A stored grant as an administrator sees it."""
        return cls(iin=made.iin, **MadeGrant.made(made).model_dump())


class Grants(BaseModel):
    """A page of grants; `next` is the cursor of the page after it."""

    items: list[ListedGrant]
    next: UUID | None
