"""The working calendar as the public API tells it."""

from tests.e2e.actors.person import Person


async def set_days(reader: Person, year: int) -> tuple[set[str], set[str]]:
    """Of a year the days that are free, holidays among them, and the weekend days that are worked."""
    told = await reader.get(f"/queue/calendar/{year}")
    worked = set(told["worked"])
    return {*told["free"], *(each["on"] for each in told["holidays"])} - worked, worked
