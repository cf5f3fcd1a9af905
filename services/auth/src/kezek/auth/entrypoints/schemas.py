"""What auth speaks over HTTP."""

import base64
from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import BaseModel, Field

from kezek.auth.adapters.store import Account, StaffGrant
from kezek.auth.domain.challenge import Challenge
from kezek.auth.domain.session import Session
from kezek.contracts.contacts import Email, Phone
from kezek.contracts.hints import HintKind
from kezek.contracts.iin import Iin
from kezek.contracts.vocabulary import Language
from kezek.platform.actors import Actor, Grant, Role, SignInMethod
from kezek.platform.http.bodies import Body


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
    language: Language = Field(default=Language.KK, description="of the page; an account that is new begins with it")


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
    """The signed-in person; `roles` and `works_at` are those of this session, `grants` are all.

    Until `complete` nothing but the own account answers: `missing` names what the first sign-in still asks for.
    """

    person_id: UUID
    iin: str
    name: str
    language: Language
    message_language: Language
    method: SignInMethod
    email: str | None
    email_confirmed: bool
    phone: str | None
    complete: bool
    missing: list[Literal["email"]]
    must_choose_workplace: bool
    works_at: UUID | None
    roles: list[Role]
    grants: list[GrantView]

    @classmethod
    def of(cls, account: Account, actor: Actor, grants: tuple[Grant, ...], waiting_email: str | None) -> Self:
        """The person as they see themselves; without a confirmed e-mail address, the one that waits for its code.

        An escort's session shows no contacts and no roles: the phone that it came in by may be anybody's.
        """
        shown = actor.method is not SignInMethod.ESCORT
        return cls(
            person_id=account.id,
            iin=account.iin,
            name=account.name,
            language=Language(account.language),
            message_language=account.letters_language,
            method=actor.method,
            email=(account.email or waiting_email) if shown else None,
            email_confirmed=shown and account.email is not None,
            phone=account.phone if shown else None,
            complete=actor.complete,
            missing=[] if actor.complete else ["email"],
            must_choose_workplace=actor.must_choose_workplace,
            works_at=next((grant.kindergarten_id for grant in actor.grants if grant.role is Role.WORKER), None),
            roles=sorted(actor.roles),
            grants=[GrantView.of(grant) for grant in grants] if shown else [],
        )


class DraftKey(BaseModel):
    """The key by which this person's browsers seal what was typed and not sent yet: 32 bytes in base64, for AES-GCM."""

    key: str


class ChangeMeBody(Body):
    """What one may change of the own account at once: the language of the pages, and that of messages."""

    language: Language | None = None
    message_language: Language | None = None


class EmailBody(Body):
    """An e-mail address that is to become the person's."""

    email: Email


class PhoneBody(Body):
    """A phone that is to become the person's."""

    phone: Phone


class CodeBody(Body):
    """A code as it was received."""

    code: str = Field(pattern="^[0-9]{4,12}$")


class SessionView(BaseModel):
    """Where somebody is signed in: enough to know the own device again."""

    id: UUID
    method: SignInMethod
    device: str
    address: str
    began_at: datetime
    used_at: datetime
    current: bool

    @classmethod
    def of(cls, session: Session, current: Session) -> Self:
        """A session as its owner sees it."""
        return cls(
            id=session.id,
            method=SignInMethod(session.method),
            device=session.device,
            address=session.address,
            began_at=session.began_at,
            used_at=session.used_at,
            current=session.id == current.id,
        )


class Sessions(BaseModel):
    """All living sessions of a person, the newest first."""

    items: list[SessionView]


class EndedSessions(BaseModel):
    """How many sessions were ended, and whether this one was among them."""

    ended: int
    signed_out: bool


class WorkplaceBody(Body):
    """The kindergarten to work in during this session."""

    kindergarten_id: UUID


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
    """A grant with the IIN it hangs on, and the name of who has signed in with it."""

    iin: str
    name: str | None

    @classmethod
    def listed(cls, made: StaffGrant, name: str | None) -> Self:
        """A stored grant as an administrator sees it."""
        return cls(iin=made.iin, name=name, **MadeGrant.made(made).model_dump())


class Grants(BaseModel):
    """A page of grants; `next` is the cursor of the page after it."""

    items: list[ListedGrant]
    next: UUID | None


class LiveHint(BaseModel):
    """Something changed: ask again for what you show of this kind, about this id (docs/adr/0027)."""

    kind: HintKind
    id: str
    version: int
