"""The cookies of auth. With HTTPS they carry the __Host- prefix, so no neighbour can set them."""

from dataclasses import dataclass
from typing import Literal

from fastapi import Request, Response

from kezek.auth.usecases.check_session import is_secret

DAY_S = 24 * 3600
DEVICE_LIFETIME_S = 365 * DAY_S
MAX_DEVICE_SECRETS = 6  # people who share one computer


@dataclass(frozen=True)
class Cookies:
    """Names and flags by one setting."""

    secure: bool
    challenge_lifetime_s: int
    session_lifetime_s: int

    def session_of(self, request: Request) -> str:
        """The session's secret, or the empty string."""
        return request.cookies.get(self._name("session"), "")

    def browser_of(self, request: Request) -> str:
        """The secret that binds a challenge to its browser, or the empty string."""
        return request.cookies.get(self._name("challenge"), "")

    def code_browser_of(self, request: Request) -> str:
        """The secret that binds a one-time code to its browser, or the empty string."""
        return request.cookies.get(self._name("code"), "")

    def devices_of(self, request: Request) -> tuple[str, ...]:
        """The secrets by which people who have signed in on this device are known here, the last of them first."""
        brought = request.cookies.get(self._name("device"), "").split(".")
        return tuple(each for each in brought if is_secret(each))[:MAX_DEVICE_SECRETS]

    def set_devices(self, response: Response, secrets: tuple[str, ...]) -> None:
        """Let the device be known at its next sign-in; the secrets open nothing by themselves."""
        self._set(response, "device", ".".join(secrets[:MAX_DEVICE_SECRETS]), DEVICE_LIFETIME_S, "strict")

    def set_session(self, response: Response, secret: str, *, of_the_day: bool = False) -> None:
        """Give the browser its session, an escort's for the day; challenge and code have served."""
        self._set(response, "session", secret, DAY_S if of_the_day else self.session_lifetime_s, "lax")
        self._set(response, "challenge", "", 0, "strict")
        self._set(response, "code", "", 0, "strict")

    def set_browser(self, response: Response, secret: str) -> None:
        """Give the browser the secret of its challenge."""
        self._set(response, "challenge", secret, self.challenge_lifetime_s, "strict")

    def set_code_browser(self, response: Response, secret: str, lifetime_s: int) -> None:
        """Give the browser the secret of its one-time code."""
        self._set(response, "code", secret, lifetime_s, "strict")

    def clear_session(self, response: Response) -> None:
        """Take the session back."""
        self._set(response, "session", "", 0, "lax")

    def _name(self, what: str) -> str:
        return f"{'__Host-' if self.secure else ''}kezek_{what}"

    def _set(
        self, response: Response, what: str, value: str, max_age: int, same_site: Literal["lax", "strict"]
    ) -> None:
        response.set_cookie(
            self._name(what), value, max_age=max_age, path="/", secure=self.secure, httponly=True, samesite=same_site
        )
