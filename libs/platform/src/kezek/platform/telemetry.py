"""One trace from the gateway to the SMS, metrics, and logs as JSON without IINs, names or addresses."""

import logging
import re
import sys
import time
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any

import structlog
from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.sampling import ALWAYS_ON, ParentBased
from opentelemetry.trace import NonRecordingSpan, SpanContext, SpanKind, TraceFlags
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from kezek.platform.settings import Settings

_PROPAGATOR = TraceContextTextMapPropagator()
# not inside of a trace id or a UUID: these are hexadecimal
_IIN = re.compile(r"(?<![0-9a-f])(?<![0-9a-f]{4}-[0-9a-f]{4}-)[0-9]{12}(?![0-9a-f])")
_CONTACT = re.compile(r"(?<![0-9a-f])(?:\+?77|87)[0-9]{9}(?![0-9a-f])|[\w.+-]+@[\w-]+\.[\w.]+")
# what PostgreSQL, its driver and pydantic quote of the row or the input they refuse
_QUOTED = re.compile(r"DETAIL:[^\n]*|(?<=query argument )\$[^\n]*|input_value=.*?(?=, input_type=)")
_TRACE_ID_DIGITS = 32
_REPEATING = ("aiokafka", "faststream")  # they log each try to reach a lost broker

tracer = trace.get_tracer("kezek")


def scrub(text: str) -> str:
    """The text without IINs, phone numbers, e-mail addresses and quoted input."""
    return _CONTACT.sub("[contact]", _IIN.sub("[iin]", _QUOTED.sub("[quoted]", text)))


def _scrub_value(value: Any) -> Any:
    match value:
        case str():
            return scrub(value)
        case dict():
            return {key: _scrub_value(each) for key, each in value.items()}
        case list() | tuple() | set() | frozenset():
            return [_scrub_value(each) for each in value]
        case None | bool() | int() | float():
            return value
        case _:
            return scrub(str(value))


def _scrub_event(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: _scrub_value(value) for key, value in event.items()}


def _add_trace(_: object, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    context = trace.get_current_span().get_span_context()
    if context.is_valid:
        event["trace_id"] = f"{context.trace_id:032x}"
    return event


def start_telemetry(service: str, settings: Settings) -> None:
    """Set up logs and traces of this process, once; spans are exported only where `KEZEK_OTLP_ENDPOINT` says to."""
    if isinstance(trace.get_tracer_provider(), TracerProvider):
        return
    _start_logs(service, settings.log_level)
    provider = TracerProvider(sampler=ParentBased(ALWAYS_ON), resource=Resource({"service.name": f"kezek.{service}"}))
    if settings.otlp_endpoint:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - 12 MB
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - only with an endpoint

        provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(settings.otlp_endpoint)))
    trace.set_tracer_provider(provider)


_SHARED: tuple[Any, ...] = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    _add_trace,
)


def structure_logs() -> None:
    """Hand structured events to the standard library's loggers."""
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


class SeldomRepeated(logging.Filter):
    """Lets a line of these loggers through once in a while, by its place in the code.

    A lost broker is worth a line now and then, not a hundred a second of each process.
    """

    def __init__(self, loggers: tuple[str, ...], every_s: float = 10.0) -> None:
        super().__init__()
        self._loggers = loggers
        self._every_s = every_s
        self._shown_at: dict[tuple[str, int], float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether this line is another's, or was not shown just now."""
        if not record.name.startswith(self._loggers):
            return True
        place, now = (record.pathname, record.lineno), time.monotonic()
        if now - self._shown_at.get(place, float("-inf")) < self._every_s:
            return False
        self._shown_at[place] = now
        return True


def _start_logs(service: str, level: str) -> None:
    structure_logs()
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*_SHARED, structlog.processors.format_exc_info],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                _scrub_event,
                structlog.processors.EventRenamer("message"),
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=level, force=True)
    for noisy in ("aiokafka", "faststream", "httpx", "httpcore", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    handler.addFilter(SeldomRepeated(_REPEATING))
    structlog.contextvars.bind_contextvars(service=service)


def logger(name: str) -> structlog.stdlib.BoundLogger:
    """A structured logger; give it ids and codes, never names."""
    bound: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return bound


def current_traceparent() -> str:
    """The W3C trace context of what is being done now, or the empty string."""
    carrier: dict[str, str] = {}
    _PROPAGATOR.inject(carrier)
    return carrier.get("traceparent", "")


@contextmanager
def span(name: str, *, traceparent: str = "", kind: SpanKind = SpanKind.INTERNAL) -> Iterator[None]:
    """A span that goes on with a stored trace context."""
    context = _PROPAGATOR.extract({"traceparent": traceparent}) if traceparent else None
    with tracer.start_as_current_span(name, context=context, kind=kind):
        yield


@contextmanager
def request_span(name: str, headers: Mapping[bytes, bytes]) -> Iterator[None]:
    """A span for a request; the gateway's request id is the trace id, so both logs name the same trace."""
    request_id = headers.get(b"x-request-id", b"").decode("ascii", "replace")
    context = None
    if re.fullmatch(f"[0-9a-f]{{{_TRACE_ID_DIGITS}}}", request_id) and int(request_id, 16):
        parent = SpanContext(int(request_id, 16), 1, is_remote=True, trace_flags=TraceFlags(TraceFlags.SAMPLED))
        context = trace.set_span_in_context(NonRecordingSpan(parent))
    with tracer.start_as_current_span(name, context=context, kind=SpanKind.SERVER):
        yield
