/-
Division with remainder: how quotients and remainders of sums and products are computed, and divisibility.
-/
prelude
import Lemmata.Products
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Nat

variable {a b c d e k l m n x y z : Nat}

/-! ## Quotients in inequalities -/

theorem lt_mul_div_succ (a : Nat) (hb : 0 < b) : a < b * (a / b + 1) := by
  have h := Nat.add_lt_add_left (mod_lt a hb) (b * (a / b))
  rw [div_add_mod] at h
  exact h
theorem mul_div_le (m n : Nat) : n * (m / n) ≤ m := Nat.le.intro (div_add_mod m n)
theorem le_div_iff_mul_le (k0 : 0 < k) : x ≤ y / k ↔ x * k ≤ y :=
  ⟨fun h => Nat.le_trans (Nat.mul_le_mul_right k h) (div_mul_le_self y k),
   fun h => Nat.ge_of_not_lt fun l => Nat.not_le_of_gt (lt_mul_div_succ y k0)
    (Nat.le_trans (Nat.mul_le_mul_left k (succ_le_of_lt l)) (Nat.mul_comm x k ▸ h))⟩
theorem div_lt_iff_lt_mul (Hk : 0 < k) : x / k < y ↔ x < y * k :=
  ⟨fun h => Nat.gt_of_not_le fun l => Nat.not_le_of_gt h ((le_div_iff_mul_le Hk).mpr l),
   fun h => Nat.gt_of_not_le fun l => Nat.not_le_of_gt h ((le_div_iff_mul_le Hk).mp l)⟩
theorem div_le_of_le_mul {m n k : Nat} (h : m ≤ k * n) : m / k ≤ n :=
  (Nat.eq_zero_or_pos k).elim (fun e => by rw [e, Nat.div_zero]; exact zero_le n)
    fun hk => Nat.le_of_mul_le_mul_left (Nat.le_trans (mul_div_le m k) h) hk
theorem div_lt_of_lt_mul (h : m < n * k) : m / n < k :=
  Nat.lt_of_mul_lt_mul_left (Nat.lt_of_le_of_lt (mul_div_le m n) h)
theorem div_le_self (n k : Nat) : n / k ≤ n :=
  (Nat.eq_zero_or_pos k).elim (fun e => by rw [e, Nat.div_zero]; exact zero_le n)
    fun hk => div_le_of_le_mul (Nat.le_mul_of_pos_left n hk)
theorem div_lt_self {n k : Nat} (hLtN : 0 < n) (hLtK : 1 < k) : n / k < n :=
  (div_lt_iff_lt_mul (Nat.pos_of_lt hLtK)).mpr ((Nat.lt_mul_iff_one_lt_right hLtN).mpr hLtK)
protected theorem div_le_div_right {a b c : Nat} (h : a ≤ b) : a / c ≤ b / c :=
  (Nat.eq_zero_or_pos c).elim (fun e => by rw [e, Nat.div_zero]; exact zero_le _)
    fun hc => (le_div_iff_mul_le hc).mpr (Nat.le_trans (div_mul_le_self a c) h)
protected theorem div_le_div_left (hcb : c ≤ b) (hc : 0 < c) : a / b ≤ a / c :=
  (le_div_iff_mul_le hc).mpr (Nat.le_trans (Nat.mul_le_mul_left (a / b) hcb) (div_mul_le_self a b))
theorem one_le_div_iff (hb : 0 < b) : 1 ≤ a / b ↔ b ≤ a := by rw [le_div_iff_mul_le hb, Nat.one_mul]
theorem div_lt_one_iff (hb : 0 < b) : a / b < 1 ↔ a < b := by rw [div_lt_iff_lt_mul hb, Nat.one_mul]
protected theorem div_pos (hba : b ≤ a) (hb : 0 < b) : 0 < a / b := (one_le_div_iff hb).mpr hba
@[simp] protected theorem div_eq_zero_iff : a / b = 0 ↔ b = 0 ∨ a < b :=
  ⟨fun h => (Nat.eq_zero_or_pos b).imp_right fun hb => (div_lt_one_iff hb).mp (Nat.lt_one_iff.mpr h),
   fun h => h.elim (fun h => h.symm ▸ Nat.div_zero a) div_eq_of_lt⟩
@[simp] protected theorem div_pos_iff : 0 < a / b ↔ 0 < b ∧ b ≤ a :=
  ⟨fun h => have hb := Nat.pos_of_ne_zero fun e => Nat.lt_irrefl 0 (by rw [e, Nat.div_zero] at h; exact h)
    ⟨hb, (one_le_div_iff hb).mp h⟩, fun h => Nat.div_pos h.right h.left⟩
