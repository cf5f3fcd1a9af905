"""The streams of open pages: one reader of hints for the process, handed out to whom they concern (docs/adr/0027)."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Collection, Mapping
from uuid import UUID

from kezek.auth.adapters.hints import HintStream
from kezek.auth.adapters.redis import AWAY
from kezek.auth.adapters.store import DATABASE_AWAY
from kezek.auth.domain.live import (
    BEGINNING,
    OVER,
    RESET,
    LiveBounds,
    Moment,
    Tail,
    Told,
    frame_of,
    frame_of_beginning,
    frame_of_word,
)
from kezek.contracts.hints import ADMINISTRATORS, AT_MOST, kindergarten, officers, person
from kezek.contracts.hints import session as one_session
from kezek.platform.actors import Actor, Role
from kezek.platform.errors import Unavailable
from kezek.platform.telemetry import logger

LOG = logger(__name__)
Standings = Callable[[Mapping[UUID, Actor]], Awaitable[Mapping[UUID, Actor]]]
"""Those of these sessions that live, as they may act now."""
HEARTBEAT = b":\n\n"
RETRY_MS = 2000
AGAIN_AFTER_S = 60
RECENT_MS = 10_000
"""What happened just before somebody's first stream is told: their page may have asked before it happened."""
_PAUSE_S = 1.0
_WAITING_BYTES = 64 * 1024
"""Who reads so slowly that more than this waits asks for everything instead."""


class Stream:
    """One open stream: what waits to be sent on it, until it ends."""

    def __init__(self, session_id: UUID, actor: Actor, followed: Collection[str] = ()) -> None:
        self.session_id, self.actor = session_id, actor
        self.subjects = subjects_of(actor) | frozenset(followed)
        self._waiting = bytearray()
        self._something = asyncio.Event()
        self._ended = False

    def push(self, frame: bytes, at: Moment) -> None:
        """Have this sent; if too much waits, that everything be asked for anew instead."""
        if len(self._waiting) + len(frame) > _WAITING_BYTES:
            self._waiting[:] = frame_of_word(RESET, at)
        else:
            self._waiting += frame
        self._something.set()

    def end(self, frame: bytes = b"") -> None:
        """Let it end after what waits."""
        self._waiting += frame
        self._ended = True
        self._something.set()

    async def next(self, heartbeat_s: float) -> bytes | None:
        """What is to be sent now, a heartbeat after a while of nothing; None at the end."""
        if not self._waiting and not self._ended:
            try:
                async with asyncio.timeout(heartbeat_s):
                    await self._something.wait()
            except TimeoutError:
                return HEARTBEAT
        self._something.clear()
        waiting = bytes(self._waiting)
        self._waiting.clear()
        return waiting or (None if self._ended else HEARTBEAT)


