/-
How `omega` reads statements about `Fin n`: as statements about natural numbers below `n`.
-/
prelude
import Lemmata.Fin
import Lemmata.OmegaFacts
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Fin
variable {n : Nat} {a b : Fin n}
theorem val_congr (h : a = b) : a.val = b.val := congrArg Fin.val h
theorem val_le_of_le (h : a ≤ b) : a.val ≤ b.val := h
theorem val_le_of_ge (h : a ≥ b) : b.val ≤ a.val := h
theorem val_add_one_le_of_lt (h : a < b) : a.val + 1 ≤ b.val := h
theorem val_add_one_le_of_gt (h : a > b) : b.val + 1 ≤ a.val := h
end Fin

namespace Lean.Omega.Fin
section
variable {n : Nat} {i j : Fin n}
theorem lt_of_not_le (h : ¬i ≤ j) : j < i := Nat.lt_of_not_le (a := i.val) h
theorem le_of_not_lt (h : ¬i < j) : j ≤ i := Nat.le_of_not_lt (a := i.val) h
theorem lt_or_gt_of_ne (h : i ≠ j) : i < j ∨ i > j := Nat.lt_or_gt_of_ne (a := i.val) fun e => h (by
  cases i
  cases e
  rfl)
end
section
variable {n : Nat} {x y : Fin n}
theorem ofNat_val_add : ((x + y : Fin n).val : Int) = ((x.val : Int) + (y.val : Int)) % n := rfl
theorem ofNat_val_sub : ((x - y : Fin n).val : Int) = (((n - y.val : Nat) : Int) + (x.val : Int)) % n := rfl
theorem ofNat_val_mul : ((x * y : Fin n).val : Int) = ((x.val : Int) * (y.val : Int)) % n := rfl
end
theorem ofNat_val_natCast {n x y : Nat} (h : y = x % (n + 1)) :
    @Nat.cast Int instNatCastInt (@Fin.val (n + 1) (OfNat.ofNat x)) = OfNat.ofNat y := by
  rw [h]
  rfl
end Lean.Omega.Fin
