"""Who read whose data: kept for good, shown to the person, searched by administrators, who are logged themselves."""

import asyncio
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.auth.adapters import store
from kezek.auth.entrypoints.consumers import build_consumers
from kezek.contracts.access import DocumentsRead, KindergartensRead, ReferralsRead, Subject, Why
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import District, Kindergarten
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Ownership
from kezek.platform.clock import SystemClock
from kezek.platform.testing import an_iin, deliver

pytestmark = pytest.mark.servers

READ_AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
GARDEN = Text(kk="«Бәйтерек» балабақшасы", ru="Детский сад «Байтерек»", en="Baiterek kindergarten")
DENIED = "permission denied"


def search_by(reader: UUID, kindergarten: UUID, *people: UUID) -> ReferralsRead:
    return ReferralsRead(
        reading_id=new_id(),
        reader_id=reader,
        role="worker",
        kindergarten_id=kindergarten,
        district=None,
        what="referrals:search",
        why=Why.SEARCH,
        act_id=None,
        subjects=tuple(Subject(person_id=person, application_id=new_id()) for person in people),
    )


async def test_a_person_reads_in_plain_words_who_opened_their_data_and_nobody_elses(auth: Any) -> None:
    parent, other, garden = auth.browser(), auth.browser(), new_id()
    me, her = await parent.sign_in(an_iin()), await other.sign_in(an_iin())
    read = search_by(new_id(), garden, UUID(me["person_id"]))
    await auth.hears(
        Kindergarten(
            kindergarten_id=garden,
            district="1110",
            name=GARDEN,
            address=GARDEN,
            phone="77990000000",
            ownership=Ownership.STATE,
        ),
    )
    await auth.hears(read, occurred_at=READ_AT)
    (seen,) = (await parent.ask("GET", "/me/readings")).json()["items"]
    assert seen == {
        "reading_id": str(read.reading_id),
        "read_at": "2026-11-21T09:30:00Z",
        "who": "Балабақша қызметкері: «Бәйтерек» балабақшасы",
        "what": "Балаңыздың жолдамасы мен карточкасы",
        "why": "ЖСН немесе нөмір бойынша іздеу",
        "application_id": str(read.subjects[0].application_id),
    }
    (spoken,) = (await parent.ask("GET", "/me/readings", params={"language": "ru"})).json()["items"]
    assert (spoken["why"], spoken["reading_id"]) == ("Поиск по ИИН или номеру", seen["reading_id"])
    assert (await other.ask("GET", "/me/readings")).json() == {"items": [], "next": None}
    assert her["person_id"] not in str(seen)


async def test_an_officer_is_named_by_the_district(auth: Any) -> None:
    parent = auth.browser()
    me = await parent.sign_in(an_iin())
    await parent.ask("PATCH", "/me", json={"language": "en"})
    await auth.hears(District(code="1110", name=Text(kk="Көкшетау", ru="Кокшетау", en="Kokshetau city")))
    by_officer = DocumentsRead(
        reading_id=new_id(),
        reader_id=new_id(),
        role="officer",
        kindergarten_id=None,
        district="1110",
        what="documents:read",
        why=Why.OPEN,
        act_id=None,
        subjects=(Subject(person_id=UUID(me["person_id"])),),
    )
    await auth.hears(by_officer)
    (seen,) = (await parent.ask("GET", "/me/readings")).json()["items"]
    assert seen["who"] == "An officer of the education department: Kokshetau city"


async def test_a_reading_that_is_delivered_again_stands_once(auth: Any) -> None:
    read, event_id = search_by(new_id(), new_id(), new_id(), new_id()), new_id()
    consumers = build_consumers(auth.api.app.state.parts.cache, SystemClock())
    for _ in range(3):
        await deliver(auth.database, consumers, read, event_id=event_id)
    assert await auth.rows("select count(*), count(distinct person_id) from reading") == [(2, 2)]


async def test_readings_are_shown_page_by_page(auth: Any) -> None:
    parent = auth.browser()
    me = await parent.sign_in(an_iin())
    for _ in range(3):
        await auth.hears(search_by(new_id(), new_id(), UUID(me["person_id"])))
    first = (await parent.ask("GET", "/me/readings", params={"limit": 2})).json()
    second = (await parent.ask("GET", "/me/readings", params={"limit": 2, "before": first["next"]})).json()
    assert (len(first["items"]), len(second["items"]), second["next"]) == (2, 1, None)


