"""What kindergartens, the officer and the administrator of a small life do: places, and what becomes of referrals."""

from tests.e2e.actors.parent import Parent
from tests.e2e.played_acts import Acts, Standing

FLAWS = ("unreadable", "incomplete", "out_of_date", "data_differ", "other")


class GardenActs(Acts):
    """Two kindergartens publish, accept and refuse; an officer decides."""

    async def publishes(self) -> None:
        """One to three places."""
        await self._publishes(self.random.choice(("kk", "kk", "ru")), self.random.randint(1, 3))

    async def publishes_for_all(self) -> None:
        """As many as there are children, in a language that twins want."""
        twin = next(each for each, those in self.siblings.items() if len(those) > 1)
        await self._publishes(self.random.choice(self.wanted[twin]), len(self.families))

    async def _publishes(self, language: str, many: int) -> None:
        """While it is there now and then in the kindergarten that closes."""
        closing = not self.closed and self.random.random() < 0.4
        garden, kindergarten = (self.closing, "L") if closing else (self.garden, "K")
        at = await self.now()
        vacancy = (await garden.publishes(self.world.group_year, many, language))["vacancy_id"]
        await self.world.settles()
        published = (await self.officer.get(f"/referrals/vacancies/{vacancy}"))["places"]
        names = {each["place_id"]: f"p{len(self.places) + number}" for number, each in enumerate(published, 1)}
        self.places |= names
        self.vacancies |= dict.fromkeys(names, vacancy)
        told = [{"id": each, "language": language, "kindergarten": kindergarten} for each in names.values()]
        await self.did(at, {"publish": {"places": told}})

    async def arrives(self, name: str, _: Parent, state: Standing) -> None:
        """The worker notes that the family has come."""
        path = f"/referrals/referrals/{state['referral']['referral_id']}/arrival"
        await self.tries(self.worker_of(state).post(path), arrive={"child": name})

    async def hands_in(self, name: str, family: Parent, _: Standing) -> None:
        """The family hands in forms and the signed contract, for the first time or again."""
        await self.tries(family.hands_in_papers(), papers={"child": name})

    async def returns(self, name: str, _: Parent, state: Standing) -> None:
        """The kindergarten returns the papers."""
        path = f"/referrals/referrals/{state['referral']['referral_id']}/papers/return/acts"
        body = {"flaw": self.random.choice(FLAWS), "words": "027/у оқылмайды"}
        await self.tries(self.signs(self.worker_of(state), path, body), return_papers={"child": name})

    async def accepted(self, name: str, _: Parent, state: Standing) -> None:
        """The kindergarten enrols the child."""
        await self.tries(self.worker_of(state).accepts(state["referral"]["number"]), accept={"child": name})

    async def departs(self, name: str, _: Parent, state: Standing) -> None:
        """The child leaves its kindergarten."""
        worker, number = self.worker_of(state), state["referral"]["number"]
        row = next(each for each in await worker.roster(number) if each["referral_number"] == number)
        path = f"/kindergartens/kindergartens/{worker.kindergarten_id}/roster/{row['enrolment_id']}/departure/acts"
        body = {"left_on": (await self.today()).isoformat(), "reason": "moved_away"}
        at = await self.now()
        await worker.sign_act("kindergartens", await worker.post(path, body))
        await self.did(at, {"depart": {"child": name}})

    async def refused(self, name: str, _: Parent, state: Standing) -> None:
        """The kindergarten refuses the child."""
        path = f"/referrals/referrals/{state['referral']['referral_id']}/refusal/acts"
        body = {"reason": "no_room", "words": "орын жоқ"}
        await self.tries(self.signs(self.worker_of(state), path, body), refuse={"child": name})

    async def decided(self, name: str, _: Parent, state: Standing) -> None:
        """The officer decides on a refusal."""
        act, outcome = self.random.choice((("uphold", "upheld"), ("overrule", "overruled")))
        path = f"/referrals/refusals/{state['referral']['referral_id']}/decision/acts"
        body = {"outcome": outcome, "words": "тексерілді"}
        await self.tries(self.signs(self.officer, path, body), **{act: {"child": name}})

    async def extended(self, name: str, _: Parent, state: Standing) -> None:
        """The officer extends a referral, where the policy under which it was issued lets them."""
        path = f"/referrals/referrals/{state['referral']['referral_id']}/extension/acts"
        await self.tries(self.signs(self.officer, path, {"words": "Отбасы жолда"}), extend={"child": name})

    async def annuls(self) -> None:
        """The officer annuls some place, if nobody has taken it."""
        place_id = self.random.choice(list(self.places))
        path = f"/referrals/vacancies/{self.vacancies[place_id]}/annulments/acts"
        body = {"place_ids": [place_id], "reason": "published_by_mistake"}
        await self.tries(self.signs(self.officer, path, body), annul={"place": self.places[place_id]})

    async def closes(self) -> None:
        """The administrator closes one of the kindergartens."""
        published = {self.vacancies[each] for each in self.places}
        if self.closed or not published:
            return
        self.closed = True
        path, at = f"/kindergartens/kindergartens/{self.closing.kindergarten_id}/closing/acts", await self.now()
        await self.boss.sign_act("kindergartens", await self.boss.post(path, {"remark": "№ 7 бұйрық"}))
        await self.did(at, {"close": {"kindergarten": "L"}})
