/-
Characters, strings and names, and the types that tactics and notation are declared with.
-/
prelude
import Lemmata.Operators
set_option autoImplicit false
set_option interpreter.prefer_native true
set_option linter.all false

universe u v w

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
@[extern "lean_uint32_of_nat"] def Char.ofNat (n : Nat) : Char :=
  dite n.isValidChar
    (fun h => ⟨⟨⟨⟨n, h.lt_size⟩⟩⟩, h⟩)
    (fun _ => ⟨⟨⟨⟨0, Nat.le_of_ble_eq_true rfl⟩⟩⟩, Or.inl (Nat.le_of_ble_eq_true rfl)⟩)
@[extern "lean_uint32_to_nat"] def Char.toNat (c : Char) : Nat := c.val.toBitVec.toFin.val
structure String where
  ofList :: (toList : List Char)
noncomputable abbrev String.mk (data : List Char) : String := String.ofList data

/-! ## What tactics and notation are declared with -/

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

structure Array (α : Type u) where
  mk :: (toList : List α)
structure String.Pos.Raw where
  (byteIdx : Nat)
structure Substring.Raw where
  (str : String) (startPos stopPos : String.Pos.Raw)

namespace Lean
inductive SourceInfo where
  | original (leading : Substring.Raw) (pos : String.Pos.Raw) (trailing : Substring.Raw) (endPos : String.Pos.Raw)
  | synthetic (pos endPos : String.Pos.Raw) (canonical : Bool)
  | none
abbrev SyntaxNodeKind := Name
abbrev SyntaxNodeKinds := List SyntaxNodeKind
inductive Syntax.Preresolved where
  | namespace (ns : Name)
  | decl (n : Name) (fields : List String)
/-- A piece of a parsed file, as the parser lays it out in memory. -/
inductive Syntax where
  | missing
  | node (info : SourceInfo) (kind : SyntaxNodeKind) (args : Array Syntax)
  | atom (info : SourceInfo) (val : String)
  | ident (info : SourceInfo) (rawVal : Substring.Raw) (val : Name) (preresolved : List Syntax.Preresolved)
structure TSyntax (ks : SyntaxNodeKinds) where
  (raw : Syntax)
end Lean
@[reducible] def autoParam (α : Sort u) (_ : Lean.Syntax) : Sort u := α

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

/-! ## The monads in which a macro and a printer of notation run -/

/-- A value and the state that follows, or an exception with that state. -/
inductive EStateM.Result (ε σ α : Type u) where
  | ok (value : α) (state : σ)
  | error (exception : ε) (state : σ)
axiom Lean.Macro.MethodsRef : Type
axiom Lean.Macro.State : Type
namespace Lean
structure Macro.Context where
  (methods : MethodsRef) (quotContext : Name) (currMacroScope currRecDepth maxRecDepth : Nat) (ref : Syntax)
inductive Macro.Exception where
  | error (ref : Syntax) (message : String)
  | unsupportedSyntax
def MacroM (α : Type) : Type :=
  Macro.Context → Macro.State → EStateM.Result Macro.Exception Macro.State α
abbrev Macro : Type := Syntax → MacroM Syntax
def PrettyPrinter.UnexpandM (α : Type) : Type := Syntax → Unit → EStateM.Result Unit Unit α
abbrev PrettyPrinter.Unexpander : Type := Syntax → UnexpandM Syntax
end Lean