theorem pos_of_div_pos (h : 0 < a / b) : 0 < a := Nat.lt_of_lt_of_le h (div_le_self a b)
protected theorem div_eq_of_lt_le (lo : k * n ≤ m) (hi : m < (k + 1) * n) : m / n = k :=
  have hn : 0 < n := Nat.pos_of_mul_pos_left (Nat.pos_of_lt hi)
  Nat.le_antisymm (le_of_lt_succ ((div_lt_iff_lt_mul hn).mpr hi)) ((le_div_iff_mul_le hn).mpr lo)

/-! ## Sums and products, divided -/

@[simp] theorem add_mul_mod_self_left (x y z : Nat) : (x + y * z) % y = x % y := by
  cases Nat.eq_zero_or_pos y with
  | inl h => rw [h, Nat.zero_mul, Nat.add_zero]
  | inr h =>
    exact (Lemmata.quotient_remainder_unique (q := x / y + z) (mod_lt x h)
      (by rw [Nat.mul_add, Nat.add_right_comm, div_add_mod])).right
@[simp] theorem add_mul_mod_self_right (x y z : Nat) : (x + y * z) % z = x % z := by
  rw [Nat.mul_comm, add_mul_mod_self_left]
@[simp] theorem mul_add_mod_self_left (a b c : Nat) : (a * b + c) % a = c % a := by
  rw [Nat.add_comm, add_mul_mod_self_left]
@[simp] theorem mul_add_mod_self_right (a b c : Nat) : (a * b + c) % b = c % b := by
  rw [Nat.add_comm, add_mul_mod_self_right]
theorem add_mul_div_left (x z : Nat) {y : Nat} (H : 0 < y) : (x + y * z) / y = x / y + z :=
  (Lemmata.quotient_remainder_unique (mod_lt x H) (by rw [Nat.mul_add, Nat.add_right_comm, div_add_mod])).left
theorem add_mul_div_right (x y : Nat) {z : Nat} (H : 0 < z) : (x + y * z) / z = x / z + y := by
  rw [Nat.mul_comm, add_mul_div_left x y H]
@[simp] theorem add_div_right (x : Nat) {z : Nat} (H : 0 < z) : (x + z) / z = x / z + 1 := by
  have h := add_mul_div_left x 1 H
  rw [Nat.mul_one] at h
  exact h
@[simp] theorem add_div_left (x : Nat) {z : Nat} (H : 0 < z) : (z + x) / z = x / z + 1 := by
  rw [Nat.add_comm, add_div_right x H]
@[simp] theorem mul_div_right (n : Nat) {m : Nat} (H : 0 < m) : m * n / m = n := Nat.mul_div_cancel_left n H
@[simp] theorem mul_div_left (m : Nat) {n : Nat} (H : 0 < n) : m * n / n = m := Nat.mul_div_cancel m H
protected theorem div_eq_of_eq_mul_left (H1 : 0 < n) (H2 : m = k * n) : m / n = k := by
  rw [H2, Nat.mul_div_cancel k H1]
protected theorem div_eq_of_eq_mul_right (H1 : 0 < n) (H2 : m = n * k) : m / n = k := by
  rw [H2, Nat.mul_div_cancel_left k H1]
protected theorem div_div_eq_div_mul (m n k : Nat) : m / n / k = m / (n * k) := by
  cases Nat.eq_zero_or_pos n with
  | inl h => rw [h, Nat.zero_mul, Nat.div_zero, Nat.zero_div]
  | inr hn =>
    cases Nat.eq_zero_or_pos k with
    | inl h => rw [h, Nat.mul_zero, Nat.div_zero, Nat.div_zero]
    | inr hk =>
      have same (x : Nat) : x ≤ m / n / k ↔ x ≤ m / (n * k) := by
        rw [le_div_iff_mul_le hk, le_div_iff_mul_le hn, le_div_iff_mul_le (Nat.mul_pos hn hk),
          Nat.mul_comm n k, Nat.mul_assoc]
      exact Nat.le_antisymm ((same _).mp (Nat.le_refl _)) ((same _).mpr (Nat.le_refl _))
theorem div_div_comm (m n k : Nat) : m / n / k = m / k / n := by
  rw [Nat.div_div_eq_div_mul, Nat.mul_comm, Nat.div_div_eq_div_mul]
