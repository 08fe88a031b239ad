/-
The coefficients of a linear combination, as `omega` writes them: a list of integers, one for each unknown.
The kernel computes with them when it checks a proof by `omega`, so each operation is one recursion.
-/
prelude
import Lemmata.ListMaps
import Lemmata.IntRemainders
import Lemmata.Bounded
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

noncomputable section

namespace Lean.Omega

/-- Coefficients; those beyond the end of the list are zero. -/
abbrev IntList := List Int

namespace IntList

def get : IntList → Nat → Int
  | [], _ => 0
  | x :: _, 0 => x
  | _ :: xs, i + 1 => get xs i
def set : IntList → Nat → Int → IntList
  | [], 0, y => [y]
  | [], i + 1, y => 0 :: set [] i y
  | _ :: xs, 0, y => y :: xs
  | x :: xs, i + 1, y => x :: set xs i y
/-- The first coefficient that is not zero. -/
def leading : IntList → Int
  | [] => 0
  | x :: xs => if x = 0 then leading xs else x
def smul (xs : IntList) (i : Int) : IntList := xs.map fun x => i * x
def neg (xs : IntList) : IntList := xs.map fun x => -x
def sdiv (xs : IntList) (g : Int) : IntList := xs.map fun x => x / g
abbrev bmod (xs : IntList) (m : Nat) : IntList := xs.map fun x => Int.bmod x m
def add : IntList → IntList → IntList
  | [], ys => ys
  | x :: xs, [] => x :: xs
  | x :: xs, y :: ys => (x + y) :: add xs ys
def sub : IntList → IntList → IntList
  | [], ys => neg ys
  | x :: xs, [] => x :: xs
  | x :: xs, y :: ys => (x - y) :: sub xs ys
/-- `a * xs + b * ys`. -/
def combo (a : Int) : IntList → Int → IntList → IntList
  | [], b, ys => smul ys b
  | x :: xs, _, [] => smul (x :: xs) a
  | x :: xs, b, y :: ys => (a * x + b * y) :: combo a xs b ys
/-- The sum of the products of coefficients and values. -/
def dot : IntList → IntList → Int
  | [], _ => 0
  | _ :: _, [] => 0
  | x :: xs, y :: ys => x * y + dot xs ys
def gcd : IntList → Nat
  | [] => 0
  | x :: xs => Nat.gcd x.natAbs (gcd xs)
abbrev bmod_dot_sub_dot_bmod (m : Nat) (a b : IntList) : Int := Int.bmod (dot a b) m - dot (bmod a m) b

instance instAdd : Add IntList := ⟨add⟩
instance instSub : Sub IntList := ⟨sub⟩
instance instNeg : Neg IntList := ⟨neg⟩
instance instHMulInt : HMul Int IntList IntList := ⟨fun i xs => smul xs i⟩

@[simp] theorem dot_nil_right {xs : IntList} : dot xs [] = 0 := by cases xs <;> rfl
@[simp] theorem dot_cons₂ {x y : Int} {xs ys : IntList} : dot (x :: xs) (y :: ys) = x * y + dot xs ys := rfl
theorem get_of_length_le {i : Nat} : {xs : IntList} → xs.length ≤ i → get xs i = 0 := by
  intro xs h
  induction xs generalizing i with
  | nil => rfl
  | cons x xs ih =>
    cases i with
    | zero => exact absurd h (Nat.not_succ_le_zero _)
    | succ i => exact ih (Nat.le_of_succ_le_succ h)
private theorem move (p q r s : Int) : p + r + (q + s) = p + q + (r + s) := by
  rw [Int.add_assoc, Int.add_assoc, Int.add_left_comm r]
theorem dot_distrib_left (xs ys zs : IntList) : (xs + ys).dot zs = xs.dot zs + ys.dot zs := by
  show (add xs ys).dot zs = _
  induction xs generalizing ys zs with
  | nil => exact (Int.zero_add _).symm
  | cons x xs ih =>
    cases ys with
    | nil => exact (Int.add_zero _).symm
    | cons y ys =>
      cases zs with
      | nil => rfl
      | cons z zs => rw [add, dot_cons₂, dot_cons₂, dot_cons₂, ih, Int.add_mul, move]
theorem dot_smul_left (xs ys : IntList) (i : Int) : (i * xs).dot ys = i * xs.dot ys := by
  show (smul xs i).dot ys = _
  induction xs generalizing ys with
  | nil => exact (Int.mul_zero i).symm
  | cons x xs ih =>
    cases ys with
    | nil => exact (Int.mul_zero i).symm
    | cons y ys =>
      show i * x * y + (smul xs i).dot ys = _
      rw [ih, dot_cons₂, Int.mul_add, Int.mul_assoc]
