/-
Recursion along a relation without infinite descending chains, and the relations for which that is known: the
order of the numbers, measures, lexicographic orders. The equation compiler calls all of this by name.
-/
prelude
import Lemmata.Order
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w

/-- `a` is accessible: every chain that descends from it ends. -/
inductive Acc {α : Sort u} (r : α → α → Prop) : α → Prop where
  | intro (x : α) (h : (y : α) → r y x → Acc r y) : Acc r x
/-- A relation is well-founded if every element is accessible. -/
inductive WellFounded {α : Sort u} (r : α → α → Prop) : Prop where
  | intro (h : ∀ a, Acc r a) : WellFounded r
/-- A well-founded relation that the elaborator may use on `α`. -/
class WellFoundedRelation (α : Sort u) where
  rel : α → α → Prop
  wf : WellFounded rel

theorem Acc.inv {α : Sort u} {r : α → α → Prop} {x y : α} (h₁ : Acc r x) (h₂ : r y x) : Acc r y :=
  h₁.rec (motive := fun x _ => r y x → Acc r y) (fun _ below _ h => below y h) h₂
noncomputable abbrev Acc.ndrec.{u1, u2} {α : Sort u2} {r : α → α → Prop} {C : α → Sort u1}
    (m : (x : α) → ((y : α) → r y x → Acc r y) → ((y : α) → (a : r y x) → C y) → C x) {a : α} (n : Acc r a) :
    C a := n.rec m
noncomputable abbrev Acc.ndrecOn.{u1, u2} {α : Sort u2} {r : α → α → Prop} {C : α → Sort u1} {a : α} (n : Acc r a)
    (m : (x : α) → ((y : α) → r y x → Acc r y) → ((y : α) → (a : r y x) → C y) → C x) : C a := n.rec m

namespace WellFounded
variable {α : Sort u} {r : α → α → Prop}

theorem apply (wf : WellFounded r) (a : α) : Acc r a := wf.rec (fun h => h a)
/-- Induction along a well-founded relation. -/
theorem induction (hwf : WellFounded r) {C : α → Prop} (a : α) (h : ∀ x, (∀ y, r y x → C y) → C x) : C a :=
  (hwf.apply a).rec fun x _ ih => h x ih
noncomputable def fixF {C : α → Sort v} (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) (a : Acc r x) : C x :=
  a.rec fun x _ ih => F x ih
theorem fixF_eq {C : α → Sort v} (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) (acx : Acc r x) :
    fixF F x acx = F x fun (y : α) (p : r y x) => fixF F y (Acc.inv acx p) := by
  cases acx with
  | intro => rfl

end WellFounded

/-- Recursion along a well-founded relation. -/
noncomputable def WellFounded.fix {α : Sort u} {C : α → Sort v} {r : α → α → Prop} (hwf : WellFounded r)
    (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) : C x := fixF F x (hwf.apply x)
theorem WellFounded.fix_eq {α : Sort u} {C : α → Sort v} {r : α → α → Prop} (hwf : WellFounded r)
    (F : ∀ x, (∀ y, r y x → C y) → C x) (x : α) : hwf.fix F x = F x fun y _ => hwf.fix F y :=
  fixF_eq F x (hwf.apply x)

/-! ## New well-founded relations out of old ones -/

/-- The relation in which nothing is related. -/
@[reducible] def emptyRelation {α : Sort u} : α → α → Prop := fun _ _ => False
/-- `q` implies `r`. -/
def Subrelation {α : Sort u} (q r : α → α → Prop) : Prop := ∀ {x y}, q x y → r x y
/-- `r` between the images under `f`. -/
def InvImage {α : Sort u} {β : Sort v} (r : β → β → Prop) (f : α → β) : α → α → Prop := fun a₁ a₂ => r (f a₁) (f a₂)

@[instance_reducible] def emptyWf {α : Sort u} : WellFoundedRelation α := ⟨emptyRelation, ⟨fun a => ⟨a, fun _ h => h.elim⟩⟩⟩
theorem Subrelation.accessible {α : Sort u} {r q : α → α → Prop} {a : α} (h₁ : Subrelation q r) (ac : Acc r a) :
    Acc q a := ac.rec fun x _ ih => ⟨x, fun y h => ih y (h₁ h)⟩
