"""A file served as web servers serve one: in pieces, with its version; or cut off, for who plays a bad network."""

from collections.abc import AsyncIterator

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

_PIECE = 64 * 1024


def serve_file(request: Request, body: bytes, version: str, *, cut_after: int | None = None) -> Response:
    """All of it, or the rest that is asked for (Range, If-Range), or that it has not changed (If-None-Match).

    With `cut_after` the connection breaks after so many bytes.
    """
    headers = {"etag": f'"{version}"', "accept-ranges": "bytes"}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    status, begin = 200, 0
    unit, _, first = request.headers.get("range", "").partition("=")
    if unit == "bytes" and request.headers.get("if-range", headers["etag"]) == headers["etag"]:
        status, begin = 206, int(first.rstrip("-"))
        headers["content-range"] = f"bytes {begin}-{len(body) - 1}/{len(body)}"
    if begin >= len(body):
        return Response(status_code=416)
    rest = body[begin:]
    headers["content-length"] = str(len(rest))
    media = "application/pkix-crl"
    return StreamingResponse(_pieces(rest[:cut_after]), status, headers, media)


async def _pieces(body: bytes) -> AsyncIterator[bytes]:
    for at in range(0, len(body), _PIECE):
        yield body[at : at + _PIECE]
