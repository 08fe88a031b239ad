/-
Polynomials with natural coefficients in several atoms, computed in a normal form, and their values in a
commutative semiring. The tactic `ring` compares two expressions by them.
-/
prelude
import Lemmata.Numbers
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

/-! ## Polynomials with natural coefficients -/

namespace Lemmata.Ring

/-- The exponents of the atoms in a product of powers, atom 0 first, without zeros at the end. -/
abbrev Monomial := List Nat
/-- Terms with a positive coefficient, each with another monomial, in the order of `precedes`. -/
abbrev Polynomial := List (Nat × Monomial)

def precedes : Monomial → Monomial → Bool
  | _, [] => false
  | [], _ :: _ => true
  | i :: m, j :: n => cond (Nat.beq i j) (precedes m n) (Nat.ble i j)
def same : Monomial → Monomial → Bool
  | [], [] => true
  | i :: m, j :: n => cond (Nat.beq i j) (same m n) false
  | _, _ => false
def product : Monomial → Monomial → Monomial
  | [], n => n
  | i :: m, [] => i :: m
  | i :: m, j :: n => (i + j) :: product m n
def insert (c : Nat) (m : Monomial) : Polynomial → Polynomial
  | [] => [(c, m)]
  | (d, n) :: p => cond (same m n) ((c + d, n) :: p) (cond (precedes m n) ((c, m) :: (d, n) :: p) ((d, n) :: insert c m p))
def add : Polynomial → Polynomial → Polynomial
  | [], q => q
  | (c, m) :: p, q => insert c m (add p q)
def scale (c : Nat) (m : Monomial) : Polynomial → Polynomial → Polynomial
  | [], r => r
  | (d, n) :: q, r => insert (c * d) (product m n) (scale c m q r)
def mul : Polynomial → Polynomial → Polynomial
  | [], _ => []
  | (c, m) :: p, q => scale c m q (mul p q)
def constant : Nat → Polynomial
  | 0 => []
  | n + 1 => [(n + 1, [])]
def atom : Nat → Monomial
  | 0 => [1]
  | i + 1 => 0 :: atom i
def equal : Polynomial → Polynomial → Bool
  | [], [] => true
  | (c, m) :: p, (d, n) :: q => cond (Nat.beq c d) (cond (same m n) (equal p q) false) false
  | _, _ => false

/-- An expression in a ring; `atom i` is a part that the ring does not take apart. -/
inductive Expression where
  | number (n : Nat)
  | atom (i : Nat)
  | add (e f : Expression)
  | mul (e f : Expression)
  | neg (e : Expression)
  | sub (e f : Expression)

/-- Two polynomials whose difference the expression is. -/
structure Difference where
  (plus minus : Polynomial)
def Difference.mul (a b : Difference) : Difference :=
  ⟨Ring.add (Ring.mul a.plus b.plus) (Ring.mul a.minus b.minus),
    Ring.add (Ring.mul a.plus b.minus) (Ring.mul a.minus b.plus)⟩
def Expression.normal : Expression → Difference
  | .number n => ⟨constant n, []⟩
  | .atom i => ⟨[(1, Ring.atom i)], []⟩
  | .add e f => ⟨Ring.add e.normal.plus f.normal.plus, Ring.add e.normal.minus f.normal.minus⟩
  | .mul e f => e.normal.mul f.normal
  | .neg e => ⟨e.normal.minus, e.normal.plus⟩
  | .sub e f => ⟨Ring.add e.normal.plus f.normal.minus, Ring.add e.normal.minus f.normal.plus⟩

/-! ## What they denote -/

section
variable {R : Type u} [CommSemiring R]

def Monomial.value : List R → Monomial → R
  | x :: γ, k :: m => x ^ k * value γ m
  | _, _ => 1
def value (γ : List R) : Polynomial → R
  | [] => 0
  | (c, m) :: p => Nat.cast c * Monomial.value γ m + value γ p

theorem Monomial.value_nil (γ : List R) : value γ [] = 1 := by cases γ <;> rfl
theorem same_eq : (m n : Monomial) → same m n = true → m = n
  | [], [], _ => rfl
  | i :: m, j :: n, h => by
    unfold same at h
    cases e : Nat.beq i j with
    | true =>
      rw [e] at h
      rw [Nat.eq_of_beq_eq_true i j e, same_eq m n h]
    | false =>
      rw [e] at h
      cases h
