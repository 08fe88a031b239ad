/-
Images and preimages of sets under functions, ranges, and functions on sets.
-/
prelude
import Lemmata.Functions
import Lemmata.SetAlgebra
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w
variable {α : Type u} {β : Type v} {γ : Type w} {f : α → β} {s t : Set α} {ι : Sort v}

open Function
namespace Set

/-! ## Preimages -/

@[simp] theorem mem_preimage {f : α → β} {s : Set β} {a : α} : a ∈ f ⁻¹' s ↔ f a ∈ s := Iff.rfl
@[simp] theorem preimage_empty : f ⁻¹' ∅ = ∅ := rfl
@[simp] theorem preimage_univ : f ⁻¹' univ = univ := rfl
theorem preimage_mono {s t : Set β} (h : s ⊆ t) : f ⁻¹' s ⊆ f ⁻¹' t := fun _ hx => h hx
/-- The preimage of an intersection is the intersection of the preimages. -/
@[simp] theorem preimage_inter {s t : Set β} : f ⁻¹' (s ∩ t) = f ⁻¹' s ∩ f ⁻¹' t := rfl
/-- The preimage of a union is the union of the preimages. -/
@[simp] theorem preimage_union {s t : Set β} : f ⁻¹' (s ∪ t) = f ⁻¹' s ∪ f ⁻¹' t := rfl
@[simp] theorem preimage_compl {s : Set β} : f ⁻¹' sᶜ = (f ⁻¹' s)ᶜ := rfl
@[simp] theorem preimage_diff (f : α → β) (s t : Set β) : f ⁻¹' (s \ t) = f ⁻¹' s \ f ⁻¹' t := rfl
@[simp] theorem preimage_setOf_eq {p : α → Prop} {f : β → α} : f ⁻¹' {a | p a} = {a | p (f a)} := rfl
theorem preimage_id {s : Set α} : id ⁻¹' s = s := rfl
@[simp] theorem preimage_id' {s : Set α} : (fun x => x) ⁻¹' s = s := rfl
theorem preimage_comp {f : α → β} {g : β → γ} {s : Set γ} : g ∘ f ⁻¹' s = f ⁻¹' (g ⁻¹' s) := rfl
theorem preimage_preimage {g : β → γ} {f : α → β} {s : Set γ} : f ⁻¹' (g ⁻¹' s) = (fun x => g (f x)) ⁻¹' s :=
  rfl
