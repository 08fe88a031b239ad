prelude
import Lemmata
set_option linter.unusedVariables false

variable {G : Type*} [Group G]

-- The neutral element is the only one
theorem one_unique (e : G) (h : ∀ a, e * a = a) : e = 1 := by
  rw [← mul_one e, h]
-- Inverses are unique
theorem inv_unique (a b : G) (h : b * a = 1) : b = a⁻¹ := by
  calc
    b = b * (a * a⁻¹) := by rw [mul_inv_cancel, mul_one]
    _ = b * a * a⁻¹ := by rw [mul_assoc]
    _ = a⁻¹ := by rw [h, one_mul]
-- A group in which every square is one is commutative
theorem commutative_of_squares (h : ∀ a : G, a * a = 1) (a b : G) : a * b = b * a := by
  have inv (x : G) : x⁻¹ = x := inv_eq_of_mul_eq_one_right (h x)
  rw [← inv (a * b), mul_inv_rev, inv, inv]
-- A group is commutative exactly if the square of each product is the product of the squares
theorem commutative_iff : (∀ a b : G, (a * b) ^ 2 = a ^ 2 * b ^ 2) ↔ ∀ a b : G, a * b = b * a := by
  constructor
  · intro h a b
    have e := h a b
    rw [pow_two, pow_two, pow_two, mul_assoc, mul_assoc] at e
    have e := mul_left_cancel e
    rw [← mul_assoc, ← mul_assoc] at e
    exact (mul_right_cancel e).symm
  · intro h a b
    rw [pow_two, pow_two, pow_two, mul_assoc, mul_assoc, ← mul_assoc b, h b a, mul_assoc]
-- Conjugation keeps products
theorem conjugate_mul (g a b : G) : g * (a * b) * g⁻¹ = g * a * g⁻¹ * (g * b * g⁻¹) := by
  simp [mul_assoc]
-- The equation a * x = b has exactly one solution
theorem solution (a b : G) : ∃! x, a * x = b :=
  ⟨a⁻¹ * b, by simp, fun y h => by rw [← h, inv_mul_cancel_left]⟩

-- In a ring products with zero are zero, proved from the axioms
theorem zero_product {R : Type*} [Ring R] (a : R) : a * 0 = 0 := by
  have h : a * 0 + a * 0 = a * 0 + 0 := by rw [← mul_add, add_zero, add_zero]
  exact add_left_cancel h
-- A boolean ring has characteristic two and is commutative
theorem boolean_ring {R : Type*} [Ring R] (h : ∀ a : R, a * a = a) (a : R) : a + a = 0 := by
  have e := h (a + a)
  rw [mul_add, add_mul, h a] at e
  exact add_left_cancel (e.trans (add_zero (a + a)).symm)
-- A domain has no nilpotent elements
theorem nilpotent {R : Type*} [CommRing R] [IsDomain R] (a : R) (n : ℕ) (h : a ^ n = 0) : a = 0 := by
  by_contra h'
  exact pow_ne_zero n h' h

-- A square is even only if its root is
theorem even_of_even_sq (n : ℕ) (h : Even (n ^ 2)) : Even n := by
  rcases Nat.even_or_odd n with h' | h'
  · exact h'
  · exact absurd h (Nat.not_even_iff_odd.mpr h'.pow)
-- The sum of consecutive integers is odd
theorem consecutive (n : ℤ) : Odd (n + (n + 1)) := by
  rw [← add_assoc]
  exact (even_add_self n).add_one
-- Arithmetic and geometric mean, without a square root
theorem means (a b : ℤ) : 4 * (a * b) ≤ (a + b) ^ 2 := by
  have h := sq_nonneg (a - b)
  rw [← sub_nonneg]
  calc
    0 ≤ (a - b) ^ 2 := h
    _ = (a + b) ^ 2 - 4 * (a * b) := by ring
-- The triangle inequality for three
theorem triangle (a b c : ℤ) : |a + b + c| ≤ |a| + |b| + |c| :=
  calc
    |a + b + c| ≤ |a + b| + |c| := abs_add_le (a + b) c
    _ ≤ |a| + |b| + |c| := add_le_add_left (abs_add_le a b) |c|
-- What is less than a bound on both sides
theorem between {α : Type*} [LinearOrder α] (a b c : α) (h : a < b) : c < b ∨ a < c := by
  by_contra! n
  exact absurd (n.1.trans n.2) (not_le.mpr h)
-- A structure of one's own is a group
inductive Sign where
  | plus
  | minus
namespace Sign
protected def mul : Sign → Sign → Sign
  | plus, s => s
  | minus, plus => minus
  | minus, minus => plus
instance : CommGroup Sign where
  mul := Sign.mul
  one := plus
  inv s := s
  mul_assoc a b c := by cases a <;> cases b <;> cases c <;> rfl
  one_mul a := rfl
  mul_one a := by cases a <;> rfl
  inv_mul_cancel a := by cases a <;> rfl
  mul_comm a b := by cases a <;> cases b <;> rfl
theorem twice (s : Sign) : s ^ 2 = 1 := by rw [pow_two]; exact inv_mul_cancel s
theorem swap (a b c : Sign) : a * b / c = b / c * a := by rw [mul_div_assoc, mul_comm]
end Sign
