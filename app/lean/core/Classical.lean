/-
Functions that agree everywhere are equal, every proposition is true or false, and what can be decided by
computing. The first two are proved from `Quot.sound`, `propext` and `Classical.choice`.
-/
prelude
import Lemmata.Logic
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w

/-! ## Functions and quotients -/

def Lemmata.Agree {α : Sort u} {β : α → Sort v} (f g : (x : α) → β x) : Prop := ∀ x, f x = g x
def Lemmata.valueAt {α : Sort u} {β : α → Sort v} (q : Quot (Lemmata.Agree (β := β))) (x : α) : β x :=
  Quot.lift (fun f => f x) (fun _ _ h => h x) q
/-- Two functions with the same values are one function: both are read off one class of functions that agree. -/
theorem funext {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : ∀ x, f x = g x) : f = g :=
  show Lemmata.valueAt (Quot.mk Lemmata.Agree f) = Lemmata.valueAt (Quot.mk Lemmata.Agree g) from
    congrArg Lemmata.valueAt (Quot.sound h)
theorem funext_iff {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} : f = g ↔ ∀ x, f x = g x :=
  ⟨congrFun, funext⟩
theorem pi_congr {α : Sort u} {β β' : α → Sort v} (h : ∀ a, β a = β' a) : (∀ a, β a) = (∀ a, β' a) :=
  (funext h : β = β') ▸ rfl
@[simp] theorem eq_true_eq_id : Eq True = id :=
  funext fun _ => propext ⟨fun h => h ▸ True.intro, fun h => (eq_true h).symm⟩
theorem dite_congr {α : Sort u} {b c : Prop} {_ : Decidable b} [Decidable c] {x : b → α} {u : c → α} {y : ¬b → α}
    {v : ¬c → α} (h₁ : b = c) (h₂ : ∀ h : c, x (h₁.mpr_prop h) = u h) (h₃ : ∀ h : ¬c, y (h₁.mpr_not h) = v h) :
    dite b x y = dite c u v := by
  cases ‹Decidable c› with
  | isTrue hc => cases ‹Decidable b› with
    | isTrue _ => exact h₂ hc
    | isFalse nb => exact absurd (h₁.mpr_prop hc) nb
  | isFalse nc => cases ‹Decidable b› with
    | isTrue hb => exact absurd (h₁ ▸ hb) nc
    | isFalse _ => exact h₃ nc
attribute [ext] funext

/-! ## Excluded middle and choice -/

namespace Classical

noncomputable def indefiniteDescription {α : Sort u} (p : α → Prop) (h : ∃ x, p x) : {x // p x} :=
  choice (h.elim fun x px => ⟨⟨x, px⟩⟩)
noncomputable def choose {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : α := (indefiniteDescription p h).val
theorem choose_spec {α : Sort u} {p : α → Prop} (h : ∃ x, p x) : p (choose h) :=
  (indefiniteDescription p h).property

/-- Choose from `{x | x = True ∨ p}` and from `{x | x = False ∨ p}`: the choices differ unless `p`, and if `p`
the two sets are one set, so that the choices are equal. -/
theorem em (p : Prop) : p ∨ ¬p :=
  let U (x : Prop) : Prop := x = True ∨ p
  let V (x : Prop) : Prop := x = False ∨ p
  have exU : ∃ x, U x := ⟨True, Or.inl rfl⟩
  have exV : ∃ x, V x := ⟨False, Or.inl rfl⟩
  have differ : choose exU ≠ choose exV ∨ p :=
    (choose_spec exU).elim
      (fun hu => (choose_spec exV).elim
        (fun hv => Or.inl fun e => false_ne_true ((hv.symm.trans e.symm).trans hu))
        Or.inr)
      Or.inr
  have agree (hp : p) : choose exU = choose exV :=
    have same : U = V := funext fun x => propext ⟨fun _ => Or.inr hp, fun _ => Or.inr hp⟩
    have choices (h₁ : ∃ x, U x) (h₂ : ∃ x, V x) : @choose Prop U h₁ = @choose Prop V h₂ := by
      generalize V = W at same h₂
      cases same
      rfl
    choices exU exV
  differ.elim (fun ne => Or.inr fun hp => ne (agree hp)) Or.inl

theorem exists_true_of_nonempty {α : Sort u} : Nonempty α → ∃ _ : α, True := fun ⟨x⟩ => ⟨x, True.intro⟩
@[instance_reducible] noncomputable def inhabited_of_nonempty {α : Sort u} (h : Nonempty α) : Inhabited α :=
  ⟨choice h⟩
noncomputable def ofNonempty {α : Sort u} [h : Nonempty α] : α := choice h
/-- Every proposition is decidable, though not by computing. -/
noncomputable scoped instance (priority := low) propDecidable (a : Prop) : Decidable a :=
  choice ((em a).elim (fun h => ⟨isTrue h⟩) (fun h => ⟨isFalse h⟩))
@[instance_reducible] noncomputable def decidableInhabited (a : Prop) : Inhabited (Decidable a) :=
  ⟨propDecidable a⟩
theorem byCases {p q : Prop} (hpq : p → q) (hnpq : ¬p → q) : q := (em p).elim hpq hnpq
theorem byContradiction {p : Prop} (h : ¬p → False) : p := byCases id fun n => (h n).elim
theorem not_not {a : Prop} : ¬¬a ↔ a := ⟨byContradiction, not_not_intro⟩
theorem propComplete (a : Prop) : a = True ∨ a = False := (em a).imp eq_true eq_false
theorem not_forall {α : Sort u} {p : α → Prop} : (¬∀ x, p x) ↔ ∃ x, ¬p x :=
  ⟨fun h => byContradiction fun n => h fun x => byContradiction fun nx => n ⟨x, nx⟩, not_forall_of_exists_not⟩
theorem not_forall_not {α : Sort u} {p : α → Prop} : (¬∀ x, ¬p x) ↔ ∃ x, p x :=
  ⟨fun h => byContradiction fun n => h fun x hx => n ⟨x, hx⟩, fun ⟨x, hx⟩ h => h x hx⟩
theorem not_exists_not {α : Sort u} {p : α → Prop} : (¬∃ x, ¬p x) ↔ ∀ x, p x :=
  ⟨fun h x => byContradiction fun nx => h ⟨x, nx⟩, fun h ⟨x, nx⟩ => nx (h x)⟩
theorem forall_or_exists_not {α : Sort u} (p : α → Prop) : (∀ a, p a) ∨ ∃ a, ¬p a :=
  (em (∀ a, p a)).imp_right not_forall.mp
theorem exists_or_forall_not {α : Sort u} (p : α → Prop) : (∃ a, p a) ∨ ∀ a, ¬p a :=
  (em (∃ a, p a)).imp_right not_exists.mp
theorem or_iff_not_imp_left {a b : Prop} : a ∨ b ↔ (¬a → b) :=
  ⟨Or.resolve_left, fun h => (em a).imp_right h⟩
theorem or_iff_not_imp_right {a b : Prop} : a ∨ b ↔ (¬b → a) := or_comm.trans or_iff_not_imp_left
theorem not_imp_iff_and_not {a b : Prop} : ¬(a → b) ↔ a ∧ ¬b :=
  ⟨fun h => ⟨byContradiction fun na => h fun ha => absurd ha na, fun hb => h fun _ => hb⟩, fun ⟨ha, nb⟩ h => nb (h ha)⟩
theorem not_and_iff_not_or_not {a b : Prop} : ¬(a ∧ b) ↔ ¬a ∨ ¬b :=
  ⟨fun h => (em a).elim (fun ha => Or.inr fun hb => h ⟨ha, hb⟩) Or.inl, fun h ⟨ha, hb⟩ => h.elim (absurd ha) (absurd hb)⟩
theorem not_iff {a b : Prop} : ¬(a ↔ b) ↔ (¬a ↔ b) :=
  ⟨fun h => ⟨fun na => byContradiction fun nb => h (iff_of_false na nb), fun hb ha => h (iff_of_true ha hb)⟩,
   fun h e => iff_not_self (e.trans h.symm)⟩
theorem imp_iff_left_iff {a b : Prop} : (b ↔ a → b) ↔ a ∨ b :=
  ⟨fun h => (em a).imp_right fun na => h.mpr fun ha => absurd ha na,
   fun h => ⟨fun hb _ => hb, fun f => h.elim f id⟩⟩
theorem axiomOfChoice {α : Sort u} {β : α → Sort v} {r : ∀ x, β x → Prop} (h : ∀ x, ∃ y, r x y) :
    ∃ f : ∀ x, β x, ∀ x, r x (f x) := ⟨fun x => choose (h x), fun x => choose_spec (h x)⟩
theorem skolem {α : Sort u} {b : α → Sort v} {p : ∀ x, b x → Prop} :
    (∀ x, ∃ y, p x y) ↔ ∃ f : ∀ x, b x, ∀ x, p x (f x) := ⟨axiomOfChoice, fun ⟨f, h⟩ x => ⟨f x, h x⟩⟩

end Classical

theorem em (p : Prop) : p ∨ ¬p := Classical.em p
theorem by_contra {p : Prop} (h : ¬p → False) : p := Classical.byContradiction h
theorem by_contradiction {p : Prop} (h : ¬p → False) : p := Classical.byContradiction h
@[simp] theorem not_not {a : Prop} : ¬¬a ↔ a := Classical.not_not
theorem of_not_not {a : Prop} : ¬¬a → a := not_not.mp
@[simp] theorem not_forall {α : Sort u} {p : α → Prop} : (¬∀ x, p x) ↔ ∃ x, ¬p x := Classical.not_forall
theorem not_exists_not {α : Sort u} {p : α → Prop} : (¬∃ x, ¬p x) ↔ ∀ x, p x := Classical.not_exists_not
theorem not_and_or {a b : Prop} : ¬(a ∧ b) ↔ ¬a ∨ ¬b := Classical.not_and_iff_not_or_not
theorem or_iff_not_imp_left {a b : Prop} : a ∨ b ↔ (¬a → b) := Classical.or_iff_not_imp_left
theorem or_iff_not_imp_right {a b : Prop} : a ∨ b ↔ (¬b → a) := Classical.or_iff_not_imp_right
theorem not_imp {a b : Prop} : ¬(a → b) ↔ a ∧ ¬b := Classical.not_imp_iff_and_not
theorem imp_iff_not_or {a b : Prop} : (a → b) ↔ ¬a ∨ b :=
  ⟨fun f => (em a).elim (fun ha => Or.inr (f ha)) Or.inl, fun h ha => h.elim (absurd ha) id⟩
theorem imp_iff_or_not {b a : Prop} : (b → a) ↔ a ∨ ¬b := imp_iff_not_or.trans or_comm
theorem not_imp_not {a b : Prop} : (¬a → ¬b) ↔ (b → a) :=
  ⟨fun f hb => of_not_not fun na => f na hb, fun f na hb => na (f hb)⟩
theorem not_imp_comm {a b : Prop} : (¬a → b) ↔ (¬b → a) :=
  ⟨fun f nb => of_not_not fun na => nb (f na), fun f na => of_not_not fun nb => na (f nb)⟩
theorem not_imp_self {a : Prop} : (¬a → a) ↔ a := ⟨fun f => of_not_not fun na => na (f na), fun ha _ => ha⟩
theorem not_iff_not {a b : Prop} : (¬a ↔ ¬b) ↔ (a ↔ b) :=
  ⟨fun h => ⟨not_imp_not.mp h.mpr, not_imp_not.mp h.mp⟩, not_congr⟩
theorem not_iff {a b : Prop} : ¬(a ↔ b) ↔ (¬a ↔ b) := Classical.not_iff
theorem iff_iff_and_or_not_and_not {a b : Prop} : (a ↔ b) ↔ a ∧ b ∨ ¬a ∧ ¬b :=
  ⟨fun h => (em a).imp (fun ha => ⟨ha, h.mp ha⟩) (fun na => ⟨na, mt h.mpr na⟩),
   fun h => h.elim (fun ⟨ha, hb⟩ => iff_of_true ha hb) fun ⟨na, nb⟩ => iff_of_false na nb⟩
theorem peirce (a b : Prop) : ((a → b) → a) → a :=
  fun h => (em a).elim id fun na => h fun ha => absurd ha na
theorem exists_not_of_not_forall {α : Sort u} {p : α → Prop} (h : ¬∀ x, p x) : ∃ x, ¬p x := not_forall.mp h
theorem or_not {p : Prop} : p ∨ ¬p := em p
theorem not_or_of_imp {a b : Prop} : (a → b) → ¬a ∨ b := imp_iff_not_or.mp
