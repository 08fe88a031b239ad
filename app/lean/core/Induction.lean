/-
Principles of induction on the natural numbers beside the usual one, and the least number with a property.
-/
prelude
import Lemmata.Inequalities
import Lemmata.WellFounded
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

namespace Nat

variable {k l m n : Nat}

/-! ## Recursors -/

@[simp] theorem rec_zero {C : Nat → Sort u} (h0 : C 0) (h : ∀ n, C n → C (n + 1)) : Nat.rec h0 h 0 = h0 := rfl
theorem rec_add_one {C : Nat → Sort u} (h0 : C 0) (h : ∀ n, C n → C (n + 1)) (n : Nat) :
    Nat.rec h0 h (n + 1) = h n (Nat.rec h0 h n) := rfl
@[simp] theorem rec_one {C : Nat → Sort u} (h0 : C 0) (h : ∀ n, C n → C (n + 1)) :
    Nat.rec (motive := C) h0 h 1 = h 0 h0 := rfl
/-- Strong recursion: the value at `n` from all values below `n`. -/
@[elab_as_elim] protected def strongRec' {p : Nat → Sort u} (H : ∀ n, (∀ m, m < n → p m) → p n) (n : Nat) :
    p n :=
  Nat.strongRecOn n H
@[elab_as_elim] def strongRecOn' {P : Nat → Sort u} (n : Nat) (h : ∀ n, (∀ m, m < n → P m) → P n) : P n :=
  Nat.strongRecOn n h
/-- Strong recursion in which 0 is a case of its own. -/
@[elab_as_elim] protected def caseStrongRecOn {motive : Nat → Sort u} (a : Nat) (zero : motive 0)
    (ind : ∀ n, (∀ m, m ≤ n → motive m) → motive (succ n)) : motive a :=
  Nat.strongRecOn a fun
    | 0, _ => zero
    | n + 1, below => ind n fun m h => below m (lt_succ_of_le h)
/-- Induction in which the next case comes from the two before it. -/
@[elab_as_elim] def twoStepInduction {P : Nat → Sort u} (zero : P 0) (one : P 1)
    (more : ∀ n, P n → P (n + 1) → P (n + 2)) : ∀ a, P a
  | 0 => zero
  | 1 => one
  | n + 2 => more n (twoStepInduction zero one more n) (twoStepInduction zero one more (n + 1))
/-- Induction from a number upwards. -/
@[elab_as_elim] def leRec {n : Nat} {motive : (m : Nat) → n ≤ m → Sort u} (refl : motive n (Nat.le_refl n))
    (le_succ_of_le : ∀ ⦃k⦄ (h : n ≤ k), motive k h → motive (k + 1) (le_succ_of_le h)) :
    ∀ {m} (h : n ≤ m), motive m h
  | 0, h => eq_zero_of_le_zero h ▸ refl
  | m + 1, h =>
    if l : n ≤ m then le_succ_of_le l (leRec refl le_succ_of_le l)
    else by
      have e := (le_succ_iff.mp h).resolve_left l
      subst e
      exact refl
/-- Induction from a number downwards. -/
@[elab_as_elim] def decreasingInduction {n : Nat} {motive : (m : Nat) → m ≤ n → Sort u}
    (of_succ : ∀ k (h : k < n), motive (k + 1) h → motive k (Nat.le_of_lt h))
    (self : motive n (Nat.le_refl n))
    {m : Nat} (mn : m ≤ n) : motive m mn :=
  leRec (motive := fun n mn => ∀ motive : (m : Nat) → m ≤ n → Sort u,
      (∀ k (h : k < n), motive (k + 1) h → motive k (Nat.le_of_lt h)) →
        motive n (Nat.le_refl n) → motive m mn)
    (fun _ _ self => self)
    (fun {k} _ ih motive of_succ self => ih (fun m h => motive m (le_succ_of_le h))
      (fun i h => of_succ i (le_succ_of_le h)) (of_succ k (lt_succ_self k) self))
    mn motive of_succ self

/-! ## All numbers below a bound -/

theorem forall_lt_succ_right {p : Nat → Prop} : (∀ m, m < n + 1 → p m) ↔ (∀ m, m < n → p m) ∧ p n :=
  ⟨fun h => ⟨fun m l => h m (lt_succ_of_lt l), h n (lt_succ_self n)⟩,
   fun h m l => (lt_or_eq_of_lt_succ l).elim (h.left m) fun e => e ▸ h.right⟩
theorem exists_lt_succ_right {p : Nat → Prop} : (∃ m, m < n + 1 ∧ p m) ↔ (∃ m, m < n ∧ p m) ∨ p n :=
  ⟨fun ⟨m, l, hm⟩ => (lt_or_eq_of_lt_succ l).elim (fun l => Or.inl ⟨m, l, hm⟩) fun e => Or.inr (e ▸ hm),
   fun h => h.elim (fun ⟨m, l, hm⟩ => ⟨m, lt_succ_of_lt l, hm⟩) fun hn => ⟨n, lt_succ_self n, hn⟩⟩
