"""How routes name people whom they know by IIN in the reading log."""

from typing import Annotated

from fastapi import Depends, Request

from kezek.platform.pseudonyms import Pseudonyms


async def _pseudonyms(request: Request) -> Pseudonyms:
    made: Pseudonyms = request.app.state.settings.pseudonyms
    return made


PseudonymsDep = Annotated[Pseudonyms, Depends(_pseudonyms)]
