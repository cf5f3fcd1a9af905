"""`make story`: the main job, played against what `make up` started, one line a step."""

import asyncio
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from tests.e2e.world import World

FOLDER = Path(os.environ.get("KEZEK_STORY_FOLDER", ".kezek/story"))


class Narrator:
    """Tells each step in one line with its time."""

    def __init__(self) -> None:
        self._began = time.perf_counter()
        self._number = 0

    async def step(self, told: str, doing: Any) -> Any:
        """Do one step and tell it."""
        began = time.perf_counter()
        result = await doing
        self._number += 1
        milliseconds = (time.perf_counter() - began) * 1000
        print(f"{self._number:3}. {told:<78} {milliseconds:7.0f} ms", flush=True)  # noqa: T201 - a story is told
        return result

    def end(self, *lines: str) -> None:
        """Tell how long it took, and what remains of it."""
        seconds = time.perf_counter() - self._began
        print(f"The whole story took {seconds:.1f} s.", *lines, sep="\n", flush=True)  # noqa: T201


async def play(world: World, folder: Path) -> None:
    """From a parent's signature to a child on the roster, and the papers of it."""
    tell = Narrator()
    await world.begins_by_day()
    parent = await tell.step("A parent signs in with her login key", world.parent())
    number = await tell.step("She applies for her child and signs the application", parent.applies())
    position = await tell.step(f"The application has the number {number}: its position", parent.position())
    ahead = position["position"] - 1
    worker = await tell.step("A kindergarten's worker signs in", world.worker())
    places = "a free place" if ahead == 0 else f"{ahead + 1} free places, {ahead} children stand before hers"
    await tell.step(f"The worker publishes {places} and signs", worker.publishes(world.group_year, places=ahead + 1))
    await tell.step("The child is called: its turn has begun", parent.becomes("notified"))
    await tell.step("The SMS has come", world.sandbox.wait_for_sms(parent.phone, number))
    await tell.step("The e-mail has come", world.sandbox.wait_for_mail(parent.email, number))
    referral = await tell.step("She chooses the place and signs", parent.chooses_first_place())
    pdf = await tell.step(f"Referral {referral['referral_number']}: the PDF is there", parent.referral_pdf())
    await tell.step(
        "The worker finds the referral and accepts the child, signing", worker.accepts(referral["referral_number"])
    )
    await tell.step("The child is on the roster", worker.roster(having=referral["referral_number"]))
    await tell.step("Everything has come to rest", world.settles())
    journal = await tell.step("The journal holds every step", parent.journal())
    paper, log = keep(folder, referral["referral_number"], pdf, number, journal)
    tell.end(f"Referral: {paper}", f"Journal:  {log}")


def keep(folder: Path, referral: str, pdf: bytes, number: str, journal: dict[str, Any]) -> tuple[Path, Path]:
    """Write the papers of the story; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paper, log = folder.resolve() / f"referral-{referral}.pdf", folder.resolve() / f"journal-{number}.json"
    paper.write_bytes(pdf)
    log.write_text(json.dumps(journal, ensure_ascii=False, indent=2))
    return paper, log


async def main() -> None:
    """Play once against the stack named by `KEZEK_PUBLIC_URL` and `KEZEK_SANDBOX_URL`."""
    world = World(os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"])
    try:
        await play(world, FOLDER)
    finally:
        await world.close()


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
