/-
Statements about all or some numbers below a bound, elements of a list, truth values: each case is tried.
-/
prelude
import Lemmata.Fin
import Lemmata.ListMaps
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v

namespace Nat

/-! ## All numbers below a bound -/

instance decidableBallLT : ∀ (n : Nat) (P : ∀ k, k < n → Prop) [∀ n h, Decidable (P n h)], Decidable (∀ n h, P n h)
  | 0, _, _ => isTrue fun _ h => absurd h (not_lt_zero _)
  | n + 1, P, H =>
    match decidableBallLT n fun k h => P k (lt_succ_of_lt h) with
    | isFalse no => isFalse fun all => no fun k h => all k (lt_succ_of_lt h)
    | isTrue below =>
      match H n (Nat.lt_add_one n) with
      | isFalse no => isFalse fun all => no (all n _)
      | isTrue at_n => isTrue fun k h =>
        (Nat.lt_or_eq_of_le (le_of_lt_succ h)).elim (fun l => below k l) fun e => by cases e; exact at_n
instance decidableForallFin {n : Nat} (P : Fin n → Prop) [DecidablePred P] : Decidable (∀ i, P i) :=
  decidable_of_iff (∀ k h, P ⟨k, h⟩) ⟨fun h i => h i.val i.isLt, fun h k l => h ⟨k, l⟩⟩
instance decidableBallLE (n : Nat) (P : ∀ k, k ≤ n → Prop) [∀ n h, Decidable (P n h)] : Decidable (∀ n h, P n h) :=
  decidable_of_iff (∀ (k) (h : k < succ n), P k (le_of_lt_succ h))
    ⟨fun h k l => h k (lt_succ_of_le l), fun h k _ => h k _⟩
instance decidableLoHi (lo hi : Nat) (P : Nat → Prop) [DecidablePred P] : Decidable (∀ x, lo ≤ x → x < hi → P x) :=
  decidable_of_iff (∀ x, x < hi → lo ≤ x → P x) ⟨fun h x l l' => h x l' l, fun h x l l' => h x l' l⟩
instance decidableLoHiLe (lo hi : Nat) (P : Nat → Prop) [DecidablePred P] :
    Decidable (∀ x, lo ≤ x → x ≤ hi → P x) :=
  decidable_of_iff (∀ x, x ≤ hi → lo ≤ x → P x) ⟨fun h x l l' => h x l' l, fun h x l l' => h x l' l⟩

/-! ## Some number below a bound -/

instance decidableExistsLT {p : Nat → Prop} [h : DecidablePred p] : DecidablePred fun n => ∃ m : Nat, m < n ∧ p m
  | 0 => isFalse fun ⟨_, l, _⟩ => not_lt_zero _ l
  | n + 1 =>
    match h n, decidableExistsLT (p := p) n with
    | isTrue hn, _ => isTrue ⟨n, Nat.lt_add_one n, hn⟩
    | isFalse _, isTrue yes => isTrue (yes.elim fun m h => ⟨m, lt_succ_of_lt h.left, h.right⟩)
    | isFalse no, isFalse below => isFalse fun ⟨m, l, h⟩ =>
      (Nat.lt_or_eq_of_le (le_of_lt_succ l)).elim (fun l => below ⟨m, l, h⟩) fun e => no (e ▸ h)
instance decidableExistsLE {p : Nat → Prop} [DecidablePred p] : DecidablePred fun n => ∃ m : Nat, m ≤ n ∧ p m :=
  fun n => decidable_of_iff (∃ m, m < n + 1 ∧ p m) (exists_congr fun _ => and_congr_left fun _ => Nat.lt_succ_iff)
instance decidableExistsFin {n : Nat} (P : Fin n → Prop) [DecidablePred P] : Decidable (∃ i, P i) :=
  decidable_of_iff (¬∀ i, ¬P i) (Classical.not_forall_not)

end Nat

/-! ## Lists, truth values, options, pairs -/

instance Bool.instDecidableForallOfDecidablePred (p : Bool → Prop) [inst : DecidablePred p] : Decidable (∀ x, p x) :=
  match inst true, inst false with
  | isFalse no, _ => isFalse fun h => no (h true)
  | _, isFalse no => isFalse fun h => no (h false)
  | isTrue ht, isTrue hf => isTrue fun b => by cases b <;> assumption
instance Bool.instDecidableExistsOfDecidablePred (p : Bool → Prop) [inst : DecidablePred p] : Decidable (∃ x, p x) :=
  decidable_of_iff (¬∀ x, ¬p x) Classical.not_forall_not
namespace List
variable {α : Type u}
instance decidableBAll (p : α → Prop) [DecidablePred p] : ∀ l : List α, Decidable (∀ x, x ∈ l → p x)
  | [] => isTrue fun _ h => absurd h not_mem_nil
  | x :: xs =>
    match ‹DecidablePred p› x, decidableBAll p xs with
    | isFalse no, _ => isFalse fun h => no (h x (Mem.head xs))
    | _, isFalse no => isFalse fun h => no fun y hy => h y (Mem.tail x hy)
    | isTrue hx, isTrue hxs => isTrue fun y hy => (mem_cons.mp hy).elim (fun e => e ▸ hx) (hxs y)
instance decidableBEx (p : α → Prop) [DecidablePred p] (l : List α) : Decidable (∃ x, x ∈ l ∧ p x) :=
  decidable_of_iff (¬∀ x, x ∈ l → ¬p x)
    ⟨fun h => Classical.byContradiction fun no => h fun x hx px => no ⟨x, hx, px⟩, fun ⟨x, hx, px⟩ h => h x hx px⟩
end List

namespace ULift

/-! ## All or some elements of a type in a higher universe -/

variable {α : Type u} {p : ULift.{v} α → Prop}

@[simp] protected theorem «forall» : (∀ x, p x) ↔ ∀ x : α, p ⟨x⟩ := ⟨fun h x => h ⟨x⟩, fun h ⟨x⟩ => h x⟩
@[simp] protected theorem «exists» : (∃ x, p x) ↔ ∃ x : α, p ⟨x⟩ :=
  ⟨fun ⟨⟨x⟩, h⟩ => ⟨x, h⟩, fun ⟨x, h⟩ => ⟨⟨x⟩, h⟩⟩
@[simp] theorem up_inj {x y : α} : ULift.up.{v} x = ULift.up y ↔ x = y :=
  ⟨congrArg ULift.down, congrArg ULift.up⟩
instance [DecidableEq α] : DecidableEq (ULift.{v} α) := fun ⟨_⟩ ⟨_⟩ => decidable_of_iff _ up_inj.symm
instance (p : ULift.{v} α → Prop) [Decidable (∀ x : α, p ⟨x⟩)] : Decidable (∀ x, p x) :=
  decidable_of_iff _ ULift.forall.symm
instance (p : ULift.{v} α → Prop) [Decidable (∃ x : α, p ⟨x⟩)] : Decidable (∃ x, p x) :=
  decidable_of_iff _ ULift.exists.symm

end ULift
