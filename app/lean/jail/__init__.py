"""Where Lean runs a stranger's program, which reaches nothing from there: docs/decisions/0007-the-jail.md.

jail = await probe()                      # once, at the start; `jail.level` and `jail.missing` say how strong
ended = await run(jail, command, environment, limits, readable=[file, library], writable=olean)
"""

from app.lean.jail.probe import probe
from app.lean.jail.starting import run, start
from app.lean.jail.walls import LIMITS_ONLY, Jail, Level
from app.lean.jail.watch import held_bytes, watch_memory

__all__ = ["LIMITS_ONLY", "Jail", "Level", "held_bytes", "probe", "run", "start", "watch_memory"]
