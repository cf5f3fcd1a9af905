"""Who may do what in documents (domain §1)."""

from kezek.platform.actors import Role
from kezek.platform.http.permissions import Permission, Scope, public

CHECK_PAPERS = public("papers:check")
READ_DOCUMENTS = Permission(
    "documents:read",
    frozenset({Role.PARENT, Role.WORKER}),
    Scope.OWN_APPLICATION,
    reads_personal_data=True,
)
READ_CHILD_CARD = Permission(
    "child-cards:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True
)
READ_SHEETS = Permission("sheets:read", frozenset({Role.WORKER}), Scope.OWN_KINDERGARTEN, reads_personal_data=True)
UPLOAD_FILES = Permission("files:upload", frozenset({Role.PARENT}), Scope.OWN_PERSON)
OPEN_FILES = Permission(
    "files:open",
    frozenset({Role.PARENT, Role.WORKER, Role.OFFICER, Role.ADMINISTRATOR}),
    Scope.OWN_PERSON,
    reads_personal_data=True,
)
MAKE_CONTRACT = Permission("contracts:make", frozenset({Role.PARENT}), Scope.OWN_APPLICATION)
CHANGE_TEMPLATES = Permission("contract-templates:change", frozenset({Role.ADMINISTRATOR}), Scope.REGION)
SIGN = Permission("documents-acts:sign", frozenset({Role.ADMINISTRATOR}), Scope.OWN_PERSON)