theorem preimage_congr {f g : α → β} {s : Set β} (h : ∀ x : α, f x = g x) : f ⁻¹' s = g ⁻¹' s :=
  congrArg (fun k : α → β => k ⁻¹' s) (funext h)
theorem nonempty_of_nonempty_preimage {s : Set β} {f : α → β} (hf : (f ⁻¹' s).Nonempty) : s.Nonempty :=
  let ⟨x, hx⟩ := hf
  ⟨f x, hx⟩

/-! ## Images -/

/-- `y` is in the image exactly if it is `f x` for some `x` of the set. -/
@[simp] theorem mem_image (f : α → β) (s : Set α) (y : β) : y ∈ f '' s ↔ ∃ x ∈ s, f x = y := Iff.rfl
theorem mem_image_of_mem (f : α → β) {x : α} {a : Set α} (h : x ∈ a) : f x ∈ f '' a := ⟨x, h, rfl⟩
theorem _root_.Function.Injective.mem_set_image {f : α → β} (hf : Injective f) {s : Set α} {a : α} :
    f a ∈ f '' s ↔ a ∈ s := ⟨fun ⟨_, hb, e⟩ => hf e ▸ hb, mem_image_of_mem f⟩
theorem forall_mem_image {f : α → β} {s : Set α} {p : β → Prop} :
    (∀ y ∈ f '' s, p y) ↔ ∀ ⦃x⦄, x ∈ s → p (f x) :=
  ⟨fun h _ hx => h _ (mem_image_of_mem f hx), fun h _ ⟨_, hx, e⟩ => e ▸ h hx⟩
theorem exists_mem_image {f : α → β} {s : Set α} {p : β → Prop} : (∃ y ∈ f '' s, p y) ↔ ∃ x ∈ s, p (f x) :=
  ⟨fun ⟨_, ⟨x, hx, e⟩, h⟩ => ⟨x, hx, e ▸ h⟩, fun ⟨x, hx, h⟩ => ⟨f x, ⟨x, hx, rfl⟩, h⟩⟩
theorem image_congr {f g : α → β} {s : Set α} (h : ∀ a ∈ s, f a = g a) : f '' s = g '' s :=
  ext fun _ => exists_congr fun x => and_congr_right fun hx => h x hx ▸ Iff.rfl
theorem image_congr' {f g : α → β} {s : Set α} (h : ∀ x : α, f x = g x) : f '' s = g '' s :=
  image_congr fun x _ => h x
theorem image_mono (h : s ⊆ t) : f '' s ⊆ f '' t := fun _ ⟨x, hx, e⟩ => ⟨x, h hx, e⟩
theorem image_subset {a b : Set α} (f : α → β) (h : a ⊆ b) : f '' a ⊆ f '' b := image_mono h
theorem image_image (g : β → γ) (f : α → β) (s : Set α) : g '' (f '' s) = (fun x => g (f x)) '' s :=
  ext fun _ => exists_mem_image
theorem image_comp (f : β → γ) (g : α → β) (a : Set α) : f ∘ g '' a = f '' (g '' a) :=
  (image_image f g a).symm
/-- The image of a union is the union of the images. -/
theorem image_union (f : α → β) (s t : Set α) : f '' (s ∪ t) = f '' s ∪ f '' t :=
  ext fun _ => ⟨fun ⟨x, h, e⟩ => h.imp (fun k => ⟨x, k, e⟩) fun k => ⟨x, k, e⟩,
    fun h => h.elim (fun k => image_mono subset_union_left k) fun k => image_mono subset_union_right k⟩
@[simp] theorem image_empty (f : α → β) : f '' ∅ = ∅ := eq_empty_of_forall_notMem fun _ ⟨_, h, _⟩ => h
theorem image_inter_subset (f : α → β) (s t : Set α) : f '' (s ∩ t) ⊆ f '' s ∩ f '' t :=
  subset_inter (image_mono inter_subset_left) (image_mono inter_subset_right)
theorem image_inter_on {f : α → β} {s t : Set α} (h : ∀ x ∈ t, ∀ y ∈ s, f x = f y → x = y) :
    f '' (s ∩ t) = f '' s ∩ f '' t :=
  (image_inter_subset f s t).antisymm fun _ ⟨⟨x, hx, e⟩, ⟨y, hy, e'⟩⟩ =>
    ⟨x, ⟨hx, h y hy x hx (e'.trans e.symm) ▸ hy⟩, e⟩
/-- An injective function takes intersections to intersections. -/
theorem image_inter {f : α → β} {s t : Set α} (H : Injective f) : f '' (s ∩ t) = f '' s ∩ f '' t :=
  image_inter_on fun _ _ _ _ h => H h
@[simp] theorem image_singleton {f : α → β} {a : α} : f '' {a} = {f a} :=
  ext fun _ => exists_eq_left.trans eq_comm
theorem image_insert_eq {f : α → β} {a : α} {s : Set α} : f '' insert a s = insert (f a) (f '' s) := by
  rw [insert_eq, image_union, image_singleton, insert_eq]
theorem image_pair (f : α → β) (a b : α) : f '' {a, b} = {f a, f b} :=
  by rw [image_insert_eq, image_singleton]
@[simp] theorem image_id' (s : Set α) : (fun x => x) '' s = s := ext fun _ => exists_eq_right
theorem image_id (s : Set α) : id '' s = s := image_id' s
@[simp] theorem image_eq_empty {α : Type u} {β : Type v} {f : α → β} {s : Set α} : f '' s = ∅ ↔ s = ∅ :=
  ⟨fun h => eq_empty_of_forall_notMem fun x hx => (h ▸ mem_image_of_mem f hx : f x ∈ (∅ : Set β)),
    fun h => h ▸ image_empty f⟩
theorem Nonempty.image (f : α → β) {s : Set α} : s.Nonempty → (f '' s).Nonempty :=
  fun ⟨x, hx⟩ => ⟨f x, x, hx, rfl⟩
theorem Nonempty.of_image {f : α → β} {s : Set α} : (f '' s).Nonempty → s.Nonempty :=
  fun ⟨_, x, hx, _⟩ => ⟨x, hx⟩
@[simp] theorem image_nonempty {f : α → β} {s : Set α} : (f '' s).Nonempty ↔ s.Nonempty :=
  ⟨Nonempty.of_image, Nonempty.image f⟩
theorem Nonempty.preimage {s : Set β} (hs : s.Nonempty) {f : α → β} (hf : Surjective f) :
    (f ⁻¹' s).Nonempty :=
  let ⟨y, hy⟩ := hs
  let ⟨x, hx⟩ := hf y
  ⟨x, (hx ▸ hy : f x ∈ s)⟩
/-- The image of `s` lies in `t` exactly if `s` lies in the preimage of `t`. -/
@[simp] theorem image_subset_iff {s : Set α} {t : Set β} {f : α → β} : f '' s ⊆ t ↔ s ⊆ f ⁻¹' t :=
  forall_mem_image
theorem image_preimage_subset (f : α → β) (s : Set β) : f '' (f ⁻¹' s) ⊆ s := image_subset_iff.mpr Subset.rfl
theorem subset_preimage_image (f : α → β) (s : Set α) : s ⊆ f ⁻¹' (f '' s) := fun _ => mem_image_of_mem f
@[simp] theorem preimage_image_eq {f : α → β} (s : Set α) (h : Injective f) : f ⁻¹' (f '' s) = s :=
  ext fun _ => h.mem_set_image
@[simp] theorem image_preimage_eq {f : α → β} (s : Set β) (h : Surjective f) : f '' (f ⁻¹' s) = s :=
  (image_preimage_subset f s).antisymm fun y hy => (h y).imp fun _ e => ⟨(e ▸ hy : f _ ∈ s), e⟩
theorem image_inter_preimage (f : α → β) (s : Set α) (t : Set β) : f '' (s ∩ f ⁻¹' t) = f '' s ∩ t :=
  ext fun _ => ⟨fun ⟨x, h, e⟩ => ⟨⟨x, h.1, e⟩, e ▸ h.2⟩,
    fun ⟨⟨x, h, e⟩, h'⟩ => ⟨x, ⟨h, (e ▸ h' : f x ∈ t)⟩, e⟩⟩
theorem image_preimage_inter (f : α → β) (s : Set α) (t : Set β) : f '' (f ⁻¹' t ∩ s) = t ∩ f '' s := by
  rw [inter_comm, image_inter_preimage, inter_comm]
theorem image_compl_subset {f : α → β} {s : Set α} (H : Injective f) : f '' sᶜ ⊆ (f '' s)ᶜ :=
  fun _ ⟨_, hx, e⟩ ⟨_, hy, e'⟩ => hx (H (e'.trans e.symm) ▸ hy)
theorem subset_image_compl {f : α → β} {s : Set α} (H : Surjective f) : (f '' s)ᶜ ⊆ f '' sᶜ := fun y hy =>
  (H y).imp fun x e => ⟨fun hx => hy ⟨x, hx, e⟩, e⟩
theorem image_compl_eq {f : α → β} {s : Set α} (H : Bijective f) : f '' sᶜ = (f '' s)ᶜ :=
  Subset.antisymm (image_compl_subset H.1) (subset_image_compl H.2)
theorem subset_image_diff (f : α → β) (s t : Set α) : f '' s \ f '' t ⊆ f '' (s \ t) :=
  fun _ ⟨⟨x, hx, e⟩, h⟩ => ⟨x, ⟨hx, fun k => h ⟨x, k, e⟩⟩, e⟩
theorem image_diff {f : α → β} (hf : Injective f) (s t : Set α) : f '' (s \ t) = f '' s \ f '' t :=
  Subset.antisymm (fun _ ⟨x, hx, e⟩ => ⟨⟨x, hx.1, e⟩, fun ⟨_, hy, e'⟩ => hx.2 (hf (e'.trans e.symm) ▸ hy)⟩)
    (subset_image_diff f s t)
theorem image_subset_preimage_of_inverse {f : α → β} {g : β → α} (I : LeftInverse g f) (s : Set α) :
    f '' s ⊆ g ⁻¹' s := fun _ ⟨x, h, e⟩ => e ▸ ((I x).symm ▸ h : g (f x) ∈ s)
theorem preimage_subset_image_of_inverse {f : α → β} {g : β → α} (I : LeftInverse g f) (s : Set β) :
    f ⁻¹' s ⊆ g '' s := fun x h => ⟨f x, h, I x⟩

/-! ## Ranges -/

section
variable {ι : Sort w} {f : ι → α}
@[simp] theorem mem_range {x : α} : x ∈ range f ↔ ∃ y, f y = x := Iff.rfl
theorem mem_range_self (i : ι) : f i ∈ range f := ⟨i, rfl⟩
theorem range_eq_univ : range f = univ ↔ Surjective f := eq_univ_iff_forall
theorem _root_.Function.Surjective.range_eq {f : ι → α} (hf : Surjective f) : range f = univ :=
  range_eq_univ.mpr hf
theorem forall_mem_range {p : α → Prop} : (∀ a ∈ range f, p a) ↔ ∀ i, p (f i) :=
  ⟨fun h i => h _ ⟨i, rfl⟩, fun h _ ⟨i, e⟩ => e ▸ h i⟩
theorem exists_range_iff {p : α → Prop} : (∃ a ∈ range f, p a) ↔ ∃ i, p (f i) :=
  ⟨fun ⟨_, ⟨i, e⟩, h⟩ => ⟨i, e ▸ h⟩, fun ⟨i, h⟩ => ⟨f i, ⟨i, rfl⟩, h⟩⟩
theorem range_subset_iff {s : Set α} : range f ⊆ s ↔ ∀ y, f y ∈ s := forall_mem_range
end
@[simp] theorem image_univ {f : α → β} : f '' univ = range f :=
  ext fun _ => exists_congr fun _ => iff_of_eq (true_and _)
theorem image_subset_range (f : α → β) (s : Set α) : f '' s ⊆ range f := fun _ ⟨x, _, e⟩ => ⟨x, e⟩
theorem mem_range_of_mem_image (f : α → β) (s : Set α) {x : β} (h : x ∈ f '' s) : x ∈ range f :=
  image_subset_range f s h
@[simp] theorem range_id : range (@id α) = univ := eq_univ_of_forall fun x => ⟨x, rfl⟩
theorem range_comp (g : α → β) (f : ι → α) : range (g ∘ f) = g '' range f :=
  ext fun x => (exists_range_iff (p := fun a => g a = x)).symm
theorem image_preimage_eq_inter_range {f : α → β} {t : Set β} : f '' (f ⁻¹' t) = t ∩ range f := by
  rw [← image_univ, ← image_preimage_inter, inter_univ]
theorem image_preimage_eq_of_subset {f : α → β} {s : Set β} (hs : s ⊆ range f) : f '' (f ⁻¹' s) = s := by
  rw [image_preimage_eq_inter_range, inter_eq_left.mpr hs]
theorem image_univ_of_surjective {f : α → β} (H : Surjective f) : f '' univ = univ :=
  image_univ.trans H.range_eq
@[simp] theorem range_const [Nonempty ι] {c : α} : (range fun _ : ι => c) = {c} :=
  ext fun _ => exists_const_iff.trans ((and_iff_right ‹_›).trans eq_comm)

/-! ## Products -/

section
variable {s s₁ s₂ : Set α} {t t₁ t₂ : Set β} {a : α} {b : β} {p : α × β}
theorem prod_eq (s : Set α) (t : Set β) : s ×ˢ t = Prod.fst ⁻¹' s ∩ Prod.snd ⁻¹' t := rfl
theorem mem_prod_eq : (p ∈ s ×ˢ t) = (p.1 ∈ s ∧ p.2 ∈ t) := rfl
@[simp] theorem mem_prod : p ∈ s ×ˢ t ↔ p.1 ∈ s ∧ p.2 ∈ t := Iff.rfl
theorem prodMk_mem_set_prod_eq : ((a, b) ∈ s ×ˢ t) = (a ∈ s ∧ b ∈ t) := rfl
theorem mk_mem_prod (ha : a ∈ s) (hb : b ∈ t) : (a, b) ∈ s ×ˢ t := ⟨ha, hb⟩
theorem prod_mono (hs : s₁ ⊆ s₂) (ht : t₁ ⊆ t₂) : s₁ ×ˢ t₁ ⊆ s₂ ×ˢ t₂ := fun _ h => ⟨hs h.1, ht h.2⟩
@[simp] theorem prod_empty : s ×ˢ (∅ : Set β) = ∅ := ext fun _ => iff_of_eq (and_false _)
@[simp] theorem empty_prod : (∅ : Set α) ×ˢ t = ∅ := ext fun _ => iff_of_eq (false_and _)
@[simp] theorem univ_prod_univ : (univ : Set α) ×ˢ (univ : Set β) = univ :=
  ext fun _ => iff_of_eq (and_self _)
theorem prod_inter_prod : s₁ ×ˢ t₁ ∩ s₂ ×ˢ t₂ = (s₁ ∩ s₂) ×ˢ (t₁ ∩ t₂) :=
  ext fun _ => ⟨fun h => ⟨⟨h.1.1, h.2.1⟩, h.1.2, h.2.2⟩, fun h => ⟨⟨h.1.1, h.2.1⟩, h.1.2, h.2.2⟩⟩
theorem union_prod : (s₁ ∪ s₂) ×ˢ t = s₁ ×ˢ t ∪ s₂ ×ˢ t := ext fun _ => or_and_right
theorem prod_union : s ×ˢ (t₁ ∪ t₂) = s ×ˢ t₁ ∪ s ×ˢ t₂ := ext fun _ => and_or_left
end
end Set
