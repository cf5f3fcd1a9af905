"""How an NCALayer and the reader beside it are set, and what is shown of them."""

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, Field

from kezek.eds import Purpose
from kezek_sandbox.authority.keys import OwnerKind
from kezek_sandbox.authority.signing import Flaw
from kezek_sandbox.authority.vault import Algorithm


class Module(StrEnum):
    """What pages speak to: the module of today, and the one before it."""

    BASICS = "kz.gov.pki.knca.basics"
    COMMON_UTILS = "kz.gov.pki.knca.commonUtils"


class Kind(StrEnum):
    """Which of a person's RSA keys stand in the reader; one GOST key serves both purposes."""

    LOGIN = "login"
    SIGN = "sign"
    BOTH = "both"

    @property
    def purposes(self) -> tuple[Purpose, ...]:
        """In the order in which they are looked through."""
        return tuple(Purpose) if self is Kind.BOTH else (Purpose(self.value),)


class Program(StrEnum):
    """Whether NCALayer runs."""

    RUNNING = "running"
    CLOSED = "closed"
    REFUSING = "refusing"
    MUTE = "mute"


class Reaction(StrEnum):
    """What comes of a request."""

    SIGN = "sign"
    ASK = "ask"
    CANCEL = "cancel"
    OTHER_KEY = "other_key"
    FAIL = "fail"
    HANG = "hang"
    CLOSE = "close"


class Key(BaseModel):
    """Whose key stands in the reader, of which kind and as whom; with a flaw it signs wrongly."""

    person: str = Field(description="id or IIN")
    kind: Kind = Kind.BOTH
    algorithm: Algorithm = Algorithm.RSA
    owner: OwnerKind = OwnerKind.INDIVIDUAL
    flaw: Flaw | None = None


class Reader(BaseModel):
    """How it is set; without a key the person finds none to choose.

    `program`: `closed`: nobody listens · `refusing`: every page is turned away · `mute`: taken in, and not greeted.
    `reaction`: `ask`: the window waits for whoever looks at the page · `other_key`: somebody else's key is taken ·
    `fail`: an error · `hang`: no answer · `close`: the connection is cut.
    """

    key: Key | None = None
    modules: list[Module] = list(Module)
    program: Program = Program.RUNNING
    reaction: Reaction = Reaction.SIGN
    count: int | None = Field(default=None, ge=1, description="after so many requests it signs again")
    delay_ms: int = Field(default=0, ge=0, le=600_000, description="before anything comes of a request")


class Holder(BaseModel):
    """Whose key it is, for people to see."""

    id: str
    iin: str
    name_kk: str
    name_ru: str


class Window(BaseModel):
    """What NCALayer's own window shows while it waits for the person."""

    origin: str
    module: Module
    purposes: list[str]
    locale: str
    text: str = Field(description="what is to be signed, as far as it is text")
    since: datetime


class Done(BaseModel):
    """A request, and what came of it."""

    at: datetime
    origin: str
    module: str
    method: str
    purposes: list[str]
    outcome: str


class ReaderView(BaseModel):
    """One NCALayer: where it listens, how it is set, whose key it has, and what it was asked since the start."""

    name: str
    address: str
    reader: Reader
    holder: Holder | None
    window: Window | None
    asked: int
    signed: int
    history: list[Done]
