/-
What every other file stands on: the logical constants, the axioms, `Bool`, `Nat` and other data. There is no
notation yet.
-/
prelude
set_option autoImplicit false
set_option interpreter.prefer_native true
set_option linter.all false

universe u v w

/-! ## Names that the code generator expects -/

unsafe axiom lcErased : Type
unsafe axiom lcProof {α : Prop} : α
unsafe axiom lcAny : Type
unsafe axiom lcVoid : Type
unsafe axiom lcUnreachable {α : Sort u} : α

/-! ## Identity and constant functions -/

@[inline] def id {α : Sort u} (a : α) : α := a
@[inline] def Function.const {α : Sort u} (β : Sort v) (a : α) : β → α := fun _ => a
@[inline] def Function.comp {α : Sort u} {β : Sort v} {δ : Sort w} (f : β → δ) (g : α → β) : α → δ :=
  fun x => f (g x)
set_option checkBinderAnnotations false in
abbrev inferInstance {α : Sort u} [i : α] : α := i
@[reducible] def outParam (α : Sort u) : Sort u := α
@[reducible] def semiOutParam (α : Sort u) : Sort u := α
@[reducible] def optParam (α : Sort u) (default : α) : Sort u := α
/-- The kernel evaluates the argument of `eagerReduce` at once; it is the identity. -/
def eagerReduce {α : Sort u} (a : α) : α := a

/-! ## Logical constants -/

set_option bootstrap.inductiveCheckResultingUniverse false in
inductive PUnit : Sort u where
  | unit : PUnit
abbrev Unit : Type := PUnit
@[match_pattern] abbrev Unit.unit : Unit := PUnit.unit

inductive True : Prop where
  | intro : True
inductive False : Prop
inductive Empty : Type
def Not (a : Prop) : Prop := a → False
def False.elim {C : Sort u} (h : False) : C := h.rec
@[macro_inline] def absurd {a : Prop} {b : Sort v} (h₁ : a) (h₂ : Not a) : b := (h₂ h₁).rec
theorem trivial : True := True.intro

inductive Eq : {α : Sort u} → α → α → Prop where
  | refl {α : Sort u} (a : α) : Eq a a
@[match_pattern] def rfl {α : Sort u} {a : α} : Eq a a := Eq.refl a
abbrev Eq.ndrec.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a) {b : α} (h : Eq a b) :
    motive b := h.rec m
theorem Eq.subst {α : Sort u} {motive : α → Prop} {a b : α} (h₁ : Eq a b) (h₂ : motive a) : motive b :=
  Eq.ndrec h₂ h₁
theorem Eq.symm {α : Sort u} {a b : α} (h : Eq a b) : Eq b a := h.rec (Eq.refl a)
/-- A match on a literal rewrites by this. -/
abbrev Eq.ndrec_symm.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a) {b : α} (h : Eq b a) :
    motive b := h.symm.rec m
theorem Eq.trans {α : Sort u} {a b c : α} (h₁ : Eq a b) (h₂ : Eq b c) : Eq a c := h₂.rec h₁
@[macro_inline] def cast {α β : Sort u} (h : Eq α β) (a : α) : β := h.rec a
@[macro_inline] def Eq.mp {α β : Sort u} (h : Eq α β) (a : α) : β := h.rec a
@[macro_inline] def Eq.mpr {α β : Sort u} (h : Eq α β) (b : β) : α := h.symm.rec b
theorem congrArg {α : Sort u} {β : Sort v} {a₁ a₂ : α} (f : α → β) (h : Eq a₁ a₂) : Eq (f a₁) (f a₂) :=
  h.rec (Eq.refl _)
theorem congrFun {α : Sort u} {β : α → Sort v} {f g : (x : α) → β x} (h : Eq f g) (a : α) : Eq (f a) (g a) :=
  h.rec (Eq.refl _)
theorem congrFun' {α : Sort u} {β : Sort v} {f g : α → β} (h : Eq f g) (a : α) : Eq (f a) (g a) :=
  h.rec (Eq.refl _)
theorem congr {α : Sort u} {β : Sort v} {f₁ f₂ : α → β} {a₁ a₂ : α} (h₁ : Eq f₁ f₂) (h₂ : Eq a₁ a₂) :
    Eq (f₁ a₁) (f₂ a₂) := h₁.rec (h₂.rec (Eq.refl _))
