import json
from datetime import UTC, datetime
from typing import Any

from kezek.auth.domain.challenge import new_challenge
from kezek.contracts.ids import new_id

EXPIRES = datetime(2026, 11, 21, 6, 2, tzinfo=UTC)
GIVEN: dict[str, Any] = {"id": new_id(), "service": "https://kezek.example", "nonce": "once", "expires_at": EXPIRES}


def test_the_statement_names_what_it_is_good_for() -> None:
    challenge = new_challenge(**GIVEN, browser_secret="here")
    said = json.loads(challenge.document)
    assert (said["service"], said["purpose"], said["nonce"]) == ("https://kezek.example", "sign-in", "once")
    assert datetime.fromisoformat(said["sign_before"]) == EXPIRES
    assert set(said["statement"]) == {"kk", "ru", "en"}


def test_it_is_bound_to_one_browser_without_telling_its_secret() -> None:
    challenge = new_challenge(**GIVEN, browser_secret="here")
    assert challenge.is_for("here")
    assert not challenge.is_for("there")
    assert not challenge.is_for("")
    assert b"here" not in challenge.document
    assert challenge.document != new_challenge(**GIVEN, browser_secret="there").document
