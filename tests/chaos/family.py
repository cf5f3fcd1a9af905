"""One family on its way through the story, step by step, and what must be true of it at the end."""

import asyncio
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person, RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.world import World

STEPS = ("sign-in", "apply", "position", "publish", "call", "sms", "choose", "pdf", "accept", "roster")
# what a family waits for begins with an act; the kill must find it waiting
WAITS = {"position": "apply", "call": "publish", "sms": "publish", "pdf": "choose", "roster": "accept"}
TOLD = ("turn_started", "referral_issued", "referral_accepted")
HISTORY = Counter(
    {
        "submitted": 1,
        "placed": 1,
        "turn_started": 1,
        "turn_ended": 1,
        "referral_issued": 1,
        "document_made": 1,
        "referral_accepted": 1,
        **{f"message_sent {about}": 2 for about in TOLD},
    }
)
# of a family that applied while the registers were silent, and was checked when they answered (domain §5.1)
TOLD_OF_CHECK = ("to_check", "queued")
CHECKED = Counter({"to_check": 1, "register_checked": 1, **{f"message_sent {about}": 2 for about in TOLD_OF_CHECK}})


class Family:
    """Plays the story up to its moment of danger, and then on to its end."""

    parent: Parent
    worker: Worker
    referral: dict[str, Any]

    def __init__(self, world: World) -> None:
        self.world = world
        self.began_at: dict[str, float] = {}
        self.ended_at: dict[str, float] = {}

    @property
    def number(self) -> str:
        """The referral's number."""
        return str(self.referral["referral_number"])

    async def plays_before(self, danger: str) -> None:
        """What comes before the step in danger; before the act that a waiting step begins with."""
        self.parent = await self.world.parent()
        self.worker = await self.world.worker()
        for name in STEPS[: STEPS.index(WAITS.get(danger, danger))]:
            await self._play(name)

    async def plays_on(self, danger: str, begun: asyncio.Event | None) -> None:
        """The step in danger, telling when it has begun if that is asked, and all that come after it."""
        for name in STEPS[STEPS.index(WAITS.get(danger, danger)) :]:
            if name == danger and begun is not None:
                begun.set()
            await self._play(name)

    async def _play(self, name: str) -> None:
        self.began_at[name] = time.monotonic()
        try:
            await self._doing()[name]()
        except (AssertionError, RefusedError, OSError) as error:
            raise AssertionError(f"{name}: {error}") from error
        self.ended_at[name] = time.monotonic()

    def seconds_after(self, kill: float, step: str) -> float | None:
        """From the kill to the end of a step; None if the kill did not come in its middle."""
        began, ended = self.began_at.get(step), self.ended_at.get(step)
        return ended - kill if began and ended and began < kill < ended else None

    def _doing(self) -> dict[str, Callable[[], Awaitable[object]]]:
        return {
            "sign-in": lambda: sign_in(self.parent),
            "apply": self.parent.applies,
            "position": self.parent.position,
            "publish": self._publishes,
            "call": lambda: self.parent.becomes("notified"),
            "sms": lambda: self.world.sandbox.wait_for_sms(self.parent.phone, self.parent.number),
            "choose": self._chooses,
            "pdf": self.parent.referral_pdf,
            "accept": lambda: self.worker.accepts(self.number),
            "roster": lambda: self.worker.roster(having=self.number),
        }

    async def _chooses(self) -> None:
        self.referral = await self.parent.chooses_first_place()

    async def _publishes(self) -> None:
        """As many places as there are children before this one, so that what went wrong before harms nobody else."""
        ahead = (await self.parent.position())["position"] - 1
        await self.worker.publishes(self.world.group_year, places=ahead + 1)

    async def is_right(self) -> None:
        """Fails with what is not as it must be once everything has come to rest."""
        found = await self._wrongs()
        assert not found, "; ".join(found)

    async def _wrongs(self) -> list[str]:
        journal = await self.parent.journal()
        state = await self.parent.state()
        found = [f"is {state['status']} and not enrolled"] if state["status"] != "enrolled" else []
        if state["referral"]["number"] != self.number:
            found.append("has another referral than the one it was answered")
        history = Counter(_line(each) for each in journal["history"])
        found += _differences(history)
        if len(journal["documents"]) != 1:
            found.append(f"has {len(journal['documents'])} papers")
        return found + await self._wrongly_told((*TOLD, *TOLD_OF_CHECK) if "to_check" in history else TOLD)

    async def _wrongly_told(self, of: tuple[str, ...]) -> list[str]:
        texts = [message["text"] for message in await self.world.sandbox.sms(self.parent.phone)]
        # SMTP cannot be asked what it has taken: the same e-mail may come twice, under one Message-ID
        mails = await self.world.sandbox.mail(self.parent.email)
        letters = {mail["message_id"] for mail in mails if not mail["subject"].startswith(ABOUT_ACCESS)}
        found = [f"got {len(texts)} SMS, {len(set(texts))} different"] if sorted(set(texts)) != sorted(texts) else []
        if len(texts) < len(of):
            found.append(f"got only {len(texts)} SMS")
        if len(letters) != len(of):
            found.append(f"got {len(letters)} different e-mails")
        return found


# codes and letters of auth, which are no part of the story
ABOUT_ACCESS = "Кезек: "


async def sign_in(person: Person) -> None:
    """As a person does whose challenge was used up by an answer that never came, or was lost: once more."""
    try:
        await person.sign_in()
    except RefusedError as refused:
        if refused.code != "challenge_unknown":
            raise
        await person.sign_in()


def _line(line: dict[str, Any]) -> str:
    return f"message_sent {line['about']}" if line["code"] == "message_sent" else str(line["code"])


def _differences(history: Counter[str]) -> list[str]:
    expected = HISTORY + CHECKED if "to_check" in history else HISTORY
    missing, surplus = expected - history, history - expected
    found = [f"journal lacks {dict(missing)}"] if missing else []
    return [*found, f"journal has too much: {dict(surplus)}"] if surplus else found