theorem Subrelation.wf {α : Sort u} {r q : α → α → Prop} (h₁ : Subrelation q r) (h₂ : WellFounded r) :
    WellFounded q := ⟨fun a => accessible @h₁ (h₂.apply a)⟩
theorem InvImage.accessible {α : Sort u} {β : Sort v} {r : β → β → Prop} {a : α} (f : α → β) (ac : Acc r (f a)) :
    Acc (InvImage r f) a :=
  have all : ∀ x, f x = f a → Acc (InvImage r f) x :=
    ac.rec (motive := fun b _ => ∀ x, f x = b → Acc (InvImage r f) x)
      fun _ _ ih x e => ⟨x, fun y h => ih (f y) (e ▸ h) y rfl⟩
  all a rfl
theorem InvImage.wf {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) (h : WellFounded r) :
    WellFounded (InvImage r f) := ⟨fun a => accessible f (h.apply (f a))⟩
@[reducible] def invImage {α : Sort u} {β : Sort v} (f : α → β) (h : WellFoundedRelation β) : WellFoundedRelation α :=
  ⟨InvImage h.rel f, InvImage.wf f h.wf⟩

/-! ## Numbers and measures -/

/-- No chain of numbers descends for ever. -/
@[instance_reducible] def Nat.lt_wfRel : WellFoundedRelation Nat where
  rel := (· < ·)
  wf := ⟨Nat.rec ⟨0, fun _ h => absurd h (Nat.not_lt_zero _)⟩ fun n ih => ⟨n + 1, fun _ h =>
    (Nat.lt_or_eq_of_le (Nat.le_of_lt_succ h)).elim ih.inv fun e => e ▸ ih⟩⟩
@[reducible] def measure {α : Sort u} (f : α → Nat) : WellFoundedRelation α := invImage f Nat.lt_wfRel
@[reducible] def sizeOfWFRel {α : Sort u} [SizeOf α] : WellFoundedRelation α := measure sizeOf
instance (priority := low) instWellFoundedRelationOfSizeOf {α : Sort u} [SizeOf α] : WellFoundedRelation α :=
  sizeOfWFRel

namespace WellFounded.Nat
variable {α : Sort u} {motive : α → Sort v} (h : α → Nat)
  (F : (x : α) → ((y : α) → InvImage (· < ·) h y x → motive y) → motive x)

/-- It is `n`, but the kernel must evaluate `n` to a literal to see that. -/
def eager (n : Nat) : Nat := if Nat.beq n n = true then n else n
theorem eager_eq (n : Nat) : eager n = n := ite_self n
noncomputable def fix.go : ∀ (fuel : Nat) (x : α), h x < fuel → motive x :=
  Nat.rec (fun _ h => absurd h (Nat.not_lt_zero _))
    fun _ ih x hx => F x fun y hy => ih y (Nat.lt_of_lt_of_le hy (Nat.le_of_lt_succ hx))
/-- Recursion along a measure, by fuel, so that it computes. -/
noncomputable def fix : (x : α) → motive x := fun x => fix.go h F (eager (h x + 1)) x (eager_eq _ ▸ Nat.lt_add_one _)
theorem fix.go_congr (x : α) (fuel₁ fuel₂ : Nat) (h₁ : h x < fuel₁) (h₂ : h x < fuel₂) :
    fix.go h F fuel₁ x h₁ = fix.go h F fuel₂ x h₂ := by
  induction fuel₁ generalizing x fuel₂ with
  | zero => exact absurd h₁ (Nat.not_lt_zero _)
  | succ n ih => cases fuel₂ with
    | zero => exact absurd h₂ (Nat.not_lt_zero _)
    | succ m => exact congrArg (F x) (funext fun y => funext fun hy => ih y m _ _)
theorem fix_eq (x : α) : fix h F x = F x (fun y _ => fix h F y) :=
  (fix.go_congr h F x _ (h x + 1) _ (Nat.lt_add_one _)).trans
    (congrArg (F x) (funext fun y => funext fun _ => fix.go_congr h F y _ _ _ _))

end WellFounded.Nat

/-! ## Pairs, compared by their first components and then by their second ones -/

namespace Prod
variable {α : Type u} {β : Type v} (ra : α → α → Prop) (rb : β → β → Prop)

/-- The lexicographic order of pairs. -/
protected inductive Lex : α × β → α × β → Prop where
  | left {a₁} (b₁) {a₂} (b₂) (h : ra a₁ a₂) : Prod.Lex (a₁, b₁) (a₂, b₂)
  | right (a) {b₁ b₂} (h : rb b₁ b₂) : Prod.Lex (a, b₁) (a, b₂)
