"""Whether Kafka answers; an API, which never speaks to it, does not load its clients."""

from aiokafka.conn import collect_hosts, create_conn
from aiokafka.errors import (
    KafkaConnectionError,
    KafkaError,
    SaslAuthenticationFailed,
    UnsupportedSaslMechanismError,
)
from aiokafka.protocol.metadata import MetadataRequest

from kezek.platform.messaging.connection import Kafka
from kezek.platform.reachable import Cause, Fault, cause_of

_ANSWER_WITHIN_MS = 2000


async def kafka_fault(kafka: Kafka) -> Fault | None:
    """Why none of Kafka's addresses answers now; None when one does. The gravest cause speaks for all."""
    faults = []
    for host, port, _ in collect_hosts(kafka.bootstrap):
        error = await _broker_error(kafka, host, port)
        if error is None:
            return None
        faults.append(Fault("Kafka", f"{host}:{port}", kafka.user, *_cause_of(error)))
    return max(faults, key=lambda fault: fault.lasts)


async def _broker_error(kafka: Kafka, host: str, port: int) -> Exception | None:
    """A connection of its own: aiokafka's clients say of a wrong password only that they could not connect."""
    try:
        options = kafka.options()
        del options["bootstrap_servers"]
        connection = await create_conn(host, port, **options, request_timeout_ms=_ANSWER_WITHIN_MS)
        try:
            await connection.send(MetadataRequest([]))
        finally:
            connection.close()
    except (KafkaError, OSError) as error:
        return error
    return None


def _cause_of(error: Exception) -> tuple[Cause, str]:
    match error:
        case SaslAuthenticationFailed() | UnsupportedSaslMechanismError():
            return Cause.REFUSED, type(error).__name__
        case KafkaConnectionError():
            return Cause.UNREACHABLE, type(error).__name__
    return cause_of(error)
