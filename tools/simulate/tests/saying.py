"""Scenarios in few words, and what is printed in fewer."""

import json
from collections.abc import Iterable
from typing import Any

from kezek.simulate.play import play
from kezek.simulate.reading import read

Line = dict[str, Any]
MIDNIGHT = "T00:00:00+05:00"


def played(*steps: Line, **head: Any) -> list[Line]:
    scenario = {"district": "1110", "kind": "general", "group_year": 2022, "steps": steps, **head}
    return [json.loads(str(line)) for line in play(read(json.dumps(scenario)))]


def at(when: str, **act: Any) -> Line:
    """A step; times are of March 2025, «3 09:00» is a Monday's."""
    day, _, time = when.partition(" ")
    seconds = time if time.count(":") == 2 else f"{time}:00"
    return {"at": f"2025-03-{int(day):02}T{seconds}+05:00", **act}


def apply(when: str, child: str, languages: Iterable[str] = ("kk",), **more: Any) -> Line:
    facts = {"child": child, "class": "general", "languages": list(languages), "born": "2022-02-01", **more}
    return at(when, apply=facts)


def publish(when: str, *places: str, kindergarten: str = "K") -> Line:
    """Places by their names, in Kazakh unless the name says otherwise, as «p-ru»."""
    told = [{"id": each, "language": each.partition("-")[2] or "kk", "kindergarten": kindergarten} for each in places]
    return at(when, publish={"places": told})


def choose(when: str, child: str, place: str, **more: Any) -> Line:
    return at(when, choose={"child": child, "place": place, **more})


def told(lines: list[Line], *without: str) -> list[str]:
    """Lines in short: day, hour, and what happened."""
    short = []
    for line in lines:
        if line["event"] not in without:
            words = [line["at"][8:16].replace("T", " "), line["event"]]
            words += [line[key] for key in ("child", "place", "code") if key in line]
            short.append(" ".join([*words, *([f"until {line['until'][8:10]}"] if "until" in line else [])]))
    return short
