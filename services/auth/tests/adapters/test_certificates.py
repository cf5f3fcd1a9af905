"""What a certificate calls its owner is shown on pages: as one plain line."""

from datetime import UTC, datetime, timedelta

from kezek.auth.adapters.certificates import display_name
from kezek.eds.testing import Profile, individual, issue, new_key


def test_a_name_keeps_its_letters_and_loses_what_turns_or_breaks_a_line() -> None:
    now = datetime.now(UTC)
    owner = individual("ӘБДІ\u202eҒАЛИ", "АЙ\nГҮЛ", "СЕРІК\u200bҚЫЗЫ", "900101450001")
    certified = issue(new_key(), None, Profile(owner, now, now + timedelta(days=1)))
    assert display_name(certified.der) == "ӘБДІ ҒАЛИ АЙ ГҮЛ СЕРІКҚЫЗЫ"
