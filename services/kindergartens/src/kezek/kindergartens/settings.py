"""Settings of kindergartens."""

from pathlib import Path

from pydantic import Field

from kezek.platform.settings import Settings


class KindergartensSettings(Settings):
    """Those of every service; acts are signed here, so the trust list is required."""

    trust_list: Path = Field(description="PEM file of the authorities' roots")
