"""Writes what is made from the contracts, from the top of the checkout: `python -m kezek.contracts.docs`.

These are `docs/events.md`, `docs/asyncapi.json` and the snapshots in `libs/contracts/schemas`. A change that would
break readers is refused: it needs a new version of the type beside the old one (architecture §events).
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kezek.contracts.asyncapi import asyncapi
from kezek.contracts.events import Event
from kezek.contracts.schemas import breaks, schema_of
from kezek.contracts.topics import EVENTS, TOPICS, Topic

SCHEMAS = Path("libs/contracts/schemas")
_HEAD = """# Events

Made from the code by `python -m kezek.contracts.docs`; do not edit. The same for machines: `asyncapi.json`.

Every record is an envelope in JSON: `event_id` (UUIDv7), `type`, `occurred_at`, `key`, `version` (counted on the
aggregate), `causation_id`, `payload`; the header `traceparent` carries the trace. Fields are only added; a break is a
new version of the type beside the old one. Snapshots of the payloads' JSON Schemas are in `libs/contracts/schemas`.
"""


def generated() -> dict[Path, str]:
    """Every generated file and what it holds."""
    files = {SCHEMAS / f"{name}.json": _json(schema_of(event)) for name, event in sorted(EVENTS.items())}
    return {**files, Path("docs/events.md"): events_page(), Path("docs/asyncapi.json"): _json(asyncapi())}


def broken(root: Path) -> list[str]:
    """What the events as they are would break for those who know the snapshots."""
    found = []
    for snapshot in sorted((root / SCHEMAS).glob("*.json")):
        event = EVENTS.get(snapshot.stem)
        if event is None:
            found.append(f"{snapshot.stem} is gone")
        else:
            problems = breaks(json.loads(snapshot.read_text()), schema_of(event))
            found.extend(f"{snapshot.stem}: {problem}" for problem in problems)
    return found


def outdated(root: Path) -> list[str]:
    """Generated files that are missing or are not what the code says."""
    return [
        str(path)
        for path, text in generated().items()
        if not (root / path).exists() or (root / path).read_text() != text
    ]


def events_page() -> str:
    """The page of all topics and their events."""
    return _HEAD + "".join(line for topic in TOPICS for line in _topic(topic)) + "".join(_values())


def _topic(topic: Topic) -> Iterator[str]:
    marks = [mark for mark, on in (("compacted", topic.compacted), ("personal", topic.personal)) if on]
    yield f"\n## {topic.name}\n\n"
    yield f"Key: {topic.key}. From {topic.publisher} to {', '.join(topic.consumed_by) or 'nobody yet'}."
    yield f" {', '.join(marks).capitalize()}.\n" if marks else "\n"
    for event in topic.events:
        yield from _event(event)


def _event(event: type[Event]) -> Iterator[str]:
    yield f"\n### {event.__name__}\n\n`{event.TYPE}`: {event.__doc__}\n\n"
    yield from _fields(event.model_json_schema())


def _values() -> Iterator[str]:
    """The values inside of events, each once."""
    found = {
        name: value for event in EVENTS.values() for name, value in event.model_json_schema().get("$defs", {}).items()
    }
    yield "\n## Values\n"
    for name, value in sorted(found.items()):
        yield f"\n### {name}\n\n{value.get('description', '')}\n\n"
        if "enum" in value:
            yield f"One of {', '.join(f'`{each}`' for each in value['enum'])}.\n"
        else:
            yield from _fields(value)


def _fields(schema: dict[str, Any]) -> Iterator[str]:
    yield "| field | type | |\n| --- | --- | --- |\n"
    for name, field in schema["properties"].items():
        optional = "" if name in schema.get("required", ()) else "optional"
        told = "; ".join(filter(None, (optional, field.get("description", ""))))
        yield f"| `{name}` | {_type(field)} | {told} |\n"


def _type(field: dict[str, Any]) -> str:
    match field:
        case {"$ref": str(reference)}:
            return reference.rpartition("/")[2]
        case {"anyOf": list(choices)}:
            return " or ".join(_type(choice) for choice in choices)
        case {"type": "array", "items": items}:
            return f"list of {_type(items)}"
        case {"format": str(form)}:
            return form
        case _:
            return str(field["type"])


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def main(root: Path = Path()) -> None:
    """Write the files, unless that would hide a break."""
    problems = broken(root)
    if problems:
        sys.exit("\n".join(["not written, these changes break readers:", *problems]))
    for path, text in generated().items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)


if __name__ == "__main__":
    main()
