/-
Disjoint sets, by way of the least element `⊥` of an order.
-/
prelude
import Lemmata.Associative
import Lemmata.SetAlgebra
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u
variable {α : Type u}

/-- The class behind the notation `⊥`. -/
class Bot (α : Type u) where
  bot : α
notation "⊥" => Bot.bot
/-- An order with a least element `⊥`. -/
class OrderBot (α : Type u) [LE α] extends Bot α where
  bot_le : ∀ a : α, ⊥ ≤ a
@[simp] theorem bot_le [LE α] [OrderBot α] {a : α} : ⊥ ≤ a := OrderBot.bot_le a
/-- `a` and `b` are disjoint: only `⊥` is below both. For sets: they have no element in common. -/
def Disjoint [PartialOrder α] [OrderBot α] (a b : α) : Prop := ∀ ⦃x : α⦄, x ≤ a → x ≤ b → x ≤ ⊥
theorem Disjoint.symm [PartialOrder α] [OrderBot α] ⦃a b : α⦄ (h : Disjoint a b) : Disjoint b a :=
  fun _ hb ha => h ha hb
theorem disjoint_comm [PartialOrder α] [OrderBot α] {a b : α} : Disjoint a b ↔ Disjoint b a :=
  ⟨fun h => h.symm, fun h => h.symm⟩

namespace Set
variable {a b : α} {s t u : Set α}

instance instOrderBot : OrderBot (Set α) where
  bot := ∅
  bot_le := empty_subset
@[simp] theorem bot_eq_empty : (⊥ : Set α) = ∅ := rfl
theorem disjoint_iff : Disjoint s t ↔ s ∩ t ⊆ ∅ :=
  ⟨fun h => h inter_subset_left inter_subset_right, fun h _ hs ht _ hx => h ⟨hs hx, ht hx⟩⟩
/-- Two sets are disjoint exactly if their intersection is empty. -/
theorem disjoint_iff_inter_eq_empty : Disjoint s t ↔ s ∩ t = ∅ := disjoint_iff.trans subset_empty_iff
theorem _root_.Disjoint.inter_eq : Disjoint s t → s ∩ t = ∅ := disjoint_iff_inter_eq_empty.mp
theorem disjoint_left : Disjoint s t ↔ ∀ ⦃a⦄, a ∈ s → a ∉ t :=
  disjoint_iff.trans ⟨fun h _ hs ht => h ⟨hs, ht⟩, fun h _ hx => h hx.1 hx.2⟩
theorem disjoint_right : Disjoint s t ↔ ∀ ⦃a⦄, a ∈ t → a ∉ s := disjoint_comm.trans disjoint_left
theorem not_disjoint_iff_nonempty_inter : ¬Disjoint s t ↔ (s ∩ t).Nonempty :=
  (not_congr disjoint_iff_inter_eq_empty).trans nonempty_iff_ne_empty.symm
theorem not_disjoint_iff : ¬Disjoint s t ↔ ∃ x, x ∈ s ∧ x ∈ t := not_disjoint_iff_nonempty_inter
@[simp] theorem disjoint_empty (s : Set α) : Disjoint s ∅ := disjoint_right.mpr fun _ h => False.elim h
@[simp] theorem empty_disjoint (s : Set α) : Disjoint ∅ s := (disjoint_empty s).symm
@[simp] theorem disjoint_singleton_left : Disjoint {a} s ↔ a ∉ s := disjoint_left.trans forall_eq
@[simp] theorem disjoint_singleton_right : Disjoint s {a} ↔ a ∉ s :=
  disjoint_comm.trans disjoint_singleton_left
@[simp] theorem disjoint_union_left : Disjoint (s ∪ t) u ↔ Disjoint s u ∧ Disjoint t u := by
  rw [disjoint_left, disjoint_left, disjoint_left]
  exact union_subset_iff (u := uᶜ)
@[simp] theorem disjoint_union_right : Disjoint s (t ∪ u) ↔ Disjoint s t ∧ Disjoint s u := by
  rw [disjoint_comm, disjoint_union_left, disjoint_comm, disjoint_comm (a := u)]
theorem disjoint_of_subset_left (h : s ⊆ u) (d : Disjoint u t) : Disjoint s t :=
  fun _ hs ht => d (hs.trans h) ht
theorem disjoint_of_subset_right (h : t ⊆ u) (d : Disjoint s u) : Disjoint s t :=
  fun _ hs ht => d hs (ht.trans h)
theorem disjoint_sdiff_left : Disjoint (t \ s) s := disjoint_left.mpr fun _ h => h.2
theorem disjoint_sdiff_right : Disjoint s (t \ s) := disjoint_sdiff_left.symm
theorem subset_compl_iff_disjoint_right : s ⊆ tᶜ ↔ Disjoint s t := disjoint_left.symm
theorem subset_compl_iff_disjoint_left : s ⊆ tᶜ ↔ Disjoint t s := disjoint_right.symm
theorem subset_diff : s ⊆ t \ u ↔ s ⊆ t ∧ Disjoint s u :=
  (subset_inter_iff (t := uᶜ)).trans (and_congr Iff.rfl subset_compl_iff_disjoint_right)

instance union_isAssoc : Std.Associative (α := Set α) (· ∪ ·) := ⟨union_assoc⟩
instance union_isComm : Std.Commutative (α := Set α) (· ∪ ·) := ⟨union_comm⟩
instance inter_isAssoc : Std.Associative (α := Set α) (· ∩ ·) := ⟨inter_assoc⟩
instance inter_isComm : Std.Commutative (α := Set α) (· ∩ ·) := ⟨inter_comm⟩
end Set

@[simp] theorem disjoint_compl_left {a : Set α} : Disjoint aᶜ a := Set.disjoint_left.mpr fun _ h => h
@[simp] theorem disjoint_compl_right {a : Set α} : Disjoint a aᶜ := disjoint_compl_left.symm
