"""How a page of a table is asked for."""

from pydantic import BaseModel, ConfigDict, Field

MOST_SKIPPED = 100_000


class PageQuery(BaseModel):
    """Which part of what is found: so many rows after skipping so many."""

    model_config = ConfigDict(frozen=True)

    offset: int = Field(default=0, ge=0, le=MOST_SKIPPED)
    limit: int = Field(default=50, ge=1, le=200)
