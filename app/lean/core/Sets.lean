/-
Sets: when an element is in a set, when two sets are equal, and inclusion.
-/
prelude
import Lemmata.SetNotation
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v
variable {α : Type u} {β : Type v} {a b c x : α} {p q : α → Prop} {r s t s₁ s₂ s₃ t₁ t₂ : Set α}

namespace Set

/-- Two sets with the same elements are equal. -/
@[ext] theorem ext {a b : Set α} (h : ∀ x : α, x ∈ a ↔ x ∈ b) : a = b :=
  funext fun x => propext (h x)

/-! ## Elements -/

@[simp] theorem mem_setOf_eq {x : α} {p : α → Prop} : (x ∈ {y | p y}) = p x := rfl
theorem mem_setOf {a : α} {p : α → Prop} : a ∈ {x | p x} ↔ p a := Iff.rfl
theorem notMem_setOf_iff {a : α} {p : α → Prop} : a ∉ {x | p x} ↔ ¬p a := Iff.rfl
@[simp] theorem setOf_mem_eq {s : Set α} : {x | x ∈ s} = s := rfl
theorem mem_def {a : α} {s : Set α} : a ∈ s ↔ s a := Iff.rfl
@[simp] theorem mem_univ (x : α) : x ∈ @univ α := trivial
@[simp] theorem mem_empty_iff_false (x : α) : x ∈ (∅ : Set α) ↔ False := Iff.rfl
/-- Nothing is an element of the empty set. -/
theorem notMem_empty (x : α) : x ∉ (∅ : Set α) := id
theorem not_notMem : ¬a ∉ s ↔ a ∈ s := not_not
/-- `x` is in the union exactly if it is in one of the sets. -/
@[simp] theorem mem_union (x : α) (a b : Set α) : x ∈ a ∪ b ↔ x ∈ a ∨ x ∈ b := Iff.rfl
/-- `x` is in the intersection exactly if it is in both sets. -/
@[simp] theorem mem_inter_iff (x : α) (a b : Set α) : x ∈ a ∩ b ↔ x ∈ a ∧ x ∈ b := Iff.rfl
@[simp] theorem mem_compl_iff (s : Set α) (x : α) : x ∈ sᶜ ↔ x ∉ s := Iff.rfl
@[simp] theorem mem_diff {s t : Set α} (x : α) : x ∈ s \ t ↔ x ∈ s ∧ x ∉ t := Iff.rfl
@[simp] theorem mem_insert_iff {x a : α} {s : Set α} : x ∈ insert a s ↔ x = a ∨ x ∈ s := Iff.rfl
@[simp] theorem mem_singleton_iff {a b : α} : a ∈ ({b} : Set α) ↔ a = b := Iff.rfl
@[simp] theorem mem_powerset_iff (x s : Set α) : x ∈ 𝒫 s ↔ x ⊆ s := Iff.rfl
@[simp] theorem mem_sep_iff : x ∈ {x ∈ s | p x} ↔ x ∈ s ∧ p x := Iff.rfl
theorem mem_sep (xs : x ∈ s) (px : p x) : x ∈ {x ∈ s | p x} := ⟨xs, px⟩
theorem mem_union_left {x : α} {a : Set α} (b : Set α) : x ∈ a → x ∈ a ∪ b := Or.inl
theorem mem_union_right {x : α} {b : Set α} (a : Set α) : x ∈ b → x ∈ a ∪ b := Or.inr
theorem mem_or_mem_of_mem_union {x : α} {a b : Set α} (H : x ∈ a ∪ b) : x ∈ a ∨ x ∈ b := H
theorem MemUnion.elim {x : α} {a b : Set α} {P : Prop} (H₁ : x ∈ a ∪ b) (H₂ : x ∈ a → P) (H₃ : x ∈ b → P) :
    P :=
  Or.elim H₁ H₂ H₃
