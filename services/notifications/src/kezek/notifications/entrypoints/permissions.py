"""Who may do what here."""

from kezek.platform.actors import Role
from kezek.platform.http.permissions import Permission, Scope

READ_MESSAGES = Permission(
    "notifications:read", frozenset({Role.PARENT}), Scope.OWN_APPLICATION, reads_personal_data=True
)
READ_INBOX = Permission("inbox:read", frozenset({Role.PARENT}), Scope.OWN_PERSON, reads_personal_data=True)
MARK_INBOX = Permission("inbox:mark", frozenset({Role.PARENT}), Scope.OWN_PERSON)
READ_EVIDENCE = Permission("evidence:read", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True)
