/-
The algebra of sets: the laws of union, intersection, complement, difference and of inserting an element.
-/
prelude
import Lemmata.Sets
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v
variable {α : Type u} {a b : α} {p : α → Prop} {r s t u s₁ s₂ t₁ t₂ : Set α}

namespace Set

/-! ## Union -/

@[simp] theorem union_self (a : Set α) : a ∪ a = a := ext fun _ => iff_of_eq (or_self _)
@[simp] theorem union_empty (a : Set α) : a ∪ ∅ = a := ext fun _ => iff_of_eq (or_false _)
@[simp] theorem empty_union (a : Set α) : ∅ ∪ a = a := ext fun _ => iff_of_eq (false_or _)
@[simp] theorem union_univ (s : Set α) : s ∪ univ = univ := ext fun _ => iff_of_eq (or_true _)
@[simp] theorem univ_union (s : Set α) : univ ∪ s = univ := ext fun _ => iff_of_eq (true_or _)
/-- Union is commutative. -/
theorem union_comm (a b : Set α) : a ∪ b = b ∪ a := ext fun _ => or_comm
/-- Union is associative. -/
theorem union_assoc (a b c : Set α) : a ∪ b ∪ c = a ∪ (b ∪ c) := ext fun _ => or_assoc
theorem union_left_comm (s₁ s₂ s₃ : Set α) : s₁ ∪ (s₂ ∪ s₃) = s₂ ∪ (s₁ ∪ s₃) := ext fun _ => or_left_comm
theorem union_right_comm (s₁ s₂ s₃ : Set α) : s₁ ∪ s₂ ∪ s₃ = s₁ ∪ s₃ ∪ s₂ := ext fun _ => or_right_comm
@[simp] theorem subset_union_left {s t : Set α} : s ⊆ s ∪ t := fun _ => Or.inl
@[simp] theorem subset_union_right {s t : Set α} : t ⊆ s ∪ t := fun _ => Or.inr
theorem union_subset {s t r : Set α} (sr : s ⊆ r) (tr : t ⊆ r) : s ∪ t ⊆ r := fun _ h =>
  h.elim (fun x => sr x) fun x => tr x
@[simp] theorem union_subset_iff {s t u : Set α} : s ∪ t ⊆ u ↔ s ⊆ u ∧ t ⊆ u :=
  ⟨fun h => ⟨fun _ x => h (Or.inl x), fun _ x => h (Or.inr x)⟩, fun h => union_subset h.1 h.2⟩
theorem union_subset_union {s₁ s₂ t₁ t₂ : Set α} (h₁ : s₁ ⊆ s₂) (h₂ : t₁ ⊆ t₂) : s₁ ∪ t₁ ⊆ s₂ ∪ t₂ := fun _ =>
  Or.imp (fun x => h₁ x) fun x => h₂ x
theorem union_subset_union_left {s₁ s₂ : Set α} (t : Set α) (h : s₁ ⊆ s₂) : s₁ ∪ t ⊆ s₂ ∪ t :=
  union_subset_union h Subset.rfl
theorem union_subset_union_right (s : Set α) {t₁ t₂ : Set α} (h : t₁ ⊆ t₂) : s ∪ t₁ ⊆ s ∪ t₂ :=
  union_subset_union Subset.rfl h
theorem subset_union_of_subset_left {s t : Set α} (h : s ⊆ t) (u : Set α) : s ⊆ t ∪ u :=
  h.trans subset_union_left
theorem subset_union_of_subset_right {s u : Set α} (h : s ⊆ u) (t : Set α) : s ⊆ t ∪ u :=
  h.trans subset_union_right
@[simp] theorem union_eq_left {s t : Set α} : s ∪ t = s ↔ t ⊆ s :=
  ⟨fun h => h ▸ subset_union_right, fun h => Subset.antisymm (union_subset Subset.rfl h) subset_union_left⟩
