/-
Even and odd: `n = r + r`, and `n = 2 * m + 1`.
-/
prelude
import Lemmata.Divides
import Lemmata.OmegaFacts
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

/-- `a` is even: `a = r + r` for some `r`. -/
def Even {α : Type u} [Add α] (a : α) : Prop := ∃ r, a = r + r
/-- `a` is a square: `a = r * r` for some `r`. -/
def IsSquare {α : Type u} [Mul α] (a : α) : Prop := ∃ r, a = r * r
/-- `a` is odd: `a = 2 * k + 1` for some `k`. -/
def Odd {α : Type u} [Semiring α] (a : α) : Prop := ∃ k, a = 2 * k + 1

section
variable {α : Type u} [Semiring α] {a b : α}

theorem even_iff_exists_add_self {α : Type u} [Add α] {a : α} : Even a ↔ ∃ r, a = r + r := Iff.rfl
theorem isSquare_iff_exists_sq {α : Type u} [Monoid α] (a : α) : IsSquare a ↔ ∃ r, a = r ^ 2 :=
  exists_congr fun r => by rw [pow_two]
theorem even_iff_exists_two_mul : Even a ↔ ∃ b, a = 2 * b := exists_congr fun b => by rw [two_mul]
/-- Even means divisible by two. -/
theorem even_iff_two_dvd : Even a ↔ 2 ∣ a := even_iff_exists_two_mul
theorem Even.two_dvd : Even a → 2 ∣ a := even_iff_two_dvd.mp
theorem odd_iff_exists_bit1 : Odd a ↔ ∃ b, a = 2 * b + 1 := Iff.rfl
theorem Even.exists_two_nsmul (a : α) : Even a → ∃ b, a = 2 * b := even_iff_exists_two_mul.mp
@[simp] theorem even_add_self {α : Type u} [Add α] (a : α) : Even (a + a) := ⟨a, rfl⟩
@[simp] theorem IsSquare.mul_self {α : Type u} [Mul α] (r : α) : IsSquare (r * r) := ⟨r, rfl⟩
@[simp] theorem Even.zero : Even (0 : α) := ⟨0, (add_zero 0).symm⟩
@[simp] theorem even_two : Even (2 : α) := ⟨1, one_add_one_eq_two.symm⟩
theorem even_two_mul (a : α) : Even (2 * a) := ⟨a, two_mul a⟩
theorem odd_two_mul_add_one (a : α) : Odd (2 * a + 1) := ⟨a, rfl⟩
@[simp] theorem odd_one : Odd (1 : α) := ⟨0, by rw [mul_zero, zero_add]⟩
/-- The sum of even numbers is even. -/
theorem Even.add : Even a → Even b → Even (a + b) :=
  fun ⟨x, hx⟩ ⟨y, hy⟩ => ⟨x + y, by rw [hx, hy, add_add_add_comm]⟩
@[simp] theorem Even.mul_left (ha : Even a) (b : α) : Even (b * a) :=
  ha.elim fun x h => ⟨b * x, by rw [h, mul_add]⟩
@[simp] theorem Even.mul_right (ha : Even a) (b : α) : Even (a * b) :=
  ha.elim fun x h => ⟨x * b, by rw [h, add_mul]⟩
theorem Even.pow_of_ne_zero (ha : Even a) : ∀ {n : Nat}, n ≠ 0 → Even (a ^ n)
  | 0, h => absurd rfl h
  | n + 1, _ => by rw [pow_succ]; exact ha.mul_left _
theorem Even.add_odd : Even a → Odd b → Odd (a + b) :=
  fun ⟨x, hx⟩ ⟨y, hy⟩ => ⟨x + y, by rw [hx, hy, mul_add, ← two_mul, add_assoc]⟩
theorem Odd.add_even (ha : Odd a) (hb : Even b) : Odd (a + b) := add_comm b a ▸ hb.add_odd ha
theorem Even.odd_add (ha : Even a) (hb : Odd b) : Odd (b + a) := hb.add_even ha
/-- The sum of two odd numbers is even. -/
theorem Odd.add_odd : Odd a → Odd b → Even (a + b) :=
  fun ⟨x, hx⟩ ⟨y, hy⟩ => ⟨x + y + 1, by
    rw [hx, hy, two_mul, two_mul, add_add_add_comm, add_add_add_comm x, add_add_add_comm (x + y)]⟩
