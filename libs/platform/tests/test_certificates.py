"""What a certificate calls its owner is shown on pages: as one plain line."""

from datetime import UTC, datetime, timedelta

from kezek.eds import Purpose, normalise_cms
from kezek.eds.testing import Profile, individual, issue, new_key
from kezek.platform.certificates import display_name, signer_name
from kezek.platform.testing import Signing, an_iin


def test_a_name_keeps_its_letters_and_loses_what_turns_or_breaks_a_line() -> None:
    now = datetime.now(UTC)
    owner = individual("ӘБДІ\u202eҒАЛИ", "АЙ\nГҮЛ", "СЕРІК\u200bҚЫЗЫ", "900101450001")
    certified = issue(new_key(), None, Profile(owner, now, now + timedelta(days=1)))
    assert display_name(certified.der) == "ӘБДІ ҒАЛИ АЙ ГҮЛ СЕРІКҚЫЗЫ"


def test_who_made_a_signature_is_called_by_its_certificate(signing: Signing) -> None:
    assert signer_name(normalise_cms(signing.sign(an_iin(), b"statement", Purpose.SIGN))) == "СЫНАҚОВА ҮЛГІ"
