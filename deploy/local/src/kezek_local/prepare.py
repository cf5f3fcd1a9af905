"""Makes database, roles, Kafka's users and topics, and migrates, in one process: `python -m kezek_local.prepare`."""

import asyncio
import json
import os
from collections.abc import Iterable
from typing import Any

import asyncpg
from aiokafka.admin import AIOKafkaAdminClient, NewTopic
from aiokafka.errors import TopicAlreadyExistsError

from kezek.contracts.topics import TOPICS, Topic
from kezek.platform.messaging.connection import Kafka
from kezek.platform.migrate import upgrade
from kezek_local.folders import CHECKOUT
from kezek_local.kafka_users import make_rights, make_users
from kezek_local.servers.kafka import BROKER

CREATED = 0
FOREVER = {"retention.ms": "-1"}
PARTITIONS = 3
"""One machine has no use for more; each costs the broker and every consumer something at rest."""
COMPACTED = {
    "cleanup.policy": "compact",
    "segment.ms": "3600000",
    "max.compaction.lag.ms": "86400000",
    "delete.retention.ms": "604800000",
}
ROLES = """
DO $$ BEGIN CREATE ROLE {role} LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
"""
SCHEMA = """
CREATE SCHEMA IF NOT EXISTS {name} AUTHORIZATION {name}_owner;
GRANT CONNECT ON DATABASE {database} TO {name}, {name}_owner;
GRANT USAGE ON SCHEMA {name} TO {name};
ALTER DEFAULT PRIVILEGES FOR ROLE {name}_owner IN SCHEMA {name}
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {name};
ALTER DEFAULT PRIVILEGES FOR ROLE {name}_owner IN SCHEMA {name} GRANT USAGE ON SEQUENCES TO {name};
ALTER ROLE {name} IN DATABASE {database} SET search_path = {name};
ALTER ROLE {name}_owner IN DATABASE {database} SET search_path = {name};
"""


async def make_database(superuser: str, passwords: dict[str, str], schemas: Iterable[str], name: str = "kezek") -> None:
    """One database; per service a schema, its owner who migrates and a runtime role that sees nothing else."""
    server = await asyncpg.connect(superuser)
    try:
        if not await server.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", name):
            await server.execute(f"CREATE DATABASE {name}")
        await server.execute(f"REVOKE ALL ON DATABASE {name} FROM PUBLIC")
        for role, password in passwords.items():
            await server.execute(ROLES.format(role=role))
            await server.execute(
                f"ALTER ROLE {role} PASSWORD {await server.fetchval('SELECT quote_literal($1)', password)}"
            )
    finally:
        await server.close()
    database = await asyncpg.connect(superuser, database=name)
    try:
        await database.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
        for schema in schemas:
            await database.execute(SCHEMA.format(name=schema, database=name))
    finally:
        await database.close()


def partitions_of(topic: Topic) -> int:
    """As many as a deployment gives it, or as this machine has use for."""
    return min(topic.partitions, PARTITIONS)


def declared_topics() -> list[NewTopic]:
    """The topics of the contracts; what cannot be applied is parked in the databases, not on topics."""
    return [
        NewTopic(topic.name, partitions_of(topic), 1, topic_configs=COMPACTED if topic.compacted else FOREVER)
        for topic in TOPICS
    ]


async def prepare_kafka(bootstrap: str, passwords: dict[str, str], services: Iterable[str]) -> None:
    """Users, what each may do, and topics, as the broker's own user: the others are not there yet."""
    users = {name: password for name, password in passwords.items() if name != BROKER}
    broker = Kafka(bootstrap, BROKER, passwords[BROKER], mechanism="PLAIN")
    client = AIOKafkaAdminClient(**broker.options())
    await client.start()
    try:
        await make_users(client, users)
        await make_rights(client, services)
        await make_topics(client)
    finally:
        await client.close()


async def make_topics(client: AIOKafkaAdminClient) -> None:
    """Creates what is missing and waits until every partition has a leader: creation returns before that."""
    topics = declared_topics()
    known = set(await client.list_topics())
    missing = [topic for topic in topics if topic.name not in known]
    if missing:
        _check(await client.create_topics(missing))
    while not _led(await client.describe_topics([topic.name for topic in topics])):  # noqa: ASYNC110  # Kafka tells nobody, it must be asked
        await asyncio.sleep(0.05)


def _check(answer: Any) -> None:
    harmless = (CREATED, TopicAlreadyExistsError.errno)
    refused = [error for error in answer.topic_errors if error[1] not in harmless]
    if refused:
        raise SystemExit(f"Kafka refused topics: {refused}")


def _led(described: list[dict[str, Any]]) -> bool:
    return all(
        topic["error_code"] == CREATED
        and topic["partitions"]
        and all(partition["leader"] >= 0 for partition in topic["partitions"])
        for topic in described
    )


async def migrate(owners: dict[str, str]) -> None:
    """Brings each schema that has migrations to their newest, by the platform."""
    for service, url in owners.items():
        migrations = CHECKOUT / "services" / service / "migrations"
        if any(migrations.glob("versions/*.py")):
            await asyncio.to_thread(upgrade, service, migrations, url)


async def main() -> None:
    wanted = json.loads(os.environ["KEZEK_PREPARE"])
    async with asyncio.TaskGroup() as group:
        group.create_task(prepare_kafka(wanted["kafka"], wanted["kafka_users"], wanted["schemas"]))
        await make_database(wanted["superuser"], wanted["passwords"], wanted["schemas"])
        await migrate(wanted["owners"])


if __name__ == "__main__":
    asyncio.run(main())
