"""What people hand in, sealed in the object store: parts on their way, and files."""

from contextlib import suppress
from uuid import UUID, uuid4

from obstore.store import ObjectStore

from kezek.documents.adapters.files import open_store
from kezek.documents.adapters.sealing import KeyRing


class Vault:
    """The store by names, each thing sealed to its own name."""

    def __init__(self, store: ObjectStore, ring: KeyRing) -> None:
        self._store = store
        self._ring = ring

    async def put_part(self, upload_id: UUID, content: bytes) -> str:
        """Store a part under a new name: two that come at once never overwrite each other.

        Returns:
            Its name.
        """
        name = f"{_parts_of(upload_id)}/{uuid4().hex}"
        await self._put(name, content)
        return name

    async def put_file(self, file_id: UUID, content: bytes) -> None:
        """Store a file that was checked."""
        await self._put(_file(file_id), content)

    async def get(self, name: str) -> bytes:
        """A part by its name.

        Raises:
            DamagedError: when it is not what was stored.
            FileNotFoundError: when it is not there.
        """
        found = await self._store.get_async(name)
        return self._ring.open(name, bytes(await found.bytes_async()))

    async def get_file(self, file_id: UUID) -> bytes:
        """A file; raises as of a part."""
        return await self.get(_file(file_id))

    async def drop_parts(self, upload_id: UUID) -> None:
        """Forget all parts of an upload, those too that no row names."""
        async for each in self._store.list(_parts_of(upload_id)):
            await self._store.delete_async([item["path"] for item in each])

    async def drop_file(self, file_id: UUID) -> None:
        """Forget a file."""
        await self.drop(_file(file_id))

    async def drop(self, name: str) -> None:
        """Forget a part; one that is gone already is no error."""
        with suppress(FileNotFoundError):
            await self._store.delete_async(name)

    async def seal_anew(self, file_id: UUID) -> bool:
        """Seal a file's key by the newest of the ring; whether it was another one."""
        name = _file(file_id)
        found = await self._store.get_async(name)
        anew = self._ring.seal_anew(name, bytes(await found.bytes_async()))
        if anew is not None:
            await self._store.put_async(name, anew)
        return anew is not None

    async def _put(self, name: str, content: bytes) -> None:
        await self._store.put_async(name, self._ring.seal(name, content))


def open_vault(url: str, keys: str) -> Vault:
    """The vault in the store at an address, opened by these keys."""
    return Vault(open_store(url), KeyRing(keys))


def _parts_of(upload_id: UUID) -> str:
    return f"handed-in/parts/{upload_id}"


def _file(file_id: UUID) -> str:
    return f"handed-in/files/{file_id}"
