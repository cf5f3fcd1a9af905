from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from kezek.contracts.iin import is_iin
from kezek_sandbox.people.generate import generate
from kezek_sandbox.people.model import Role

YOUNGEST, OLDEST = 2020, 2025


def test_the_same_seed_gives_the_same_people() -> None:
    assert generate(5) == generate(5) != generate(6)


def test_every_number_is_valid_and_nobodys_twice() -> None:
    everybody = generate()
    iins = [resident.person.iin for resident in everybody]
    assert len(set(iins)) == len(iins) > 5000
    for resident in everybody:
        person = resident.person
        assert is_iin(person.iin)
        assert person.iin[:6] == f"{person.birth_date:%y%m%d}"
        assert int(person.iin[6]) % 2 == (person.sex == "male")
    assert len({resident.phone for resident in everybody}) == len({item.id for item in everybody}) == len(iins)


def test_families_fit_together() -> None:
    everybody = {resident.person.iin: resident for resident in generate()}
    for resident in everybody.values():
        for child in resident.person.children:
            assert resident.person.iin in everybody[child].person.parents
            assert everybody[child].district == resident.district
        for child in resident.person.wards:
            assert resident.person.iin in everybody[child].person.guardians
        if resident.role is Role.CHILD:
            assert date(YOUNGEST, 1, 1) <= resident.person.birth_date <= date(OLDEST, 12, 31)
            assert resident.person.parents or resident.person.guardians
        if resident.role is Role.PARENT:
            assert resident.person.children or resident.person.wards


def test_every_letter_of_kazakh_occurs() -> None:
    names = " ".join(str(resident.person.name.kk) for resident in generate()).lower()
    assert set("әғқңөұүһі") <= set(names)


def test_each_district_has_children_and_staff() -> None:
    everybody = generate()
    children = Counter(item.district for item in everybody if item.role is Role.CHILD)
    workers = Counter(item.district for item in everybody if item.role is Role.WORKER)
    officers = Counter(item.district for item in everybody if item.role is Role.OFFICER)
    assert len(children) == len(workers) == len(officers) == 20
    assert min(children.values()) > 100
    assert sum(workers.values()) == 60


async def test_two_hundred_parents_can_be_found_for_one_place(sandbox: Any) -> None:
    found = await sandbox.get("/people", role="child", district="1110", born=2022, limit=1000)
    assert len({child["person"]["parents"][0] for child in found["items"]}) >= 200


async def test_people_are_listed_by_role_and_district(sandbox: Any) -> None:
    first = await sandbox.get("/people", role="parent", district="1134", limit=3)
    rest = await sandbox.get("/people", role="parent", district="1134", limit=3, offset=2)
    assert len(first["items"]) == 3
    assert first["items"][2] == rest["items"][0]
    assert {person["district"] for person in first["items"]} == {"1134"}


async def test_more_families_come_after_all_others_and_are_like_them(sandbox: Any) -> None:
    query = {"role": "child", "district": "1134", "born": 2024, "limit": 1000}
    before = (await sandbox.get("/people", **query))["items"]

    await sandbox.post("/districts/1134/families", {"year": 2024, "count": 7})

    after = (await sandbox.get("/people", **query))["items"]
    assert after[: len(before)] == before
    newcomers = after[len(before) :]
    assert len({child["person"]["parents"][0] for child in newcomers}) >= 7
    mother = await sandbox.get(f"/people/{newcomers[0]['person']['parents'][0]}")
    assert newcomers[0]["person"]["iin"] in mother["person"]["children"]

    await sandbox.post("/districts/1134/families", {"year": 2024, "count": 1, "children": 3})

    triplets = (await sandbox.get("/people", **query))["items"][len(after) :]
    assert len(triplets) == 3
    assert len({child["person"]["birth_date"] for child in triplets}) == 1
    assert len({child["person"]["parents"][0] for child in triplets}) == 1


