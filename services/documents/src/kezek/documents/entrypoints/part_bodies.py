"""The body of a part: plain bytes, read before anything else is held, and never more than a part has."""

from http import HTTPStatus
from typing import Any

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from kezek.documents.entrypoints.upload_schemas import MOST_PART_BYTES
from kezek.platform.errors import Invalid

PART_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
    }
}


async def read_part(request: Request) -> bytes:
    """The bytes that were sent.

    Raises:
        HTTPException: 413 for more than a part has, 400 when the sender has gone before the end.
        Invalid: `request_invalid` for none.
    """
    pieces, size = [], 0
    try:
        async for piece in request.stream():
            size += len(piece)
            if size > MOST_PART_BYTES:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            pieces.append(piece)
    except ClientDisconnect as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST) from error
    if not size:
        raise Invalid("request_invalid", fields=[{"field": "body", "code": "missing"}])
    return b"".join(pieces)
