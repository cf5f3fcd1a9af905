"""What families of a small life do once they have applied: change wishes, choose, leave; twins as one or apart."""

from tests.e2e.actors.parent import Parent
from tests.e2e.played_acts import LANGUAGES, Acts, Line, Standing

ALIVE = (
    *("queued", "notified", "referred", "papers_submitted"),
    *("refusal_review", "stop_listed", "inactive", "enrolled"),
)


class FamilyActs(Acts):
    """Families act by their own sessions."""

    async def changes(self, name: str, family: Parent, _: Standing) -> None:
        """Other languages, and of all who are linked whether they may be apart; without a signature."""
        languages, separate = self.random.choice(LANGUAGES), self.random.random() < 0.5
        linked = [each for each in self.linked[name] if each != name]
        others = await self.in_status(linked, *ALIVE)
        body = {"languages": list(languages), "separate_places": separate}
        at = await self.now()
        path = f"/api/applications/applications/{family.application_id}/wishes"
        (await family.http.put(path, json=body)).raise_for_status()
        own: Line = {"child": name, "languages": languages, "separate": separate}
        theirs = [{"child": each, "separate": separate} for each in others]
        await self.did(at, *({"change": each} for each in (own, *theirs)))

    async def chooses(self, name: str, family: Parent, _: Standing) -> None:
        """One of the places that the child may take."""
        listed = await family.places()
        if listed:
            place_id = self.random.choice(listed)["place_id"]
            await self.tries(family.chooses(place_id), choose={"child": name, "place": self.places[place_id]})

    async def chooses_together(self, name: str, family: Parent, state: Standing) -> None:
        """Places for all twins who are called now, by one act; for an only one as any does."""
        wanted: dict[str, str] = {}
        for each in await self.in_status(self.siblings[name], "notified"):
            places = [found["place_id"] for found in await self.families[each].places()]
            if left := [place_id for place_id in places if place_id not in wanted.values()]:
                wanted[each] = self.random.choice(left)
        if len(wanted) == 1:
            await self.chooses(name, family, state)
        elif wanted:
            chosen = [{"child": each, "place": self.places[place_id]} for each, place_id in wanted.items()]
            await self.tries(self._choose_together(wanted), choose_together={"choices": chosen})

    async def _choose_together(self, wanted: dict[str, str]) -> None:
        first, *twins = [
            {"application_id": self.families[name].application_id, "place_id": place_id}
            for name, place_id in wanted.items()
        ]
        path = f"/referrals/applications/{first['application_id']}/choices/acts"
        body = {"place_id": first["place_id"], "twins": twins}
        await self.signs(self.families[next(iter(wanted))], path, body)

    async def cancels(self, name: str, family: Parent, state: Standing) -> None:
        """The family gives its referral back."""
        referral = state["referral"]["referral_id"]
        path = f"/referrals/applications/{family.application_id}/referrals/{referral}/cancellation/acts"
        await self.tries(self.signs(family, path), cancel={"child": name})

    async def withdraws(self, name: str, family: Parent, _: Standing) -> None:
        """The family takes the application of one child back."""
        path = f"/referrals/applications/{family.application_id}/withdrawal/acts"
        await self.tries(self.signs(family, path), withdraw={"child": name})

    async def declines(self, name: str, family: Parent, _: Standing) -> None:
        """The family refuses its place, where that costs the one in the queue."""
        path = f"/referrals/applications/{family.application_id}/declining/acts"
        await self.tries(self.signs(family, path), decline={"child": name})

    async def restores(self, name: str, family: Parent, _: Standing) -> None:
        """The family has its inactive application restored."""
        path = f"/referrals/applications/{family.application_id}/restoration/acts"
        await self.tries(self.signs(family, path), restore={"child": name})

    async def moves(self, name: str, family: Parent, _: Standing) -> None:
        """One child goes to another district, where the family withdraws: nobody else's story is to meet it there."""
        if name in self.transferred:
            return
        there = self.beside.district
        await self.registers(family, there)
        path = f"/applications/applications/{family.application_id}/move-checks"
        check = (await family.post(path, {"district": there}))["check"]
        path = f"/referrals/applications/{family.application_id}/move/acts"
        await self.tries(self.signs(family, path, {"check": check}), move={"child": name})
        known = {*self.elsewhere, *(each for those in self.applications.values() for each in those)}
        for application_id in {each["application_id"] for each in await family.applications()} - known:
            await self.signs(family, f"/referrals/applications/{application_id}/withdrawal/acts")
            self.elsewhere.add(application_id)
