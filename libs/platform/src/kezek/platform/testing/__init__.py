"""For tests only: real servers started once, databases per test process, APIs in process, people, signatures.

Fixtures are in `plugin`, which the root `conftest.py` loads; what tests call by name is here. No service imports it.
"""

from kezek.platform.testing.api import Api, running
from kezek.platform.testing.authority import Authority, certificate_authority
from kezek.platform.testing.clock import MovableClock
from kezek.platform.testing.events import Published, deliver, drained, erased, published
from kezek.platform.testing.listening import listening
from kezek.platform.testing.people import administrator, an_actor, an_iin, officer_of, worker_of
from kezek.platform.testing.signing import Signing
from kezek_local.waiting import eventually

__all__ = [
    "Api",
    "Authority",
    "MovableClock",
    "Published",
    "Signing",
    "administrator",
    "an_actor",
    "an_iin",
    "certificate_authority",
    "deliver",
    "drained",
    "erased",
    "eventually",
    "listening",
    "officer_of",
    "published",
    "running",
    "worker_of",
]
