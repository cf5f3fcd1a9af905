"""What every request's body has in common."""

from pydantic import BaseModel, ConfigDict


class Body(BaseModel):
    """A request: unknown fields are refused, so nobody sets what is not offered, and a misspelt one is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)
