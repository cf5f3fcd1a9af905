"""The scene of the matrix: everybody who may call, and an own, a foreign and a missing object for every input."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpx

from tests.e2e.actors.person import Person
from tests.e2e.bodies import BODIES, Facts
from tests.e2e.matrix import Operation, operations_of
from tests.e2e.sides import Side, two_sides
from tests.e2e.ways import sign_in_as_escort, sign_in_by_code, sign_in_by_password
from tests.e2e.world import World

NOBODY = "nobody"
EVERYWHERE = ("anything", "region")
KNOWN_INPUTS = frozenset(
    {
        *("upload_id", "link", "begins", "purpose", "draft_id"),
        *("application_id", "document_id", "kindergarten_id", "referral_id", "act_id", "grant_id", "code"),
        *("session_id", "request_id", "person_id", "district", "from", "to", "year", "kind", "day", "name"),
        *("claim_id", "file_id", "enrolment_id", "vacancy_id", "swap_id", "round_id", "ownership", "escort_id"),
        "notice_id",
        *("mark_id", "pickup_id", "sheet_id"),
    }
)
# required, and no objects
PLAIN_INPUTS = {
    "begins": "0",
    "purpose": "registration",
    "draft_id": str(uuid.uuid4()),
    "link": "made-up",
    "district": "1110",
    "from": "2026-01-01T00:00:00Z",
    "to": "2026-01-02T00:00:00Z",
    "year": "2027",
    "kind": "policy",
    "day": "2026-01-02",
    "name": "apply",
    "ownership": "state",
}
# somebody who can be spared does these: the others go on, and a code is not sent twice in a minute
ENDS_SESSIONS = frozenset({"auth.delete_session", "auth.delete_sessions", "auth.delete_session_by_id"})
ENDS_THE_WORKERS_OTHER_SESSIONS = frozenset({"auth.put_password", "auth.delete_password"})
# what a body refers to is an object too, where the permission's scope is about it
OBJECTS_IN_BODIES = {
    "referrals.search_referral": ("kindergarten_id",),
    "applications.prepare_application": ("child_iin",),
    "applications.prepare_entry": ("child_iin",),
    "applications.take_contacts": ("application_id",),
    "applications.search_applications": ("application_number",),
    "auth.put_workplace": ("kindergarten_id",),
    "kindergartens.prepare_proposal": ("enrolment_id",),
    "kindergartens.post_escort": ("application_id",),
    "kindergartens.post_pickup": ("application_id",),
    "notifications.put_read": ("notice_id",),
    "kindergartens.post_hand_mark": ("enrolment_id",),
    "kindergartens.put_absence": ("enrolment_id",),
}
# the calendar refuses these but in their month, or once it is over, whoever asks
SEASONAL = frozenset({"kindergartens.prepare_regrouping", "kindergartens.prepare_sheet_closing"})
# neither side's child is refused: whose it were, there is nothing
NO_REFUSAL = frozenset(
    {
        "referrals.get_refusal",
        "referrals.post_answer",
        "referrals.get_opened_refusal",
        "referrals.prepare_refusal_decision",
    }
)
# and neither side has handed admission papers in
NO_PAPERS = frozenset({"referrals.get_own_admission", "referrals.get_admission", "referrals.prepare_papers_return"})
# nor is the child of either side's own family enrolled: it has nothing to swap, and nobody brings it
NO_ENROLMENT = frozenset(
    {
        "kindergartens.prepare_proposal",
        "kindergartens.prepare_joining",
        "kindergartens.post_escort",
        "kindergartens.post_pickup",
        "kindergartens.get_child_month",
        "kindergartens.get_child_sheets",
    }
)
# so nobody has a code by which it is fetched
NO_PICKUP = frozenset({"kindergartens.look_pickup", "kindergartens.post_pickup_use"})
NOTHING_THERE = NO_REFUSAL | NO_PAPERS | NO_ENROLMENT | NO_PICKUP
# neither side claims anything with papers, is about to swap, or has escorts and codes for others, and no round was held
NOBODYS = frozenset({"claim_id", "file_id", "swap_id", "round_id", "escort_id", "mark_id", "pickup_id", "sheet_id"})
# such an answer has no end: what it begins with tells who may have it
STREAMS = frozenset({"auth.get_live"})
_NOBODYS = {"child_iin": "210101699902", "application_number": "10.UO.2020.99999.1"}


@dataclass(frozen=True)
class Caller:
    """Somebody with a browser, or nobody.

    `roles` are what the way of signing in opens; `owns` is the part of the left side that is theirs.
    """

    name: str
    person: Person | None
    browser: httpx.AsyncClient
    roles: frozenset[str]
    owns: str = ""


@dataclass
class Scene:
    """The operations, those who call them, and the two sides."""

    operations: list[Operation]
    callers: list[Caller]
    left: Side
    right: Side
    facts: Facts
    administrator: Person
    spare: Person

    def pairs(self) -> Iterable[tuple[Operation, Caller]]:
        """Every operation with every caller."""
        return ((operation, caller) for operation in self.operations for caller in self.callers)

    def foreign(self, caller: Caller, operation: Operation) -> Side | None:
        """A side whose objects the caller must not reach; an officer's district has both, the administrator one act."""
        if operation.scope == "own_district" and caller.owns == "officer":
            return None
        mine, theirs = [_act_of(caller, operation, side) for side in (self.left, self.right)]
        return None if "act_id" in operation.path_inputs and mine and mine == theirs else self.right

    def owned(self, caller: Caller, operation: Operation) -> Side | None:
        """The side whose objects the caller may reach by this operation, if any."""
        if operation.scope in EVERYWHERE or "session_id" in operation.path_inputs:
            return self.left
        if NOBODYS & set(operation.path_inputs) or operation.id in NOTHING_THERE:
            return None
        if "act_id" in operation.path_inputs:
            return self.left if _act_of(caller, operation, self.left) else None
        if operation.scope == "own_person" and operation.id not in OBJECTS_IN_BODIES:
            return self.left
        return self.left if caller.owns in _owners(operation) else None

    async def answer(self, caller: Caller, operation: Operation, side: Side | None) -> httpx.Response:
        """What the caller is answered about this side's objects; without a side, about objects that do not exist."""
        if operation.id in ENDS_SESSIONS and side is self.left and operation.admits(caller.roles):
            caller = await self._spared()
        values = {name: await self._value(caller, operation, name, side) for name in objects_of(operation)}
        path = operation.path.format_map(values)
        query = {name: values[name] for name in operation.inputs if name not in operation.path_inputs}
        body = BODIES[operation.id](self.facts, values.__getitem__) if operation.has_body else None
        if operation.id in STREAMS:
            return await _beginning(caller.browser, path)
        answer = await caller.browser.request(operation.method, path, params=query, json=body)
        if operation.id in ENDS_THE_WORKERS_OTHER_SESSIONS and answer.is_success:
            for each in self.callers:
                if each.name == "worker by password":
                    await sign_in_by_password(self.left.worker, each.browser)
        return answer

    async def _spared(self) -> Caller:
        await self.spare.sign_in()
        return _caller("parent", self.spare)

    async def _value(self, caller: Caller, operation: Operation, name: str, side: Side | None) -> str:
        if name in PLAIN_INPUTS:
            return PLAIN_INPUTS[name]
        if name == "code":
            return self.facts.district if operation.scope == "region" else "no-such-paper"
        if side is None or name in NOBODYS:
            return _NOBODYS.get(name) or str(uuid.uuid4())
        return await self._object(caller, operation, name, side)

    async def _object(self, caller: Caller, operation: Operation, name: str, side: Side) -> str:
        if name == "act_id":
            return _act_of(caller, operation, side) or _any_act(operation, side)
        if name == "session_id":
            return await self._session(caller.person if side is self.left and caller.person else side.parent)
        if name == "upload_id":
            return await self._upload(caller.browser if side is self.left else side.parent.http)
        make = {"request_id": self._request, "grant_id": self._grant, "person_id": self._spare_id}.get(name)
        return await make() if make else side.values[name]

    async def _session(self, person: Person) -> str:
        """Another session of the person, or the only one."""
        sessions: list[dict[str, Any]] = (await person.get("/auth/sessions"))["items"]
        return str(next((each for each in sessions if not each["current"]), sessions[0])["id"])

    async def _upload(self, browser: httpx.AsyncClient) -> str:
        """A file that somebody begins to hand in; one's own where somebody is signed in."""
        body = BODIES["documents.post_upload"](self.facts, str)
        answer = await browser.post("/api/documents/uploads", json=body)
        return str(answer.json().get("id", uuid.uuid4()))

    async def _spare_id(self) -> str:
        """The account of somebody who can be signed out."""
        return str((await self.spare.sign_in())["person_id"])

    async def _grant(self) -> str:
        """An officer's grant."""
        body = BODIES["auth.post_grant"](self.facts, str)
        return str((await self.administrator.post("/auth/grants", body))["grant_id"])

    async def _request(self) -> str:
        """A kindergarten's request that waits."""
        listed = await self.administrator.get("/kindergartens/account-requests", state="open")
        if not listed["items"]:
            await self.administrator.post("/kindergartens/account-requests", self.facts.account_request())
            return await self._request()
        return str(listed["items"][0]["id"])


