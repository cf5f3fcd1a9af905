"""What an officer of a district looks through: claims that wait, applications that are sought, what may be twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.applications.adapters.tables import (
    ENROLMENT_LASTS,
    HAS_TWINS,
    SWAPPED_TO,
    TRANSFER_ID,
    application,
    card,
    child,
    claim,
    district,
)
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import ClaimKind, ClaimState
from kezek.platform.db import ReadTx
from kezek.platform.pages import holding_or_all, load_page, lower, paged, same_or_all
from kezek.platform.tables import any_of

_A, _C = application.c, claim.c
AT_MOST_FOUND = 20
_CHILD = card.c.state["child"]
_NAMES = sa.func.concat_ws(
    " ",
    *(names[part].astext for names in (_CHILD, _CHILD["russian"]) for part in ("surname", "given_name", "patronymic")),
)
_SHOWN = (
    *(_A.id, _A.number, _A.district, _A.applicant_id, _A.birth_date, _A.status, _A.live, _A.submitted_at),
    _A.transfer_of,
)
_WITH_CARD = sa.select(*_SHOWN, card.c.state.label("card")).join(card, card.c.application_id == _A.id)

_OTHER, _OTHERS = claim.alias("other"), application.alias("others")
_OF_TWIN_BEFORE = (
    sa.select(sa.literal(1))
    .join(_OTHERS, _OTHERS.c.id == _OTHER.c.application_id)
    .where(
        (_OTHER.c.id == _C.shared_with) | (_OTHER.c.shared_with == sa.func.coalesce(_C.shared_with, _C.id)),
        _OTHER.c.id < _C.id,
        _OTHER.c.state == _C.state,
        _OTHERS.c.district == _A.district,
        _OTHERS.c.live,
    )
    .correlate(claim, application)
)
# twins' papers are decided once, and by whoever of them is left
TO_DECIDE = sa.and_(~_OF_TWIN_BEFORE.exists(), _A.live)
_WAITING = paged(
    sa.select(
        _C.id.label("claim_id"),
        _C.kind,
        _C.benefit,
        _C.submitted_at.label("claimed_at"),
        _C.due_at,
        *_SHOWN,
        card.c.state.label("card"),
    )
    .join(application, _A.id == _C.application_id)
    .join(card, card.c.application_id == _A.id)
    .where(
        TO_DECIDE,
        _A.district == sa.bindparam("district"),
        _C.state == sa.bindparam("state"),
        same_or_all(_C.kind, "kind"),
    ),
    _C.due_at.asc().nulls_last(),
    _C.submitted_at.asc(),
    _C.id.asc(),
)
_OF_DISTRICT = _WITH_CARD.where(_A.district == sa.bindparam("district")).order_by(_A.id.desc()).limit(AT_MOST_FOUND)
_BY_NUMBER = _OF_DISTRICT.where(_A.number == sa.bindparam("number"))
_BY_IIN = _OF_DISTRICT.join(child, child.c.id == _A.child_id).where(
    (child.c.iin == sa.bindparam("iin")) | (card.c.state["applicant"]["iin"].astext == sa.bindparam("iin"))
)
_BY_NAME = _OF_DISTRICT.where(_A.birth_date == sa.bindparam("birth_date"), holding_or_all(_NAMES, "name"))
_OPEN = (
    sa.select(application, card.c.state.label("card"), district.c.name.label("district_name"))
    .add_columns(HAS_TWINS, TRANSFER_ID, ENROLMENT_LASTS, SWAPPED_TO)
    .join(card, card.c.application_id == _A.id)
    .join(district, district.c.code == _A.district)
    .where(_A.id == sa.bindparam("id"), _A.district == sa.bindparam("district"))
)
_TWINS = _WITH_CARD.where(_A.twins == sa.bindparam("twins"), _A.id != sa.bindparam("id")).order_by(_A.number)
_BORN_THEN = sa.and_(_A.live, _A.birth_date == sa.bindparam("birth_date"), _A.child_id != sa.bindparam("child_id"))
_SPELLINGS = [  # typed in one language, or as the register writes it in both
    sa.func.concat_ws(" ", *(lower(names[part].astext) for part in ("surname", "given_name")), type_=sa.Text)
    for names in (_CHILD, _CHILD["russian"])
]
_SAME_NAMES = _WITH_CARD.where(_BORN_THEN, sa.or_(*(any_of(each, "names") for each in _SPELLINGS))).limit(AT_MOST_FOUND)
_SAME_FAMILY = _WITH_CARD.where(
    _BORN_THEN,
    _A.applicant_id == sa.bindparam("applicant_id"),
    _A.twins.is_distinct_from(sa.bindparam("twins", type_=_A.twins.type)) | _A.twins.is_(None),
).limit(AT_MOST_FOUND)


@dataclass(frozen=True)
class Alike:
    """Whom to compare others with: a child by what makes it look like another one, or a twin entered apart."""

    child_id: UUID
    applicant_id: UUID
    birth_date: date
    child: Person
    twins: UUID | None = None


async def list_waiting(
    tx: ReadTx, code: str, kind: ClaimKind | None, state: ClaimState, *, offset: int, limit: int
) -> tuple[Sequence[Any], int]:
    """The claims of a district in a state, whose term ends first coming first, and how many there are in all."""
    asked = {"district": code, "kind": kind.value if kind else None, "state": state.value}
    return await load_page(tx, _WAITING, asked, offset=offset, limit=limit)


async def find_by_number(tx: ReadTx, code: str, number: str) -> Sequence[Any]:
    """The application of this number, if it is one of the district's."""
    return await tx.rows(_BY_NUMBER, {"district": code, "number": number})


async def find_by_iin(tx: ReadTx, code: str, iin: str) -> Sequence[Any]:
    """The district's applications for this child or by this applicant, newest first."""
    return await tx.rows(_BY_IIN, {"district": code, "iin": iin})


async def find_by_name(tx: ReadTx, code: str, name: str, birth_date: date) -> Sequence[Any]:
    """The district's applications for children born on a day whose name, in either language, holds this text."""
    return await tx.rows(_BY_NAME, {"district": code, "name": name, "birth_date": birth_date})


async def find_application(tx: ReadTx, code: str, application_id: UUID) -> sa.Row[Any] | None:
    """An application of the district with its card, as the journal shows it."""
    return await tx.row(_OPEN, {"district": code, "id": application_id})


async def list_twins(tx: ReadTx, twins: UUID | None, application_id: UUID) -> Sequence[Any]:
    """The applications linked with this one as twins (domain §5.4)."""
    return [] if twins is None else await tx.rows(_TWINS, {"twins": twins, "id": application_id})


async def list_same_names(tx: ReadTx, like: Alike) -> Sequence[Any]:
    """Live applications of the region for another child born that day of the same names in any of their spellings.

    Surname and given name tell: not everybody types the patronymic.
    """
    both = (like.child, like.child.russian)
    names = [f"{each.surname} {each.given_name}".lower() for each in both if each is not None]
    return await tx.rows(_SAME_NAMES, {"names": names, "birth_date": like.birth_date, "child_id": like.child_id})


async def list_same_family(tx: ReadTx, like: Alike) -> Sequence[Any]:
    """Live applications of the same applicant for another child born that day, not linked: maybe twins."""
    family = {"applicant_id": like.applicant_id, "twins": like.twins}
    return await tx.rows(_SAME_FAMILY, {"birth_date": like.birth_date, "child_id": like.child_id, **family})
