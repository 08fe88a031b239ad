/-
What every other file stands on: the logical constants, `Nat`, `Bool`, the classes behind the operators, and
the few types of Lean's own syntax that tactics and notation are declared with. There is no notation yet.
-/
prelude
set_option autoImplicit false
set_option interpreter.prefer_native true
set_option linter.all false

universe u v w u₁ u₂ u₃

/-! ## Names that the code generator expects -/

unsafe axiom lcErased : Type
unsafe axiom lcProof {α : Prop} : α
unsafe axiom lcAny : Type
unsafe axiom lcVoid : Type
unsafe axiom lcUnreachable {α : Sort u} : α

/-! ## Identity and constant functions -/

@[inline] def id {α : Sort u} (a : α) : α := a
@[inline] def Function.const {α : Sort u} (β : Sort v) (a : α) : β → α := fun _ => a
@[inline] def Function.comp {α : Sort u} {β : Sort v} {δ : Sort w} (f : β → δ) (g : α → β) : α → δ := fun x => f (g x)
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

/-! ## The classes behind numerals and operators -/

class OfNat (α : Type u) (_ : Nat) where
  ofNat : α
@[default_instance 100, reducible] instance instOfNatNat (n : Nat) : OfNat Nat n := OfNat.mk n

class LE (α : Type u) where
  le : α → α → Prop
class LT (α : Type u) where
  lt : α → α → Prop
@[reducible] def GE.ge {α : Type u} [LE α] (a b : α) : Prop := LE.le b a
@[reducible] def GT.gt {α : Type u} [LT α] (a b : α) : Prop := LT.lt b a
class BEq (α : Type u) where
  beq : α → α → Bool
def bne {α : Type u} [BEq α] (a b : α) : Bool := Bool.not (BEq.beq a b)
class Dvd (α : Type u) where
  dvd : α → α → Prop
class Append (α : Type u) where
  append : α → α → α
class Membership (α : outParam (Type u)) (γ : Type v) where
  mem : γ → α → Prop
class EmptyCollection (α : Type u) where
  emptyCollection : α
class HasSubset (α : Type u) where
  Subset : α → α → Prop
class Union (α : Type u) where
  union : α → α → α
class Inter (α : Type u) where
  inter : α → α → α
class Insert (α : outParam (Type u)) (γ : Type v) where
  insert : α → γ → γ
class Singleton (α : outParam (Type u)) (β : Type v) where
  singleton : α → β
class Zero (α : Type u) where
  zero : α
class One (α : Type u) where
  one : α

