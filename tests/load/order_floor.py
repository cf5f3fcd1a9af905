"""The floor of the queue's intake: what its handlers ask PostgreSQL for one application, by `pgbench`, in batches."""

import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

QUEUE = "1118.general.2023"
_ONE = """
\\set a :n + {number}
select pg_advisory_xact_lock(hashtextextended(md5(:a::text), 0));
select (select queue_id from entry where application_id = md5(:a::text)::uuid) as queue_id,
    (select waiting from candidate where application_id = md5(:a::text)::uuid) as waiting;
select * from queue where id = '{queue}' for update;
with entered as (
    insert into entry (application_id, queue_id, number, version, child_id, applicant_id, queue_class, born_on,
        languages, submitted_at, waiting, order_class, order_at, order_number, separate_places)
    values (md5(:a::text)::uuid, '{queue}', 'N' || lpad(:a::text, 12, '0'), 1, md5(:a::text)::uuid,
        md5(:a::text)::uuid, 'general', '2023-05-05', array['kk'], now() + :a * interval '1 ms', true, 'general',
        now() + :a * interval '1 ms', 'N' || lpad(:a::text, 12, '0'), false)
), line as (
    insert into ledger (queue_id, sequence, what, application_id, reason, owed, recorded_at, rule, actor, facts, hash)
    values ('{queue}', :a, 'entered', md5(:a::text)::uuid, 'queued', 0, now(), 'order', 'system',
        '{{"at": "2026-11-21T06-00-00.000000+00-00", "call": null, "class": "general", "languages": ["kk"],
        "number": "10.UO.2026.00001.1", "separate": false, "twins": null, "waiting": true}}', sha256(:a::text::bytea))
), saved as (
    update queue set sequence = :a, head = sha256('head'), chained = :a where id = '{queue}'
)
select 1;
select me.order_class, queue.owed,
    exists (select from entry as twin where twin.queue_id = me.queue_id and twin.twins is not null and twin.waiting),
    (select count(*) from (select from entry as other where other.queue_id = me.queue_id
        and other.order_class = me.order_class and other.waiting and other.open_call_id is null
        and (other.order_at, other.order_number, other.submitted_at, other.number)
            > (me.order_at, me.order_number, me.submitted_at, me.number) limit 1001) as later),
    (select sum(children) from in_order where in_order.queue_id = me.queue_id)
from entry as me join queue on queue.id = me.queue_id where me.application_id = md5(:a::text)::uuid;
insert into outbox (shard, topic, key, value, traceparent)
    values (1, 'queue.entry', :a::text, convert_to(repeat('x', 700), 'utf8'), '');
insert into inbox (event_id) values (md5('inbox' || :a::text)::uuid);
"""

_BATCH = """
begin;
select coalesce(max(sequence), 0) as n from ledger where queue_id = '{queue}' \\gset
insert into inbox (event_id) select md5('inbox' || a)::uuid from generate_series(:n + 1, :n + {batch}) as a
    order by 1 on conflict do nothing returning event_id;
select pg_advisory_xact_lock(hashtextextended(md5(a::text), 0)) from generate_series(:n + 1, :n + {batch}) as a;
select a, entry.queue_id, candidate.waiting from generate_series(:n + 1, :n + {batch}) as a
    left join entry on entry.application_id = md5(a::text)::uuid
    left join candidate on candidate.application_id = md5(a::text)::uuid;
select * from queue where id = '{queue}' for update;
select a, (
    select count(*) from (select from entry as other where other.queue_id = '{queue}'
        and other.order_class = 'general' and other.waiting and other.open_call_id is null
        and (other.order_at, other.order_number, other.submitted_at, other.number)
            > (now() + a * interval '1 ms', 'N' || lpad(a::text, 12, '0'),
               now() + a * interval '1 ms', 'N' || lpad(a::text, 12, '0'))
        order by other.order_at, other.order_number, other.submitted_at, other.number limit 1001) as later
) from generate_series(:n + 1, :n + {batch}) as a;
select * from in_order where queue_id = '{queue}';
with entered as (
    insert into entry (application_id, queue_id, number, version, child_id, applicant_id, queue_class, born_on,
        languages, submitted_at, waiting, order_class, order_at, order_number, separate_places)
    select md5(a::text)::uuid, '{queue}', 'N' || lpad(a::text, 12, '0'), 1, md5(a::text)::uuid, md5(a::text)::uuid,
        'general', '2023-05-05', array['kk'], now() + a * interval '1 ms', true, 'general',
        now() + a * interval '1 ms', 'N' || lpad(a::text, 12, '0'), false
    from generate_series(:n + 1, :n + {batch}) as a
), line as (
    insert into ledger (queue_id, sequence, what, application_id, reason, owed, recorded_at, rule, actor, facts, hash)
    select '{queue}', a, 'entered', md5(a::text)::uuid, 'queued', 0, now(), 'order', 'system',
        '{{"at": "2026-11-21T06-00-00.000000+00-00", "call": null, "class": "general", "languages": ["kk"],
        "number": "10.UO.2026.00001.1", "separate": false, "twins": null, "waiting": true}}', sha256(a::text::bytea)
    from generate_series(:n + 1, :n + {batch}) as a
), saved as (
    update queue set sequence = :n + {batch}, head = sha256('head'), chained = :n + {batch}, recorded_at = now()
    where id = '{queue}'
)
select 1;
insert into outbox (shard, topic, key, value, traceparent)
    select 1, 'queue.entry', a::text, convert_to(repeat('x', 700), 'utf8'), ''
    from generate_series(:n + 1, :n + {batch}) as a;
commit;
"""
"""What is asked for a batch of applications together, as the handlers ask it."""


async def make_queue(url: str) -> None:
    """The queue into which `pgbench` writes."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    await connection.execute(
        "insert into queue.queue (id, district, kind, group_year) values ($1, '1118', 'general', 2023)", QUEUE
    )
    await connection.close()


def one_by_one(batch: int) -> str:
    """A batch in one transaction, each application by statements of its own."""
    start = f"select coalesce(max(sequence), 0) as n from ledger where queue_id = '{QUEUE}' \\gset\n"  # noqa: S608
    return (
        f"begin;\n{start}{''.join(_ONE.format(number=number, queue=QUEUE) for number in range(1, batch + 1))}commit;\n"
    )


def together(batch: int) -> str:
    """A batch in one transaction, each statement for all of its applications."""
    return _BATCH.format(batch=batch, queue=QUEUE)


async def pgbench(url: str, script_of: Callable[[int], str], many: int, batch: int) -> float:
    """So many applications in a second, `batch` of them in each transaction, by one client with prepared statements."""
    at = urlsplit(url.replace("+asyncpg", ""))
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "intake.sql"
        script.write_text(script_of(batch))
        arguments = ("-n", "-M", "prepared", "-c", "1", "-t", str(many // batch), "-f", str(script))
        environment = {**os.environ, "PGPASSWORD": at.password or "", "PGOPTIONS": "-c search_path=queue"}
        process = await asyncio.create_subprocess_exec(
            shutil.which("pgbench") or "/usr/lib/postgresql/15/bin/pgbench",
            *arguments,
            *("-h", str(at.hostname), "-p", str(at.port), "-U", str(at.username), at.path.lstrip("/")),
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        said, wrong = await process.communicate()
    found = re.search(r"tps = ([0-9.]+)", said.decode())
    if process.returncode or found is None:
        raise RuntimeError(wrong.decode())
    return float(found[1]) * batch
