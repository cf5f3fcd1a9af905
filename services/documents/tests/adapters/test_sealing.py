import base64
import os
from pathlib import Path
from typing import Any

import pytest

from kezek.contracts.ids import new_id
from kezek.documents.adapters.sealing import DamagedError, KeyRing, key_id
from kezek.documents.adapters.vault import open_vault
from kezek.documents.commands import seal_anew
from kezek.platform.testing import an_actor
from kezek.platform.testing.papers import a_jpeg


def a_key(name: str) -> str:
    return f"{name}:{base64.b64encode(os.urandom(32)).decode()}"


OLD, NEW = a_key("old"), a_key("new")


def test_what_was_sealed_opens_again_and_shows_nothing() -> None:
    ring = KeyRing(OLD)
    sealed = ring.seal("a", b"a birth certificate")
    assert ring.open("a", sealed) == b"a birth certificate"
    assert b"birth" not in sealed
    assert sealed != ring.seal("a", b"a birth certificate")


def test_what_was_exchanged_or_changed_does_not_open() -> None:
    ring = KeyRing(OLD)
    sealed = ring.seal("a", b"one")
    with pytest.raises(DamagedError):
        ring.open("b", sealed)
    for at in range(len(sealed)):
        with pytest.raises(DamagedError):
            ring.open("a", sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :])
        with pytest.raises(DamagedError):
            ring.open("a", sealed[:at])


def test_keys_change_one_after_the_other() -> None:
    sealed = KeyRing(OLD).seal("a", b"one")
    both = KeyRing(f"{NEW},{OLD}")
    assert both.open("a", sealed) == b"one"
    anew = both.seal_anew("a", sealed)
    assert anew is not None
    assert (key_id(sealed), key_id(anew)) == ("old", "new")
    assert both.seal_anew("a", anew) is None
    assert KeyRing(NEW).open("a", anew) == b"one"
    with pytest.raises(DamagedError):
        KeyRing(NEW).open("a", sealed)


@pytest.mark.parametrize(
    "written",
    ["", "x", "a:YQ==", "a:!", f"{OLD},{OLD}", "A:" + "A" * 44],
    ids=["nothing", "no key", "too short", "no base64", "twice", "a name in capitals"],
)
def test_a_ring_that_is_written_wrongly_is_refused_without_saying_it(written: str) -> None:
    with pytest.raises(ValueError, match="key") as refused:
        KeyRing(written)
    assert not written or written not in str(refused.value)


async def test_the_vault_keeps_nothing_in_the_clear(tmp_path: Path) -> None:
    vault, upload, text = open_vault(tmp_path.as_uri(), OLD), new_id(), b"a birth certificate" * 100
    stored = [await vault.put_part(upload, text), await vault.put_part(upload, text)]
    await vault.put_file(upload, text)
    assert [await vault.get(each) for each in stored] == [text, text]
    assert await vault.get_file(upload) == text
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) == 3
    assert not [path for path in files if b"birth" in path.read_bytes()]
    await vault.drop_parts(upload)
    await vault.drop_parts(upload)
    await vault.drop_file(upload)
    await vault.drop_file(upload)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.servers
async def test_the_command_seals_every_file_anew(counter: Any) -> None:
    ready = [await counter.hands_in(an_actor(), a_jpeg(), "a.jpg") for _ in range(2)]
    url, ring = counter.settings.store_url, f"{NEW},{counter.settings.file_keys.get_secret_value()}"
    assert await seal_anew(counter.database, open_vault(url, ring)) == 2
    assert await seal_anew(counter.database, open_vault(url, ring)) == 0
    for each in ready:
        assert await open_vault(url, NEW).get_file(each["id"]) == a_jpeg()


async def test_a_files_key_is_sealed_anew(tmp_path: Path) -> None:
    file_id = new_id()
    await open_vault(tmp_path.as_uri(), OLD).put_file(file_id, b"one")
    both = open_vault(tmp_path.as_uri(), f"{NEW},{OLD}")
    assert await both.seal_anew(file_id)
    assert not await both.seal_anew(file_id)
    assert await open_vault(tmp_path.as_uri(), NEW).get_file(file_id) == b"one"
