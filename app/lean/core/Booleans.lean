/-
The algebra of truth values, beyond what `simp` needs from the start: laws of `&&`, `||`, `!` and `^^`.
-/
prelude
import Lemmata.Macros
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

namespace Bool

/-- Exactly one of the two is true. -/
abbrev xor : Bool → Bool → Bool := bne
infixl:33 " ^^ " => xor

theorem eq_false_iff {b : Bool} : b = false ↔ b ≠ true := by cases b <;> simp
theorem ne_false_iff {b : Bool} : b ≠ false ↔ b = true := by cases b <;> simp
theorem eq_not_iff {a b : Bool} : a = !b ↔ a ≠ b := by cases a <;> cases b <;> decide
theorem not_eq_iff {a b : Bool} : !a = b ↔ a ≠ b := by cases a <;> cases b <;> decide
@[simp] theorem not_eq_not {a b : Bool} : ¬a = !b ↔ a = b := by cases a <;> cases b <;> decide
@[simp] theorem not_not_eq {a b : Bool} : ¬(!a) = b ↔ a = b := by cases a <;> cases b <;> decide
theorem not_inj {x y : Bool} : (!x) = (!y) → x = y := by cases x <;> cases y <;> decide
theorem not_inj_iff {x y : Bool} : (!x) = (!y) ↔ x = y := by cases x <;> cases y <;> decide
theorem and_left_comm (x y z : Bool) : (x && (y && z)) = (y && (x && z)) := by cases x <;> cases y <;> rfl
theorem and_right_comm (x y z : Bool) : (x && y && z) = (x && z && y) :=
  by cases x <;> cases y <;> cases z <;> rfl
theorem or_left_comm (x y z : Bool) : (x || (y || z)) = (y || (x || z)) := by cases x <;> cases y <;> rfl
theorem or_right_comm (x y z : Bool) : (x || y || z) = (x || z || y) :=
  by cases x <;> cases y <;> cases z <;> rfl
theorem and_or_distrib_left (x y z : Bool) : (x && (y || z)) = (x && y || x && z) := by cases x <;> rfl
theorem and_or_distrib_right (x y z : Bool) : ((x || y) && z) = (x && z || y && z) := by
  cases x <;> cases y <;> cases z <;> rfl
theorem or_and_distrib_left (x y z : Bool) : (x || y && z) = ((x || y) && (x || z)) := by cases x <;> rfl
theorem or_and_distrib_right (x y z : Bool) : (x && y || z) = ((x || z) && (y || z)) := by
  cases x <;> cases y <;> cases z <;> rfl
@[simp] theorem and_not_self (x : Bool) : (x && !x) = false := by cases x <;> rfl
@[simp] theorem not_and_self (x : Bool) : (!x && x) = false := by cases x <;> rfl
@[simp] theorem or_not_self (x : Bool) : (x || !x) = true := by cases x <;> rfl
@[simp] theorem not_or_self (x : Bool) : (!x || x) = true := by cases x <;> rfl
@[simp] theorem and_self_left (a b : Bool) : (a && (a && b)) = (a && b) := by cases a <;> rfl
@[simp] theorem or_self_left (a b : Bool) : (a || (a || b)) = (a || b) := by cases a <;> rfl
theorem and_eq_true_iff {x y : Bool} : (x && y) = true ↔ x = true ∧ y = true := iff_of_eq (and_eq_true x y)
theorem or_eq_true_iff {x y : Bool} : (x || y) = true ↔ x = true ∨ y = true := iff_of_eq (or_eq_true x y)
theorem and_eq_false_iff {x y : Bool} : (x && y) = false ↔ x = false ∨ y = false := by
  cases x <;> cases y <;> decide
@[simp] theorem and_eq_false_imp {x y : Bool} : (x && y) = false ↔ (x = true → y = false) := by
  cases x <;> cases y <;> decide
@[simp] theorem or_eq_false_iff {x y : Bool} : (x || y) = false ↔ x = false ∧ y = false := by
  cases x <;> cases y <;> decide
