"""What a signed act of a service is: its typed body, facts and result, and the exact bytes that are signed.

`kezek.platform.act_processing` prepares, receives and finishes them; `http.acts` offers both steps.
"""

import json
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Generic, TypeVar, get_args
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from kezek.platform.act_manifests import AttachedFile, manifest_of
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict


class ActModel(BaseModel):
    """A body, the facts or a result of an act; kept as JSON for good, so fields are only ever added, with defaults."""

    model_config = ConfigDict(frozen=True)


# no XML holds these two, whatever way they are written
_NO_LETTERS = re.compile("[\ufffe\uffff]")
BodyT = TypeVar("BodyT", bound=ActModel)
FactsT = TypeVar("FactsT", bound=ActModel)
ResultT = TypeVar("ResultT", bound=ActModel)


@dataclass(frozen=True)
class Draft(Generic[FactsT]):
    """An act as its service proposes it.

    `subject` is the key of the aggregate whose clock judges the act; `facts` are what the statement says of the world
    and must still hold when it is performed; `sentences` are the statement's text in the person's language; `attached`
    are files that are signed with it (ADR 56).
    """

    subject: str
    facts: FactsT
    sentences: tuple[str, ...]
    attached: tuple[AttachedFile, ...] = ()

    def statement(self, act_id: UUID, act_type: str, expires_at: datetime) -> bytes:
        """The exact bytes to sign: readable JSON in the person's language, within a manifest where files are signed."""
        readable = self._readable(act_id, act_type, expires_at)
        return manifest_of(act_id, readable, self.attached) if self.attached else readable

    def _readable(self, act_id: UUID, act_type: str, expires_at: datetime) -> bytes:
        document = {
            "act": str(act_id),  # the nonce, too: it is random and used once
            "type": act_type,
            "subject": self.subject,
            "statement": list(self.sentences),
            "facts": self.facts.model_dump(mode="json"),
            "sign_before": expires_at.isoformat(),
        }
        said = json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True)
        return _NO_LETTERS.sub(lambda found: f"\\u{ord(found[0]):04x}", said).encode()


@dataclass(frozen=True)
class Act(Generic[BodyT, FactsT]):
    """A prepared act; its actor as of the signature, so a grant ended since the draft counts no more.

    `cms` is the signature by which it is performed.
    """

    id: UUID
    type: str
    subject: str
    actor: Actor
    body: BodyT
    facts: FactsT
    statement: bytes
    expires_at: datetime
    of_kindergarten: bool = False
    cms: bytes = field(default=b"", repr=False)

    def check_facts(self, facts: FactsT) -> None:
        """Refuse if the world is no longer what the signed statement says.

        Raises:
            Conflict: `act_outdated`.
        """
        if facts != self.facts:
            raise Conflict("act_outdated")


class ReceivedEarlier(Exception):  # noqa: N818 - a request to finish others first, not a fault
    """Raised by `perform`: this receipt came first and is finished first; the act is then performed anew."""

    def __init__(self, receipt_id: UUID) -> None:
        super().__init__("received earlier")
        self.receipt_id = receipt_id


class SignedAct(ABC, Generic[BodyT, FactsT, ResultT]):
    """One kind of act of a service: `class TakePlace(SignedAct[TakeBody, TakeFacts, TakeResult])`.

    An act of the kindergarten may be signed with an organisation's key of the same person, a person's own may not
    (domain §2.1).
    """

    TYPE: ClassVar[str]
    OF_KINDERGARTEN: ClassVar[bool] = False
    body: type[BodyT]
    facts: type[FactsT]
    result: type[ResultT]

    def __init_subclass__(cls) -> None:
        """Take the three models from the declaration."""
        super().__init_subclass__()
        cls.body, cls.facts, cls.result = get_args(cls.__orig_bases__[0])  # type: ignore[attr-defined]

    @abstractmethod
    async def draft(self, tx: Tx, actor: Actor, body: BodyT) -> Draft[FactsT]:
        """Check that the act is possible now and say what would be signed; changes nothing."""

    @abstractmethod
    async def lock(self, tx: Tx, subject: str) -> None:
        """Take a shared lock on the subject, so that no deadline fires between the receipt's clock and its commit."""

    @abstractmethod
    async def perform(self, tx: Tx, act: Act[BodyT, FactsT], received_at: datetime) -> ResultT:
        """Check everything anew, judge time by `received_at`, change the state; the result is kept for good."""


class ContestedAct(SignedAct[BodyT, FactsT, ResultT]):
    """An act for something that many may want at once, and one gets."""

    @abstractmethod
    async def is_foregone(self, tx: ReadTx, body: BodyT) -> bool:
        """Whether somebody else seems to have it already; seen without a lock, and cheap.

        Then the rules are asked before the signature is examined: of a crowd only those are examined who may succeed.
        """


AnyAct = SignedAct[Any, Any, Any]
