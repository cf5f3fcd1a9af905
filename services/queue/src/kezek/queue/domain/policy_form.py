"""How an administrator reads and fills in a policy: its numbers in groups, with bounds and clauses (domain §9)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from enum import StrEnum
from typing import Any

from kezek.contracts.policy import Policy, Profile
from kezek.contracts.texts import Text
from kezek.queue.domain.policy_words import NAMES

_CLAUSE = re.compile(r"\(domain §([0-9a-z.]+)\)")


class NumberKind(StrEnum):
    """What is typed or chosen."""

    PROFILE = "profile"
    SWITCH = "switch"
    NUMBER = "number"
    DAY_OF_YEAR = "day_of_year"


@dataclass(frozen=True)
class PolicyNumber:
    """A number or switch: its name, between which bounds it is, whether it may be off, and its clause."""

    name: str
    text: Text
    kind: NumberKind
    least: int | None
    most: int | None
    optional: bool
    clause: str


@dataclass(frozen=True)
class Group:
    """Numbers that are read together."""

    text: Text
    numbers: Sequence[PolicyNumber]


_FIRST_OF: tuple[tuple[str, Text], ...] = (
    ("profile", Text("Бөлу режимі", "Режим распределения", "Regime")),
    ("review_working_days", Text("Өтініш және жеңілдіктер", "Заявление и льготы", "Applications and benefits")),
    ("generals_per_priority", Text("Кезектегі рет", "Порядок очереди", "The order of the queue")),
    ("max_places", Text("Орындар мен таңдау", "Места и выбор", "Places and choosing")),
    ("referral_working_days", Text("Жолдама және қабылдау", "Направление и зачисление", "Referrals and admission")),
    ("paper_files", Text("Құжаттар мен еріп жүрушілер", "Документы и сопровождающие", "Papers and escorts")),
)


def groups() -> list[Group]:
    """All numbers and switches in the order of the policy; a group goes on until the next one begins."""
    begins, made = dict(_FIRST_OF), list[tuple[Text, list[PolicyNumber]]]()
    for number in _numbers():
        if number.name in begins:
            made.append((begins[number.name], []))
        made[-1][1].append(number)
    return [Group(text, tuple(numbers)) for text, numbers in made]


def _numbers() -> Iterator[PolicyNumber]:
    for each in fields(Policy):
        if each.default is not MISSING:
            clause = _CLAUSE.search(each.metadata["description"])
            yield PolicyNumber(
                name=each.name,
                text=NAMES[each.name],
                kind=_kind(each),
                least=each.metadata.get("ge"),
                most=each.metadata.get("le"),
                optional=each.default is None,
                clause=clause.group(1) if clause else "9.policy",
            )


def _kind(of: "Field[Any]") -> NumberKind:
    if isinstance(of.default, Profile):
        return NumberKind.PROFILE
    if isinstance(of.default, bool):
        return NumberKind.SWITCH
    return NumberKind.DAY_OF_YEAR if "pattern" in of.metadata else NumberKind.NUMBER
