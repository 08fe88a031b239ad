/-
What `simp`'s built-in procedures for numerals appeal to: how `a + 3 = b + 5` or `a + 3 ≤ 7` simplifies.
-/
prelude
import Lemmata.Gcd
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Nat.Simproc

protected theorem sub_add_eq_comm (a b c : Nat) : a - (b + c) = a - c - b := by rw [Nat.add_comm, Nat.sub_sub]
theorem add_eq_gt (a : Nat) {b c : Nat} (h : b > c) : (a + b = c) = False :=
  eq_false fun e => Nat.not_le_of_gt h (Nat.le_trans (Nat.le_add_left b a) (Nat.le_of_eq e))
theorem eq_add_gt (a : Nat) {b c : Nat} (h : c > a) : (a = b + c) = False :=
  eq_false fun e => Nat.not_le_of_gt h (Nat.le_trans (Nat.le_add_left c b) (Nat.le_of_eq e.symm))
theorem add_eq_le (a : Nat) {b c : Nat} (h : b ≤ c) : (a + b = c) = (a = c - b) :=
  propext ⟨fun e => by rw [← e, Nat.add_sub_cancel], fun e => by rw [e, Nat.sub_add_cancel h]⟩
theorem eq_add_le {a : Nat} (b : Nat) {c : Nat} (h : c ≤ a) : (a = b + c) = (b = a - c) := by
  rw [← add_eq_le b h]
  exact propext eq_comm
theorem add_eq_add_le (a c : Nat) {b d : Nat} (h : b ≤ d) : (a + b = c + d) = (a = c + (d - b)) := by
  rw [← Nat.add_sub_assoc h]
  exact add_eq_le a (Nat.le_trans h (Nat.le_add_left d c))
theorem add_eq_add_ge (a c : Nat) {b d : Nat} (h : b ≥ d) : (a + b = c + d) = (a + (b - d) = c) := by
  rw [show (a + b = c + d) = (c + d = a + b) from propext eq_comm, add_eq_add_le c a h]
  exact propext eq_comm
theorem add_le_add_le (a c : Nat) {b d : Nat} (h : b ≤ d) : (a + b ≤ c + d) = (a ≤ c + (d - b)) := by
  rw [← Nat.add_sub_assoc h]
  exact propext (Nat.le_sub_iff_add_le (Nat.le_trans h (Nat.le_add_left d c))).symm
theorem add_le_add_ge (a c : Nat) {b d : Nat} (h : b ≥ d) : (a + b ≤ c + d) = (a + (b - d) ≤ c) := by
  rw [← Nat.add_sub_assoc h]
  exact propext Nat.sub_le_iff_le_add.symm
theorem add_le_le (a : Nat) {b c : Nat} (h : b ≤ c) : (a + b ≤ c) = (a ≤ c - b) :=
  propext (Nat.le_sub_iff_add_le h).symm
theorem add_le_gt (a : Nat) {b c : Nat} (h : b > c) : (a + b ≤ c) = False :=
  eq_false fun l => Nat.not_le_of_gt h (Nat.le_trans (Nat.le_add_left b a) l)
theorem le_add_le {a : Nat} (b : Nat) {c : Nat} (h : a ≤ c) : (a ≤ b + c) = True :=
  eq_true (Nat.le_trans h (Nat.le_add_left c b))
theorem le_add_ge {a : Nat} (b : Nat) {c : Nat} (_ : a ≥ c) : (a ≤ b + c) = (a - c ≤ b) :=
  propext Nat.sub_le_iff_le_add.symm
theorem add_sub_add_le (a c : Nat) {b d : Nat} (h : b ≤ d) : a + b - (c + d) = a - (c + (d - b)) := by
  rw [← Nat.add_sub_add_right a b (c + (d - b)), Nat.add_assoc c, Nat.sub_add_cancel h]
theorem add_sub_add_ge (a c : Nat) {b d : Nat} (h : b ≥ d) : a + b - (c + d) = a + (b - d) - c := by
  rw [← Nat.add_sub_add_right (a + (b - d)) d c, Nat.add_assoc a, Nat.sub_add_cancel h]
theorem add_sub_le (a : Nat) {b c : Nat} (h : b ≤ c) : a + b - c = a - (c - b) := by
  have e := add_sub_add_le a 0 h
  rw [Nat.zero_add, Nat.zero_add] at e
  exact e
theorem beqEqOfEqEq {a b c d : Nat} (p : (a = b) = (c = d)) : (a == b) = (c == d) := by
  show decide (a = b) = decide (c = d)
  by_cases h : c = d
  · rw [decide_eq_true h, decide_eq_true (p ▸ h)]
  · rw [decide_eq_false h, decide_eq_false (p ▸ h)]
theorem beqFalseOfEqFalse {a b : Nat} (p : (a = b) = False) : (a == b) = false :=
  decide_eq_false (of_eq_false p)
theorem bneEqOfEqEq {a b c d : Nat} (p : (a = b) = (c = d)) : (a != b) = (c != d) :=
  congrArg Bool.not (beqEqOfEqEq p)
theorem bneTrueOfEqFalse {a b : Nat} (p : (a = b) = False) : (a != b) = true :=
  congrArg Bool.not (beqFalseOfEqFalse p)

end Nat.Simproc