async def _beginning(browser: httpx.AsyncClient, path: str) -> httpx.Response:
    async with browser.stream("GET", path) as answer:
        if not answer.is_success:
            await answer.aread()
        return answer


def objects_of(operation: Operation) -> set[str]:
    """The inputs of an operation that name objects."""
    return {*operation.inputs, *OBJECTS_IN_BODIES.get(operation.id, ())}


async def set_up(world: World) -> Scene:
    """Both sides with all their objects, and everybody signed in by key."""
    left, right = await two_sides(world)
    administrator, officer = await world.administrator(), await world.officer()
    elsewhere = await world.officer_of_elsewhere()
    residents = await world.sandbox.people(role="parent", limit=1000)
    # of other districts: nobody of the scene is given what only a stranger may be given
    strangers = iter([each["person"]["iin"] for each in reversed(residents) if each["district"] != world.district])
    callers = [
        Caller(NOBODY, None, await world.anybody(), frozenset()),
        _caller("parent", left.parent, "parent"),
        _caller("worker", left.worker, "worker"),
        _caller("officer", officer, "officer"),
        Caller("officer of elsewhere", elsewhere, elsewhere.http, frozenset({"parent", "officer"}), "elsewhere"),
        _caller("administrator", administrator),
    ]
    document = await administrator.get("/openapi.json")
    facts = Facts(left, world.group_year, strangers, rules=await _rules(administrator))
    change = await administrator.post("/queue/calendar/acts", BODIES["queue.prepare_calendar"](facts, str))
    left.acts["queue", ""] = right.acts["queue", ""] = change["act_id"]
    body = BODIES["documents.prepare_template"](facts, str)
    template = await administrator.post("/documents/contract-templates/acts", body)
    left.acts["documents", ""] = right.acts["documents", ""] = template["act_id"]
    return Scene(operations_of(document), callers, left, right, facts, administrator, await world.parent())


