"""Migrations of every service go up and down, and give what the tables in the code say."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any
from uuid import UUID, uuid4

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from kezek.platform import tables
from kezek.platform.migrate import downgrade, upgrade
from tests.architecture.guards import ROOT, SERVICES, star_queries

OwnerUrl = Callable[..., Awaitable[str]]


def differences(url: str, service: str, wanted: sa.MetaData) -> list[Any]:
    """What alembic would change to make the schema as the code says."""
    options = {"options": f"-c search_path={service}"}
    engine = sa.create_engine(url.replace("+asyncpg", "+psycopg"), connect_args=options)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, wanted)
    engine.dispose()
    return [each for each in found if not (each[0] == "remove_table" and each[1].name == "alembic_version")]


def wanted_of(service: str) -> sa.MetaData:
    both = tables.service_metadata()
    adapters = import_module(f"kezek.{service}.adapters")
    for found in iter_modules(adapters.__path__, f"{adapters.__name__}."):
        if found.name.endswith("tables"):
            import_module(found.name)  # which adds to the service's metadata
    for part in (tables.metadata, import_module(f"kezek.{service}.adapters.tables").metadata):
        for table in part.tables.values():
            table.to_metadata(both)
    return both


def table_names(url: str, service: str) -> list[str]:
    engine = sa.create_engine(url.replace("+asyncpg", "+psycopg"))
    names = sa.inspect(engine).get_table_names(service)
    engine.dispose()
    return sorted(names)


def run(url: str, service: str, *statements: sa.Executable) -> list[Any]:
    """Run them in one transaction of the schema's owner; what the last one gives."""
    options = {"options": f"-c search_path={service}"}
    engine = sa.create_engine(url.replace("+asyncpg", "+psycopg"), connect_args=options)
    with engine.begin() as connection:
        result = [connection.execute(each) for each in statements][-1]
        found = [tuple(row) for row in result] if result.returns_rows else []
    engine.dispose()
    return found


@pytest.mark.parametrize("service", SERVICES)
async def test_the_migrations_give_the_tables_of_the_code(service: str, owner_url: OwnerUrl) -> None:
    url = await owner_url(service)
    found = await asyncio.to_thread(differences, url, service, wanted_of(service))
    assert found == []


async def test_a_column_that_no_migration_made_is_found(owner_url: OwnerUrl) -> None:
    url = await owner_url("queue")
    wanted = wanted_of("queue")
    wanted.tables["outbox"].append_column(sa.Column("planted", sa.Text))
    ((kind, _, table, column),) = await asyncio.to_thread(differences, url, "queue", wanted)
    assert (kind, table, column.name) == ("add_column", "outbox", "planted")


@pytest.mark.parametrize("service", SERVICES)
async def test_the_migrations_go_down_and_up_again(service: str, owner_url: OwnerUrl) -> None:
    url = await owner_url(service)
    migrations = ROOT / "services" / service / "migrations"
    before = table_names(url, service)
    await asyncio.to_thread(downgrade, service, migrations, url)
    assert table_names(url, service) == ["alembic_version"]
    await asyncio.to_thread(upgrade, service, migrations, url)
    assert table_names(url, service) == before


@pytest.mark.parametrize("service", SERVICES)
def test_no_two_migrations_of_a_service_have_one_number(service: str) -> None:
    numbers = [each.name.partition("_")[0] for each in (ROOT / f"services/{service}/migrations/versions").glob("*.py")]
    assert numbers
    assert sorted(numbers) == sorted(set(numbers))


def test_every_query_names_its_columns() -> None:
    assert star_queries(ROOT) == []


@pytest.mark.parametrize("query", ["select * from act", "delete from act returning *", "select r.id, a.* from act a"])
def test_a_planted_query_for_whatever_there_is_is_found(copy: Path, query: str) -> None:
    path = copy / "services/queue/src/kezek/queue/adapters/planted.py"
    path.write_text(f'QUERY = "{query}"\n')
    assert star_queries(copy) == [f"{path.relative_to(copy)}: {query}"]


# how a process of the release before writes a copy
CARRIED = (
    ("referrals", "0001", "kindergarten", "insert into kindergarten (id, state) values (:id, '{}')"),
    ("referrals", "0001", "card", "insert into card (application_id, child_iin, state) values (:id, '', '{}')"),
    ("notifications", "0003", "kindergarten", "insert into kindergarten (id, name) values (:id, '{}')"),
    ("notifications", "0003", "account", "insert into account (person_id, language) values (:id, 'kk')"),
    ("notifications", "0003", "card", "insert into card values (:id, '1', '77990000001', '', 'kk')"),
    ("applications", "0002", "kindergarten", "insert into kindergarten (id, name, address) values (:id, '{}', '{}')"),
    ("applications", "0002", "district", "insert into district (code, name) values (:id, '{}')"),
)


