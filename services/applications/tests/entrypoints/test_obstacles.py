"""The list of children says what would forbid an application now."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from kezek.applications.domain.intake import RegisteredPerson
from kezek.applications.entrypoints.schemas import Obstacle
from kezek.applications.entrypoints.views import child_view
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.vocabulary import Language

CHILD = RegisteredPerson(
    iin="991399000009",
    surname="Үлгіқызы",
    given_name="Айгерім",
    birth_date=date(2020, 11, 21),
    alive=True,
    district="1134",
)
EARLY, LATE = date(2026, 11, 20), date(2026, 11, 21)


def obstacle(child: RegisteredPerson, today: date, application: UUID | None = None) -> Obstacle | None:
    return child_view(child, application, REFERRAL_PROFILE, today, Language.KK).obstacle


def test_each_obstacle_is_told_and_what_is_for_ever_first() -> None:
    live = UUID(int=1)
    assert obstacle(CHILD, EARLY) is None
    assert obstacle(CHILD, EARLY, live) is Obstacle.LIVE_APPLICATION
    assert obstacle(CHILD, LATE, live) is Obstacle.TOO_OLD
    assert obstacle(replace(CHILD, alive=False), EARLY) is Obstacle.NOT_ALIVE
