"""Numbers for Prometheus, and a line in the log for each request: both name the route, never the address.

`/metrics` is for the machines around this one; to everybody else it does not exist.
"""

from __future__ import annotations

import ipaddress
import logging
import time
from collections.abc import Callable, Iterable

from fastapi import APIRouter, Request, Response
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
)
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import Engine
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.store.numbers import Numbers, numbers
from app.web.timely import Timely

QUIET = {"/static", "/healthz", "/metrics"}
ANSWER_S, KEPT_S = 2.0, 1.0
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
router = APIRouter(include_in_schema=False)
_log = logging.getLogger(__name__)


class Metrics:
    """The numbers of one application; `streams` tells how many event streams are open."""

    def __init__(self, db: Engine, streams: Callable[[], int]) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "lemmata_requests", "Requests answered.", ["method", "route", "status"], registry=self.registry
        )
        self._durations = Histogram(
            "lemmata_request_duration_seconds",
            "From the request to the last byte of its answer.",
            ["route"],
            buckets=SECONDS,
            registry=self.registry,
        )
        open_streams = Gauge("lemmata_streams_open", "Event streams being sent.", registry=self.registry)
        open_streams.set_function(streams)
        self._events = Counter("lemmata_stream_events", "Events sent by streams.", registry=self.registry)
        self._refusals = Counter(
            "lemmata_refusals", "Requests that were too much.", ["reason"], registry=self.registry
        )
        self._numbers = Timely(lambda: numbers(db), KEPT_S)

    async def exposition(self) -> bytes:
        """In the format of Prometheus; what the database knows is left out while it does not answer."""
        database = CollectorRegistry()
        database.register(_OfTheDatabase(await self._numbers.answer(ANSWER_S)))
        return generate_latest(self.registry) + generate_latest(database)

    def sent(self, body: bytes) -> None:
        """A part of a stream: each event has one id."""
        self._events.inc(body.count(b"\nid: ") + body.startswith(b"id: "))

    def refused(self, reason: str) -> None:
        self._refusals.labels(reason).inc()

    def answered(self, method: str, route: str, status: int, elapsed_s: float) -> None:
        self._requests.labels(method, route, str(status)).inc()
        if not route.endswith(("/stream", "/events")):  # those last as long as somebody follows
            self._durations.labels(route).observe(elapsed_s)


class _OfTheDatabase(Collector):
    """What was found in it, None if it did not answer."""

    def __init__(self, found: Numbers | None) -> None:
        self._found = found

    def collect(self) -> Iterable[Metric]:
        found = self._found
        yield GaugeMetricFamily(
            "lemmata_database_up", "Whether the database answers.", int(found is not None)
        )
        if found is None:
            return
        yield _labelled("lemmata_jobs", "Jobs that are kept.", "state", found.states)
        yield _labelled("lemmata_outcomes", "Finished jobs that are kept.", "outcome", found.outcomes)
        waited = "For how long the first of the waiting jobs has waited."
        yield GaugeMetricFamily("lemmata_queue_oldest_seconds", waited, found.oldest_s)
        yield GaugeMetricFamily("lemmata_workers_busy", "Workers that hold a job.", found.workers)
        yield GaugeMetricFamily("lemmata_journal_entries", "Entries of all journals.", found.entries)
        yield GaugeMetricFamily("lemmata_lean_seconds", "Seconds of Lean that kept jobs cost.", found.lean_s)
        yield GaugeMetricFamily("lemmata_model_tokens", "Tokens of models that kept jobs cost.", found.tokens)


def _labelled(name: str, words: str, label: str, values: object) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, words, labels=[label])
    for value, count in dict(values).items():  # type: ignore[call-overload]
        family.add_metric([value], count)
    return family


class Measured:
    """Counts every request, and writes a line about those that somebody made on purpose."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        started, status = time.monotonic(), 500

        scope.setdefault("state", {})
        streams = False

        async def send_noted(message: Message) -> None:
            nonlocal status, streams
            if message["type"] == "http.response.start":
                status, streams = message["status"], _is_stream(message)
            elif streams:
                self._metrics.sent(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, send_noted)
        finally:
            self._note(scope, status, time.monotonic() - started)

    def _note(self, scope: Scope, status: int, elapsed_s: float) -> None:
        method = scope["method"] if scope["method"] in _METHODS else "other"
        route, state = scope["state"].get("route", "unknown"), scope["state"]
        self._metrics.answered(method, route, status, elapsed_s)
        if reason := state.get("refused"):
            self._metrics.refused(reason)
        if route not in QUIET:
            shown = {"method": method, "route": route, "status": status, "ms": round(elapsed_s * 1000, 1)}
            _log.info("%s %s %d", method, route, status, extra=shown | {"job": state.get("job")})


class Routed:
    """Innermost: keeps which route was found, as the guard makes a request for HEAD another one."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._app(scope, receive, send)
        finally:
            if scope["type"] == "http":
                scope["state"]["route"] = route_of(scope)


_METHODS = {"GET", "HEAD", "POST", "DELETE", "OPTIONS"}


def about(request: Request) -> dict[str, str | None]:
    """What a line of the log tells of a request: the job, once it was found."""
    return {"job": getattr(request.state, "job", None)}


def _is_stream(start: Message) -> bool:
    return any(
        name == b"content-type" and kind.startswith(b"text/event-stream") for name, kind in start["headers"]
    )


def route_of(scope: Scope) -> str:
    """The route, as it is written in the program; never what stands in an address."""
    if scope["path"].startswith("/static/"):
        return "/static"
    if scope["path"] == "/openapi.json":
        return "/openapi.json"
    return getattr(scope.get("route"), "path", None) or "unknown"


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    if not _is_near(request):
        raise HTTPException(404)
    known: Metrics = request.app.state.metrics
    return Response(await known.exposition(), media_type=CONTENT_TYPE_LATEST)


def _is_near(request: Request) -> bool:
    """Whether a machine of a private network asks, and not somebody through a proxy that stands in one."""
    if "x-forwarded-for" in request.headers or "forwarded" in request.headers:
        return False
    try:
        return ipaddress.ip_address(request.client.host if request.client else "").is_private
    except ValueError:
        return False
