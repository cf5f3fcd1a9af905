"""Settings of the ways in besides the key: how long codes live, and how often what may be tried (domain §2)."""

from pydantic import Field

from kezek.platform.providers.settings import ProviderSettings


class CodeSettings(ProviderSettings):
    """One-time codes. Many people share one address behind a mobile operator, so limits by address are wide."""

    mobile_register_url: str = Field(default="", description="the mobile citizens register")
    mobile_register_timeout_s: float = 3.0
    register_url: str = Field(default="", description="the persons register; unset: nobody is asked for a name")
    register_name_timeout_s: float = Field(default=1.0, description="a first sign-in by code waits so long for a name")
    mobile_register_probe_s: float = Field(default=5.0, description="so old may be what is known of its answering")
    code_lifetime_s: int = 300
    code_tries: int = 5
    removed_escort_days: int = Field(
        default=7, description="so long a removed escort may sign in to send marks; as old as a mark may be"
    )
    code_resend_s: int = Field(default=60, description="one person with one phone waits so long for another code")
    codes_per_iin_hour: int = 10
    codes_per_iin_day: int = 20
    codes_per_phone_hour: int = 5
    codes_per_phone_day: int = 10
    codes_per_address_ten_minutes: int = 60
    codes_per_address_day: int = 600
    codes_per_network_ten_minutes: int = Field(default=600, description="of a /24 of IPv4, a /48 of IPv6")
    codes_per_network_day: int = 6_000
    codes_of_quiet_network_ten_minutes: int = Field(
        default=2, description="the first of a network: half of the minute's requests is for them alone"
    )
    codes_per_minute: int = Field(
        default=600, description="all requests together, whatever comes of them; from known devices as many again"
    )
    sms_per_day: int = Field(
        default=20_000, description="SMS with codes together; to who asks on a known device as many again"
    )
    code_tries_per_person_day: int = Field(default=20, description="tries of one person with one phone")
    code_tries_per_address_ten_minutes: int = 60
    wrong_codes_per_hour: int = Field(default=300, description="after so many wrong codes of all, new codes are longer")
    wrong_codes_per_day: int = 1_000
    codes_sending_at_once: int = 8
    codes_waiting: int = Field(default=2_000, description="so many requests wait to be sent; more are refused")


class PasswordSettings(ProviderSettings):
    """Passwords of kindergarten workers. The cost of a hash is above OWASP's least (19 MiB, 2 passes)."""

    password_memory_kib: int = 46 * 1024
    password_passes: int = 2
    password_hashing_at_once: int = 2
    password_hashing_waiting: int = Field(default=60, description="so many sign-ins wait for their turn")
    password_tries_free: int = Field(default=4, description="so many wrong passwords in a row cost no waiting")
    password_wait_s: int = Field(default=5, description="the first wait; each further wrong password doubles it")
    password_wait_most_s: int = 300
    password_forgotten_s: int = Field(default=3600, description="so long after the last try they are counted anew")
    password_tries_per_address_ten_minutes: int = 100
