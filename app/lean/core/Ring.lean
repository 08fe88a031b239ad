/-
The tactics `ring` and `linear_combination`: both sides of an equation are read as expressions in the atoms that
occur, and the expressions are compared in a normal form, which the kernel computes.
-/
prelude
import Lemmata.ListMaps
import Lemmata.Polynomials
import Lemmata.Tactics
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

namespace Lemmata.Ring
section
variable {R : Type u} [CommSemiring R]

/-! ## Reading a term as an expression, by instances -/

/-- `x` is the difference `d` of polynomials, in whatever follows after the atoms `γ`. -/
def Denotes (x : R) (γ : List R) (d : Difference) : Prop :=
  ∀ δ, x + value (γ ++ δ) d.minus = value (γ ++ δ) d.plus
/-- `x` is atom number `i` of `γ'`, which is `γ` with perhaps one more atom. -/
class Lookup (x : R) (γ : List R) (γ' : outParam (List R)) (i : outParam Nat) : Prop where
  grown : ∃ δ, γ' = γ ++ δ
  found : ∀ δ, Monomial.value (γ' ++ δ) (atom i) = x
/-- `x` is the value of `e` at the atoms `γ'`, which are `γ` and perhaps more. -/
class Reads (x : R) (γ : List R) (γ' : outParam (List R)) (e : outParam Expression) : Prop where
  grown : ∃ δ, γ' = γ ++ δ
  denotes : Denotes x γ' e.normal

instance Lookup.new (x : R) : Lookup x [] [x] 0 where
  grown := ⟨[x], rfl⟩
  found δ := by
    show x ^ 1 * Monomial.value δ [] = x
    rw [Monomial.value_nil, mul_one, pow_one]
instance (priority := high) Lookup.here (x : R) (γ : List R) : Lookup x (x :: γ) (x :: γ) 0 where
  grown := ⟨[], (List.append_nil _).symm⟩
  found δ := by
    show x ^ 1 * Monomial.value (γ ++ δ) [] = x
    rw [Monomial.value_nil, mul_one, pow_one]
instance (priority := low) Lookup.there (x y : R) (γ γ' : List R) (i : Nat) [h : Lookup x γ γ' i] :
    Lookup x (y :: γ) (y :: γ') (i + 1) where
  grown := h.grown.elim fun δ e => ⟨δ, congrArg (List.cons y) e⟩
  found δ := by
    show y ^ 0 * Monomial.value (γ' ++ δ) (atom i) = x
    rw [pow_zero, one_mul, h.found]

theorem Denotes.grow {x : R} {γ γ' : List R} {d : Difference} (h : Denotes x γ d) (g : ∃ δ, γ' = γ ++ δ) :
    Denotes x γ' d := fun δ => by
  obtain ⟨ε, rfl⟩ := g
  rw [List.append_assoc]
  exact h _
omit [CommSemiring R] in
theorem grown_trans {γ γ' γ'' : List R} : (∃ δ, γ' = γ ++ δ) → (∃ δ, γ'' = γ' ++ δ) → ∃ δ, γ'' = γ ++ δ
  | ⟨δ, e⟩, ⟨ε, f⟩ => ⟨δ ++ ε, by rw [f, e, List.append_assoc]⟩

theorem Denotes.add {x y : R} {γ : List R} {a b : Difference} (h : Denotes x γ a) (k : Denotes y γ b) :
    Denotes (x + y) γ ⟨Ring.add a.plus b.plus, Ring.add a.minus b.minus⟩ := fun δ => by
  show x + y + value _ (Ring.add a.minus b.minus) = value _ (Ring.add a.plus b.plus)
  rw [value_add, value_add, ← h δ, ← k δ, add_assoc, add_assoc, add_left_comm y]
theorem Denotes.mul {x y : R} {γ : List R} {a b : Difference} (h : Denotes x γ a) (k : Denotes y γ b) :
    Denotes (x * y) γ (a.mul b) := fun δ => by
  show x * y + value _ (Ring.add (Ring.mul a.plus b.minus) (Ring.mul a.minus b.plus)) =
    value _ (Ring.add (Ring.mul a.plus b.plus) (Ring.mul a.minus b.minus))
  rw [value_add, value_add, value_mul, value_mul, value_mul, value_mul, ← h δ, ← k δ]
  rw [add_mul, add_mul, mul_add, mul_add, add_assoc, add_assoc, add_assoc, add_assoc,
    add_left_comm (value _ a.minus * value _ b.minus)]
instance (priority := low) Reads.atom (x : R) (γ γ' : List R) (i : Nat) [h : Lookup x γ γ' i] :
    Reads x γ γ' (.atom i) where
  grown := h.grown
  denotes δ := by
    show x + 0 = Nat.cast 1 * Monomial.value (γ' ++ δ) (Ring.atom i) + 0
    rw [h.found, Nat.cast_one, one_mul]
instance Reads.add (x y : R) (γ γ' γ'' : List R) (e f : Expression) [h : Reads x γ γ' e] [k : Reads y γ' γ'' f] :
    Reads (x + y) γ γ'' (.add e f) :=
  ⟨grown_trans h.grown k.grown, (h.denotes.grow k.grown).add k.denotes⟩
instance Reads.mul (x y : R) (γ γ' γ'' : List R) (e f : Expression) [h : Reads x γ γ' e] [k : Reads y γ' γ'' f] :
    Reads (x * y) γ γ'' (.mul e f) :=
  ⟨grown_trans h.grown k.grown, (h.denotes.grow k.grown).mul k.denotes⟩
theorem denotes_number {x : R} {n : Nat} (h : x = Nat.cast n) (γ : List R) :
    Denotes x γ (Expression.normal (.number n)) := fun δ => by
  show x + 0 = value _ (constant n)
  rw [add_zero, value_constant, h]
theorem Reads.of_number {x : R} {n : Nat} (h : x = Nat.cast n) (γ : List R) : Reads x γ γ (.number n) :=
  ⟨⟨[], (List.append_nil _).symm⟩, denotes_number h γ⟩
instance Reads.zero (γ : List R) : Reads 0 γ γ (.number 0) := .of_number Nat.cast_zero.symm γ
instance Reads.one (γ : List R) : Reads 1 γ γ (.number 1) := .of_number Nat.cast_one.symm γ
instance (priority := mid) Reads.number (n : Nat) [n.AtLeastTwo] (γ : List R) : Reads (no_index (OfNat.ofNat n : R)) γ γ (.number n) :=
  .of_number rfl γ
instance Reads.pow_zero (x : R) (γ : List R) : Reads (x ^ 0) γ γ (.number 1) :=
  .of_number ((_root_.pow_zero x).trans Nat.cast_one.symm) γ
instance (priority := high) Reads.pow_succ (x : R) (γ γ' γ'' : List R) (e f : Expression) (k : Nat)
    [h : Reads x γ γ' e] [l : Reads (x ^ k) γ' γ'' f] : Reads (x ^ (k + 1)) γ γ'' (.mul f e) :=
  ⟨grown_trans h.grown l.grown, _root_.pow_succ x k ▸ l.denotes.mul (h.denotes.grow l.grown)⟩
instance Reads.pow_add (x : R) (γ γ' γ'' : List R) (e f : Expression) (m n : Nat) [h : Reads (x ^ m) γ γ' e]
    [k : Reads (x ^ n) γ' γ'' f] : Reads (x ^ (m + n)) γ γ'' (.mul e f) :=
  ⟨grown_trans h.grown k.grown, _root_.pow_add x m n ▸ (h.denotes.grow k.grown).mul k.denotes⟩
/-- Both sides of an equation in a semiring have the same normal form. -/
theorem eq_of_semiring {x y : R} {γ γ' : List R} {e f : Expression} [h : Reads x [] γ e] [k : Reads y γ γ' f]
    (c : (equal e.normal.minus [] && equal f.normal.minus [] && equal e.normal.plus f.normal.plus) = true) : x = y := by
  have hx := h.denotes.grow k.grown []
  have hy := k.denotes []
  rw [Bool.and_eq_true, Bool.and_eq_true] at c
  rw [value_equal _ _ _ c.left.left] at hx
  rw [value_equal _ _ _ c.left.right] at hy
  exact (add_zero x).symm.trans (hx.trans ((value_equal _ _ _ c.right).trans (hy.symm.trans (add_zero y))))
end

section
variable {R : Type u} [CommRing R]

theorem Denotes.neg {x : R} {γ : List R} {a : Difference} (h : Denotes x γ a) :
    Denotes (-x) γ ⟨a.minus, a.plus⟩ := fun δ => by
  show -x + value _ a.plus = value _ a.minus
  rw [← h δ, ← add_assoc, neg_add_cancel, zero_add]
instance Reads.neg (x : R) (γ γ' : List R) (e : Expression) [h : Reads x γ γ' e] : Reads (-x) γ γ' (.neg e) :=
  ⟨h.grown, h.denotes.neg⟩
instance Reads.sub (x y : R) (γ γ' γ'' : List R) (e f : Expression) [h : Reads x γ γ' e] [k : Reads y γ' γ'' f] :
    Reads (x - y) γ γ'' (.sub e f) :=
  ⟨grown_trans h.grown k.grown, sub_eq_add_neg x y ▸ (h.denotes.grow k.grown).add k.denotes.neg⟩
/-- Both sides of an equation in a ring have the same normal form. -/
theorem eq_of_ring {x y : R} {γ γ' : List R} {e f : Expression} [h : Reads x [] γ e] [k : Reads y γ γ' f]
    (c : equal (add e.normal.plus f.normal.minus) (add f.normal.plus e.normal.minus) = true) : x = y := by
  have hx := h.denotes.grow k.grown []
  have hy := k.denotes []
  have hc := value_equal (γ' ++ []) _ _ c
  rw [value_add, value_add, ← hx, ← hy, add_assoc, add_assoc, add_comm (value _ f.normal.minus)] at hc
  exact add_right_cancel hc
end

instance (priority := mid) Reads.natNumber (n : Nat) [n.AtLeastTwo] (γ : List Nat) : Reads (no_index (OfNat.ofNat n : Nat)) γ γ (.number n) :=
  .of_number rfl γ
instance Reads.natSucc (n : Nat) (γ γ' : List Nat) (e : Expression) [h : Reads n γ γ' e] :
    Reads (Nat.succ n) γ γ' (.add e (.number 1)) :=
  ⟨h.grown, h.denotes.add (denotes_number (x := 1) (n := 1) rfl γ')⟩
instance (priority := mid) Reads.intNumber (n : Nat) [n.AtLeastTwo] (γ : List Int) : Reads (no_index (OfNat.ofNat n : Int)) γ γ (.number n) :=
  .of_number rfl γ

end Lemmata.Ring

/-- `ring` proves an equation that holds in every commutative ring or semiring. -/
macro "ring" : tactic => `(tactic|
  set_option synthInstance.maxSize 4000 in
  first
  | exact Lemmata.Ring.eq_of_ring (by decide +kernel)
  | exact Lemmata.Ring.eq_of_semiring (by decide +kernel)
  | fail "ring failed: the two sides are not equal in every commutative ring")

/-- `ring1` is `ring`. -/
macro "ring1" : tactic => `(tactic| ring)
/-- `ring_nf` proves what `ring` proves; it does not rewrite. -/
macro "ring_nf" : tactic => `(tactic| ring)

/-! ## Sums of multiples of equations -/

namespace Lemmata.Ring
variable {R : Type u} [CommRing R] {a b c d : R}

theorem eq_of_combination (h : c = d) (k : a - b - (c - d) = 0) : a = b := by
  subst h
  rw [sub_self, sub_zero] at k
  exact sub_eq_zero.mp k
theorem add_equations (h : a = b) (k : c = d) : a + c = b + d := by rw [h, k]
theorem sub_equations (h : a = b) (k : c = d) : a - c = b - d := by rw [h, k]
theorem mul_equations (h : a = b) (k : c = d) : a * c = b * d := by rw [h, k]
theorem neg_equation (h : a = b) : -a = -b := by rw [h]

/-- A combination of equations as one equation; a part that is no equation stands for `part = part`. -/
syntax "combination% " term : term
macro_rules
  | `(combination% ($e)) => `(combination% $e)
  | `(combination% $e + $f) => `(add_equations (combination% $e) (combination% $f))
  | `(combination% $e - $f) => `(sub_equations (combination% $e) (combination% $f))
  | `(combination% $e * $f) => `(mul_equations (combination% $e) (combination% $f))
  | `(combination% -$e) => `(neg_equation (combination% $e))
  | `(combination% $e) => `(by first | exact $e | exact Eq.refl $e)
end Lemmata.Ring

/-- `linear_combination 2 * h₁ - x * h₂` proves an equation that is that combination of the equations `h₁`, `h₂`. -/
syntax "linear_combination" (ppSpace colGt term)? : tactic
macro_rules
  | `(tactic| linear_combination) => `(tactic| ring)
  | `(tactic| linear_combination $e) => `(tactic| exact Lemmata.Ring.eq_of_combination (combination% $e) (by ring))