@[simp] theorem and_self_right (a b : Bool) : ((a && b) && b) = (a && b) := by cases a <;> cases b <;> rfl
@[simp] theorem or_self_right (a b : Bool) : ((a || b) || b) = (a || b) := by cases a <;> cases b <;> rfl
@[simp] theorem true_beq (b : Bool) : (true == b) = b := by cases b <;> rfl
@[simp] theorem false_beq (b : Bool) : (false == b) = !b := by cases b <;> rfl
@[simp] theorem beq_true (b : Bool) : (b == true) = b := by cases b <;> rfl
@[simp] theorem beq_false (b : Bool) : (b == false) = !b := by cases b <;> rfl
@[simp] theorem true_bne (b : Bool) : (true != b) = !b := by cases b <;> rfl
@[simp] theorem false_bne (b : Bool) : (false != b) = b := by cases b <;> rfl
@[simp] theorem bne_true (b : Bool) : (b != true) = !b := by cases b <;> rfl
@[simp] theorem bne_false (b : Bool) : (b != false) = b := by cases b <;> rfl
@[simp] theorem not_eq_self (b : Bool) : ((!b) = b) ↔ False := by cases b <;> decide
@[simp] theorem eq_not_self (b : Bool) : (b = (!b)) ↔ False := by cases b <;> decide
@[simp] theorem coe_iff_coe {a b : Bool} : (a = true ↔ b = true) ↔ a = b := by cases a <;> cases b <;> decide

/-! ## Exclusive or -/

theorem false_xor (x : Bool) : (false ^^ x) = x := by cases x <;> rfl
theorem xor_false (x : Bool) : (x ^^ false) = x := by cases x <;> rfl
theorem true_xor (x : Bool) : (true ^^ x) = !x := by cases x <;> rfl
theorem xor_true (x : Bool) : (x ^^ true) = !x := by cases x <;> rfl
theorem xor_self (x : Bool) : (x ^^ x) = false := by cases x <;> rfl
theorem xor_comm (x y : Bool) : (x ^^ y) = (y ^^ x) := by cases x <;> cases y <;> rfl
theorem xor_left_comm (x y z : Bool) : (x ^^ (y ^^ z)) = (y ^^ (x ^^ z)) := by
  cases x <;> cases y <;> cases z <;> rfl
theorem xor_assoc (x y z : Bool) : (x ^^ y ^^ z) = (x ^^ (y ^^ z)) :=
  by cases x <;> cases y <;> cases z <;> rfl
theorem not_xor (x y : Bool) : (!x ^^ y) = !(x ^^ y) := by cases x <;> cases y <;> rfl
theorem xor_not (x y : Bool) : (x ^^ !y) = !(x ^^ y) := by cases x <;> cases y <;> rfl
theorem and_xor_distrib_left (x y z : Bool) : (x && (y ^^ z)) = ((x && y) ^^ (x && z)) := by
  cases x <;> cases y <;> cases z <;> rfl

end Bool

theorem Bool.dichotomy (b : Bool) : b = false ∨ b = true := (Bool.eq_false_or_eq_true b).symm
theorem Bool.forall_bool {p : Bool → Prop} : (∀ b, p b) ↔ p false ∧ p true :=
  ⟨fun h => ⟨h false, h true⟩, fun h b => by cases b <;> first | exact h.left | exact h.right⟩
theorem Bool.exists_bool {p : Bool → Prop} : (∃ b, p b) ↔ p false ∨ p true :=
  ⟨fun ⟨b, h⟩ => by cases b <;> first | exact Or.inl h | exact Or.inr h, fun h => h.elim (⟨_, ·⟩) (⟨_, ·⟩)⟩
theorem Bool.cond_eq_ite {α : Sort u} (b : Bool) (t e : α) : cond b t e = if b = true then t else e := by
  cases b <;> rfl
@[simp] theorem Bool.cond_not {α : Sort u} (b : Bool) (t e : α) : cond (!b) t e = cond b e t :=
  by cases b <;> rfl
