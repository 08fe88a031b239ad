/-
The sum and the product of a list.
-/
prelude
import Lemmata.ListParts
import Lemmata.Numbers
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v

namespace List
variable {α : Type u}

/-- The sum of the elements. -/
def sum {α : Type u} [Add α] [Zero α] : List α → α := foldr (· + ·) 0
/-- The product of the elements. -/
def prod {α : Type u} [Mul α] [One α] : List α → α := foldr (· * ·) 1

@[simp] theorem sum_nil [Add α] [Zero α] : ([] : List α).sum = 0 := rfl
@[simp] theorem sum_cons [Add α] [Zero α] {a : α} {l : List α} : (a :: l).sum = a + l.sum := rfl
@[simp] theorem prod_nil [Mul α] [One α] : ([] : List α).prod = 1 := rfl
@[simp] theorem prod_cons [Mul α] [One α] {a : α} {l : List α} : (a :: l).prod = a * l.prod := rfl
theorem sum_singleton [AddMonoid α] {a : α} : [a].sum = a := add_zero a
theorem prod_singleton [Monoid α] {a : α} : [a].prod = a := mul_one a
@[simp] theorem sum_append [AddMonoid α] {l₁ l₂ : List α} : (l₁ ++ l₂).sum = l₁.sum + l₂.sum := by
  induction l₁ with
  | nil => exact (zero_add _).symm
  | cons a l₁ ih => rw [cons_append, sum_cons, ih, sum_cons, add_assoc]
@[simp] theorem prod_append [Monoid α] {l₁ l₂ : List α} : (l₁ ++ l₂).prod = l₁.prod * l₂.prod := by
  induction l₁ with
  | nil => exact (one_mul _).symm
  | cons a l₁ ih => rw [cons_append, prod_cons, ih, prod_cons, mul_assoc]
@[simp] theorem sum_reverse [AddCommMonoid α] (l : List α) : l.reverse.sum = l.sum := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [reverse_cons, sum_append, ih, sum_singleton, sum_cons, add_comm]
@[simp] theorem length_flatten {L : List (List α)} : L.flatten.length = (L.map length).sum := by
  induction L with
  | nil => rfl
  | cons l L ih => rw [flatten_cons, length_append, ih, map_cons, sum_cons]
@[simp] theorem sum_replicate_nat {n : Nat} {a : Nat} : (replicate n a).sum = n * a := by
  induction n with
  | zero => exact (Nat.zero_mul a).symm
  | succ n ih => rw [replicate_succ, sum_cons, ih, Nat.succ_mul, Nat.add_comm]
theorem sum_append_nat {l₁ l₂ : List Nat} : (l₁ ++ l₂).sum = l₁.sum + l₂.sum := sum_append
theorem sum_reverse_nat (xs : List Nat) : xs.reverse.sum = xs.sum := sum_reverse xs
theorem sum_range_succ [AddMonoid α] (f : Nat → α) (n : Nat) :
    ((range n.succ).map f).sum = ((range n).map f).sum + f n := by
  rw [range_succ, map_append, sum_append, map_singleton, sum_singleton]
theorem prod_range_succ [Monoid α] (f : Nat → α) (n : Nat) :
    ((range n.succ).map f).prod = ((range n).map f).prod * f n := by
  rw [range_succ, map_append, prod_append, map_singleton, prod_singleton]

end List