async def test_roles_tell_who_can_sign_in_as_what(sandbox: Any) -> None:
    roles = (await sandbox.get("/people/roles"))["items"]
    assert Counter(item["role"] for item in roles) == {"administrator": 1, "officer": 20, "worker": 60, "parent": 5}
    gardens = {garden["number"]: garden for garden in await sandbox.get("/kindergartens")}
    worker = next(item for item in roles if item["role"] == "worker")
    assert gardens[worker["kindergarten"]]["worker_iin"] == worker["iin"]
    assert len(await sandbox.get("/districts")) == 20


async def test_somebody_is_found_by_either_number(sandbox: Any) -> None:
    person = (await sandbox.get("/people", role="parent", limit=1))["items"][0]
    assert (
        await sandbox.get(f"/people/{person['id']}")
        == await sandbox.get(f"/people/{person['person']['iin']}")
        == person
    )
    assert (await sandbox.client.get("/people/nobody")).json()["code"] == "person_not_found"


async def test_the_register_answers_or_does_not(sandbox: Any) -> None:
    parent = (await sandbox.get("/people", role="parent", limit=1))["items"][0]
    asked = {"iin": parent["person"]["iin"]}
    assert (await sandbox.post("/register/persons/lookup", asked)) == parent["person"]
    assert (await sandbox.post("/register/persons/lookup", {"iin": "991399000009"}, expect=404))["code"] == "not_found"
    await sandbox.post("/control/register", {"mode": "down", "count": 1})
    assert (await sandbox.post("/register/persons/lookup", asked, expect=503))["code"] == "unavailable"
    await sandbox.post("/register/persons/lookup", asked)


async def test_the_mobile_register_tells_whether_a_phone_is_somebodys(sandbox: Any) -> None:
    one, other = (await sandbox.get("/people", role="parent", limit=2))["items"]
    for person, phone, match in (
        (one["person"]["iin"], one["phone"], True),
        (one["person"]["iin"], other["phone"], False),
        ("991399000009", one["phone"], False),
        (one["id"], one["phone"], False),
    ):
        asked = {"iin": person, "phone": phone}
        assert (await sandbox.post("/mobile-register/check", asked)) == {"match": match}
    await sandbox.post("/control/mobile_register", {"mode": "down", "count": 1})
    asked = {"iin": one["person"]["iin"], "phone": one["phone"]}
    assert (await sandbox.post("/mobile-register/check", asked, expect=503))["code"] == "unavailable"
    assert (await sandbox.post("/mobile-register/check", asked)) == {"match": True}


async def test_somebody_who_moves_stays_moved(start: Any, tmp_path: Path) -> None:
    async with start(tmp_path) as sandbox:
        child = (await sandbox.get("/people", role="child", district="1134", limit=1))["items"][0]
        moved = await sandbox.post(f"/people/{child['id']}/move", {"district": "1116"})
        assert moved["person"]["registered_address"]["kato"] == "111600000"
        wrong = await sandbox.post(f"/people/{child['id']}/move", {"district": "9999"}, expect=422)
        assert wrong["code"] == "district_unknown"
    async with start(tmp_path) as sandbox:
        asked = {"iin": child["person"]["iin"]}
        assert await sandbox.post("/register/persons/lookup", asked) == moved["person"]
        assert (await sandbox.get("/people", role="child", district="1134", limit=1))["items"] == [moved]


async def test_people_are_found_by_parts_of_their_name_in_either_spelling(sandbox: Any) -> None:
    one = (await sandbox.get("/people", role="worker", limit=1, offset=5))["items"][0]
    for spelling in ("kk", "ru"):
        name = one["person"]["name"][spelling]
        given, surname, patronymic = name["given"], name["surname"], name["patronymic"]
        for words in (f"{given} {surname}".lower(), f"{surname[:4]} {patronymic}".upper()):
            found = await sandbox.get("/people", role="worker", name=words, limit=1000)
            assert one["id"] in {each["id"] for each in found["items"]}
    assert (await sandbox.get("/people", name=f"{given} Ешкімов", limit=1000))["items"] == []