protected theorem mul_div_mul_left {m : Nat} (n k : Nat) (H : 0 < m) : m * n / (m * k) = n / k := by
  rw [← Nat.div_div_eq_div_mul, Nat.mul_div_cancel_left n H]
protected theorem mul_div_mul_right {m : Nat} (n k : Nat) (H : 0 < m) : n * m / (k * m) = n / k := by
  rw [Nat.mul_comm n, Nat.mul_comm k, Nat.mul_div_mul_left n k H]
theorem mul_mod_mul_left (z x y : Nat) : z * x % (z * y) = z * (x % y) := by
  cases Nat.eq_zero_or_pos z with
  | inl h => rw [h, Nat.zero_mul, Nat.zero_mul, Nat.zero_mul, Nat.mod_zero]
  | inr hz =>
    have e := div_add_mod (z * x) (z * y)
    rw [Nat.mul_div_mul_left x y hz, Nat.mul_assoc] at e
    have f : z * (y * (x / y)) + z * (x % y) = z * x := by rw [← Nat.mul_add, div_add_mod]
    exact Nat.add_left_cancel (e.trans f.symm)
theorem mul_mod_mul_right (z x y : Nat) : x * z % (y * z) = x % y * z := by
  rw [Nat.mul_comm x, Nat.mul_comm y, mul_mod_mul_left, Nat.mul_comm]
@[simp] theorem mod_mod (a n : Nat) : a % n % n = a % n := by
  cases Nat.eq_zero_or_pos n with
  | inl h => rw [h, Nat.mod_zero]
  | inr h => exact mod_eq_of_lt (mod_lt a h)
@[simp] theorem mod_mod_of_dvd (a : Nat) (h : c ∣ b) : a % b % c = a % c :=
  h.elim fun x e => by
    have s := add_mul_mod_self_left (a % b) c (x * (a / b))
    rw [← Nat.mul_assoc, ← e, mod_add_div] at s
    exact s.symm
@[simp] theorem mod_add_mod (m n k : Nat) : (m % n + k) % n = (m + k) % n := by
  have h := add_mul_mod_self_left (m % n + k) n (m / n)
  rw [Nat.add_right_comm, mod_add_div] at h
  exact h.symm
@[simp] theorem add_mod_mod (m n k : Nat) : (m + n % k) % k = (m + n) % k := by
  rw [Nat.add_comm, mod_add_mod, Nat.add_comm]
@[simp] theorem mod_mul_mod (m n l : Nat) : m % l * n % l = m * n % l := by
  have h := add_mul_mod_self_left (m % l * n) l (m / l * n)
  rw [← Nat.mul_assoc, ← Nat.add_mul, mod_add_div] at h
  exact h.symm
@[simp] theorem mul_mod_mod (m n l : Nat) : m * (n % l) % l = m * n % l := by
  rw [Nat.mul_comm, mod_mul_mod, Nat.mul_comm]
theorem add_mod (a b n : Nat) : (a + b) % n = (a % n + b % n) % n := by rw [add_mod_mod, mod_add_mod]
theorem mul_mod (a b n : Nat) : a * b % n = a % n * (b % n) % n := by rw [mul_mod_mod, mod_mul_mod]
theorem pow_mod (a b n : Nat) : a ^ b % n = (a % n) ^ b % n := by
  induction b with
  | zero => rfl
  | succ b ih => rw [Nat.pow_succ, Nat.pow_succ, mul_mod, ih, mod_mul_mod, mul_mod_mod, ← mul_mod_mod]
theorem mod_def (m k : Nat) : m % k = m - k * (m / k) := Nat.eq_sub_of_add_eq (mod_add_div m k)
theorem mod_eq_sub (x w : Nat) : x % w = x - w * (x / w) := mod_def x w
theorem mod_add_div' (a b : Nat) : a % b + a / b * b = a := by rw [Nat.mul_comm, mod_add_div]
theorem div_add_mod' (a b : Nat) : a / b * b + a % b = a := by rw [Nat.mul_comm, div_add_mod]
/-- Quotient and remainder are the only numbers that do what they do. -/
protected theorem div_mod_unique (h : 0 < b) : a / b = d ∧ a % b = c ↔ c + b * d = a ∧ c < b :=
  ⟨fun ⟨e, f⟩ => e ▸ f ▸ ⟨mod_add_div a b, mod_lt a h⟩,
   fun ⟨e, l⟩ => Lemmata.quotient_remainder_unique l ((Nat.add_comm _ _).trans e)⟩
