"""Every proof can stand in every gap: the real Lean reads what is put together."""

from app.domain.namespaces import within
from app.domain.sketch import Sketch
from app.domain.statement import read_statement
from app.domain.verdict import Checked, Incomplete
from app.lean.environments import CoreLean
from app.lean.pool import LeanPool

# Each gap of each sketch is a proof of `p ∧ p`.
SKETCHES = (
    "by sorry",
    "by\n  sorry",
    "sorry",
    "id (by sorry)",
    "⟨(sorry : p ∧ p).1, (by sorry : p ∧ p).2⟩",
    "(fun h => by sorry) hp",
    "(fun (h : p ∧ p) => h) <| by sorry",
    "calc p ∧ p := by sorry",
    "by\n  have a : p ∧ p := by sorry\n  exact a",
    "by\n  have a : p ∧ p := by\n    sorry\n  exact a",
    "by\n  have a : p ∧ p := by -- a note\n    sorry -- another\n  exact a",
    "by\n  have a : p ∧ p := by { sorry }\n  exact a",
    "by\n  have a : p ∧ p := by sorry -- a note\n  exact a",
    "by\n  have a : (p ∧ p) ∧ (p ∧ p) := ⟨by sorry, by sorry⟩\n  exact a.1",
    "by\n  have a : (p ∧ p) ∧ (p ∧ p) := ⟨sorry, by sorry⟩\n  exact a.1",
    "by\n  have a : (p ∧ p) ∧ (p ∧ p) := by constructor <;> sorry\n  exact a.1",
    "by\n  have a : (p ∧ p) ∧ (p ∧ p) := by\n    constructor <;>\n      sorry\n  exact a.1",
    "by\n  have a : (p ∧ p) ∧ (p ∧ p) := by\n    constructor\n    all_goals sorry\n  exact a.1",
    "by\n  have a : (p ∧ p) ∧ (p ∧ p) := by\n    constructor; sorry; sorry\n  exact a.1",
    "by\n  have a : (p ∧ p) ∧ (p ∧ p) := by\n    constructor\n    · sorry\n    · /- n -/ sorry\n  exact a.1",
    "by\n  have a : (p ∧ p) ∧ (p ∧ p) := by\n    constructor\n    . sorry\n    .\n      sorry\n  exact a.1",
    "by\n  constructor\n  . have a : p ∧ p := by sorry\n    exact a.1\n  . exact hp",
    "by\n  constructor\n  case left => have a : p ∧ p := by sorry\n               exact a.1\n  exact hp",
    "by\n  constructor\n  next => have a : p ∧ p := by sorry\n          exact a.1\n  next => exact hp",
    "by\n  have a : p ∧ p ↔ p ∧ p := by\n    constructor\n    case mp => intro; sorry\n    case mpr =>\n"
    "      intro\n      sorry\n  exact a.1 ⟨hp, hp⟩",
    "by\n  have a : p ↔ p := calc p ↔ p := ⟨fun _ => (by sorry : p ∧ p).1, id⟩\n    _ ↔ p := Iff.rfl\n"
    "  exact ⟨a.1 hp, hp⟩",
    "by\n  calc p ∧ p := by sorry",
    "by\n  exact calc p ∧ p := by sorry",
    "by\n  cases h with\n  | inl a => sorry\n  | inr b => have c : p ∧ p := by sorry\n             exact c",
    "by\n  match h with\n  | .inl a => sorry\n  | .inr b =>\n    sorry",
    "by\n  rcases h with a | b\n  · sorry\n  · sorry",
    "match h with\n  | .inl a => sorry\n  | .inr b => by sorry",
    "by\n  exact if p = p then by sorry else by sorry",
    "by\n  first\n  | have a : p ∧ q := by sorry\n    exact ⟨a.1, a.1⟩\n  | sorry",
    "by\n  first | sorry | exact ⟨hp, hp⟩",
    "by\n  any_goals have a : p ∧ p := by sorry\n  exact a",
    "by\n  obtain ⟨a, b⟩ : p ∧ p := by sorry\n  exact ⟨a, b⟩",
    "by\n  suffices a : p ∧ p by sorry\n  sorry",
    "by\n  (have a : p ∧ p := by sorry); exact a",
    "by\n  rw [show (p ∧ p) = (p ∧ p) from propext ⟨fun _ => sorry, fun _ => by sorry⟩]\n  sorry",
    "by\n  exact x\nwhere x : p ∧ p := by sorry",
    "by\n  try sorry",
    "by\n  refine ⟨?_, ?_⟩ <;> have a : p ∧ p := by sorry\n  · exact a.1\n  · exact a.1",
)
PROOFS = (
    "⟨hp, hp⟩",
    "⟨hp, hp⟩ -- a note",
    "And.intro hp\n  hp",
    "by exact ⟨hp, hp⟩",
    "by exact ⟨hp, hp⟩ -- a note",
    "by have x := hp; exact ⟨x, x⟩",
    "by constructor <;> exact hp",
    "by exact Or.elim (Or.inl hp : p ∨ p) (fun x => ⟨x, x⟩) fun x => ⟨x, x⟩",
    "by first | exact hp | exact ⟨hp, hp⟩",
    "by cases (Or.inl hp : p ∨ p) with | inl x => exact ⟨x, x⟩ | inr x => exact ⟨x, x⟩",
    "by\n  constructor\n  · exact hp\n  · exact hp",
    "by\n    constructor\n    case left => exact hp\n    exact hp",
    "by\n  -- a note\n  cases (Or.inl hp : p ∨ p) with\n  | inl x => exact ⟨x, x⟩\n  | inr x =>\n"
    "    exact ⟨x, x⟩\n  -- another",
    'by\n  have s : "a\n b" = "a\\n b" := rfl\n  exact ⟨hp, hp⟩',
    "by have x := hp\n   exact ⟨x, x⟩",
    "by\n  exact ⟨hp,\n    hp⟩ /- a note -/ -- another",
    within(("Nat", "Int"), "by\n  have x := hp\n  exact ⟨x, x⟩"),
)
STATED = "theorem t (p q : Prop) [Decidable (p = p)] (hp : p) (hq : q) (h : p ∨ p) : p ∧ p"


async def test_every_proof_can_stand_in_every_gap(core: CoreLean):
    header = core.environment.header
    statement = read_statement(STATED, header).statement
    refused = []

    async with LeanPool(core, 1) as pool:
        for text in SKETCHES:
            sketch = Sketch(statement, text)
            verdict = await pool.check(sketch.source, 20.0, ())
            assert isinstance(verdict, Incomplete), (text, verdict)
            sketch = sketch.subgoals(verdict.holes)[0].sketch
            for proof in PROOFS:
                whole = sketch.filled(dict.fromkeys(range(len(verdict.holes)), proof))
                checked = await pool.check(statement.source(whole), 20.0, None)
                if not isinstance(checked, Checked):
                    refused.append((whole, getattr(checked, "messages", checked)))

    assert not refused