@[reducible] def Ne {α : Sort u} (a b : α) : Prop := Not (Eq a b)

inductive HEq : {α : Sort u} → α → {β : Sort u} → β → Prop where
  | refl {α : Sort u} (a : α) : HEq a a
theorem HEq.rfl {α : Sort u} {a : α} : HEq a a := HEq.refl a
theorem eq_of_heq {α : Sort u} {a a' : α} (h : HEq a a') : Eq a a' :=
  have transport : (α β : Sort u) → (a : α) → (b : β) → HEq a b → (h : Eq α β) → Eq (cast h a) b :=
    fun _ _ _ _ h => h.rec (fun _ => Eq.refl _)
  transport α α a a' h (Eq.refl α)
theorem heq_of_eq {α : Sort u} {a a' : α} (h : Eq a a') : HEq a a' := h.rec (HEq.refl a)

/-- Rewrite along a heterogeneous equality between values of one type. -/
@[reducible] def HEq.homo_ndrec.{u1, u2} {α : Sort u2} {a : α} {motive : α → Sort u1} (m : motive a) {b : α}
    (h : HEq a b) : motive b := (eq_of_heq h).rec m

structure And (a b : Prop) : Prop where
  intro :: (left : a) (right : b)
inductive Or (a b : Prop) : Prop where
  | inl (h : a) : Or a b
  | inr (h : b) : Or a b
structure Iff (a b : Prop) : Prop where
  intro :: (mp : a → b) (mpr : b → a)
inductive Exists {α : Sort u} (p : α → Prop) : Prop where
  | intro (w : α) (h : p w) : Exists p

structure PProd (α : Sort u) (β : Sort v) where
  (fst : α) (snd : β)

inductive Bool : Type where
  | false : Bool
  | true : Bool
export Bool (false true)
@[macro_inline] def cond {α : Sort u} (c : Bool) (x y : α) : α :=
  match c with
  | true => x
  | false => y
@[macro_inline] def Bool.or (x y : Bool) : Bool :=
  match x with
  | true => true
  | false => y
@[macro_inline] def Bool.and (x y : Bool) : Bool :=
  match x with
  | false => false
  | true => y
@[inline] def Bool.not (x : Bool) : Bool :=
  match x with
  | true => false
  | false => true
export Bool (or and not)
theorem Bool.false_ne_true : Not (Eq false true) := fun h =>
  Eq.mp (congrArg (fun b => Bool.rec (motive := fun _ => Prop) True False b) h) True.intro

/-! ## The axioms, and quotients, which the kernel knows -/

axiom propext {a b : Prop} : Iff a b → Eq a b
init_quot
unsafe axiom Quot.lcInv {α : Sort u} {r : α → α → Prop} (q : Quot r) : α
axiom Quot.sound {α : Sort u} {r : α → α → Prop} {a b : α} : r a b → Eq (Quot.mk r a) (Quot.mk r b)
inductive Nonempty (α : Sort u) : Prop where
  | intro (val : α) : Nonempty α
attribute [class] Nonempty
axiom Classical.choice {α : Sort u} : Nonempty α → α
/-- What stands for a missing proof. A theorem that uses it is never certified. -/
axiom sorryAx (α : Sort u) (synthetic : Bool) : α

/-! ## Data -/

class Inhabited (α : Sort u) where
  default : α
export Inhabited (default)
structure MProd (α β : Type u) where
  (fst : α) (snd : β)
structure Prod (α : Type u) (β : Type v) where
  (fst : α) (snd : β)
structure PSigma {α : Sort u} (β : α → Sort v) where
  (fst : α) (snd : β fst)
structure Sigma {α : Type u} (β : α → Type v) where
  (fst : α) (snd : β fst)
structure Subtype {α : Sort u} (p : α → Prop) where
  (val : α) (property : p val)
structure PULift.{r, s} (α : Sort s) : Sort (max s r 1) where
  up :: (down : α)
structure ULift.{r, s} (α : Type s) : Type (max s r) where
  up :: (down : α)
structure PLift (α : Sort u) : Type u where
  up :: (down : α)

