/-
A function applied again and again, and what it leaves fixed.
-/
prelude
import Lemmata.Functions
import Lemmata.Nat
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

/-- `f` applied `n` times. -/
def Nat.iterate {α : Sort u} (op : α → α) : Nat → α → α
  | 0, a => a
  | Nat.succ k, a => Nat.iterate op k (op a)
notation:max f "^[" n "]" => Nat.iterate f n

namespace Function
variable {α : Type u} (f : α → α)

@[simp] theorem iterate_zero : f^[0] = id := rfl
theorem iterate_zero_apply (x : α) : f^[0] x = x := rfl
@[simp] theorem iterate_succ (n : Nat) : f^[n.succ] = f^[n] ∘ f := rfl
theorem iterate_succ_apply (n : Nat) (x : α) : f^[n.succ] x = f^[n] (f x) := rfl
@[simp] theorem iterate_one : f^[1] = f := rfl
@[simp] theorem iterate_id (n : Nat) : (id : α → α)^[n] = id := by
  induction n with
  | zero => rfl
  | succ n ih => exact ih
theorem iterate_add_apply (m n : Nat) (x : α) : f^[m + n] x = f^[m] (f^[n] x) := by
  induction n generalizing x with
  | zero => rfl
  | succ n ih => exact ih (f x)
theorem iterate_add (m n : Nat) : f^[m + n] = f^[m] ∘ f^[n] := funext (iterate_add_apply f m n)
theorem iterate_succ_apply' (n : Nat) (x : α) : f^[n.succ] x = f (f^[n] x) := by
  induction n generalizing x with
  | zero => rfl
  | succ n ih => exact ih (f x)
theorem iterate_succ' (n : Nat) : f^[n.succ] = f ∘ f^[n] := funext (iterate_succ_apply' f n)
theorem iterate_mul (m n : Nat) : f^[m * n] = f^[m]^[n] := by
  induction n with
  | zero => rfl
  | succ n ih => exact (iterate_add f (m * n) m).trans (congrArg (· ∘ f^[m]) ih)
variable {f}
theorem Injective.iterate (Hinj : Injective f) (n : Nat) : Injective f^[n] := by
  induction n with
  | zero => exact injective_id
  | succ n ih => exact ih.comp Hinj
theorem Surjective.iterate (Hsurj : Surjective f) (n : Nat) : Surjective f^[n] := by
  induction n with
  | zero => exact surjective_id
  | succ n ih => exact ih.comp Hsurj
theorem Bijective.iterate (Hbij : Bijective f) (n : Nat) : Bijective f^[n] :=
  ⟨Hbij.left.iterate n, Hbij.right.iterate n⟩

/-- `f` leaves `x` where it is. -/
def IsFixedPt (f : α → α) (x : α) : Prop := f x = x
theorem isFixedPt_id (x : α) : IsFixedPt id x := rfl
namespace IsFixedPt
variable {g : α → α} {x : α}
protected theorem eq (hf : IsFixedPt f x) : f x = x := hf
protected theorem comp (hf : IsFixedPt f x) (hg : IsFixedPt g x) : IsFixedPt (f ∘ g) x :=
  (congrArg f hg).trans hf
protected theorem iterate (hf : IsFixedPt f x) (n : Nat) : IsFixedPt f^[n] x := by
  induction n with
  | zero => rfl
  | succ n ih => exact (congrArg f^[n] hf).trans ih
end IsFixedPt

end Function
