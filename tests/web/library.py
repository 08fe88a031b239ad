"""A small library, known by heart: what the real one answers is tested beside Lean."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.errors import LemmataError
from app.domain.reference import Declaration, Group, Guide, Part, Reference, Section, Subject, Usage

SCRIPT = "<script>alert(1)</script>"
INDUCTION = Usage(
    "tactic_induction",
    "tactic",
    ("induction n with",),
    (),
    "",
    "Induction: a goal for each constructor.",
    "theorem tactic_induction (n : Nat) : 0 + n = n := by\n  simp",
)
DIVIDES = Usage(
    "notation_dvd",
    "notation",
    ("a ∣ b",),
    (r"\mid",),
    "Dvd.dvd",
    "`a` divides `b`.",
    "theorem notation_dvd (a b : Nat) : a ∣ a * b := ⟨b, rfl⟩",
)
NUMBERS = Subject(
    "Nat",
    "Nat",
    "The natural numbers.",
    (
        Section(
            "Addition",
            (
                Declaration("Nat.add_comm", "theorem", "", "(n m : Nat) : n + m = m + n"),
                Declaration("Nat.add_assoc", "theorem", "", "(n m k : Nat) : n + m + k = n + (m + k)"),
                Declaration("Nat.add_zero", "theorem", "", "(n : Nat) : n + 0 = n"),
                Declaration("Nat.lt_irrefl", "theorem", "", "(n : Nat) : ¬n < n", doc=f"Never `<`. {SCRIPT}"),
            ),
        ),
        Section(
            "Division",
            (
                Declaration("Nat.gcd", "def", "", "(m n : Nat) : Nat", doc="Greatest common divisor."),
                Declaration(
                    "Nat.gcd_comm",
                    "theorem",
                    "",
                    "(m n : Nat) : m.gcd n = n.gcd m",
                    "(m n : Nat) : Nat.gcd m n = Nat.gcd n m",
                ),
                Declaration("Nat.dvd_trans", "theorem", "", "{a b c : Nat} (h : a ∣ b) (k : b ∣ c) : a ∣ c"),
            ),
        ),
    ),
)
LOGIC = Subject(
    "Logic",
    "Logic",
    "Propositions.",
    (
        Section(
            "",
            (
                Declaration(
                    "And",
                    "structure",
                    "",
                    "(a b : Prop) : Prop",
                    parts=(
                        Part("And.left", ": a"),
                        Part("And.intro", "{a b : Prop} (left : a) (right : b) : a ∧ b"),
                    ),
                ),
                Declaration("propext", "axiom", "", "{a b : Prop} : (a ↔ b) → a = b"),
            ),
        ),
    ),
)
REFERENCE = Reference(
    "1" * 64,
    "4.35.0",
    Guide((Group("Numbers", (DIVIDES,)),), (Group("Induction and cases", (INDUCTION,)),)),
    (LOGIC, NUMBERS),
)


@dataclass
class KnownLibrary:
    """What the web server asks for; `failure` is raised instead of an answer."""

    known: Reference = REFERENCE
    failure: LemmataError | None = None
    guide: Guide = field(default_factory=lambda: REFERENCE.guide)

    async def reference(self) -> Reference:
        if self.failure:
            raise self.failure
        return self.known