theorem mod_eq_sub_mod (h : a ≥ b) : a % b = (a - b) % b := by
  have e := add_mod_right (a - b) b
  rw [Nat.sub_add_cancel h] at e
  exact e
theorem div_eq_sub_div (h₁ : 0 < b) (h₂ : b ≤ a) : a / b = (a - b) / b + 1 := by
  have e := add_div_right (a - b) h₁
  rw [Nat.sub_add_cancel h₂] at e
  exact e
theorem mod_eq_iff_lt (hn : n ≠ 0) : m % n = m ↔ m < n :=
  ⟨fun h => h ▸ mod_lt m (Nat.pos_of_ne_zero hn), mod_eq_of_lt⟩
@[simp] theorem one_mod (n : Nat) : 1 % (n + 2) = 1 := mod_eq_of_lt (succ_le_succ (zero_lt_succ n))
theorem mod_lt_of_lt (h : a < c) : a % b < c := Nat.lt_of_le_of_lt (mod_le a b) h
theorem sub_mod_eq_zero_of_mod_eq (h : m % k = n % k) : (m - n) % k = 0 := by
  rw [← mod_add_div m k, ← mod_add_div n k, h, Nat.add_sub_add_left, ← Nat.mul_sub, mul_mod_right]
@[simp] theorem mod_two_not_eq_one : ¬n % 2 = 1 ↔ n % 2 = 0 := mod_two_ne_one
@[simp] theorem mod_two_not_eq_zero : ¬n % 2 = 0 ↔ n % 2 = 1 := mod_two_ne_zero
theorem succ_mod_two_eq_zero_iff : (m + 1) % 2 = 0 ↔ m % 2 = 1 := by
  rw [← mod_add_mod]
  cases mod_two_eq_zero_or_one m with
  | inl h => rw [h]; exact iff_of_false (by decide) (by decide)
  | inr h => rw [h]; exact iff_of_true rfl rfl
theorem succ_mod_two_eq_one_iff : (m + 1) % 2 = 1 ↔ m % 2 = 0 := by
  rw [← mod_two_ne_zero (n := m + 1), ← mod_two_ne_one (n := m)]; exact not_congr succ_mod_two_eq_zero_iff

/-! ## Divisibility -/

protected theorem dvd_def (a b : Nat) : (a ∣ b) = ∃ c, b = a * c := rfl
protected theorem dvd_of_eq (h : a = b) : a ∣ b := h ▸ Nat.dvd_refl a
protected theorem dvd_add_left {a b c : Nat} (h : a ∣ c) : a ∣ b + c ↔ a ∣ b := by
  rw [Nat.add_comm]; exact Nat.dvd_add_right h
protected theorem dvd_add_iff_right {k m : Nat} (h : k ∣ m) : k ∣ n ↔ k ∣ m + n := (Nat.dvd_add_right h).symm
protected theorem dvd_add_iff_left {k n : Nat} (h : k ∣ n) : k ∣ m ↔ k ∣ m + n := (Nat.dvd_add_left h).symm
@[simp] protected theorem dvd_add_self_left : m ∣ m + n ↔ m ∣ n := Nat.dvd_add_right (Nat.dvd_refl m)
@[simp] protected theorem dvd_add_self_right : m ∣ n + m ↔ m ∣ n := Nat.dvd_add_left (Nat.dvd_refl m)
protected theorem mul_dvd_mul_left (a : Nat) (h : b ∣ c) : a * b ∣ a * c := Nat.mul_dvd_mul (Nat.dvd_refl a) h
protected theorem mul_dvd_mul_right (h : a ∣ b) (c : Nat) : a * c ∣ b * c :=
  Nat.mul_dvd_mul h (Nat.dvd_refl c)
protected theorem dvd_of_mul_dvd_mul_left (kpos : 0 < k) (H : k * m ∣ k * n) : m ∣ n :=
  H.elim fun c e => ⟨c, Nat.mul_left_cancel kpos (e.trans (Nat.mul_assoc k m c))⟩
protected theorem dvd_of_mul_dvd_mul_right (kpos : 0 < k) (H : m * k ∣ n * k) : m ∣ n := by
  rw [Nat.mul_comm m, Nat.mul_comm n] at H; exact Nat.dvd_of_mul_dvd_mul_left kpos H
