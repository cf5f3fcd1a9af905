"""How often codes may be asked for and tried (domain §2.2); the numbers are settings."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from kezek.auth.adapters.limits import Charge, Window
from kezek.auth.way_settings import CodeSettings
from kezek.platform.networks import network_of

MINUTE, HOUR, DAY = 60, 3600, 24 * 3600
# all devices a person is known on may ask as often as so many of them
_DEVICES = 3


@dataclass(frozen=True)
class CodeRules:
    """Windows by whom they count; none depends on whether number and phone belong together."""

    settings: CodeSettings
    pair: Window
    iin: tuple[Window, ...]
    phone: tuple[Window, ...]
    address: tuple[Window, ...]
    subscriber: tuple[Window, ...]
    network: tuple[Window, ...]
    quiet: Window
    all_devices: tuple[Window, ...]
    everybody: Window
    crowd: Window
    sms: Window
    tries_of_pair: Window
    tries_of_address: Window
    wrong: tuple[Window, ...]

    @property
    def escort_sends_for(self) -> timedelta:
        """How long a removed escort may sign in to send what was marked before."""
        return timedelta(days=self.settings.removed_escort_days)

    @classmethod
    def of(cls, given: CodeSettings) -> Self:
        """The rules of these settings."""
        return cls(
            settings=given,
            pair=Window("codes_pair", 1, given.code_resend_s),
            iin=(
                Window("codes_iin_hour", given.codes_per_iin_hour, HOUR),
                Window("codes_iin_day", given.codes_per_iin_day, DAY),
            ),
            phone=(
                Window("codes_phone_hour", given.codes_per_phone_hour, HOUR),
                Window("codes_phone_day", given.codes_per_phone_day, DAY),
            ),
            address=_short_and_day("address", given.codes_per_address_ten_minutes, given.codes_per_address_day),
            subscriber=_short_and_day("subscriber", given.codes_per_address_ten_minutes, given.codes_per_address_day),
            network=_short_and_day("network", given.codes_per_network_ten_minutes, given.codes_per_network_day),
            quiet=Window("codes_quiet", given.codes_of_quiet_network_ten_minutes, 10 * MINUTE),
            all_devices=(
                Window("codes_devices_hour", _DEVICES * given.codes_per_iin_hour, HOUR),
                Window("codes_devices_day", _DEVICES * given.codes_per_iin_day, DAY),
            ),
            everybody=Window("codes_all", given.codes_per_minute, MINUTE),
            crowd=Window("codes_crowd", given.codes_per_minute - given.codes_per_minute // 2, MINUTE),
            sms=Window("codes_sms", given.sms_per_day, DAY),
            tries_of_pair=Window("tries_pair", given.code_tries_per_person_day, DAY),
            tries_of_address=Window("tries_address", given.code_tries_per_address_ten_minutes, 10 * MINUTE),
            wrong=(
                Window("wrong_hour", given.wrong_codes_per_hour, HOUR),
                Window("wrong_day", given.wrong_codes_per_day, DAY),
            ),
        )

    def asking(self, iin: str, phone: str, device: str, address: str) -> tuple[Charge, ...]:
        """What one request for a code is charged to.

        A device this IIN is known on has counts of its own, and all such devices of the IIN together; its address
        counts nothing, since a whole town may share it.
        """
        elsewhere = [window.of(iin) for window in self.all_devices] if device else self._around(address)
        return (
            self.pair.of(iin, phone, device),
            *(window.of(iin, device) for window in self.iin),
            *(window.of(phone, device) for window in self.phone),
            *elsewhere,
        )

    def _around(self, address: str) -> list[Charge]:
        """Who has many addresses has them in one network: a subscriber's /56, an organisation's /48, a /24 of IPv4."""
        return [
            *(window.of(network_of(address)) for window in self.address),
            *(window.of(network_of(address, ipv6=56)) for window in self.subscriber),
            *(window.of(wide_network_of(address)) for window in self.network),
        ]

    def of_quiet_network(self, address: str) -> Charge:
        """What the first few requests of a network are charged to: half of the minute's budget is for them alone."""
        return self.quiet.of(wide_network_of(address))

    def minute(self, *, known: bool, quiet: bool = True) -> tuple[Charge, ...]:
        """The requests of a minute; devices on which people are known have theirs apart.

        Networks that have asked before share a part of it, so that a hundred addresses leave room for all others.
        """
        if known:
            return (self.everybody.of("known devices"),)
        return (self.everybody.of(),) if quiet else (self.everybody.of(), self.crowd.of())

    def day(self, *, known: bool) -> Charge:
        """The SMS of a day; to who asks on a known device there are as many again."""
        return self.sms.of(*(("known devices",) if known else ()))

    def wrong_ones(self, *, sent: bool = True) -> tuple[Charge, ...]:
        """What a wrong code is charged to; tries at a code that was never sent guess nothing, and count apart."""
        return tuple(window.of(*(() if sent else ("never sent",))) for window in self.wrong)


def wide_network_of(address: str) -> str:
    """What an organisation or a provider's neighbourhood has: a /24 of IPv4, a /48 of IPv6."""
    return network_of(address, ipv4=24, ipv6=48)


def _short_and_day(name: str, in_ten_minutes: int, in_a_day: int) -> tuple[Window, Window]:
    return Window(f"codes_{name}_short", in_ten_minutes, 10 * MINUTE), Window(f"codes_{name}_day", in_a_day, DAY)
