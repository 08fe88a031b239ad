/-
Lists: length, append, reverse, membership, and when two lists are equal.
-/
prelude
import Lemmata.Lists
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w x

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

/-! ## Length -/

@[simp] theorem length_nil : length ([] : List α) = 0 := rfl
@[simp] theorem length_cons {a : α} {as : List α} : (a :: as).length = as.length + 1 := rfl
theorem length_singleton {a : α} : length [a] = 1 := rfl
theorem cons_ne_nil (a : α) (l : List α) : a :: l ≠ [] := fun h => nomatch h
theorem eq_nil_of_length_eq_zero {l : List α} (h : length l = 0) : l = [] := by
  cases l with
  | nil => rfl
  | cons a l => exact nomatch h
@[simp] theorem length_eq_zero_iff {l : List α} : length l = 0 ↔ l = [] :=
  ⟨eq_nil_of_length_eq_zero, fun h => congrArg length h⟩
theorem ne_nil_of_length_pos {l : List α} (h : 0 < length l) : l ≠ [] :=
  fun e => Nat.lt_irrefl 0 (Nat.lt_of_lt_of_eq h (congrArg length e))
theorem ne_nil_of_length_eq_add_one {n : Nat} {l : List α} (h : length l = n + 1) : l ≠ [] :=
  ne_nil_of_length_pos (h ▸ Nat.succ_pos n)
theorem exists_cons_of_ne_nil {l : List α} : l ≠ [] → ∃ b L, l = b :: L := by
  cases l with
  | nil => exact fun h => absurd rfl h
  | cons a l => exact fun _ => ⟨a, l, rfl⟩
theorem ne_nil_iff_exists_cons {l : List α} : l ≠ [] ↔ ∃ b L, l = b :: L :=
  ⟨exists_cons_of_ne_nil, fun ⟨b, L, e⟩ => e ▸ cons_ne_nil b L⟩
theorem length_pos_iff {l : List α} : 0 < length l ↔ l ≠ [] :=
  Nat.pos_iff_ne_zero.trans (not_congr length_eq_zero_iff)
theorem exists_cons_of_length_pos {l : List α} (h : 0 < l.length) : ∃ a t, l = a :: t :=
  exists_cons_of_ne_nil (length_pos_iff.mp h)
theorem exists_cons_of_length_eq_add_one {n : Nat} {l : List α} (h : l.length = n + 1) : ∃ a t, l = a :: t :=
  exists_cons_of_ne_nil (ne_nil_of_length_eq_add_one h)
theorem length_eq_one_iff {l : List α} : length l = 1 ↔ ∃ a, l = [a] :=
  ⟨fun h => (exists_cons_of_length_eq_add_one h).elim fun a ⟨_, e⟩ =>
    have tail_empty := eq_nil_of_length_eq_zero (Nat.succ.inj ((congrArg length e).symm.trans h))
    ⟨a, e.trans (congrArg (cons a) tail_empty)⟩,
   fun ⟨_, e⟩ => e ▸ rfl⟩

/-! ## `a :: l` -/

theorem head_eq_of_cons_eq {h₁ h₂ : α} {t₁ t₂ : List α} (H : h₁ :: t₁ = h₂ :: t₂) : h₁ = h₂ :=
  (cons.inj H).left
theorem tail_eq_of_cons_eq {h₁ h₂ : α} {t₁ t₂ : List α} (H : h₁ :: t₁ = h₂ :: t₂) : t₁ = t₂ :=
  (cons.inj H).right
