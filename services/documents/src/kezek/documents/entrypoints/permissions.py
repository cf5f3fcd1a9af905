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