theorem mem_inter {x : α} {a b : Set α} (ha : x ∈ a) (hb : x ∈ b) : x ∈ a ∩ b := ⟨ha, hb⟩
theorem mem_of_mem_inter_left {x : α} {a b : Set α} (h : x ∈ a ∩ b) : x ∈ a := h.left
theorem mem_of_mem_inter_right {x : α} {a b : Set α} (h : x ∈ a ∩ b) : x ∈ b := h.right
theorem mem_compl {s : Set α} {x : α} (h : x ∉ s) : x ∈ sᶜ := h
theorem notMem_of_mem_compl {s : Set α} {x : α} (h : x ∈ sᶜ) : x ∉ s := h
theorem notMem_compl_iff {x : α} : x ∉ sᶜ ↔ x ∈ s := not_not
theorem mem_diff_of_mem {s t : Set α} {x : α} (h1 : x ∈ s) (h2 : x ∉ t) : x ∈ s \ t := ⟨h1, h2⟩
theorem mem_of_mem_diff {s t : Set α} {x : α} (h : x ∈ s \ t) : x ∈ s := h.left
theorem notMem_of_mem_diff {s t : Set α} {x : α} (h : x ∈ s \ t) : x ∉ t := h.right
theorem mem_insert (x : α) (s : Set α) : x ∈ insert x s := Or.inl rfl
theorem mem_insert_of_mem {x : α} {s : Set α} (y : α) : x ∈ s → x ∈ insert y s := Or.inr
theorem eq_or_mem_of_mem_insert {x a : α} {s : Set α} : x ∈ insert a s → x = a ∨ x ∈ s := id
theorem mem_of_mem_insert_of_ne : b ∈ insert a s → b ≠ a → b ∈ s := Or.resolve_left
theorem mem_singleton (a : α) : a ∈ ({a} : Set α) := rfl
theorem eq_of_mem_singleton {x y : α} (h : x ∈ ({y} : Set α)) : x = y := h
theorem notMem_singleton_iff {a b : α} : a ∉ ({b} : Set α) ↔ a ≠ b := Iff.rfl
theorem mem_powerset {x s : Set α} (h : x ⊆ s) : x ∈ 𝒫 s := h
theorem subset_of_mem_powerset {x s : Set α} (h : x ∈ 𝒫 s) : x ⊆ s := h

theorem union_def {s₁ s₂ : Set α} : s₁ ∪ s₂ = {a | a ∈ s₁ ∨ a ∈ s₂} := rfl
theorem inter_def {s₁ s₂ : Set α} : s₁ ∩ s₂ = {a | a ∈ s₁ ∧ a ∈ s₂} := rfl
theorem compl_def (s : Set α) : sᶜ = {x | x ∉ s} := rfl
theorem insert_def (x : α) (s : Set α) : insert x s = {y | y = x ∨ y ∈ s} := rfl
theorem empty_def : (∅ : Set α) = {_x : α | False} := rfl
/-- The difference is the intersection with the complement. -/
theorem diff_eq (s t : Set α) : s \ t = s ∩ tᶜ := rfl
@[simp] theorem setOf_false : {_a : α | False} = ∅ := rfl
@[simp] theorem setOf_true : {_x : α | True} = univ := rfl
theorem setOf_and {p q : α → Prop} : {a | p a ∧ q a} = {a | p a} ∩ {a | q a} := rfl
theorem setOf_or {p q : α → Prop} : {a | p a ∨ q a} = {a | p a} ∪ {a | q a} := rfl
theorem compl_setOf {α : Type u} (p : α → Prop) : {a | p a}ᶜ = {a | ¬p a} := rfl
@[simp] theorem setOf_eq_eq_singleton {a : α} : {n | n = a} = {a} := rfl
@[simp] theorem sep_mem_eq : {x ∈ s | x ∈ t} = s ∩ t := rfl
@[simp] theorem sep_setOf : {x ∈ {y | p y} | q x} = {x | p x ∧ q x} := rfl

/-! ## Inclusion -/

