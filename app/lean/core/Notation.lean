/-
Notation of Mathlib that Lean itself has not: `∃! x, p x`, `ℕ`, `ℤ` and `Type*`.
-/
prelude
import Lemmata.Macros
import Lemmata.Int
set_option autoImplicit false
set_option interpreter.prefer_native true


macro "ℕ" : term => `(Nat)
macro "ℤ" : term => `(Int)
macro "Type*" : term => `(Type _)
macro "Sort*" : term => `(Sort _)
macro "∃!" xs:Lean.explicitBinders ", " body:term : term => Lean.expandExplicitBinders `ExistsUnique xs body
@[app_unexpander ExistsUnique] def unexpandExistsUnique : Lean.PrettyPrinter.Unexpander
  | `($_ fun $x:ident => $b) => `(∃! $x:ident, $b)
  | _ => throw ()

-- Namespaces that files for Mathlib open out of habit. They are empty here, so that opening them is no error.
namespace BigOperators end BigOperators
namespace Real end Real
namespace Topology end Topology
namespace Rat end Rat
namespace Finset end Finset
namespace Set end Set
namespace Filter end Filter
namespace Polynomial end Polynomial
namespace Complex end Complex
namespace MeasureTheory end MeasureTheory
namespace EuclideanGeometry end EuclideanGeometry
namespace NNReal end NNReal
namespace ENNReal end ENNReal
