"""How children of a small life come into its queue: alone or as twins, anew, from elsewhere, by a transfer."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from tests.e2e.actors.parent import Parent
from tests.e2e.played_acts import LANGUAGES, Acts, Line, Standing

BENEFITS = {"serviceman": "extraordinary", "large_family": "priority"}
OF_ONE = "special_needs"
OVER_FOR_GOOD = ("withdrawn", "departed", "refused")


class Applying(Acts):
    """Families apply with a signature; an officer confirms what they claim."""

    async def newcomer(self) -> None:
        """A family with one child applies, now and then with a benefit whose proof soon runs out."""
        await self._begin([await self.world.parent()])

    async def newcomers_together(self, children: int) -> list[str]:
        """A family with twins, or more of one birth, applies for all of them by one act; their names."""
        return await self._begin(await self.world.family_of_twins(children))

    async def twins_move_here(self) -> None:
        """Twins who are queued in the district beside move into this one together, at their time there."""
        names = self._named(await self.beside.family_of_twins())
        first, twin = [self.families[each] for each in names]
        languages, born = self.random.choice(LANGUAGES), await self.birth_date(first)
        await self._submits(names, languages, twins=[twin.child_iin])
        applied_at = (await first.journal())["information"]["submitted_at"]
        await self.world.settles()
        at = await self.now()
        await self._moves_here(names)
        arrived = {"applied_at": applied_at}
        await self.did(at, *_rows(names, languages=languages, born=born, arrived=arrived))

    async def _moves_here(self, names: Sequence[str]) -> None:
        """By one act; from here on their applications are those in this district."""
        first, *twins = [self.families[each] for each in names]
        for each in (first, *twins):
            await self.registers(each, self.world.district)
        asked = {"district": self.world.district, "twins": [each.application_id for each in twins]}
        check = (await first.post(f"/applications/applications/{first.application_id}/move-checks", asked))["check"]
        act = await first.post(f"/referrals/applications/{first.application_id}/move/acts", {"check": check})
        moved = await first.sign_act("referrals", act)
        for name, each in zip(names, (moved, *moved["twins"]), strict=True):
            self.elsewhere.add(self.families[name].application_id)
            self.families[name].application_id = each["next_application_id"]
            self.applications[name] = [each["next_application_id"]]

    async def _begin(self, parents: Sequence[Parent]) -> list[str]:
        names = self._named(parents)
        await self.applies(names)
        return names

    def _named(self, parents: Sequence[Parent]) -> list[str]:
        """The children's names: F1, or F1a and F1b of twins."""
        number = len({each.iin for each in self.families.values()}) + 1
        alone = len(parents) == 1
        names = [f"F{number}" if alone else f"F{number}{'abc'[ordinal]}" for ordinal in range(len(parents))]
        self.families |= dict(zip(names, parents, strict=True))
        self.applications |= {each: [] for each in names}
        self.siblings |= dict.fromkeys(names, tuple(names))
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
        more["district"] = self.world.district
        if others:
            more |= {"twins": [each.child_iin for each in others], "separate_places": separate}
        born = await self.birth_date(first)
        rows = _rows(names, languages=languages, born=born, separate=separate)
        if await self.tries(self._submits(names, languages, **more), *rows) and claimed is not None:
            await self._confirms([needy] if claimed == OF_ONE else names, BENEFITS.get(claimed, "priority"))

    async def _claims(self, claimed: str | None, needy: Parent) -> dict[str, Any]:
        """What the form says of benefits: one of all children, or special needs of one of them."""
        if claimed is None:
            return {}
        if claimed == OF_ONE:
            files = [await needy.hands_in("commission_conclusion")]
            return {OF_ONE: {"child_iin": needy.child_iin, "queue": "general", "files": files}}
        return {"benefits": [{"code": claimed, "files": [await needy.hands_in("benefit_proof")]}]}

    async def _submits(self, names: Sequence[str], languages: tuple[str, ...], **more: Any) -> None:
        """Sign; the children of one act are linked, those born with them are not linked with them any more."""
        first = self.families[names[0]]
        made = await first.sign_act("applications", await first.prepares_application(languages, **more))
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

    async def anew(self, name: str, _: Parent, __: Standing) -> None:
        """Apply once more, for one child or for all of its birth whose applications are over."""
        if name in self.transferred:
            return
        over = await self.in_status(self._may_come_again(name), *OVER_FOR_GOOD)
        await self.applies(over if self.random.random() < 0.7 else [name])

    def _may_come_again(self, name: str) -> list[str]:
        """Those born with a child, itself among them, who have no transfer: that may live on."""
        return [each for each in self.siblings[name] if each not in self.transferred]

    async def transfers(self, name: str, family: Parent, _: Standing) -> None:
        """An enrolled child asks for another kindergarten, by an application that has a name of its own."""
        asking, asked = f"{name}t{len(self.applications)}", family.of(family.child_iin)
        languages = self.random.choice(LANGUAGES)
        born = await self.birth_date(family)
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


def _rows(names: Sequence[str], **facts: Any) -> list[Line]:
    """The steps by which these children apply, each naming the others."""
    twins = {name: [each for each in names if each != name] for name in names}
    return [
        {"apply": {"child": name, "class": "general", **facts, **({"with": others} if others else {})}}
        for name, others in twins.items()
    ]