async def test_an_administrator_searches_by_reader_person_and_time_and_is_logged(auth: Any) -> None:
    boss = await auth.administrator()
    boss_id = UUID((await boss.ask("GET", "/me")).json()["person_id"])
    reader, person, district = new_id(), new_id(), "1110"
    read = search_by(reader, new_id(), person).model_copy(update={"kindergarten_id": None, "district": district})
    await auth.hears(read, occurred_at=READ_AT)
    await auth.hears(search_by(new_id(), new_id(), new_id()))
    for asked in ({"person_id": str(person)}, {"reader_id": str(reader)}):
        (found,) = (await boss.ask("GET", "/readings", params=asked)).json()["items"]
        assert (found["reading_id"], found["service"]) == (str(read.reading_id), "referrals")
        assert found["organisation"] == {"kk": district, "ru": district, "en": district}
    early = {"person_id": str(person), "to": READ_AT.isoformat()}
    assert (await boss.ask("GET", "/readings", params=early)).json()["items"] == []
    at = {"person_id": str(person), "from": READ_AT.isoformat()}
    assert len((await boss.ask("GET", "/readings", params={**at, "limit": 1})).json()["items"]) == 1
    logged = await auth.rows("select reader_id, role, what, why, person_id from reading where service = 'auth'")
    assert set(logged) == {(boss_id, "administrator", "readings:read", "search", person)}


async def test_who_lists_grants_is_seen_by_those_who_are_listed(auth: Any) -> None:
    boss = await auth.administrator()
    boss_id = UUID((await boss.ask("GET", "/me")).json()["person_id"])
    officer = auth.browser()
    iin = (await officer.sign_in(an_iin()))["iin"]
    await boss.ask("POST", "/grants", json={"iin": iin, "role": "officer", "district": "1110"})
    await boss.ask("GET", "/grants")
    (seen,) = (await officer.ask("GET", "/me/readings")).json()["items"]
    assert seen["who"] == "Өңір әкімшісі"
    assert (await boss.ask("GET", "/me/readings")).json()["items"] == [], "one's own data leave nothing"
    assert await auth.rows("select distinct reader_id from reading") == [(boss_id,)]


async def test_an_account_is_found_by_iin_and_that_is_seen(auth: Any) -> None:
    boss = await auth.administrator()
    parent = auth.browser()
    me = await parent.sign_in(an_iin())
    found = await boss.ask("POST", "/accounts/search", json={"iin": me["iin"]})
    assert found.json() == {"person_id": me["person_id"]}
    nobody = an_iin()
    unknown = await boss.ask("POST", "/accounts/search", json={"iin": nobody})
    assert (unknown.status_code, unknown.json()["code"]) == (404, "account_not_found")
    left = await auth.rows("select person_id, known_as, why from reading where what = 'accounts:search' order by id")
    assert left[1:] == [(None, auth.settings.pseudonyms.of(nobody), "search")], "whoever it is reads it later"
    (seen,) = (await parent.ask("GET", "/me/readings")).json()["items"]
    assert seen["what"] == "Есептік жазбаңыз, ЖСН бойынша"


@pytest.mark.parametrize("path", ["/readings", "/security-events", "/grants"])
async def test_only_an_administrator_investigates(auth: Any, path: str) -> None:
    browser = auth.browser()
    assert (await browser.ask("GET", path)).status_code == 401
    await browser.sign_in(an_iin())
    assert (await browser.ask("GET", path)).status_code == 403


async def test_without_the_log_there_is_no_answer(auth: Any, owner_url: Any) -> None:
    boss = await auth.administrator()
    officer = an_iin()
    await auth.browser().sign_in(officer)
    await boss.ask("POST", "/grants", json={"iin": officer, "role": "officer", "district": "1110"})
    owner = sa.create_engine((await owner_url("auth")).replace("+asyncpg", "+psycopg"))

    def switch(statement: str) -> None:
        with owner.begin() as connection:
            connection.execute(sa.text(statement))

    await asyncio.to_thread(switch, "revoke insert on auth.reading from auth")
    try:
        answer = await boss.ask("GET", "/grants")
    finally:
        await asyncio.to_thread(switch, "grant insert on auth.reading to auth")
        owner.dispose()
    assert answer.status_code >= 500
    assert officer not in answer.text


