"""Who sits at the readers: set by whoever tries the system, and by tests."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path
from pydantic import BaseModel

from kezek_sandbox.ncalayer.model import Reaction, Reader, ReaderView
from kezek_sandbox.sandbox import Here

router = APIRouter(prefix="/ncalayer", tags=["NCALayer"])
Name = Annotated[str, Path(pattern="^[a-z0-9-]{1,40}$", description="`own` is the one that the sign-in page names")]


class ReaderList(BaseModel):
    items: list[ReaderView]


class Decision(BaseModel):
    """What the person does with the open window."""

    reaction: Literal[Reaction.SIGN, Reaction.CANCEL, Reaction.OTHER_KEY, Reaction.FAIL, Reaction.HANG, Reaction.CLOSE]


@router.get("")
async def list_readers(here: Here) -> ReaderList:
    """All of them, this machine's first."""
    return ReaderList(items=here.readers.all())


@router.get("/{name}")
async def get_reader(name: Name, here: Here) -> ReaderView:
    """Where it listens, how it is set, what it was asked."""
    return here.readers.one(name)


@router.put("/{name}")
async def set_reader(name: Name, reader: Reader, here: Here) -> ReaderView:
    """Put a key in, and say what comes of requests; another name is another machine with an address of its own."""
    return await here.readers.set(name, reader)


@router.delete("/{name}", status_code=204)
async def remove_reader(name: Name, here: Here) -> None:
    """Take another machine away."""
    await here.readers.remove(name)


@router.post("/{name}/window")
async def decide(name: Name, decision: Decision, here: Here) -> ReaderView:
    """Answer NCALayer's open window, as whoever sits there would (`reaction: ask`)."""
    return here.readers.decide(name, decision.reaction)