@[simp] theorem Even.add_one (h : Even a) : Odd (a + 1) := h.add_odd odd_one
@[simp] theorem Even.one_add (h : Even a) : Odd (1 + a) := h.odd_add odd_one
@[simp] theorem Odd.add_one (h : Odd a) : Even (a + 1) := h.add_odd odd_one
@[simp] theorem Odd.one_add (h : Odd a) : Even (1 + a) := odd_one.add_odd h
/-- The product of odd numbers is odd. -/
@[simp] theorem Odd.mul : Odd a → Odd b → Odd (a * b) :=
  fun ha ⟨y, hy⟩ => by
    rw [hy, mul_add, mul_one, two_mul, mul_add]
    exact Even.add_odd ⟨a * y, rfl⟩ ha
theorem Odd.pow (ha : Odd a) {n : Nat} : Odd (a ^ n) := by
  induction n with
  | zero => rw [pow_zero]; exact odd_one
  | succ k ih => rw [pow_succ]; exact ih.mul ha
end

section
variable {α : Type u} [Ring α] {a b : α} {n : Nat}

theorem Even.neg : Even a → Even (-a) := fun ⟨x, h⟩ => ⟨-x, by rw [h, neg_add]⟩
@[simp] theorem even_neg : Even (-a) ↔ Even a := ⟨fun h => neg_neg a ▸ h.neg, Even.neg⟩
theorem Even.sub (ha : Even a) (hb : Even b) : Even (a - b) := sub_eq_add_neg a b ▸ ha.add hb.neg
theorem Odd.neg : Odd a → Odd (-a) := fun ⟨k, h⟩ => ⟨-(k + 1), by
  rw [h, neg_add, mul_neg, mul_add_one, neg_add, add_assoc]
  exact congrArg _ (by rw [← one_add_one_eq_two, neg_add, neg_add_cancel_right])⟩
@[simp] theorem odd_neg : Odd (-a) ↔ Odd a := ⟨fun h => neg_neg a ▸ h.neg, Odd.neg⟩
theorem Odd.sub_even (ha : Odd a) (hb : Even b) : Odd (a - b) := sub_eq_add_neg a b ▸ ha.add_even hb.neg
theorem Even.sub_odd (ha : Even a) (hb : Odd b) : Odd (a - b) := sub_eq_add_neg a b ▸ ha.add_odd hb.neg
theorem Odd.sub_odd (ha : Odd a) (hb : Odd b) : Even (a - b) := sub_eq_add_neg a b ▸ ha.add_odd hb.neg
@[simp] theorem Even.neg_pow : Even n → ∀ a : α, (-a) ^ n = a ^ n :=
  fun ⟨k, h⟩ a => by rw [h, ← two_mul, pow_mul, neg_sq, ← pow_mul]
theorem Even.neg_one_pow (h : Even n) : (-1 : α) ^ n = 1 := by rw [h.neg_pow, one_pow]
theorem Odd.neg_pow : Odd n → ∀ a : α, (-a) ^ n = -a ^ n :=
  fun ⟨k, h⟩ a => by rw [h, pow_succ, (even_two_mul k).neg_pow, mul_neg, ← pow_succ]
@[simp] theorem Odd.neg_one_pow (h : Odd n) : (-1 : α) ^ n = -1 := by rw [h.neg_pow, one_pow]
end

/-! ## Natural numbers -/

namespace Nat
variable {m n : Nat}

/-- Every natural number is even or odd. -/
theorem even_or_odd (n : Nat) : Even n ∨ Odd n := by
  induction n with
  | zero => exact Or.inl Even.zero
  | succ k ih => exact ih.elim (fun h => Or.inr h.add_one) fun h => Or.inl h.add_one
theorem even_or_odd' (n : Nat) : ∃ k, n = 2 * k ∨ n = 2 * k + 1 :=
  (even_or_odd n).elim (fun ⟨k, h⟩ => ⟨k, Or.inl (h.trans (two_mul k).symm)⟩) fun ⟨k, h⟩ => ⟨k, Or.inr h⟩