theorem subset_def : (s ⊆ t) = ∀ x, x ∈ s → x ∈ t := rfl
@[simp] theorem le_eq_subset : ((· ≤ ·) : Set α → Set α → Prop) = (· ⊆ ·) := rfl
/-- Every set is a subset of itself. -/
@[refl] theorem Subset.refl (a : Set α) : a ⊆ a := fun _ => id
theorem Subset.rfl {s : Set α} : s ⊆ s := Subset.refl s
/-- Inclusion is transitive. -/
theorem Subset.trans {a b c : Set α} (ab : a ⊆ b) (bc : b ⊆ c) : a ⊆ c := fun _ h => bc (ab h)
/-- Two sets that contain each other are equal. -/
theorem Subset.antisymm {a b : Set α} (h₁ : a ⊆ b) (h₂ : b ⊆ a) : a = b :=
  Set.ext fun _ => ⟨fun h => h₁ h, fun h => h₂ h⟩
theorem Subset.antisymm_iff {a b : Set α} : a = b ↔ a ⊆ b ∧ b ⊆ a :=
  ⟨fun e => e ▸ ⟨Subset.rfl, Subset.rfl⟩, fun h => Subset.antisymm h.1 h.2⟩
theorem eq_of_subset_of_subset {a b : Set α} : a ⊆ b → b ⊆ a → a = b := Subset.antisymm
instance instPartialOrder : PartialOrder (Set α) where
  le_refl := Subset.refl
  le_trans _ _ _ := Subset.trans
  le_antisymm _ _ := Subset.antisymm
  lt s t := s ⊆ t ∧ ¬t ⊆ s
instance instHasSSubset : HasSSubset (Set α) := ⟨(· < ·)⟩
instance instTransSubset : Trans (α := Set α) (β := Set α) (γ := Set α) (· ⊆ ·) (· ⊆ ·) (· ⊆ ·) :=
  ⟨Subset.trans⟩
theorem mem_of_mem_of_subset {x : α} {s t : Set α} (hx : x ∈ s) (h : s ⊆ t) : x ∈ t := h hx
theorem mem_of_subset_of_mem {s₁ s₂ : Set α} {a : α} (h : s₁ ⊆ s₂) : a ∈ s₁ → a ∈ s₂ := @h a
theorem mem_of_eq_of_mem {x y : α} {s : Set α} (hx : x = y) (h : y ∈ s) : x ∈ s := hx ▸ h
theorem notMem_subset (h : s ⊆ t) : a ∉ t → a ∉ s := fun n hs => n (h hs)
theorem not_subset : ¬s ⊆ t ↔ ∃ a ∈ s, a ∉ t := not_forall.trans (exists_congr fun _ => not_imp)
@[simp] theorem setOf_subset_setOf {p q : α → Prop} : {a | p a} ⊆ {a | q a} ↔ ∀ a, p a → q a := Iff.rfl
theorem subset_setOf {p : α → Prop} {s : Set α} : s ⊆ setOf p ↔ ∀ x, x ∈ s → p x := Iff.rfl
theorem setOf_subset {p : α → Prop} {s : Set α} : setOf p ⊆ s ↔ ∀ x, p x → x ∈ s := Iff.rfl
@[simp] theorem sep_subset (s : Set α) (p : α → Prop) : {x ∈ s | p x} ⊆ s := fun _ => And.left
@[simp] theorem singleton_subset_iff {a : α} {s : Set α} : {a} ⊆ s ↔ a ∈ s := forall_eq
@[simp] theorem subset_singleton_iff {s : Set α} {x : α} : s ⊆ {x} ↔ ∀ y ∈ s, y = x := Iff.rfl
theorem insert_subset_iff : insert a s ⊆ t ↔ a ∈ t ∧ s ⊆ t :=
  ⟨fun h => ⟨h (Or.inl rfl), fun _ hx => h (Or.inr hx)⟩,
    fun ⟨h, h'⟩ _ hx => hx.elim (fun e => e ▸ h) fun k => h' k⟩
theorem insert_subset (ha : a ∈ t) (hs : s ⊆ t) : insert a s ⊆ t := insert_subset_iff.mpr ⟨ha, hs⟩
theorem insert_subset_insert (h : s ⊆ t) : insert a s ⊆ insert a t := fun _ => Or.imp id fun hx => h hx
@[simp] theorem subset_insert (x : α) (s : Set α) : s ⊆ insert x s := fun _ => Or.inr
theorem pair_subset_iff : {a, b} ⊆ s ↔ a ∈ s ∧ b ∈ s :=
  insert_subset_iff.trans (and_congr Iff.rfl singleton_subset_iff)