@pytest.mark.parametrize(("service", "before", "name", "written"), CARRIED)
async def test_versions_of_copies_are_carried_into_their_rows_and_back(
    service: str, before: str, name: str, written: str, owner_url: OwnerUrl
) -> None:
    url = await owner_url(service)
    migrations = ROOT / "services" / service / "migrations"
    table, seen = wanted_of(service).tables[name], tables.seen_version
    (key,) = table.primary_key.columns
    keys = [uuid4() if isinstance(key.type, sa.UUID) else uuid4().hex for _ in range(2)]
    one, other = (sa.text(written).bindparams(sa.bindparam("id", each, key.type)) for each in keys)
    told = sa.insert(seen).values([(name, str(keys[0]), 7), ("another", str(keys[0]), 9)])
    await asyncio.to_thread(downgrade, service, migrations, url, before)
    run(url, service, one, told)
    await asyncio.to_thread(upgrade, service, migrations, url)
    assert dict(run(url, service, other, sa.select(key, table.c.version))) == {keys[0]: 7, keys[1]: 0}
    run(url, service, sa.update(table).values(version=table.c.version + 1))
    await asyncio.to_thread(downgrade, service, migrations, url, before)
    back = run(url, service, sa.select(seen))
    await asyncio.to_thread(upgrade, service, migrations, url)
    assert set(back) == {(name, str(keys[0]), 8), (name, str(keys[1]), 1), ("another", str(keys[0]), 9)}


async def test_an_officer_of_several_districts_keeps_the_one_given_last(owner_url: OwnerUrl) -> None:
    url, migrations = await owner_url("auth"), ROOT / "services/auth/migrations"
    grant = (
        "insert into staff_grant (id, iin, role, district, granted_at) values (:id, :iin, 'officer', :district, :at)"
    )
    districts, at = ("1110", "1118", "1116"), datetime(2026, 1, 1, tzinfo=UTC)
    given = [
        sa.text(grant).bindparams(id=uuid4(), iin=iin, district=district, at=at + timedelta(days=day))
        for iin in ("one", "other")
        for day, district in enumerate(districts[: 3 if iin == "one" else 1])
    ]
    await asyncio.to_thread(downgrade, "auth", migrations, url, "0006")
    run(url, "auth", *given)
    await asyncio.to_thread(upgrade, "auth", migrations, url)
    kept = sa.text("select iin, district from staff_grant where ended_at is null order by iin")
    assert run(url, "auth", kept) == [("one", "1116"), ("other", "1110")]


def known_referral(referral: UUID) -> sa.TextClause:
    statement = sa.text(
        "insert into referral (id, application_id, applicant_id, kindergarten_id, number, group_year, language, "
        "issued_at, expires_at, last_day, status, version, check_code) values (:referral, :referral, :referral, "
        ":referral, '1', 2022, 'kk', now(), now(), now(), 'valid', 1, 'code')"
    )
    return statement.bindparams(referral=referral)


async def test_papers_of_the_release_before_and_of_this_one_stand_side_by_side(owner_url: OwnerUrl) -> None:
    url, referral = await owner_url("documents"), uuid4()
    insert = "insert into document (id, kind, application_id, sha256, size, made_at, {}) values "
    values = "(gen_random_uuid(), 'referral', gen_random_uuid(), '', 0, now(), {})"
    before = sa.text(insert.format("referral_id") + values.format(":referral"))
    now = sa.text(insert.format("subject_id, subject_kind") + values.format(":referral, 'referral'"))
    kept = sa.text("select subject_kind, subject_id, referral_id from document")
    for made in (before, now):
        found = run(url, "documents", known_referral(referral), made.bindparams(referral=referral), kept)
        assert found == [("referral", referral, referral)]
        run(url, "documents", sa.text("delete from document"), sa.text("delete from referral"))


async def test_papers_of_referrals_are_about_them_and_back(owner_url: OwnerUrl) -> None:
    url, migrations = await owner_url("documents"), ROOT / "services/documents/migrations"
    referral, document = uuid4(), uuid4()
    made = sa.text("insert into document values (:document, 'referral', :referral, :referral, '', 0, now())")
    await asyncio.to_thread(downgrade, "documents", migrations, url, "0001")
    run(url, "documents", known_referral(referral), made.bindparams(referral=referral, document=document))
    await asyncio.to_thread(upgrade, "documents", migrations, url)
    about = sa.text("select id, subject_kind, subject_id from document")
    assert run(url, "documents", about) == [(document, "referral", referral)]
    await asyncio.to_thread(downgrade, "documents", migrations, url, "0001")
    assert run(url, "documents", sa.text("select id, referral_id from document")) == [(document, referral)]
    await asyncio.to_thread(upgrade, "documents", migrations, url)


async def test_a_paper_of_how_it_ended_goes_back_to_its_referral(owner_url: OwnerUrl) -> None:
    url, migrations, referral = await owner_url("documents"), ROOT / "services/documents/migrations", uuid4()
    ended = sa.text(
        "insert into subject (kind, id, application_id, number, check_code) "
        "values ('application', :referral, :referral, '1', 'code')"
    )
    made = sa.text(
        "insert into document (id, kind, application_id, subject_kind, subject_id, sha256, size, made_at) "
        "values (:referral, 'refusal', :referral, 'application', :referral, '', 0, now())"
    )
    of = {"referral": referral}
    run(url, "documents", known_referral(referral), ended.bindparams(**of), made.bindparams(**of))
    await asyncio.to_thread(downgrade, "documents", migrations, url, "0009")
    kept = sa.text("select kind, subject_kind, subject_id, referral_id from document")
    assert run(url, "documents", kept) == [("refusal", "referral", referral, referral)]
    await asyncio.to_thread(upgrade, "documents", migrations, url)