theorem even_iff : Even n ↔ n % 2 = 0 := even_iff_two_dvd.trans dvd_iff_mod_eq_zero
theorem odd_iff : Odd n ↔ n % 2 = 1 :=
  ⟨fun ⟨k, h⟩ => by rw [h, mul_add_mod_self_left]; rfl,
   fun h => ⟨n / 2, by rw [← h]; exact (div_add_mod n 2).symm⟩⟩
theorem not_even_iff : ¬Even n ↔ n % 2 = 1 := (not_congr even_iff).trans mod_two_ne_zero
theorem not_odd_iff : ¬Odd n ↔ n % 2 = 0 := (not_congr odd_iff).trans mod_two_ne_one
@[simp] theorem not_even_iff_odd : ¬Even n ↔ Odd n := not_even_iff.trans odd_iff.symm
@[simp] theorem not_odd_iff_even : ¬Odd n ↔ Even n := not_odd_iff.trans even_iff.symm
instance : DecidablePred (Even : Nat → Prop) := fun _ => decidable_of_iff _ even_iff.symm
instance : DecidablePred (Odd : Nat → Prop) := fun _ => decidable_of_iff _ odd_iff.symm
@[simp] theorem not_even_one : ¬Even 1 := by decide
theorem even_add : Even (m + n) ↔ (Even m ↔ Even n) := by
  rcases even_or_odd m with hm | hm <;> rcases even_or_odd n with hn | hn
  · exact iff_of_true (hm.add hn) (iff_of_true hm hn)
  · exact iff_of_false (not_even_iff_odd.mpr (hm.add_odd hn)) fun h => not_even_iff_odd.mpr hn (h.mp hm)
  · exact iff_of_false (not_even_iff_odd.mpr (hm.add_even hn)) fun h => not_even_iff_odd.mpr hm (h.mpr hn)
  · exact iff_of_true (hm.add_odd hn) (iff_of_false (not_even_iff_odd.mpr hm) (not_even_iff_odd.mpr hn))
theorem even_add_one : Even (n + 1) ↔ ¬Even n :=
  ⟨fun h h' => not_even_iff_odd.mpr h'.add_one h, fun h => (not_even_iff_odd.mp h).add_one⟩
theorem even_mul : Even (m * n) ↔ Even m ∨ Even n :=
  ⟨fun h => (even_or_odd m).imp_right fun hm => (even_or_odd n).resolve_right fun hn =>
    not_even_iff_odd.mpr (hm.mul hn) h, fun h => h.elim (fun h => h.mul_right n) fun h => h.mul_left m⟩
theorem odd_mul : Odd (m * n) ↔ Odd m ∧ Odd n := by
  rw [← not_even_iff_odd, even_mul, not_or, not_even_iff_odd, not_even_iff_odd]
theorem even_pow : Even (m ^ n) ↔ Even m ∧ n ≠ 0 :=
  ⟨fun h => ⟨(even_or_odd m).resolve_right fun hm => not_even_iff_odd.mpr hm.pow h,
    fun e => not_even_one (by rwa [e, Nat.pow_zero] at h)⟩, fun h => h.left.pow_of_ne_zero h.right⟩
theorem even_mul_succ_self (n : Nat) : Even (n * (n + 1)) :=
  (even_or_odd n).elim (fun h => h.mul_right _) fun h => h.add_one.mul_left _
theorem odd_add : Odd (m + n) ↔ (Odd m ↔ Even n) := by
  rw [← not_even_iff_odd, even_add, ← not_even_iff_odd, not_iff]

end Nat

/-! ## Integers -/

namespace Int
variable {m n : Int}

theorem even_iff : Even n ↔ n % 2 = 0 := even_iff_two_dvd.trans ⟨emod_eq_zero_of_dvd, dvd_of_emod_eq_zero⟩
theorem odd_iff : Odd n ↔ n % 2 = 1 :=
  ⟨fun ⟨k, h⟩ => by omega, fun h => ⟨n / 2, by omega⟩⟩
