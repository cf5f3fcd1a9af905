"""The simulator prints what a second program of the rules prints, which shares no code with it."""

import pytest
from tools.simulate.tests.reference.compare import Line, Scenario, difference, report, simulated, smallest
from tools.simulate.tests.reference.rules import play
from tools.simulate.tests.reference.scenarios import scenario

PART = 50
SEEDS = range(300)
EVENTS = {
    "queued", "arrived", "papers_submitted", "upheld", "overruled", "returned", "withdrawn", "departed", "called",
    "referred", "exchanged", "lapsed", "accepted", "refused", "cancelled", "expired", "voided", "turn_ended", "opened",
    "annulled", "papers_returned", "stop_listed", "deadline_moved", "removed", "skipped", "rejected", "positions",
    "phase",
}  # fmt: skip


@pytest.mark.parametrize("first", SEEDS[::PART])
def test_both_programs_print_the_same_lines(first: int) -> None:
    for seed in range(first, first + PART):
        said = scenario(seed)
        if difference(said, simulated) is not None:
            pytest.fail(report(seed, said, simulated))


def test_the_scenarios_bring_about_every_event_of_the_format() -> None:
    lines = [line for seed in SEEDS for line in play(scenario(seed))]
    assert {line["event"] for line in lines} == EVENTS
    assert {line["code"] for line in lines if line["event"] == "turn_ended"} == {
        "annulled",
        "closed",
        "moved",
        "withdrawn",
    }
    assert {line["code"] for line in lines if line["event"] == "removed"} == {"missed", "aged_out", "moved"}


def without_exchanges(said: Scenario) -> list[Line]:
    return [line for line in play(said) if line["event"] != "exchanged"]


def test_a_program_that_forgets_a_rule_is_noticed_by_few_steps() -> None:
    seed = next(seed for seed in SEEDS if difference(scenario(seed), without_exchanges) is not None)
    small = smallest(scenario(seed), without_exchanges)
    assert difference(small, without_exchanges) is not None
    assert len(small["steps"]) <= len(scenario(seed)["steps"]) // 2
