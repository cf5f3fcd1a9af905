"""What the process holds for its routes besides the platform's parts."""

from typing import Annotated

from fastapi import Depends, Request

from kezek.documents.adapters.files import Files


async def _files(request: Request) -> Files:
    files: Files = request.app.state.files
    return files


FilesDep = Annotated[Files, Depends(_files)]