theorem cons_inj_right (a : α) {l l' : List α} : a :: l = a :: l' ↔ l = l' :=
  ⟨tail_eq_of_cons_eq, congrArg (cons a)⟩
theorem cons_eq_cons {a b : α} {l l' : List α} : a :: l = b :: l' ↔ a = b ∧ l = l' :=
  iff_of_eq (cons.injEq a l b l')
theorem singleton_inj {a b : α} : [a] = [b] ↔ a = b := ⟨head_eq_of_cons_eq, congrArg fun x => [x]⟩
@[simp] theorem cons_ne_self (a : α) (l : List α) : a :: l ≠ l :=
  fun e => Nat.succ_ne_self _ (congrArg length e)
@[simp] theorem ne_cons_self {a : α} {l : List α} : l ≠ a :: l := (cons_ne_self a l).symm
instance instDecidableEqList [DecidableEq α] : DecidableEq (List α)
  | [], [] => isTrue rfl
  | [], _ :: _ => isFalse fun h => nomatch h
  | _ :: _, [] => isFalse fun h => nomatch h
  | a :: as, b :: bs =>
    match decEq a b, instDecidableEqList as bs with
    | isTrue h, isTrue k => isTrue (by rw [h, k])
    | isFalse n, _ => isFalse fun e => n (cons.inj e).left
    | _, isFalse n => isFalse fun e => n (cons.inj e).right
theorem beq_eq_true_iff_eq [BEq α] [LawfulBEq α] {l₁ l₂ : List α} : (l₁ == l₂) = true ↔ l₁ = l₂ := by
  induction l₁ generalizing l₂ with
  | nil => cases l₂ with
    | nil => exact iff_of_true rfl rfl
    | cons b bs => exact iff_of_false (fun h => nomatch h) fun h => nomatch h
  | cons a as ih => cases l₂ with
    | nil => exact iff_of_false (fun h => nomatch h) fun h => nomatch h
    | cons b bs =>
      exact (iff_of_eq (Bool.and_eq_true (a == b) (as == bs))).trans
        ((and_congr beq_iff_eq ih).trans cons_eq_cons.symm)
instance instLawfulBEq [BEq α] [LawfulBEq α] : LawfulBEq (List α) where
  rfl := beq_eq_true_iff_eq.mpr rfl
  eq_of_beq := beq_eq_true_iff_eq.mp

/-! ## Append -/

@[simp] theorem nil_append (as : List α) : [] ++ as = as := rfl
@[simp] theorem cons_append {a : α} {as bs : List α} : a :: as ++ bs = a :: (as ++ bs) := rfl
theorem singleton_append {x : α} {l : List α} : [x] ++ l = x :: l := rfl
@[simp] theorem append_nil (as : List α) : as ++ [] = as := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (cons a) ih
@[simp] theorem append_assoc (as bs cs : List α) : as ++ bs ++ cs = as ++ (bs ++ cs) := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (cons a) ih
theorem append_cons (as : List α) (b : α) (bs : List α) : as ++ b :: bs = as ++ [b] ++ bs :=
  (append_assoc as [b] bs).symm
@[simp] theorem length_append {as bs : List α} : (as ++ bs).length = as.length + bs.length := by
  induction as with
  | nil => exact (Nat.zero_add _).symm
  | cons a as ih => rw [cons_append, length_cons, length_cons, ih, Nat.add_right_comm]
@[simp] theorem append_eq_nil_iff {p q : List α} : p ++ q = [] ↔ p = [] ∧ q = [] := by
  cases p with
  | nil => exact ⟨fun h => ⟨rfl, h⟩, And.right⟩
  | cons a p => exact iff_of_false (fun h => nomatch h) fun h => nomatch h.left
theorem append_ne_nil_of_left_ne_nil {s : List α} (h : s ≠ []) (t : List α) : s ++ t ≠ [] :=
  fun e => h (append_eq_nil_iff.mp e).left
theorem append_ne_nil_of_right_ne_nil {t : List α} (s : List α) : t ≠ [] → s ++ t ≠ [] :=
  fun h e => h (append_eq_nil_iff.mp e).right
@[simp] theorem concat_ne_nil (a : α) (l : List α) : l ++ [a] ≠ [] :=
  append_ne_nil_of_right_ne_nil l (cons_ne_nil a [])
theorem append_inj {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : length s₁ = length s₂) :
    s₁ = s₂ ∧ t₁ = t₂ := by
  induction s₁ generalizing s₂ with
  | nil => rw [eq_nil_of_length_eq_zero hl.symm] at h ⊢; exact ⟨rfl, h⟩
  | cons a s₁ ih => cases s₂ with
    | nil => exact nomatch hl
    | cons b s₂ =>
      have ⟨e, k⟩ := ih (tail_eq_of_cons_eq h) (Nat.succ.inj hl)
      exact ⟨cons_eq_cons.mpr ⟨head_eq_of_cons_eq h, e⟩, k⟩
theorem append_inj_right {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : length s₁ = length s₂) :
    t₁ = t₂ := (append_inj h hl).right
theorem append_inj_left {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : length s₁ = length s₂) :
    s₁ = s₂ := (append_inj h hl).left
theorem append_inj' {s₁ s₂ t₁ t₂ : List α} (h : s₁ ++ t₁ = s₂ ++ t₂) (hl : length t₁ = length t₂) :
    s₁ = s₂ ∧ t₁ = t₂ := append_inj h (by
  have e := congrArg length h
  rw [length_append, length_append, hl] at e
  exact Nat.add_right_cancel e)
theorem append_right_inj {t₁ t₂ : List α} (s : List α) : s ++ t₁ = s ++ t₂ ↔ t₁ = t₂ :=
  ⟨fun h => append_inj_right h rfl, congrArg (s ++ ·)⟩
theorem append_left_inj {s₁ s₂ : List α} (t : List α) : s₁ ++ t = s₂ ++ t ↔ s₁ = s₂ :=
  ⟨fun h => (append_inj' h rfl).left, congrArg (· ++ t)⟩
theorem append_cancel_left {as bs cs : List α} (h : as ++ bs = as ++ cs) : bs = cs :=
  (append_right_inj as).mp h
theorem append_cancel_right {as bs cs : List α} (h : as ++ bs = cs ++ bs) : as = cs :=
  (append_left_inj bs).mp h
@[simp] theorem append_cancel_left_eq (as bs cs : List α) : (as ++ bs = as ++ cs) = (bs = cs) :=
  propext (append_right_inj as)
@[simp] theorem append_cancel_right_eq (as bs cs : List α) : (as ++ bs = cs ++ bs) = (as = cs) :=
  propext (append_left_inj bs)
theorem append_left_eq_self {xs ys : List α} : xs ++ ys = ys ↔ xs = [] := append_left_inj (s₂ := []) ys
theorem append_right_eq_self {xs ys : List α} : xs ++ ys = xs ↔ ys = [] := by
  have h := append_right_inj (t₁ := ys) (t₂ := []) xs
  rwa [append_nil] at h
@[simp] theorem concat_eq_append {as : List α} {a : α} : as.concat a = as ++ [a] := by
  induction as with
  | nil => rfl
  | cons b as ih => exact congrArg (cons b) ih
theorem length_concat {as : List α} {a : α} : (concat as a).length = as.length + 1 := by
  rw [concat_eq_append, length_append, length_singleton]

/-! ## Reverse -/

theorem reverseAux_eq_append {as bs : List α} : reverseAux as bs = reverseAux as [] ++ bs := by
  induction as generalizing bs with
  | nil => rfl
  | cons a as ih => rw [reverseAux, reverseAux, ih (bs := a :: bs), ih (bs := [a]), append_assoc]; rfl
@[simp] theorem reverse_nil : reverse ([] : List α) = [] := rfl
@[simp] theorem reverse_cons {a : α} {as : List α} : reverse (a :: as) = reverse as ++ [a] :=
  reverseAux_eq_append (as := as) (bs := [a])
theorem reverse_singleton {a : α} : reverse [a] = [a] := rfl
@[simp] theorem reverse_append {as bs : List α} : (as ++ bs).reverse = bs.reverse ++ as.reverse := by
  induction as with
  | nil => exact (append_nil _).symm
  | cons a as ih => rw [cons_append, reverse_cons, reverse_cons, ih, append_assoc]
theorem reverse_concat {l : List α} {a : α} : (l ++ [a]).reverse = a :: l.reverse := reverse_append
@[simp] theorem reverse_reverse (as : List α) : as.reverse.reverse = as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [reverse_cons, reverse_append, ih]; rfl
@[simp] theorem length_reverse {as : List α} : as.reverse.length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [reverse_cons, length_append, ih]; rfl
theorem reverse_eq_iff {as bs : List α} : as.reverse = bs ↔ as = bs.reverse :=
  ⟨fun h => h ▸ (reverse_reverse as).symm, fun h => h ▸ reverse_reverse bs⟩
@[simp] theorem reverse_inj {xs ys : List α} : xs.reverse = ys.reverse ↔ xs = ys := by
  rw [reverse_eq_iff, reverse_reverse]
@[simp] theorem reverse_eq_nil_iff {xs : List α} : xs.reverse = [] ↔ xs = [] := reverse_eq_iff
theorem reverse_ne_nil_iff {xs : List α} : xs.reverse ≠ [] ↔ xs ≠ [] := not_congr reverse_eq_nil_iff
protected def _root_.Lemmata.reverseRec {motive : List α → Sort v} (nil : motive [])
    (append_singleton : ∀ (l : List α) (a : α), motive l → motive (l ++ [a])) :
    (l : List α) → motive l.reverse
  | [] => nil
  | a :: l => cast (congrArg motive reverse_cons.symm)
    (append_singleton l.reverse a (Lemmata.reverseRec nil append_singleton l))
/-- Induction on a list from its end. -/
@[elab_as_elim] def reverseRecOn {motive : List α → Sort v} (l : List α) (nil : motive [])
    (append_singleton : ∀ (l : List α) (a : α), motive l → motive (l ++ [a])) : motive l :=
  cast (congrArg motive (reverse_reverse l)) (Lemmata.reverseRec nil append_singleton l.reverse)
theorem eq_nil_or_concat' (l : List α) : l = [] ∨ ∃ L b, l = L ++ [b] := by
  induction l using reverseRecOn with
  | nil => exact Or.inl rfl
  | append_singleton l a _ => exact Or.inr ⟨l, a, rfl⟩
theorem eq_nil_or_concat (l : List α) : l = [] ∨ ∃ l' b, l = concat l' b :=
  (eq_nil_or_concat' l).imp_right fun ⟨L, b, e⟩ => ⟨L, b, e.trans concat_eq_append.symm⟩

/-! ## Membership -/

@[simp] theorem not_mem_nil {a : α} : ¬a ∈ ([] : List α) := fun h => nomatch h
@[simp] theorem mem_cons {a b : α} {l : List α} : a ∈ b :: l ↔ a = b ∨ a ∈ l := by
  constructor
  · intro h
    cases h with
    | head => exact Or.inl rfl
    | tail _ h => exact Or.inr h
  · exact fun h => h.elim (fun e => e ▸ Mem.head l) (Mem.tail b)
theorem mem_cons_self {a : α} {l : List α} : a ∈ a :: l := Mem.head l
theorem mem_cons_of_mem (y : α) {a : α} {l : List α} : a ∈ l → a ∈ y :: l := Mem.tail y
theorem mem_singleton_self (a : α) : a ∈ [a] := Mem.head []
@[simp] theorem mem_singleton {a b : α} : a ∈ [b] ↔ a = b :=
  mem_cons.trans ⟨fun h => h.elim id fun h => absurd h not_mem_nil, Or.inl⟩
theorem eq_of_mem_singleton {a b : α} (h : a ∈ [b]) : a = b := mem_singleton.mp h
theorem ne_of_not_mem_cons {a b : α} {l : List α} : a ∉ b :: l → a ≠ b :=
  fun h e => h (mem_cons.mpr (Or.inl e))
theorem not_mem_of_not_mem_cons {a b : α} {l : List α} : a ∉ b :: l → a ∉ l := fun h m => h (Mem.tail b m)
theorem ne_of_mem_of_not_mem {a b : α} {l : List α} : a ∈ l → b ∉ l → a ≠ b := fun h n e => n (e ▸ h)
theorem ne_nil_of_mem {a : α} {l : List α} (h : a ∈ l) : l ≠ [] := fun e => not_mem_nil (e ▸ h)
theorem length_pos_of_mem {a : α} {l : List α} (h : a ∈ l) : 0 < length l :=
  length_pos_iff.mpr (ne_nil_of_mem h)
theorem exists_mem_of_ne_nil (l : List α) (h : l ≠ []) : ∃ x, x ∈ l :=
  (exists_cons_of_ne_nil h).elim fun a ⟨t, e⟩ => ⟨a, e ▸ Mem.head t⟩
theorem exists_mem_of_length_pos {l : List α} (h : 0 < length l) : ∃ a, a ∈ l :=
  exists_mem_of_ne_nil l (length_pos_iff.mp h)
theorem length_pos_iff_exists_mem {l : List α} : 0 < length l ↔ ∃ a, a ∈ l :=
  ⟨exists_mem_of_length_pos, fun ⟨_, h⟩ => length_pos_of_mem h⟩
theorem eq_nil_iff_forall_not_mem {l : List α} : l = [] ↔ ∀ a, a ∉ l :=
  ⟨fun e _ h => not_mem_nil (e ▸ h), fun h => Classical.byContradiction fun n =>
    (exists_mem_of_ne_nil l n).elim h⟩
@[simp] theorem mem_append {a : α} {s t : List α} : a ∈ s ++ t ↔ a ∈ s ∨ a ∈ t := by
  induction s with
  | nil => exact ⟨Or.inr, fun h => h.elim (fun h => nomatch h) id⟩
  | cons b s ih => rw [cons_append, mem_cons, mem_cons, ih, or_assoc]
theorem mem_append_left {a : α} {as : List α} (bs : List α) : a ∈ as → a ∈ as ++ bs := fun h =>
  mem_append.mpr (Or.inl h)
theorem mem_append_right {b : α} {bs : List α} (as : List α) : b ∈ bs → b ∈ as ++ bs := fun h =>
  mem_append.mpr (Or.inr h)
theorem not_mem_append {a : α} {s t : List α} (h₁ : a ∉ s) (h₂ : a ∉ t) : a ∉ s ++ t :=
  fun h => (mem_append.mp h).elim h₁ h₂
theorem mem_concat_self {xs : List α} {a : α} : a ∈ xs ++ [a] := mem_append_right xs (Mem.head [])
theorem append_of_mem {a : α} {l : List α} (h : a ∈ l) : ∃ s t : List α, l = s ++ a :: t := by
  induction l with
  | nil => exact absurd h not_mem_nil
  | cons b l ih =>
    cases h with
    | head => exact ⟨[], l, rfl⟩
    | tail _ h => exact (ih h).elim fun s ⟨t, e⟩ => ⟨b :: s, t, congrArg (cons b) e⟩
theorem mem_iff_append {a : α} {l : List α} : a ∈ l ↔ ∃ s t : List α, l = s ++ a :: t :=
  ⟨append_of_mem, fun ⟨s, _, e⟩ => e ▸ mem_append_right s (Mem.head _)⟩
@[simp] theorem mem_reverse {x : α} {as : List α} : x ∈ as.reverse ↔ x ∈ as := by
  induction as with
  | nil => exact Iff.rfl
  | cons a as ih => rw [reverse_cons, mem_append, ih, mem_singleton, mem_cons, or_comm]
theorem forall_mem_nil (p : α → Prop) : ∀ (x) (_ : x ∈ []), p x := fun _ h => nomatch h
@[simp] theorem forall_mem_cons {p : α → Prop} {a : α} {l : List α} :
    (∀ x, x ∈ a :: l → p x) ↔ p a ∧ ∀ x, x ∈ l → p x :=
  ⟨fun h => ⟨h a (Mem.head l), fun x m => h x (Mem.tail a m)⟩,
   fun h x m => (mem_cons.mp m).elim (fun e => e ▸ h.left) (h.right x)⟩
theorem forall_mem_append {p : α → Prop} {l₁ l₂ : List α} :
    (∀ (x) (_ : x ∈ l₁ ++ l₂), p x) ↔ (∀ (x) (_ : x ∈ l₁), p x) ∧ (∀ (x) (_ : x ∈ l₂), p x) :=
  ⟨fun h => ⟨fun x m => h x (mem_append_left l₂ m), fun x m => h x (mem_append_right l₁ m)⟩,
   fun h x m => (mem_append.mp m).elim (h.left x) (h.right x)⟩
theorem elem_eq_true_of_mem [BEq α] [ReflBEq α] {a : α} {as : List α} (h : a ∈ as) : elem a as = true := by
  induction h with
  | head => rw [elem, beq_self_eq_true]
  | tail b _ ih => rw [elem, ih]; split <;> rfl
@[simp] theorem elem_iff [BEq α] [LawfulBEq α] {a : α} {as : List α} : elem a as = true ↔ a ∈ as := by
  refine ⟨fun h => ?_, elem_eq_true_of_mem⟩
  induction as with
  | nil => exact nomatch h
  | cons b bs ih =>
    rw [elem] at h
    split at h
    · rename_i e; exact eq_of_beq e ▸ Mem.head bs
    · exact Mem.tail b (ih h)
theorem contains_iff_mem [BEq α] [LawfulBEq α] {a : α} {as : List α} : as.contains a = true ↔ a ∈ as :=
  elem_iff
instance instDecidableMemOfLawfulBEq [BEq α] [LawfulBEq α] (a : α) (as : List α) : Decidable (a ∈ as) :=
  decidable_of_iff (elem a as = true) elem_iff

end List
