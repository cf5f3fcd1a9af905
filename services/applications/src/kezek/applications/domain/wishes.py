"""What a family may change at any time (domain §3.undertaking, §5.4): it counts from the next call on."""

from dataclasses import replace
from datetime import datetime

from kezek.applications.domain.application import Application, Cause, Decision, Step, StepKind, own_line
from kezek.applications.domain.history import HistoryLine
from kezek.applications.domain.states import BEFORE
from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import ActorKind, InstructionLanguage
from kezek.platform.errors import RuleBrokenError

_CAUSE = Cause(Reason.APPLICATION_CHANGED, ActorKind.APPLICANT)


def change_wishes(
    application: Application, languages: tuple[InstructionLanguage, ...], at: datetime, *, separate_places: bool
) -> Decision | None:
    """The application with these wishes; None when it has them. The order is told, unless the child is not queued yet.

    Raises:
        RuleBrokenError: `application_over`.
    """
    if not application.live:
        raise RuleBrokenError("application_over", status=application.status.value)
    order = replace(application.order, languages=languages, separate_places=separate_places)
    if order == application.order:
        return None
    changed = replace(application, order=order, version=application.version + 1)
    queued = application.status not in BEFORE
    return Decision(changed, at, _lines(application, changed, at), (Step(StepKind.CHANGED, _CAUSE),) if queued else ())


def _lines(before: Application, after: Application, at: datetime) -> tuple[HistoryLine, ...]:
    lines = []
    if after.order.languages != before.order.languages:
        said = {"languages": [each.value for each in after.order.languages]}
        lines.append(own_line(after, f"languages:{after.version}", at, "languages_changed", _CAUSE, **said))
    if after.order.separate_places != before.order.separate_places:
        code = "separate_allowed" if after.order.separate_places else "separate_forbidden"
        lines.append(own_line(after, f"separate:{after.version}", at, code, _CAUSE))
    return tuple(lines)
