/-
What a set is, the operations on sets, and their notation.

A set of elements of `α` is a property of the elements of `α`; so `x ∈ s ∩ t` is by definition
`x ∈ s ∧ x ∈ t`.
-/
prelude
import Lemmata.Notation
import Lemmata.LinearOrders
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w
variable {α : Type u} {β : Type v} {γ : Type w}

/-- The type of sets of elements of `α`. -/
def Set (α : Type u) := α → Prop
/-- `{x | p x}`: the set of all `x` with the property `p`. -/
def setOf (p : α → Prop) : Set α := p
namespace Set
/-- `x ∈ s`. -/
protected def Mem (s : Set α) (a : α) : Prop := s a
instance instMembership : Membership α (Set α) := ⟨Set.Mem⟩
/-- `s ⊆ t`: every element of `s` is an element of `t`. -/
protected def Subset (s₁ s₂ : Set α) : Prop := ∀ ⦃a⦄, a ∈ s₁ → a ∈ s₂
instance instLE : LE (Set α) := ⟨Set.Subset⟩
instance instHasSubset : HasSubset (Set α) := ⟨(· ≤ ·)⟩
instance instEmptyCollection : EmptyCollection (Set α) := ⟨fun _ => False⟩
end Set

/-! ## Set-builder notation -/

namespace Mathlib.Meta
open Lean

syntax (name := setBuilder) "{" ident " | " term "}" : term
syntax (name := setBuilderTyped) "{" ident " : " term " | " term "}" : term
syntax (name := setBuilderBounded) "{" ident binderPred " | " term "}" : term
macro_rules
  | `({$x:ident | $p}) => `(setOf fun $x:ident => $p)
  | `({$x:ident : $t | $p}) => `(setOf fun $x:ident : $t => $p)
  | `({$x:ident $b:binderPred | $p}) => `(setOf fun $x:ident => satisfies_binder_pred% $x $b ∧ $p)
/-- `{f x | x : α}` and `{f x | x ∈ s}`: the set of the values of `f`. -/
syntax (priority := low) "{" term " | " explicitBinders "}" : term
syntax (priority := low) "{" term " | " ident binderPred "}" : term
syntax (priority := low) "{" term " | " ("(" ident binderPred ")")+ "}" : term
macro_rules
  | `({$t:term | $xs:explicitBinders}) => `({x | ∃ $xs:explicitBinders, $t = x})
  | `({$t:term | $x:ident $b:binderPred}) => `({y | ∃ $x:ident $b:binderPred, $t = y})
  | `({$t:term | ($x:ident $b:binderPred)}) => `({y | ∃ $x:ident $b:binderPred, $t = y})
  | `({$t:term | ($x:ident $b:binderPred) ($x':ident $b':binderPred)}) =>
    `({y | ∃ $x:ident $b:binderPred, ∃ $x':ident $b':binderPred, $t = y})
/-- `{(x, y) | p}`: the set of the pairs with a property of their parts. -/
macro (name := macroPattSetBuilder) (priority := 99) "{" pat:term " | " p:term "}" : term =>
  `({x | match x with | $pat => $p})
macro (name := typedPattern) (priority := 99) "{" pat:term " : " t:term " | " p:term "}" : term =>
  `({x : $t | match x with | $pat => $p})

@[app_unexpander setOf] def setOf.unexpander : Lean.PrettyPrinter.Unexpander
  | `($_ fun $x:ident => $p) => `({$x:ident | $p})
  | `($_ fun ($x:ident : $t:term) => $p) => `({$x:ident : $t | $p})
  | _ => throw ()
@[app_unexpander setOf] def setOfPatternMatchUnexpander : Lean.PrettyPrinter.Unexpander
  | `($_ fun $x:ident => match $y:ident with | $pat => $p) =>
    if x.raw.matchesIdent y.getId then `({$pat:term | $p:term}) else throw ()
  | _ => throw ()
@[app_unexpander Not] def notMem.unexpander : Lean.PrettyPrinter.Unexpander
  | `($_ $p) =>
    match p with
    | `($a ∈ $s) => `($a ∉ $s)
    | _ => throw ()
  | _ => throw ()
/-- Prints `∃ x, x ∈ s ∧ p` as `∃ x ∈ s, p`, and so for the other relations. -/
@[app_unexpander Exists] def boundedExists.unexpander : Lean.PrettyPrinter.Unexpander
  | `($_ fun $x:ident => $h ∧ $p) =>
    match h with
    | `($y:ident ∈ $s) => if x.raw.matchesIdent y.getId then `(∃ $x:ident ∈ $s, $p) else throw ()
    | `($y:ident ∉ $s) => if x.raw.matchesIdent y.getId then `(∃ $x:ident ∉ $s, $p) else throw ()
    | `($y:ident ⊆ $s) => if x.raw.matchesIdent y.getId then `(∃ $x:ident ⊆ $s, $p) else throw ()
    | `($y:ident ⊂ $s) => if x.raw.matchesIdent y.getId then `(∃ $x:ident ⊂ $s, $p) else throw ()
    | `($y:ident < $s) => if x.raw.matchesIdent y.getId then `(∃ $x:ident < $s, $p) else throw ()
    | `($y:ident ≤ $s) => if x.raw.matchesIdent y.getId then `(∃ $x:ident ≤ $s, $p) else throw ()
    | `($y:ident > $s) => if x.raw.matchesIdent y.getId then `(∃ $x:ident > $s, $p) else throw ()
    | `($y:ident ≥ $s) => if x.raw.matchesIdent y.getId then `(∃ $x:ident ≥ $s, $p) else throw ()
    | _ => throw ()
  | _ => throw ()
end Mathlib.Meta

/-! ## Operations -/

