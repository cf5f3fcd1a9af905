"""What the sandbox has accepted and made, kept in SQLite: it survives a kill of the process at any instant."""

import asyncio
import sqlite3
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

Values = Sequence[Any] | Mapping[str, Any]
_SCHEMA = """
CREATE TABLE IF NOT EXISTS sms (
    id INTEGER PRIMARY KEY AUTOINCREMENT, own_id TEXT NOT NULL, recipient TEXT NOT NULL, text TEXT NOT NULL,
    traceparent TEXT, received_at TEXT NOT NULL, clock_at TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS ix_sms_own_id ON sms (own_id);
CREATE INDEX IF NOT EXISTS ix_sms_recipient ON sms (recipient);
CREATE TABLE IF NOT EXISTS mail (
    id INTEGER PRIMARY KEY AUTOINCREMENT, message_id TEXT NOT NULL, sender TEXT NOT NULL, recipient TEXT NOT NULL,
    subject TEXT NOT NULL, text TEXT NOT NULL, traceparent TEXT, received_at TEXT NOT NULL, clock_at TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS ix_mail_recipient ON mail (recipient);
CREATE TABLE IF NOT EXISTS person_key (
    iin TEXT NOT NULL, purpose TEXT NOT NULL, key BLOB NOT NULL, certificate BLOB NOT NULL,
    PRIMARY KEY (iin, purpose));
CREATE TABLE IF NOT EXISTS revocation (
    algorithm TEXT NOT NULL, serial TEXT NOT NULL, revoked_at TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (algorithm, serial));
CREATE TABLE IF NOT EXISTS move (iin TEXT PRIMARY KEY, district TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS death (iin TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS birth (iin TEXT PRIMARY KEY, day TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS reader (name TEXT PRIMARY KEY, port INTEGER NOT NULL, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS control (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Store:
    """One connection, one statement at a time, off the event loop."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.executescript(_SCHEMA)

    async def write(self, statement: str, values: Values = ()) -> int:
        """Run one statement, committed when this returns; answers the row's id."""
        return await asyncio.to_thread(self._write, statement, values)

    async def read(self, statement: str, values: Values = ()) -> list[dict[str, Any]]:
        """All rows of one question."""
        return await asyncio.to_thread(self._read, statement, values)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def _write(self, statement: str, values: Values) -> int:
        with self._lock:
            return self._connection.execute(statement, values).lastrowid or 0

    def _read(self, statement: str, values: Values) -> list[dict[str, Any]]:
        with self._lock:
            return [dict(row) for row in self._connection.execute(statement, values).fetchall()]
