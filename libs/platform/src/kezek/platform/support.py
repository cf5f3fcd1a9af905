"""Who helps, on every page that people see (domain §1)."""

from pydantic import Field

from kezek.platform.settings import Settings


class SupportSettings(Settings):
    """Of a service that shows pages, or what stands on them; unset as long as the region has not said."""

    support_phone: str | None = Field(default=None, description="who helps those who cannot go on")
    support_email: str | None = None
