/-
The integers: what they are, and the operations on them.

An integer is a natural number or the negative of a successor.
-/
prelude
import Lemmata.Arithmetic
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u

set_option genCtorIdx false in
/-- The integers: `Int.ofNat n` is `n`, and `Int.negSucc n` is `-(n + 1)`. -/
inductive Int : Type where
  | ofNat : Nat → Int
  | negSucc : Nat → Int
attribute [extern "lean_nat_to_int"] Int.ofNat
attribute [extern "lean_int_neg_succ_of_nat"] Int.negSucc
instance instNatCastInt : NatCast Int := ⟨Int.ofNat⟩
instance instOfNat {n : Nat} : OfNat Int n := ⟨Int.ofNat n⟩

/-! ## `-[n+1]` for `Int.negSucc n`, after `open Int` -/

@[extern "x"] axiom Int.«term-[_+1]» : Lean.ParserDescr
@[extern "x"] axiom Int.«_aux_Init_Data_Int_Basic___macroRules_Int_term-[_+1]_1» : Lean.Macro
@[extern "x"] axiom Int._aux_Init_Data_Int_Basic___unexpand_Int_negSucc_1 : Lean.PrettyPrinter.Unexpander

namespace Int

attribute [scoped term_parser 1000] Int.«term-[_+1]»
attribute [macro Int.«term-[_+1]»] Int.«_aux_Init_Data_Int_Basic___macroRules_Int_term-[_+1]_1»
attribute [scoped app_unexpander Int.negSucc] Int._aux_Init_Data_Int_Basic___unexpand_Int_negSucc_1

/-! ## Negative, sum, product -/

instance instInhabited : Inhabited Int := ⟨ofNat 0⟩
/-- `-n`. -/
def negOfNat : Nat → Int
  | 0 => 0
  | Nat.succ m => negSucc m
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_neg"] protected def neg (n : Int) : Int :=
  match n with
  | ofNat n => negOfNat n
  | negSucc n => ofNat (Nat.succ n)
@[default_instance mid] instance instNegInt : Neg Int := ⟨Int.neg⟩
/-- `m - n`, which may be negative. -/
def subNatNat (m n : Nat) : Int :=
  match n - m with
  | 0 => ofNat (m - n)
  | Nat.succ k => negSucc k
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_add"] protected def add (m n : Int) : Int :=
  match m, n with
  | ofNat m, ofNat n => ofNat (m + n)
  | ofNat m, negSucc n => subNatNat m (Nat.succ n)
  | negSucc m, ofNat n => subNatNat n (Nat.succ m)
  | negSucc m, negSucc n => negSucc (Nat.succ (m + n))
instance instAdd : Add Int := ⟨Int.add⟩
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_mul"] protected def mul (m n : Int) : Int :=
  match m, n with
  | ofNat m, ofNat n => ofNat (m * n)
  | ofNat m, negSucc n => negOfNat (m * Nat.succ n)
  | negSucc m, ofNat n => negOfNat (Nat.succ m * n)
  | negSucc m, negSucc n => ofNat (Nat.succ m * Nat.succ n)
instance instMul : Mul Int := ⟨Int.mul⟩
@[extern "lean_int_sub"] protected def sub (m n : Int) : Int := m + -n
instance instSub : Sub Int := ⟨Int.sub⟩
/-- `m ^ n`, by repeated multiplication. -/
protected def pow (m : Int) : Nat → Int
  | 0 => 1
  | Nat.succ n => Int.pow m n * m
instance instNatPow : NatPow Int := ⟨Int.pow⟩

/-! ## Order, absolute value and equality, which a program decides -/

inductive NonNeg : Int → Prop where
  | mk (n : Nat) : NonNeg (ofNat n)
/-- `a ≤ b`: the difference `b - a` is a natural number. -/
protected def le (a b : Int) : Prop := NonNeg (b - a)
instance instLEInt : LE Int := ⟨Int.le⟩
protected def lt (a b : Int) : Prop := a + 1 ≤ b
instance instLTInt : LT Int := ⟨Int.lt⟩
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_dec_nonneg"] private def decNonneg (m : Int) : Decidable (NonNeg m) :=
  match m with
  | ofNat m => isTrue (NonNeg.mk m)
  | negSucc _ => isFalse fun h =>
    h.rec (motive := fun m _ => Int.rec (fun _ => True) (fun _ => False) m) fun _ => trivial
@[extern "lean_int_dec_le"] instance decLe (a b : Int) : Decidable (a ≤ b) := decNonneg (b - a)
@[extern "lean_int_dec_lt"] instance decLt (a b : Int) : Decidable (a < b) := decNonneg (b - (a + 1))
set_option bootstrap.genMatcherCode false in
/-- The absolute value as a natural number. -/
@[extern "lean_nat_abs"] def natAbs (m : Int) : Nat :=
  match m with
  | ofNat m => m
  | negSucc m => Nat.succ m
attribute [gen_constructor_elims] Int -- what it generates needs the functions above
set_option bootstrap.genMatcherCode false in
@[extern "lean_int_dec_eq"] protected def decEq (a b : Int) : Decidable (a = b) :=
  match a, b with
  | ofNat a, ofNat b => match Nat.decEq a b with
    | isTrue h => isTrue (congrArg ofNat h)
    | isFalse h => isFalse fun e => h (ofNat.inj e)
  | ofNat _, negSucc _ => isFalse fun e => nomatch e
  | negSucc _, ofNat _ => isFalse fun e => nomatch e
  | negSucc a, negSucc b => match Nat.decEq a b with
    | isTrue h => isTrue (congrArg negSucc h)
    | isFalse h => isFalse fun e => h (negSucc.inj e)