class inductive Decidable (p : Prop) : Type where
  | isFalse (h : Not p) : Decidable p
  | isTrue (h : p) : Decidable p
abbrev DecidablePred {α : Sort u} (r : α → Prop) := (a : α) → Decidable (r a)
abbrev DecidableRel {α : Sort u} {β : Sort v} (r : α → β → Prop) := (a : α) → (b : β) → Decidable (r a b)
abbrev DecidableEq (α : Sort u) := (a b : α) → Decidable (Eq a b)
@[inline] def Decidable.decide (p : Prop) [h : Decidable p] : Bool :=
  match h with
  | isTrue _ => true
  | isFalse _ => false
export Decidable (isTrue isFalse decide)
instance instDecidableTrue : Decidable True := isTrue True.intro
instance instDecidableFalse : Decidable False := isFalse (fun h => h)
instance instDecidableAnd {p q : Prop} [dp : Decidable p] [dq : Decidable q] : Decidable (And p q) :=
  match dp with
  | isTrue hp =>
    match dq with
    | isTrue hq => isTrue (And.intro hp hq)
    | isFalse hq => isFalse (fun h => hq h.right)
  | isFalse hp => isFalse (fun h => hp h.left)
instance instDecidableOr {p q : Prop} [dp : Decidable p] [dq : Decidable q] : Decidable (Or p q) :=
  match dp with
  | isTrue hp => isTrue (Or.inl hp)
  | isFalse hp =>
    match dq with
    | isTrue hq => isTrue (Or.inr hq)
    | isFalse hq => isFalse (fun h => h.rec hp hq)
instance instDecidableNot {p : Prop} [dp : Decidable p] : Decidable (Not p) :=
  match dp with
  | isTrue hp => isFalse (fun h => h hp)
  | isFalse hp => isTrue hp
def decEq {α : Sort u} [inst : DecidableEq α] (a b : α) : Decidable (Eq a b) := inst a b
@[macro_inline] def dite {α : Sort u} (c : Prop) [h : Decidable c] (t : c → α) (e : Not c → α) : α :=
  match h with
  | isTrue h => t h
  | isFalse h => e h
@[macro_inline] def ite {α : Sort u} (c : Prop) [h : Decidable c] (t e : α) : α :=
  match h with
  | isTrue _ => t
  | isFalse _ => e
theorem decide_eq_true {p : Prop} [inst : Decidable p] (h : p) : Eq (decide p) true :=
  Decidable.rec (motive := fun i => Eq (@decide p i) true) (fun n => absurd h n) (fun _ => rfl) inst
theorem decide_eq_false {p : Prop} [inst : Decidable p] (h : Not p) : Eq (decide p) false :=
  Decidable.rec (motive := fun i => Eq (@decide p i) false) (fun _ => rfl) (fun h' => absurd h' h) inst
theorem of_decide_eq_true {p : Prop} [inst : Decidable p] : Eq (decide p) true → p :=
  Decidable.rec (motive := fun i => Eq (@decide p i) true → p)
    (fun _ h => absurd h Bool.false_ne_true) (fun h _ => h) inst
theorem of_decide_eq_false {p : Prop} [inst : Decidable p] : Eq (decide p) false → Not p :=
  Decidable.rec (motive := fun i => Eq (@decide p i) false → Not p)
    (fun h _ => h) (fun _ h => absurd h.symm Bool.false_ne_true) inst

/-! ## Natural numbers, by structural recursion on the second argument -/

set_option genCtorIdx false in
inductive Nat where
  | zero : Nat
  | succ (n : Nat) : Nat
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_pred"] def Nat.pred : Nat → Nat
  | Nat.zero => Nat.zero
  | Nat.succ n => n
