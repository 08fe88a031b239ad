"""What is written down while Lemmata works: one line for each thing that matters, on standard error.

No line holds what people typed. Libraries speak up only when something is wrong, and of an error its kind and
its places are told, as its message may quote a statement.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType

from pythonjsonlogger.json import JsonFormatter

_ROOMS = ("app", "workers")
_REQUESTS = "app.web.metrics"
_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_FIELDS = "%(levelname)s %(name)s %(message)s %(job)s"
_NAMES = {"levelname": "level", "name": "logger", "timestamp": "time"}
_job: ContextVar[str | None] = ContextVar("job", default=None)
_Error = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


@contextmanager
def about(job_id: str) -> Iterator[None]:
    """Every line from here on is about this job, in the tasks and threads that are started here as well."""
    token = _job.set(job_id)
    try:
        yield
    finally:
        _job.reset(token)


def start_logging(form: str) -> None:
    """Write `text` for people or `json` for programs; `auto` writes text at a terminal only."""
    as_text = form == "text" or (form == "auto" and sys.stderr.isatty())
    handler = logging.StreamHandler()
    handler.setFormatter(_Text(_LINE) if as_text else _Json(_FIELDS, rename_fields=_NAMES, timestamp=True))
    handler.addFilter(_with_job)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    for room in _ROOMS:
        logging.getLogger(room).setLevel(logging.INFO)
    if as_text:
        logging.getLogger(_REQUESTS).setLevel(logging.WARNING)  # nobody at a terminal reads each of them


def _with_job(record: logging.LogRecord) -> bool:
    record.job = getattr(record, "job", None) or _job.get()
    return True


class _Text(logging.Formatter):
    def formatException(self, ei: _Error) -> str:  # noqa: N802 — the name is logging's
        return _in_short(ei)


class _Json(JsonFormatter):
    def formatException(self, ei: _Error) -> str:  # noqa: N802
        return _in_short(ei)


def _in_short(error: _Error) -> str:
    kind, _, place = error
    return f"{''.join(traceback.format_tb(place))}{kind.__name__ if kind else ''}"
