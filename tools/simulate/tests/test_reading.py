"""A scenario is read strictly: what cannot be read is refused with one line that names the place in it."""

import copy
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kezek.simulate.reading import ReadingError, read

Scenario = dict[str, Any]
GOOD: Scenario = {
    "district": "1110",
    "kind": "general",
    "group_year": 2022,
    "policy": {"profile": "referral", "overrides": {"choice_working_days": 2, "free_choice_hour": None}},
    "holidays": ["2025-03-21"],
    "working": ["2025-01-05"],
    "steps": [
        {
            "at": "2025-03-03T09:00:00+05:00",
            "apply": {"child": "A", "class": "general", "languages": ["kk"], "born": "2022-02-01"},
        },
        {"at": "2025-03-03T04:00:00Z", "publish": {"places": [{"id": "p", "language": "kk", "kindergarten": "K"}]}},
        {"at": "2025-03-03T09:00:00.5+05:00", "choose": {"child": "A", "place": "p", "valid": True}},
        {"at": "2025-03-04T09:00:00+05:00", "policy": {"overrides": {"cancel_hours": 48}}},
        {"at": "2025-03-04T09:00:00+05:00", "show": "phase"},
    ],
}


def changed(change: Callable[[Scenario], object]) -> str:
    scenario = copy.deepcopy(GOOD)
    change(scenario)
    return json.dumps(scenario)


