/-
Functions: one-to-one, onto, inverses, change of a single value.
-/
prelude
import Lemmata.Macros
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w x

namespace Function

/-! ## Composition -/

section
variable {α : Sort u} {β : Sort v} {γ : Sort w}

@[simp] theorem comp_apply {f : β → γ} {g : α → β} {x : α} : (f ∘ g) x = f (g x) := rfl
theorem comp_def (f : β → γ) (g : α → β) : f ∘ g = fun x => f (g x) := rfl
theorem comp_assoc {δ : Sort x} (f : γ → δ) (g : β → γ) (h : α → β) : (f ∘ g) ∘ h = f ∘ g ∘ h := rfl
@[simp] theorem id_comp (f : α → β) : id ∘ f = f := rfl
@[simp] theorem comp_id (f : α → β) : f ∘ id = f := rfl
theorem id_def : @id α = fun x => x := rfl
@[simp] theorem const_apply {y : β} {x : α} : const α y x = y := rfl
theorem const_def {y : β} : (fun _ : α => y) = const α y := rfl
@[simp] theorem const_comp {f : α → β} {c : γ} : const β c ∘ f = const α c := rfl
@[simp] theorem comp_const {f : β → γ} {b : β} : f ∘ const α b = const α (f b) := rfl
/-- The function whose value at `x` is the function `f` at `x`, with the arguments swapped. -/
abbrev swap {φ : α → β → Sort w} (f : (x : α) → (y : β) → φ x y) : (y : β) → (x : α) → φ x y :=
  fun y x => f x y
/-- The value at `x`, as a function of the function. -/
@[reducible] def eval {β : α → Sort v} (x : α) (f : (x : α) → β x) : β x := f x
end

section
variable {α : Type u} {β : Type v} {φ : Type w}

/-- A function of pairs, as a function of two arguments. -/
@[inline] def curry : (α × β → φ) → α → β → φ := fun f a b => f (a, b)
/-- A function of two arguments, as a function of pairs. -/
@[inline] def uncurry : (α → β → φ) → α × β → φ := fun f a => f a.fst a.snd
@[simp] theorem curry_uncurry (f : α → β → φ) : curry (uncurry f) = f := rfl
@[simp] theorem uncurry_curry (f : α × β → φ) : uncurry (curry f) = f := rfl
theorem uncurry_apply_pair (f : α → β → φ) (x : α) (y : β) : uncurry f (x, y) = f x y := rfl
@[simp] theorem curry_apply (f : α × β → φ) (x : α) (y : β) : curry f x y = f (x, y) := rfl
end

/-! ## One-to-one and onto -/

/-- Different arguments have different values: `f a₁ = f a₂` implies `a₁ = a₂`. -/
def Injective {α : Sort u} {β : Sort v} (f : α → β) : Prop := ∀ ⦃a₁ a₂⦄, f a₁ = f a₂ → a₁ = a₂
/-- Every element of the codomain is a value of `f`. -/
def Surjective {α : Sort u} {β : Sort v} (f : α → β) : Prop := ∀ b, ∃ a, f a = b
/-- Injective and surjective. -/
def Bijective {α : Sort u} {β : Sort v} (f : α → β) : Prop := Injective f ∧ Surjective f
/-- `g` undoes `f`: `g (f x) = x` for every `x`. -/
def LeftInverse {α : Sort u} {β : Sort v} (g : β → α) (f : α → β) : Prop := ∀ x, g (f x) = x
/-- `f` undoes `g`: `f (g x) = x` for every `x`. -/
def RightInverse {α : Sort u} {β : Sort v} (g : β → α) (f : α → β) : Prop := LeftInverse f g
def HasLeftInverse {α : Sort u} {β : Sort v} (f : α → β) : Prop := ∃ finv : β → α, LeftInverse finv f
def HasRightInverse {α : Sort u} {β : Sort v} (f : α → β) : Prop := ∃ finv : β → α, RightInverse finv f
/-- `f` undoes itself: `f (f x) = x` for every `x`. -/
def Involutive {α : Sort u} (f : α → α) : Prop := ∀ x, f (f x) = x

section
variable {α : Sort u} {β : Sort v} {γ : Sort w} {f : α → β} {g : β → γ}

