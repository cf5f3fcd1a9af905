"""What people of a district do on a day: families, workers of two kindergartens, an officer; as chance has it."""

import random
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person, RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.world import World

LANGUAGES = (("kk",), ("ru",), ("kk", "ru"), ("kk", "ru", "en"))
# two people may be at the same thing at the same moment, and a term may end under a slow hand
MAY_BE_REFUSED = {
    *("place_taken", "turn_over", "choice_not_allowed", "open_referral_exists", "act_outdated", "referral_not_valid"),
    *("cancellation_too_late", "cancellation_not_allowed", "refusal_under_review", "must_be_accepted"),
    *("clock_stopped_already", "no_refusal_under_review", "refusal_not_found", "withdrawal_not_allowed"),
    *("places_not_free", "departure_not_allowed", "place_needed", "vacancy_not_found"),
}
Doing = Callable[[Parent, Any], Awaitable[str]]


class Lives:
    """The people, and what they have done so far."""

    def __init__(self, world: World, luck: random.Random) -> None:
        self._world = world
        self._luck = luck
        self._families: list[Parent] = []
        self._workers: list[Worker] = []
        self._officer: Person
        self.acts: Counter[str] = Counter()

    async def begin(self) -> None:
        """Who works there comes first."""
        self._workers = [await self._world.worker(ordinal) for ordinal in range(2)]
        self._officer = await self._world.officer()

    async def a_day(self, newcomers: int, *, offices_open: bool) -> list[Awaitable[None]]:
        """What all of them are about to do."""
        doings: list[Awaitable[None]] = [self._lives(each) for each in self._families]
        doings += [self._applies(await self._world.parent()) for _ in range(newcomers)]
        if offices_open and self._luck.random() < 0.9:
            doings.append(self._publishes(self._luck.choice(self._workers)))
        if offices_open and self._luck.random() < 0.15:
            doings.append(self._tries(self._annuls()))
        return doings

    async def _applies(self, parent: Parent) -> None:
        await parent.applies(self._luck.choice(LANGUAGES))
        self._families.append(parent)
        self.acts["applied"] += 1

    async def _publishes(self, worker: Worker) -> None:
        places, language = self._luck.randint(1, 5), self._luck.choice(("kk", "kk", "ru"))
        await worker.publishes(self._world.group_year, places, language)
        self.acts["places published"] += places

    async def _annuls(self) -> str:
        vacancies = (await self._luck.choice(self._workers).vacancies())["items"]
        if not vacancies:
            return ""
        path = f"/referrals/vacancies/{self._luck.choice(vacancies)['id']}"
        found = (await self._officer.get(path))["places"]
        left = [place["place_id"] for place in found if place["status"] not in {"taken", "annulled"}]
        if not left:
            return ""
        body = {"place_ids": [self._luck.choice(left)], "reason": "other", "remark": "Топ жөнделуде"}
        await self._officer.sign_act("referrals", await self._officer.post(f"{path}/annulments/acts", body))
        return "a place annulled"

    async def _lives(self, parent: Parent) -> None:
        state = await parent.state()
        for chance, doing in self._wishes().get(state["status"], {}).items():
            if self._luck.random() < chance:
                await self._tries(doing(parent, state))
                return

    def _wishes(self) -> Mapping[str, Mapping[float, Doing]]:
        """By state what may be done, and how likely it is when what stands before it is not."""
        return {
            "notified": {0.5: self._chooses, 0.02: self._withdraws},
            "queued": {0.3: self._takes_free_choice, 0.01: self._withdraws},
            "referred": {0.15: self._cancels, 0.16: self._is_refused, 0.14: self._comes, 0.35: self._is_accepted},
            "refusal_review": {0.3: self._answers, 0.4: self._is_decided_on, 0.02: self._withdraws},
            "enrolled": {0.02: self._departs},
        }

    async def _chooses(self, parent: Parent, _: Any) -> str:
        return "chose" if await self._took(parent) else ""

    async def _takes_free_choice(self, parent: Parent, _: Any) -> str:
        return "took free choice" if await self._took(parent) else ""

    async def _took(self, parent: Parent) -> bool:
        places = await parent.places()
        if places:
            await parent.chooses(self._luck.choice(places)["place_id"])
        return bool(places)

    async def _withdraws(self, parent: Parent, _: Any) -> str:
        act = await parent.post(f"/referrals/applications/{parent.application_id}/withdrawal/acts")
        await parent.sign_act("referrals", act)
        return "withdrew"

    async def _cancels(self, parent: Parent, state: Any) -> str:
        path = f"/referrals/applications/{parent.application_id}/referrals/{state['referral']['referral_id']}"
        await parent.sign_act("referrals", await parent.post(f"{path}/cancellation/acts"))
        return "cancelled"

    async def _is_accepted(self, _: Parent, state: Any) -> str:
        await self._worker_of(state).accepts(state["referral"]["number"])
        return "was accepted"

    async def _comes(self, _: Parent, state: Any) -> str:
        await self._worker_of(state).post(f"{_referral(state)}/arrival")
        return "came"

    async def _is_refused(self, _: Parent, state: Any) -> str:
        worker, body = self._worker_of(state), {"reason": "no_room", "words": "Топта орын жоқ"}
        await worker.sign_act("referrals", await worker.post(f"{_referral(state)}/refusal/acts", body))
        return "was refused"

    async def _answers(self, parent: Parent, _: Any) -> str:
        path = f"/referrals/applications/{parent.application_id}/refusal/answers"
        await parent.post(path, {"words": "Біз келіспейміз"})
        return "answered a refusal"

    async def _is_decided_on(self, _: Parent, state: Any) -> str:
        outcome = self._luck.choice(("upheld", "overruled"))
        path = f"/referrals/refusals/{state['referral']['referral_id']}"
        read = [answer["id"] for answer in (await self._officer.get(path))["refusal"]["answers"]]
        decision = {"outcome": outcome, "words": "Құжаттар қаралды", "answers": read}
        act = await self._officer.post(f"{path}/decision/acts", decision)
        await self._officer.sign_act("referrals", act)
        return f"a refusal was {outcome}"

    async def _departs(self, _: Parent, state: Any) -> str:
        worker = self._worker_of(state)
        number, today = state["referral"]["number"], (await self._world.today()).isoformat()
        row = next(each for each in await worker.roster(number) if each["referral_number"] == number)
        path = f"/kindergartens/kindergartens/{worker.kindergarten_id}/roster/{row['enrolment_id']}/departure/acts"
        await worker.sign_act("kindergartens", await worker.post(path, {"left_on": today, "reason": "moved_away"}))
        return "departed"

    def _worker_of(self, state: Any) -> Worker:
        wanted = state["referral"]["kindergarten_id"]
        return next(each for each in self._workers if each.kindergarten_id == wanted)

    async def _tries(self, doing: Awaitable[str]) -> None:
        try:
            done = await doing
        except RefusedError as refused:
            if refused.code not in MAY_BE_REFUSED:
                raise
            done = f"was told {refused.code}"
        if done:
            self.acts[done] += 1


def _referral(state: Any) -> str:
    return f"/referrals/referrals/{state['referral']['referral_id']}"
