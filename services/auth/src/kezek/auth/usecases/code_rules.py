"""How often codes may be asked for and tried (domain §2.2); the numbers are settings."""

from dataclasses import dataclass
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
    all_devices: tuple[Window, ...]
    everybody: Window
    sms: Window
    tries_of_pair: Window
    tries_of_address: Window
    wrong: tuple[Window, ...]

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
            address=(
                Window("codes_address_short", given.codes_per_address_ten_minutes, 10 * MINUTE),
                Window("codes_address_day", given.codes_per_address_day, DAY),
            ),
            all_devices=(
                Window("codes_devices_hour", _DEVICES * given.codes_per_iin_hour, HOUR),
                Window("codes_devices_day", _DEVICES * given.codes_per_iin_day, DAY),
            ),
            everybody=Window("codes_all", given.codes_per_minute, MINUTE),
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
        elsewhere = self.all_devices if device else self.address
        whose = iin if device else network_of(address)
        return (
            self.pair.of(iin, phone, device),
            *(window.of(iin, device) for window in self.iin),
            *(window.of(phone, device) for window in self.phone),
            *(window.of(whose) for window in elsewhere),
        )

    def budgets(self, *, known: bool) -> tuple[Charge, Charge]:
        """The minute's requests and the day's SMS of all; devices on which people are known have theirs apart."""
        whose = ("known devices",) if known else ()
        return self.everybody.of(*whose), self.sms.of(*whose)

    def wrong_ones(self, *, sent: bool = True) -> tuple[Charge, ...]:
        """What a wrong code is charged to; tries at a code that was never sent guess nothing, and count apart."""
        return tuple(window.of(*(() if sent else ("never sent",))) for window in self.wrong)
