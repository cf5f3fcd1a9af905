"""Which queue a child stands in: district × kind × group year (domain §5.1)."""

from enum import StrEnum

from pydantic import Field

from kezek.contracts.events import Contract


class GroupKind(StrEnum):
    """General groups, or correctional ones for children with the commission's conclusion."""

    GENERAL = "general"
    CORRECTIONAL = "correctional"


class QueueClass(StrEnum):
    """The three classes of a queue, best first (domain §5.1)."""

    EXTRAORDINARY = "extraordinary"
    PRIORITY = "priority"
    GENERAL = "general"


class InstructionLanguage(StrEnum):
    """Languages of instruction (domain §6.1)."""

    KAZAKH = "kk"
    RUSSIAN = "ru"
    ENGLISH = "en"


class QueueRef(Contract):
    """One queue: the district's KATO prefix, the kind of group and the group year (birth year)."""

    district: str = Field(pattern="^[0-9]{4}$")
    kind: GroupKind
    group_year: int

    def __str__(self) -> str:
        """The queue's key, as `1110.general.2022`."""
        return f"{self.district}.{self.kind.value}.{self.group_year}"