@[simp] theorem powerset_mono : 𝒫 s ⊆ 𝒫 t ↔ s ⊆ t :=
  ⟨fun h => h (Subset.refl s), fun h _ hu => Subset.trans hu h⟩

/-! ## Strict inclusion -/

theorem ssubset_def : (s ⊂ t) = (s ⊆ t ∧ ¬t ⊆ s) := rfl
theorem exists_of_ssubset {s t : Set α} (h : s ⊂ t) : ∃ x ∈ t, x ∉ s := not_subset.mp h.2
protected theorem ssubset_iff_subset_ne {s t : Set α} : s ⊂ t ↔ s ⊆ t ∧ s ≠ t :=
  ⟨fun h => ⟨h.1, fun e => h.2 (e ▸ Subset.refl s)⟩, fun h => ⟨h.1, fun h' => h.2 (Subset.antisymm h.1 h')⟩⟩
theorem ssubset_iff_of_subset {s t : Set α} (h : s ⊆ t) : s ⊂ t ↔ ∃ x ∈ t, x ∉ s :=
  ⟨exists_of_ssubset, fun ⟨_, hxt, hxs⟩ => ⟨h, fun h => hxs (h hxt)⟩⟩
theorem ssubset_iff_exists {s t : Set α} : s ⊂ t ↔ s ⊆ t ∧ ∃ x ∈ t, x ∉ s :=
  and_congr_right fun _ => not_subset
protected theorem eq_or_ssubset_of_subset (h : s ⊆ t) : s = t ∨ s ⊂ t :=
  (Classical.em (t ⊆ s)).imp (Subset.antisymm h) fun n => ⟨h, n⟩
protected theorem ssubset_of_ssubset_of_subset {s₁ s₂ s₃ : Set α} (hs₁s₂ : s₁ ⊂ s₂) (hs₂s₃ : s₂ ⊆ s₃) :
    s₁ ⊂ s₃ :=
  ⟨Subset.trans hs₁s₂.1 hs₂s₃, fun h => hs₁s₂.2 (Subset.trans hs₂s₃ h)⟩
protected theorem ssubset_of_subset_of_ssubset {s₁ s₂ s₃ : Set α} (hs₁s₂ : s₁ ⊆ s₂) (hs₂s₃ : s₂ ⊂ s₃) :
    s₁ ⊂ s₃ :=
  ⟨Subset.trans hs₁s₂ hs₂s₃.1, fun h => hs₂s₃.2 (Subset.trans h hs₁s₂)⟩

/-! ## The empty set and the whole -/

@[simp] theorem empty_subset (s : Set α) : ∅ ⊆ s := fun _ h => False.elim h
@[simp] theorem subset_univ (s : Set α) : s ⊆ univ := fun _ _ => trivial
@[simp] theorem subset_empty_iff {s : Set α} : s ⊆ ∅ ↔ s = ∅ :=
  ⟨fun h => Subset.antisymm h (empty_subset s), fun h => h ▸ Subset.refl _⟩
@[simp] theorem univ_subset_iff {s : Set α} : univ ⊆ s ↔ s = univ :=
  ⟨fun h => Subset.antisymm (subset_univ s) h, fun h => h ▸ Subset.refl _⟩
theorem eq_empty_iff_forall_notMem {s : Set α} : s = ∅ ↔ ∀ x, x ∉ s := subset_empty_iff.symm
theorem eq_empty_of_forall_notMem (h : ∀ x, x ∉ s) : s = ∅ := subset_empty_iff.mp h
theorem eq_empty_of_subset_empty {s : Set α} : s ⊆ ∅ → s = ∅ := subset_empty_iff.mp
theorem subset_eq_empty {s t : Set α} (h : t ⊆ s) (e : s = ∅) : t = ∅ := subset_empty_iff.mp (e ▸ h)
theorem eq_univ_iff_forall {s : Set α} : s = univ ↔ ∀ x, x ∈ s :=
  univ_subset_iff.symm.trans ⟨fun h _ => h trivial, fun h x _ => h x⟩
