"""Refusals as `application/problem+json` with a stable code and parameters (RFC 9457)."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any
from uuid import UUID

import asyncpg
import sqlalchemy as sa
from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from kezek.platform import errors
from kezek.platform.db import passes_by_itself
from kezek.platform.telemetry import logger

LOG = logger(__name__)

STATUS: dict[type[errors.Refusal], int] = {
    errors.Invalid: 422,
    errors.SignInRequired: 401,
    errors.NotAllowed: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.TooMany: 429,
    errors.Unavailable: 503,
}
_LOST = (sa.exc.SQLAlchemyError, asyncpg.InternalClientError, ConnectionError, TimeoutError)
_CODES = {404: "not_found", 405: "method_not_allowed", 408: "body_too_slow", 413: "body_too_large"}


def problem_body(status: int, code: str, params: dict[str, Any] | None = None) -> dict[str, Any]:
    """The body of a problem."""
    type_ = f"urn:kezek:problem:{code}"
    return {"type": type_, "title": code, "status": status, "code": code, "params": jsonable_encoder(params or {})}


def problem(status: int, code: str, params: dict[str, Any] | None = None) -> JSONResponse:
    """A problem as an answer."""
    headers = {"Retry-After": str(params["retry_after_s"])} if params and "retry_after_s" in params else None
    return JSONResponse(problem_body(status, code, params), status, headers, media_type="application/problem+json")


def status_of(refusal: errors.Refusal) -> int:
    """The HTTP status of a refusal."""
    return next(status for kind, status in STATUS.items() if isinstance(refusal, kind))


def _is_bad_value(error: Exception) -> bool:
    """Whether PostgreSQL refuses a value as such, as a text with a NUL (SQLSTATE class 22)."""
    return (getattr(getattr(error, "orig", None), "sqlstate", None) or "").startswith("22")


def _note_not_found(request: Request, code: str) -> None:
    """Leave who asked for what is not there or not theirs: the answer does not tell which, nor does the log know."""
    admitted = getattr(request.state, "admitted", None)
    if admitted is not None:
        LOG.info(
            "not found or not theirs",
            code=code,
            permission=admitted.permission,
            person_id=str(admitted.person_id),
            objects=list(_ids(request.path_params.values())),
        )


def _ids(values: Iterable[str]) -> Iterator[str]:
    """Those that are ids, in one spelling; an IIN or a phone is too short to be one."""
    for value in values:
        with suppress(ValueError):
            yield str(UUID(value))


def answer_problems(app: FastAPI) -> None:
    """Make an application answer every failure as a problem."""

    @app.exception_handler(errors.Refusal)
    async def refused(request: Request, refusal: errors.Refusal) -> JSONResponse:
        if isinstance(refusal, errors.NotFound):
            _note_not_found(request, refusal.code)
        return problem(status_of(refusal), refusal.code, refusal.params)

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        # never echo the input: it may hold an IIN
        fields = [{"field": ".".join(map(str, e["loc"])), "code": e["type"]} for e in error.errors()]
        return problem(422, "request_invalid", {"fields": fields})

    @app.exception_handler(HTTPException)
    async def http(_: Request, error: HTTPException) -> JSONResponse:
        return problem(error.status_code, _CODES.get(error.status_code, "http_error"))

    async def lost(request: Request, error: Exception) -> JSONResponse:
        if _is_bad_value(error):
            return problem(422, "request_invalid", {"fields": []})
        if not (passes_by_itself(error) or isinstance(error, TimeoutError)):
            return await broken(request, error)
        LOG.warning("request without a database", cause=type(error).__name__)
        return problem(503, "unavailable")

    for kind in _LOST:
        app.add_exception_handler(kind, lost)

    @app.exception_handler(Exception)
    async def broken(request: Request, error: Exception) -> JSONResponse:
        LOG.error("request failed", path=getattr(request.scope.get("route"), "path", ""), exc_info=error)
        return problem(500, "internal_error")
