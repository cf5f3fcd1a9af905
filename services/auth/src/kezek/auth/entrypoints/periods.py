"""How a part of a log is asked for: a period, and whose lines."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from fastapi import Query
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from kezek.auth.adapters.reading_log import Period
from kezek.auth.entrypoints.exports import FileFormat

FIRST, LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2999, 12, 31, tzinfo=UTC)
_FROM, _TO = "at this instant or later", "before this instant"


def _within_reach(instant: datetime) -> datetime:
    """The instant, or the end of all times with which neither Python nor the database runs out of years."""
    return min(max(instant, FIRST), LAST)


Instant = Annotated[AwareDatetime, AfterValidator(_within_reach)]
From = Annotated[Instant | None, Query(alias="from", description=_FROM)]
To = Annotated[Instant | None, Query(alias="to", description=_TO)]


class ExportQuery(BaseModel):
    """Which lines, and how they are written."""

    model_config = ConfigDict(frozen=True)

    begins: Instant = Field(alias="from", description=_FROM)
    ends: Instant = Field(alias="to", description=_TO)
    person_id: UUID | None = None
    written: FileFormat = Field(default=FileFormat.NDJSON, alias="format")

    @property
    def period(self) -> Period:
        """From when to when."""
        return Period(self.begins, self.ends)

    def told(self) -> dict[str, str]:
        """The period and every filter that was given, as an event tells of them: ids and kinds."""
        filters = self.model_dump(mode="json", exclude={"begins", "ends", "written"}, exclude_none=True)
        asked = {f"of_{name}": str(value) for name, value in filters.items()}
        return {"begins": self.begins.isoformat(), "ends": self.ends.isoformat(), **asked}
