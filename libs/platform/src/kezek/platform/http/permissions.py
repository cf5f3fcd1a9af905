"""Each route says who may call it, on which objects, and whether it reads personal data (architecture §services)."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import ModuleType
from typing import Annotated, Any, Self
from uuid import UUID

from fastapi import Depends, Request
from fastapi.routing import APIRoute

from kezek.platform.actors import Actor, Role
from kezek.platform.errors import NotAllowed, SignInRequired
from kezek.platform.telemetry import logger
from kezek.platform.tokens import Target

LOG = logger(__name__)


class Scope(StrEnum):
    """On which objects a permission holds; the use case checks it where the path alone cannot tell."""

    words: str

    ANYTHING = "anything", "all"
    OWN_PERSON = "own_person", "own"
    OWN_APPLICATION = "own_application", "own applications"
    OWN_KINDERGARTEN = "own_kindergarten", "own kindergarten"
    OWN_DISTRICT = "own_district", "own district"
    REGION = "region", "region"

    def __new__(cls, code: str, words: str) -> Self:
        """A scope with its code, and its words in docs/permissions.md."""
        scope = str.__new__(cls, code)
        scope._value_ = code
        scope.words = words
        return scope


@dataclass(frozen=True)
class Permission:
    """A named permission; without roles it is for anyone, signed in or not.

    `before_complete`: also for those who have not finished their first sign-in (domain §2).
    """

    name: str
    roles: frozenset[Role]
    scope: Scope
    reads_personal_data: bool = False
    before_complete: bool = False

    @property
    def shows_others_to_staff(self) -> bool:
        """Whether somebody on staff is given other people's data by it."""
        return self.reads_personal_data and not self.roles <= {Role.PARENT, Role.ESCORT}


def public(name: str) -> Permission:
    """A permission that everybody has."""
    return Permission(name, frozenset(), Scope.ANYTHING)


async def signed_in(request: Request) -> Actor | None:
    """The person of the request's token, or None without one."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        return None
    target = Target(request.app.state.service, request.method, request.scope["path"])
    actor: Actor = await request.app.state.tokens.actor(token, target)
    return actor


MaybeActor = Annotated[Actor | None, Depends(signed_in)]


@dataclass(frozen=True)
class Admitted:
    """Who may call the route, and by which permission; on which objects, the use case says."""

    person_id: UUID
    permission: str


class Guard:
    """The dependency that enforces a permission and by which tests find it on a route."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission

    async def __call__(self, request: Request, actor: MaybeActor) -> Actor:
        """The actor, if one of the roles is theirs."""
        if actor is None:
            raise SignInRequired("sign_in_required")
        if not actor.complete and not self.permission.before_complete:
            raise self._refusal(actor, "email_required")
        if not actor.roles & self.permission.roles:
            choose = actor.must_choose_workplace and Role.WORKER in self.permission.roles
            code = "workplace_required" if choose else "permission_missing"
            raise self._refusal(actor, code, permission=self.permission.name)
        request.state.admitted = Admitted(actor.person_id, self.permission.name)
        return actor

    def _refusal(self, actor: Actor, code: str, **params: str) -> NotAllowed:
        LOG.warning("not admitted", code=code, permission=self.permission.name, person_id=str(actor.person_id))
        return NotAllowed(code, **params)


class Open:
    """The dependency of a public route."""

    def __init__(self, permission: Permission) -> None:
        self.permission = permission

    async def __call__(self) -> None:
        """Nothing to check."""


def require(permission: Permission) -> Any:
    """What a route depends on to enforce a permission; it gives the actor, and None on a public route.

    Raises:
        ValueError: for a permission by which staff reads personal data: that is `reading_log.reading`.
    """
    if permission.shows_others_to_staff:
        raise ValueError(f"{permission.name} must leave a trace in the reading log")
    guard: Callable[..., Awaitable[Actor | None]] = Guard(permission) if permission.roles else Open(permission)
    return Depends(guard)


def routes_of(router: Any) -> Iterator[APIRoute]:
    """All routes of an application, those of included routers too."""
    for route in router.routes:
        if isinstance(route, APIRoute):
            yield route
        elif hasattr(route, "original_router"):
            yield from routes_of(route.original_router)


def declared_in(table: ModuleType) -> tuple[Permission, ...]:
    """The permissions of a service's table, its module `entrypoints.permissions`, in their order."""
    return tuple(value for value in vars(table).values() if isinstance(value, Permission))


def permissions_of(dependant: Any) -> list[Permission]:
    """The permissions declared by a route's dependencies; every route has exactly one."""
    found = [dependant.call.permission] if isinstance(dependant.call, (Guard, Open)) else []
    for inner in dependant.dependencies:
        found.extend(permissions_of(inner))
    return found
