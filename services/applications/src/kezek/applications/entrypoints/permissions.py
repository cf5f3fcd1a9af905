"""Who may do what here."""

from kezek.platform.actors import Role
from kezek.platform.http.permissions import Permission, Scope

READ_CHILDREN = Permission(
    "applications:read_children", frozenset({Role.PARENT}), Scope.OWN_PERSON, reads_personal_data=True
)
READ_APPLICANT = Permission(
    "applications:read_applicant", frozenset({Role.PARENT}), Scope.OWN_PERSON, reads_personal_data=True
)
SUBMIT = Permission("applications:submit", frozenset({Role.PARENT}), Scope.OWN_PERSON)
READ_JOURNAL = Permission(
    "applications:read", frozenset({Role.PARENT}), Scope.OWN_APPLICATION, reads_personal_data=True
)
CHANGE_CONTACTS = Permission(
    "applications:change_contacts", frozenset({Role.PARENT}), Scope.OWN_APPLICATION, reads_personal_data=True
)
CHECK_MOVE = Permission("applications:check_move", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
CHANGE_WISHES = Permission("applications:change_wishes", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
ANSWER_CLAIM = Permission("claims:answer", frozenset({Role.PARENT}), Scope.OWN_APPLICATION, reads_personal_data=True)
ADD_CLAIM = Permission("claims:add", frozenset({Role.PARENT}), Scope.OWN_APPLICATION, reads_personal_data=True)
WITHDRAW = Permission("applications:withdraw", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
TRANSFER = Permission("applications:transfer", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
ENTER = Permission("applications:enter", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True)
READ_DESK = Permission("desk:read", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True)
FIND = Permission("applications:find", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True)
OPEN = Permission("applications:open", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True)
DECIDE = Permission("claims:decide", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT, reads_personal_data=True)
COUNT_DUE = Permission("desk:count", frozenset({Role.OFFICER}), Scope.OWN_DISTRICT)
COUNT_ALL_DUE = Permission("desk:count-all", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
