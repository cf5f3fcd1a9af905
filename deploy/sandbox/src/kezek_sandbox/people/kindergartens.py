"""The kindergartens that the season registers through the public ways: three in each district."""

from typing import Literal

from kezek_sandbox.people.districts import DISTRICTS, STREETS
from kezek_sandbox.people.model import Kindergarten, Resident, Text
from kezek_sandbox.people.names import KINDERGARTENS

_OWNERSHIPS: tuple[Literal["state", "private", "mini_centre"], ...] = ("state", "private", "mini_centre")
_DISTRICTS = {district.code: district for district in DISTRICTS}


def kindergarten_of(worker: Resident) -> Kindergarten:
    """The kindergarten in which this worker serves."""
    number = worker.kindergarten or 0
    district, street = _DISTRICTS[worker.district], STREETS[number % len(STREETS)]
    kk, ru, en = KINDERGARTENS[number % len(KINDERGARTENS)]
    return Kindergarten(
        number=number,
        district=district.code,
        name=Text(kk=f"«{kk}» балабақшасы", ru=f"Детский сад «{ru}»", en=f"{en} kindergarten"),
        address=Text(
            kk=f"{district.kk}, {street.kk}, {number}",
            ru=f"{district.ru}, {street.ru}, {number}",
            en=f"{district.en}, {number} {street.en}",
        ),
        phone=f"7799900{number:04d}",
        ownership=_OWNERSHIPS[number % len(_OWNERSHIPS)],
        worker_iin=worker.person.iin,
    )
