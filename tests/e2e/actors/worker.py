"""A kindergarten, as its worker runs it in the system."""

from typing import Any

from kezek_local.waiting import eventually
from tests.e2e.actors.person import Person


class Worker(Person):
    """Publishes places, finds referrals, accepts children."""

    kindergarten: dict[str, Any]

    @property
    def kindergarten_id(self) -> str:
        """The kindergarten's id."""
        return str(self.kindergarten["id"])

    async def prepares_vacancy(self, group_year: int, places: int, language: str = "kk") -> Any:
        """The vacancy's document, to be signed."""
        body = {"language": language, "group_year": group_year, "kind": "general", "places": places}
        return await self.post(f"/kindergartens/kindergartens/{self.kindergarten_id}/vacancies/acts", body)

    async def publishes(self, group_year: int, places: int = 1, language: str = "kk") -> Any:
        """Publish free places with a signature."""
        return await self.sign_act("kindergartens", await self.prepares_vacancy(group_year, places, language))

    async def vacancies(self) -> Any:
        """The kindergarten's published places with what became of them."""
        return await self.get("/kindergartens/me/vacancies", kindergarten_id=self.kindergarten_id)

    async def finds(self, number: str) -> dict[str, Any]:
        """The card of a valid referral, by its number."""
        body = {"kindergarten_id": self.kindergarten_id, "number": number}
        card: dict[str, Any] = await self.post("/referrals/referrals/search", body)
        return card

    async def accepts(self, number: str) -> Any:
        """Accept the child of a referral with a signature."""
        card = await self.finds(number)
        act = await self.post(f"/referrals/referrals/{card['referral_id']}/acceptance/acts")
        return await self.sign_act("referrals", act)

    async def refuses(self, number: str, reason: str, words: str) -> Any:
        """Refuse the child of a referral, with a reason and a signature."""
        card = await self.finds(number)
        path = f"/referrals/referrals/{card['referral_id']}/refusal/acts"
        return await self.sign_act("referrals", await self.post(path, {"reason": reason, "words": words}))

    async def roster(self, having: str) -> list[dict[str, Any]]:
        """The child of this referral on the roster, as soon as it stands there."""

        async def enrolled() -> Any:
            path = f"/kindergartens/kindergartens/{self.kindergarten_id}/roster/search"
            return (await self.post(path, {"referral_number": having}))["items"] or None

        rows: list[dict[str, Any]] = await eventually(enrolled, "the child on the roster", self.waits_s)
        return rows
