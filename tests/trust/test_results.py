"""What Lean leaves in the place of the compiled file, where no jail keeps a program from leaving anything."""

from __future__ import annotations

import asyncio

import pytest

from app.lean.environments import CoreLean
from app.lean.launch import Limits
from app.trust.certify import Certifier, Decision

STATED = "theorem t : True := "
# It runs a line of the shell in the folder where the result will be, and then ends Lean with this status.
RUNS = """
@[extern "x"] axiom IO.Process.exit :
  Type → Nat → Unit → EStateM.Result Lean.Macro.Exception Lean.Macro.State Unit
inductive Stdio
  | piped | inherit | null
structure StdioConfig where
  (stdin stdout stderr : Stdio)
structure SpawnArgs extends StdioConfig where
  (cmd : String) (args : Array String) (cwd : Option String) (env : Array (String × Option String))
  (inheritEnv setsid : Bool)
@[extern "x"] axiom IO.Process.run :
  SpawnArgs → Option String → Unit → EStateM.Result Lean.Macro.Exception Lean.Macro.State String
syntax "act" : term
@[macro termAct] def run : Lean.Macro := fun stx _ s =>
  match IO.Process.run
    ⟨⟨.null, .piped, .null⟩, "/bin/sh", .mkArray2 "-c" "LINE", none, .mkArray0, true, false⟩ none () with
  | .ok v _ => match IO.Process.exit Unit STATUS () with
    | .ok _ _ => .ok (Lean.mkAtom v) s
    | .error e _ => .error e s
  | .error _ _ => .error (.error stx "no process") s
theorem t : True := act
"""


async def _left(core: CoreLean, line: str, status: int = 0) -> Decision:
    solution = RUNS.replace("LINE", line).replace("STATUS", str(status))
    asking = Certifier(core, gate=False).certify(f"{STATED}sorry".encode(), solution.encode(), 60)
    return await asyncio.wait_for(asking, 60)


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("ln -s $LEAN_PATH/Lemmata.olean Submission.olean", "checker_error"),
        ("mkdir Submission.olean; touch Submission.olean/x", "checker_error"),
        ("mkfifo Submission.olean", "checker_error"),
        (": > Submission.olean", "checker_error"),
        (":", "checker_error"),
        ("head -c 68000000 /dev/zero > Submission.olean", "output_limit"),
        ("echo olean > Submission.olean", "kernel_rejected"),
    ],
    ids=["a link", "a folder", "a pipe", "an empty file", "nothing", "too much", "a file that is none"],
)
async def test_only_a_file_of_some_size_is_read(core: CoreLean, line: str, verdict: str) -> None:
    decision = await _left(core, line)

    assert decision.verdict == verdict, decision


async def test_what_was_left_by_a_lean_that_did_not_end_well_is_not_read(core: CoreLean) -> None:
    decision = await _left(core, "echo olean > Submission.olean", status=7)

    assert decision.verdict == "crashed"
    assert "status 7" in decision.reasons[0]


async def test_where_there_is_no_room_for_the_result_nothing_is_decided(core: CoreLean) -> None:
    """Lean has no message for that."""
    cramped = Certifier(core, Limits(cpu_s=60, file_bytes=1024))

    decision = await cramped.certify(f"{STATED}sorry".encode(), f"{STATED}trivial".encode(), 60)

    assert decision.verdict == "crashed"
    assert not decision.decided