theorem dot_neg_left (xs ys : IntList) : (-xs).dot ys = -xs.dot ys := by
  show (neg xs).dot ys = _
  induction xs generalizing ys with
  | nil => rfl
  | cons x xs ih =>
    cases ys with
    | nil => rfl
    | cons y ys =>
      show -x * y + (neg xs).dot ys = _
      rw [ih, dot_cons₂, Int.neg_add, Int.neg_mul]
theorem sub_eq_add_neg (xs ys : IntList) : xs - ys = xs + -ys := by
  show sub xs ys = add xs (neg ys)
  induction xs generalizing ys with
  | nil => rfl
  | cons x xs ih =>
    cases ys with
    | nil => rfl
    | cons y ys =>
      show (x - y) :: sub xs ys = (x + -y) :: add xs (neg ys)
      rw [ih, Int.sub_eq_add_neg]
theorem combo_eq_smul_add_smul (a : Int) (xs : IntList) (b : Int) (ys : IntList) :
    combo a xs b ys = a * xs + b * ys := by
  induction xs generalizing ys with
  | nil => rfl
  | cons x xs ih =>
    cases ys with
    | nil => rfl
    | cons y ys => exact congrArg (List.cons _) (ih ys)
theorem dot_of_left_zero {xs ys : IntList} (w : ∀ x, x ∈ xs → x = 0) : dot xs ys = 0 := by
  induction xs generalizing ys with
  | nil => rfl
  | cons x xs ih =>
    cases ys with
    | nil => rfl
    | cons y ys =>
      rw [dot_cons₂, w x (List.Mem.head xs), ih fun x m => w x (List.Mem.tail _ m),
        Int.zero_mul, Int.add_zero]
theorem dot_set_left (xs ys : IntList) (i : Nat) (z : Int) :
    dot (set xs i z) ys = dot xs ys + (z - get xs i) * get ys i := by
  induction i generalizing xs ys with
  | zero =>
    cases ys with
    | nil => rw [dot_nil_right, dot_nil_right, get, Int.mul_zero, Int.add_zero]
    | cons y ys =>
      cases xs with
      | nil =>
        show z * y + 0 = 0 + (z - 0) * y
        rw [Int.sub_zero, Int.add_comm]
      | cons x xs =>
        show z * y + dot xs ys = x * y + dot xs ys + (z - x) * y
        rw [Int.add_right_comm, ← Int.add_mul, Int.add_comm x, Int.sub_add_cancel]
  | succ i ih =>
    cases ys with
    | nil => rw [dot_nil_right, dot_nil_right, get, Int.mul_zero, Int.add_zero]
    | cons y ys =>
      cases xs with
      | nil =>
        show 0 * y + dot (set [] i z) ys = 0 + (z - 0) * get ys i
        rw [ih [] ys, Int.zero_mul, Int.zero_add]
        rfl
      | cons x xs =>
        show x * y + dot (set xs i z) ys = x * y + dot xs ys + (z - get xs i) * get ys i
        rw [ih xs ys, Int.add_assoc]

/-! ## Division by the greatest common divisor of the coefficients -/

theorem gcd_dvd (xs : IntList) {a : Int} (m : a ∈ xs) : (xs.gcd : Int) ∣ a := by
  rw [Int.ofNat_dvd_left]
  induction m with
  | head as => exact Nat.gcd_dvd_left _ _
  | tail b m ih => exact Nat.dvd_trans (Nat.gcd_dvd_right _ _) ih
theorem dvd_dot {d : Int} {xs : IntList} (h : ∀ x, x ∈ xs → d ∣ x) (ys : IntList) : d ∣ dot xs ys := by
  induction xs generalizing ys with
  | nil => exact ⟨0, (Int.mul_zero d).symm⟩
  | cons x xs ih =>
    cases ys with
    | nil => exact ⟨0, (Int.mul_zero d).symm⟩
    | cons y ys =>
      have ⟨c, e⟩ := h x (List.Mem.head xs)
      have ⟨c', e'⟩ := ih (fun x m => h x (List.Mem.tail _ m)) ys
      exact ⟨c * y + c', by rw [dot_cons₂, e, e', Int.mul_add, Int.mul_assoc]⟩
theorem gcd_dvd_dot_left (xs ys : IntList) : (xs.gcd : Int) ∣ dot xs ys := dvd_dot (fun _ => gcd_dvd xs) ys
theorem eq_zero_of_gcd_eq_zero {xs : IntList} (h : xs.gcd = 0) (x : Int) (m : x ∈ xs) : x = 0 := by
  have ⟨c, e⟩ := gcd_dvd xs m
  rw [e, h]
  exact Int.zero_mul c
