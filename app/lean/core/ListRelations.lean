/-
Lists: counting, lists without repetition, prefixes, permutations.
-/
prelude
import Lemmata.ListParts
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w x

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

/-! ## Count -/

section
variable {p : α → Bool} {a : α} {l : List α}

private theorem countP_go (l : List α) (n : Nat) : countP.go p l n = n + countP.go p l 0 := by
  induction l generalizing n with
  | nil => rfl
  | cons a l ih =>
    unfold countP.go
    cases p a with
    | true => rw [cond_true, cond_true, ih (n + 1), ih (0 + 1), Nat.add_assoc, Nat.zero_add]
    | false => rw [cond_false, cond_false, ih n]
@[simp] theorem countP_nil : countP p [] = 0 := rfl
@[simp] theorem countP_cons_of_pos (pa : p a = true) : countP p (a :: l) = countP p l + 1 := by
  unfold countP
  rw [countP.go, pa, cond_true, countP_go, Nat.zero_add, Nat.add_comm]
@[simp] theorem countP_cons_of_neg (pa : ¬p a = true) : countP p (a :: l) = countP p l := by
  unfold countP
  rw [countP.go, Bool.eq_false_of_not_eq_true pa, cond_false]
theorem countP_cons : countP p (a :: l) = countP p l + if p a then 1 else 0 := by
  by_cases pa : p a = true
  · rw [countP_cons_of_pos pa, if_pos pa]
  · rw [countP_cons_of_neg pa, if_neg pa, Nat.add_zero]
theorem countP_eq_length_filter {l : List α} : countP p l = length (filter p l) := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    by_cases pa : p a = true
    · rw [countP_cons_of_pos pa, filter_cons_of_pos pa, length_cons, ih]
    · rw [countP_cons_of_neg pa, filter_cons_of_neg pa, ih]
theorem countP_le_length : countP p l ≤ l.length := countP_eq_length_filter ▸ length_filter_le p l
@[simp] theorem countP_append {l₁ l₂ : List α} : countP p (l₁ ++ l₂) = countP p l₁ + countP p l₂ := by
  rw [countP_eq_length_filter, filter_append, length_append, ← countP_eq_length_filter,
    ← countP_eq_length_filter]
@[simp] theorem countP_pos_iff : 0 < countP p l ↔ ∃ a, a ∈ l ∧ p a = true := by
  rw [countP_eq_length_filter, length_pos_iff_exists_mem]
  exact exists_congr fun _ => mem_filter
@[simp] theorem countP_eq_zero : countP p l = 0 ↔ ∀ a, a ∈ l → ¬p a = true := by
  rw [countP_eq_length_filter, length_eq_zero_iff, filter_eq_nil_iff]
end

section
variable [BEq α] {a b : α} {l : List α}

@[simp] theorem count_nil {a : α} : count a [] = 0 := rfl
theorem count_cons {a b : α} {l : List α} : count a (b :: l) = count a l + if b == a then 1 else 0 :=
  countP_cons
theorem count_le_length {a : α} {l : List α} : count a l ≤ l.length := countP_le_length
@[simp] theorem count_append {a : α} {l₁ l₂ : List α} : count a (l₁ ++ l₂) = count a l₁ + count a l₂ :=
  countP_append
@[simp] theorem count_reverse {a : α} {l : List α} : count a l.reverse = count a l := by
  rw [count, countP_eq_length_filter, filter_reverse, length_reverse, ← countP_eq_length_filter]
@[simp] theorem erase_nil (a : α) : [].erase a = [] := rfl
theorem erase_cons {a b : α} {l : List α} : (b :: l).erase a = if b == a then l else b :: l.erase a := by
  rw [List.erase]
  cases b == a <;> rfl
variable [LawfulBEq α]
@[simp] theorem count_cons_self {a : α} {l : List α} : count a (a :: l) = count a l + 1 :=
  countP_cons_of_pos (beq_self_eq_true a)
@[simp] theorem count_cons_of_ne (h : b ≠ a) {l : List α} : count a (b :: l) = count a l :=
  countP_cons_of_neg fun e => h (eq_of_beq e)