theorem injective_id : Injective (id : α → α) := fun _ _ h => h
theorem surjective_id : Surjective (id : α → α) := fun b => ⟨b, rfl⟩
theorem bijective_id : Bijective (id : α → α) := ⟨injective_id, surjective_id⟩
protected theorem Bijective.injective (hf : Bijective f) : Injective f := hf.left
protected theorem Bijective.surjective (hf : Bijective f) : Surjective f := hf.right
theorem Injective.comp (hg : Injective g) (hf : Injective f) : Injective (g ∘ f) := fun _ _ h => hf (hg h)
theorem Surjective.comp (hg : Surjective g) (hf : Surjective f) : Surjective (g ∘ f) := fun c =>
  (hg c).elim fun b hb => (hf b).elim fun a ha => ⟨a, (congrArg g ha).trans hb⟩
theorem Bijective.comp (hg : Bijective g) (hf : Bijective f) : Bijective (g ∘ f) :=
  ⟨hg.left.comp hf.left, hg.right.comp hf.right⟩
theorem Injective.of_comp (I : Injective (g ∘ f)) : Injective f := fun _ _ e => I (congrArg g e)
theorem Injective.of_comp_iff (hg : Injective g) (f : α → β) : Injective (g ∘ f) ↔ Injective f :=
  ⟨Injective.of_comp, hg.comp⟩
theorem Surjective.of_comp (S : Surjective (g ∘ f)) : Surjective g :=
  fun c => (S c).elim fun a ha => ⟨f a, ha⟩
theorem Surjective.of_comp_iff (g : β → γ) (hf : Surjective f) : Surjective (g ∘ f) ↔ Surjective g :=
  ⟨Surjective.of_comp, fun h => h.comp hf⟩
theorem Injective.eq_iff (I : Injective f) {a b : α} : f a = f b ↔ a = b := ⟨fun e => I e, congrArg f⟩
theorem Injective.eq_iff' (I : Injective f) {a b : α} {c : β} (h : f b = c) : f a = c ↔ a = b := h ▸ I.eq_iff
theorem Injective.ne (hf : Injective f) {a₁ a₂ : α} : a₁ ≠ a₂ → f a₁ ≠ f a₂ := fun n e => n (hf e)
theorem Injective.ne_iff (hf : Injective f) {x y : α} : f x ≠ f y ↔ x ≠ y := not_congr hf.eq_iff
theorem injective_of_subsingleton [Subsingleton α] (f : α → β) : Injective f :=
  fun _ _ _ => Subsingleton.elim _ _
theorem const_injective [Nonempty α] : Injective (const α : β → α → β) := fun _ _ h =>
  Nonempty.elim ‹Nonempty α› fun x => congrFun h x
@[simp] theorem const_inj [Nonempty α] {y₁ y₂ : β} : const α y₁ = const α y₂ ↔ y₁ = y₂ :=
  const_injective.eq_iff
theorem not_injective_iff : ¬Injective f ↔ ∃ a b, f a = f b ∧ a ≠ b := by
  simp only [Injective, not_forall, exists_prop, ne_eq]
protected theorem Surjective.forall (hf : Surjective f) {p : β → Prop} : (∀ y, p y) ↔ ∀ x, p (f x) :=
  ⟨fun h x => h (f x), fun h y => (hf y).elim fun x e => e ▸ h x⟩
protected theorem Surjective.exists (hf : Surjective f) {p : β → Prop} : (∃ y, p y) ↔ ∃ x, p (f x) :=
  ⟨fun ⟨y, hy⟩ => (hf y).elim fun x e => ⟨x, e.symm ▸ hy⟩, fun ⟨x, hx⟩ => ⟨f x, hx⟩⟩
theorem Surjective.injective_comp_right (hf : Surjective f) : Injective fun g : β → γ => g ∘ f :=
  fun _ _ h => funext (hf.forall.mpr (congrFun h))
protected theorem Surjective.right_cancellable (hf : Surjective f) {g₁ g₂ : β → γ} :
    g₁ ∘ f = g₂ ∘ f ↔ g₁ = g₂ :=
  hf.injective_comp_right.eq_iff
theorem bijective_iff_existsUnique (f : α → β) : Bijective f ↔ ∀ b : β, ExistsUnique fun a : α => f a = b :=
  ⟨fun hf b => (hf.right b).elim fun a ha => ⟨a, ha, fun _ h => hf.left (h.trans ha.symm)⟩,
   fun he => ⟨fun _ a' h => (he (f a')).unique h rfl, fun b => (he b).exists⟩⟩
protected theorem Bijective.existsUnique (hf : Bijective f) (b : β) : ExistsUnique fun a : α => f a = b :=
  (bijective_iff_existsUnique f).mp hf b