theorem mul_dot_sdiv {d : Int} {xs : IntList} (h : ∀ x, x ∈ xs → d ∣ x) (ys : IntList) :
    d * dot (sdiv xs d) ys = dot xs ys := by
  induction xs generalizing ys with
  | nil => exact Int.mul_zero d
  | cons x xs ih =>
    cases ys with
    | nil => exact Int.mul_zero d
    | cons y ys =>
      show d * (x / d * y + dot (sdiv xs d) ys) = x * y + dot xs ys
      rw [Int.mul_add, ih fun x m => h x (List.Mem.tail _ m), ← Int.mul_assoc,
        Int.mul_ediv_cancel' (h x (List.Mem.head xs))]

/-! ## Balanced remainders -/

theorem bmod_length (x : IntList) (m : Nat) : (bmod x m).length ≤ x.length := Nat.le_of_eq (List.length_map _)
theorem dvd_sub_bmod (m : Nat) (x : Int) : (m : Int) ∣ x - Int.bmod x m := by
  have d : (m : Int) ∣ x - x % m := ⟨x / m, by rw [Int.emod_def, Int.sub_sub_self]⟩
  show (m : Int) ∣ x - if x % m < ((m : Int) + 1) / 2 then x % m else x % m - m
  by_cases h : x % m < ((m : Int) + 1) / 2
  · rw [if_pos h]
    exact d
  · rw [if_neg h]
    have ⟨c, e⟩ := d
    exact ⟨c + 1, by rw [Int.mul_add, ← e, Int.mul_one, ← Int.sub_neg, Int.sub_sub, ← Int.sub_eq_add_neg]⟩
theorem dvd_dot_sub_dot_bmod (m : Nat) (xs ys : IntList) : (m : Int) ∣ dot xs ys - dot (bmod xs m) ys := by
  induction xs generalizing ys with
  | nil => exact ⟨0, (Int.mul_zero _).symm⟩
  | cons x xs ih =>
    cases ys with
    | nil => exact ⟨0, (Int.mul_zero _).symm⟩
    | cons y ys =>
      have ⟨c, e⟩ := dvd_sub_bmod m x
      have ⟨c', e'⟩ := ih ys
      refine ⟨c * y + c', ?_⟩
      show x * y + dot xs ys - (Int.bmod x m * y + dot (bmod xs m) ys) = _
      rw [Int.mul_add, ← Int.mul_assoc, ← e, ← e', Int.sub_mul, Int.sub_eq_add_neg, Int.sub_eq_add_neg,
        Int.sub_eq_add_neg, Int.neg_add, move]
private theorem sub_right_comm (a b c : Int) : a - b - c = a - c - b :=
  by rw [Int.sub_sub, Int.sub_sub, Int.add_comm]
theorem dvd_bmod_dot_sub_dot_bmod (m : Nat) (xs ys : IntList) :
    (m : Int) ∣ bmod_dot_sub_dot_bmod m xs ys := by
  have ⟨c, e⟩ := dvd_sub_bmod m (dot xs ys)
  have ⟨c', e'⟩ := dvd_dot_sub_dot_bmod m xs ys
  exact ⟨c' - c, by rw [Int.mul_sub, ← e, ← e', sub_right_comm, Int.sub_sub_self]⟩

end IntList

/-! ## Coefficients under the names by which `omega` calls them -/

abbrev Coeffs := IntList

namespace Coeffs

abbrev toList (xs : Coeffs) : List Int := xs
abbrev ofList (xs : List Int) : Coeffs := xs
abbrev isZero (xs : Coeffs) : Prop := ∀ x, x ∈ xs → x = 0
abbrev set (xs : Coeffs) (i : Nat) (y : Int) : Coeffs := IntList.set xs i y
abbrev get (xs : Coeffs) (i : Nat) : Int := IntList.get xs i
abbrev gcd (xs : Coeffs) : Nat := IntList.gcd xs
abbrev smul (xs : Coeffs) (g : Int) : Coeffs := IntList.smul xs g
abbrev sdiv (xs : Coeffs) (g : Int) : Coeffs := IntList.sdiv xs g
abbrev dot (xs ys : Coeffs) : Int := IntList.dot xs ys
abbrev combo (a : Int) (xs : Coeffs) (b : Int) (ys : Coeffs) : Coeffs := IntList.combo a xs b ys
abbrev length (xs : Coeffs) : Nat := List.length xs
abbrev leading (xs : Coeffs) : Int := IntList.leading xs
abbrev bmod (x : Coeffs) (m : Nat) : Coeffs := IntList.bmod x m
abbrev bmod_dot_sub_dot_bmod (m : Nat) (a b : Coeffs) : Int := IntList.bmod_dot_sub_dot_bmod m a b

end Coeffs

end Lean.Omega
