/-
Unions and intersections of families of sets, functions on sets (`InjOn`, `SurjOn`, ...), and intervals.
-/
prelude
import Lemmata.SetImages
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w x
variable {α : Type u} {β : Type v} {γ : Type w} {ι : Sort x}

open Function
namespace Set

/-! ## Families of sets -/

@[simp] theorem mem_sInter {x : α} {S : Set (Set α)} : x ∈ ⋂₀ S ↔ ∀ t ∈ S, x ∈ t := Iff.rfl
@[simp] theorem mem_sUnion {x : α} {S : Set (Set α)} : x ∈ ⋃₀ S ↔ ∃ t ∈ S, x ∈ t := Iff.rfl
/-- `x` is in the union of a family exactly if it is in one of its sets. -/
@[simp] theorem mem_iUnion {x : α} {s : ι → Set α} : (x ∈ ⋃ i, s i) ↔ ∃ i, x ∈ s i := exists_range_iff
/-- `x` is in the intersection of a family exactly if it is in all its sets. -/
@[simp] theorem mem_iInter {x : α} {s : ι → Set α} : (x ∈ ⋂ i, s i) ↔ ∀ i, x ∈ s i := forall_mem_range
theorem mem_iUnion_of_mem {s : ι → Set α} {a : α} (i : ι) (ha : a ∈ s i) : a ∈ ⋃ i, s i :=
  mem_iUnion.mpr ⟨i, ha⟩
theorem mem_iInter_of_mem {s : ι → Set α} {a : α} (h : ∀ i, a ∈ s i) : a ∈ ⋂ i, s i := mem_iInter.mpr h
theorem mem_iUnion₂ {κ : ι → Sort v} {x : α} {s : ∀ i, κ i → Set α} :
    (x ∈ ⋃ i, ⋃ j, s i j) ↔ ∃ i j, x ∈ s i j :=
  mem_iUnion.trans (exists_congr fun _ => mem_iUnion)
