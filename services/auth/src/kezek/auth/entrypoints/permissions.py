"""Who may call which route of auth."""

from kezek.platform.actors import Role
from kezek.platform.http.permissions import Permission, Scope, public

SIGN_IN = public("sessions:begin")
SEE_SIGN_IN = public("sign-in:read")
SIGN_OUT = public("sessions:end")
READ_KEYS = public("keys:read")
SEE_ME = Permission("accounts:read", frozenset({Role.PARENT, Role.ESCORT}), Scope.OWN_PERSON, before_complete=True)
CHANGE_ME = Permission("accounts:change", frozenset({Role.PARENT}), Scope.OWN_PERSON, before_complete=True)
SEAL_DRAFTS = Permission("drafts:seal", frozenset({Role.PARENT}), Scope.OWN_PERSON)
FOLLOW_LIVE = Permission("live:follow", frozenset({Role.PARENT}), Scope.OWN_PERSON)
LIST_SESSIONS = Permission("sessions:read", frozenset({Role.PARENT}), Scope.OWN_PERSON, before_complete=True)
END_SESSIONS = Permission("sessions:end-own", frozenset({Role.PARENT}), Scope.OWN_PERSON, before_complete=True)
END_OTHERS_SESSIONS = Permission("sessions:end-others", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
LIST_GRANTS = Permission("grants:read", frozenset({Role.ADMINISTRATOR}), Scope.REGION, reads_personal_data=True)
CHANGE_GRANTS = Permission("grants:change", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
READ_OWN_LOG = Permission("readings:read-own", frozenset({Role.PARENT}), Scope.OWN_PERSON)
READ_LOG = Permission("readings:read", frozenset({Role.ADMINISTRATOR}), Scope.REGION, reads_personal_data=True)
EXPORT_LOG = Permission("readings:export", frozenset({Role.ADMINISTRATOR}), Scope.REGION, reads_personal_data=True)
OPEN_ACCOUNTS = Permission("accounts:open", frozenset({Role.ADMINISTRATOR}), Scope.REGION, reads_personal_data=True)
SEARCH_ACCOUNTS = Permission("accounts:search", frozenset({Role.ADMINISTRATOR}), Scope.REGION, reads_personal_data=True)
READ_OWN_EVENTS = Permission("security-events:read-own", frozenset({Role.PARENT}), Scope.OWN_PERSON)
READ_EVENTS = Permission(
    "security-events:read", frozenset({Role.ADMINISTRATOR}), Scope.REGION, reads_personal_data=True
)
EXPORT_EVENTS = Permission(
    "security-events:export", frozenset({Role.ADMINISTRATOR}), Scope.REGION, reads_personal_data=True
)
NAME_AT_COUNTER = Permission("accounts:name-at-counter", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT)
SEE_PASSWORD = Permission("password:read", frozenset({Role.WORKER}), Scope.OWN_PERSON)
CHANGE_PASSWORD = Permission("password:change", frozenset({Role.WORKER}), Scope.OWN_PERSON)