theorem forall_lt_succ_left {p : Nat → Prop} : (∀ m, m < n + 1 → p m) ↔ p 0 ∧ ∀ m, m < n → p (m + 1) :=
  ⟨fun h => ⟨h 0 (zero_lt_succ n), fun m l => h (m + 1) (succ_lt_succ l)⟩, fun h m l => by
    cases m with
    | zero => exact h.left
    | succ m => exact h.right m (lt_of_succ_lt_succ l)⟩

/-! ## The least number with a property -/

section
variable {p q : Nat → Prop} [DecidablePred p] [DecidablePred q] (H : ∃ n, p n)

/-- The search for the least number with the property `p` from `k` upwards. -/
def _root_.Lemmata.search (H : ∃ n, p n) (k : Nat) (none : ∀ m, m < k → ¬p m) :
    {n // p n ∧ ∀ m, m < n → ¬p m} :=
  if h : p k then ⟨k, h, none⟩
  else Lemmata.search H (k + 1) (forall_lt_succ_right.mpr ⟨none, h⟩)
termination_by Classical.choose H - k
decreasing_by
  have l : k < Classical.choose H := Nat.gt_of_not_le fun l =>
    (Nat.lt_or_eq_of_le l).elim (fun l => none _ l (Classical.choose_spec H))
      fun e => h (e ▸ Classical.choose_spec H)
  exact Nat.sub_lt_sub_left l (lt_succ_self k)
/-- The least number with the property `p`, and that it is. -/
protected def findX : {n // p n ∧ ∀ m, m < n → ¬p m} :=
  Lemmata.search H 0 fun m h => absurd h (not_lt_zero m)
/-- The least number with the property `p`. -/
protected def find : Nat := (Nat.findX H).val
protected theorem find_spec : p (Nat.find H) := (Nat.findX H).property.left
protected theorem find_min {m : Nat} (h : m < Nat.find H) : ¬p m := (Nat.findX H).property.right m h
protected theorem find_min' {m : Nat} (h : p m) : Nat.find H ≤ m :=
  Nat.ge_of_not_lt fun l => Nat.find_min H l h
theorem find_eq_iff (h : ∃ n, p n) : Nat.find h = m ↔ p m ∧ ∀ n, n < m → ¬p n :=
  ⟨fun e => e ▸ ⟨Nat.find_spec h, fun _ => Nat.find_min h⟩,
   fun ⟨hm, l⟩ => Nat.le_antisymm (Nat.find_min' h hm) (Nat.ge_of_not_lt fun n => l _ n (Nat.find_spec h))⟩
@[simp] theorem find_lt_iff (h : ∃ n, p n) (n : Nat) : Nat.find h < n ↔ ∃ m, m < n ∧ p m :=
  ⟨fun l => ⟨Nat.find h, l, Nat.find_spec h⟩, fun ⟨_, l, hm⟩ => Nat.lt_of_le_of_lt (Nat.find_min' h hm) l⟩
@[simp] theorem find_le_iff (h : ∃ n, p n) (n : Nat) : Nat.find h ≤ n ↔ ∃ m, m ≤ n ∧ p m :=
  ⟨fun l => ⟨Nat.find h, l, Nat.find_spec h⟩, fun ⟨_, l, hm⟩ => Nat.le_trans (Nat.find_min' h hm) l⟩
@[simp] theorem le_find_iff (h : ∃ n, p n) (n : Nat) : n ≤ Nat.find h ↔ ∀ m, m < n → ¬p m :=
  ⟨fun l _ hm => Nat.find_min h (Nat.lt_of_lt_of_le hm l),
   fun f => Nat.ge_of_not_lt fun l => f _ l (Nat.find_spec h)⟩
@[simp] theorem lt_find_iff (h : ∃ n, p n) (n : Nat) : n < Nat.find h ↔ ∀ m, m ≤ n → ¬p m :=
  ⟨fun l _ hm => Nat.find_min h (Nat.lt_of_le_of_lt hm l),
   fun f => Nat.gt_of_not_le fun l => f _ l (Nat.find_spec h)⟩
@[simp] theorem find_eq_zero (h : ∃ n, p n) : Nat.find h = 0 ↔ p 0 :=
  ⟨fun e => e ▸ Nat.find_spec h, fun h0 => eq_zero_of_le_zero (Nat.find_min' h h0)⟩
theorem find_pos (h : ∃ n, p n) : 0 < Nat.find h ↔ ¬p 0 :=
  Nat.pos_iff_ne_zero.trans (not_congr (find_eq_zero h))
theorem find_mono (h : ∀ n, q n → p n) {hp : ∃ n, p n} {hq : ∃ n, q n} : Nat.find hp ≤ Nat.find hq :=
  Nat.find_min' hp (h _ (Nat.find_spec hq))
theorem find_le {h : ∃ n, p n} (hn : p n) : Nat.find h ≤ n := Nat.find_min' h hn
end

/-- The greatest number up to a bound with the property `P`, or 0 if there is none. -/
def findGreatest (P : Nat → Prop) [DecidablePred P] : Nat → Nat
  | 0 => 0
  | n + 1 => if P (n + 1) then n + 1 else findGreatest P n

end Nat
