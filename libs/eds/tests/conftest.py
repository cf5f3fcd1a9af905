from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kezek.eds import Purpose, Signer, TrustList, verify_detached
from kezek.eds.testing import Certified, Profile, Seal, individual, issue, new_authority, new_key, personal, seal

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
DAY = timedelta(days=1)
IIN = "991399000009"
CONTENT = "Жолдамаға өтініш: әғқңөұүһі".encode()
NAME = individual("СЫНАҚОВА", "ҮЛГІ", "ЖОҚҚЫЗЫ", IIN)
KEY = new_key()


@dataclass(frozen=True)
class Authority:
    """A root with one intermediate, and what its people sign."""

    root: Certified
    intermediate: Certified

    @property
    def trust(self) -> TrustList:
        return TrustList.from_pem(self.root.pem)

    @staticmethod
    def profile(purpose: Purpose = Purpose.SIGN, **changes: Any) -> Profile:
        return replace(personal(NAME, purpose, NOW - DAY, NOW + 365 * DAY), **changes)

    def person(self, purpose: Purpose = Purpose.SIGN, **changes: Any) -> Certified:
        return issue(KEY, self.intermediate, self.profile(purpose, **changes))

    def sign(self, content: bytes = CONTENT, signer: Certified | None = None, **how: Any) -> bytes:
        return seal(content, signer or self.person(), [self.intermediate], NOW, Seal(**how))

    def verify(self, cms: bytes, content: bytes = CONTENT, **given: Any) -> Signer:
        asked: dict[str, Any] = {"at": NOW, "purpose": Purpose.SIGN, "trust": self.trust, **given}
        return verify_detached(cms, content, **asked)


def _make(name: str = "СЫНАҚ") -> Authority:
    root = new_authority(f"{name} ТҮБІРІ", NOW)
    return Authority(root, new_authority(f"{name} КУӘЛАНДЫРУШЫ ОРТАЛЫҚ", NOW, root))


@pytest.fixture(scope="session")
def national() -> Authority:
    return _make()


@pytest.fixture(scope="session")
def make_national() -> Callable[[str], Authority]:
    return _make