set_option bootstrap.genMatcherCode false in
@[match_pattern, extern "lean_nat_add"] protected def Nat.add : Nat → Nat → Nat
  | n, Nat.zero => n
  | n, Nat.succ m => Nat.succ (Nat.add n m)
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_mul"] protected def Nat.mul : Nat → Nat → Nat
  | _, Nat.zero => Nat.zero
  | n, Nat.succ m => Nat.add (Nat.mul n m) n
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_sub"] protected def Nat.sub : Nat → Nat → Nat
  | n, Nat.zero => n
  | n, Nat.succ m => Nat.pred (Nat.sub n m)
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_pow"] protected def Nat.pow : Nat → Nat → Nat
  | _, Nat.zero => Nat.succ Nat.zero
  | m, Nat.succ n => Nat.mul (Nat.pow m n) m
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_dec_eq"] def Nat.beq : Nat → Nat → Bool
  | Nat.zero, Nat.zero => true
  | Nat.zero, Nat.succ _ => false
  | Nat.succ _, Nat.zero => false
  | Nat.succ n, Nat.succ m => Nat.beq n m
set_option bootstrap.genMatcherCode false in
@[extern "lean_nat_dec_le"] def Nat.ble : Nat → Nat → Bool
  | Nat.zero, _ => true
  | Nat.succ _, Nat.zero => false
  | Nat.succ n, Nat.succ m => Nat.ble n m
theorem Nat.eq_of_beq_eq_true : (n m : Nat) → Eq (Nat.beq n m) true → Eq n m
  | Nat.zero, Nat.zero, _ => rfl
  | Nat.zero, Nat.succ _, h => absurd h Bool.false_ne_true
  | Nat.succ _, Nat.zero, h => absurd h Bool.false_ne_true
  | Nat.succ n, Nat.succ m, h => congrArg Nat.succ (Nat.eq_of_beq_eq_true n m h)
theorem Nat.beq_refl : (n : Nat) → Eq (Nat.beq n n) true
  | Nat.zero => rfl
  | Nat.succ n => Nat.beq_refl n
theorem Nat.ne_of_beq_eq_false {n m : Nat} (h : Eq (Nat.beq n m) false) : Not (Eq n m) := fun e =>
  Bool.false_ne_true (h.symm.trans (e.rec (Nat.beq_refl n)))
/-- Equal values have equal images in `Nat`; applied to constructors' numbers it tells constructors apart. -/
theorem noConfusion_of_Nat {α : Sort u} (f : α → Nat) {a b : α} (h : Eq a b) :
    Bool.rec (motive := fun _ => Prop) False True (Nat.beq (f a) (f b)) :=
  have same : Eq (Nat.beq (f a) (f b)) true := h.rec (Nat.beq_refl (f a))
  @Eq.ndrec Bool true (fun c => Bool.rec (motive := fun _ => Prop) False True c) True.intro _ same.symm
set_option bootstrap.genMatcherCode false in
@[reducible, extern "lean_nat_dec_eq"] protected def Nat.decEq (n m : Nat) : Decidable (Eq n m) :=
  match h : Nat.beq n m with
  | true => isTrue (Nat.eq_of_beq_eq_true n m h)
  | false => isFalse (Nat.ne_of_beq_eq_false h)
/-- The number of the constructor that made `n`. -/
@[reducible] protected def Nat.ctorIdx (n : Nat) : Nat :=
  Nat.casesOn n Nat.zero (fun _ => Nat.succ Nat.zero)
/-- The number of the constructor that made `b`. -/
@[reducible] protected def Bool.ctorIdx (b : Bool) : Nat := Bool.casesOn b Nat.zero (Nat.succ Nat.zero)
/-- The number of the constructor that made `d`. -/
@[reducible] protected def Decidable.ctorIdx {p : Prop} (d : Decidable p) : Nat :=
  Decidable.casesOn d (fun _ => Nat.zero) (fun _ => Nat.succ Nat.zero)
@[reducible] instance instDecidableEqNat : DecidableEq Nat := Nat.decEq

/-! ## Lists, options and sums -/

inductive List (α : Type u) where
  | nil : List α
  | cons (head : α) (tail : List α) : List α
inductive Option (α : Type u) where
  | none : Option α
  | some (val : α) : Option α
export Option (none some)
inductive Sum (α : Type u) (β : Type v) where
  | inl (val : α) : Sum α β
  | inr (val : β) : Sum α β
inductive PSum (α : Sort u) (β : Sort v) where
  | inl (val : α) : PSum α β
  | inr (val : β) : PSum α β

attribute [pp_using_anonymous_constructor] And Iff PProd MProd Sigma PSigma Subtype ULift PLift