@[simp] theorem count_pos_iff {a : α} {l : List α} : 0 < count a l ↔ a ∈ l :=
  countP_pos_iff.trans ⟨fun ⟨_, m, e⟩ => eq_of_beq e ▸ m, fun m => ⟨a, m, beq_self_eq_true a⟩⟩
theorem count_eq_zero_of_not_mem {a : α} {l : List α} (h : a ∉ l) : count a l = 0 :=
  Nat.eq_zero_of_not_pos fun k => h (count_pos_iff.mp k)
theorem not_mem_of_count_eq_zero {a : α} {l : List α} (h : count a l = 0) : a ∉ l := fun m =>
  Nat.ne_of_gt (count_pos_iff.mpr m) h
theorem count_eq_zero {l : List α} : count a l = 0 ↔ a ∉ l :=
  ⟨not_mem_of_count_eq_zero, count_eq_zero_of_not_mem⟩
@[simp] theorem erase_cons_head {a : α} {l : List α} : (a :: l).erase a = l := by
  rw [erase_cons, if_pos (beq_self_eq_true a)]
end

/-! ## No repetition -/

attribute [simp] Pairwise.nil
@[simp] theorem pairwise_cons {R : α → α → Prop} {a : α} {l : List α} :
    Pairwise R (a :: l) ↔ (∀ a', a' ∈ l → R a a') ∧ Pairwise R l :=
  ⟨fun h => by cases h with | cons h k => exact ⟨h, k⟩, fun ⟨h, k⟩ => Pairwise.cons h k⟩
theorem pairwise_append {R : α → α → Prop} {l₁ l₂ : List α} :
    (l₁ ++ l₂).Pairwise R ↔ l₁.Pairwise R ∧ l₂.Pairwise R ∧ ∀ a, a ∈ l₁ → ∀ b, b ∈ l₂ → R a b := by
  induction l₁ with
  | nil => exact ⟨fun h => ⟨Pairwise.nil, h, fun _ m => absurd m not_mem_nil⟩, fun h => h.right.left⟩
  | cons a l₁ ih =>
    rw [cons_append, pairwise_cons, ih, pairwise_cons, forall_mem_append, forall_mem_cons]
    exact ⟨fun ⟨⟨h, k⟩, m, n, o⟩ => ⟨⟨h, m⟩, n, k, o⟩, fun ⟨⟨h, m⟩, n, k, o⟩ => ⟨⟨h, k⟩, m, n, o⟩⟩
instance instDecidablePairwise {R : α → α → Prop} [DecidableRel R] : (l : List α) → Decidable (Pairwise R l)
  | [] => isTrue Pairwise.nil
  | a :: l =>
    match instDecidablePairwise l with
    | isFalse h => isFalse fun k => h (pairwise_cons.mp k).right
    | isTrue h => decidable_of_iff (l.all (fun b => decide (R a b)) = true)
      ⟨fun k => Pairwise.cons (fun b m => of_decide_eq_true (all_eq_true.mp k b m)) h,
       fun k => all_eq_true.mpr fun b m => decide_eq_true ((pairwise_cons.mp k).left b m)⟩
@[simp] theorem nodup_nil : @Nodup α [] := Pairwise.nil
@[simp] theorem nodup_cons {a : α} {l : List α} : Nodup (a :: l) ↔ a ∉ l ∧ Nodup l :=
  pairwise_cons.trans (and_congr ⟨fun h m => h a m rfl, fun h _ m e => h (e ▸ m)⟩ Iff.rfl)
theorem nodup_append {l₁ l₂ : List α} :
    (l₁ ++ l₂).Nodup ↔ l₁.Nodup ∧ l₂.Nodup ∧ ∀ a, a ∈ l₁ → ∀ b, b ∈ l₂ → a ≠ b := pairwise_append
instance nodupDecidable [DecidableEq α] (l : List α) : Decidable (Nodup l) :=
  instDecidablePairwise (R := fun a b => a ≠ b) l

/-! ## Prefixes -/

@[simp] theorem prefix_append (l₁ l₂ : List α) : l₁ <+: l₁ ++ l₂ := ⟨l₂, rfl⟩
@[simp] theorem suffix_append (l₁ l₂ : List α) : l₂ <:+ l₁ ++ l₂ := ⟨l₁, rfl⟩
theorem prefix_rfl {l : List α} : l <+: l := ⟨[], append_nil l⟩
theorem prefix_refl (l : List α) : l <+: l := prefix_rfl
@[simp] theorem nil_prefix {l : List α} : [] <+: l := ⟨l, rfl⟩
theorem IsPrefix.trans {l₁ l₂ l₃ : List α} : l₁ <+: l₂ → l₂ <+: l₃ → l₁ <+: l₃ :=
  fun ⟨s, hs⟩ ⟨t, ht⟩ => ⟨s ++ t, by rw [← append_assoc, hs, ht]⟩
theorem IsPrefix.length_le {l₁ l₂ : List α} (h : l₁ <+: l₂) : l₁.length ≤ l₂.length :=
  h.elim fun t e => e ▸ length_append ▸ Nat.le_add_right l₁.length t.length

/-! ## Permutations -/

open scoped List in
section
@[simp] protected theorem Perm.refl : ∀ l : List α, l ~ l
  | [] => Perm.nil
  | a :: l => Perm.cons a (Perm.refl l)
protected theorem Perm.rfl {l : List α} : l ~ l := Perm.refl l
attribute [refl] Perm.refl
protected theorem Perm.symm {l₁ l₂ : List α} (h : l₁ ~ l₂) : l₂ ~ l₁ := by
  induction h with
  | nil => exact Perm.nil
  | cons x _ ih => exact Perm.cons x ih
  | swap x y l => exact Perm.swap y x l
  | trans _ _ ih₁ ih₂ => exact Perm.trans ih₂ ih₁
theorem perm_comm {l₁ l₂ : List α} : l₁ ~ l₂ ↔ l₂ ~ l₁ := ⟨Perm.symm, Perm.symm⟩
theorem Perm.length_eq {l₁ l₂ : List α} (p : l₁ ~ l₂) : length l₁ = length l₂ := by
  induction p with
  | nil => rfl
  | cons _ _ ih => exact congrArg (· + 1) ih
  | swap => rfl
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂
theorem Perm.mem_iff {a : α} {l₁ l₂ : List α} (p : l₁ ~ l₂) : a ∈ l₁ ↔ a ∈ l₂ := by
  induction p with
  | nil => exact Iff.rfl
  | cons x _ ih => rw [mem_cons, mem_cons, ih]
  | swap x y l => rw [mem_cons, mem_cons, mem_cons, mem_cons, or_left_comm]
  | trans _ _ ih₁ ih₂ => exact ih₁.trans ih₂
theorem perm_middle {a : α} {l₁ l₂ : List α} : l₁ ++ a :: l₂ ~ a :: (l₁ ++ l₂) := by
  induction l₁ with
  | nil => exact Perm.refl _
  | cons b l₁ ih => exact Perm.trans (Perm.cons b ih) (Perm.swap a b (l₁ ++ l₂))
theorem perm_append_comm {l₁ l₂ : List α} : l₁ ++ l₂ ~ l₂ ++ l₁ := by
  induction l₁ with
  | nil => rw [append_nil]; exact Perm.refl _
  | cons a l₁ ih => exact Perm.trans (Perm.cons a ih) perm_middle.symm
theorem reverse_perm (l : List α) : reverse l ~ l := by
  induction l with
  | nil => exact Perm.nil
  | cons a l ih =>
    rw [reverse_cons]
    exact Perm.trans perm_append_comm (Perm.cons a ih)
theorem Perm.map (f : α → β) {l₁ l₂ : List α} (p : l₁ ~ l₂) : map f l₁ ~ map f l₂ := by
  induction p with
  | nil => exact Perm.nil
  | cons x _ ih => exact Perm.cons (f x) ih
  | swap x y l => exact Perm.swap (f x) (f y) (l.map f)
  | trans _ _ ih₁ ih₂ => exact Perm.trans ih₁ ih₂
end

end List
