"""Open terms of working days, those alike counted together: by hours, which no midnight parts. SQL only."""

from uuid import UUID

import sqlalchemy as sa

from kezek.platform.db import ReadTx
from kezek.platform.workdays import Term, last_day_of
from kezek.referrals.domain.calendar_preview import OpenTerms
from kezek.referrals.domain.terms import RunningTerm, TermKind

_NOBODYS = UUID(int=0)
_OPEN = sa.text(
    "select kind, date_trunc('hour', began_at) as began_at, due_at, working_days, calendar_version, policy, "
    "count(*) as many from deadline where working_days is not null and kind = any(:kinds) group by 1, 2, 3, 4, 5, 6"
)


async def list_open_terms(tx: ReadTx) -> list[OpenTerms]:
    """All that run."""
    return [
        OpenTerms(
            RunningTerm(
                kind=TermKind(row.kind),
                key=_NOBODYS,
                began_at=row.began_at,
                working_days=row.working_days,
                term=Term(last_day_of(row.due_at), row.due_at),
                policy=row.policy,
                calendar_version=row.calendar_version,
            ),
            row.many,
        )
        for row in await tx.rows(_OPEN, {"kinds": [kind.value for kind in TermKind]})
    ]
