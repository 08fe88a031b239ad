"""A second kernel: a type checker for Lean 4's theory, written from its published descriptions.

It reads the export format of leanprover/lean4export and imports nothing but the standard library, so that
it shares no line with what it is to confirm. It says what is well typed; which axioms may be assumed is for
the caller to say.
"""

from app.kernel.checking import check
from app.kernel.outcome import Accepted, Outcome, Rejected, Unfinished

__all__ = ["Accepted", "Outcome", "Rejected", "Unfinished", "check"]