def test_what_the_format_says_can_be_read() -> None:
    scenario = read(json.dumps(GOOD))
    assert [step.name for step in scenario.steps] == ["apply", "publish", "choose", "policy", "show"]
    assert scenario.policy.choice_working_days == 2
    assert scenario.steps[3].policy is not None
    # what a later policy does not name stays as it was
    assert (scenario.steps[3].policy.choice_working_days, scenario.steps[3].policy.cancel_hours) == (2, 48)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda s: s.pop("district"), "district"),
        (lambda s: s.update(districts="1110"), "districts"),
        (lambda s: s.update(district=1110), "district"),
        (lambda s: s.update(kind="ordinary"), "kind"),
        (lambda s: s.update(group_year="2022"), "group_year"),
        (lambda s: s.update(group_year=True), "group_year"),
        (lambda s: s.update(holidays="2025-03-21"), "holidays"),
        (lambda s: s["holidays"].append("2025-02-30"), "holidays[1]"),
        (lambda s: s["working"].append("2025-03-21T00:00:00"), "working[1]"),
        (lambda s: s["policy"].update(profile="lottery"), "policy.profile"),
        (lambda s: s["policy"]["overrides"].update(max_places=3), "policy.overrides"),
        (lambda s: s["policy"]["overrides"].update(cancel_hours=24.0), "policy.overrides"),
        (lambda s: s["policy"]["overrides"].update(cancel_hours=True), "policy.overrides"),
        (lambda s: s["policy"]["overrides"].update(cancel_hours=None), "policy.overrides"),
        (lambda s: s["policy"]["overrides"].update(cancel_hours=0), "policy.overrides"),
        (lambda s: s["policy"]["overrides"].update(papers_before_acceptance=1), "policy.overrides"),
        (lambda s: s["policy"]["overrides"].update(called_from_months=72), "policy.overrides"),
        (lambda s: s.update(steps={}), "steps"),
        (lambda s: s["steps"].append("show"), "steps[5]"),
        (lambda s: s["steps"].append({"show": "phase"}), "steps[5]"),
        (lambda s: s["steps"].append({"at": "2025-03-05T09:00:00+05:00"}), "steps[5]"),
        (lambda s: s["steps"][4].update(annul={"place": "p"}), "steps[4]"),
        (lambda s: s["steps"][4].update(promote={"child": "A"}), "steps[4].promote"),
        (lambda s: s["steps"][4].update(show="order"), "steps[4].show"),
        (lambda s: s["steps"][4].update(at="2025-03-04T09:00:00"), "steps[4].at"),
        (lambda s: s["steps"][4].update(at="2025-03-04 09:00:00+05:00"), "steps[4].at"),
        (lambda s: s["steps"][4].update(at=1741060800), "steps[4].at"),
        (lambda s: s["steps"][4].update(at="2025-03-04T25:00:00+05:00"), "steps[4].at"),
        (lambda s: s["steps"][4].update(at="2025-03-04T08:59:59+05:00"), "steps[4].at"),
        (lambda s: s["steps"][0].update(at="0001-01-01T00:00:00+05:00"), "steps[0].at"),
        (lambda s: s["steps"][0]["apply"].update(born="9999-12-31"), "steps[0].apply.born"),
        (lambda s: s["steps"][0]["apply"].update(child="\ud800"), "steps[0].apply.child"),
        (lambda s: s["steps"][0]["apply"].pop("born"), "steps[0].apply.born"),
        (lambda s: s["steps"][0]["apply"].update(age=3), "steps[0].apply.age"),
        (lambda s: s["steps"][0]["apply"].update(child=""), "steps[0].apply.child"),
        (lambda s: s["steps"][0]["apply"].update(child=7), "steps[0].apply.child"),
        (lambda s: s["steps"][0]["apply"].update({"class": "best"}), "steps[0].apply.class"),
        (lambda s: s["steps"][0]["apply"].update(languages=[]), "steps[0].apply.languages"),
        (lambda s: s["steps"][0]["apply"].update(languages=["kk", "de"]), "steps[0].apply.languages[1]"),
        (lambda s: s["steps"][0]["apply"].update(separate="no"), "steps[0].apply.separate"),
        (lambda s: s["steps"][1]["publish"].update(places=[]), "steps[1].publish.places"),
        (lambda s: s["steps"][1]["publish"]["places"][0].pop("language"), "steps[1].publish.places[0].language"),
        (lambda s: s["steps"][2]["choose"].update(valid=None), "steps[2].choose.valid"),
        (
            lambda s: s["steps"][2]["choose"].update(checked_at="2025-03-03T09:00:00+05:00"),
            "steps[2].choose.checked_at",
        ),
        (lambda s: s["steps"][3]["policy"]["overrides"].update(cancel_hours=1000), "steps[3].policy.overrides"),
        (lambda s: s["steps"][3].update(policy={}), "steps[3].policy.overrides"),
    ],
)
def test_what_cannot_be_read_is_named(change: Callable[[Scenario], object], where: str) -> None:
    with pytest.raises(ReadingError) as error:
        read(changed(change))
    assert str(error.value).startswith(f"{where}: ")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "line 1 column 1"),
        ('{"district": "1110",}', "line 1 column"),
        ("[]", "scenario"),
        ("null", "scenario"),
        ('{"kind": "general", "kind": "general"}', "scenario: key 'kind' stands twice"),
        ('{"group_year": NaN}', "scenario: NaN"),
        ("[" * 100_000, "scenario"),
    ],
)
def test_what_is_no_json_of_a_scenario_is_named(text: str, where: str) -> None:
    with pytest.raises(ReadingError) as error:
        read(text)
    assert str(error.value).startswith(where)


def run(path: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("kezek-simulate")
    return subprocess.run([command, path], capture_output=True, text=True, check=False)


def test_the_command_prints_one_object_a_line(tmp_path: Path) -> None:
    file = tmp_path / "scenario.json"
    file.write_text(json.dumps(GOOD))
    done = run(file)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines[0] == {"at": "2025-03-03T09:00:00+05:00", "event": "queued", "child": "A"}
    assert [line["event"] for line in lines] == ["queued", "called", "referred", "phase"]


@pytest.mark.parametrize("content", [b"{", b"\xff", None], ids=["no JSON", "no UTF-8", "no file"])
def test_the_command_says_in_one_line_what_it_cannot_read(content: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "scenario.json"
    if content is not None:
        file.write_bytes(content)
    done = run(file)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_a_calendar_without_working_days_is_named_with_the_step_that_needs_one(tmp_path: Path) -> None:
    file, first = tmp_path / "scenario.json", date(2025, 3, 1)
    days = [str(first + timedelta(days=day)) for day in range(400)]
    file.write_text(json.dumps(GOOD | {"holidays": days}))
    done = run(file)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "steps[1]: no 2 working days within a year of 2025-03-03\n"