@[simp] theorem union_eq_right {s t : Set α} : s ∪ t = t ↔ s ⊆ t := union_comm s t ▸ union_eq_left
theorem union_eq_self_of_subset_left {s t : Set α} (h : s ⊆ t) : s ∪ t = t := union_eq_right.mpr h
theorem union_eq_self_of_subset_right {s t : Set α} (h : t ⊆ s) : s ∪ t = s := union_eq_left.mpr h
@[simp] theorem union_empty_iff {s t : Set α} : s ∪ t = ∅ ↔ s = ∅ ∧ t = ∅ :=
  subset_empty_iff.symm.trans (union_subset_iff.trans (and_congr subset_empty_iff subset_empty_iff))

/-! ## Intersection -/

@[simp] theorem inter_self (a : Set α) : a ∩ a = a := ext fun _ => iff_of_eq (and_self _)
@[simp] theorem inter_empty (a : Set α) : a ∩ ∅ = ∅ := ext fun _ => iff_of_eq (and_false _)
@[simp] theorem empty_inter (a : Set α) : ∅ ∩ a = ∅ := ext fun _ => iff_of_eq (false_and _)
@[simp] theorem inter_univ (a : Set α) : a ∩ univ = a := ext fun _ => iff_of_eq (and_true _)
@[simp] theorem univ_inter (a : Set α) : univ ∩ a = a := ext fun _ => iff_of_eq (true_and _)
/-- Intersection is commutative. -/
theorem inter_comm (a b : Set α) : a ∩ b = b ∩ a := ext fun _ => and_comm
/-- Intersection is associative. -/
theorem inter_assoc (a b c : Set α) : a ∩ b ∩ c = a ∩ (b ∩ c) := ext fun _ => and_assoc
theorem inter_left_comm (s₁ s₂ s₃ : Set α) : s₁ ∩ (s₂ ∩ s₃) = s₂ ∩ (s₁ ∩ s₃) := ext fun _ => and_left_comm
theorem inter_right_comm (s₁ s₂ s₃ : Set α) : s₁ ∩ s₂ ∩ s₃ = s₁ ∩ s₃ ∩ s₂ := ext fun _ => and_right_comm
@[simp] theorem inter_subset_left {s t : Set α} : s ∩ t ⊆ s := fun _ => And.left
@[simp] theorem inter_subset_right {s t : Set α} : s ∩ t ⊆ t := fun _ => And.right
theorem subset_inter {s t r : Set α} (rs : r ⊆ s) (rt : r ⊆ t) : r ⊆ s ∩ t := fun _ h => ⟨rs h, rt h⟩
@[simp] theorem subset_inter_iff {s t r : Set α} : r ⊆ s ∩ t ↔ r ⊆ s ∧ r ⊆ t :=
  ⟨fun h => ⟨fun _ x => (h x).1, fun _ x => (h x).2⟩, fun h => subset_inter h.1 h.2⟩
theorem inter_subset_inter {s₁ s₂ t₁ t₂ : Set α} (h₁ : s₁ ⊆ t₁) (h₂ : s₂ ⊆ t₂) : s₁ ∩ s₂ ⊆ t₁ ∩ t₂ := fun _ =>
  And.imp (fun x => h₁ x) fun x => h₂ x
theorem inter_subset_inter_left {s t : Set α} (u : Set α) (H : s ⊆ t) : s ∩ u ⊆ t ∩ u :=
  inter_subset_inter H Subset.rfl
theorem inter_subset_inter_right {s t : Set α} (u : Set α) (H : s ⊆ t) : u ∩ s ⊆ u ∩ t :=
  inter_subset_inter Subset.rfl H
@[simp] theorem inter_eq_left : s ∩ t = s ↔ s ⊆ t :=
  ⟨fun h => h ▸ inter_subset_right, fun h => Subset.antisymm inter_subset_left (subset_inter Subset.rfl h)⟩
