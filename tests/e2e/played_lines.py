"""What the simulator says of a life that was lived through the stack, and what the journal says of it."""

import json
import subprocess
import sys
from datetime import datetime, time
from pathlib import Path
from typing import Any

from tests.e2e.world import ALMATY

Line = dict[str, Any]
Standing = dict[str, Any]


def simulated(scenario: Line, folder: Path) -> list[Line]:
    """The simulator's lines."""
    file = folder / "scenario.json"
    file.write_text(json.dumps(scenario))
    command = Path(sys.executable).with_name("kezek-simulate")
    done = subprocess.run([command, file], capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def standings_of(lines: list[Line]) -> list[dict[str, Standing]]:
    """How everybody stands each time that the positions are shown."""
    now: dict[str, Standing] = {}
    found: list[dict[str, Standing]] = []
    for line in lines:
        if line["event"] == "positions":
            found.append({name: _with_position(each, line["positions"].get(name)) for name, each in now.items()})
        elif "child" in line and line["event"] not in _OF_NO_CHILD:
            name = line["child"]
            now[name] = _after(now.get(name, {"misses": 0}), line)
    return found


_OF_NO_CHILD = frozenset({"rejected", "skipped"})
_STATUS = {
    "queued": "queued",
    "called": "notified",
    "lapsed": "queued",
    "returned": "queued",
    "turn_ended": "queued",
    "cancelled": "queued",
    "voided": "queued",
    "referred": "referred",
    "arrived": "referred",
    "papers_submitted": "papers_submitted",
    "papers_returned": "referred",
    "refused": "refusal_review",
    "overruled": "referred",
    "upheld": "refused",
    "accepted": "enrolled",
    "departed": "departed",
    "stop_listed": "stop_listed",
    "inactive": "inactive",
    "withdrawn": "withdrawn",
    "removed": "removed",
}


def _after(before: Standing, line: Line) -> Standing:
    """A family's standing after a line about it; a clock that stands has no end, a new application no misses."""
    event, misses = line["event"], before["misses"] + _is_miss(line)
    if event in {"deadline_moved", "exchanged", "extended"}:
        return {**before, **{key: line[key] for key in ("place", "until") if key in line}}
    if event not in _STATUS:
        return {**before, "misses": misses}
    status = _STATUS[event]
    holds = {"place": line.get("place") or before["place"]} if status in _HOLDING else {}
    until = {"until": line["until"]} if "until" in line else {}
    return {"status": status, "misses": 0 if event == "queued" else misses, **holds, **until}


def _is_miss(line: Line) -> bool:
    """Whether a referral was let expire: the regime of vouchers counts none."""
    return line["event"] == "stop_listed" or line.get("code") == "missed"


_HOLDING = frozenset({"notified", "referred", "papers_submitted", "refusal_review"})


def _with_position(standing: Standing, position: int | None) -> Standing:
    return standing if position is None else {**standing, "position": position}


def told_by_rules(lines: list[Line], name: str) -> list[str]:
    """What happens to a child by the simulator's lines; what a midnight brings about with its instant."""
    own = [each for each in lines if each.get("child") == name and each["event"] not in _OF_NO_CHILD]
    return [
        _short(each["event"], each.get("code", ""), datetime.fromisoformat(each["at"]))
        for each, following in zip(own, [*own[1:], {"event": "", "at": ""}], strict=True)
        # of a withdrawal that voids a referral the journal tells alone
        if (each["event"], following["event"]) != ("voided", "withdrawn") or each["at"] != following["at"]
    ]


def told_by_journal(history: list[Line]) -> list[str]:
    """The same by the journal's history of each application of a child, one after the other."""
    told = []
    for line in history:
        known = _OF_JOURNAL.get((line["code"], line["reason"])) or _OF_JOURNAL.get((line["code"], ""))
        if known is not None:
            told.append(_short(*known, datetime.fromisoformat(line["at"])))
    return told


def _short(event: str, code: str, at: datetime) -> str:
    words = [event, *([code] if event in {"turn_ended", "removed"} else [])]
    told = at.astimezone(ALMATY)
    # who was inactive is returned by an act
    return " ".join([*words, *([told.isoformat()] if event in _BY_A_MIDNIGHT and told.time() == time() else [])])


_BY_A_MIDNIGHT = frozenset({"lapsed", "expired", "stop_listed", "inactive", "returned"})
_OF_JOURNAL = {
    ("placed", ""): ("queued", ""),
    ("turn_started", ""): ("called", ""),
    ("turn_ended", "no_choice_in_time"): ("lapsed", ""),
    ("turn_ended", "not_confirmed_in_time"): ("lapsed", ""),
    ("turn_ended", "place_declined"): ("turn_ended", "declined"),
    ("turn_ended", "place_annulled"): ("turn_ended", "annulled"),
    ("turn_ended", "kindergarten_closed"): ("turn_ended", "closed"),
    ("turn_ended", "moved"): ("turn_ended", "moved"),
    ("turn_ended", "withdrawn"): ("turn_ended", "withdrawn"),
    ("turn_exchanged", ""): ("exchanged", ""),
    ("deadline_moved", ""): ("deadline_moved", ""),
    ("referral_issued", ""): ("referred", ""),
    ("referral_expired", ""): ("expired", ""),
    ("referral_voided", ""): ("voided", ""),
    ("referral_cancelled", ""): ("cancelled", ""),
    ("arrived", ""): ("arrived", ""),
    ("papers_submitted", ""): ("papers_submitted", ""),
    ("papers_returned", ""): ("papers_returned", ""),
    ("referral_extended", ""): ("extended", ""),
    ("referral_refused", ""): ("refused", ""),
    ("refusal_upheld", ""): ("upheld", ""),
    ("refusal_overruled", ""): ("overruled", ""),
    ("referral_accepted", ""): ("accepted", ""),
    ("departed", ""): ("departed", ""),
    ("stop_listed", ""): ("stop_listed", ""),
    ("returned", ""): ("returned", ""),
    ("deactivated", ""): ("inactive", ""),
    ("closed", "withdrawn"): ("withdrawn", ""),
    ("closed", "moved"): ("removed", "moved"),
    ("closed", "too_many_misses"): ("removed", "missed"),
    ("closed", "aged_out"): ("removed", "aged_out"),
    ("closed", "place_declined"): ("removed", "declined"),
    ("closed", "not_restored_in_time"): ("removed", "not_restored"),
    ("closed", "restored_before"): ("removed", "restored_before"),
    ("closed", "enrolment_over"): ("removed", "enrolment_over"),
}
