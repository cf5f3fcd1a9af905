"""What must be true of a queue once everything has come to rest, over all schemas: each question finds nothing."""

import asyncpg

QUESTIONS = {
    "each application queued is a candidate, and each candidate an application": """
        select a.id, c.application_id from applications.application a
        full join referrals.candidate c on c.application_id = a.id
        where coalesce(c.queue, a.district || '.' || a.kind || '.' || a.group_year) = $1
        and (a.id is null or c.application_id is null)""",
    "the journal shows the candidate's newest state": """
        select c.application_id, c.status, a.status from referrals.candidate c
        join applications.application a on a.id = c.application_id
        where c.queue = $1 and (a.candidate_version, a.status) is distinct from (c.version, c.status)
        and c.version > 0""",
    "who waits at referrals stands in the order, and nobody else": """
        select c.application_id, c.status, e.waiting from referrals.candidate c
        left join queue.entry e on e.application_id = c.application_id
        where c.queue = $1 and (c.status = 'queued') is distinct from e.waiting""",
    "no call is without an answer": """
        select id from queue.call where queue_id = $1 and state = 'open'""",
    "what the queue calls begun began a turn, and what began a turn is called begun": """
        select c.id, c.state from queue.call c
        where c.queue_id = $1
        and (c.state = 'begun') <> exists (select from referrals.turn t where t.call_id = c.id)""",
    "a turn runs exactly for those who are notified": """
        select c.application_id, c.status from referrals.candidate c
        where c.queue = $1 and (c.status = 'notified') <>
            ((select count(*) from referrals.turn t
              where t.application_id = c.application_id and t.ended is null) = 1)""",
    "a valid referral is held exactly by those who are referred, or refused and under review": """
        select c.application_id, c.status from referrals.candidate c
        where c.queue = $1 and (c.status in ('referred', 'refusal_review')) <>
            ((select count(*) from referrals.referral r
              where r.application_id = c.application_id and r.status = 'valid') = 1)""",
    "each turn began once and ended at most once": """
        select h.application_id, h.event, count(*) from referrals.history h
        where h.application_id in (select application_id from referrals.candidate where queue = $1)
        group by h.application_id, h.event having
            (h.event = 'referrals.turn-started.v1' and count(*) <>
                (select count(*) from referrals.turn t where t.application_id = h.application_id))
            or (h.event = 'referrals.turn-ended.v1' and count(*) <>
                (select count(*) from referrals.turn t where t.application_id = h.application_id
                 and t.ended is not null))""",
    "each referral was issued once and has one end, of its own kind": """
        select r.application_id from referrals.referral r
        where r.application_id in (select application_id from referrals.candidate where queue = $1)
        group by r.application_id having (
            count(*), count(*) filter (where r.status = 'expired'),
            count(*) filter (where r.status in ('accepted', 'departed')),
            count(*) filter (where r.status = 'cancelled'), count(*) filter (where r.status = 'refused'),
            count(*) filter (where r.status = 'departed')
        ) <> (select
            count(*) filter (where event = 'referrals.referral-issued.v1'),
            count(*) filter (where event = 'referrals.referral-expired.v1'),
            count(*) filter (where event = 'referrals.referral-accepted.v1'),
            count(*) filter (where event = 'referrals.referral-cancelled.v1'),
            count(*) filter (where event = 'referrals.refusal-upheld.v1'),
            count(*) filter (where event = 'referrals.departed.v1')
            from referrals.history h where h.application_id = r.application_id)""",
    "who must be accepted, or has come, has no term that runs": """
        select c.application_id, d.kind from referrals.candidate c
        join referrals.referral r on r.application_id = c.application_id and r.status = 'valid'
        join referrals.deadline d on d.key = r.id::text and d.kind = 'referral'
        where c.queue = $1 and r.stopped_by is not null""",
    "misses are the referrals that expired": """
        select c.application_id, c.misses from referrals.candidate c where c.queue = $1 and c.misses <>
            (select count(*) from referrals.referral r
             where r.application_id = c.application_id and r.status = 'expired')""",
    "every place published is one row, and no other exists": """
        select v.id, v.places, count(p.id) from kindergartens.vacancy v
        left join referrals.place p on p.vacancy_id = v.id
        where exists (select from kindergartens.kindergarten k where k.id = v.kindergarten_id
                      and k.district = split_part($1, '.', 1)) and v.group_year = split_part($1, '.', 3)::int
        group by v.id, v.places having v.places <> count(p.id)""",
    "a place is held for a running turn, taken by a living referral, and nothing is left offered": """
        select p.id, p.status from referrals.place p where p.queue = $1 and (
            p.status = 'offered'
            or (p.status = 'held') <> exists (select from referrals.turn t
                where t.place_id = p.id and t.ended is null and t.application_id = p.holder)
            or (p.status = 'taken') <> exists (select from referrals.referral r
                where r.place_id = p.id and r.status in ('valid', 'accepted', 'departed')
                and r.application_id = p.holder))""",
    "kindergartens see each place as it is": """
        select p.id, p.status, k.status from referrals.place p
        left join kindergartens.place k on k.id = p.id
        where p.queue = $1 and (k.status, k.version) is distinct from (p.status, p.version)""",
    "the roster holds exactly those who were accepted": """
        select r.id, e.referral_id from (select * from referrals.referral where status = 'accepted') r
        full join (select * from kindergartens.enrolment where ended_on is null) e on e.referral_id = r.id
        where (r.id is null) <> (e.referral_id is null)""",
    "each referral has one paper, which says what became of it": """
        select r.id, r.status, d.status from referrals.referral r
        left join documents.referral d on d.id = r.id
        where r.application_id in (select application_id from referrals.candidate where queue = $1)
        and d.status is distinct from r.status""",
    "every family was told of each of its turns and referrals, by SMS and by e-mail, once": """
        select m.application_id, m.kind, m.channel, count(*) from notifications.message m
        where m.application_id in (select application_id from referrals.candidate where queue = $1)
        and m.kind in ('turn_started', 'referral_issued')
        group by m.application_id, m.kind, m.channel having count(distinct m.about) <> case m.kind
            when 'turn_started' then (select count(*) from referrals.turn t where t.application_id = m.application_id)
            else (select count(*) from referrals.referral r where r.application_id = m.application_id) end""",
    "no message failed or waits, but for what a newer step overtook at night": """
        select m.application_id, m.kind, m.state from notifications.message m
        where m.application_id in (select application_id from referrals.candidate where queue = $1)
        and m.state not in ('sent', 'overtaken')""",
    "nobody was passed over: who was called first stood first among those who fitted": """
        select called.application_id, passed.application_id, c.called_at from queue.call c
        join queue.call_child cc on cc.call_id = c.id
        join queue.offer o on o.place_id = cc.place_id
        join queue.entry called on called.application_id = cc.application_id
        join queue.entry passed on passed.queue_id = c.queue_id and passed.queue_class = called.queue_class
            and (passed.submitted_at, passed.number) < (called.submitted_at, called.number)
        where c.queue_id = $1 and c.state = 'begun' and o.language = any(passed.languages)
        and passed.application_id <> all(o.not_for)
        -- by another class than that of now one stood elsewhere: a replay of the ledger judges that
        and not exists (select from queue.ledger l where l.what = 'changed'
            and l.application_id in (called.application_id, passed.application_id))
        -- stood there then, and was in no call; a call may be unmade after who was called has left by a choice
        and (select l.what from queue.ledger l where l.application_id = passed.application_id
             and l.queue_id = c.queue_id and l.sequence < c.sequence and l.what <> all('{called,call_unmade}')
             order by l.sequence desc limit 1) in ('entered', 'returned')
        and (select l.what from queue.ledger l where l.application_id = passed.application_id
             and l.queue_id = c.queue_id and l.sequence < c.sequence
             order by l.sequence desc limit 1) <> 'called'""",
}


async def differences(url: str, queue: str) -> dict[str, list[str]]:
    """The rows that each question finds."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        found: dict[str, list[str]] = {}
        for name, sql in QUESTIONS.items():
            rows = await connection.fetch(sql, *([queue] if "$1" in sql else []))
            found[name] = [str(dict(row)) for row in rows]
        return found
    finally:
        await connection.close()