/-- The class behind the notation `sᶜ`. -/
class Compl (α : Type u) where
  compl : α → α
export Compl (compl)
postfix:1024 "ᶜ" => compl

namespace Set
/-- The set of all elements of `α`. -/
def univ : Set α := {_a | True}
protected def insert (a : α) (s : Set α) : Set α := {b | b = a ∨ b ∈ s}
instance instInsert : Insert α (Set α) := ⟨Set.insert⟩
protected def singleton (a : α) : Set α := {b | b = a}
instance instSingletonSet : Singleton α (Set α) := ⟨Set.singleton⟩
protected def union (s₁ s₂ : Set α) : Set α := {a | a ∈ s₁ ∨ a ∈ s₂}
instance instUnion : Union (Set α) := ⟨Set.union⟩
protected def inter (s₁ s₂ : Set α) : Set α := {a | a ∈ s₁ ∧ a ∈ s₂}
instance instInter : Inter (Set α) := ⟨Set.inter⟩
protected def compl (s : Set α) : Set α := {a | a ∉ s}
instance instCompl : Compl (Set α) := ⟨Set.compl⟩
protected def diff (s t : Set α) : Set α := {a ∈ s | a ∉ t}
instance instSDiff : SDiff (Set α) := ⟨Set.diff⟩
/-- `𝒫 s`: the set of all subsets of `s`. -/
def powerset (s : Set α) : Set (Set α) := {t | t ⊆ s}
prefix:100 "𝒫 " => powerset
/-- `f '' s`: the set of the values of `f` on `s`. -/
def image (f : α → β) (s : Set α) : Set β := {b | ∃ a ∈ s, f a = b}
infixl:80 " '' " => image
/-- `f ⁻¹' s`: the set of all `x` with `f x ∈ s`. -/
def preimage (f : α → β) (s : Set β) : Set α := {x | f x ∈ s}
infixl:80 " ⁻¹' " => preimage
/-- The set of all values of `f`. -/
def range {ι : Sort v} (f : ι → α) : Set α := {x | ∃ y, f y = x}
/-- `s` has an element. -/
protected def Nonempty (s : Set α) : Prop := ∃ x, x ∈ s
/-- The elements of a set, as a type. -/
@[coe, reducible] def Elem (s : Set α) : Type u := {x // x ∈ s}
instance instCoeSort : CoeSort (Set α) (Type u) := ⟨Elem⟩
end Set
attribute [coe] Subtype.val
instance instCoeTCElem (s : Set α) : CoeTC s α := ⟨fun x => x.1⟩

/-! ## Families of sets -/

/-- The class behind the union of a set of sets. -/
class SupSet (α : Type u) where
  sSup : Set α → α
/-- The class behind the intersection of a set of sets. -/
class InfSet (α : Type u) where
  sInf : Set α → α
export SupSet (sSup)
export InfSet (sInf)
def iSup [SupSet α] {ι : Sort v} (s : ι → α) : α := sSup (Set.range s)
def iInf [InfSet α] {ι : Sort v} (s : ι → α) : α := sInf (Set.range s)

namespace Set
instance instInfSet : InfSet (Set α) := ⟨fun s => {a | ∀ t ∈ s, a ∈ t}⟩
instance instSupSet : SupSet (Set α) := ⟨fun s => {a | ∃ t ∈ s, a ∈ t}⟩
/-- `⋂₀ S`: the set of what is in every set of `S`. -/
def sInter (S : Set (Set α)) : Set α := sInf S
prefix:110 "⋂₀ " => sInter
/-- `⋃₀ S`: the set of what is in some set of `S`. -/
def sUnion (S : Set (Set α)) : Set α := sSup S
prefix:110 "⋃₀ " => sUnion
/-- `⋃ i, s i`: the set of what is in some `s i`. -/
def iUnion {ι : Sort v} (s : ι → Set α) : Set α := iSup s
/-- `⋂ i, s i`: the set of what is in every `s i`. -/
def iInter {ι : Sort v} (s : ι → Set α) : Set α := iInf s

macro "⋃ " xs:Lean.explicitBinders ", " b:term:60 : term => Lean.expandExplicitBinders `Set.iUnion xs b
macro "⋂ " xs:Lean.explicitBinders ", " b:term:60 : term => Lean.expandExplicitBinders `Set.iInter xs b
syntax "⋃ " ident binderPred ", " term:60 : term
syntax "⋂ " ident binderPred ", " term:60 : term
macro_rules
  | `(⋃ $x:ident $p:binderPred, $b) =>
    `(iUnion fun $x:ident => iUnion fun _ : satisfies_binder_pred% $x $p => $b)
  | `(⋂ $x:ident $p:binderPred, $b) =>
    `(iInter fun $x:ident => iInter fun _ : satisfies_binder_pred% $x $p => $b)
@[app_unexpander iUnion] def iUnion.unexpander : Lean.PrettyPrinter.Unexpander
  | `($_ fun $x:ident => $b) => `(⋃ $x:ident, $b)
  | _ => throw ()
@[app_unexpander iInter] def iInter.unexpander : Lean.PrettyPrinter.Unexpander
  | `($_ fun $x:ident => $b) => `(⋂ $x:ident, $b)
  | _ => throw ()

/-! ## Products -/

/-- `s ×ˢ t`: the set of pairs with their parts in `s` and in `t`. -/
def prod (s : Set α) (t : Set β) : Set (α × β) := {p | p.1 ∈ s ∧ p.2 ∈ t}
end Set
/-- The class behind the notation `s ×ˢ t`. -/
class SProd (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  sprod : α → β → γ
infixr:82 " ×ˢ " => SProd.sprod
@[default_instance] instance Set.instSProd : SProd (Set α) (Set β) (Set (α × β)) := ⟨Set.prod⟩
