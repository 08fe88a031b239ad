"""`python -m workers NAME`: one worker process, started by the supervisor.

Its standard input is a line to the supervisor. One byte goes up when the worker is ready; when the other
end closes, however the supervisor ended, the worker ends too.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
import warnings

from celery.exceptions import SecurityWarning

from app.domain.errors import LemmataError
from app.logs import start_logging
from app.settings import Settings
from workers.celery_app import run
from workers.job_loop import CLOSE_S, PATIENT, Patience, SolverFactory, warm_solver


def main(name: str, solver: SolverFactory = warm_solver, patience: Patience = PATIENT) -> int:
    settings = Settings()
    start_logging(settings.log, name)
    warnings.filterwarnings("ignore", category=SecurityWarning)  # messages are JSON: no pickle to fear
    line = socket.socket(fileno=os.dup(sys.stdin.fileno()))
    threading.Thread(target=_end_with, args=[line], daemon=True).start()
    try:
        return run(settings, name, solver, lambda: line.sendall(b"r"), patience)
    except LemmataError as error:
        sys.stderr.write(f"lemmata: {error}\n")
        return 1


def _end_with(line: socket.socket) -> None:
    """Wait for the supervisor's end, end politely, and if that takes too long, at once."""
    line.recv(1)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(CLOSE_S)
    os._exit(1)  # what Lean runs dies with our threads


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
