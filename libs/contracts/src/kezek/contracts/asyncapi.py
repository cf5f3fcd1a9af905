"""The AsyncAPI 3.0 document: topics, messages, keys, who sends and who receives."""

from typing import Any

from kezek.contracts.events import Contract, Envelope, Event
from kezek.contracts.topics import TOPICS, Topic, group_of

_SCHEMAS = "#/components/schemas/"


def asyncapi() -> dict[str, Any]:
    """The document, made from the contracts alone."""
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Kezek events",
            "version": "1",
            "description": "Facts that the services tell each other over Kafka. Made from the code.",
        },
        "defaultContentType": "application/json",
        "channels": {topic.name: _channel(topic) for topic in TOPICS},
        "operations": dict(operation for topic in TOPICS for operation in _operations(topic)),
        "components": {
            "messages": {event.TYPE: _message(event, topic) for topic in TOPICS for event in topic.events},
            "schemas": _schemas(),
        },
    }


def _channel(topic: Topic) -> dict[str, Any]:
    kept = "the last state of each key" if topic.compacted else "everything"
    personal = " Holds personal data." if topic.personal else ""
    return {
        "address": topic.name,
        "description": f"Keyed by {topic.key}; keeps {kept}.{personal}",
        "messages": {event.TYPE: {"$ref": f"#/components/messages/{event.TYPE}"} for event in topic.events},
        "bindings": {
            "kafka": {
                "partitions": topic.partitions,
                "topicConfiguration": {"cleanup.policy": ["compact" if topic.compacted else "delete"]},
            }
        },
    }


def _operations(topic: Topic) -> list[tuple[str, dict[str, Any]]]:
    channel = {"$ref": f"#/channels/{topic.name}"}
    sending = (f"{topic.publisher}.sends.{topic.name}", {"action": "send", "channel": channel})
    receiving = [
        (
            f"{service}.receives.{topic.name}",
            {
                "action": "receive",
                "channel": channel,
                "bindings": {"kafka": {"groupId": {"type": "string", "const": group_of(service)}}},
            },
        )
        for service in topic.consumed_by
    ]
    return [sending, *receiving]


def _message(event: type[Event], topic: Topic) -> dict[str, Any]:
    return {
        "name": event.TYPE,
        "title": event.__name__,
        "summary": event.__doc__,
        "contentType": "application/json",
        "headers": {"type": "object", "properties": {"traceparent": {"type": "string"}}},
        "payload": {
            "allOf": [
                {"$ref": f"{_SCHEMAS}Envelope"},
                {
                    "properties": {
                        "type": {"const": event.TYPE},
                        "payload": {"$ref": f"{_SCHEMAS}{event.__name__}"},
                    }
                },
            ]
        },
        "bindings": {"kafka": {"key": {"type": "string", "description": topic.key}}},
    }


def _schemas() -> dict[str, Any]:
    """Every model by its name; two of one name would hide each other.

    Raises:
        ValueError: naming the model that stands for two things.
    """
    found: dict[str, Any] = {}
    models: list[type[Contract]] = [Envelope, *(event for topic in TOPICS for event in topic.events)]
    for model in models:
        schema = model.model_json_schema(ref_template=f"{_SCHEMAS}{{model}}")
        for name, each in {**schema.pop("$defs", {}), model.__name__: schema}.items():
            if found.setdefault(name, each) != each:
                raise ValueError(f"{name} stands for two models")
    return found
