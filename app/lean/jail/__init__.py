"""Where Lean runs a stranger's program, which reaches nothing from there: docs/decisions/0007-the-jail.md.

jail = await probe()                      # once, at the start; `jail.level` and `jail.missing` say how strong
words = jail.wrap(command, readable=[file, library], writable=olean, env=environment, limits=limits)
lean = await process.start(words, {}, Path("/"))
await watch_memory(lean.pid, limits.resident_bytes, olean)
status = jail.status(lean.returncode)
"""

from app.lean.jail.probe import probe
from app.lean.jail.walls import LIMITS_ONLY, Jail, Level
from app.lean.jail.watch import held_bytes, watch_memory

__all__ = ["LIMITS_ONLY", "Jail", "Level", "held_bytes", "probe", "watch_memory"]
