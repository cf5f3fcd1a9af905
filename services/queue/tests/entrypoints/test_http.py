"""The applicant asks where the child stands."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from dirty_equals import IsDatetime

from kezek.platform.actors import Actor
from kezek.queue.main_api import build_app


async def test_the_applicant_reads_the_position(
    play: Any, api: Any, make_settings: Any, actor: Callable[..., Actor]
) -> None:
    parent, stranger = actor(), actor()
    queue = await api(build_app(await make_settings("queue")))
    application = play.application("g1").model_copy(update={"applicant_id": parent.person_id})
    await play.queued("p1", "priority", minute=-1)
    await play.place(application)
    path = f"/applications/{application.application_id}/position"

    answer = await queue.by(parent).get(path)

    assert answer.json() == {
        "application_id": str(application.application_id),
        "queue": {"district": "1110", "kind": "general", "group_year": 2023},
        "queue_class": "general",
        "waiting": True,
        "being_called": False,
        "position": 2,
        "ahead": {"extraordinary": 0, "priority": 1, "general": 0, "transfer": 0},
        "in_order": 2,
        "owed": 0,
        "generals_per_priority": 3,
        "categories": [],
        "by_rounds": False,
        "ledger_sequence": 2,
        "as_of": IsDatetime(iso_string=True),
    }
    assert (await queue.by(stranger).get(path)).json()["code"] == "position_not_found"
    assert (await queue.by(stranger).get(path)).status_code == 404
    assert (await queue.by().get(path)).status_code == 401


async def test_by_numbered_categories_the_position_says_which_they_are(
    play: Any, api: Any, make_settings: Any, actor: Callable[..., Actor]
) -> None:
    parent = actor()
    queue = await api(build_app(await make_settings("queue")))
    application = play.application("g1").model_copy(update={"applicant_id": parent.person_id})
    for number in range(2):
        await play.queued(f"p{number}", "priority", minute=number)
    await play.place(application)
    await play.queued("g2", minute=1)
    assert await play.offered("a") == ["p0"]
    await play.rules(1, numbered=True)

    told = (await queue.by(parent).get(f"/applications/{application.application_id}/position")).json()

    assert (told["position"], told["ahead"]) == (2, {"extraordinary": 0, "priority": 1, "general": 0, "transfer": 0})
    assert [(each["number"], each["queue_class"]) for each in told["categories"]] == [
        (1, "extraordinary"),
        (2, "priority"),
        (3, "general"),
        (4, "transfer"),
    ]
    assert told["categories"][2]["name"]["kk"] == "3-санат: жалпы негізде"


async def test_the_applicant_reads_what_has_changed_in_words(
    play: Any, api: Any, make_settings: Any, actor: Callable[..., Actor]
) -> None:
    parent, stranger = actor(), actor()
    queue = await api(build_app(await make_settings("queue")))
    application = play.application("g1").model_copy(update={"applicant_id": parent.person_id})
    await play.place(application)
    await play.queued("p1", "priority", minute=1)
    path = f"/applications/{application.application_id}/changes"

    answer = await queue.by(parent).get(path, params={"limit": 1})

    assert answer.json() == {
        "items": [
            {
                "sequence": 2,
                "at": IsDatetime(iso_string=True),
                "change": "entered",
                "reason": "queued",
                "reason_text": "ребёнок поставлен в очередь",
                "queue_class": "priority",
                "own": False,
                "in_turn": True,
                "more": True,
                "many": 1,
            }
        ],
        "complete": False,
        "since_look": None,
        "ordered_since": None,
    }
    looks = f"/applications/{application.application_id}/looks"
    assert (await queue.by(parent).post(looks)).status_code == 204
    assert (await queue.by(stranger).post(looks)).json()["code"] == "position_not_found"
    play.database.clock.move_to(play.database.clock.now() + timedelta(hours=1))
    await play.queued("e1", "extraordinary", minute=1)
    assert (await queue.by(parent).post(looks)).status_code == 204
    since = (await queue.by(parent).get(path)).json()["since_look"]
    assert (since["position"], since["complete"]) == (2, True)
    assert [(each["change"], each["many"], each["reason_text"]) for each in since["items"]] == [
        ("entered", 1, "ребёнок поставлен в очередь")
    ]
    assert (await queue.by(stranger).get(path)).json()["code"] == "position_not_found"
    assert (await queue.by().get(path)).status_code == 401
