from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason, Rule
from kezek.contracts.referrals import CandidateChanged, CandidateEvent, Closed, ReferralAccepted, StopListed, TurnEnded
from kezek.contracts.vocabulary import ActorKind


def told(**values: Any) -> dict[str, Any]:
    """An event as it was stored before rules were codes and events said whose doing they are."""
    return {
        "application_id": str(new_id()),
        "child_id": str(new_id()),
        "applicant_id": str(new_id()),
        "queue": {"district": "1110", "kind": "general", "group_year": 2022},
        "turn": None,
        "referral": None,
        "misses": 1,
        "stop_listed_until": datetime(2026, 11, 28, tzinfo=UTC).isoformat(),
        "status": "queued",
        "rule": "domain §7",
        **values,
    }


@pytest.mark.parametrize("rule", Rule)
def test_a_rule_has_a_clause_and_a_ground_in_three_languages(rule: Rule) -> None:
    assert rule.clause
    assert all(vars(rule.ground).values())


@pytest.mark.parametrize("reason", Reason)
def test_a_reason_has_a_rule_and_words_in_three_languages(reason: Reason) -> None:
    assert reason.rule in Rule
    assert len(set(vars(reason.text).values())) == 3


@pytest.mark.parametrize(
    ("event", "status", "reason", "rule", "over", "actor"),
    [
        (TurnEnded, "referred", "place_chosen", Rule.CHOICE, False, ActorKind.APPLICANT),
        (TurnEnded, "queued", "no_choice_in_time", Rule.FREE_CHOICE, False, ActorKind.SYSTEM),
        (StopListed, "stop_listed", "referral_not_used_in_time", Rule.REFERRAL_TERM, False, ActorKind.SYSTEM),
        (ReferralAccepted, "enrolled", "referral_accepted", Rule.ADMISSION, False, ActorKind.KINDERGARTEN),
        (Closed, "removed", "too_many_misses", Rule.REFERRAL_TERM, True, ActorKind.SYSTEM),
    ],
)
def test_an_event_of_former_times_is_read_with_what_it_meant(
    event: type[CandidateEvent], status: str, reason: str, rule: Rule, over: bool, actor: ActorKind
) -> None:
    read = event.model_validate(told(status=status, reason=reason))
    assert (read.reason, read.rule, read.over, read.actor) == (Reason(reason), rule, over, actor)


def test_what_an_event_says_itself_counts() -> None:
    said = told(reason="place_chosen", rule="order", over=True, actor="officer")
    read = TurnEnded.model_validate(said)
    assert (read.rule, read.over, read.actor) == (Rule.ORDER, True, ActorKind.OFFICER)
    assert TurnEnded.model_validate_json(read.model_dump_json()) == read


def test_codes_that_only_a_later_release_knows_stop_no_reader() -> None:
    read = TurnEnded.model_validate(
        told(reason="place_chosen") | {"reason": "because", "rule": "§7", "actor": "nobody"}
    )
    assert (read.reason, read.rule, read.actor) == (Reason.OTHER, Rule.OTHER, ActorKind.OTHER)
    changed = {"queue": read.queue, "application_id": read.application_id, "status": "queued", "waiting": False}
    assert CandidateChanged.model_validate(changed | {"reason": "because"}).reason is Reason.OTHER


@pytest.mark.parametrize("wrong", [{"reason": 7}, {"rule": None}, {"actor": []}], ids=str)
def test_what_is_no_code_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        TurnEnded.model_validate(told(reason="place_chosen") | wrong)
