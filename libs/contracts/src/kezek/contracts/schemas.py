"""JSON Schemas of events, and what would break those who read them (architecture §events: fields are only added)."""

from collections.abc import Iterator
from typing import Any

from kezek.contracts.events import Event

_WORDS = frozenset({"title", "description", "default", "examples"})


def schema_of(event: type[Event]) -> dict[str, Any]:
    """The JSON Schema of an event's payload, as its snapshot keeps it."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": event.TYPE, **event.model_json_schema()}


def breaks(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """What in the new schema breaks those who know the old one, or records written by it; empty when nothing does.

    A new optional field is fine, a new value of an enumeration too: readers are changed before it is first written.
    """
    return list(_compare(_resolve(old, old), _resolve(new, new), "payload"))


def _compare(old: Any, new: Any, where: str) -> Iterator[str]:
    if not (isinstance(old, dict) and isinstance(new, dict)):
        if old != new:
            yield f"{where} changed"
        return
    yield from _compare_fields(old, new, where)
    gone = [value for value in old.get("enum", ()) if value not in new.get("enum", ())]
    if gone:
        yield f"{where} lost the values {gone}"
    for word in sorted((old.keys() | new.keys()) - {"properties", "required", "enum"}):
        yield from _compare_word(old.get(word), new.get(word), where, word)


def _compare_fields(old: dict[str, Any], new: dict[str, Any], where: str) -> Iterator[str]:
    before, after = old.get("properties", {}), new.get("properties", {})
    for name in before:
        if name in after:
            yield from _compare(before[name], after[name], f"{where}.{name}")
        else:
            yield f"{where}.{name} is gone"
    for name in sorted(set(new.get("required", ())) - set(old.get("required", ()))):
        yield f"{where}.{name} is required now"


def _compare_word(old: Any, new: Any, where: str, word: str) -> Iterator[str]:
    match old, new:
        case (list(), list()) if len(old) == len(new):
            for before, after in zip(old, new, strict=True):
                yield from _compare(before, after, where)
        case (dict(), dict()):
            yield from _compare(old, new, f"{where}[]" if word == "items" else where)
        case _ if old != new:
            yield f"{where} has another {word}: {old} before, {new} now"


def _resolve(part: Any, whole: dict[str, Any]) -> Any:
    """The part with its references followed, without words that bind nobody."""
    match part:
        case {"$ref": str(reference)}:
            return _resolve(whole["$defs"][reference.rpartition("/")[2]], whole)
        case dict():
            return {
                name: {field: _resolve(each, whole) for field, each in value.items()}
                if name == "properties"
                else _resolve(value, whole)
                for name, value in part.items()
                if name not in _WORDS and not name.startswith("$")
            }
        case list():
            return [_resolve(each, whole) for each in part]
        case _:
            return part
