/-
How a term of one type is used where another type is expected: `↑x`, written or left out.

The elaborator looks for an instance of `CoeT`. It is put together of at most one `CoeHead`, then `CoeOut`s,
`Coe`s and at most one `CoeTail`, or it is a `CoeDep` for this one term; what is found is unfolded.
-/
prelude
import Lemmata.Syntax
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w

class Coe (α : semiOutParam (Sort u)) (β : Sort v) where
  coe : α → β
attribute [coe_decl] Coe.coe
/-- A chain of `Coe`. -/
class CoeTC (α : Sort u) (β : Sort v) where
  coe : α → β
attribute [coe_decl] CoeTC.coe
/-- A coercion whose target the source decides. -/
class CoeOut (α : Sort u) (β : semiOutParam (Sort v)) where
  coe : α → β
attribute [coe_decl] CoeOut.coe
class CoeOTC (α : Sort u) (β : Sort v) where
  coe : α → β
attribute [coe_decl] CoeOTC.coe
/-- A coercion that can only be the first of a chain. -/
class CoeHead (α : Sort u) (β : semiOutParam (Sort v)) where
  coe : α → β
attribute [coe_decl] CoeHead.coe
class CoeHTC (α : Sort u) (β : Sort v) where
  coe : α → β
attribute [coe_decl] CoeHTC.coe
/-- A coercion that can only be the last of a chain. -/
class CoeTail (α : semiOutParam (Sort u)) (β : Sort v) where
  coe : α → β
attribute [coe_decl] CoeTail.coe
class CoeHTCT (α : Sort u) (β : Sort v) where
  coe : α → β
attribute [coe_decl] CoeHTCT.coe
/-- A coercion of one term, not of every term of its type. -/
class CoeDep (α : Sort u) (_ : α) (β : Sort v) where
  coe : β
attribute [coe_decl] CoeDep.coe
class CoeT (α : Sort u) (_ : α) (β : Sort v) where
  coe : β
attribute [coe_decl] CoeT.coe
class CoeFun (α : Sort u) (γ : outParam (α → Sort v)) where
  coe : (f : α) → γ f
attribute [coe_decl] CoeFun.coe
class CoeSort (α : Sort u) (β : outParam (Sort v)) where
  coe : α → β
attribute [coe_decl] CoeSort.coe

section
variable {α : Sort u} {β : Sort v} {γ : Sort w}
instance instCoeTCOfCoe_1 [Coe β γ] [CoeTC α β] : CoeTC α γ := ⟨fun a => Coe.coe (CoeTC.coe a : β)⟩
instance instCoeTCOfCoe [Coe α β] : CoeTC α β := ⟨fun a => Coe.coe a⟩
instance instCoeTC : CoeTC α α := ⟨fun a => a⟩
instance instCoeOTCOfCoeOut [CoeOut α β] [CoeOTC β γ] : CoeOTC α γ := ⟨fun a => CoeOTC.coe (CoeOut.coe a : β)⟩
instance instCoeOTCOfCoeTC [CoeTC α β] : CoeOTC α β := ⟨fun a => CoeTC.coe a⟩
instance instCoeOTC : CoeOTC α α := ⟨fun a => a⟩
instance instCoeHTCOfCoeHeadOfCoeOTC [CoeHead α β] [CoeOTC β γ] : CoeHTC α γ :=
  ⟨fun a => CoeOTC.coe (CoeHead.coe a : β)⟩
instance instCoeHTCOfCoeOTC [CoeOTC α β] : CoeHTC α β := ⟨fun a => CoeOTC.coe a⟩
instance instCoeHTC : CoeHTC α α := ⟨fun a => a⟩
instance instCoeHTCTOfCoeTailOfCoeHTC [CoeTail β γ] [CoeHTC α β] : CoeHTCT α γ :=
  ⟨fun a => CoeTail.coe (CoeHTC.coe a : β)⟩
instance instCoeHTCTOfCoeHTC [CoeHTC α β] : CoeHTCT α β := ⟨fun a => CoeHTC.coe a⟩
instance instCoeHTCT : CoeHTCT α α := ⟨fun a => a⟩
instance instCoeTOfCoeHTCT [CoeHTCT α β] {a : α} : CoeT α a β := ⟨CoeHTCT.coe a⟩
instance instCoeTOfCoeDep {a : α} [CoeDep α a β] : CoeT α a β := ⟨CoeDep.coe a⟩
instance instCoeT {a : α} : CoeT α a α := ⟨a⟩
instance instCoeOutOfCoeFun [CoeFun α fun _ => β] : CoeOut α β := ⟨fun a => CoeFun.coe a⟩
instance instCoeOutOfCoeSort [CoeSort α β] : CoeOut α β := ⟨fun a => CoeSort.coe a⟩
end

/-! ## Natural numbers in another number system -/

instance (priority := 300) Zero.toOfNat0 {α : Type u} [Zero α] : OfNat α (nat_lit 0) := ⟨Zero.zero⟩
instance (priority := 300) One.toOfNat1 {α : Type u} [One α] : OfNat α (nat_lit 1) := ⟨One.one⟩
class NatCast (R : Type u) where
  protected natCast : Nat → R
/-- The natural number as an element of `R`. -/
@[coe, reducible, match_pattern] protected def Nat.cast {R : Type u} [NatCast R] : Nat → R := NatCast.natCast
instance instNatCastNat : NatCast Nat := ⟨id⟩
instance instCoeTailNatOfNatCast {R : Type u} [NatCast R] : CoeTail Nat R := ⟨Nat.cast⟩
instance instCoeHTCTNatOfNatCast {R : Type u} [NatCast R] : CoeHTCT Nat R := ⟨Nat.cast⟩
@[simp, norm_cast] theorem Nat.cast_id (n : Nat) : n.cast = n := rfl
