"""Long random plays: the service calls whom a naive reading of the rules would call."""

import random
from datetime import date
from typing import Any

import pytest

LANGUAGES = [("kk",), ("ru",), ("kk", "ru")]
BORN = [date(2023, 5, 5), date(2024, 12, 1)]


class Naive:
    """All rules of domain §5.2 and §5.5 over plain lists, counting the phase from the whole history of calls."""

    def __init__(self) -> None:
        self.waiting: list[tuple[int, str, tuple[str, ...], date]] = []
        self.made: list[tuple[str, bool]] = []
        self.by_category = False

    def owed(self) -> int:
        owed = 0
        for name in (name for name, by_category in self.made if not by_category):
            owed = {"e": owed, "p": 3, "g": max(0, owed - 1)}[name[0]]
        return owed

    def calls(self, language: str) -> str:
        fit = [each for each in sorted(self.waiting) if language in each[2] and each[3] == BORN[0]]
        kinds = ("e", "g", "p") if self.owed() and not self.by_category else ("e", "p", "g")
        for kind in kinds:
            for each in fit:
                if each[1][0] == kind:
                    self.waiting.remove(each)
                    self.made.append((each[1], self.by_category))
                    return each[1]
        return "nobody"


@pytest.mark.parametrize("seed", range(6))
async def test_calls_whom_the_rules_name(play: Any, seed: int) -> None:
    chance, naive = random.Random(seed), Naive()
    minutes = chance.sample(range(1000), 40)
    kinds = {"e": "extraordinary", "p": "priority", "g": "general"}
    for number, minute in enumerate(minutes):
        name, languages, born = chance.choice("eppggggg") + str(number), chance.choice(LANGUAGES), chance.choice(BORN)
        await play.queued(name, kinds[name[0]], minute=minute, languages=languages, born=born)
        naive.waiting.append((minute, name, languages, born))
        if chance.random() < 0.1:
            naive.by_category = not naive.by_category
            await play.rules(number + 1, numbered=naive.by_category)
        if chance.random() < 0.5:
            language = chance.choice(["kk", "ru"])
            (called,) = await play.offered(f"place {number}", language=language)
            assert called == naive.calls(language)
            if called != "nobody" and chance.random() < 0.3:
                await unmake(play, naive, called)
            assert await play.owed() == naive.owed()
    await positions_are_the_simulation(play, naive)


async def unmake(play: Any, naive: Naive, name: str) -> None:
    await play.answered(name, started=False, reason="candidate_not_waiting")
    await play.changed(name, 2, waiting=False, reason="place_chosen")
    naive.made = [each for each in naive.made if each[0] != name]


async def positions_are_the_simulation(play: Any, naive: Naive) -> None:
    naive.waiting = [(minute, name, ("kk",), BORN[0]) for minute, name, _, _ in naive.waiting]
    everyone = len(naive.waiting)
    order = [naive.calls("kk") for _ in range(everyone)]
    assert [await play.place_of(name) for name in order] == list(range(1, everyone + 1))
