"""How often one address may ask something, beside the gateway's limit: for questions that could be asked in turn."""

import time
from collections import OrderedDict
from collections.abc import Callable

from fastapi import Request

from kezek.platform.errors import TooMany
from kezek.platform.http.addresses import address_of
from kezek.platform.networks import network_of

_MINUTE_S = 60.0
ADDRESSES_AT_MOST = 20_000


class PerAddress:
    """So many a minute from each subscriber's network, counted by this process; who came longest ago is forgotten."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._a_minute = a_minute
        self._clock = clock
        self._counted: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def count(self, request: Request) -> None:
        """Count a request.

        Raises:
            TooMany: `too_many_requests`.
        """
        now, network = self._clock(), network_of(address_of(request))
        since, many = self._counted.pop(network, (now, 0))
        if now - since >= _MINUTE_S:
            since, many = now, 0
        self._counted[network] = since, many + 1
        if len(self._counted) > ADDRESSES_AT_MOST:
            self._counted.popitem(last=False)
        if many >= self._a_minute:
            raise TooMany("too_many_requests")
