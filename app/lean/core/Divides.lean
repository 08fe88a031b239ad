/-
Divisibility in semigroups and rings: `a ∣ b` if `b = a * c` for some `c`.

For natural numbers and integers it is their own divisibility.
-/
prelude
import Lemmata.Numbers
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

instance semigroupDvd {α : Type u} [Semigroup α] : Dvd α := ⟨fun a b => ∃ c, b = a * c⟩

section
variable {α : Type u} [Semigroup α] {a b c : α}

theorem Dvd.intro (k : α) (h : a * k = b) : a ∣ b := ⟨k, h.symm⟩
theorem dvd_of_mul_right_eq (k : α) (h : a * k = b) : a ∣ b := ⟨k, h.symm⟩
theorem dvd_def : a ∣ b ↔ ∃ c, b = a * c := Iff.rfl
theorem exists_eq_mul_right_of_dvd (h : a ∣ b) : ∃ c, b = a * c := h
theorem Dvd.elim {P : Prop} (H₁ : a ∣ b) (H₂ : ∀ c, b = a * c → P) : P := Exists.elim H₁ H₂
/-- Divisibility is transitive. -/
theorem dvd_trans : a ∣ b → b ∣ c → a ∣ c := fun ⟨x, hx⟩ ⟨y, hy⟩ => ⟨x * y, by rw [hy, hx, mul_assoc]⟩
protected theorem Dvd.dvd.trans : a ∣ b → b ∣ c → a ∣ c := dvd_trans
instance instTransDvd : Trans (α := α) (β := α) (γ := α) Dvd.dvd Dvd.dvd Dvd.dvd := ⟨dvd_trans⟩
@[simp] theorem dvd_mul_right (a b : α) : a ∣ a * b := ⟨b, rfl⟩
theorem dvd_mul_of_dvd_left (h : a ∣ b) (c : α) : a ∣ b * c := dvd_trans h (dvd_mul_right b c)
protected theorem Dvd.dvd.mul_right (h : a ∣ b) (c : α) : a ∣ b * c := dvd_mul_of_dvd_left h c
theorem dvd_of_mul_right_dvd (h : a * b ∣ c) : a ∣ c := dvd_trans (dvd_mul_right a b) h
end

section
variable {α : Type u} [Monoid α] {a b : α}

/-- Everything divides itself. -/
@[refl, simp] theorem dvd_refl (a : α) : a ∣ a := ⟨1, (mul_one a).symm⟩
theorem dvd_rfl : a ∣ a := dvd_refl a
@[simp] theorem one_dvd (a : α) : 1 ∣ a := ⟨a, (one_mul a).symm⟩
theorem dvd_of_eq (h : a = b) : a ∣ b := h ▸ dvd_refl a
protected theorem Eq.dvd (h : a = b) : a ∣ b := dvd_of_eq h
theorem pow_dvd_pow (a : α) {m n : Nat} (h : m ≤ n) : a ^ m ∣ a ^ n :=
  (Nat.le.dest h).elim fun k e => ⟨a ^ k, by rw [← e, pow_add]⟩
