"""`python -I -S app/kernel/__main__.py FILE SECONDS` checks an export file and prints one line of JSON.

Exit 0: accepted; 1: rejected; 2: unfinished; 3: wrong usage. FILE `-` is standard input.
"""

from __future__ import annotations

import gc
import json
import sys
from pathlib import Path

if __package__ in (None, ""):
    sys.path.append(str(Path(__file__).resolve().parents[2]))

from app.kernel import Accepted, Rejected, check

CODES = {"Accepted": 0, "Rejected": 1, "Unfinished": 2}


def main(arguments: list[str]) -> int:
    """Check the file named by the arguments; the exit code says the outcome."""
    if len(arguments) != 2:
        sys.stderr.write("usage: python -I -S app/kernel/__main__.py FILE SECONDS\n")
        return 3
    gc.disable()  # terms have no cycles that matter, and there are millions of them
    name, seconds = arguments
    if name == "-":
        outcome = check(sys.stdin.buffer, float(seconds))
    else:
        with Path(name).open("rb") as lines:
            outcome = check(lines, float(seconds))
    said: dict[str, object] = {"outcome": type(outcome).__name__.lower()}
    if isinstance(outcome, Accepted):
        said |= {"constants": outcome.constants, "axioms": list(outcome.axioms)}
    elif isinstance(outcome, Rejected):
        said |= {"declaration": outcome.declaration, "reason": outcome.reason}
    else:
        said |= {"checked": outcome.checked, "reason": outcome.reason}
    sys.stdout.write(json.dumps(said) + "\n")
    return CODES[type(outcome).__name__]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
