/-
Propositional and first-order logic: the rules, the classical axioms' consequences, and the facts that `simp`
uses. Names and statements are those of Lean 4 and Mathlib.
-/
prelude
import Lemmata.Syntax
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w

variable {a b c d p q r s : Prop}

/-! ## Equality -/

attribute [symm] Eq.symm
protected theorem Iff.refl (a : Prop) : a ↔ a := ⟨id, id⟩
protected theorem Iff.rfl {a : Prop} : a ↔ a := Iff.refl a
protected theorem Iff.symm (h : a ↔ b) : b ↔ a := ⟨h.mpr, h.mp⟩
protected theorem Iff.trans (h₁ : a ↔ b) (h₂ : b ↔ c) : a ↔ c :=
  ⟨fun h => h₂.mp (h₁.mp h), fun h => h₁.mpr (h₂.mpr h)⟩
attribute [refl] Iff.refl
attribute [symm] Iff.symm

theorem Ne.symm {α : Sort u} {a b : α} (h : a ≠ b) : b ≠ a := fun e => h e.symm
attribute [symm] Ne.symm
theorem Ne.intro {α : Sort u} {a b : α} (h : a = b → False) : a ≠ b := h
theorem Ne.elim {α : Sort u} {a b : α} (h : a ≠ b) : a = b → False := h
theorem Ne.irrefl {α : Sort u} {a : α} (h : a ≠ a) : False := h rfl
theorem ne_comm {α : Sort u} {a b : α} : a ≠ b ↔ b ≠ a := ⟨Ne.symm, Ne.symm⟩
theorem eq_comm {α : Sort u} {a b : α} : a = b ↔ b = a := ⟨Eq.symm, Eq.symm⟩
theorem ne_of_eq_of_ne {α : Sort u} {a b c : α} (h₁ : a = b) (h₂ : b ≠ c) : a ≠ c := h₁ ▸ h₂
theorem ne_of_ne_of_eq {α : Sort u} {a b c : α} (h₁ : a ≠ b) (h₂ : b = c) : a ≠ c := h₂ ▸ h₁
theorem Eq.mpr_prop {p q : Prop} (h₁ : p = q) (h₂ : q) : p := h₁ ▸ h₂
theorem Eq.mpr_not {p q : Prop} (h₁ : p = q) (h₂ : ¬q) : ¬p := h₁ ▸ h₂
theorem Eq.propIntro {a b : Prop} (h₁ : a → b) (h₂ : b → a) : a = b := propext ⟨h₁, h₂⟩
theorem Eq.to_iff (h : a = b) : a ↔ b := h ▸ Iff.rfl
theorem iff_of_eq (h : a = b) : a ↔ b := h ▸ Iff.rfl
theorem cast_eq {α : Sort u} (h : α = α) (a : α) : cast h a = a := rfl
theorem heq_of_eq_of_heq {α β : Sort u} {a a' : α} {b : β} (h₁ : a = a') (h₂ : HEq a' b) : HEq a b := h₁ ▸ h₂
theorem HEq.symm {α β : Sort u} {a : α} {b : β} (h : HEq a b) : HEq b a := h.rec (HEq.refl a)
theorem HEq.trans {α β γ : Sort u} {a : α} {b : β} {c : γ} (h₁ : HEq a b) (h₂ : HEq b c) : HEq a c :=
  h₂.rec h₁
theorem type_eq_of_heq {α β : Sort u} {a : α} {b : β} (h : HEq a b) : α = β := h.rec rfl
def HEq.elim {α : Sort u} {p : α → Sort v} {a b : α} (h : HEq a b) (pa : p a) : p b := eq_of_heq h ▸ pa
theorem proof_irrel (h₁ h₂ : p) : h₁ = h₂ := rfl
theorem proof_irrel_heq {p q : Prop} (hp : p) (hq : q) : HEq hp hq :=
  have e : p = q := propext ⟨fun _ => hq, fun _ => hp⟩
  e.rec (motive := fun q _ => (hq : q) → HEq hp hq) (fun _ => HEq.rfl) hq
@[simp] theorem heq_eq_eq {α : Sort u} (a b : α) : HEq a b = (a = b) := propext ⟨eq_of_heq, heq_of_eq⟩
theorem id_def {α : Sort u} (a : α) : id a = a := rfl
@[simp] theorem id_eq {α : Sort u} (a : α) : id a = a := rfl

/-! ## Truth values -/

theorem of_eq_true {p : Prop} (h : p = True) : p := h ▸ True.intro
theorem of_eq_false {p : Prop} (h : p = False) : ¬p := fun hp => h ▸ hp
theorem eq_true {p : Prop} (h : p) : p = True := propext ⟨fun _ => True.intro, fun _ => h⟩
theorem eq_false {p : Prop} (h : ¬p) : p = False := propext ⟨h, False.elim⟩
theorem eq_false' {p : Prop} (h : p → False) : p = False := eq_false h
theorem eq_true_of_decide {p : Prop} [Decidable p] (h : decide p = true) : p = True :=
  eq_true (of_decide_eq_true h)
theorem eq_false_of_decide {p : Prop} {_ : Decidable p} (h : decide p = false) : p = False :=
  eq_false (of_decide_eq_false h)
@[simp] theorem eq_self {α : Sort u} (a : α) : (a = a) = True := eq_true rfl
theorem true_ne_false : ¬True = False := fun h => h ▸ True.intro
theorem false_ne_true : False ≠ True := fun h => h.symm ▸ True.intro
theorem iff_of_true (ha : a) (hb : b) : a ↔ b := ⟨fun _ => hb, fun _ => ha⟩
theorem iff_of_false (ha : ¬a) (hb : ¬b) : a ↔ b := ⟨fun h => absurd h ha, fun h => absurd h hb⟩
theorem iff_true_intro (h : a) : a ↔ True := iff_of_true h True.intro
theorem iff_false_intro (h : ¬a) : a ↔ False := iff_of_false h id
theorem of_iff_true (h : a ↔ True) : a := h.mpr True.intro
theorem not_of_iff_false (h : p ↔ False) : ¬p := h.mp
theorem not_not_intro (h : p) : ¬¬p := fun n => n h
theorem mt {a b : Prop} (h₁ : a → b) (h₂ : ¬b) : ¬a := fun ha => h₂ (h₁ ha)
theorem not_false : ¬False := id
theorem not_not_em (a : Prop) : ¬¬(a ∨ ¬a) := fun h => h (Or.inr fun ha => h (Or.inl ha))
def Not.elim {α : Sort u} (h : ¬a) (ha : a) : α := absurd ha h
theorem Not.imp {a b : Prop} (h₂ : ¬b) (h₁ : a → b) : ¬a := mt h₁ h₂
def And.elim {a b : Prop} {α : Sort u} (f : a → b → α) (h : a ∧ b) : α := f h.left h.right
theorem Or.elim (h : a ∨ b) (left : a → c) (right : b → c) : c := h.rec left right
theorem Or.intro_left (b : Prop) (h : a) : a ∨ b := Or.inl h
theorem Or.intro_right (a : Prop) (h : b) : a ∨ b := Or.inr h
theorem Or.resolve_left (h : a ∨ b) (na : ¬a) : b := h.elim (fun ha => absurd ha na) id
theorem Or.resolve_right (h : a ∨ b) (nb : ¬b) : a := h.elim id (fun hb => absurd hb nb)
theorem Or.neg_resolve_left (h : ¬a ∨ b) (ha : a) : b := h.elim (fun na => absurd ha na) id
theorem Or.neg_resolve_right (h : a ∨ ¬b) (nb : b) : a := h.elim id (fun hb => absurd nb hb)
def Iff.elim {α : Sort u} (f : (a → b) → (b → a) → α) (h : a ↔ b) : α := f h.mp h.mpr
theorem Exists.elim {α : Sort u} {p : α → Prop} {b : Prop} (h₁ : ∃ x, p x) (h₂ : ∀ (a : α), p a → b) : b :=
  h₁.rec h₂
theorem not_of_not_imp {a b : Prop} (h : ¬(a → b)) : ¬b := fun hb => h fun _ => hb
theorem Function.mt {a b : Prop} (h₁ : a → b) (h₂ : ¬b) : ¬a := fun ha => h₂ (h₁ ha)

/-! ## Congruence, as `simp` and `rw` use it -/

theorem implies_congr {p₁ p₂ : Sort u} {q₁ q₂ : Sort v} (h₁ : p₁ = p₂) (h₂ : q₁ = q₂) : (p₁ → q₁) = (p₂ → q₂) :=
  h₁ ▸ h₂ ▸ rfl
theorem implies_dep_congr_ctx {p₁ p₂ q₁ : Prop} (h₁ : p₁ = p₂) {q₂ : p₂ → Prop} (h₂ : ∀ h : p₂, q₁ = q₂ h) :
    (p₁ → q₁) = (∀ h : p₂, q₂ h) :=
  propext ⟨fun f h => h₂ h ▸ f (h₁ ▸ h), fun f h => (h₂ (h₁ ▸ h)) ▸ f (h₁ ▸ h)⟩
theorem implies_congr_ctx {p₁ p₂ q₁ q₂ : Prop} (h₁ : p₁ = p₂) (h₂ : p₂ → q₁ = q₂) : (p₁ → q₁) = (p₂ → q₂) :=
  implies_dep_congr_ctx h₁ h₂
theorem forall_congr {α : Sort u} {p q : α → Prop} (h : ∀ a, p a = q a) : (∀ a, p a) = (∀ a, q a) :=
  propext ⟨fun f a => h a ▸ f a, fun f a => (h a).symm ▸ f a⟩
theorem Eq.substr {α : Sort u} {p : α → Prop} {a b : α} (h₁ : b = a) (h₂ : p a) : p b := h₁.symm.subst h₂
theorem forall_prop_congr_dom {p₁ p₂ : Prop} (h : p₁ = p₂) (q : p₁ → Prop) :
    (∀ a : p₁, q a) = (∀ a : p₂, q (Eq.substr (p := id) h a)) := h ▸ rfl
theorem let_congr {α : Sort u} {β : Sort v} {a a' : α} {b b' : α → β} (h₁ : a = a') (h₂ : ∀ x, b x = b' x) :
    (let x := a; b x) = (let x := a'; b' x) := h₁ ▸ h₂ a
theorem let_val_congr {α : Sort u} {β : Sort v} {a a' : α} (b : α → β) (h : a = a') :
    (let x := a; b x) = (let x := a'; b x) := h ▸ rfl
theorem let_body_congr {α : Sort u} {β : α → Sort v} {b b' : (a : α) → β a} (a : α) (h : ∀ x, b x = b' x) :
    (let x := a; b x) = (let x := a; b' x) := h a
theorem have_congr {α : Sort u} {β : Sort v} {a a' : α} {f f' : α → β} (h₁ : a = a') (h₂ : ∀ x, f x = f' x) :
    (have x := a; f x) = (have x := a'; f' x) := h₁ ▸ h₂ a
theorem have_val_congr {α : Sort u} {β : Sort v} {a a' : α} {f : α → β} (h : a = a') :
    (have x := a; f x) = (have x := a'; f x) := h ▸ rfl
theorem have_body_congr {α : Sort u} {β : Sort v} {a : α} {f f' : α → β} (h : ∀ x, f x = f' x) :
    (have x := a; f x) = (have x := a; f' x) := h a
theorem have_unused' {α : Sort u} {β : Sort v} (a : α) {b b' : β} (h : b = b') : (fun _ => b) a = b' := h
theorem have_unused_dep' {α : Sort u} {β : Sort v} (a : α) {b : α → β} {b' : β} (h : ∀ x, b x = b') : b a = b' := h a
theorem have_congr' {α : Sort u} {β : Sort v} {a a' : α} {f f' : α → β} (h₁ : a = a') (h₂ : ∀ x, f x = f' x) :
    f a = f' a' := h₁ ▸ h₂ a
theorem have_val_congr' {α : Sort u} {β : Sort v} {a a' : α} {f : α → β} (h : a = a') : f a = f a' := h ▸ rfl
theorem have_body_congr' {α : Sort u} {β : Sort v} (a : α) {f f' : α → β} (h : ∀ x, f x = f' x) : f a = f' a := h a
theorem have_body_congr_dep' {α : Sort u} {β : α → Sort v} (a : α) {f f' : (x : α) → β x} (h : ∀ x, f x = f' x) :
    f a = f' a := h a
theorem not_congr (h : a ↔ b) : ¬a ↔ ¬b := ⟨fun n hb => n (h.mpr hb), fun n ha => n (h.mp ha)⟩
theorem and_congr (h₁ : a ↔ c) (h₂ : b ↔ d) : a ∧ b ↔ c ∧ d :=
  ⟨fun h => ⟨h₁.mp h.left, h₂.mp h.right⟩, fun h => ⟨h₁.mpr h.left, h₂.mpr h.right⟩⟩
theorem or_congr (h₁ : a ↔ c) (h₂ : b ↔ d) : a ∨ b ↔ c ∨ d :=
  ⟨fun h => h.elim (fun h => Or.inl (h₁.mp h)) (fun h => Or.inr (h₂.mp h)),
   fun h => h.elim (fun h => Or.inl (h₁.mpr h)) (fun h => Or.inr (h₂.mpr h))⟩
theorem iff_congr (h₁ : a ↔ c) (h₂ : b ↔ d) : (a ↔ b) ↔ (c ↔ d) :=
  ⟨fun h => h₁.symm.trans (h.trans h₂), fun h => h₁.trans (h.trans h₂.symm)⟩
theorem imp_congr (h₁ : a ↔ c) (h₂ : b ↔ d) : (a → b) ↔ (c → d) :=
  ⟨fun f h => h₂.mp (f (h₁.mpr h)), fun f h => h₂.mpr (f (h₁.mp h))⟩
theorem imp_congr_right (h : a → (b ↔ c)) : (a → b) ↔ (a → c) :=
  ⟨fun f ha => (h ha).mp (f ha), fun f ha => (h ha).mpr (f ha)⟩
theorem and_congr_right (h : a → (b ↔ c)) : a ∧ b ↔ a ∧ c :=
  ⟨fun ⟨ha, hb⟩ => ⟨ha, (h ha).mp hb⟩, fun ⟨ha, hc⟩ => ⟨ha, (h ha).mpr hc⟩⟩
theorem and_congr_left (h : c → (a ↔ b)) : a ∧ c ↔ b ∧ c :=
  ⟨fun ⟨ha, hc⟩ => ⟨(h hc).mp ha, hc⟩, fun ⟨hb, hc⟩ => ⟨(h hc).mpr hb, hc⟩⟩
theorem and_congr_right_eq {p q q' : Prop} (h : p → q = q') : (p ∧ q) = (p ∧ q') :=
  propext (and_congr_right fun hp => iff_of_eq (h hp))
theorem forall_congr' {α : Sort u} {p q : α → Prop} (h : ∀ a, p a ↔ q a) : (∀ a, p a) ↔ (∀ a, q a) :=
  ⟨fun f a => (h a).mp (f a), fun f a => (h a).mpr (f a)⟩
theorem exists_congr {α : Sort u} {p q : α → Prop} (h : ∀ a, p a ↔ q a) : (∃ a, p a) ↔ (∃ a, q a) :=
  ⟨fun ⟨a, ha⟩ => ⟨a, (h a).mp ha⟩, fun ⟨a, ha⟩ => ⟨a, (h a).mpr ha⟩⟩

/-! ## Rewriting propositions with `simp` -/

@[simp] theorem ne_eq {α : Sort u} (a b : α) : (a ≠ b) = ¬(a = b) := rfl
@[simp] theorem ne_self_iff_false {α : Sort u} (a : α) : a ≠ a ↔ False := iff_false_intro fun h => h rfl
@[simp] theorem not_true_eq_false : (¬True) = False := propext ⟨fun h => h True.intro, False.elim⟩
@[simp] theorem not_false_eq_true : (¬False) = True := eq_true id
theorem not_true : ¬True ↔ False := iff_of_eq not_true_eq_false
theorem not_false_iff : ¬False ↔ True := iff_of_eq not_false_eq_true
@[simp] theorem true_and (p : Prop) : (True ∧ p) = p := propext ⟨And.right, fun h => ⟨True.intro, h⟩⟩
@[simp] theorem and_true (p : Prop) : (p ∧ True) = p := propext ⟨And.left, fun h => ⟨h, True.intro⟩⟩
@[simp] theorem false_and (p : Prop) : (False ∧ p) = False := eq_false And.left
@[simp] theorem and_false (p : Prop) : (p ∧ False) = False := eq_false And.right
@[simp] theorem and_self (p : Prop) : (p ∧ p) = p := propext ⟨And.left, fun h => ⟨h, h⟩⟩
@[simp] theorem and_not_self_iff (a : Prop) : a ∧ ¬a ↔ False := iff_false_intro fun h => h.right h.left
@[simp] theorem not_and_self_iff (a : Prop) : ¬a ∧ a ↔ False := iff_false_intro fun h => h.left h.right
theorem and_not_self : ¬(a ∧ ¬a) := fun h => h.right h.left
theorem not_and_self : ¬(¬a ∧ a) := fun h => h.left h.right
@[simp] theorem and_self_left : a ∧ a ∧ b ↔ a ∧ b := ⟨And.right, fun h => ⟨h.left, h⟩⟩
@[simp] theorem and_self_right : (a ∧ b) ∧ b ↔ a ∧ b := ⟨And.left, fun h => ⟨h, h.right⟩⟩
@[simp] theorem true_or (p : Prop) : (True ∨ p) = True := eq_true (Or.inl True.intro)
@[simp] theorem or_true (p : Prop) : (p ∨ True) = True := eq_true (Or.inr True.intro)
@[simp] theorem false_or (p : Prop) : (False ∨ p) = p := propext ⟨fun h => h.elim False.elim id, Or.inr⟩
@[simp] theorem or_false (p : Prop) : (p ∨ False) = p := propext ⟨fun h => h.elim id False.elim, Or.inl⟩
@[simp] theorem or_self (p : Prop) : (p ∨ p) = p := propext ⟨fun h => h.elim id id, Or.inl⟩
@[simp] theorem or_self_left : a ∨ a ∨ b ↔ a ∨ b :=
  ⟨fun h => h.elim Or.inl id, fun h => h.elim Or.inl (Or.inr ∘ Or.inr)⟩
@[simp] theorem or_self_right : (a ∨ b) ∨ b ↔ a ∨ b := ⟨fun h => h.elim id Or.inr, Or.inl⟩
@[simp] theorem iff_true (p : Prop) : (p ↔ True) = p := propext ⟨fun h => h.mpr True.intro, iff_true_intro⟩
@[simp] theorem true_iff (p : Prop) : (True ↔ p) = p :=
  propext ⟨fun h => h.mp True.intro, fun h => (iff_true_intro h).symm⟩
@[simp] theorem iff_false (p : Prop) : (p ↔ False) = ¬p := propext ⟨Iff.mp, iff_false_intro⟩
@[simp] theorem false_iff (p : Prop) : (False ↔ p) = ¬p :=
  propext ⟨Iff.mpr, fun h => (iff_false_intro h).symm⟩
@[simp] theorem iff_self (p : Prop) : (p ↔ p) = True := eq_true Iff.rfl
@[simp] theorem iff_not_self : ¬(a ↔ ¬a) := fun h =>
  have n : ¬a := fun ha => h.mp ha ha
  n (h.mpr n)
@[simp] theorem not_iff_self : ¬(¬a ↔ a) := fun h => iff_not_self h.symm
@[simp] theorem eq_iff_iff {p q : Prop} : (p = q) ↔ (p ↔ q) := ⟨iff_of_eq, propext⟩
@[simp] theorem eq_true_eq (p : Prop) : (p = True) = p := propext ⟨of_eq_true, eq_true⟩
@[simp] theorem eq_false_eq (p : Prop) : (p = False) = ¬p := propext ⟨of_eq_false, eq_false⟩
@[simp] theorem forall_const {α : Sort u} [i : Nonempty α] (b : Prop) : (α → b) ↔ b :=
  ⟨fun h => i.rec h, fun h _ => h⟩
@[simp] theorem imp_self : (a → a) ↔ True := iff_true_intro id
@[simp] theorem imp_true_iff {α : Sort u} : (α → True) ↔ True := iff_true_intro fun _ => True.intro
@[simp] theorem implies_true (α : Sort u) : (α → True) = True := eq_true fun _ => True.intro
@[simp] theorem true_implies (p : Prop) : (True → p) = p := propext ⟨fun h => h True.intro, fun h _ => h⟩
@[simp] theorem false_implies (p : Prop) : (False → p) = True := eq_true False.elim
theorem true_imp_iff : (True → a) ↔ a := iff_of_eq (true_implies a)
theorem false_imp_iff (a : Prop) : (False → a) ↔ True := iff_of_eq (false_implies a)
@[simp] theorem imp_false : (a → False) ↔ ¬a := Iff.rfl
@[simp] theorem imp_not_self : (a → ¬a) ↔ ¬a := ⟨fun h ha => h ha ha, fun h _ => h⟩
theorem forall_true_left (p : True → Prop) : (∀ x, p x) ↔ p True.intro := ⟨fun h => h _, fun h _ => h⟩

/-! ## And, or, not, implication -/

theorem And.symm (h : a ∧ b) : b ∧ a := ⟨h.right, h.left⟩
theorem And.comm : a ∧ b ↔ b ∧ a := ⟨And.symm, And.symm⟩
theorem and_comm : a ∧ b ↔ b ∧ a := And.comm
theorem And.imp (f : a → c) (g : b → d) (h : a ∧ b) : c ∧ d := ⟨f h.left, g h.right⟩
theorem And.imp_left (h : a → b) : a ∧ c → b ∧ c := And.imp h id
theorem And.imp_right (h : a → b) : c ∧ a → c ∧ b := And.imp id h
theorem and_assoc : (a ∧ b) ∧ c ↔ a ∧ b ∧ c := ⟨fun ⟨⟨x, y⟩, z⟩ => ⟨x, y, z⟩, fun ⟨x, y, z⟩ => ⟨⟨x, y⟩, z⟩⟩
theorem and_left_comm : a ∧ b ∧ c ↔ b ∧ a ∧ c := ⟨fun ⟨x, y, z⟩ => ⟨y, x, z⟩, fun ⟨y, x, z⟩ => ⟨x, y, z⟩⟩
theorem and_right_comm : (a ∧ b) ∧ c ↔ (a ∧ c) ∧ b :=
  ⟨fun ⟨⟨x, y⟩, z⟩ => ⟨⟨x, z⟩, y⟩, fun ⟨⟨x, z⟩, y⟩ => ⟨⟨x, y⟩, z⟩⟩
theorem Or.symm (h : a ∨ b) : b ∨ a := h.elim Or.inr Or.inl
theorem Or.comm : a ∨ b ↔ b ∨ a := ⟨Or.symm, Or.symm⟩
theorem or_comm : a ∨ b ↔ b ∨ a := Or.comm
theorem Or.imp (f : a → c) (g : b → d) (h : a ∨ b) : c ∨ d :=
  h.elim (fun x => Or.inl (f x)) (fun x => Or.inr (g x))
theorem Or.imp_left (f : a → b) : a ∨ c → b ∨ c := Or.imp f id
theorem Or.imp_right (f : b → c) : a ∨ b → a ∨ c := Or.imp id f
theorem or_assoc : (a ∨ b) ∨ c ↔ a ∨ b ∨ c :=
  ⟨fun h => h.elim (fun h => h.elim Or.inl fun h => Or.inr (Or.inl h)) fun h => Or.inr (Or.inr h),
   fun h => h.elim (fun h => Or.inl (Or.inl h)) fun h => h.elim (fun h => Or.inl (Or.inr h)) Or.inr⟩
theorem or_left_comm : a ∨ b ∨ c ↔ b ∨ a ∨ c :=
  or_assoc.symm.trans ((or_congr or_comm Iff.rfl).trans or_assoc)
theorem or_right_comm : (a ∨ b) ∨ c ↔ (a ∨ c) ∨ b :=
  or_assoc.trans ((or_congr Iff.rfl or_comm).trans or_assoc.symm)
attribute [symm] And.symm Or.symm
theorem and_or_left : a ∧ (b ∨ c) ↔ (a ∧ b) ∨ (a ∧ c) :=
  ⟨fun ⟨x, h⟩ => h.elim (fun y => Or.inl ⟨x, y⟩) fun z => Or.inr ⟨x, z⟩,
   fun h => h.elim (fun ⟨x, y⟩ => ⟨x, Or.inl y⟩) fun ⟨x, z⟩ => ⟨x, Or.inr z⟩⟩
theorem or_and_right : (a ∨ b) ∧ c ↔ (a ∧ c) ∨ (b ∧ c) :=
  and_comm.trans (and_or_left.trans (or_congr and_comm and_comm))
theorem or_and_left : a ∨ (b ∧ c) ↔ (a ∨ b) ∧ (a ∨ c) :=
  ⟨fun h => h.elim (fun x => ⟨Or.inl x, Or.inl x⟩) fun ⟨y, z⟩ => ⟨Or.inr y, Or.inr z⟩,
   fun ⟨h, k⟩ => h.elim Or.inl fun y => k.elim Or.inl fun z => Or.inr ⟨y, z⟩⟩
theorem and_or_right : (a ∧ b) ∨ c ↔ (a ∨ c) ∧ (b ∨ c) :=
  or_comm.trans (or_and_left.trans (and_congr or_comm or_comm))
theorem or_imp : (a ∨ b → c) ↔ (a → c) ∧ (b → c) :=
  ⟨fun h => ⟨fun x => h (Or.inl x), fun y => h (Or.inr y)⟩, fun ⟨f, g⟩ h => h.elim f g⟩
theorem and_imp : (a ∧ b → c) ↔ (a → b → c) := ⟨fun h x y => h ⟨x, y⟩, fun h ⟨x, y⟩ => h x y⟩
attribute [simp] and_imp
theorem imp_and : (a → b ∧ c) ↔ (a → b) ∧ (a → c) :=
  ⟨fun h => ⟨fun x => (h x).left, fun x => (h x).right⟩, fun ⟨f, g⟩ x => ⟨f x, g x⟩⟩
theorem imp_intro {α β : Prop} (h : α) : β → α := fun _ => h
theorem imp_imp_imp (h₀ : c → a) (h₁ : b → d) : (a → b) → (c → d) := fun f x => h₁ (f (h₀ x))
theorem imp.swap : (a → b → c) ↔ (b → a → c) := ⟨fun f y x => f x y, fun f x y => f y x⟩
theorem imp_not_comm : (a → ¬b) ↔ (b → ¬a) := imp.swap
theorem iff_comm : (a ↔ b) ↔ (b ↔ a) := ⟨Iff.symm, Iff.symm⟩
theorem Iff.comm : (a ↔ b) ↔ (b ↔ a) := iff_comm
theorem iff_def : (a ↔ b) ↔ (a → b) ∧ (b → a) := ⟨fun h => ⟨h.mp, h.mpr⟩, fun h => ⟨h.left, h.right⟩⟩
theorem iff_iff_implies_and_implies {a b : Prop} : (a ↔ b) ↔ (a → b) ∧ (b → a) := iff_def
theorem not_or : ¬(p ∨ q) ↔ ¬p ∧ ¬q :=
  ⟨fun h => ⟨fun hp => h (Or.inl hp), fun hq => h (Or.inr hq)⟩, fun ⟨np, nq⟩ h => h.elim np nq⟩
attribute [simp] not_or
@[simp] theorem not_and : ¬(a ∧ b) ↔ (a → ¬b) := and_imp
theorem not_and' : ¬(a ∧ b) ↔ (b → ¬a) := not_and.trans imp_not_comm
theorem not_and_of_not_left (b : Prop) (h : ¬a) : ¬(a ∧ b) := fun x => h x.left
theorem not_and_of_not_right (a : Prop) {b : Prop} (h : ¬b) : ¬(a ∧ b) := fun x => h x.right
theorem not_or_intro {a b : Prop} (ha : ¬a) (hb : ¬b) : ¬(a ∨ b) := fun h => h.elim ha hb
theorem not_not_not : ¬¬¬a ↔ ¬a := ⟨fun h ha => h fun n => n ha, not_not_intro⟩
theorem and_iff_left (hb : b) : a ∧ b ↔ a := ⟨And.left, fun h => ⟨h, hb⟩⟩
theorem and_iff_right (ha : a) : a ∧ b ↔ b := ⟨And.right, fun h => ⟨ha, h⟩⟩
theorem and_iff_left_of_imp (h : a → b) : a ∧ b ↔ a := ⟨And.left, fun ha => ⟨ha, h ha⟩⟩
theorem and_iff_right_of_imp (h : b → a) : a ∧ b ↔ b := ⟨And.right, fun hb => ⟨h hb, hb⟩⟩
theorem or_iff_left_of_imp (h : b → a) : a ∨ b ↔ a := ⟨fun x => x.elim id h, Or.inl⟩
theorem or_iff_right_of_imp (h : a → b) : a ∨ b ↔ b := ⟨fun x => x.elim h id, Or.inr⟩
theorem or_iff_left (hb : ¬b) : a ∨ b ↔ a := or_iff_left_of_imp fun h => absurd h hb
theorem or_iff_right (ha : ¬a) : a ∨ b ↔ b := or_iff_right_of_imp fun h => absurd h ha
@[simp] theorem and_iff_left_iff_imp : (a ∧ b ↔ a) ↔ (a → b) :=
  ⟨fun h x => (h.mpr x).right, and_iff_left_of_imp⟩
@[simp] theorem and_iff_right_iff_imp : (a ∧ b ↔ b) ↔ (b → a) :=
  ⟨fun h x => (h.mpr x).left, and_iff_right_of_imp⟩
@[simp] theorem or_iff_left_iff_imp : (a ∨ b ↔ a) ↔ (b → a) :=
  ⟨fun h x => h.mp (Or.inr x), or_iff_left_of_imp⟩
@[simp] theorem or_iff_right_iff_imp : (a ∨ b ↔ b) ↔ (a → b) :=
  ⟨fun h x => h.mp (Or.inl x), or_iff_right_of_imp⟩
theorem and_rotate : a ∧ b ∧ c ↔ b ∧ c ∧ a := and_comm.trans and_assoc
theorem or_rotate : a ∨ b ∨ c ↔ b ∨ c ∨ a := or_comm.trans or_assoc

/-! ## Quantifiers -/

variable {α : Sort u} {β : Sort v} {P Q : α → Prop}

theorem Nonempty.elim {α : Sort u} {p : Prop} (h₁ : Nonempty α) (h₂ : α → p) : p := h₁.rec h₂
theorem Exists.imp (h : ∀ a, P a → Q a) : (∃ a, P a) → ∃ a, Q a := fun ⟨x, hx⟩ => ⟨x, h x hx⟩
theorem forall_imp (h : ∀ a, P a → Q a) : (∀ a, P a) → ∀ a, Q a := fun f x => h x (f x)
@[simp] theorem exists_imp {b : Prop} : ((∃ x, P x) → b) ↔ ∀ x, P x → b :=
  ⟨fun h x hx => h ⟨x, hx⟩, fun h ⟨x, hx⟩ => h x hx⟩
@[simp] theorem forall_exists_index {q : (∃ x, P x) → Prop} : (∀ h, q h) ↔ ∀ x (h : P x), q ⟨x, h⟩ :=
  ⟨fun h x hx => h ⟨x, hx⟩, fun h ⟨x, hx⟩ => h x hx⟩
@[simp] theorem not_exists : (¬∃ x, P x) ↔ ∀ x, ¬P x := exists_imp
theorem forall_not_of_not_exists (h : ¬∃ x, P x) : ∀ x, ¬P x := not_exists.mp h
theorem not_exists_of_forall_not (h : ∀ x, ¬P x) : ¬∃ x, P x := not_exists.mpr h
theorem not_forall_of_exists_not : (∃ x, ¬P x) → ¬∀ x, P x := fun ⟨x, hx⟩ h => hx (h x)
theorem forall_and : (∀ x, P x ∧ Q x) ↔ (∀ x, P x) ∧ (∀ x, Q x) :=
  ⟨fun h => ⟨fun x => (h x).left, fun x => (h x).right⟩, fun ⟨f, g⟩ x => ⟨f x, g x⟩⟩
theorem exists_or : (∃ x, P x ∨ Q x) ↔ (∃ x, P x) ∨ ∃ x, Q x :=
  ⟨fun ⟨x, h⟩ => h.elim (fun h => Or.inl ⟨x, h⟩) fun h => Or.inr ⟨x, h⟩,
   fun h => h.elim (fun ⟨x, h⟩ => ⟨x, Or.inl h⟩) fun ⟨x, h⟩ => ⟨x, Or.inr h⟩⟩
@[simp] theorem exists_and_left {b : Prop} : (∃ x, b ∧ P x) ↔ b ∧ ∃ x, P x :=
  ⟨fun ⟨x, hb, hx⟩ => ⟨hb, x, hx⟩, fun ⟨hb, x, hx⟩ => ⟨x, hb, hx⟩⟩
@[simp] theorem exists_and_right {b : Prop} : (∃ x, P x ∧ b) ↔ (∃ x, P x) ∧ b :=
  ⟨fun ⟨x, hx, hb⟩ => ⟨⟨x, hx⟩, hb⟩, fun ⟨⟨x, hx⟩, hb⟩ => ⟨x, hx, hb⟩⟩
theorem exists_const_iff {b : Prop} : (∃ _ : α, b) ↔ Nonempty α ∧ b :=
  ⟨fun ⟨x, h⟩ => ⟨⟨x⟩, h⟩, fun ⟨⟨x⟩, h⟩ => ⟨x, h⟩⟩
@[simp] theorem exists_const (α : Sort u) [i : Nonempty α] {b : Prop} : (∃ _ : α, b) ↔ b :=
  ⟨fun ⟨_, h⟩ => h, fun h => i.elim fun x => ⟨x, h⟩⟩
@[simp] theorem exists_eq {a : α} : ∃ x, x = a := ⟨a, rfl⟩
@[simp] theorem exists_eq' {a : α} : ∃ x, a = x := ⟨a, rfl⟩
@[simp] theorem forall_eq {a : α} : (∀ x, x = a → P x) ↔ P a := ⟨fun h => h a rfl, fun h _ e => e ▸ h⟩
@[simp] theorem forall_eq' {a : α} : (∀ x, a = x → P x) ↔ P a := ⟨fun h => h a rfl, fun h _ e => e ▸ h⟩
@[simp] theorem exists_eq_left {a : α} : (∃ x, x = a ∧ P x) ↔ P a :=
  ⟨fun ⟨_, e, h⟩ => e ▸ h, fun h => ⟨a, rfl, h⟩⟩
@[simp] theorem exists_eq_right {a : α} : (∃ x, P x ∧ x = a) ↔ P a :=
  ⟨fun ⟨_, h, e⟩ => e ▸ h, fun h => ⟨a, h, rfl⟩⟩
@[simp] theorem exists_eq_left' {a : α} : (∃ x, a = x ∧ P x) ↔ P a :=
  ⟨fun ⟨_, e, h⟩ => e ▸ h, fun h => ⟨a, rfl, h⟩⟩
@[simp] theorem exists_eq_right' {a : α} : (∃ x, P x ∧ a = x) ↔ P a :=
  ⟨fun ⟨_, h, e⟩ => e ▸ h, fun h => ⟨a, h, rfl⟩⟩
@[simp] theorem exists_prop {b a : Prop} : (∃ _ : a, b) ↔ a ∧ b :=
  ⟨fun ⟨ha, hb⟩ => ⟨ha, hb⟩, fun ⟨ha, hb⟩ => ⟨ha, hb⟩⟩
@[simp] theorem exists_false : ¬∃ _ : α, False := fun ⟨_, h⟩ => h
theorem exists_prop_of_true {p : Prop} {q : p → Prop} (h : p) : (∃ h' : p, q h') ↔ q h :=
  ⟨fun ⟨_, x⟩ => x, fun x => ⟨h, x⟩⟩
theorem forall_prop_of_true {p : Prop} {q : p → Prop} (h : p) : (∀ h' : p, q h') ↔ q h :=
  ⟨fun f => f h, fun x _ => x⟩
theorem forall_comm {r : α → β → Prop} : (∀ a b, r a b) ↔ ∀ b a, r a b :=
  ⟨fun f b a => f a b, fun f a b => f b a⟩
theorem exists_comm {r : α → β → Prop} : (∃ a b, r a b) ↔ ∃ b a, r a b :=
  ⟨fun ⟨a, b, h⟩ => ⟨b, a, h⟩, fun ⟨b, a, h⟩ => ⟨a, b, h⟩⟩
theorem forall_exists_of_exists_forall {r : α → β → Prop} : (∃ a, ∀ b, r a b) → ∀ b, ∃ a, r a b :=
  fun ⟨a, h⟩ b => ⟨a, h b⟩
/-- There is exactly one `x` with `p x`. -/
def ExistsUnique (p : α → Prop) : Prop := ∃ x, p x ∧ ∀ y, p y → y = x
theorem ExistsUnique.intro {p : α → Prop} (w : α) (h₁ : p w) (h₂ : ∀ y, p y → y = w) : ExistsUnique p :=
  ⟨w, h₁, h₂⟩
theorem ExistsUnique.exists {p : α → Prop} : ExistsUnique p → ∃ x, p x := fun ⟨x, h, _⟩ => ⟨x, h⟩
theorem ExistsUnique.unique {p : α → Prop} (h : ExistsUnique p) {y₁ y₂ : α} (h₁ : p y₁) (h₂ : p y₂) : y₁ = y₂ :=
  h.elim fun _ ⟨_, u⟩ => (u y₁ h₁).trans (u y₂ h₂).symm
instance instNonemptyOfInhabited [Inhabited α] : Nonempty α := ⟨default⟩
theorem nonempty_of_exists : (∃ x, P x) → Nonempty α := fun ⟨x, _⟩ => ⟨x⟩