theorem Lex.right' {β : Type v} (rb : β → β → Prop) {a₂ : Nat} {b₂ : β} {a₁ : Nat} {b₁ : β} (h₁ : a₁ ≤ a₂)
    (h₂ : rb b₁ b₂) : Prod.Lex (fun a b : Nat => a < b) rb (a₁, b₁) (a₂, b₂) :=
  (Nat.lt_or_eq_of_le h₁).elim (Prod.Lex.left b₁ b₂) fun e => e ▸ Prod.Lex.right a₁ h₂
variable {ra rb}
theorem lexAccessible {a : α} (aca : Acc ra a) (acb : (b : β) → Acc rb b) (b : β) :
    Acc (Prod.Lex ra rb) (a, b) := by
  induction aca generalizing b with
  | intro a _ iha => induction acb b with
    | intro b _ ihb =>
      refine ⟨_, fun p lt => ?_⟩
      cases lt with
      | left _ _ h => exact iha _ h _
      | right _ h => exact ihb _ h
@[reducible] def lex (ha : WellFoundedRelation α) (hb : WellFoundedRelation β) : WellFoundedRelation (α × β) :=
  ⟨Prod.Lex ha.rel hb.rel, ⟨fun p => lexAccessible (ha.wf.apply p.fst) hb.wf.apply p.snd⟩⟩
instance instWellFoundedRelation [ha : WellFoundedRelation α] [hb : WellFoundedRelation β] :
    WellFoundedRelation (α × β) := lex ha hb

end Prod

namespace PSigma
variable {α : Sort u} {β : α → Sort v} (r : α → α → Prop) (s : ∀ a, β a → β a → Prop)

/-- The lexicographic order of dependent pairs. -/
protected inductive Lex : PSigma β → PSigma β → Prop where
  | left : ∀ {a₁ : α} (b₁ : β a₁) {a₂ : α} (b₂ : β a₂), r a₁ a₂ → PSigma.Lex ⟨a₁, b₁⟩ ⟨a₂, b₂⟩
  | right : ∀ (a : α) {b₁ b₂ : β a}, s a b₁ b₂ → PSigma.Lex ⟨a, b₁⟩ ⟨a, b₂⟩
variable {r s}
theorem lexAccessible {a : α} (aca : Acc r a) (acb : (a : α) → WellFounded (s a)) (b : β a) :
    Acc (PSigma.Lex r s) ⟨a, b⟩ := by
  induction aca with
  | intro a _ iha => induction (acb a).apply b with
    | intro b _ ihb =>
      refine ⟨_, fun p lt => ?_⟩
      cases lt with
      | left _ _ h => exact iha _ h _
      | right _ h => exact ihb _ h
@[reducible] def lex (ha : WellFoundedRelation α) (hb : (a : α) → WellFoundedRelation (β a)) :
    WellFoundedRelation (PSigma β) :=
  ⟨PSigma.Lex ha.rel fun a => (hb a).rel, ⟨fun p => lexAccessible (ha.wf.apply p.fst) (fun a => (hb a).wf) p.snd⟩⟩
instance instWellFoundedRelation [ha : WellFoundedRelation α] [hb : (a : α) → WellFoundedRelation (β a)] :
    WellFoundedRelation (PSigma β) := lex ha hb

end PSigma

/-- A mark that the equation compiler sets on a parameter, and takes away, before it looks for a measure. -/
@[implicit_reducible] def wfParam {α : Sort u} (a : α) : α := a
/-- `e`; the variable that `binder` binds keeps its name when a rule of `simp` gives it to `v`. -/
@[simp ↓] def binderNameHint {α : Sort u} {β : Sort v} {γ : Sort w} (_v : α) (_binder : β) (e : γ) : γ := e
/-- So the equation compiler knows, inside a branch of `if`, which branch it is. -/
@[wf_preprocess] theorem ite_eq_dite {P : Prop} {α : Sort u} {a b : α} [Decidable P] :
    (if P then a else b) = if h : P then binderNameHint h () a else binderNameHint h () b := rfl
/-- The identity, hidden from everyone who unfolds definitions. -/
opaque Lean.opaqueId {α : Sort u} (x : α) : α := x
