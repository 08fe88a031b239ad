prelude
import Lemmata
variable (a b c d k m n p q x y : ℕ)
example : a + b = b + a := Nat.add_comm a b
example (h : a ≠ 0) : a - 1 + 1 = a := Nat.sub_one_add_one h
example (h : n ≠ 0) : ∃ k, n = k + 1 := Nat.exists_eq_add_one_of_ne_zero h
example (h : 0 < n) : (n - 1).succ = n := Nat.succ_pred_eq_of_pos h
example (h : m ≤ n) : ∃ k, n = m + k := Nat.exists_eq_add_of_le h
example (h : m < n) : ∃ k, n = m + k + 1 := Nat.exists_eq_add_of_lt h
example (h : m < n + 1) : m < n ∨ m = n := Nat.lt_succ_iff_lt_or_eq.mp h
example : m ≤ n + 1 ↔ m ≤ n ∨ m = n + 1 := Nat.le_add_one_iff
example : 1 < n ↔ n ≠ 0 ∧ n ≠ 1 := Nat.one_lt_iff_ne_zero_and_ne_one
example : n ≤ 1 ↔ n = 0 ∨ n = 1 := Nat.le_one_iff_eq_zero_or_eq_one
example (h : a < b) : a < b + c := Nat.lt_add_right c h
example : m + n = 1 ↔ m = 0 ∧ n = 1 ∨ m = 1 ∧ n = 0 := Nat.add_eq_one_iff
example (h : a + b ≤ c) : a ≤ c - b := Nat.le_sub_of_add_le h
example (h : a - b ≤ c) : a ≤ c + b := Nat.le_add_of_sub_le h
example : a < c - b ↔ a + b < c := Nat.lt_sub_iff_add_lt
example (h : m ≤ n) : n - (n - m) = m := Nat.sub_sub_self h
example (h : b ≤ a) : a - b = c ↔ a = b + c := Nat.sub_eq_iff_eq_add' h
example : 0 < n - m ↔ m < n := Nat.sub_pos_iff_lt
example : a * a - b * b = (a + b) * (a - b) := Nat.mul_self_sub_mul_self_eq a b
example : a ^ 2 - b ^ 2 = (a + b) * (a - b) := Nat.pow_two_sub_pow_two a b
example (h : a ≠ 0) : a * b = a * c ↔ b = c := Nat.mul_right_inj h
example (h : 0 < a) : a * b < a * c ↔ b < c := Nat.mul_lt_mul_left h
example (h : a * b < a * c) : b < c := Nat.lt_of_mul_lt_mul_left h
example (h : a < c) (h' : b < d) : a * b < c * d := Nat.mul_lt_mul_of_lt_of_lt h h'
example (h : m * n = 1) : m = 1 := Nat.eq_one_of_mul_eq_one_right h
example : m * m = n * n ↔ m = n := Nat.mul_self_inj
example : n ≤ n * n := Nat.le_mul_self n
example : m * m < n * n ↔ m < n := Nat.mul_self_lt_mul_self_iff
example : 1 < m * n ↔ 0 < m ∧ 0 < n ∧ (1 < m ∨ 1 < n) := Nat.one_lt_mul_iff
example (h : 1 < a) : n < a ^ n := Nat.lt_pow_self h
example : n < 2 ^ n := Nat.lt_two_pow_self
example : 1 ≤ 2 ^ n := Nat.one_le_two_pow
example (h : 1 < a) (h' : m < n) : a ^ m < a ^ n := Nat.pow_lt_pow_right h h'
example (h : a < b) (hn : n ≠ 0) : a ^ n < b ^ n := Nat.pow_lt_pow_left h hn
example (h : m ≤ n) : a ^ m ∣ a ^ n := Nat.pow_dvd_pow a h
example (h : 1 < a) : a ^ m = a ^ n ↔ m = n := Nat.pow_right_inj h
example (h : n ≠ 0) : a ^ n = b ^ n ↔ a = b := Nat.pow_left_inj h
example (h : n ≠ 0) : a ^ n ∣ b ^ n ↔ a ∣ b := Nat.pow_dvd_pow_iff h
example : 2 ^ (n + 1) = 2 ^ n + 2 ^ n := Nat.two_pow_succ n
example : n * (m / n) + m % n = m := Nat.div_add_mod m n
example (h : 0 < k) : x ≤ y / k ↔ x * k ≤ y := Nat.le_div_iff_mul_le h
example (h : 0 < k) : x / k < y ↔ x < y * k := Nat.div_lt_iff_lt_mul h
example (h : 0 < n) (h' : 1 < k) : n / k < n := Nat.div_lt_self h h'
example (h : a ≤ b) : a / c ≤ b / c := Nat.div_le_div_right h
example : (a + b) % n = (a % n + b % n) % n := Nat.add_mod a b n
example : a * b % n = a % n * (b % n) % n := Nat.mul_mod a b n
example : a ^ b % n = (a % n) ^ b % n := Nat.pow_mod a b n
example : (x + y * k) % y = x % y := Nat.add_mul_mod_self_left x y k
example (h : 0 < y) : (x + y * k) / y = x / y + k := Nat.add_mul_div_left x k h
example : m / n / k = m / (n * k) := Nat.div_div_eq_div_mul m n k
example (h : 0 < m) : m * n / (m * k) = n / k := Nat.mul_div_mul_left n k h
example (h : 0 < b) : a / b = d ∧ a % b = c ↔ c + b * d = a ∧ c < b := Nat.div_mod_unique h
example : a / b = 0 ↔ b = 0 ∨ a < b := Nat.div_eq_zero_iff
example : (n + 1) % 2 = 0 ↔ n % 2 = 1 := Nat.succ_mod_two_eq_zero_iff
example : n % 2 ≠ 1 ↔ n % 2 = 0 := Nat.mod_two_ne_one
example (h : a ∣ c) : a ∣ b + c ↔ a ∣ b := Nat.dvd_add_left h
example (h : a ∣ b) : a ∣ b + c ↔ a ∣ c := Nat.dvd_add_right h
example (h : a ∣ b) (h' : a ∣ c) : a ∣ b - c := Nat.dvd_sub h h'
example (h : 0 < k) (h' : k * m ∣ k * n) : m ∣ n := Nat.dvd_of_mul_dvd_mul_left h h'
example (h : n ∣ 1) : n = 1 := Nat.eq_one_of_dvd_one h
example (h : a ∣ b) (h' : b < a) : b = 0 := Nat.eq_zero_of_dvd_of_lt h h'
example (h : k ∣ n) : m * n / k = m * (n / k) := Nat.mul_div_assoc m h
example : a ∣ b ↔ b % a = 0 := Nat.dvd_iff_mod_eq_zero
example : m.gcd n = n.gcd m := Nat.gcd_comm m n
example : (m.gcd n).gcd k = m.gcd (n.gcd k) := Nat.gcd_assoc m n k
example : (m * n).gcd (m * k) = m * n.gcd k := Nat.gcd_mul_left m n k
example : m.gcd n = (n % m).gcd m := Nat.gcd_rec m n
example (h : k ∣ m) (h' : k ∣ n) : k ∣ m.gcd n := Nat.dvd_gcd h h'
example : m.gcd n * m.lcm n = m * n := Nat.gcd_mul_lcm m n
example (h : m ∣ k) (h' : n ∣ k) : m.lcm n ∣ k := Nat.lcm_dvd h h'
example : (m.lcm n).lcm k = m.lcm (n.lcm k) := Nat.lcm_assoc m n k
example (h : k.Coprime m) (h' : k ∣ m * n) : k ∣ n := h.dvd_of_dvd_mul_left h'
example (h : m.Coprime n) (hm : m ∣ a) (hn : n ∣ a) : m * n ∣ a := h.mul_dvd_of_dvd_of_dvd hm hn
example (h : k.Coprime m) : (k ^ a).Coprime (m ^ b) := Nat.Coprime.pow a b h
example : ∃ m' n', Nat.Coprime m' n' ∧ m = m' * m.gcd n ∧ n = n' * m.gcd n := Nat.exists_coprime m n
example : p.Prime ↔ 2 ≤ p ∧ ∀ m, m ∣ p → m = 1 ∨ m = p := Nat.prime_def
example (hp : p.Prime) : p ∣ m * n ↔ p ∣ m ∨ p ∣ n := hp.dvd_mul
example (hp : p.Prime) (h : p ∣ m ^ n) : p ∣ m := hp.dvd_of_dvd_pow h
example (hp : p.Prime) : p.Coprime n ↔ ¬p ∣ n := hp.coprime_iff_not_dvd
example (hp : p.Prime) (hq : q.Prime) : p ∣ q ↔ p = q := Nat.prime_dvd_prime_iff_eq hp hq
example (hp : p.Prime) : p = 2 ∨ p % 2 = 1 := hp.eq_two_or_odd
example (h : n ≠ 1) : ∃ p, p.Prime ∧ p ∣ n := Nat.exists_prime_and_dvd h
example : ∃ p, n ≤ p ∧ p.Prime := Nat.exists_infinite_primes n
example (h : n ≠ 1) : n.minFac.Prime := Nat.minFac_prime h
example (h : 2 ≤ n) : ¬n.Prime ↔ n.minFac < n := Nat.not_prime_iff_minFac_lt h
example : (n + 1).factorial = (n + 1) * n.factorial := Nat.factorial_succ n
example (h : 0 < m) (h' : m ≤ n) : m ∣ n.factorial := Nat.dvd_factorial h h'
example (hp : p.Prime) : p ∣ n.factorial ↔ p ≤ n := hp.dvd_factorial
example : (n + 1).choose (k + 1) = n.choose k + n.choose (k + 1) := Nat.choose_succ_succ' n k
example (h : k ≤ n) : n.choose (n - k) = n.choose k := Nat.choose_symm h
example (h : k ≤ n) : n.choose k * k.factorial * (n - k).factorial = n.factorial :=
  Nat.choose_mul_factorial_mul_factorial h
example : (n + 1) * n.choose k = (n + 1).choose (k + 1) * (k + 1) := Nat.succ_mul_choose_eq n k
example : n.choose 2 = n * (n - 1) / 2 := Nat.choose_two_right n
example : Nat.fib (n + 2) = Nat.fib n + Nat.fib (n + 1) := Nat.fib_add_two
example : Nat.Coprime (Nat.fib n) (Nat.fib (n + 1)) := Nat.fib_coprime_fib_succ n
example (h : a ≡ b [MOD n]) (h' : c ≡ d [MOD n]) : a * c ≡ b * d [MOD n] := h.mul h'
example (h : a ≡ b [MOD n]) : a ^ k ≡ b ^ k [MOD n] := h.pow k
example : a ≡ 0 [MOD n] ↔ n ∣ a := Nat.modEq_zero_iff_dvd
example (h : m.gcd c = 1) (h' : c * a ≡ c * b [MOD m]) : a ≡ b [MOD m] := Nat.ModEq.cancel_left_of_coprime h h'
example (P : ℕ → Prop) [DecidablePred P] (h : ∃ n, P n) : P (Nat.find h) := Nat.find_spec h
example (P : ℕ → Prop) [DecidablePred P] (h : ∃ n, P n) (hm : P m) : Nat.find h ≤ m := Nat.find_min' h hm
example : a - b + b = max a b := Nat.sub_add_eq_max a b
example : max (a + 1) (b + 1) = max a b + 1 := Nat.succ_max_succ a b
example : a ∣ a * b ∧ a * b % a = 0 ∧ a.gcd (a * b) = a := by simp
example (h : n % 2 ≠ 0) : n % 2 = 1 := by simpa using h
example (f : ℕ → ℕ) (h : ∀ n, f (n + 1) < f n) : False := by
  have below (n : ℕ) : f n + n ≤ f 0 := by
    induction n with
    | zero => exact Nat.le_refl _
    | succ n ih => have := h n; omega
  have := below (f 0 + 1)
  omega
