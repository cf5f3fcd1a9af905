"""What a process that keeps files holds for its routes: links that open them, and receipts of what was handed in."""

from typing import Annotated

from fastapi import Depends, Request
from pydantic import Field

from kezek.platform.file_links import LinkSigner
from kezek.platform.file_receipts import LONGEST, ReceiptReader


async def _links(request: Request) -> LinkSigner:
    links: LinkSigner = request.app.state.links
    return links


async def _receipts(request: Request) -> ReceiptReader:
    receipts: ReceiptReader = request.app.state.receipts
    return receipts


LinksDep = Annotated[LinkSigner, Depends(_links)]
ReceiptsDep = Annotated[ReceiptReader, Depends(_receipts)]
Receipts = Annotated[list[Annotated[str, Field(max_length=LONGEST)]], Field(max_length=10)]
"""Of files that a body hands in together."""
