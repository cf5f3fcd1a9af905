"""What people of a district do on a day: families, workers of two kindergartens, an officer; as chance has it."""

import random
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import Any

from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person, RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.journeys.test_rules import changes_policy
from tests.e2e.world import CROWDED, World

LANGUAGES = (("kk",), ("ru",), ("kk", "ru"), ("kk", "ru", "en"))
# two people may be at the same thing at the same moment, and a term may end under a slow hand
MAY_BE_REFUSED = {
    *("place_taken", "turn_over", "choice_not_allowed", "open_referral_exists", "act_outdated", "referral_not_valid"),
    *("cancellation_too_late", "cancellation_not_allowed", "refusal_under_review", "must_be_accepted"),
    *("clock_stopped_already", "no_refusal_under_review", "refusal_not_found", "withdrawal_not_allowed"),
    *("places_not_free", "departure_not_allowed", "place_needed", "vacancy_not_found"),
    *("extended_already", "extension_not_allowed", "kindergarten_closed", "move_not_allowed", "claim_decided"),
}
Doing = Callable[[Parent, Any], Awaitable[str]]


class Lives:
    """The people, and what they have done so far."""

    def __init__(self, world: World, luck: random.Random) -> None:
        self._world = world
        self._luck = luck
        self._families: list[Parent] = []
        self._workers: list[Worker] = []
        # those of them whose kindergartens publish: one closes in the midst of it
        self._open: list[Worker] = []
        self._officer: Person
        self._boss: Person
        self.acts: Counter[str] = Counter()

    async def begin(self) -> None:
        """Who works there comes first."""
        self._boss, self._officer = await self._world.administrator(), await self._world.officer()
        closing = await self._world.opens_kindergarten(self._boss)
        self._workers = [*[await self._world.worker(ordinal) for ordinal in range(2)], closing]
        self._open = list(self._workers)
        await self._lets_extend()

    async def _lets_extend(self) -> None:
        """From tomorrow on an officer may extend a referral, if that is not so already."""
        known = await self._boss.get("/queue/policies", district=self._world.district)
        if known["in_force"]["policy"]["extension_by_officer"]:
            return
        tomorrow = await self._world.today() + timedelta(days=1)
        await changes_policy(self._boss, self._world.district, f"{tomorrow}", extension_by_officer=True)

    async def a_day(self, newcomers: int, *, offices_open: bool) -> list[Awaitable[None]]:
        """What all of them are about to do."""
        doings: list[Awaitable[None]] = [self._lives(each) for each in self._families]
        doings += [self._applies(await self._world.parent()) for _ in range(newcomers)]
        if offices_open and self._luck.random() < 0.9:
            doings.append(self._tries(self._publishes(self._luck.choice(self._open))))
        if offices_open and self._luck.random() < 0.5:
            doings.append(self._tries(self._decides_benefit()))
        if offices_open and len(self._open) == len(self._workers) and self._luck.random() < 0.1:
            doings.append(self._tries(self._closes()))
        if offices_open and self._luck.random() < 0.15:
            doings.append(self._tries(self._annuls()))
        return doings

    async def _applies(self, parent: Parent) -> None:
        if self._luck.random() < 0.25:
            await parent.applies_with_benefit(self._luck.choice(("serviceman", "large_family")))
        else:
            await parent.applies(self._luck.choice(LANGUAGES))
        self._families.append(parent)
        self.acts["applied"] += 1

    async def _publishes(self, worker: Worker) -> str:
        places, language = self._luck.randint(1, 5), self._luck.choice(("kk", "kk", "ru"))
        await worker.publishes(self._world.group_year, places, language)
        self.acts["places published"] += places
        return ""

    async def _decides_benefit(self) -> str:
        """The officer confirms a benefit for some days, which may end with a midnight of the month, or rejects it."""
        waiting = (await self._officer.get("/applications/desk"))["items"]
        if not waiting:
            return ""
        until = await self._world.today() + timedelta(days=self._luck.randint(1, 20))
        confirms, rejects = (
            {"outcome": "confirm", "valid_until": f"{until}"},
            {"outcome": "reject", "reason": "not_entitled"},
        )
        body = self._luck.choice((confirms, confirms, rejects))
        path = f"/applications/desk/claims/{self._luck.choice(waiting)['claim_id']}/decision/acts"
        await self._officer.sign_act("applications", await self._officer.post(path, body))
        return f"a benefit: {body['outcome']}"

    async def _closes(self) -> str:
        """The administrator closes a kindergarten, with whatever stands there."""
        closing = self._open.pop()
        path = f"/kindergartens/kindergartens/{closing.kindergarten_id}/closing/acts"
        await self._boss.sign_act("kindergartens", await self._boss.post(path, {"remark": "№ 7 бұйрық"}))
        return "a kindergarten closed"

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
            "queued": {0.3: self._takes_free_choice, 0.01: self._withdraws, 0.03: self._moves},
            "referred": {
                0.15: self._cancels,
                0.16: self._is_refused,
                0.14: self._comes,
                0.1: self._is_extended,
                0.35: self._is_accepted,
            },
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

    async def _moves(self, parent: Parent, _: Any) -> str:
        """The child is registered elsewhere by now: its application goes on there."""
        there = next(each for each in CROWDED if each != self._world.district)
        child = await self._world.sandbox.get(f"/people/{parent.child_iin}")
        await self._world.sandbox.move(child["id"], there)
        path = f"/applications/applications/{parent.application_id}/move-checks"
        check = (await parent.post(path, {"district": there}))["check"]
        path = f"/referrals/applications/{parent.application_id}/move/acts"
        await parent.sign_act("referrals", await parent.post(path, {"check": check}))
        return "moved"

    async def _is_extended(self, _: Parent, state: Any) -> str:
        body = {"words": "Бала ауырып қалды"}
        act = await self._officer.post(f"{_referral(state)}/extension/acts", body)
        await self._officer.sign_act("referrals", act)
        return "a referral extended"

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
        for each in self._workers:
            if each.kindergarten_id == wanted:
                return each
        raise AssertionError(f"kindergarten {wanted} is none of this month's: `make reset` comes before it")

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
