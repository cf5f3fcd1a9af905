"""Who may do what in the referrals service."""

from kezek.platform.actors import Role
from kezek.platform.http.permissions import Permission, Scope

READ_OWN = Permission("applications:read-own", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
CHOOSE = Permission("places:choose", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
READ_PROSPECTS = Permission("places:read-own-choices", frozenset({Role.PARENT}), Scope.OWN_PERSON)
LEAVE = Permission("applications:leave", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
RESTORE = Permission("applications:restore", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
DECLINE = Permission("places:decline", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
SEARCH = Permission("referrals:search", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
ACCEPT = Permission("referrals:accept", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
ANNUL = Permission("places:annul", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True)
READ_ANNULMENTS = Permission(
    "annulments:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True
)
CHOOSE_AT_COUNTER = Permission(
    "places:choose-at-counter", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True
)
READ_COUNTER_PAPERS = Permission(
    "counter-papers:read", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True
)
CANCEL = Permission("referrals:cancel", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
READ_OWN_REFUSAL = Permission("refusals:read-own", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
ANSWER_REFUSAL = Permission("refusals:answer", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
NOTE_ARRIVAL = Permission("referrals:note-arrival", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN)
REFUSE = Permission("referrals:refuse", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
READ_REFUSALS = Permission("refusals:read", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True)
DECIDE_REFUSAL = Permission("refusals:decide", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True)
EXTEND = Permission("referrals:extend", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True)
SEE_EXTENSION = Permission("referrals:see-extension", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT)
READ_OWN_ADMISSIONS = Permission("admissions:list-own", frozenset({Role.PARENT}), Scope.OWN_PERSON)
READ_OWN_ADMISSION = Permission("admissions:read-own", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
SUBMIT_PAPERS = Permission("admissions:submit", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
READ_ADMISSIONS = Permission(
    "admissions:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True
)
RETURN_PAPERS = Permission(
    "admissions:return", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True
)
FIND_ADMISSION = Permission("admissions:find", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True)
SIGN = Permission("acts:sign", frozenset({Role.PARENT}), Scope.OWN_PERSON)
PREVIEW_CLOSING = Permission(
    "places:preview-closing", frozenset({Role.ADMINISTRATOR}), Scope.REGION, reads_personal_data=True
)
PREVIEW_CALENDAR = Permission("calendar:preview", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
