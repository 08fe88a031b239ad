"""Tries to get out of where it runs, as `probe` tells it, and writes what succeeded as JSON.

`python -I -S probing.py SECRET PORT VARIABLE PROCESS FOLDER RESULT`: each number, path and name is one that
the same script, run outside, can use.
"""

import _socket
import json
import os
import sys


def main() -> None:
    secret, port, variable, other, folder, result = sys.argv[1:]
    attempts = {
        "read a file": lambda: open(secret).close(),
        "open a connection": lambda: _socket.socket().connect(("127.0.0.1", int(port))),
        "read the environment": lambda: os.environ[variable],
        "reach another process": lambda: reach(int(other)),
        "start a process": start,
        "write a file": lambda: open(os.path.join(folder, "written"), "w").close(),
        "read the processes": lambda: os.stat("/proc/1/environ"),
    }
    done = [what for what, attempt in attempts.items() if succeeds(attempt)]
    with open(result, "w") as file:
        json.dump({"attempts": list(attempts), "done": done}, file)


def succeeds(attempt) -> bool:  # type: ignore[no-untyped-def]
    try:
        attempt()
    except (OSError, LookupError):
        return False
    return True


def reach(other: int) -> None:
    """That it may not be signalled says that it is there."""
    try:
        os.kill(other, 0)
    except PermissionError:
        return


def start() -> None:
    if (child := os.fork()) == 0:
        os._exit(0)
    os.waitpid(child, 0)


if __name__ == "__main__":
    main()
