"""Plays random scenarios by the simulator and by the reference, shows where they differ in the smallest scenario found.

`python -m tools.simulate.tests.reference.compare FIRST LAST` tries those seeds; exit 1 where one differs.
"""

import json
import sys
from collections.abc import Callable
from itertools import zip_longest
from typing import Any

from tools.simulate.tests.reference import rules
from tools.simulate.tests.reference.scenarios import scenario

from kezek.simulate.play import play as play_steps
from kezek.simulate.reading import read

Line = dict[str, Any]
Scenario = dict[str, Any]
Play = Callable[[Scenario], list[Line]]
KEYS = ("at", "event", "child", "place", "until", "positions", "owed")
CODED = ("turn_ended", "removed")


def simulated(said: Scenario) -> list[Line]:
    """Returns what the simulator prints."""
    return [json.loads(str(line)) for line in play_steps(read(json.dumps(said)))]


def compared(line: Line) -> Line:
    """Returns what counts of a line: a rejection's code, for one, is each program's own."""
    return {key: line[key] for key in KEYS + ("code",) * (line["event"] in CODED) if key in line}


def difference(said: Scenario, play: Play) -> tuple[Line | None, Line | None] | None:
    """Returns the first pair of lines that differ: the reference's, the other program's."""
    pairs = zip_longest(map(compared, rules.play(said)), map(compared, play(said)))
    return next((pair for pair in pairs if pair[0] != pair[1]), None)


def smallest(said: Scenario, play: Play) -> Scenario:
    """Returns the scenario without the steps, overrides and days that the difference does not need."""
    event = kind(difference(said, play))
    changed = True
    while changed:
        changed = False
        for smaller in reductions(said):
            if kind(difference(smaller, play)) == event:
                said, changed = smaller, True
                break
    return said


def kind(pair: tuple[Line | None, Line | None] | None) -> tuple[str | None, ...] | None:
    return None if pair is None else tuple(line["event"] if line else None for line in pair)


def reductions(said: Scenario) -> list[Scenario]:
    steps = said["steps"]
    fewer: list[Scenario] = []
    for size in (len(steps) // 2, len(steps) // 4, 2, 1):
        starts = range(0, len(steps) - size + 1, size) if size else ()
        fewer += [said | {"steps": steps[:start] + steps[start + size :]} for start in starts]
    fewer += [
        said | {"steps": [*steps[:at], less, *steps[at + 1 :]]}
        for at in range(len(steps))
        for less in less_of(steps[at])
    ]
    policy = said["policy"]
    for name in policy["overrides"]:
        kept = {key: value for key, value in policy["overrides"].items() if key != name}
        fewer.append(said | {"policy": policy | {"overrides": kept}})
    fewer += [
        said | {key: said[key][:n] + said[key][n + 1 :]}
        for key in ("holidays", "working")
        for n in range(len(said[key]))
    ]
    return fewer


def less_of(step: Line) -> list[Line]:
    """Returns the step with one thing less said."""
    if "publish" in step:
        rows = step["publish"]["places"]
        shorter = [rows[:n] + rows[n + 1 :] for n in range(len(rows))] if len(rows) > 1 else []
        plain = [
            [*rows[:n], {k: v for k, v in rows[n].items() if k != "kindergarten"}, *rows[n + 1 :]]
            for n in range(len(rows))
            if "kindergarten" in rows[n]
        ]
        return [step | {"publish": {"places": rows}} for rows in shorter + plain]
    less: list[Line] = []
    for name in ("policy", "calendar", "choose", "apply", "change"):
        if name not in step:
            continue
        said = step[name]
        gone = [key for key in said if key in {"checked_at", "valid", "with", "separate", "holidays", "working"}]
        less += [step | {name: {k: v for k, v in said.items() if k != key}} for key in gone if len(said) > 1]
        for key in said.get("overrides", {}):
            less.append(step | {name: {"overrides": {k: v for k, v in said["overrides"].items() if k != key}}})
        if said.get("class", "general") != "general":
            less.append(step | {name: said | {"class": "general"}})
    return less


def report(seed: int, said: Scenario, play: Play) -> str:
    """Returns the difference of a smallest scenario with what both programs print."""
    small = smallest(said, play)
    found = [f"seed {seed}", json.dumps({key: value for key, value in small.items() if key != "steps"})]
    found += [json.dumps(step) for step in small["steps"]]
    for ours, theirs in zip_longest(rules.play(small), play(small)):
        same = ours and theirs and compared(ours) == compared(theirs)
        found += [f"  = {json.dumps(ours)}"] if same else [f"  - {json.dumps(ours)}", f"  + {json.dumps(theirs)}"]
    return "\n".join(found)


def main(first: int, last: int) -> int:
    """Tries the seeds from `first` to before `last`; returns how many differ."""
    differ = 0
    for seed in range(first, last):
        said = scenario(seed)
        if difference(said, simulated) is not None:
            differ += 1
            print(report(seed, said, simulated), flush=True)
    print(f"{last - first} scenarios, {differ} differ")
    return differ


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])) > 0)
