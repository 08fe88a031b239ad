"""What is written down while Lemmata works: one line for each thing that matters, on standard error.

No line holds what people typed. Of an error its kind and its places are told, as its message may quote a
statement. Libraries speak up only when something is wrong, and what they insert into their messages is left
out, as some insert errors.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType

from pythonjsonlogger.json import JsonFormatter

_ROOMS = ("app", "workers")
_REQUESTS = "app.web.metrics"
_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_FIELDS = "%(levelname)s %(name)s %(message)s %(job)s %(worker)s"
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


def start_logging(form: str, worker: str | None = None) -> None:
    """Write `text` for people or `json` for programs; `auto` writes text at a terminal only.

    `worker` is the name of this process, if it is one. An error that nobody catches is a line too.
    """
    as_text = form == "text" or (form == "auto" and sys.stderr.isatty())
    handler = logging.StreamHandler()
    handler.setFormatter(_Text(_LINE) if as_text else _Json(_FIELDS, rename_fields=_NAMES, timestamp=True))
    handler.addFilter(lambda record: _completed(record, worker))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    for room in _ROOMS:
        logging.getLogger(room).setLevel(logging.INFO)
    if as_text:
        logging.getLogger(_REQUESTS).setLevel(logging.WARNING)  # nobody at a terminal reads each of them
    sys.excepthook = lambda kind, error, place: _uncaught(error)
    threading.excepthook = lambda found: _uncaught(found.exc_value)


def _uncaught(error: BaseException | None) -> None:
    if not isinstance(error, (KeyboardInterrupt, SystemExit)):
        logging.getLogger(__name__).critical("nobody caught an error", exc_info=error)


def _completed(record: logging.LogRecord, worker: str | None) -> bool:
    record.job, record.worker = getattr(record, "job", None) or _job.get(), worker
    return True


def _discreet(record: logging.LogRecord) -> logging.LogRecord:
    """A copy whose message, if it is a library's, is its first line as it stands in that library's source."""
    told = logging.makeLogRecord(record.__dict__)
    told.exc_text = None  # another handler may have kept the whole error there
    if record.name.partition(".")[0] not in _ROOMS:
        told.msg, told.args = str(record.msg).partition("\n")[0], ()
    return told


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return super().format(_discreet(record))

    def formatException(self, ei: _Error) -> str:  # noqa: N802 — the name is logging's
        return _in_short(ei)


class _Json(JsonFormatter):
    def format(self, record: logging.LogRecord) -> str:
        return super().format(_discreet(record))

    def formatException(self, ei: _Error) -> str:  # noqa: N802
        return _in_short(ei)


def _in_short(error: _Error) -> str:
    kind, _, place = error
    return f"{''.join(traceback.format_tb(place))}{kind.__name__ if kind else ''}"