@[simp] theorem inter_eq_right : s ∩ t = t ↔ t ⊆ s := inter_comm s t ▸ inter_eq_left
@[simp] theorem left_eq_inter : s = s ∩ t ↔ s ⊆ t := eq_comm.trans inter_eq_left
@[simp] theorem right_eq_inter : t = s ∩ t ↔ t ⊆ s := eq_comm.trans inter_eq_right
theorem inter_eq_self_of_subset_left {s t : Set α} : s ⊆ t → s ∩ t = s := inter_eq_left.mpr
theorem inter_eq_self_of_subset_right {s t : Set α} : t ⊆ s → s ∩ t = t := inter_eq_right.mpr
theorem inter_setOf_eq_sep (s : Set α) (p : α → Prop) : s ∩ {a | p a} = {a ∈ s | p a} := rfl
theorem powerset_inter (s t : Set α) : 𝒫 (s ∩ t) = 𝒫 s ∩ 𝒫 t := ext fun _ => subset_inter_iff
@[simp] theorem powerset_empty : 𝒫 (∅ : Set α) = {∅} := ext fun _ => subset_empty_iff
@[simp] theorem powerset_univ : 𝒫 (univ : Set α) = univ := eq_univ_of_forall subset_univ

/-! ## Absorption and distributivity -/

theorem union_inter_cancel_left {s t : Set α} : (s ∪ t) ∩ s = s :=
  inter_eq_self_of_subset_right subset_union_left
theorem union_inter_cancel_right {s t : Set α} : (s ∪ t) ∩ t = t :=
  inter_eq_self_of_subset_right subset_union_right
/-- Intersection distributes over union. -/
theorem inter_union_distrib_left (s t u : Set α) : s ∩ (t ∪ u) = s ∩ t ∪ s ∩ u := ext fun _ => and_or_left
theorem union_inter_distrib_right (s t u : Set α) : (s ∪ t) ∩ u = s ∩ u ∪ t ∩ u := ext fun _ => or_and_right
/-- Union distributes over intersection. -/
theorem union_inter_distrib_left (s t u : Set α) : s ∪ t ∩ u = (s ∪ t) ∩ (s ∪ u) := ext fun _ => or_and_left
theorem inter_union_distrib_right (s t u : Set α) : s ∩ t ∪ u = (s ∪ u) ∩ (t ∪ u) := ext fun _ => and_or_right

/-! ## Complement -/

@[simp] theorem _root_.compl_compl (s : Set α) : sᶜᶜ = s := ext fun _ => not_not
@[simp] theorem inter_compl_self (s : Set α) : s ∩ sᶜ = ∅ := ext fun _ => iff_false_intro fun h => h.2 h.1
@[simp] theorem compl_inter_self (s : Set α) : sᶜ ∩ s = ∅ := ext fun _ => iff_false_intro fun h => h.1 h.2
@[simp] theorem union_compl_self (s : Set α) : s ∪ sᶜ = univ := eq_univ_of_forall fun _ => Classical.em _
@[simp] theorem compl_union_self (s : Set α) : sᶜ ∪ s = univ :=
  eq_univ_of_forall fun _ => (Classical.em _).symm
@[simp] theorem compl_empty : (∅ : Set α)ᶜ = univ := eq_univ_of_forall notMem_empty
@[simp] theorem compl_univ : (univ : Set α)ᶜ = ∅ := ext fun _ => iff_false_intro fun h => h trivial
/-- The complement of a union is the intersection of the complements. -/
@[simp] theorem compl_union (s t : Set α) : (s ∪ t)ᶜ = sᶜ ∩ tᶜ := ext fun _ => not_or
/-- The complement of an intersection is the union of the complements. -/
theorem compl_inter (s t : Set α) : (s ∩ t)ᶜ = sᶜ ∪ tᶜ := ext fun _ => not_and_or
theorem union_eq_compl_compl_inter_compl (s t : Set α) : s ∪ t = (sᶜ ∩ tᶜ)ᶜ := by
  rw [← compl_union, compl_compl]
