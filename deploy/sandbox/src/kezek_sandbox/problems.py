"""Errors as problem+json with a stable code."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse


class ProblemError(Exception):
    """A refusal with status, code and parameters."""

    def __init__(self, status: int, code: str, **params: Any) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.params = params


def install(app: FastAPI) -> None:
    """Answer every refusal in one form."""

    @app.exception_handler(ProblemError)
    async def on_problem(_request: Request, problem: ProblemError) -> JSONResponse:
        return _answer(problem.status, problem.code, problem.params)

    @app.exception_handler(RequestValidationError)
    async def on_invalid(_request: Request, error: RequestValidationError) -> JSONResponse:
        fields = [".".join(str(part) for part in item["loc"]) for item in error.errors()]
        return _answer(422, "invalid_request", {"fields": fields})


def _answer(status: int, code: str, params: dict[str, Any]) -> JSONResponse:
    body = {"type": "about:blank", "title": code.replace("_", " "), "status": status, "code": code, "params": params}
    return JSONResponse(body, status, media_type="application/problem+json")
