import Mathlib

namespace Course

theorem chain_in_any_order {α : Type} [Preorder α] (a b c d : α) (h : a ≤ b) (k : b ≤ c) (l : c ≤ d) : a ≤ d :=
  le_trans h (le_trans k l)

theorem lt_of_mixed {α : Type} [Preorder α] (a b c : α) (h : a < b) (k : b ≤ c) : a < c := lt_of_lt_of_le h k

theorem equal_if_both {α : Type} [PartialOrder α] (a b : α) (h : a ≤ b) (k : b ≤ a) : a = b := le_antisymm h k

theorem not_less {α : Type} [LinearOrder α] (a b : α) : ¬a < b ↔ b ≤ a := not_lt

theorem max_swap {α : Type} [LinearOrder α] (a b : α) : max a b = max b a := max_comm a b

theorem min_below {α : Type} [LinearOrder α] (a b : α) : min a b ≤ a := min_le_left a b

theorem ring_law {R : Type} [CommRing R] (a b : R) : (a + b) * (a - b) = a * a - b * b := by ring

theorem zero_product {R : Type} [Ring R] (a : R) : a * 0 = 0 := mul_zero a

end Course
