"""What tests are answered with is held against the registry of problems."""

import re
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from kezek.platform.http.openapi import PROBLEM
from kezek.platform.http.problems import problem_body
from kezek.platform.testing.problems import check_problem, unregistered

FIELDS = [{"field": "body.iin", "code": "missing"}]


@pytest.mark.parametrize(
    ("status", "code", "params"),
    [
        (409, "choice_not_allowed", {"status": "enrolled"}),
        (409, "child_too_old", {}),
        (409, "child_too_old", {"below_months": 72}),
        (422, "request_invalid", {"fields": FIELDS}),
        (422, "certificate_revoked", {}),
    ],
)
def test_what_is_registered_passes(status: int, code: str, params: dict[str, Any]) -> None:
    assert list(unregistered(problem_body(status, code, params), "referrals")) == []


@pytest.mark.parametrize(
    ("status", "code", "params", "wrong"),
    [
        (409, "never_heard_of", {}, "an unknown code"),
        (422, "turn_over", {}, "not the status 409"),
        (409, "grant_exists", {}, "not of referrals"),
        (409, "choice_not_allowed", {}, "without status"),
        (409, "choice_not_allowed", {"status": 7}, "status is 7"),
        (409, "child_too_old", {"below_months": True}, "below_months is True"),
        (409, "turn_over", {"by": "a day"}, "by is 'a day'"),
        (422, "request_invalid", {"fields": [{"field": "body"}]}, "fields is [{'field': 'body'}]"),
    ],
)
def test_what_is_not_registered_is_told(status: int, code: str, params: dict[str, Any], wrong: str) -> None:
    body = problem_body(status, code, params)
    assert list(unregistered(body, "referrals")) == [wrong]


@pytest.mark.parametrize(
    ("code", "wrong"), [("turn_over", "not listed for GET /places/{id}"), ("never_heard_of", "an unknown code")]
)
def test_a_test_fails_that_is_answered_what_the_route_does_not_list(code: str, wrong: str) -> None:
    app = FastAPI()
    app.state.service = "referrals"
    app.add_api_route("/places/{id}", lambda: None)
    answer = httpx.Response(409, json=problem_body(409, code), headers={"content-type": PROBLEM})
    answer.request = httpx.Request("GET", "http://service/places/7")
    with pytest.raises(AssertionError, match=re.escape(wrong)):
        check_problem(answer, app)
