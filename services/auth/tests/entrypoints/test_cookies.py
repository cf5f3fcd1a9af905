"""What the browser is told of each cookie: a neighbour cannot set it, no foreign page sends it along."""

from collections.abc import Callable

import pytest
from fastapi import Response

from kezek.auth.entrypoints.cookies import Cookies

Set = Callable[[Cookies, Response], None]
STRICT: dict[str, Set] = {
    "challenge": lambda cookies, answer: cookies.set_browser(answer, "secret"),
    "code": lambda cookies, answer: cookies.set_code_browser(answer, "secret", 300),
    "device": lambda cookies, answer: cookies.set_devices(answer, ("secret",)),
}


def said(given: Set, *, secure: bool = True) -> dict[str, set[str]]:
    """What each cookie's line says besides its value, by its name."""
    answer = Response()
    given(Cookies(secure, 120, 3600), answer)
    lines = [line.split("; ") for line in answer.headers.getlist("set-cookie")]
    return {first.partition("=")[0]: set(flags) for first, *flags in lines}


@pytest.mark.parametrize("what", STRICT)
def test_with_https_a_cookie_is_the_hosts_own_and_stays_at_home(what: str) -> None:
    ((name, flags),) = said(STRICT[what]).items()
    assert name == f"__Host-kezek_{what}"
    assert {"Path=/", "Secure", "HttpOnly", "SameSite=strict"} <= flags
    assert not any(flag.startswith("Domain") for flag in flags)


def test_the_session_comes_along_by_a_link_and_ends_what_led_to_it() -> None:
    given = said(lambda cookies, answer: cookies.set_session(answer, "secret"))
    assert {"Path=/", "Secure", "HttpOnly", "SameSite=lax"} <= given["__Host-kezek_session"]
    for what in ("challenge", "code"):
        assert {"Max-Age=0", "SameSite=strict", "Secure"} <= given[f"__Host-kezek_{what}"]


def test_without_https_no_cookie_claims_to_be_secure() -> None:
    for what, given in STRICT.items():
        ((name, flags),) = said(given, secure=False).items()
        assert (name, "Secure" in flags) == (f"kezek_{what}", False)
