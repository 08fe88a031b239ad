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
@[extern "x"] axiom expandExplicitBinders : Name → Syntax → Syntax → MacroM Syntax
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

-- Namespaces that files for Mathlib open out of habit. They are empty here, so that opening them is no error.
namespace BigOperators end BigOperators
namespace Real end Real
namespace Topology end Topology
namespace Rat end Rat
namespace Int end Int
namespace Finset end Finset
namespace Set end Set
namespace Filter end Filter
namespace Polynomial end Polynomial
namespace Complex end Complex
namespace MeasureTheory end MeasureTheory
namespace EuclideanGeometry end EuclideanGeometry
namespace NNReal end NNReal
namespace ENNReal end ENNReal