async def _rules(administrator: Person) -> dict[str, Any]:
    """What an administrator changes: the policy in force and the list of benefits."""
    policies, benefits = [await administrator.get(f"/queue/{what}") for what in ("policies", "benefits")]
    return {"policy": policies["in_force"]["policy"], "benefits": benefits["items"]}


async def add_other_ways_in(scene: Scene, world: World) -> None:
    """The same people again, signed in by code and by password, and an escort; a code comes once in a minute."""
    parent, boss = scene.left.parent, scene.administrator
    (family,) = scene.left.families
    escort = await sign_in_as_escort(world, family, family.application_id, scene.facts.stranger())
    by_password = await sign_in_by_password(scene.left.worker, await world.anybody())
    scene.callers += [
        Caller("administrator by code", None, await sign_in_by_code(world, boss), frozenset({"parent"})),
        Caller("parent by code", None, await sign_in_by_code(world, parent), frozenset({"parent"}), "parent"),
        Caller("escort", None, escort, frozenset({"escort"})),
        Caller("worker by password", None, by_password, frozenset({"parent", "worker"})),
    ]


def _caller(role: str, person: Person, owns: str = "") -> Caller:
    return Caller(role, person, person.http, frozenset({"parent", role}), owns)


def _owners(operation: Operation) -> frozenset[str]:
    return frozenset({"worker"}) if operation.id == "auth.put_workplace" else operation.roles


def _act_of(caller: Caller, operation: Operation, side: Side) -> str:
    return side.acts.get((operation.id.split(".")[0], caller.owns), "")


def _any_act(operation: Operation, side: Side) -> str:
    service = operation.id.split(".")[0]
    return next(act for (owner, _), act in side.acts.items() if owner == service)
