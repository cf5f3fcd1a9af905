from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kezek.eds import Purpose, Signer, TrustList, verify_detached
from kezek.eds.testing import (
    Certified,
    Profile,
    Seal,
    individual,
    issue,
    new_authority,
    new_gost_key,
    new_key,
    personal,
    personal_gost,
    seal,
)

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


@dataclass(frozen=True)
class GostAuthority(Authority):
    """The same with GOST keys."""

    now = NOW

    @staticmethod
    def gost_profile(**changes: Any) -> Profile:
        return replace(personal_gost(NAME, NOW - DAY, NOW + 365 * DAY), **changes)

    def person(self, purpose: Purpose = Purpose.SIGN, **changes: Any) -> Certified:
        return issue(new_gost_key(), self.intermediate, self.gost_profile(**changes))

    @staticmethod
    def sealed_with(signer: Certified, *chain: Certified) -> bytes:
        return seal(CONTENT, signer, chain, NOW)


def _make_gost() -> GostAuthority:
    root = new_authority("СЫНАҚ ТҮБІРІ (ГОСТ)", NOW, key=new_gost_key())
    return GostAuthority(root, new_authority("СЫНАҚ ОРТАЛЫҚ (ГОСТ)", NOW, root, key=new_gost_key()))


def _make(name: str = "СЫНАҚ") -> Authority:
    root = new_authority(f"{name} ТҮБІРІ", NOW)
    return Authority(root, new_authority(f"{name} КУӘЛАНДЫРУШЫ ОРТАЛЫҚ", NOW, root))


@pytest.fixture(scope="session")
def national() -> Authority:
    return _make()


@pytest.fixture(scope="session")
def make_national() -> Callable[[str], Authority]:
    return _make


@pytest.fixture(scope="session")
def gost_national() -> GostAuthority:
    return _make_gost()


@pytest.fixture(scope="session")
def make_gost_national() -> Callable[[], GostAuthority]:
    return _make_gost


@pytest.fixture(params=["rsa", "gost"])
def authority(request: Any, national: Any, gost_national: Any) -> Any:
    return national if request.param == "rsa" else gost_national


@pytest.fixture
def now(authority: Any) -> datetime:
    return authority.profile().not_before + DAY  # type: ignore[no-any-return]
