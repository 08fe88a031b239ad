/-
The settings of `simp`, `dsimp`, `rw` and other tactics, as `(config := { contextual := true })` or
`(occs := .pos [2])` names them. Lean reads each setting by its place, so names and order are Lean's.
-/
prelude
import Lemmata.Decidable
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Lean.Meta

/-- Which definitions a tactic looks through. -/
inductive TransparencyMode where
  | all | default | reducible | instances | implicit | none
/-- For which structures `p = ⟨p.1, p.2⟩` is used. -/
inductive EtaStructMode where
  | all | notClasses | none
/-- Which of the places that match are rewritten. -/
inductive Occurrences where
  | all
  | pos (idxs : List Nat)
  | neg (idxs : List Nat)
instance : Coe (List Nat) Occurrences := ⟨.pos⟩
/-- Which new goals `apply` leaves, and in which order. -/
inductive ApplyNewGoals where
  | nonDependentFirst | nonDependentOnly | all

/-- The settings of `dsimp`. -/
structure DSimp.Config where
  zeta : Bool := true
  beta : Bool := true
  eta : Bool := true
  etaStruct : EtaStructMode := .all
  iota : Bool := true
  proj : Bool := true
  decide : Bool := false
  autoUnfold : Bool := false
  failIfUnchanged : Bool := true
  unfoldPartialApp : Bool := false
  zetaDelta : Bool := false
  index : Bool := true
  zetaUnused : Bool := true
  zetaHave : Bool := true
  locals : Bool := false
  instances : Bool := false
/-- The settings of `simp`. -/
structure Simp.Config where
  maxSteps : Nat := 100000
  maxDischargeDepth : Nat := 2
  contextual : Bool := false
  memoize : Bool := true
  singlePass : Bool := false
  zeta : Bool := true
  beta : Bool := true
  eta : Bool := true
  etaStruct : EtaStructMode := .all
  iota : Bool := true
  proj : Bool := true
  decide : Bool := false
  arith : Bool := false
  autoUnfold : Bool := false
  dsimp : Bool := true
  failIfUnchanged : Bool := true
  ground : Bool := false
  unfoldPartialApp : Bool := false
  zetaDelta : Bool := false
  index : Bool := true
  implicitDefEqProofs : Bool := true
  zetaUnused : Bool := true
  catchRuntime : Bool := true
  zetaHave : Bool := true
  letToHave : Bool := true
  congrConsts : Bool := true
  bitVecOfNat : Bool := true
  warnExponents : Bool := true
  suggestions : Bool := false
  maxSuggestions : Option Nat := .none
  locals : Bool := false
  instances : Bool := false
/-- The settings of `simp_all`. -/
structure Simp.ConfigCtx extends Simp.Config where
  contextual := true
/-- The settings of `rw`. -/
structure Rewrite.Config where
  transparency : TransparencyMode := .instances
  offsetCnstrs : Bool := true
  occs : Occurrences := .all
  newGoals : ApplyNewGoals := .nonDependentFirst

end Lean.Meta
/-- The settings of `decide`. -/
structure Lean.Parser.Tactic.DecideConfig where
  kernel : Bool := false
  native : Bool := false
  zetaReduce : Bool := false
  revert : Bool := false
