"""The ranks in Redis, as the API asks them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Request

from kezek.platform.settings import Settings
from kezek.queue.adapters.ranks import ASKED_FOR_S, Ranks, connect


@asynccontextmanager
async def asked_ranks(app: FastAPI) -> AsyncIterator[None]:
    """Ranks while the application runs; none without an address of Redis."""
    settings: Settings = app.state.settings
    ranks = None
    if settings.redis_url:
        ranks = Ranks(connect(settings.redis_url, ASKED_FOR_S, settings.redis_ca_file))
    app.state.ranks = ranks
    yield
    if ranks is not None:
        await ranks.close()


async def _ranks(request: Request) -> Ranks | None:
    ranks: Ranks | None = request.app.state.ranks
    return ranks


RanksDep = Annotated[Ranks | None, Depends(_ranks)]
