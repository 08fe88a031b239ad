/-
The classes behind numerals and operators, and how `Nat` is ordered.
-/
prelude
import Lemmata.Prelude
set_option autoImplicit false
set_option interpreter.prefer_native true
set_option linter.all false

universe u v w

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
class HasEquiv (α : Sort u) where
  Equiv : α → α → Sort v
class HasSubset (α : Type u) where
  Subset : α → α → Prop
export HasSubset (Subset)
class HasSSubset (α : Type u) where
  SSubset : α → α → Prop
export HasSSubset (SSubset)
@[reducible] def Superset {α : Type u} [HasSubset α] (a b : α) : Prop := Subset b a
@[reducible] def SSuperset {α : Type u} [HasSSubset α] (a b : α) : Prop := SSubset b a
class Union (α : Type u) where
  union : α → α → α
class Inter (α : Type u) where
  inter : α → α → α
class Insert (α : outParam (Type u)) (γ : Type v) where
  insert : α → γ → γ
export Insert (insert)
class Singleton (α : outParam (Type u)) (β : Type v) where
  singleton : α → β
export Singleton (singleton)
class Zero (α : Type u) where
  zero : α
class One (α : Type u) where
  one : α
@[reducible] instance instZeroNat : Zero Nat := Zero.mk 0
@[reducible] instance instOneNat : One Nat := One.mk 1

/-- `xs[i]`: the element at `i`, which is there by `valid xs i`. -/
class GetElem (coll : Type u) (idx : Type v) (elem : outParam (Type w)) (valid : outParam (coll → idx → Prop)) where
  getElem (xs : coll) (i : idx) (h : valid xs i) : elem
export GetElem (getElem)
def outOfBounds {α : Type u} [Inhabited α] : α := default
/-- `xs[i]?` and `xs[i]!`: the element at `i`, or `none` or the default value where there is none. -/
class GetElem? (coll : Type u) (idx : Type v) (elem : outParam (Type w)) (valid : outParam (coll → idx → Prop))
    extends GetElem coll idx elem valid where
  getElem? : coll → idx → Option elem
  getElem! [Inhabited elem] (xs : coll) (i : idx) : elem :=
    match getElem? xs i with
    | some e => e
    | none => outOfBounds
export GetElem? (getElem? getElem!)

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
class HSMul (α : Type u) (β : Type v) (γ : outParam (Type w)) where
  hSMul : α → β → γ
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
class SMul (M : Type u) (α : Type v) where
  smul : M → α → α
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
@[default_instance, reducible] instance instHSMul {α : Type u} {β : Type v} [SMul α β] : HSMul α β β :=
  HSMul.mk SMul.smul
@[default_instance, reducible] instance instHDiv {α : Type u} [Div α] : HDiv α α α := HDiv.mk Div.div
@[default_instance, reducible] instance instHMod {α : Type u} [Mod α] : HMod α α α := HMod.mk Mod.mod
@[default_instance, reducible] instance instHPow {α : Type u} {β : Type v} [Pow α β] : HPow α β α :=
  HPow.mk Pow.pow
@[default_instance 1001, reducible] instance instPowNat {α : Type u} [NatPow α] : Pow α Nat :=
  Pow.mk NatPow.pow
@[default_instance, reducible] instance instHAppendOfAppend {α : Type u} [Append α] : HAppend α α α :=
  HAppend.mk Append.append
@[default_instance, reducible] instance instHAndOfAndOp {α : Type u} [AndOp α] : HAnd α α α :=
  HAnd.mk AndOp.and
@[default_instance, reducible] instance instHOrOfOrOp {α : Type u} [OrOp α] : HOr α α α := HOr.mk OrOp.or
@[default_instance, reducible] instance instHXorOfXorOp {α : Type u} [XorOp α] : HXor α α α :=
  HXor.mk XorOp.xor
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
