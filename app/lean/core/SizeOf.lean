/-
The size of a value, which the elaborator uses to see that a recursion ends. It writes the instance and its
equations itself for every type that is declared after this file; here are those of the types before.
-/
prelude
import Lemmata.Decidable
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w

/-- `sizeOf a` is a number that grows with how deep `a` is built. -/
class SizeOf (α : Sort u) where
  sizeOf : α → Nat
export SizeOf (sizeOf)
/-- The size of a value of which nothing is known. -/
protected def default.sizeOf (α : Sort u) : α → Nat := fun _ => 0
instance (priority := low) instSizeOfDefault (α : Sort u) : SizeOf α := ⟨default.sizeOf α⟩
@[simp] theorem sizeOf_default {α : Sort u} (n : α) : sizeOf n = 0 := rfl
instance instSizeOfNat : SizeOf Nat := ⟨fun n => n⟩
@[simp] theorem sizeOf_nat (n : Nat) : sizeOf n = n := rfl
instance instSizeOfForallUnit {α : Sort u} [SizeOf α] : SizeOf (Unit → α) := ⟨fun f => sizeOf (f Unit.unit)⟩
@[simp] theorem sizeOf_thunk {α : Sort u} [SizeOf α] (f : Unit → α) : sizeOf f = sizeOf (f Unit.unit) := rfl

deriving instance SizeOf for PUnit
deriving instance SizeOf for Prod
deriving instance SizeOf for PProd
deriving instance SizeOf for MProd
deriving instance SizeOf for Bool
deriving instance SizeOf for PLift
deriving instance SizeOf for ULift
deriving instance SizeOf for PULift
deriving instance SizeOf for Subtype
deriving instance SizeOf for Sum
deriving instance SizeOf for PSum
deriving instance SizeOf for Sigma
deriving instance SizeOf for PSigma
deriving instance SizeOf for Option
deriving instance SizeOf for List
deriving instance SizeOf for Decidable
deriving instance SizeOf for Fin
deriving instance SizeOf for BitVec
deriving instance SizeOf for UInt32
deriving instance SizeOf for Char
deriving instance SizeOf for String
deriving instance SizeOf for Array
deriving instance SizeOf for Lean.Name