class Live:
    """Follows the hints for all streams of this process, and ends them with their sessions."""

    def __init__(self, source: HintStream, standings: Standings, bounds: LiveBounds) -> None:
        self._source, self._standings, self.bounds = source, standings, bounds
        self._streams: dict[str, set[Stream]] = defaultdict(set)
        self._of_session: dict[UUID, list[Stream]] = defaultdict(list)
        self._tail: Tail | None = None
        self._was_away = False
        self._leaving = False
        self._open = 0
        self._faults = _Faults()

    # Streams

    def check_room(self) -> None:
        """Whether one more stream can be had.

        Raises:
            Unavailable: `unavailable` while hints cannot be read; `too_many_streams`: ask instead, and again later.
        """
        if self._tail is None or self._leaving:
            raise Unavailable("unavailable")
        if self._open >= self.bounds.streams:
            raise Unavailable("too_many_streams", retry_after_s=AGAIN_AFTER_S)

    def open(self, stream: Stream, last: Moment | None) -> None:
        """Begin a stream with what its page has missed; of too many of one session the oldest ends."""
        mine = self._of_session[stream.session_id]
        while len(mine) >= self.bounds.of_session:
            self.close(mine[0])
        self._of_session[stream.session_id].append(stream)
        self._open += 1
        for subject in (*stream.subjects, one_session(stream.session_id)):
            self._streams[subject].add(stream)
        self._begin(stream, last)

    def close(self, stream: Stream) -> None:
        """End a stream and forget it."""
        stream.end()
        for subject in (*stream.subjects, one_session(stream.session_id)):
            self._streams[subject].discard(stream)
            if not self._streams[subject]:
                del self._streams[subject]
        mine = self._of_session[stream.session_id]
        if stream in mine:
            mine.remove(stream)
            self._open -= 1
        if not mine:
            del self._of_session[stream.session_id]

    def leave(self) -> None:
        """End all streams: this process is told to stop, and others go on."""
        self._leaving = True
        self._end_all()

    def _begin(self, stream: Stream, last: Moment | None) -> None:
        tail = self._tail
        if tail is None:  # lost since `check_room`
            stream.end()
            return
        mine = stream.subjects
        missed = tail.recent(RECENT_MS, mine) if last is None else tail.since(last, mine)
        if missed is None:
            stream.push(frame_of_word(RESET, tail.last), tail.last)
            return
        for told in missed:
            stream.push(frame_of(told), told.at)
        stream.push(frame_of_beginning(tail.last, RETRY_MS), tail.last)

    def _all(self) -> list[Stream]:
        return [stream for mine in self._of_session.values() for stream in mine]

    def _end_all(self) -> None:
        for stream in self._all():
            self.close(stream)

    # Hints

    async def follow(self) -> None:
        """Read hints until cancelled; while Redis is away there are no streams, and pages ask by themselves."""
        while True:
            try:
                await self._catch_up()
                while True:
                    await self._read_on()
                    self._faults.forget("hints cannot be read")
            except Exception as error:  # noqa: BLE001 - whatever it is, pages that ask by themselves see no less
                self._faults.note("hints cannot be read", error)
                self._tail, self._was_away = None, True
                self._end_all()
                await asyncio.sleep(_PAUSE_S)

    async def _catch_up(self) -> None:
        """After a break of ours hints may have been lost at their tellers: whoever was here before asks anew."""
        kept = await self._source.newest()
        last = kept[-1].at if kept else BEGINNING
        if self._was_away:
            # a moment that no page has had, so that also who knows the last hint asks anew
            self._tail = Tail([], (last[0], last[1] + 1), AT_MOST)
        else:
            self._tail = Tail(kept, last, AT_MOST)

    async def _read_on(self) -> None:
        tail = self._tail
        assert tail is not None  # noqa: S101 - caught up before
        for told in await self._source.after(tail.last):
            tail.add(told)
            self._tell(told)

    def _tell(self, told: Told) -> None:
        if told.hint is None:
            return
        frame = frame_of(told)
        for stream in tuple(self._streams.get(told.hint.subject, ())):
            if told.hint.subject == one_session(stream.session_id):
                self._end_over(stream, told.at)
            else:
                stream.push(frame, told.at)

    # Sessions

    async def watch(self) -> None:
        """End streams whose sessions are over, or open something else now, until cancelled."""
        while True:
            await asyncio.sleep(self.bounds.check_every_s)
            try:
                await self.check_sessions()
            except Exception as error:  # noqa: BLE001 - no stream outlives its session for good
                self._faults.note("sessions of streams cannot be looked at", error)
            else:
                self._faults.forget("sessions of streams cannot be looked at")

    async def check_sessions(self) -> None:
        """Look at all sessions with streams at once; a stream never counts as their use."""
        asked = {stream.session_id: stream.actor for stream in self._all()}
        if not asked:
            return
        standing = await self._standings(asked)
        for stream in self._all():
            if stream.session_id not in asked:
                continue  # it came meanwhile
            now = standing.get(stream.session_id)
            if now is None:
                self._end_over(stream, self._tail.last if self._tail else BEGINNING)
            elif subjects_of(now) != subjects_of(stream.actor):
                self.close(stream)  # its page comes back as who they are now

    def _end_over(self, stream: Stream, at: Moment) -> None:
        stream.end(frame_of_word(OVER, at))
        self.close(stream)


class _Faults:
    """What does not go well, said once until it does: a second's pause later it is the same again."""

    def __init__(self) -> None:
        self._said: dict[str, str] = {}

    def note(self, what: str, error: Exception) -> None:
        """Say it, unless it was said of the same cause before; of what nobody foresaw also where it came from."""
        cause = type(error).__name__
        if self._said.get(what) == cause:
            return
        self._said[what] = cause
        if isinstance(error, (*AWAY, *DATABASE_AWAY)):
            LOG.warning(what, cause=cause)
        else:
            LOG.error(what, cause=cause, exc_info=error)

    def forget(self, what: str) -> None:
        """It goes well."""
        self._said.pop(what, None)


def subjects_of(actor: Actor) -> frozenset[str]:
    """Whose hints a person sees in this session: their own, those of where they work, an administrator's."""
    works_at = {kindergarten(grant.kindergarten_id) for grant in actor.grants if grant.kindergarten_id}
    decides_in = {officers(grant.district) for grant in actor.grants if grant.role is Role.OFFICER and grant.district}
    administers = {ADMINISTRATORS} if Role.ADMINISTRATOR in actor.roles else set()
    return frozenset({person(actor.person_id), *works_at, *decides_in, *administers})
