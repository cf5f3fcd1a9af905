"""A file that comes over HTTP in one piece or in several: what came before a break is kept (RFC 9110 §13.1.5, §14)."""

from pathlib import Path

import httpx

_OK, _PARTIAL, _UNCHANGED, _BEYOND = 200, 206, 304, 416


class NotAnsweredError(Exception):
    """The other side was not asked or did not answer; the text is for a log."""


class Partial:
    """What has come so far, with the server's name for this version: pieces of two versions are never put together."""

    def __init__(self, path: Path, most_bytes: int) -> None:
        self.path = path
        self._version = path.with_name(f"{path.name}.version")
        self._most_bytes = most_bytes

    @property
    def size(self) -> int:
        """Bytes that are there."""
        return self.path.stat().st_size if self.path.exists() else 0

    @property
    def version(self) -> str:
        """An entity tag, or the time of the last change; empty when the server names no version."""
        return self._version.read_text() if self._version.exists() else ""

    def headers(self, known: str) -> dict[str, str]:
        """For the rest of what has begun; otherwise for all, unless it is still the version `known`."""
        if self.size and self.version:
            return {"range": f"bytes={self.size}-", "if-range": self.version}
        if not known:
            return {}
        return {"if-none-match" if known.startswith('"') else "if-modified-since": known}

    async def receive(self, answer: httpx.Response) -> bool:
        """Take an answer in; false when nothing has changed.

        Raises:
            NotAnsweredError: it is an error, too large, or not the rest that was asked for.
            httpx.TransportError: it broke off; what had come is kept.
        """
        if answer.status_code == _UNCHANGED:
            return False
        self._begin(answer)
        with self.path.open("ab") as file:
            async for piece in answer.aiter_raw():
                file.write(piece)
                if file.tell() > self._most_bytes:
                    self.drop()
                    raise NotAnsweredError("the answer is too large")
        return True

    def _begin(self, answer: httpx.Response) -> None:
        rest = answer.headers.get("content-range", "").startswith(f"bytes {self.size}-")
        if answer.status_code == _PARTIAL and rest:
            return
        if answer.status_code in (_PARTIAL, _BEYOND):
            self.drop()
        if answer.status_code != _OK:
            raise NotAnsweredError(f"status {answer.status_code}")
        self.drop()
        self._version.write_text(_version(answer))

    def drop(self) -> None:
        """Forget what has come."""
        self.path.unlink(missing_ok=True)
        self._version.unlink(missing_ok=True)


def _version(answer: httpx.Response) -> str:
    tag = str(answer.headers.get("etag", ""))
    return tag if tag.startswith('"') else str(answer.headers.get("last-modified", ""))
