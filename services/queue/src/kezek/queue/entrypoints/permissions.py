"""What callers of the queue's API may do."""

from kezek.platform.actors import Role
from kezek.platform.http.permissions import Permission, Scope, public

READ_OWN_POSITION = Permission("queue:read-own-position", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
READ_RULES = public("rules:read")
READ_FIGURES = public("figures:read")
CHANGE_RULES = Permission("rules:change", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
READ_DASHBOARD = Permission("dashboard:read", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT)
READ_REGION = Permission("region:read", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
