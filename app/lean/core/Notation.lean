/-
Notation of Mathlib that Lean itself has not: `∃! x, p x` and `ℕ`.

Its macros are programs; what they call is compiled into Lean's library and found there by name.
-/
prelude
import Lemmata.Data
set_option autoImplicit false
set_option interpreter.prefer_native true

namespace Lean
@[extern "x"] axiom explicitBinders : ParserDescr
@[extern "x"] axiom Syntax.getArg : Syntax → Nat → Syntax
@[extern "x"] axiom expandExplicitBinders : Name → Syntax → Syntax → Macro.Context → Macro.State → MacroResult
@[extern "x"] axiom mkCIdent : Name → Syntax
end Lean

@[term_parser 1000] def «term∃!_,_» : Lean.ParserDescr :=
  .node `«term∃!_,_» 1024
    (.binary `andthen (.binary `andthen (.binary `andthen (.symbol "∃!") Lean.explicitBinders) (.symbol ", "))
      (.cat `term 0))
@[macro «term∃!_,_»] def expandExistsUnique : Lean.Macro := fun stx context state =>
  Lean.expandExplicitBinders `ExistsUnique (stx.getArg 1) (stx.getArg 3) context state

@[term_parser 1000] def «termℕ» : Lean.ParserDescr := .node `«termℕ» 1024 (.symbol "ℕ")
@[macro «termℕ»] def expandNat : Lean.Macro := fun _ _ state => .ok (Lean.mkCIdent `Nat) state
