prelude
import Lemmata
set_option linter.unusedVariables false

open Set Function

variable {X Y Z : Type*} (A B C D : Set X) (P Q : Set Y) (f : X → Y) (g : Y → Z)

/-! ## Inclusion -/

-- The intersection of smaller sets is smaller
example (hA : A ⊆ C) (hB : B ⊆ D) : A ∩ B ⊆ C ∩ D := by
  intro x hx
  exact ⟨hA hx.1, hB hx.2⟩
example (hA : A ⊆ C) (hB : B ⊆ D) : A ∪ B ⊆ C ∪ D := by
  rintro x (h | h)
  · exact Or.inl (hA h)
  · right
    exact hB h
example (h : A ⊆ C) (h' : B ⊆ C) : A ∪ B ⊆ C := by
  intro x hx
  rcases hx with hx | hx
  · apply h
    assumption
  · apply h'
    assumption
example (h : C ⊆ A) (h' : C ⊆ B) : C ⊆ A ∩ B := fun x hx => ⟨h hx, h' hx⟩
example (h : A ⊆ B) : A \ C ⊆ B \ C := by
  rintro x ⟨hA, hC⟩
  constructor
  · exact h hA
  · intro hx
    exact hC hx
example (h : A ⊆ B) : Bᶜ ⊆ Aᶜ := by
  intro x hx hA
  apply hx
  exact h hA
example (h : Bᶜ ⊆ Aᶜ) : A ⊆ B := by
  intro x hx
  by_contra hB
  exact h hB hx
example (h₁ : A ⊆ B) (h₂ : B ⊆ C) (h₃ : C ⊆ D) : A ⊆ D :=
  calc
    A ⊆ B := h₁
    _ ⊆ C := h₂
    _ ⊆ D := h₃
example (h₁ : A ⊆ B) (h₂ : B ⊆ C) (h₃ : C ⊆ A) : A = C := by
  apply Subset.antisymm
  · exact h₁.trans h₂
  · exact h₃
example (x : X) (hx : x ∈ A) (h : A ⊆ B) : x ∈ B := mem_of_mem_of_subset hx h
example (h : A ⊆ ∅) : A = ∅ := subset_empty_iff.mp h
example : ∅ ⊆ A := by
  intro x hx
  exfalso
  exact hx
example (h : A ⊂ B) : ∃ x ∈ B, x ∉ A := by
  by_contra n
  push_neg at n
  exact h.2 n
example (x : X) (h : x ∈ B) (h' : x ∉ A) : ¬B ⊆ A := by
  intro n
  exact h' (n h)

/-! ## Equality of sets -/

-- The symmetric difference, written in two ways
example : A ∩ Bᶜ ∪ B ∩ Aᶜ = (A ∪ B) ∩ (A ∩ B)ᶜ := by
  ext x
  simp only [mem_union, mem_inter_iff, mem_compl_iff]
  tauto
example : A ∩ (B ∩ C) = A ∩ B ∩ C := by
  ext x
  constructor
  · rintro ⟨a, b, c⟩
    exact ⟨⟨a, b⟩, c⟩
  · rintro ⟨⟨a, b⟩, c⟩
    exact ⟨a, b, c⟩
example : A ∪ (B ∩ C) = (A ∪ B) ∩ (A ∪ C) := by
  ext x
  rw [mem_union, mem_inter_iff, mem_inter_iff, mem_union, mem_union, or_and_left]
example : (A ∪ B) \ C = A \ C ∪ B \ C := by
  rw [diff_eq, diff_eq, diff_eq, union_inter_distrib_right]
example : A \ (B ∪ C) = (A \ B) \ C := by
  ext x
  constructor
  · rintro ⟨a, n⟩
    refine ⟨⟨a, fun b => ?_⟩, fun c => ?_⟩
    · exact n (Or.inl b)
    · exact n (Or.inr c)
  · rintro ⟨⟨a, b⟩, c⟩
    refine ⟨a, ?_⟩
    rintro (h | h)
    · contradiction
    · contradiction
example : A \ (A \ B) = A ∩ B := by
  ext x
  by_cases h : x ∈ B <;> simp [h]
example : (A ∪ B ∪ C)ᶜ = Aᶜ ∩ Bᶜ ∩ Cᶜ := by simp
example : (Aᶜ ∩ Bᶜ)ᶜ = A ∪ B := by
  rw [compl_inter, compl_compl, compl_compl]
example : A ∩ B = A ↔ A \ B = ∅ := by
  rw [diff_eq_empty, inter_eq_left]
example (h : A ∩ B = ∅) : A \ B = A := by
  ext x
  refine ⟨fun hx => hx.1, fun hx => ⟨hx, fun hB => ?_⟩⟩
  have : x ∈ A ∩ B := ⟨hx, hB⟩
  simp [h] at this
example (h : A ∪ B = ∅) : A = ∅ ∧ B = ∅ := by simpa using h
example (h : A ∪ C = B ∪ C) (h' : A ∩ C = B ∩ C) : A ⊆ B := by
  intro x hx
  by_cases hC : x ∈ C
  · have : x ∈ B ∩ C := h' ▸ ⟨hx, hC⟩
    exact this.1
  · have : x ∈ B ∪ C := h ▸ Or.inl hx
    exact this.resolve_right hC
example (h : ∀ x, x ∈ A ↔ x ∈ B) : A = B := Set.ext h
example (h : A = B) (x : X) (hx : x ∈ A) : x ∈ B := by
  subst h
  exact hx

/-! ## Sets given by a property, and finite sets -/

def multiples (k : ℕ) : Set ℕ := {n | k ∣ n}
example : multiples 6 ⊆ multiples 3 := by
  intro n h
  show 3 ∣ n
  change 6 ∣ n at h
  omega
example : multiples 2 ∩ multiples 3 = multiples 6 := by
  ext n
  simp only [multiples, mem_inter_iff, mem_setOf_eq]
  omega
example (k n : ℕ) : n ∈ multiples k ↔ ∃ m, n = k * m := Iff.rfl
example : {n : ℕ | n < 4} ∩ {n | 1 < n} = {2, 3} := by
  ext n
  simp only [mem_inter_iff, mem_setOf_eq, mem_insert_iff, mem_singleton_iff]
  omega
example : {n ∈ ({1, 2, 3, 4} : Set ℕ) | Even n} ⊆ {2, 4} := by
  rintro n ⟨rfl | rfl | rfl | rfl, h⟩
  · exact absurd h (by decide)
  · simp
  · exact absurd h (by decide)
  · simp
example : (7 : ℤ) ∈ ({5, 6, 7} : Set ℤ) := by simp
example : 3 ∈ ({1, 2, 3} : Set ℕ) ∩ {3, 4} := by decide
example : 2 ∉ ({1, 2, 3} : Set ℕ) \ {2} := by decide
example : 5 ∈ {n : ℕ | n % 2 = 1} := by decide
example (a b : X) : ({a, b} : Set X) = {b, a} := pair_comm a b
example (a b : X) (h : a ∈ A) (h' : b ∈ A) : {a, b} ⊆ A := by
  rintro x (rfl | rfl)
  · exact h
  · exact h'
example (a : X) (h : a ∈ A) : insert a A = A := by
  ext x
  constructor
  · rintro (rfl | hx)
    · exact h
    · exact hx
  · exact fun hx => Or.inr hx
example (a : X) : {a} ⊆ A ↔ a ∈ A := by simp
example (a b : X) (h : ({a} : Set X) = {b}) : a = b := by simpa using h
example : {k + k | k : ℕ} = {n | Even n} := by
  ext n
  constructor
  · rintro ⟨k, rfl⟩
    exact ⟨k, rfl⟩
  · rintro ⟨k, e⟩
    exact ⟨k, e.symm⟩
example : {f x | x ∈ A} = f '' A := rfl
example : {x ∉ A | x ∈ B} = B \ A := by
  ext x
  exact and_comm
example : ((2, 5) : ℕ × ℕ) ∈ {(m, n) : ℕ × ℕ | m < n} := by
  show 2 < 5
  decide

/-! ## Bounded quantifiers -/

example (p : X → Prop) (h : ∀ x ∈ A, p x) (h' : B ⊆ A) : ∀ x ∈ B, p x := by
  intro x hx
  exact h x (h' hx)
example (p q : X → Prop) (h : ∃ x ∈ A, p x ∧ q x) : (∃ x ∈ A, p x) ∧ ∃ x ∈ A, q x := by
  obtain ⟨x, hx, hp, hq⟩ := h
  constructor
  · use x
  · exact ⟨x, hx, hq⟩
example (p : X → Prop) (h : ¬∀ x ∈ A, p x) : ∃ x ∈ A, ¬p x := by
  push_neg at h
  exact h
example (p : X → Prop) : (∀ x ∈ A ∪ B, p x) ↔ (∀ x ∈ A, p x) ∧ ∀ x ∈ B, p x := by
  constructor
  · intro h
    exact ⟨fun x hx => h x (mem_union_left B hx), fun x hx => h x (mem_union_right A hx)⟩
  · rintro ⟨h, h'⟩ x (hx | hx)
    · exact h x hx
    · exact h' x hx

/-! ## Images and preimages -/

example : f ⁻¹' (P ∪ Q)ᶜ = (f ⁻¹' P)ᶜ ∩ (f ⁻¹' Q)ᶜ := by
  ext x
  simp
example : g ∘ f '' A = g '' (f '' A) := by
  ext z
  constructor
  · rintro ⟨x, hx, rfl⟩
    exact ⟨f x, ⟨x, hx, rfl⟩, rfl⟩
  · rintro ⟨_, ⟨x, hx, rfl⟩, rfl⟩
    use x
    exact ⟨hx, rfl⟩
example (W : Set Z) : g ∘ f ⁻¹' W = f ⁻¹' (g ⁻¹' W) := rfl
example (h : A ⊆ B) : f '' A ⊆ f '' B := by
  rintro _ ⟨x, hx, rfl⟩
  exact mem_image_of_mem f (h hx)
example (h : P ⊆ Q) : f ⁻¹' P ⊆ f ⁻¹' Q := fun x hx => h hx
example (x : X) (h : f x ∈ P) : x ∈ f ⁻¹' P := h
example : f '' (A ∪ B) = f '' A ∪ f '' B := by
  apply Subset.antisymm
  · rintro _ ⟨x, hx | hx, rfl⟩
    · exact Or.inl ⟨x, hx, rfl⟩
    · exact Or.inr ⟨x, hx, rfl⟩
  · apply union_subset
    · exact image_mono subset_union_left
    · exact image_mono subset_union_right
example (hf : Injective f) : f '' (A \ B) = f '' A \ f '' B := by
  ext y
  constructor
  · rintro ⟨x, ⟨hA, hB⟩, rfl⟩
    refine ⟨⟨x, hA, rfl⟩, ?_⟩
    rintro ⟨z, hz, e⟩
    obtain rfl := hf e
    exact hB hz
  · rintro ⟨⟨x, hx, rfl⟩, n⟩
    refine ⟨x, ⟨hx, fun hB => ?_⟩, rfl⟩
    exact n (mem_image_of_mem f hB)
example (hf : Injective f) (h : f '' A = f '' B) : A = B := by
  rw [← preimage_image_eq A hf, h, preimage_image_eq B hf]
example (hf : Surjective f) (h : f ⁻¹' P = f ⁻¹' Q) : P = Q := by
  rw [← image_preimage_eq P hf, h, image_preimage_eq Q hf]
example : f '' (A ∩ f ⁻¹' P) ⊆ P := by
  rintro y ⟨x, ⟨-, hx⟩, rfl⟩
  exact hx
example (h : (f '' A).Nonempty) : A.Nonempty := by
  obtain ⟨y, x, hx, -⟩ := h
  exact ⟨x, hx⟩
example : Surjective f ↔ range f = univ := by
  constructor
  · intro h
    exact h.range_eq
  · intro h y
    have : y ∈ range f := by
      rw [h]
      trivial
    exact this
example : range (fun n : ℕ => 3 * n) = multiples 3 := by
  ext n
  constructor
  · rintro ⟨k, rfl⟩
    exact Dvd.intro k rfl
  · rintro ⟨k, rfl⟩
    use k
example : (fun n : ℤ => n ^ 2) '' {-1, 1} = {1} := by
  rw [image_pair]
  norm_num

/-! ## Functions on sets -/

-- Squaring is injective on the numbers from zero on, though not everywhere
example : InjOn (fun n : ℤ => n ^ 2) {n | 0 ≤ n} := by
  intro a ha b hb h
  simp only [mem_setOf_eq] at ha hb h
  have : (a - b) * (a + b) = 0 := by linear_combination h
  rcases mul_eq_zero.mp this with e | e <;> omega
example : ¬Injective (fun n : ℤ => n ^ 2) := by
  intro h
  have := h (show (-1 : ℤ) ^ 2 = 1 ^ 2 by norm_num)
  omega
example (h : InjOn f A) (h' : B ⊆ A) : InjOn f B := fun x hx y hy e => h (h' hx) (h' hy) e
example (h : MapsTo f A P) (h' : P ⊆ Q) : MapsTo f A Q := by
  intro x hx
  exact h' (h hx)
example (h : SurjOn f A P) : P ⊆ range f := by
  intro y hy
  obtain ⟨x, -, e⟩ := h hy
  exact ⟨x, e⟩
example (h : BijOn f A P) : f '' A = P := h.image_eq
example (h : Bijective f) : BijOn f univ univ := bijOn_univ.mpr h

/-! ## Families of sets -/

section
variable {ι : Type*} (F G : ι → Set X) (S : Set (Set X))

example (i : ι) : F i ⊆ ⋃ j, F j := by
  intro x hx
  rw [mem_iUnion]
  exact ⟨i, hx⟩
example : (⋃ i, F i) \ A = ⋃ i, F i \ A := by
  ext x
  simp
example : (⋂ i, F i)ᶜ = ⋃ i, (F i)ᶜ := by
  ext x
  simp
example (h : ∀ i, F i ⊆ G i) : ⋃ i, F i ⊆ ⋃ i, G i := by
  intro x hx
  obtain ⟨i, hi⟩ := mem_iUnion.mp hx
  exact mem_iUnion.mpr ⟨i, h i hi⟩
example : f '' (⋃ i, F i) = ⋃ i, f '' F i := image_iUnion
example : (⋂ i, F i) ∩ ⋂ i, G i ⊆ ⋂ i, F i ∩ G i := by
  rintro x ⟨h, h'⟩
  rw [mem_iInter] at *
  exact fun i => ⟨h i, h' i⟩
example (h : ∀ B ∈ S, A ⊆ B) : A ⊆ ⋂₀ S := by
  intro x hx B hB
  exact h B hB hx
example (h : A ∈ S) : ⋂₀ S ⊆ A ∧ A ⊆ ⋃₀ S := by
  constructor
  · intro x hx
    exact hx A h
  · intro x hx
    exact ⟨A, h, hx⟩
example : ⋃ n ∈ {n : ℕ | n < 5}, {n * n} ⊆ {m | m < 20} := by
  intro m h
  simp only [mem_iUnion, mem_setOf_eq, mem_singleton_iff, exists_prop] at *
  obtain ⟨n, hn, rfl⟩ := h
  have : n * n ≤ 4 * 4 := Nat.mul_le_mul (by omega) (by omega)
  omega
example : ⋂ n : ℕ, {m : ℕ | n ≤ m} = ∅ := by
  ext m
  simp only [mem_iInter, mem_setOf_eq, mem_empty_iff_false, iff_false]
  intro h
  have := h (m + 1)
  omega
end

/-! ## Powersets, products, intervals, subtypes -/

-- There is no function from a type onto its sets
theorem no_surjection_to_sets (e : X → Set X) : ¬Surjective e := by
  intro h
  obtain ⟨a, ha⟩ := h {x | x ∉ e x}
  have key : a ∈ e a ↔ a ∉ e a := by
    constructor
    · intro m
      rw [ha] at m
      exact m
    · intro n
      rw [ha]
      exact n
  exact iff_not_self key
example : 𝒫 A ∩ 𝒫 B = 𝒫 (A ∩ B) := by
  ext C
  rw [mem_inter_iff, mem_powerset_iff, mem_powerset_iff, mem_powerset_iff, subset_inter_iff]
example : A ∈ 𝒫 A := Subset.rfl
example : (A ∩ B) ×ˢ P = A ×ˢ P ∩ B ×ˢ P := by
  ext ⟨x, y⟩
  constructor
  · rintro ⟨⟨hA, hB⟩, hP⟩
    exact ⟨⟨hA, hP⟩, hB, hP⟩
  · rintro ⟨⟨hA, hP⟩, hB, -⟩
    exact ⟨⟨hA, hB⟩, hP⟩
example (a b c : ℤ) (h : a ≤ b) (h' : b ≤ c) : Icc a b ∪ Icc b c = Icc a c := by
  ext x
  simp only [mem_union, mem_Icc]
  omega
example (a b : ℕ) : Ioo a (b + 1) = Ioc a b := by
  ext x
  simp only [mem_Ioo, mem_Ioc]
  omega
example (x : A) : ↑x ∈ A ∪ B := Or.inl x.2
example (h : ∀ x : A, (x : X) ∈ B) : A ⊆ B := fun x hx => h ⟨x, hx⟩
example : A.Nonempty ↔ A ≠ ∅ := by
  constructor
  · rintro ⟨x, hx⟩ rfl
    exact hx
  · intro h
    by_contra n
    exact h (not_nonempty_iff_eq_empty.mp n)

/-! ## Disjoint sets, and what needs no thought about brackets -/

example (h : Disjoint A B) (x : X) (hA : x ∈ A) : x ∉ B := disjoint_left.mp h hA
example (h : A ∩ B = ∅) : Disjoint A B := by
  rw [disjoint_left]
  intro x hA hB
  have : x ∈ A ∩ B := ⟨hA, hB⟩
  rw [h] at this
  exact this
example : Disjoint A B ↔ A ⊆ Bᶜ := subset_compl_iff_disjoint_right.symm
example : Disjoint {n : ℕ | Even n} {n | n % 2 = 1} := by
  rw [Set.disjoint_iff_inter_eq_empty]
  ext n
  simp only [mem_inter_iff, mem_setOf_eq, Nat.even_iff, mem_empty_iff_false, iff_false]
  omega
example (h : Disjoint A (B ∪ C)) : Disjoint B A := by
  rw [disjoint_union_right] at h
  exact h.1.symm
example : A ∪ B ∪ C = C ∪ (B ∪ A) := by ac_rfl
example : A ∩ (B ∩ C) = C ∩ B ∩ A := by ac_rfl