/-! ## Inverses -/

theorem LeftInverse.comp_eq_id {f : α → β} {g : β → α} (h : LeftInverse f g) : f ∘ g = id := funext h
theorem leftInverse_iff_comp {f : α → β} {g : β → α} : LeftInverse f g ↔ f ∘ g = id :=
  ⟨LeftInverse.comp_eq_id, congrFun⟩
theorem RightInverse.comp_eq_id {f : α → β} {g : β → α} (h : RightInverse f g) : g ∘ f = id := funext h
theorem rightInverse_iff_comp {f : α → β} {g : β → α} : RightInverse f g ↔ g ∘ f = id :=
  ⟨RightInverse.comp_eq_id, congrFun⟩
theorem LeftInverse.injective {g : β → α} {f : α → β} : LeftInverse g f → Injective f := fun h a b e =>
  (h a).symm.trans ((congrArg g e).trans (h b))
theorem LeftInverse.surjective {f : α → β} {g : β → α} (h : LeftInverse f g) : Surjective f :=
  fun x => ⟨g x, h x⟩
theorem RightInverse.injective {f : α → β} {g : β → α} (h : RightInverse f g) : Injective f :=
  LeftInverse.injective h
theorem RightInverse.surjective {g : β → α} {f : α → β} (h : RightInverse g f) : Surjective f :=
  fun x => ⟨g x, h x⟩
theorem LeftInverse.rightInverse {f : α → β} {g : β → α} (h : LeftInverse g f) : RightInverse f g := h
theorem RightInverse.leftInverse {f : α → β} {g : β → α} (h : RightInverse g f) : LeftInverse f g := h
theorem LeftInverse.comp {f : α → β} {g : β → α} {h : β → γ} {i : γ → β} (hf : LeftInverse f g)
    (hh : LeftInverse h i) : LeftInverse (h ∘ f) (g ∘ i) :=
  fun a => (congrArg h (hf (i a))).trans (hh a)
theorem LeftInverse.rightInverse_of_injective {f : α → β} {g : β → α} (h : LeftInverse f g)
    (hf : Injective f) : RightInverse f g := fun x => hf (h (f x))
theorem LeftInverse.rightInverse_of_surjective {f : α → β} {g : β → α} (h : LeftInverse f g)
    (hg : Surjective g) : RightInverse f g := fun x => (hg x).elim fun y e => e ▸ congrArg g (h y)
theorem LeftInverse.eq_rightInverse {f : α → β} {g₁ g₂ : β → α} (h₁ : LeftInverse g₁ f)
    (h₂ : RightInverse g₂ f) : g₁ = g₂ :=
  funext fun b => (congrArg g₁ (h₂ b)).symm.trans (h₁ (g₂ b))
theorem HasLeftInverse.injective {f : α → β} : HasLeftInverse f → Injective f := fun ⟨_, h⟩ => h.injective
theorem HasRightInverse.surjective {f : α → β} : HasRightInverse f → Surjective f :=
  fun ⟨_, h⟩ => h.surjective
theorem bijective_iff_has_inverse : Bijective f ↔ ∃ g, LeftInverse g f ∧ RightInverse g f :=
  ⟨fun ⟨hi, hs⟩ =>
    have inverse (b : β) : f (Classical.choose (hs b)) = b := Classical.choose_spec (hs b)
    ⟨fun b => Classical.choose (hs b), fun a => hi (inverse (f a)), inverse⟩,
   fun ⟨_, hl, hr⟩ => ⟨hl.injective, hr.surjective⟩⟩
/-- Some inverse of a surjective function: for each value an argument that has it. -/
noncomputable def surjInv {f : α → β} (h : Surjective f) (b : β) : α := Classical.choose (h b)
theorem surjInv_eq (h : Surjective f) (b : β) : f (surjInv h b) = b := Classical.choose_spec (h b)
theorem rightInverse_surjInv (hf : Surjective f) : RightInverse (surjInv hf) f := surjInv_eq hf
theorem leftInverse_surjInv (hf : Bijective f) : LeftInverse (surjInv hf.right) f :=
  (rightInverse_surjInv hf.right).rightInverse_of_injective hf.left
theorem Surjective.hasRightInverse (hf : Surjective f) : HasRightInverse f := ⟨_, rightInverse_surjInv hf⟩
theorem surjective_iff_hasRightInverse : Surjective f ↔ HasRightInverse f :=
  ⟨Surjective.hasRightInverse, HasRightInverse.surjective⟩