theorem eq_univ_of_forall {s : Set α} : (∀ x, x ∈ s) → s = univ := eq_univ_iff_forall.mpr
theorem eq_univ_of_univ_subset {s : Set α} : univ ⊆ s → s = univ := univ_subset_iff.mp
theorem ne_univ_iff_exists_notMem {α : Type u} (s : Set α) : s ≠ univ ↔ ∃ a, a ∉ s :=
  (not_congr eq_univ_iff_forall).trans not_forall
theorem empty_ne_univ [Nonempty α] : (∅ : Set α) ≠ univ := fun e =>
  ‹Nonempty α›.elim fun x => (eq_empty_iff_forall_notMem.mp e.symm) x trivial
theorem nonempty_def : s.Nonempty ↔ ∃ x, x ∈ s := Iff.rfl
theorem nonempty_of_mem {x : α} (h : x ∈ s) : s.Nonempty := ⟨x, h⟩
theorem not_nonempty_iff_eq_empty : ¬s.Nonempty ↔ s = ∅ := not_exists.trans eq_empty_iff_forall_notMem.symm
/-- A set has an element exactly if it is not the empty set. -/
theorem nonempty_iff_ne_empty : s.Nonempty ↔ s ≠ ∅ := not_not.symm.trans (not_congr not_nonempty_iff_eq_empty)
theorem Nonempty.ne_empty : s.Nonempty → s ≠ ∅ := nonempty_iff_ne_empty.mp
theorem Nonempty.not_subset_empty : s.Nonempty → ¬s ⊆ ∅ := fun ⟨_, hx⟩ hs => hs hx
theorem Nonempty.mono (ht : s ⊆ t) (hs : s.Nonempty) : t.Nonempty := hs.imp fun _ hx => ht hx
@[simp] theorem not_nonempty_empty : ¬(∅ : Set α).Nonempty := fun ⟨_, hx⟩ => hx
theorem eq_empty_or_nonempty (s : Set α) : s = ∅ ∨ s.Nonempty :=
  (Classical.em s.Nonempty).symm.imp not_nonempty_iff_eq_empty.mp id
theorem nonempty_of_not_subset (h : ¬s ⊆ t) : (s \ t).Nonempty := not_subset.mp h
theorem nonempty_of_ssubset (ht : s ⊂ t) : (t \ s).Nonempty := nonempty_of_not_subset ht.2
theorem nonempty_compl : sᶜ.Nonempty ↔ s ≠ univ := (ne_univ_iff_exists_notMem s).symm
@[simp] theorem univ_nonempty [Nonempty α] : (univ : Set α).Nonempty :=
  ‹Nonempty α›.elim fun x => ⟨x, trivial⟩
@[simp] theorem singleton_nonempty (a : α) : ({a} : Set α).Nonempty := ⟨a, rfl⟩
@[simp] theorem insert_nonempty (a : α) (s : Set α) : (insert a s).Nonempty := ⟨a, Or.inl rfl⟩
@[simp] theorem singleton_ne_empty (a : α) : ({a} : Set α) ≠ ∅ := (singleton_nonempty a).ne_empty
theorem Nonempty.left (h : (s ∩ t).Nonempty) : s.Nonempty := h.imp fun _ => And.left
theorem Nonempty.right (h : (s ∩ t).Nonempty) : t.Nonempty := h.imp fun _ => And.right
theorem Nonempty.inl (hs : s.Nonempty) : (s ∪ t).Nonempty := hs.imp fun _ => Or.inl
theorem Nonempty.inr (ht : t.Nonempty) : (s ∪ t).Nonempty := ht.imp fun _ => Or.inr
@[simp] theorem union_nonempty : (s ∪ t).Nonempty ↔ s.Nonempty ∨ t.Nonempty := exists_or
theorem inter_nonempty : (s ∩ t).Nonempty ↔ ∃ x, x ∈ s ∧ x ∈ t := Iff.rfl
@[simp] theorem empty_ssubset : ∅ ⊂ s ↔ s.Nonempty :=
  ⟨fun h => (exists_of_ssubset h).imp fun _ => And.left, fun h => ⟨empty_subset s, h.not_subset_empty⟩⟩

/-! ## Decidable membership -/

