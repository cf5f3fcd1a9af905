import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kezek.auth.adapters.keys import KEPT_AFTER_S, LOOK_EVERY_S, TokenKeys, add_key, load_keys

PEM = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
SIGNS_AFTER_S = 30.0


class Seconds:
    """A clock of seconds that the test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / f"{name}.pem").write_bytes(Ed25519PrivateKey.generate().private_bytes(*PEM))


def published(keys: TokenKeys) -> list[str]:
    return [key["kid"] for key in keys.jwks()["keys"]]


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def keys(tmp_path: Path, seconds: Seconds) -> TokenKeys:
    put(tmp_path, "token-1")
    return TokenKeys(tmp_path, SIGNS_AFTER_S, seconds)


def test_the_last_by_name_signs_and_all_are_published_without_their_secrets(tmp_path: Path) -> None:
    put(tmp_path, "token-10", "token-9", "token-2")
    keys = TokenKeys(tmp_path, SIGNS_AFTER_S)
    assert keys.signing.kid == "token-10"
    assert published(keys) == ["token-2", "token-9", "token-10"]
    assert all(key["alg"] == "Ed25519" and "d" not in key for key in keys.jwks()["keys"])


def test_a_new_key_is_published_at_once_and_signs_later(tmp_path: Path, keys: TokenKeys, seconds: Seconds) -> None:
    put(tmp_path, "token-2")
    seconds.now += LOOK_EVERY_S
    assert published(keys) == ["token-1", "token-2"]
    assert keys.signing.kid == "token-1"
    seconds.now += SIGNS_AFTER_S - LOOK_EVERY_S / 2
    assert keys.signing.kid == "token-1"
    seconds.now += LOOK_EVERY_S
    assert keys.signing.kid == "token-2"


def test_a_key_taken_away_stays_published_while_a_token_of_it_may_live(
    tmp_path: Path, keys: TokenKeys, seconds: Seconds
) -> None:
    put(tmp_path, "token-2")
    (tmp_path / "token-1.pem").unlink()
    seconds.now += LOOK_EVERY_S
    assert keys.signing.kid == "token-2", "there is no other"
    assert published(keys) == ["token-2", "token-1"]
    seconds.now += KEPT_AFTER_S
    assert published(keys) == ["token-2"]


@pytest.mark.parametrize("harm", ["emptied", "spoilt"])
def test_a_folder_that_cannot_be_read_changes_nothing(
    tmp_path: Path, keys: TokenKeys, seconds: Seconds, harm: str
) -> None:
    if harm == "emptied":
        (tmp_path / "token-1.pem").unlink()
    else:
        (tmp_path / "token-2.pem").write_text("no key")
    seconds.now += LOOK_EVERY_S
    assert keys.signing.kid == "token-1"
    assert published(keys) == ["token-1"]


def test_an_added_key_is_the_last_and_for_its_owner_only(tmp_path: Path) -> None:
    put(tmp_path, "token-1")
    add_key(tmp_path, "token-20261121T100000Z", load_keys(tmp_path))
    assert list(load_keys(tmp_path)) == ["token-1", "token-20261121T100000Z"]
    assert stat.S_IMODE((tmp_path / "token-20261121T100000Z.pem").stat().st_mode) == 0o600
    assert {path.suffix for path in tmp_path.iterdir()} == {".pem"}


def test_a_key_that_would_never_sign_is_not_added(tmp_path: Path) -> None:
    put(tmp_path, "zz")
    with pytest.raises(ValueError, match="not be the last"):
        add_key(tmp_path, "token-20261121T100000Z", load_keys(tmp_path))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="KEZEK_TOKEN_KEYS"):
        load_keys(tmp_path)


def test_a_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_bytes(ec.generate_private_key(ec.SECP256R1()).private_bytes(*PEM))
    with pytest.raises(ValueError, match="KEZEK_TOKEN_KEYS"):
        load_keys(tmp_path)