class HAdd (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAdd : α → β → γ
class HSub (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hSub : α → β → γ
class HMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hMul : α → β → γ
class HDiv (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hDiv : α → β → γ
class HMod (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hMod : α → β → γ
class HPow (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hPow : α → β → γ
class HAppend (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAppend : α → β → γ
class HAnd (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hAnd : α → β → γ
class HOr (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hOr : α → β → γ
class HXor (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hXor : α → β → γ
class HShiftLeft (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hShiftLeft : α → β → γ
class HShiftRight (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hShiftRight : α → β → γ

class Add (α : Type u) where
  add : α → α → α
class Sub (α : Type u) where
  sub : α → α → α
class Mul (α : Type u) where
  mul : α → α → α
class Div (α : Type u) where
  div : α → α → α
class Mod (α : Type u) where
  mod : α → α → α
class Inv (α : Type u) where
  inv : α → α
class SDiff (α : Type u) where
  sdiff : α → α → α
class Neg (α : Type u) where
  neg : α → α
class Pow (α : Type u) (β : Type v) where
  pow : α → β → α
class NatPow (α : Type u) where
  pow : α → Nat → α
class AndOp (α : Type u) where
  and : α → α → α
class OrOp (α : Type u) where
  or : α → α → α
class XorOp (α : Type u) where
  xor : α → α → α
class ShiftLeft (α : Type u) where
  shiftLeft : α → α → α
class ShiftRight (α : Type u) where
  shiftRight : α → α → α

@[default_instance, reducible] instance instHAdd {α : Type u} [Add α] : HAdd α α α := HAdd.mk Add.add
@[default_instance, reducible] instance instHSub {α : Type u} [Sub α] : HSub α α α := HSub.mk Sub.sub
@[default_instance, reducible] instance instHMul {α : Type u} [Mul α] : HMul α α α := HMul.mk Mul.mul
@[default_instance, reducible] instance instHDiv {α : Type u} [Div α] : HDiv α α α := HDiv.mk Div.div
@[default_instance, reducible] instance instHMod {α : Type u} [Mod α] : HMod α α α := HMod.mk Mod.mod
@[default_instance, reducible] instance instHPow {α : Type u} {β : Type v} [Pow α β] : HPow α β α := HPow.mk Pow.pow
@[default_instance 1001, reducible] instance instPowNat {α : Type u} [NatPow α] : Pow α Nat := Pow.mk NatPow.pow
@[default_instance, reducible] instance instHAppendOfAppend {α : Type u} [Append α] : HAppend α α α :=
  HAppend.mk Append.append
@[default_instance, reducible] instance instHAndOfAndOp {α : Type u} [AndOp α] : HAnd α α α := HAnd.mk AndOp.and
@[default_instance, reducible] instance instHOrOfOrOp {α : Type u} [OrOp α] : HOr α α α := HOr.mk OrOp.or
@[default_instance, reducible] instance instHXorOfXorOp {α : Type u} [XorOp α] : HXor α α α := HXor.mk XorOp.xor
@[default_instance, reducible] instance instHShiftLeftOfShiftLeft {α : Type u} [ShiftLeft α] : HShiftLeft α α α :=
  HShiftLeft.mk ShiftLeft.shiftLeft
@[default_instance, reducible] instance instHShiftRightOfShiftRight {α : Type u} [ShiftRight α] : HShiftRight α α α :=
  HShiftRight.mk ShiftRight.shiftRight
attribute [match_pattern] Add.add HAdd.hAdd Neg.neg Mul.mul HMul.hMul

@[reducible] instance instAddNat : Add Nat := Add.mk Nat.add
@[reducible] instance instMulNat : Mul Nat := Mul.mk Nat.mul
@[reducible] instance instSubNat : Sub Nat := Sub.mk Nat.sub
@[reducible] instance instNatPowNat : NatPow Nat := NatPow.mk Nat.pow

/-- `n ≤ m`: `m` is reached from `n` by successors. -/
protected inductive Nat.le (n : Nat) : Nat → Prop where
  | refl : Nat.le n n
  | step {m : Nat} : Nat.le n m → Nat.le n (Nat.succ m)
@[reducible] protected def Nat.lt (n m : Nat) : Prop := Nat.le (Nat.succ n) m
@[reducible] instance instLENat : LE Nat := LE.mk Nat.le
@[reducible] instance instLTNat : LT Nat := LT.mk Nat.lt

protected theorem Nat.le_refl (n : Nat) : LE.le n n := Nat.le.refl
protected theorem Nat.le_trans {n m k : Nat} (h : LE.le n m) (h' : LE.le m k) : LE.le n k :=
  Nat.le.rec (motive := fun k _ => Nat.le n k) h (fun _ ih => Nat.le.step ih) h'
theorem Nat.succ_le_succ {n m : Nat} (h : LE.le n m) : LE.le (Nat.succ n) (Nat.succ m) :=
  Nat.le.rec (motive := fun m _ => Nat.le (Nat.succ n) (Nat.succ m)) Nat.le.refl (fun _ ih => Nat.le.step ih) h
theorem Nat.zero_le : (n : Nat) → LE.le 0 n
  | Nat.zero => Nat.le.refl
  | Nat.succ n => Nat.le.step (Nat.zero_le n)
theorem Nat.le_of_ble_eq_true : {n m : Nat} → Eq (Nat.ble n m) true → LE.le n m
  | Nat.zero, m, _ => Nat.zero_le m
  | Nat.succ _, Nat.zero, h => absurd h Bool.false_ne_true
  | Nat.succ _, Nat.succ _, h => Nat.succ_le_succ (Nat.le_of_ble_eq_true h)
theorem Nat.ble_self : (n : Nat) → Eq (Nat.ble n n) true
  | Nat.zero => rfl
  | Nat.succ n => Nat.ble_self n
theorem Nat.ble_succ_eq_true : {n m : Nat} → Eq (Nat.ble n m) true → Eq (Nat.ble n (Nat.succ m)) true
  | Nat.zero, _, _ => rfl
  | Nat.succ _, Nat.zero, h => absurd h Bool.false_ne_true
  | Nat.succ n, Nat.succ _, h => Nat.ble_succ_eq_true (n := n) h
theorem Nat.ble_eq_true_of_le {n m : Nat} (h : LE.le n m) : Eq (Nat.ble n m) true :=
  Nat.le.rec (motive := fun m _ => Eq (Nat.ble n m) true) (Nat.ble_self n) (fun _ ih => Nat.ble_succ_eq_true ih) h
@[extern "lean_nat_dec_le"] instance Nat.decLe (n m : Nat) : Decidable (LE.le n m) :=
  match h : Nat.ble n m with
  | true => isTrue (Nat.le_of_ble_eq_true h)
  | false => isFalse (fun e => Bool.false_ne_true (h.symm.trans (Nat.ble_eq_true_of_le e)))
@[extern "lean_nat_dec_lt"] instance Nat.decLt (n m : Nat) : Decidable (LT.lt n m) := Nat.decLe (Nat.succ n) m

/-! ## Characters and strings, of which the kernel makes its literals -/

structure Fin (n : Nat) where
  (val : Nat) (isLt : LT.lt val n)
structure BitVec (w : Nat) where
  ofFin :: (toFin : Fin (HPow.hPow 2 w))
structure UInt32 where
  ofBitVec :: (toBitVec : BitVec 32)
/-- The Unicode scalar values: all code points but the surrogates. -/
abbrev Nat.isValidChar (n : Nat) : Prop := Or (LT.lt n 0xd800) (And (LT.lt 0xdfff n) (LT.lt n 0x110000))
noncomputable abbrev UInt32.isValidChar (n : UInt32) : Prop := n.toBitVec.toFin.val.isValidChar
structure Char where
  (val : UInt32) (valid : val.isValidChar)
theorem Nat.isValidChar.lt_size {n : Nat} (h : n.isValidChar) : LT.lt n (HPow.hPow 2 32) :=
  Or.rec (fun h => Nat.le_trans h (Nat.le_of_ble_eq_true rfl))
    (fun h => Nat.le_trans h.right (Nat.le_of_ble_eq_true rfl)) h
/-- The character with the code `n`, or the one with code 0 if there is none. -/
noncomputable def Char.ofNat (n : Nat) : Char :=
  dite n.isValidChar
    (fun h => ⟨⟨⟨⟨n, h.lt_size⟩⟩⟩, h⟩)
    (fun _ => ⟨⟨⟨⟨0, Nat.le_of_ble_eq_true rfl⟩⟩⟩, Or.inl (Nat.le_of_ble_eq_true rfl)⟩)
structure String where
  ofList :: (toList : List Char)
noncomputable abbrev String.mk (data : List Char) : String := String.ofList data

/-! ## What tactics and notation are declared with -/

axiom Lean.Syntax : Type
@[reducible] def autoParam (α : Sort u) (_ : Lean.Syntax) : Sort u := α

inductive Lean.Name where
  | anonymous : Name
  | str (pre : Name) (str : String)
  | num (pre : Name) (i : Nat)
namespace Lean.Name
/-- Lean's own names carry a hash, so a program must make them by Lean's own functions. -/
@[extern "lean_name_mk_string"] axiom str._override : Name → String → Name
@[extern "lean_name_mk_numeral"] axiom num._override : Name → Nat → Name
attribute [implemented_by str._override] str
attribute [implemented_by num._override] num
abbrev mkStr (p : Name) (s : String) : Name := Name.str p s
abbrev mkNum (p : Name) (n : Nat) : Name := Name.num p n
abbrev mkSimple (s : String) : Name := Name.str Name.anonymous s
@[reducible] def mkStr1 (s₁ : String) : Name := Name.str Name.anonymous s₁
@[reducible] def mkStr2 (s₁ s₂ : String) : Name := Name.str (mkStr1 s₁) s₂
@[reducible] def mkStr3 (s₁ s₂ s₃ : String) : Name := Name.str (mkStr2 s₁ s₂) s₃
@[reducible] def mkStr4 (s₁ s₂ s₃ s₄ : String) : Name := Name.str (mkStr3 s₁ s₂ s₃) s₄
@[reducible] def mkStr5 (s₁ s₂ s₃ s₄ s₅ : String) : Name := Name.str (mkStr4 s₁ s₂ s₃ s₄) s₅
@[reducible] def mkStr6 (s₁ s₂ s₃ s₄ s₅ s₆ : String) : Name := Name.str (mkStr5 s₁ s₂ s₃ s₄ s₅) s₆
@[reducible] def mkStr7 (s₁ s₂ s₃ s₄ s₅ s₆ s₇ : String) : Name := Name.str (mkStr6 s₁ s₂ s₃ s₄ s₅ s₆) s₇
@[reducible] def mkStr8 (s₁ s₂ s₃ s₄ s₅ s₆ s₇ s₈ : String) : Name := Name.str (mkStr7 s₁ s₂ s₃ s₄ s₅ s₆ s₇) s₈
end Lean.Name

inductive Lean.ParserDescr where
  | const (name : Name)
  | unary (name : Name) (p : ParserDescr)
  | binary (name : Name) (p₁ p₂ : ParserDescr)
  | node (kind : Name) (prec : Nat) (p : ParserDescr)
  | trailingNode (kind : Name) (prec lhsPrec : Nat) (p : ParserDescr)
  | symbol (val : String)
  | nonReservedSymbol (val : String) (includeIdent : Bool)
  | cat (catName : Name) (rbp : Nat)
  | parser (declName : Name)
  | nodeWithAntiquot (name : String) (kind : Name) (p : ParserDescr)
  | sepBy (p : ParserDescr) (sep : String) (psep : ParserDescr) (allowTrailingSep : Bool)
  | sepBy1 (p : ParserDescr) (sep : String) (psep : ParserDescr) (allowTrailingSep : Bool)
  | unicodeSymbol (val asciiVal : String) (preserveForPP : Bool)
abbrev Lean.TrailingParserDescr := Lean.ParserDescr
/-- `declare_syntax_cat` makes one of these. -/
structure Lean.Parser.Category where

axiom Lean.Macro.Context : Type
axiom Lean.Macro.State : Type
axiom Lean.Macro.Exception : Type
inductive Lean.MacroResult where
  | ok (result : Lean.Syntax) (state : Lean.Macro.State)
  | error (exception : Lean.Macro.Exception) (state : Lean.Macro.State)
abbrev Lean.Macro : Type := Lean.Syntax → Lean.Macro.Context → Lean.Macro.State → Lean.MacroResult
axiom Lean.PrettyPrinter.UnexpandResult : Type
abbrev Lean.PrettyPrinter.Unexpander : Type := Lean.Syntax → Lean.Syntax → Unit → Lean.PrettyPrinter.UnexpandResult
