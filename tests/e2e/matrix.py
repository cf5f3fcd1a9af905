"""The matrix of permissions, as the gateway's OpenAPI document tells it: every operation and whom it admits."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

OWN = ("own_person", "own_application", "own_kindergarten", "own_district")
_METHODS = frozenset({"get", "post", "put", "patch", "delete"})


@dataclass(frozen=True)
class Operation:
    """An operation of a service and its row in the service's table of permissions."""

    id: str
    method: str
    path: str
    permission: str
    roles: frozenset[str]
    scope: str
    reads_personal_data: bool
    before_complete: bool
    inputs: tuple[str, ...]
    has_body: bool

    @property
    def is_public(self) -> bool:
        """Whether anybody may call it, signed in or not."""
        return not self.roles

    @property
    def path_inputs(self) -> tuple[str, ...]:
        """The names in the path."""
        return tuple(re.findall(r"{(\w+)}", self.path))

    def admits(self, roles: Iterable[str]) -> bool:
        """Whether a session with these roles may call it, on its own objects."""
        return self.is_public or not self.roles.isdisjoint(roles)


def operations_of(document: dict[str, Any]) -> list[Operation]:
    """All operations of the merged document, in its order."""
    return [
        _operation(path, method, told)
        for path, item in document["paths"].items()
        for method, told in item.items()
        if method in _METHODS
    ]


def _operation(path: str, method: str, told: dict[str, Any]) -> Operation:
    permission = told["x-kezek-permission"]
    needed = [each for each in told.get("parameters", ()) if each["in"] == "path" or each.get("required")]
    return Operation(
        id=told["operationId"],
        method=method.upper(),
        path=path,
        permission=permission["name"],
        roles=frozenset(permission["roles"]),
        scope=permission["scope"],
        reads_personal_data=permission["reads_personal_data"],
        before_complete=permission["before_complete"],
        inputs=tuple(each["name"] for each in needed),
        has_body="application/json" in told.get("requestBody", {}).get("content", {}),
    )