@pytest.mark.parametrize("table", ["reading", "security_event"])
@pytest.mark.parametrize("change", ["update {} set id = id", "delete from {}", "truncate {}"])
async def test_what_stands_in_the_logs_cannot_be_changed_by_the_service(auth: Any, table: str, change: str) -> None:
    await auth.hears(search_by(new_id(), new_id(), new_id()))
    await auth.browser().sign_in(an_iin())
    with pytest.raises(sa.exc.DBAPIError, match=DENIED):
        await auth.change(change.format(table))
    assert await auth.rows(f"select count(*) > 0 from {table}") == [(True,)]  # noqa: S608 - a table of this test


def list_of(auth: Any, garden: UUID, *iins: str) -> KindergartensRead:
    return KindergartensRead(
        reading_id=new_id(),
        reader_id=new_id(),
        role="administrator",
        kindergarten_id=None,
        district=None,
        what="workers:read",
        why=Why.LIST,
        act_id=None,
        subjects=tuple(Subject(known_as=auth.settings.pseudonyms.of(iin), object_id=garden) for iin in iins),
    )


async def test_who_is_known_by_iin_only_sees_who_read_it_even_before_the_first_sign_in(auth: Any) -> None:
    boss = await auth.administrator()
    here, later = an_iin(), an_iin()
    worker, newcomer = auth.browser(), auth.browser()
    me = await worker.sign_in(here)
    read = list_of(auth, new_id(), here, later, an_iin())
    await auth.hears(read)
    her = await newcomer.sign_in(later)
    for person in (worker, newcomer):
        (item,) = (await person.ask("GET", "/me/readings")).json()["items"]
        assert item["what"] == "Балабақша қызметкерлерінің тізімі, онда сіз де барсыз"
    (found,) = (await boss.ask("GET", "/readings", params={"person_id": me["person_id"]})).json()["items"]
    assert (found["reading_id"], found["person_id"]) == (str(read.reading_id), me["person_id"])
    listed = (await boss.ask("GET", "/readings", params={"reader_id": str(read.reader_id)})).json()["items"]
    assert {each["person_id"] for each in listed} == {None, her["person_id"], me["person_id"]}


async def test_who_looks_at_readings_of_somebody_not_yet_known_leaves_a_trace(auth: Any) -> None:
    boss = await auth.administrator()
    iin = an_iin()
    read = list_of(auth, new_id(), iin)
    await auth.hears(read)
    await boss.ask("GET", "/readings", params={"reader_id": str(read.reader_id)})
    newcomer = auth.browser()
    await newcomer.sign_in(iin)
    seen = (await newcomer.ask("GET", "/me/readings")).json()["items"]
    assert seen[0]["what"] == "Деректеріңізді кім ашқаны туралы журнал"
    assert await auth.rows("select count(*) from reading where service = 'auth'") == [(1,)]


async def test_accounts_of_the_release_before_are_named(auth: Any) -> None:
    browser, iin = auth.browser(), an_iin()
    await browser.sign_in(iin)
    await auth.change("update account set known_as = null")
    async with auth.database.write() as tx:
        await store.name_accounts(tx, auth.settings.pseudonyms)
    await auth.hears(list_of(auth, new_id(), iin))
    assert len((await browser.ask("GET", "/me/readings")).json()["items"]) == 1


async def test_readings_by_id_and_by_name_are_one_list(auth: Any) -> None:
    parent, iin = auth.browser(), an_iin()
    me = await parent.sign_in(iin)
    reads = []
    for _ in range(2):
        reads += [search_by(new_id(), new_id(), UUID(me["person_id"])), list_of(auth, new_id(), iin)]
    for read in reads:
        await auth.hears(read)
    seen: list[str] = []
    before: dict[str, str] = {}
    while True:
        page = (await parent.ask("GET", "/me/readings", params={"limit": 3, **before})).json()
        seen += [each["reading_id"] for each in page["items"]]
        if page["next"] is None:
            break
        before = {"before": page["next"]}
    assert seen == [str(read.reading_id) for read in reversed(reads)]


async def test_the_log_holds_no_iin(auth: Any) -> None:
    iin = an_iin()
    await auth.hears(list_of(auth, new_id(), iin))
    assert iin not in str(await auth.rows("select reading::text from reading"))