theorem injective_surjInv (h : Surjective f) : Injective (surjInv h) := (rightInverse_surjInv h).injective
open scoped Classical in
/-- Some argument with that value, any element where there is none: a left inverse if `f` is injective. -/
noncomputable def invFun [Nonempty α] (f : α → β) : β → α :=
  fun y => if h : ∃ x, f x = y then Classical.choose h else Classical.choice ‹Nonempty α›
theorem invFun_eq [Nonempty α] {b : β} (h : ∃ a, f a = b) : f (invFun f b) = b := by
  rw [invFun, dif_pos h]
  exact Classical.choose_spec h
theorem leftInverse_invFun [Nonempty α] (hf : Injective f) : LeftInverse (invFun f) f :=
  fun a => hf (invFun_eq ⟨a, rfl⟩)
theorem rightInverse_invFun [Nonempty α] (hf : Surjective f) : RightInverse (invFun f) f :=
  fun b => invFun_eq (hf b)
theorem invFun_surjective [Nonempty α] (hf : Injective f) : Surjective (invFun f) :=
  (leftInverse_invFun hf).surjective
theorem invFun_comp [Nonempty α] (hf : Injective f) : invFun f ∘ f = id := funext (leftInverse_invFun hf)
theorem Injective.hasLeftInverse [Nonempty α] (hf : Injective f) : HasLeftInverse f :=
  ⟨_, leftInverse_invFun hf⟩
theorem injective_iff_hasLeftInverse [Nonempty α] : Injective f ↔ HasLeftInverse f :=
  ⟨Injective.hasLeftInverse, HasLeftInverse.injective⟩
end

namespace Involutive
variable {α : Sort u} {f : α → α} (h : Involutive f)
include h
@[simp] theorem comp_self : f ∘ f = id := funext h
protected theorem leftInverse : LeftInverse f f := h
protected theorem rightInverse : RightInverse f f := h
protected theorem injective : Injective f := h.leftInverse.injective
protected theorem surjective : Surjective f := fun x => ⟨f x, h x⟩
protected theorem bijective : Bijective f := ⟨h.injective, h.surjective⟩
protected theorem eq_iff {x y : α} : f x = y ↔ x = f y :=
  ⟨fun e => (h x).symm.trans (congrArg f e), fun e => (congrArg f e).trans (h y)⟩
end Involutive

/-! ## Change of one value -/

section
variable {α : Sort u} {β : α → Sort v} [DecidableEq α]

/-- `f`, with the value at `a'` replaced by `v`. -/
def update (f : (a : α) → β a) (a' : α) (v : β a') (a : α) : β a :=
  if h : a = a' then Eq.ndrec v h.symm else f a
@[simp] theorem update_self (a : α) (v : β a) (f : (a : α) → β a) : update f a v a = v := dif_pos rfl
@[simp] theorem update_of_ne {a a' : α} (h : a ≠ a') (v : β a') (f : (a : α) → β a) : update f a' v a = f a :=
  dif_neg h
theorem update_apply {β : Sort v} (f : α → β) (a' : α) (b : β) (a : α) :
    update f a' b a = if a = a' then b else f a := by
  by_cases h : a = a'
  · rw [if_pos h, h, update_self]
  · rw [if_neg h, update_of_ne h]
theorem update_injective (f : (a : α) → β a) (a' : α) : Injective (update f a') := fun v v' h => by
  have e := congrFun h a'
  rwa [update_self, update_self] at e
@[simp] theorem update_eq_self (a : α) (f : (a : α) → β a) : update f a (f a) = f := funext fun b => by
  by_cases h : b = a
  · cases h
    rw [update_self]
  · rw [update_of_ne h]
@[simp] theorem update_idem {a : α} (v w : β a) (f : (a : α) → β a) :
    update (update f a v) a w = update f a w :=
  funext fun b => by
  by_cases h : b = a
  · cases h
    rw [update_self, update_self]
  · rw [update_of_ne h, update_of_ne h, update_of_ne h]
theorem update_comm {a b : α} (h : a ≠ b) (v : β a) (w : β b) (f : (a : α) → β a) :
    update (update f a v) b w = update (update f b w) a v := funext fun c => by
  by_cases hb : c = b
  · cases hb
    rw [update_self, update_of_ne h.symm, update_self]
  · rw [update_of_ne hb]
    by_cases ha : c = a
    · cases ha
      rw [update_self, update_self]
    · rw [update_of_ne ha, update_of_ne ha, update_of_ne hb]
end

end Function
