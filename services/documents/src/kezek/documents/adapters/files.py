"""The object store: a folder or S3, by one address; what is in it is named by its own hash and never changed."""

import hashlib

from obstore.store import ObjectStore, from_url


class Files:
    """Files by their SHA-256."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    async def put(self, content: bytes) -> str:
        """Store a file, also one that is there already.

        Returns:
            Its SHA-256 in hexadecimal.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        await self._store.put_async(_path(sha256), content)
        return sha256

    async def get(self, sha256: str) -> bytes:
        """A file's bytes.

        Raises:
            FileNotFoundError: when it is not there.
            ValueError: when it is not what was stored.
        """
        found = await self._store.get_async(_path(sha256))
        content = bytes(await found.bytes_async())
        if hashlib.sha256(content).hexdigest() != sha256:
            raise ValueError(f"file {sha256} is damaged")
        return content


def open_files(url: str) -> Files:
    """The papers in the store at an address."""
    return Files(open_store(url))


def open_store(url: str) -> ObjectStore:
    """The store at an address; a folder is made where it is missing."""
    return from_url(url, mkdir=True) if url.startswith("file:") else from_url(url)


def _path(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256}"