theorem dvd_pow {x y : α} (hxy : x ∣ y) : ∀ {n : Nat}, n ≠ 0 → x ∣ y ^ n
  | 0, h => absurd rfl h
  | n + 1, _ => by rw [pow_succ']; exact dvd_mul_of_dvd_left hxy (y ^ n)
theorem dvd_pow_self (a : α) {n : Nat} (hn : n ≠ 0) : a ∣ a ^ n := dvd_pow (dvd_refl a) hn
end

section
variable {α : Type u} [CommSemigroup α] {a b c d : α}

theorem Dvd.intro_left (k : α) (h : k * a = b) : a ∣ b := Dvd.intro k (mul_comm a k ▸ h)
theorem exists_eq_mul_left_of_dvd (h : a ∣ b) : ∃ c, b = c * a := h.imp fun c e => mul_comm a c ▸ e
theorem dvd_iff_exists_eq_mul_left : a ∣ b ↔ ∃ c, b = c * a :=
  ⟨exists_eq_mul_left_of_dvd, fun ⟨c, h⟩ => Dvd.intro_left c h.symm⟩
@[simp] theorem dvd_mul_left (a b : α) : a ∣ b * a := Dvd.intro b (mul_comm a b)
theorem dvd_mul_of_dvd_right (h : a ∣ b) (c : α) : a ∣ c * b := dvd_trans h (dvd_mul_left b c)
protected theorem Dvd.dvd.mul_left (h : a ∣ b) (c : α) : a ∣ c * b := dvd_mul_of_dvd_right h c
theorem dvd_of_mul_left_dvd (h : a * b ∣ c) : b ∣ c := dvd_trans (dvd_mul_left b a) h
theorem mul_dvd_mul : a ∣ b → c ∣ d → a * c ∣ b * d :=
  fun ⟨x, hx⟩ ⟨y, hy⟩ => ⟨x * y, by rw [hx, hy, mul_mul_mul_comm]⟩
theorem pow_dvd_pow_of_dvd {α : Type u} [CommMonoid α] {a b : α} (h : a ∣ b) (n : Nat) : a ^ n ∣ b ^ n :=
  h.elim fun c e => ⟨c ^ n, by rw [e, mul_pow]⟩
theorem mul_dvd_mul_left {α : Type u} [CommMonoid α] (a : α) {b c : α} (h : b ∣ c) : a * b ∣ a * c :=
  mul_dvd_mul (dvd_refl a) h
theorem mul_dvd_mul_right {α : Type u} [CommMonoid α] {a b : α} (h : a ∣ b) (c : α) : a * c ∣ b * c :=
  mul_dvd_mul h (dvd_refl c)
end

section
variable {α : Type u}

@[simp] theorem dvd_zero [MonoidWithZero α] (a : α) : a ∣ 0 := ⟨0, (mul_zero a).symm⟩
theorem eq_zero_of_zero_dvd [MonoidWithZero α] {a : α} : 0 ∣ a → a = 0 := fun ⟨c, h⟩ => h.trans (zero_mul c)
@[simp] theorem zero_dvd_iff [MonoidWithZero α] {a : α} : 0 ∣ a ↔ a = 0 :=
  ⟨eq_zero_of_zero_dvd, fun h => by rw [h]⟩
/-- What divides two numbers divides their sum. -/
theorem dvd_add [Semiring α] {a b c : α} : a ∣ b → a ∣ c → a ∣ b + c :=
  fun ⟨x, hx⟩ ⟨y, hy⟩ => ⟨x + y, by rw [hx, hy, mul_add]⟩
@[simp] theorem dvd_neg [Ring α] {a b : α} : a ∣ -b ↔ a ∣ b :=
  ⟨fun ⟨c, h⟩ => ⟨-c, by rw [mul_neg, ← h, neg_neg]⟩, fun ⟨c, h⟩ => ⟨-c, by rw [mul_neg, ← h]⟩⟩
@[simp] theorem neg_dvd [Ring α] {a b : α} : -a ∣ b ↔ a ∣ b :=
  ⟨fun ⟨c, h⟩ => ⟨-c, by rw [h, neg_mul, mul_neg]⟩, fun ⟨c, h⟩ => ⟨-c, by rw [h, neg_mul_neg]⟩⟩
/-- What divides two numbers divides their difference. -/
theorem dvd_sub [Ring α] {a b c : α} (h₁ : a ∣ b) (h₂ : a ∣ c) : a ∣ b - c :=
  sub_eq_add_neg b c ▸ dvd_add h₁ (dvd_neg.mpr h₂)
theorem dvd_add_right [Ring α] {a b c : α} (h : a ∣ b) : a ∣ b + c ↔ a ∣ c :=
  ⟨fun h' => by rw [← add_sub_cancel_left b c]; exact dvd_sub h' h, dvd_add h⟩
theorem dvd_add_left [Ring α] {a b c : α} (h : a ∣ c) : a ∣ b + c ↔ a ∣ b := by rw [add_comm, dvd_add_right h]
theorem mul_dvd_mul_iff_left [MonoidWithZero α] [IsLeftCancelMulZero α] {a b c : α} (ha : a ≠ 0) :
    a * b ∣ a * c ↔ b ∣ c :=
  exists_congr fun d => by rw [mul_assoc, mul_right_inj' ha]
end