theorem value_product : (γ : List R) → (m n : Monomial) →
    Monomial.value γ (product m n) = Monomial.value γ m * Monomial.value γ n
  | γ, [], n => by rw [Monomial.value_nil, one_mul]; rfl
  | γ, i :: m, [] => by rw [Monomial.value_nil, mul_one]; rfl
  | [], i :: m, j :: n => (one_mul 1).symm
  | x :: γ, i :: m, j :: n => by
    show x ^ (i + j) * Monomial.value γ (product m n) = x ^ i * Monomial.value γ m * (x ^ j * Monomial.value γ n)
    rw [value_product γ m n, pow_add, mul_assoc, mul_assoc, mul_left_comm (x ^ j)]
theorem value_insert (γ : List R) (c : Nat) (m : Monomial) : (p : Polynomial) →
    value γ (insert c m p) = Nat.cast c * Monomial.value γ m + value γ p
  | [] => rfl
  | (d, n) :: p => by
    unfold insert
    cases e : same m n with
    | true =>
      show Nat.cast (c + d) * Monomial.value γ n + value γ p = _
      rw [Nat.cast_add, add_mul, add_assoc, same_eq m n e]
      rfl
    | false =>
      cases precedes m n with
      | true => rfl
      | false =>
        show Nat.cast d * Monomial.value γ n + value γ (insert c m p) = _
        rw [value_insert γ c m p, add_left_comm]
        rfl
theorem value_add (γ : List R) : (p q : Polynomial) → value γ (add p q) = value γ p + value γ q
  | [], q => (zero_add _).symm
  | (c, m) :: p, q => by
    show value γ (insert c m (add p q)) = Nat.cast c * Monomial.value γ m + value γ p + value γ q
    rw [value_insert, value_add γ p q, add_assoc]
theorem value_scale (γ : List R) (c : Nat) (m : Monomial) : (q r : Polynomial) →
    value γ (scale c m q r) = Nat.cast c * Monomial.value γ m * value γ q + value γ r
  | [], r => by
    show value γ r = _ * 0 + value γ r
    rw [mul_zero, zero_add]
  | (d, n) :: q, r => by
    show value γ (insert (c * d) (product m n) (scale c m q r)) =
      Nat.cast c * Monomial.value γ m * (Nat.cast d * Monomial.value γ n + value γ q) + value γ r
    rw [value_insert, value_scale γ c m q r, value_product, Nat.cast_mul, mul_add, add_assoc, mul_assoc, mul_assoc,
      mul_assoc, mul_left_comm (Nat.cast d)]
theorem value_mul (γ : List R) : (p q : Polynomial) → value γ (mul p q) = value γ p * value γ q
  | [], q => (zero_mul _).symm
  | (c, m) :: p, q => by
    show value γ (scale c m q (mul p q)) = (Nat.cast c * Monomial.value γ m + value γ p) * value γ q
    rw [value_scale, value_mul γ p q, add_mul]
theorem value_constant (γ : List R) : (n : Nat) → value γ (constant n) = Nat.cast n
  | 0 => Nat.cast_zero.symm
  | n + 1 => by
    show Nat.cast (n + 1) * Monomial.value γ [] + 0 = Nat.cast (n + 1)
    rw [Monomial.value_nil, mul_one, add_zero]
theorem value_equal (γ : List R) : (p q : Polynomial) → equal p q = true → value γ p = value γ q
  | [], [], _ => rfl
  | (c, m) :: p, (d, n) :: q, h => by
    unfold equal at h
    cases e : Nat.beq c d with
    | true =>
      cases f : same m n with
      | true =>
        rw [e, f] at h
        show Nat.cast c * Monomial.value γ m + value γ p = Nat.cast d * Monomial.value γ n + value γ q
        rw [Nat.eq_of_beq_eq_true c d e, same_eq m n f, value_equal γ p q h]
      | false =>
        rw [e, f] at h
        cases h
    | false =>
      rw [e] at h
      cases h
end
end Lemmata.Ring
