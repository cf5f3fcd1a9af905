"""Settings of kindergartens."""

from pathlib import Path

from pydantic import Field

from kezek.platform.pseudonyms import PseudonymSettings


class KindergartensSettings(PseudonymSettings):
    """Those of every service; acts are signed here, so the trust list is required."""

    trust_list: Path = Field(description="PEM file of the authorities' roots")
    open_account_requests: int = Field(default=3, description="that may wait, of one person for one kindergarten")
    open_account_requests_of_network: int = Field(
        default=20, description="that may wait, sent from one IPv4 address or one /64 of IPv6"
    )
    open_account_requests_at_all: int = Field(default=1000, description="that may wait in the whole region")
    register_url: str = Field(default="", description="the persons register")
    register_timeout_s: float = Field(default=3.0, description="how long one answer of the register is waited for")
    most_entrustments_a_day: int = Field(
        default=60, description="of one parent's children to escorts; each is told by SMS"
    )
    ended_escort_days: int = Field(default=366, description="how long an escort is remembered who was removed")
    oldest_mark_days: int = Field(default=7, description="how long a phone may keep a mark until it is sent")
    oldest_hand_mark_days: int = Field(default=45, description="how long ago a worker may mark by hand")
    kept_attendance_days: int = Field(
        default=1096, ge=92, description="how long marks and absences are kept; closed sheets stay"
    )
    mark_ahead_s: float = Field(default=300.0, description="how far a mark may be ahead of its own sending")
    most_marks_a_day: int = Field(default=300, description="that are kept of one person in a day")
    pickup_days_ahead: int = Field(default=7, description="how far ahead a pick-up code may be for")
    most_pickups_a_day: int = Field(default=20, description="pick-up codes that may be given for a child in a day")
    wrong_pickups_of_worker: int = Field(default=10, description="wrong pick-up codes a worker may try in an hour")
    wrong_pickups_of_kindergarten: int = Field(default=30, description="that may be tried in a kindergarten in an hour")
    unused_pickup_days: int = Field(default=30, description="how long an unused pick-up code is kept after its day")
    used_pickup_days: int = Field(default=366, description="how long it is remembered who fetched a child by a code")
    refused_request_days: int = Field(default=180, description="how long a refused request and its contacts are kept")
    public_answers_kept_s: float = Field(default=3.0, description="how long a crowd is answered the same free places")
