"""What callers of the queue's API may do."""

from kezek.platform.actors import Role
from kezek.platform.http.permissions import Permission, Scope, public

READ_OWN_POSITION = Permission("queue:read-own-position", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
READ_RULES = public("rules:read")
READ_FIGURES = public("figures:read")
CHANGE_RULES = Permission("rules:change", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
READ_DASHBOARD = Permission("dashboard:read", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT)
READ_REGION = Permission("region:read", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
HOLD_ROUNDS = Permission("rounds:hold", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT)
ORDER_WISHES = Permission("wishes:order", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
SIGN = Permission("queue-acts:sign", frozenset({Role.ADMINISTRATOR, Role.OFFICER}), Scope.OWN_PERSON)