section
variable (s t : Set α) (a b : α)
instance decidableSdiff [Decidable (a ∈ s)] [Decidable (a ∈ t)] : Decidable (a ∈ s \ t) :=
  inferInstanceAs (Decidable (a ∈ s ∧ a ∉ t))
instance decidableInter [Decidable (a ∈ s)] [Decidable (a ∈ t)] : Decidable (a ∈ s ∩ t) :=
  inferInstanceAs (Decidable (a ∈ s ∧ a ∈ t))
instance decidableUnion [Decidable (a ∈ s)] [Decidable (a ∈ t)] : Decidable (a ∈ s ∪ t) :=
  inferInstanceAs (Decidable (a ∈ s ∨ a ∈ t))
instance decidableCompl [Decidable (a ∈ s)] : Decidable (a ∈ sᶜ) := inferInstanceAs (Decidable (a ∉ s))
instance decidableEmptyset : Decidable (a ∈ (∅ : Set α)) := isFalse id
instance decidableUniv : Decidable (a ∈ univ) := isTrue trivial
instance decidableInsert [Decidable (a = b)] [Decidable (a ∈ s)] : Decidable (a ∈ insert b s) :=
  inferInstanceAs (Decidable (a = b ∨ a ∈ s))
instance decidableSingleton [Decidable (a = b)] : Decidable (a ∈ ({b} : Set α)) :=
  inferInstanceAs (Decidable (a = b))
instance decidableSetOf (p : α → Prop) [Decidable (p a)] : Decidable (a ∈ {a | p a}) :=
  inferInstanceAs (Decidable (p a))
end
end Set

/-! ## Inclusion by its general names -/

@[refl, simp] theorem subset_refl (a : Set α) : a ⊆ a := Set.Subset.refl a
theorem subset_rfl {a : Set α} : a ⊆ a := Set.Subset.refl a
theorem subset_trans {a b c : Set α} : a ⊆ b → b ⊆ c → a ⊆ c := Set.Subset.trans
theorem subset_antisymm {a b : Set α} : a ⊆ b → b ⊆ a → a = b := Set.Subset.antisymm
theorem subset_antisymm_iff {a b : Set α} : a = b ↔ a ⊆ b ∧ b ⊆ a := Set.Subset.antisymm_iff
theorem subset_of_eq {a b : Set α} (h : a = b) : a ⊆ b := h ▸ Set.Subset.refl a
theorem Eq.subset {s t : Set α} : s = t → s ⊆ t := subset_of_eq
theorem Eq.superset {a b : Set α} (h : a = b) : b ⊆ a := h ▸ Set.Subset.refl a
theorem HasSubset.Subset.trans {a b c : Set α} : a ⊆ b → b ⊆ c → a ⊆ c := Set.Subset.trans
theorem HasSubset.Subset.antisymm {a b : Set α} : a ⊆ b → b ⊆ a → a = b := Set.Subset.antisymm
theorem HasSubset.Subset.trans_ssubset {a b c : Set α} : a ⊆ b → b ⊂ c → a ⊂ c :=
  Set.ssubset_of_subset_of_ssubset
theorem HasSubset.Subset.ssubset_of_ne {a b : Set α} (h₁ : a ⊆ b) (h₂ : a ≠ b) : a ⊂ b :=
  Set.ssubset_iff_subset_ne.mpr ⟨h₁, h₂⟩
theorem HasSSubset.SSubset.subset {a b : Set α} (h : a ⊂ b) : a ⊆ b := h.1
theorem HasSSubset.SSubset.ne {a b : Set α} (h : a ⊂ b) : a ≠ b := (Set.ssubset_iff_subset_ne.mp h).2
theorem HasSSubset.SSubset.trans {a b c : Set α} (h : a ⊂ b) (h' : b ⊂ c) : a ⊂ c :=
  Set.ssubset_of_ssubset_of_subset h h'.1
theorem HasSSubset.SSubset.trans_subset {a b c : Set α} : a ⊂ b → b ⊆ c → a ⊂ c :=
  Set.ssubset_of_ssubset_of_subset
theorem ssubset_irrefl (a : Set α) : ¬a ⊂ a := fun h => h.2 (Set.Subset.refl a)
