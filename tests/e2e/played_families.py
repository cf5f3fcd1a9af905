"""What families of a small life do: apply, choose, change their wishes, leave; twins together and apart."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from tests.e2e.actors.parent import Parent
from tests.e2e.played_acts import Acts, Line, Standing
from tests.e2e.world import CROWDED

LANGUAGES = (("kk",), ("ru",), ("kk", "ru"))
BENEFITS = {"serviceman": "extraordinary", "large_family": "priority"}
OF_ONE = "special_needs"
OVER_FOR_GOOD = ("withdrawn", "departed", "refused")
ALIVE = (
    *("queued", "notified", "referred", "papers_submitted"),
    *("refusal_review", "stop_listed", "inactive", "enrolled"),
)


class FamilyActs(Acts):
    """Families act by their own sessions."""

    async def newcomer(self) -> None:
        """A family with one child applies, now and then with a benefit whose proof soon runs out."""
        await self._begin([await self.world.parent()])

    async def newcomers_together(self, children: int) -> list[str]:
        """A family with twins, or more of one birth, applies for all of them by one act; their names."""
        return await self._begin(await self.world.family_of_twins(children))

    async def _begin(self, parents: Sequence[Parent]) -> list[str]:
        """The children's names: F1, or F1a and F1b of twins."""
        number = len({each.iin for each in self.families.values()}) + 1
        alone = len(parents) == 1
        names = [f"F{number}" if alone else f"F{number}{'abc'[ordinal]}" for ordinal in range(len(parents))]
        self.families |= dict(zip(names, parents, strict=True))
        self.applications |= {each: [] for each in names}
        self.siblings |= dict.fromkeys(names, tuple(names))
        await self.applies(names)
        return names

    async def applies(self, names: Sequence[str]) -> None:
        """Apply, or apply anew, for a child or by one act for children born together."""
        first, *others = [self.families[each] for each in names]
        claimed = self.random.choice((None, None, *BENEFITS, OF_ONE))
        languages = self.random.choice(LANGUAGES)
        separate = bool(others) and self.random.random() < 0.5
        needy = self.random.choice(names)
        self.wanted |= dict.fromkeys(names, languages)
        more: dict[str, Any] = await self._claims(claimed, self.families[needy])
        if others:
            more |= {"twins": [each.child_iin for each in others], "separate_places": separate}
        born = (await self.world.sandbox.get(f"/people/{first.child_iin}"))["person"]["birth_date"]
        at = await self.now()
        await self._submits(names, await first.prepares_application(languages, **more))
        row = {"class": "general", "languages": languages, "born": born, "separate": separate}
        with_it = [[each for each in names if each != name] for name in names]
        twins = [{"with": those} if those else {} for those in with_it]
        rows = [{"child": name, **row, **linked} for name, linked in zip(names, twins, strict=True)]
        await self.did(at, *({"apply": each} for each in rows))
        if claimed is not None:
            await self._confirms([needy] if claimed == OF_ONE else names, BENEFITS.get(claimed, "priority"))

    async def _claims(self, claimed: str | None, needy: Parent) -> dict[str, Any]:
        """What the form says of benefits: one of all children, or special needs of one of them."""
        if claimed is None:
            return {}
        if claimed == OF_ONE:
            files = [await needy.hands_in("commission_conclusion")]
            return {OF_ONE: {"child_iin": needy.child_iin, "queue": "general", "files": files}}
        return {"benefits": [{"code": claimed, "files": [await needy.hands_in("benefit_proof")]}]}

    async def _submits(self, names: Sequence[str], act: Any) -> None:
        """Sign; the children of one act are linked, those born with them are not linked with them any more."""
        made = await self.families[names[0]].sign_act("applications", act)
        for name, each in zip(names, (made, *made["twins"]), strict=True):
            family = self.families[name]
            family.application_id, family.number = each["application_id"], each["number"]
            self.applications[name].append(family.application_id)
        left = [each for each in self.siblings[names[0]] if each not in names]
        self.linked |= {each: tuple(one for one in self.linked[each] if one not in names) for each in left}
        self.linked |= dict.fromkeys(names, tuple(names))

    async def _confirms(self, names: Sequence[str], given: str) -> None:
        """The officer confirms for some days what was claimed, of all children who share the claim."""
        number = self.families[names[0]].number
        waiting = (await self.officer.get("/applications/desk"))["items"]
        claim = next(each["claim_id"] for each in waiting if each["number"] == number)
        last_day = (await self.today() + timedelta(days=self.random.randint(1, 9))).isoformat()
        body = {"outcome": "confirm", "valid_until": last_day}
        at = await self.now()
        act = await self.officer.post(f"/applications/desk/claims/{claim}/decision/acts", body)
        await self.officer.sign_act("applications", act)
        confirmed = [{"child": each, "class": given, "last_day": last_day} for each in names]
        await self.did(at, *({"benefit": each} for each in confirmed))

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

    async def anew(self, name: str, _: Parent, __: Standing) -> None:
        """Apply once more, for one child or for all of its birth whose applications are over."""
        if name in self.transferred:
            return
        over = await self.in_status(self._may_come_again(name), *OVER_FOR_GOOD)
        await self.applies(over if self.random.random() < 0.7 else [name])

    async def transfers(self, name: str, family: Parent, _: Standing) -> None:
        """An enrolled child asks for another kindergarten, by an application that has a name of its own."""
        asking, asked = f"{name}t{len(self.applications)}", family.of(family.child_iin)
        languages = self.random.choice(LANGUAGES)
        born = (await self.world.sandbox.get(f"/people/{family.child_iin}"))["person"]["birth_date"]
        facts = {"child": asking, "class": "transfer", "transfer_of": name, "languages": languages, "born": born}
        await self.tries(self._asks(asking, name, asked, languages), apply=facts)

    async def _asks(self, asking: str, name: str, asked: Parent, languages: tuple[str, ...]) -> None:
        path = f"/applications/applications/{asked.application_id}/transfer/acts"
        act = await asked.post(path, {"district": self.world.district, "languages": list(languages)})
        made = await asked.sign_act("applications", act)
        asked.application_id, asked.number = made["application_id"], made["number"]
        self.families[asking], self.applications[asking] = asked, [asked.application_id]
        self.siblings[asking] = self.linked[asking] = (asking,)
        self.transferred |= {name, asking}

    def _may_come_again(self, name: str) -> list[str]:
        """Those born with a child, itself among them, who have no transfer: that may live on."""
        return [each for each in self.siblings[name] if each not in self.transferred]

    async def moves(self, name: str, family: Parent, _: Standing) -> None:
        """One child goes to another district, where the family withdraws: nobody else's story is to meet it there."""
        if name in self.transferred:
            return
        there = next(each for each in CROWDED if each != self.world.district)
        child = await self.world.sandbox.get(f"/people/{family.child_iin}")
        await self.world.sandbox.move(child["id"], there)
        path = f"/applications/applications/{family.application_id}/move-checks"
        check = (await family.post(path, {"district": there}))["check"]
        path = f"/referrals/applications/{family.application_id}/move/acts"
        await self.tries(self.signs(family, path, {"check": check}), move={"child": name})
        here = {each for those in self.applications.values() for each in those}
        for each in await family.applications():
            if each["application_id"] not in here:
                await self.signs(family, f"/referrals/applications/{each['application_id']}/withdrawal/acts")
