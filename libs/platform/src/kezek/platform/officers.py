"""An officer's grant and its district (domain §1)."""

from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.errors import NotAllowed


def officer_of(actor: Actor) -> Grant:
    """The officer's grant with its district.

    Raises:
        NotAllowed: `permission_missing`, for a session without one.
    """
    for grant in actor.grants:
        if grant.role is Role.OFFICER and grant.district is not None:
            return grant
    raise NotAllowed("permission_missing")


def district_of(actor: Actor) -> str:
    """The district in which the officer decides."""
    return officer_of(actor).district or ""
