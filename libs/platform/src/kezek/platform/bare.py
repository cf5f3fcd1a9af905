"""A connection to the service's schema without SQLAlchemy, outside its pool: for who listens or holds locks on it."""

from typing import Any

import asyncpg

from kezek.platform.settings import Settings
from kezek.platform.tls import verifying


async def connect(settings: Settings, service: str, purpose: str, *, command_timeout_s: float = 30) -> Any:
    """A new connection of the driver's own; PostgreSQL shows it as `kezek.<service>.<purpose>`."""
    return await asyncpg.connect(
        settings.database_url.replace("+asyncpg", ""),
        ssl=verifying(settings.database_ca_file),
        timeout=5,
        command_timeout=command_timeout_s,
        server_settings={"search_path": service, "application_name": f"kezek.{service}.{purpose}"},
    )
