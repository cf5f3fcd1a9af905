"""Who may do what in the referrals service."""

from kezek.platform.actors import Role
from kezek.platform.http.permissions import Permission, Scope

READ_OWN = Permission("applications:read-own", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
CHOOSE = Permission("places:choose", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
LEAVE = Permission("applications:leave", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
SEARCH = Permission("referrals:search", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
ACCEPT = Permission("referrals:accept", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
ANNUL = Permission("places:annul", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True)
READ_ANNULMENTS = Permission(
    "annulments:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True
)
SIGN = Permission("acts:sign", frozenset({Role.PARENT}), Scope.OWN_PERSON)
PREVIEW_CALENDAR = Permission("calendar:preview", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
