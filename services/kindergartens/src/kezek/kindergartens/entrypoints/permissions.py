"""Who may do what in kindergartens (domain §1)."""

from kezek.platform.actors import Role
from kezek.platform.http.permissions import Permission, Scope, public

READ_KINDERGARTENS = public("kindergartens:read")
SEE_FREE_PLACES = public("vacancies:see-free")
WRITE_DISTRICTS = Permission("districts:write", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
REGISTER_KINDERGARTENS = Permission("kindergartens:register", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
RENAME_KINDERGARTENS = Permission("kindergartens:rename", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
ENTER_BINS = Permission("kindergartens:enter-bin", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
LOCATE_KINDERGARTENS = Permission("kindergartens:locate", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
PREVIEW_CLOSING = Permission(
    "kindergartens:preview-closing", frozenset({Role.ADMINISTRATOR}), Scope.REGION, reads_personal_data=True
)
CLOSE_KINDERGARTENS = Permission("kindergartens:close", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
READ_OWN_KINDERGARTENS = Permission("kindergartens:read-own", frozenset({Role.PARENT}), Scope.OWN_PERSON)
CONFIRM_VACANCIES = Permission("vacancies:confirm", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN)
READ_VACANCIES = Permission(
    "vacancies:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True
)
READ_ALL_VACANCIES = Permission(
    "vacancies:read-all", frozenset({Role.ADMINISTRATOR}), Scope.REGION, reads_personal_data=True
)
READ_GROUPS = Permission("groups:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN)
STATE_GROUPS = Permission("groups:state", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN)
READ_GROUP_HISTORY = Permission(
    "groups:read-history", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True
)
READ_DISTRICT_VACANCIES = Permission(
    "vacancies:read-district", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True
)
READ_ROSTER = Permission("roster:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
DEPART = Permission("roster:depart", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
REGROUP = Permission("roster:regroup", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
READ_OWN_ENROLMENTS = Permission("enrolments:read-own", frozenset({Role.PARENT}), Scope.OWN_PERSON)
SWAP = Permission("swaps:agree", frozenset({Role.PARENT}), Scope.OWN_PERSON)
READ_SWAPS = Permission("swaps:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
DECIDE_SWAPS = Permission("swaps:decide", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
SIGN = Permission("kindergarten-acts:sign", frozenset({Role.PARENT}), Scope.OWN_PERSON)
READ_OWN_ESCORTS = Permission("escorts:read-own", frozenset({Role.PARENT}), Scope.OWN_PERSON)
NAME_ESCORTS = Permission("escorts:name", frozenset({Role.PARENT}), Scope.OWN_PERSON)
READ_ESCORTS = Permission("escorts:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
READ_ENTRUSTED = Permission("attendance:read-entrusted", frozenset({Role.PARENT, Role.ESCORT}), Scope.OWN_PERSON)
MARK_ATTENDANCE = Permission("attendance:mark", frozenset({Role.PARENT, Role.ESCORT}), Scope.OWN_PERSON)
READ_OWN_ATTENDANCE = Permission("attendance:read-own", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
READ_ATTENDANCE = Permission(
    "attendance:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True
)
KEEP_ATTENDANCE = Permission("attendance:keep", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN)
READ_OWN_PICKUPS = Permission("pickups:read-own", frozenset({Role.PARENT}), Scope.OWN_PERSON)
GIVE_PICKUPS = Permission("pickups:give", frozenset({Role.PARENT}), Scope.OWN_PERSON)
READ_PICKUPS = Permission("pickups:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
USE_PICKUPS = Permission("pickups:use", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN)
ANSWER_SHEETS = Permission("sheets:answer", frozenset({Role.PARENT}), Scope.OWN_PERSON)
CLOSE_SHEETS = Permission("sheets:close", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
READ_STAFF = Permission("staff:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
CHANGE_STAFF = Permission("staff:change", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
ASK_FOR_ACCOUNT = public("account-requests:submit")
SEE_ACCOUNT_REQUEST_STATE = public("account-requests:see-state")
LIST_ACCOUNT_REQUESTS = Permission("account-requests:list", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
READ_ACCOUNT_REQUEST = Permission(
    "account-requests:read", frozenset({Role.ADMINISTRATOR}), Scope.REGION, reads_personal_data=True
)
DECIDE_ACCOUNT_REQUESTS = Permission("account-requests:decide", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
READ_WORKERS = Permission("workers:read", frozenset({Role.ADMINISTRATOR}), Scope.REGION, reads_personal_data=True)
CHANGE_WORKERS = Permission("workers:change", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
