from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kezek.auth.adapters.keys import load_keys

PEM = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def test_the_last_by_name_signs_and_all_are_published_without_their_secrets(tmp_path: Path) -> None:
    for name in ("2026-11", "2026-05", "2026-08"):
        (tmp_path / f"{name}.pem").write_bytes(Ed25519PrivateKey.generate().private_bytes(*PEM))
    keys = load_keys(tmp_path)
    assert keys.signing.kid == "2026-11"
    published = keys.jwks()["keys"]
    assert [key["kid"] for key in published] == ["2026-05", "2026-08", "2026-11"]
    assert all(key["alg"] == "Ed25519" and "d" not in key for key in published)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="KEZEK_TOKEN_KEYS"):
        load_keys(tmp_path)


def test_a_key_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "key.pem").write_bytes(ec.generate_private_key(ec.SECP256R1()).private_bytes(*PEM))
    with pytest.raises(ValueError, match="KEZEK_TOKEN_KEYS"):
        load_keys(tmp_path)
