"""Nudges for workers, through Celery: a folder of files, or Redis with LEMMATA_REDIS_URL.

A message says no more than 'look at this job'. The database is the truth, so a message may be lost, doubled
or late: workers look for forgotten jobs by themselves, and claim by lease.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Any

from celery import Celery
from kombu import Connection
from kombu.exceptions import KombuError
from kombu.transport import filesystem
from kombu.utils.json import dumps

from app.settings import Settings

TASK = "lemmata.prove"
QUEUE = "lemmata"
POLL_S = 0.05
LISTEN_S = 0.2
_BRIEFLY = {
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "socket_connect_timeout": 2,
    "socket_timeout": 2,  # more than the second for which a worker listens at a time
    "socket_keepalive": True,
    "ack_emulation": False,  # nothing depends on a message; where an acknowledgement fails, Celery goes deaf
}
_log = logging.getLogger(__name__)


class FolderChannel(filesystem.Channel):
    """Kombu's folder broker, with messages that are seen whole or not at all, in order of arrival."""

    def _put(self, queue: str, payload: dict[str, Any], **_: Any) -> None:  # type: ignore[override]
        name = f"{time.time_ns():020}_{payload['properties']['delivery_tag']}.{queue}.msg"
        part = Path(self.data_folder_out, f"{name}.part")
        part.write_text(dumps(payload))
        part.rename(part.with_suffix(""))


class FolderTransport(filesystem.Transport):
    """Looks up often, so that a worker that is asked to stop notices it."""

    Channel = FolderChannel

    def drain_events(self, connection: Connection, timeout: float | None = None) -> None:  # type: ignore[override]
        super().drain_events(connection, timeout=min(timeout or LISTEN_S, LISTEN_S))


def celery(settings: Settings) -> Celery:
    """The Celery application of web servers and workers alike; it opens no connection yet."""
    app = Celery("lemmata", set_as_current=False)
    app.conf.update(
        broker_connection_retry_on_startup=True,
        task_default_queue=QUEUE,
        task_ignore_result=True,
        task_serializer="json",
        accept_content=["json"],
        worker_prefetch_multiplier=1,
        worker_cancel_long_running_tasks_on_connection_loss=True,  # ours are not such; Celery warns otherwise
        worker_enable_remote_control=False,
        worker_hijack_root_logger=False,
        worker_redirect_stdouts=False,
    )
    if settings.redis_url:
        app.conf.update(broker_url=settings.redis_url, broker_transport_options=_BRIEFLY)
    else:
        app.conf.update(_folder_broker(settings.data / "queue"))
    return app


def _folder_broker(folder: Path) -> dict[str, Any]:
    messages = folder / "messages"
    messages.mkdir(parents=True, exist_ok=True)
    options = {
        "data_folder_in": str(messages),
        "data_folder_out": str(messages),
        "control_folder": str(folder / "control"),
        "polling_interval": POLL_S,
    }
    return {
        "broker_url": "filesystem://localhost",
        "broker_transport": "app.store.queue:FolderTransport",
        "broker_transport_options": options,
    }


class CeleryQueue:
    """Tells some worker that a job is there (`ports.Queue`); call it after the job is committed."""

    def __init__(self, settings: Settings) -> None:
        self._app = celery(settings)

    def enqueue(self, job_id: str) -> None:
        """A broker that cannot be reached is logged only: workers find the job within a second or two."""
        try:
            self._app.send_task(TASK, [job_id], retry=False)
        except (KombuError, OSError) as error:
            _log.warning("job %s could not be announced: %s", job_id, error)