theorem mem_iInter₂ {κ : ι → Sort v} {x : α} {s : ∀ i, κ i → Set α} :
    (x ∈ ⋂ i, ⋂ j, s i j) ↔ ∀ i j, x ∈ s i j :=
  mem_iInter.trans (forall_congr' fun _ => mem_iInter)
theorem mem_sUnion_of_mem {x : α} {t : Set α} {S : Set (Set α)} (hx : x ∈ t) (ht : t ∈ S) : x ∈ ⋃₀ S :=
  ⟨t, ht, hx⟩
theorem subset_iUnion (s : ι → Set α) (i : ι) : s i ⊆ ⋃ i, s i := fun _ h => mem_iUnion.mpr ⟨i, h⟩
theorem iInter_subset (s : ι → Set α) (i : ι) : ⋂ i, s i ⊆ s i := fun _ h => mem_iInter.mp h i
theorem iUnion_subset {s : ι → Set α} {t : Set α} (h : ∀ i, s i ⊆ t) : ⋃ i, s i ⊆ t := fun _ hx =>
  let ⟨i, hi⟩ := mem_iUnion.mp hx
  h i hi
theorem subset_iInter {t : Set β} {s : ι → Set β} (h : ∀ i, t ⊆ s i) : t ⊆ ⋂ i, s i := fun _ hx =>
  mem_iInter.mpr fun i => h i hx
@[simp] theorem iUnion_subset_iff {s : ι → Set α} {t : Set α} : ⋃ i, s i ⊆ t ↔ ∀ i, s i ⊆ t :=
  ⟨fun h i => (subset_iUnion s i).trans h, iUnion_subset⟩
@[simp] theorem subset_iInter_iff {s : Set α} {t : ι → Set α} : (s ⊆ ⋂ i, t i) ↔ ∀ i, s ⊆ t i :=
  ⟨fun h i => h.trans (iInter_subset t i), subset_iInter⟩
theorem iUnion_mono {s t : ι → Set α} (h : ∀ i, s i ⊆ t i) : ⋃ i, s i ⊆ ⋃ i, t i :=
  iUnion_subset fun i => (h i).trans (subset_iUnion t i)
theorem iInter_mono {s t : ι → Set α} (h : ∀ i, s i ⊆ t i) : ⋂ i, s i ⊆ ⋂ i, t i :=
  subset_iInter fun i => (iInter_subset s i).trans (h i)
theorem subset_sUnion_of_mem {S : Set (Set α)} {t : Set α} (tS : t ∈ S) : t ⊆ ⋃₀ S := fun _ h => ⟨t, tS, h⟩
theorem sInter_subset_of_mem {S : Set (Set α)} {t : Set α} (tS : t ∈ S) : ⋂₀ S ⊆ t := fun _ h => h t tS
theorem sUnion_subset {S : Set (Set α)} {t : Set α} (h : ∀ t' ∈ S, t' ⊆ t) : ⋃₀ S ⊆ t :=
  fun _ ⟨_, k, hx⟩ => h _ k hx
theorem subset_sInter {S : Set (Set α)} {t : Set α} (h : ∀ t' ∈ S, t ⊆ t') : t ⊆ ⋂₀ S :=
  fun _ hx t' k => h t' k hx
/-- The complement of a union is the intersection of the complements. -/
@[simp] theorem compl_iUnion (s : ι → Set β) : (⋃ i, s i)ᶜ = ⋂ i, (s i)ᶜ :=
  ext fun _ => (not_congr mem_iUnion).trans (not_exists.trans (mem_iInter (s := fun i => (s i)ᶜ)).symm)
/-- The complement of an intersection is the union of the complements. -/
@[simp] theorem compl_iInter (s : ι → Set β) : (⋂ i, s i)ᶜ = ⋃ i, (s i)ᶜ :=
  ext fun _ => (not_congr mem_iInter).trans (not_forall.trans (mem_iUnion (s := fun i => (s i)ᶜ)).symm)
theorem inter_iUnion (s : Set β) (t : ι → Set β) : (s ∩ ⋃ i, t i) = ⋃ i, s ∩ t i := by ext; simp
theorem iUnion_inter (s : Set β) (t : ι → Set β) : (⋃ i, t i) ∩ s = ⋃ i, t i ∩ s := by ext; simp
theorem iUnion_union_distrib (s : ι → Set β) (t : ι → Set β) : ⋃ i, s i ∪ t i = (⋃ i, s i) ∪ ⋃ i, t i := by
  ext
  simp [exists_or]
theorem iInter_inter_distrib (s : ι → Set β) (t : ι → Set β) : ⋂ i, s i ∩ t i = (⋂ i, s i) ∩ ⋂ i, t i := by
  ext
  simp [forall_and]
theorem union_iInter (s : Set β) (t : ι → Set β) : (s ∪ ⋂ i, t i) = ⋂ i, s ∪ t i :=
  Subset.antisymm (fun _ h => mem_iInter.mpr fun i => h.imp id fun k => mem_iInter.mp k i)
    fun _ h => or_iff_not_imp_left.mpr fun n => mem_iInter.mpr fun i => (mem_iInter.mp h i).resolve_left n
@[simp] theorem preimage_iUnion {f : α → β} {s : ι → Set β} : (f ⁻¹' ⋃ i, s i) = ⋃ i, f ⁻¹' s i :=
  ext fun _ => mem_iUnion.trans (mem_iUnion (s := fun i => f ⁻¹' s i)).symm
@[simp] theorem preimage_iInter {f : α → β} {s : ι → Set β} : (f ⁻¹' ⋂ i, s i) = ⋂ i, f ⁻¹' s i :=
  ext fun _ => mem_iInter.trans (mem_iInter (s := fun i => f ⁻¹' s i)).symm
theorem image_iUnion {f : α → β} {s : ι → Set α} : (f '' ⋃ i, s i) = ⋃ i, f '' s i :=
  Subset.antisymm (image_subset_iff.mpr (iUnion_subset fun i _ h => mem_iUnion.mpr ⟨i, _, h, rfl⟩))
    (iUnion_subset fun i => image_mono (subset_iUnion s i))
@[simp] theorem sUnion_empty : ⋃₀ ∅ = (∅ : Set α) := eq_empty_of_forall_notMem fun _ ⟨_, h, _⟩ => h
@[simp] theorem sInter_empty : ⋂₀ ∅ = (univ : Set α) := eq_univ_of_forall fun _ _ h => False.elim h
@[simp] theorem sUnion_singleton (s : Set α) : ⋃₀ {s} = s := ext fun _ => exists_eq_left
@[simp] theorem sInter_singleton (s : Set α) : ⋂₀ {s} = s := ext fun _ => forall_eq
@[simp] theorem sUnion_range (f : ι → Set β) : ⋃₀ range f = ⋃ x, f x := rfl
@[simp] theorem sInter_range (f : ι → Set β) : ⋂₀ range f = ⋂ x, f x := rfl

/-! ## Functions on sets -/

section
variable {f f' g : α → β} {h : β → γ} {s s₁ s₂ : Set α} {t t₁ t₂ : Set β} {p : Set γ}
/-- `f₁` and `f₂` agree on `s`. -/
def EqOn (f₁ f₂ : α → β) (s : Set α) : Prop := ∀ ⦃x⦄, x ∈ s → f₁ x = f₂ x
/-- `f` takes elements of `s` to elements of `t`. -/
def MapsTo (f : α → β) (s : Set α) (t : Set β) : Prop := ∀ ⦃x⦄, x ∈ s → f x ∈ t
/-- `f` takes different elements of `s` to different values. -/
def InjOn (f : α → β) (s : Set α) : Prop := ∀ ⦃x₁ : α⦄, x₁ ∈ s → ∀ ⦃x₂ : α⦄, x₂ ∈ s → f x₁ = f x₂ → x₁ = x₂
/-- Every element of `t` is the value of `f` at an element of `s`. -/
def SurjOn (f : α → β) (s : Set α) (t : Set β) : Prop := t ⊆ f '' s
/-- `f` takes `s` to `t`, one to one. -/
def BijOn (f : α → β) (s : Set α) (t : Set β) : Prop := MapsTo f s t ∧ InjOn f s ∧ SurjOn f s t
/-- `g` undoes `f` on `s`. -/
def LeftInvOn (g : β → α) (f : α → β) (s : Set α) : Prop := ∀ ⦃x⦄, x ∈ s → g (f x) = x
/-- `f` undoes `g` on `t`. -/
abbrev RightInvOn (g : β → α) (f : α → β) (t : Set β) : Prop := LeftInvOn f g t
def InvOn (g : β → α) (f : α → β) (s : Set α) (t : Set β) : Prop := LeftInvOn g f s ∧ RightInvOn g f t

theorem mapsTo_image (f : α → β) (s : Set α) : MapsTo f s (f '' s) := fun _ => mem_image_of_mem f
theorem mapsTo_preimage (f : α → β) (t : Set β) : MapsTo f (f ⁻¹' t) t := fun _ => id
theorem mapsTo_iff_image_subset : MapsTo f s t ↔ f '' s ⊆ t := image_subset_iff.symm
theorem mapsTo_univ (f : α → β) (s : Set α) : MapsTo f s univ := fun _ _ => trivial
theorem MapsTo.image_subset (h : MapsTo f s t) : f '' s ⊆ t := mapsTo_iff_image_subset.mp h
theorem MapsTo.comp (h₁ : MapsTo h t p) (h₂ : MapsTo f s t) : MapsTo (h ∘ f) s p := fun _ hx => h₁ (h₂ hx)
theorem _root_.Function.Injective.injOn {f : α → β} {s : Set α} (h : Injective f) : InjOn f s :=
  fun _ _ _ _ e => h e
theorem injOn_of_injective (h : Injective f) : InjOn f s := h.injOn
@[simp] theorem injOn_univ : InjOn f univ ↔ Injective f :=
  ⟨fun h _ _ e => h trivial trivial e, fun h => h.injOn⟩
theorem injOn_empty (f : α → β) : InjOn f ∅ := fun _ h => False.elim h
theorem InjOn.mono (h : s₁ ⊆ s₂) (ht : InjOn f s₂) : InjOn f s₁ := fun _ hx _ hy e => ht (h hx) (h hy) e
theorem InjOn.eq_iff {x y : α} (h : InjOn f s) (hx : x ∈ s) (hy : y ∈ s) : f x = f y ↔ x = y :=
  ⟨fun e => h hx hy e, congrArg f⟩
theorem InjOn.comp (hg : InjOn h t) (hf : InjOn f s) (m : MapsTo f s t) : InjOn (h ∘ f) s :=
  fun _ hx _ hy e => hf hx hy (hg (m hx) (m hy) e)
theorem surjOn_image (f : α → β) (s : Set α) : SurjOn f s (f '' s) := Subset.rfl
theorem surjOn_univ : SurjOn f univ univ ↔ Surjective f :=
  ⟨fun h y => (h (mem_univ y)).imp fun _ k => k.2, fun h y _ => (h y).imp fun _ e => ⟨trivial, e⟩⟩
theorem SurjOn.comp (hg : SurjOn h t p) (hf : SurjOn f s t) : SurjOn (h ∘ f) s p := fun _ hz =>
  let ⟨_, hy, e⟩ := hg hz
  let ⟨x, hx, e'⟩ := hf hy
  ⟨x, hx, (congrArg h e').trans e⟩
theorem SurjOn.image_eq_of_mapsTo (h₁ : SurjOn f s t) (h₂ : MapsTo f s t) : f '' s = t :=
  Subset.antisymm h₂.image_subset h₁
theorem BijOn.mapsTo (h : BijOn f s t) : MapsTo f s t := h.1
theorem BijOn.injOn (h : BijOn f s t) : InjOn f s := h.2.1
theorem BijOn.surjOn (h : BijOn f s t) : SurjOn f s t := h.2.2
theorem BijOn.mk (h₁ : MapsTo f s t) (h₂ : InjOn f s) (h₃ : SurjOn f s t) : BijOn f s t := ⟨h₁, h₂, h₃⟩
theorem BijOn.image_eq (h : BijOn f s t) : f '' s = t := h.surjOn.image_eq_of_mapsTo h.mapsTo
theorem InjOn.bijOn_image (h : InjOn f s) : BijOn f s (f '' s) := ⟨mapsTo_image f s, h, Subset.rfl⟩
theorem BijOn.comp (hg : BijOn h t p) (hf : BijOn f s t) : BijOn (h ∘ f) s p :=
  ⟨hg.mapsTo.comp hf.mapsTo, hg.injOn.comp hf.injOn hf.mapsTo, hg.surjOn.comp hf.surjOn⟩
theorem bijOn_univ : BijOn f univ univ ↔ Bijective f :=
  ⟨fun h => ⟨injOn_univ.mp h.injOn, surjOn_univ.mp h.surjOn⟩,
    fun h => ⟨mapsTo_univ f univ, h.1.injOn, surjOn_univ.mpr h.2⟩⟩
theorem EqOn.symm (h : EqOn f g s) : EqOn g f s := fun _ hx => (h hx).symm
theorem EqOn.trans {f₃ : α → β} (h₁ : EqOn f g s) (h₂ : EqOn g f₃ s) : EqOn f f₃ s := fun _ hx =>
  (h₁ hx).trans (h₂ hx)
theorem EqOn.mono (hs : s₁ ⊆ s₂) (hf : EqOn f g s₂) : EqOn f g s₁ := fun _ hx => hf (hs hx)
@[simp] theorem eqOn_univ (f₁ f₂ : α → β) : EqOn f₁ f₂ univ ↔ f₁ = f₂ :=
  ⟨fun h => funext fun _ => h trivial, fun e _ _ => e ▸ rfl⟩
theorem LeftInvOn.injOn {f₁' : β → α} (h : LeftInvOn f₁' f s) : InjOn f s := fun _ hx _ hy e =>
  (h hx).symm.trans ((congrArg f₁' e).trans (h hy))
end

/-! ## Intervals -/

section
variable [Preorder α] {a b x : α}
/-- `a < x < b`. -/
def Ioo (a b : α) : Set α := {x | a < x ∧ x < b}
/-- `a ≤ x < b`. -/
def Ico (a b : α) : Set α := {x | a ≤ x ∧ x < b}
/-- `a < x ≤ b`. -/
def Ioc (a b : α) : Set α := {x | a < x ∧ x ≤ b}
/-- `a ≤ x ≤ b`. -/
def Icc (a b : α) : Set α := {x | a ≤ x ∧ x ≤ b}
/-- `x < b`. -/
def Iio (b : α) : Set α := {x | x < b}
/-- `x ≤ b`. -/
def Iic (b : α) : Set α := {x | x ≤ b}
/-- `a ≤ x`. -/
def Ici (a : α) : Set α := {x | a ≤ x}
/-- `a < x`. -/
def Ioi (a : α) : Set α := {x | a < x}
@[simp] theorem mem_Ioo : x ∈ Ioo a b ↔ a < x ∧ x < b := Iff.rfl
@[simp] theorem mem_Ico : x ∈ Ico a b ↔ a ≤ x ∧ x < b := Iff.rfl
@[simp] theorem mem_Ioc : x ∈ Ioc a b ↔ a < x ∧ x ≤ b := Iff.rfl
@[simp] theorem mem_Icc : x ∈ Icc a b ↔ a ≤ x ∧ x ≤ b := Iff.rfl
@[simp] theorem mem_Iio : x ∈ Iio b ↔ x < b := Iff.rfl
@[simp] theorem mem_Iic : x ∈ Iic b ↔ x ≤ b := Iff.rfl
@[simp] theorem mem_Ici : x ∈ Ici a ↔ a ≤ x := Iff.rfl
@[simp] theorem mem_Ioi : x ∈ Ioi a ↔ a < x := Iff.rfl
theorem Ioo_subset_Icc_self : Ioo a b ⊆ Icc a b := fun _ h => ⟨le_of_lt h.1, le_of_lt h.2⟩
theorem Ico_subset_Icc_self : Ico a b ⊆ Icc a b := fun _ h => ⟨h.1, le_of_lt h.2⟩
theorem Ioc_subset_Icc_self : Ioc a b ⊆ Icc a b := fun _ h => ⟨le_of_lt h.1, h.2⟩
theorem Ici_inter_Iic : Ici a ∩ Iic b = Icc a b := rfl
theorem Ioi_inter_Iio : Ioi a ∩ Iio b = Ioo a b := rfl
theorem left_mem_Icc : a ∈ Icc a b ↔ a ≤ b := and_iff_right (le_refl a)
theorem right_mem_Icc : b ∈ Icc a b ↔ a ≤ b := and_iff_left (le_refl b)
end
end Set