instance instDecidableEq : DecidableEq Int := Int.decEq
instance instMin : Min Int := ⟨fun a b => if a ≤ b then a else b⟩
instance instMax : Max Int := ⟨fun a b => if a ≤ b then b else a⟩

/-! ## Sign, natural number -/

/-- `1`, `0` or `-1`, as the number is positive, zero or negative. -/
def sign : Int → Int
  | ofNat (Nat.succ _) => 1
  | ofNat 0 => 0
  | negSucc _ => -1
/-- The number itself, or `0` if it is negative. -/
def toNat : Int → Nat
  | ofNat n => n
  | negSucc _ => 0
/-- The number itself, or nothing if it is negative. -/
def toNat? : Int → Option Nat
  | ofNat n => some n
  | negSucc _ => none

/-! ## Divisibility, quotients and remainders -/

instance instDvd : Dvd Int := ⟨fun a b => ∃ c, b = a * c⟩
/-- The quotient `a / b`, so rounded that the remainder `a % b` is not negative; `a / 0 = 0`. -/
@[extern "lean_int_ediv"] def ediv : Int → Int → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / Nat.succ n)
  | negSucc _, ofNat 0 => 0
  | negSucc m, ofNat (Nat.succ n) => negSucc (m / Nat.succ n)
  | negSucc m, negSucc n => ofNat (Nat.succ (m / Nat.succ n))
/-- The remainder `a % b`: between `0` and `|b|`, without `|b|`; `a % 0 = a`. -/
@[extern "lean_int_emod"] def emod : Int → Int → Int
  | ofNat m, n => ofNat (m % natAbs n)
  | negSucc m, n => subNatNat (natAbs n) (Nat.succ (m % natAbs n))
instance instDiv : Div Int := ⟨Int.ediv⟩
instance instMod : Mod Int := ⟨Int.emod⟩
/-- The quotient rounded towards zero. -/
@[extern "lean_int_div"] def tdiv : Int → Int → Int
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat m, negSucc n => -ofNat (m / Nat.succ n)
  | negSucc m, ofNat n => -ofNat (Nat.succ m / n)
  | negSucc m, negSucc n => ofNat (Nat.succ m / Nat.succ n)
/-- The remainder that belongs to `Int.tdiv`: it has the sign of the dividend. -/
@[extern "lean_int_mod"] def tmod : Int → Int → Int
  | ofNat m, ofNat n => ofNat (m % n)
  | ofNat m, negSucc n => ofNat (m % Nat.succ n)
  | negSucc m, ofNat n => -ofNat (Nat.succ m % n)
  | negSucc m, negSucc n => -ofNat (Nat.succ m % Nat.succ n)
/-- The quotient rounded down. -/
def fdiv : Int → Int → Int
  | ofNat 0, _ => 0
  | ofNat m, ofNat n => ofNat (m / n)
  | ofNat (Nat.succ m), negSucc n => negSucc (m / Nat.succ n)
  | negSucc _, ofNat 0 => 0
  | negSucc m, ofNat (Nat.succ n) => negSucc (m / Nat.succ n)
  | negSucc m, negSucc n => ofNat (Nat.succ m / Nat.succ n)
/-- The remainder that belongs to `Int.fdiv`: it has the sign of the divisor. -/
def fmod : Int → Int → Int
  | ofNat 0, _ => 0
  | ofNat m, ofNat n => ofNat (m % n)
  | ofNat (Nat.succ m), negSucc n => subNatNat (m % Nat.succ n) n
  | negSucc m, ofNat n => subNatNat n (Nat.succ (m % n))
  | negSucc m, negSucc n => -ofNat (Nat.succ m % Nat.succ n)
/-- The remainder between `-m / 2` and `m / 2`, without the upper end. -/
def bmod (x : Int) (m : Nat) : Int :=
  let r := x % m
  if r < (m + 1) / 2 then r else r - m
/-- The quotient that belongs to `Int.bmod`. -/
def bdiv (x : Int) (m : Nat) : Int :=
  if m = 0 then 0
  else
    let q := x / m
    let r := x % m
    if r < (m + 1) / 2 then q else q + 1
/-- The greatest common divisor, a natural number. -/
def gcd (m n : Int) : Nat := m.natAbs.gcd n.natAbs

end Int

/-! ## Integers in another number system -/

class IntCast (R : Type u) where
  protected intCast : Int → R
instance instIntCastInt : IntCast Int := ⟨id⟩
/-- The integer as an element of `R`. -/
@[coe, reducible, match_pattern] protected def Int.cast {R : Type u} [IntCast R] : Int → R := IntCast.intCast
instance instCoeTailIntOfIntCast {R : Type u} [IntCast R] : CoeTail Int R := ⟨Int.cast⟩
instance instCoeHTCTIntOfIntCast {R : Type u} [IntCast R] : CoeHTCT Int R := ⟨Int.cast⟩
@[simp, norm_cast] theorem Int.cast_id {n : Int} : n.cast = n := rfl
