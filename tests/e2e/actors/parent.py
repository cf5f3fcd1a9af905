"""A parent with one child who needs a kindergarten."""

from copy import copy
from http import HTTPStatus
from typing import Any, Self

from kezek_local.waiting import eventually
from tests.e2e.actors.person import Person, RefusedError


class Parent(Person):
    """Applies, is called, chooses, gets the referral."""

    child_iin: str = ""
    twin_iin: str = ""
    application_id: str = ""
    number: str = ""

    def of(self, child_iin: str) -> Self:
        """The same person in the same browser, for another child of theirs."""
        other = copy(self)
        other.child_iin = child_iin
        return other

    async def prepares_application(self, languages: tuple[str, ...] = ("kk", "ru"), **more: Any) -> Any:
        """The application's document, to be signed; `more` is what the form says besides."""
        return await self.post(
            "/applications/applications/acts",
            {
                "child_iin": self.child_iin,
                "district": self.resident["district"],
                "languages": list(languages),
                "phone": self.phone,
                "email": self.email,
                "data_kept_current": True,
                "algorithm_read": True,
                **more,
            },
        )

    async def applications(self) -> list[dict[str, Any]]:
        """All of one's own applications, newest first."""
        items: list[dict[str, Any]] = (await self.get("/applications/applications"))["items"]
        return items

    async def applies(self, languages: tuple[str, ...] = ("kk", "ru"), **more: Any) -> str:
        """Apply with a signature; the application's number. `more` is what the form says besides."""
        result = await self.sign_act("applications", await self.prepares_application(languages, **more))
        self.application_id, self.number = result["application_id"], result["number"]
        return self.number

    async def applies_with_benefit(self, code: str) -> str:
        """Apply with the proof of a benefit, for an officer to decide on; the application's number."""
        proof = await self.hands_in("benefit_proof")
        return await self.applies(benefits=[{"code": code, "files": [proof]}])

    async def applies_for_twins(self) -> str:
        """Apply for both twins as non-residents: an officer is to decide first, so that they are in nobody's way."""
        papers = {"files": [await self.hands_in("registration")]}
        return await self.applies(twins=[self.twin_iin], non_resident=papers)

    async def offered_contacts(self) -> list[dict[str, Any]]:
        """The applications that may take the account's contacts, as soon as there are some."""

        async def offered() -> Any:
            return (await self.get("/applications/contacts"))["items"]

        items: list[dict[str, Any]] = await eventually(offered, "an offer of contacts", self.waits_s)
        return items

    async def takes_contacts(self) -> dict[str, Any]:
        """Let all applications have the account's contacts; what still differs."""
        differing: dict[str, Any] = await self.post("/applications/contacts", {})
        return differing

    async def position(self) -> dict[str, Any]:
        """The position in the queue, as soon as the queue knows the application."""
        return await self._as_soon_as_known(f"/queue/applications/{self.application_id}/position")

    async def state(self) -> dict[str, Any]:
        """Where the application stands: state, turn, referral."""
        return await self._as_soon_as_known(f"/referrals/applications/{self.application_id}")

    async def becomes(self, status: str) -> dict[str, Any]:
        """The state, once the application has this status."""

        async def become() -> Any:
            state = await self.state()
            return state if state["status"] == status else None

        state: dict[str, Any] = await eventually(become, f"the state {status}", self.waits_s)
        return state

    async def places(self) -> list[dict[str, Any]]:
        """The places this child may take now."""
        found = await self.get(f"/referrals/applications/{self.application_id}/places")
        items: list[dict[str, Any]] = found["items"]
        return [each for each in items if each["obstacle"] is None]

    async def prepares_choice(self, place_id: str) -> Any:
        """The choice's document, to be signed."""
        path = f"/referrals/applications/{self.application_id}/choices/acts"
        return await self.post(path, {"place_id": place_id})

    async def chooses(self, place_id: str) -> dict[str, Any]:
        """Take a place with a signature; the referral's number and term."""
        result: dict[str, Any] = await self.sign_act("referrals", await self.prepares_choice(place_id))
        return result

    async def chooses_first_place(self) -> dict[str, Any]:
        """Take the first place of the list."""
        return await self.chooses((await self.places())[0]["place_id"])

    async def hands_in_papers(self) -> dict[str, Any]:
        """The admission papers of the valid referral, signed; the admission application's number."""
        items = (await self.get("/referrals/awaited-papers"))["items"]
        (child,) = [each for each in items if each["application_id"] == self.application_id]
        contract = await self._as_soon_as_known(f"/documents/referrals/{child['referral_id']}/contract", "POST")
        forms = ("065", "027", "052-2")
        body = {
            "identity": {"number": "012345678", "issued_by": "ҚР ІІМ", "valid_until": "2099-01-01"},
            "address": "Көкшетау қаласы, Абай көшесі, 7",
            "email": "family@example.kz",
            "phone": "77990000003",
            "files": [{"form": each, "receipt": await self.hands_in("admission_paper")} for each in forms],
            "contract": contract["receipt"],
        }
        path = f"/referrals/applications/{self.application_id}/referrals/{child['referral_id']}/papers/acts"
        result: dict[str, Any] = await self.sign_act("referrals", await self.post(path, body))
        return result

    async def referral_pdf(self) -> bytes:
        """The newest referral paper, as soon as it is among the application's documents."""

        async def documents() -> Any:
            return (await self.journal())["documents"]

        newest = (await eventually(documents, "a referral paper", self.waits_s))[0]
        answer = await self.request("GET", f"/documents/documents/{newest['document_id']}")
        if answer.is_error:
            raise RefusedError(answer)
        return answer.content

    async def journal(self) -> dict[str, Any]:
        """The application's page in the journal: information, history, documents."""
        page: dict[str, Any] = await self.get(f"/applications/applications/{self.application_id}")
        return page

    async def _as_soon_as_known(self, path: str, method: str = "GET") -> dict[str, Any]:
        async def known() -> Any:
            try:
                return await (self.get(path) if method == "GET" else self.post(path))
            except RefusedError as refused:
                if refused.status != HTTPStatus.NOT_FOUND:
                    raise

        found: dict[str, Any] = await eventually(known, path, self.waits_s)
        return found