theorem inter_eq_compl_compl_union_compl (s t : Set α) : s ∩ t = (sᶜ ∪ tᶜ)ᶜ := by
  rw [← compl_inter, compl_compl]
theorem compl_subset_comm : sᶜ ⊆ t ↔ tᶜ ⊆ s :=
  ⟨fun h _ n => not_not.mp fun k => n (h k), fun h _ n => not_not.mp fun k => n (h k)⟩
theorem subset_compl_comm : s ⊆ tᶜ ↔ t ⊆ sᶜ := ⟨fun h _ x y => h y x, fun h _ x y => h y x⟩
@[simp] theorem compl_subset_compl : sᶜ ⊆ tᶜ ↔ t ⊆ s :=
  ⟨fun h _ x => not_not.mp fun n => h n x, fun h _ n x => n (h x)⟩
theorem compl_subset_compl_of_subset (h : t ⊆ s) : sᶜ ⊆ tᶜ := compl_subset_compl.mpr h
theorem compl_subset_iff_union {s t : Set α} : sᶜ ⊆ t ↔ s ∪ t = univ :=
  ⟨fun h => eq_univ_of_forall fun _ => or_iff_not_imp_left.mpr fun n => h n,
    fun h x => or_iff_not_imp_left.mp (eq_univ_iff_forall.mp h x)⟩
@[simp] theorem compl_empty_iff {s : Set α} : sᶜ = ∅ ↔ s = univ :=
  ⟨fun h => by rw [← compl_compl s, h, compl_empty], fun h => h ▸ compl_univ⟩
@[simp] theorem compl_univ_iff {s : Set α} : sᶜ = univ ↔ s = ∅ :=
  ⟨fun h => by rw [← compl_compl s, h, compl_univ], fun h => h ▸ compl_empty⟩
theorem inter_compl_nonempty_iff {s t : Set α} : (s ∩ tᶜ).Nonempty ↔ ¬s ⊆ t := not_subset.symm

/-! ## Difference -/

theorem diff_eq_compl_inter {s t : Set α} : s \ t = tᶜ ∩ s := inter_comm s tᶜ
theorem diff_nonempty {s t : Set α} : (s \ t).Nonempty ↔ ¬s ⊆ t := inter_compl_nonempty_iff
theorem diff_subset {s t : Set α} : s \ t ⊆ s := fun _ => And.left
theorem diff_subset_compl (s t : Set α) : s \ t ⊆ tᶜ := fun _ => And.right
@[simp] theorem empty_diff (s : Set α) : (∅ \ s : Set α) = ∅ := empty_inter sᶜ
@[simp] theorem diff_empty {s : Set α} : s \ ∅ = s := by rw [diff_eq, compl_empty, inter_univ]
@[simp] theorem diff_univ (s : Set α) : s \ univ = ∅ := by rw [diff_eq, compl_univ, inter_empty]
theorem diff_self {s : Set α} : s \ s = ∅ := inter_compl_self s
theorem compl_eq_univ_diff (s : Set α) : sᶜ = univ \ s := (univ_inter sᶜ).symm
theorem diff_eq_empty {s t : Set α} : s \ t = ∅ ↔ s ⊆ t :=
  not_nonempty_iff_eq_empty.symm.trans ((not_congr diff_nonempty).trans not_not)