protected theorem mul_dvd_mul_iff_left (h : 0 < a) : a * b ∣ a * c ↔ b ∣ c :=
  ⟨Nat.dvd_of_mul_dvd_mul_left h, Nat.mul_dvd_mul_left a⟩
protected theorem mul_dvd_mul_iff_right (h : 0 < c) : a * c ∣ b * c ↔ a ∣ b :=
  ⟨Nat.dvd_of_mul_dvd_mul_right h, fun d => Nat.mul_dvd_mul_right d c⟩
theorem not_dvd_of_pos_of_lt (h1 : 0 < n) (h2 : n < m) : ¬m ∣ n :=
  fun d => Nat.not_le_of_gt h2 (le_of_dvd h1 d)
theorem eq_zero_of_dvd_of_lt (w : a ∣ b) (h : b < a) : b = 0 :=
  Nat.eq_zero_of_not_pos fun p => not_dvd_of_pos_of_lt p h w
theorem emod_pos_of_not_dvd (h : ¬a ∣ b) : 0 < b % a := Nat.pos_of_ne_zero fun e => h (dvd_of_mod_eq_zero e)
theorem div_dvd_of_dvd (h : n ∣ m) : m / n ∣ m := ⟨n, (Nat.div_mul_cancel h).symm⟩
protected theorem mul_div_assoc (m : Nat) (H : k ∣ n) : m * n / k = m * (n / k) := by
  cases Nat.eq_zero_or_pos k with
  | inl h => rw [h, Nat.div_zero, Nat.div_zero, Nat.mul_zero]
  | inr hk =>
    exact H.elim fun c e => by
      rw [e, Nat.mul_div_cancel_left c hk, Nat.mul_left_comm, Nat.mul_div_cancel_left _ hk]
protected theorem mul_div_cancel_left' (Hd : a ∣ b) : a * (b / a) = b := Nat.mul_div_cancel' Hd
protected theorem eq_mul_of_div_eq_right (H1 : b ∣ a) (H2 : a / b = c) : a = b * c := by
  rw [← H2, Nat.mul_div_cancel' H1]
protected theorem eq_mul_of_div_eq_left (H1 : b ∣ a) (H2 : a / b = c) : a = c * b := by
  rw [← H2, Nat.div_mul_cancel H1]
protected theorem div_eq_iff_eq_mul_right (H : 0 < b) (H' : b ∣ a) : a / b = c ↔ a = b * c :=
  ⟨Nat.eq_mul_of_div_eq_right H', Nat.div_eq_of_eq_mul_right H⟩
protected theorem div_eq_iff_eq_mul_left (H : 0 < b) (H' : b ∣ a) : a / b = c ↔ a = c * b :=
  ⟨Nat.eq_mul_of_div_eq_left H', Nat.div_eq_of_eq_mul_left H⟩
theorem dvd_div_of_mul_dvd (h : a * b ∣ c) : b ∣ c / a := by
  cases Nat.eq_zero_or_pos a with
  | inl e => rw [e, Nat.div_zero]; exact Nat.dvd_zero b
  | inr ha => exact h.elim fun x e => ⟨x, by rw [e, Nat.mul_assoc, Nat.mul_div_cancel_left _ ha]⟩
theorem mul_dvd_of_dvd_div (hcb : c ∣ b) (h : a ∣ b / c) : c * a ∣ b :=
  Nat.mul_div_cancel' hcb ▸ Nat.mul_dvd_mul_left c h
theorem mul_div_eq_iff_dvd {n d : Nat} : d * (n / d) = n ↔ d ∣ n :=
  ⟨fun h => ⟨n / d, h.symm⟩, Nat.mul_div_cancel'⟩
protected theorem div_div_self (h : n ∣ m) (hm : m ≠ 0) : m / (m / n) = n :=
  Nat.div_eq_of_eq_mul_right (Nat.div_pos (le_of_dvd (Nat.pos_of_ne_zero hm) h)
    (pos_of_dvd_of_pos h (Nat.pos_of_ne_zero hm))) (Nat.div_mul_cancel h).symm
theorem dvd_sub_mod (k : Nat) : n ∣ k - k % n := ⟨k / n, Nat.sub_eq_of_eq_add (div_add_mod k n).symm⟩
theorem two_mul_ne_two_mul_add_one : 2 * n ≠ 2 * m + 1 := fun h => by
  have e := congrArg (· % 2) h
  simp at e

attribute [simp] Nat.dvd_refl Nat.dvd_zero Nat.one_dvd Nat.dvd_mul_right Nat.dvd_mul_left

end Nat