/-- Every integer is even or odd. -/
theorem even_or_odd (n : Int) : Even n ∨ Odd n := (emod_two_eq n).imp even_iff.mpr odd_iff.mpr
theorem even_or_odd' (n : Int) : ∃ k, n = 2 * k ∨ n = 2 * k + 1 :=
  (even_or_odd n).elim (fun ⟨k, h⟩ => ⟨k, Or.inl (h.trans (two_mul k).symm)⟩) fun ⟨k, h⟩ => ⟨k, Or.inr h⟩
theorem not_even_iff : ¬Even n ↔ n % 2 = 1 :=
  ⟨fun h => (emod_two_eq n).resolve_left (mt even_iff.mpr h),
   fun h e => by rw [even_iff.mp e] at h; nomatch h⟩
@[simp] theorem not_even_iff_odd : ¬Even n ↔ Odd n := not_even_iff.trans odd_iff.symm
@[simp] theorem not_odd_iff_even : ¬Odd n ↔ Even n :=
  ⟨fun h => (even_or_odd n).resolve_right h, fun h o => not_even_iff_odd.mpr o h⟩
theorem not_odd_iff : ¬Odd n ↔ n % 2 = 0 := not_odd_iff_even.trans even_iff
instance : DecidablePred (Even : Int → Prop) := fun _ => decidable_of_iff _ even_iff.symm
instance : DecidablePred (Odd : Int → Prop) := fun _ => decidable_of_iff _ odd_iff.symm
@[simp] theorem not_even_one : ¬Even (1 : Int) := by decide
theorem even_add : Even (m + n) ↔ (Even m ↔ Even n) := by
  rcases even_or_odd m with hm | hm <;> rcases even_or_odd n with hn | hn
  · exact iff_of_true (hm.add hn) (iff_of_true hm hn)
  · exact iff_of_false (not_even_iff_odd.mpr (hm.add_odd hn)) fun h => not_even_iff_odd.mpr hn (h.mp hm)
  · exact iff_of_false (not_even_iff_odd.mpr (hm.add_even hn)) fun h => not_even_iff_odd.mpr hm (h.mpr hn)
  · exact iff_of_true (hm.add_odd hn) (iff_of_false (not_even_iff_odd.mpr hm) (not_even_iff_odd.mpr hn))
theorem even_add_one : Even (n + 1) ↔ ¬Even n :=
  ⟨fun h h' => not_even_iff_odd.mpr h'.add_one h, fun h => (not_even_iff_odd.mp h).add_one⟩
theorem even_sub : Even (m - n) ↔ (Even m ↔ Even n) := by rw [sub_eq_add_neg, even_add, even_neg]
theorem even_mul : Even (m * n) ↔ Even m ∨ Even n :=
  ⟨fun h => (even_or_odd m).imp_right fun hm => (even_or_odd n).resolve_right fun hn =>
    not_even_iff_odd.mpr (hm.mul hn) h, fun h => h.elim (fun h => h.mul_right n) fun h => h.mul_left m⟩
theorem odd_mul : Odd (m * n) ↔ Odd m ∧ Odd n := by
  rw [← not_even_iff_odd, even_mul, not_or, not_even_iff_odd, not_even_iff_odd]
theorem even_pow {n : Nat} : Even (m ^ n) ↔ Even m ∧ n ≠ 0 :=
  ⟨fun h => ⟨(even_or_odd m).resolve_right fun hm => not_even_iff_odd.mpr hm.pow h,
    fun e => not_even_one (by rwa [e, Int.pow_zero] at h)⟩, fun h => h.left.pow_of_ne_zero h.right⟩
theorem even_mul_succ_self (n : Int) : Even (n * (n + 1)) :=
  (even_or_odd n).elim (fun h => h.mul_right _) fun h => h.add_one.mul_left _
@[simp, norm_cast] theorem even_coe_nat (n : Nat) : Even (n : Int) ↔ Even n := by
  rw [even_iff, Nat.even_iff]
  omega
@[simp, norm_cast] theorem odd_coe_nat (n : Nat) : Odd (n : Int) ↔ Odd n := by
  rw [odd_iff, Nat.odd_iff]
  omega

end Int