theorem diff_subset_diff {s₁ s₂ t₁ t₂ : Set α} : s₁ ⊆ s₂ → t₂ ⊆ t₁ → s₁ \ t₁ ⊆ s₂ \ t₂ := fun h h' _ x =>
  ⟨h x.1, fun y => x.2 (h' y)⟩
theorem diff_subset_diff_left {s₁ s₂ t : Set α} (h : s₁ ⊆ s₂) : s₁ \ t ⊆ s₂ \ t :=
  diff_subset_diff h Subset.rfl
theorem diff_subset_diff_right {s t u : Set α} (h : t ⊆ u) : s \ u ⊆ s \ t := diff_subset_diff Subset.rfl h
@[simp] theorem diff_subset_iff {s t u : Set α} : s \ t ⊆ u ↔ s ⊆ t ∪ u :=
  ⟨fun h _ x => or_iff_not_imp_left.mpr fun n => h ⟨x, n⟩, fun h _ x => (h x.1).resolve_left x.2⟩
theorem diff_subset_comm {s t u : Set α} : s \ t ⊆ u ↔ s \ u ⊆ t := by
  rw [diff_subset_iff, diff_subset_iff, union_comm]
theorem subset_diff_union (s t : Set α) : s ⊆ s \ t ∪ t := fun _ x => or_iff_not_imp_right.mpr fun n => ⟨x, n⟩
@[simp] theorem diff_union_self {s t : Set α} : s \ t ∪ t = s ∪ t :=
  Subset.antisymm (union_subset_union_left t diff_subset)
    (union_subset (subset_diff_union s t) subset_union_right)
@[simp] theorem union_diff_self {s t : Set α} : s ∪ t \ s = s ∪ t := by
  rw [union_comm, diff_union_self, union_comm]
theorem diff_union_of_subset {s t : Set α} (h : t ⊆ s) : s \ t ∪ t = s := by
  rw [diff_union_self, union_eq_left.mpr h]
theorem union_diff_cancel {s t : Set α} (h : s ⊆ t) : s ∪ t \ s = t := by
  rw [union_diff_self, union_eq_right.mpr h]
@[simp] theorem diff_inter_self {a b : Set α} : b \ a ∩ a = ∅ :=
  ext fun _ => iff_false_intro fun h => h.1.2 h.2
@[simp] theorem inter_diff_self (a b : Set α) : a ∩ (b \ a) = ∅ :=
  ext fun _ => iff_false_intro fun h => h.2.2 h.1
@[simp] theorem union_diff_left {s t : Set α} : (s ∪ t) \ s = t \ s :=
  ext fun _ => and_congr_left fun n => or_iff_right n
@[simp] theorem union_diff_right {s t : Set α} : (s ∪ t) \ t = s \ t :=
  ext fun _ => and_congr_left fun n => or_iff_left n
theorem union_diff_distrib {s t u : Set α} : (s ∪ t) \ u = s \ u ∪ t \ u := union_inter_distrib_right s t uᶜ
@[simp] theorem inter_union_diff (s t : Set α) : s ∩ t ∪ s \ t = s := by
  rw [diff_eq, ← inter_union_distrib_left, union_compl_self, inter_univ]
@[simp] theorem diff_union_inter (s t : Set α) : s \ t ∪ s ∩ t = s := by rw [union_comm, inter_union_diff]
@[simp] theorem inter_union_compl (s t : Set α) : s ∩ t ∪ s ∩ tᶜ = s := inter_union_diff s t
theorem diff_diff {s t u : Set α} : (s \ t) \ u = s \ (t ∪ u) := by
  rw [diff_eq, diff_eq, diff_eq, compl_union, inter_assoc]
theorem diff_inter {s t u : Set α} : s \ (t ∩ u) = s \ t ∪ s \ u := by
  rw [diff_eq, compl_inter, inter_union_distrib_left]; rfl
theorem diff_inter_diff {s t u : Set α} : s \ t ∩ (s \ u) = s \ (t ∪ u) :=
  ext fun _ => ⟨fun h => ⟨h.1.1, fun k => k.elim h.1.2 h.2.2⟩,
    fun h => ⟨⟨h.1, fun k => h.2 (Or.inl k)⟩, ⟨h.1, fun k => h.2 (Or.inr k)⟩⟩⟩
theorem diff_compl {s t : Set α} : s \ tᶜ = s ∩ t := by rw [diff_eq, compl_compl]
theorem compl_diff {s t : Set α} : (t \ s)ᶜ = s ∪ tᶜ := by rw [diff_eq, compl_inter, compl_compl, union_comm]
theorem diff_diff_right {s t u : Set α} : s \ (t \ u) = s \ t ∪ s ∩ u := by
  rw [diff_eq, compl_diff, inter_union_distrib_left, union_comm]; rfl
theorem diff_diff_right_self (s t : Set α) : s \ (s \ t) = s ∩ t := by
  rw [diff_diff_right, diff_self, empty_union]
theorem diff_diff_cancel_left {s t : Set α} (h : s ⊆ t) : t \ (t \ s) = s := by
  rw [diff_diff_right_self, inter_eq_right.mpr h]

/-! ## Single elements -/

theorem insert_eq (x : α) (s : Set α) : insert x s = ({x} : Set α) ∪ s := rfl
@[simp] theorem singleton_union : {a} ∪ s = insert a s := rfl
@[simp] theorem union_singleton : s ∪ {a} = insert a s := union_comm _ _
theorem insert_comm (a b : α) (s : Set α) : insert a (insert b s) = insert b (insert a s) :=
  ext fun _ => or_left_comm
@[simp] theorem insert_eq_of_mem {a : α} {s : Set α} (h : a ∈ s) : insert a s = s :=
  ext fun _ => or_iff_right_of_imp fun e => e ▸ h
@[simp] theorem insert_eq_self : insert a s = s ↔ a ∈ s := ⟨fun h => h ▸ mem_insert a s, insert_eq_of_mem⟩
theorem insert_union : insert a s ∪ t = insert a (s ∪ t) := union_assoc {a} s t
@[simp] theorem union_insert : s ∪ insert a t = insert a (s ∪ t) := union_left_comm s {a} t
theorem pair_eq_singleton (a : α) : ({a, a} : Set α) = {a} := union_self _
/-- The elements of a pair may be exchanged. -/
theorem pair_comm (a b : α) : ({a, b} : Set α) = {b, a} := union_comm _ _
@[simp] theorem singleton_eq_singleton_iff {x y : α} : {x} = ({y} : Set α) ↔ x = y :=
  ⟨fun h => eq_of_mem_singleton (h ▸ mem_singleton x), fun h => h ▸ rfl⟩
theorem eq_singleton_iff_unique_mem : s = {a} ↔ a ∈ s ∧ ∀ x ∈ s, x = a :=
  Subset.antisymm_iff.trans (and_comm.trans (and_congr singleton_subset_iff Iff.rfl))
theorem subset_singleton_iff_eq {s : Set α} {x : α} : s ⊆ {x} ↔ s = ∅ ∨ s = {x} :=
  ⟨fun h => (eq_empty_or_nonempty s).imp id fun ⟨_, hy⟩ =>
      Subset.antisymm h (singleton_subset_iff.mpr (eq_of_mem_singleton (h hy) ▸ hy)),
    fun h => h.elim (fun e => e ▸ empty_subset _) fun e => e ▸ Subset.refl s⟩
theorem forall_mem_insert {P : α → Prop} {a : α} {s : Set α} : (∀ x ∈ insert a s, P x) ↔ P a ∧ ∀ x ∈ s, P x :=
  insert_subset_iff (t := {x | P x})
theorem mem_diff_singleton : a ∈ s \ {b} ↔ a ∈ s ∧ a ≠ b := Iff.rfl
@[simp] theorem diff_singleton_eq_self (h : a ∉ s) : s \ {a} = s :=
  ext fun _ => and_iff_left_of_imp fun hx e => h (eq_of_mem_singleton e ▸ hx)
@[simp] theorem insert_diff_singleton : insert a (s \ {a}) = insert a s := union_diff_self

end Set
