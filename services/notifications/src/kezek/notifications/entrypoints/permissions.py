"""Who may do what here."""

from kezek.platform.actors import Role
from kezek.platform.http.permissions import Permission, Scope

READ_MESSAGES = Permission(
    "notifications:read", frozenset({Role.PARENT}), Scope.OWN_APPLICATION, reads_personal_data=True
)
