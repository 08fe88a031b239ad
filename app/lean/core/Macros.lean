/-
What a `macro` is made of: quotations of syntax, and the monad in which a macro runs.

Only the library itself defines macros; what they call is compiled into Lean and found there by name.
-/
prelude
import Lemmata.Decidable
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w

/-! ## Monads -/

class Functor (f : Type u → Type v) where
  map {α β : Type u} : (α → β) → f α → f β
class Pure (f : Type u → Type v) where
  pure {α : Type u} : α → f α
export Pure (pure)
class Bind (m : Type u → Type v) where
  bind {α β : Type u} : m α → (α → m β) → m β
export Bind (bind)
class Monad (m : Type u → Type v) extends Functor m, Pure m, Bind m

/-! ## Arrays -/

@[extern "x"] axiom Array.extract : {α : Type u} → Array α → Nat → Nat → Array α
@[extern "x"] axiom Array.append : {α : Type u} → Array α → Array α → Array α
@[extern "x"] axiom Array.map : {α : Type u} → {β : Type v} → (α → β) → Array α → Array β
namespace Array
variable {α : Type u}
/-- Room for that many elements; it holds none. -/
@[extern "lean_mk_empty_array_with_capacity"] def mkEmpty (_ : Nat) : Array α := ⟨[]⟩
@[extern "lean_array_push"] def push (as : Array α) (a : α) : Array α :=
  ⟨List.rec [a] (fun b _ bs => b :: bs) as.toList⟩
@[extern "lean_array_get_size"] def size (as : Array α) : Nat := List.rec 0 (fun _ _ n => n.succ) as.toList
def empty : Array α := mkEmpty 0
def _root_.List.toArrayAux : List α → Array α → Array α
  | [], r => r
  | a :: as, r => toArrayAux as (r.push a)
def _root_.List.toArray (as : List α) : Array α := as.toArrayAux empty
def mkArray0 : Array α := mkEmpty 0
def mkArray1 (a : α) : Array α := (mkEmpty 1).push a
def mkArray2 (a b : α) : Array α := (mkArray1 a).push b
def mkArray3 (a b c : α) : Array α := (mkArray2 a b).push c
def mkArray4 (a b c d : α) : Array α := (mkArray3 a b c).push d
def mkArray5 (a b c d e : α) : Array α := (mkArray4 a b c d).push e
def mkArray6 (a b c d e f : α) : Array α := (mkArray5 a b c d e).push f
def mkArray7 (a b c d e f g : α) : Array α := (mkArray6 a b c d e f).push g
def mkArray8 (a b c d e f g h : α) : Array α := (mkArray7 a b c d e f g).push h
end Array

/-! ## Syntax -/

@[extern "x"] axiom String.toRawSubstring' : String → Substring.Raw
namespace Lean
abbrev MacroScope := Nat
@[extern "x"] axiom SourceInfo.fromRef : Syntax → Bool → SourceInfo
@[extern "x"] axiom addMacroScope : Name → Name → MacroScope → Name
@[extern "x"] axiom mkCIdent : Name → Syntax
@[extern "x"] axiom expandExplicitBinders : Name → Syntax → Syntax → MacroM (TSyntax [`term])
@[extern "x"] axiom Syntax.isNone : Syntax → Bool
@[extern "x"] axiom Syntax.isOfKind : Syntax → Name → Bool
@[extern "x"] axiom Syntax.getArg : Syntax → Nat → Syntax
@[extern "x"] axiom Syntax.getArgs : Syntax → Array Syntax
@[extern "x"] axiom Syntax.matchesNull : Syntax → Nat → Bool
@[extern "x"] axiom Syntax.matchesLit : Syntax → SyntaxNodeKind → String → Bool
@[extern "x"] axiom Syntax.matchesIdent : Syntax → Name → Bool
namespace Syntax
def node1 (info : SourceInfo) (kind : SyntaxNodeKind) (a : Syntax) : Syntax := .node info kind (.mkArray1 a)
def node2 (info : SourceInfo) (kind : SyntaxNodeKind) (a b : Syntax) : Syntax :=
  .node info kind (.mkArray2 a b)
def node3 (info : SourceInfo) (kind : SyntaxNodeKind) (a b c : Syntax) : Syntax :=
  .node info kind (.mkArray3 a b c)
def node4 (info : SourceInfo) (kind : SyntaxNodeKind) (a b c d : Syntax) : Syntax :=
  .node info kind (.mkArray4 a b c d)
def node5 (info : SourceInfo) (kind : SyntaxNodeKind) (a b c d e : Syntax) : Syntax :=
  .node info kind (.mkArray5 a b c d e)
def node6 (info : SourceInfo) (kind : SyntaxNodeKind) (a b c d e f : Syntax) : Syntax :=
  .node info kind (.mkArray6 a b c d e f)
def node7 (info : SourceInfo) (kind : SyntaxNodeKind) (a b c d e f g : Syntax) : Syntax :=
  .node info kind (.mkArray7 a b c d e f g)
def node8 (info : SourceInfo) (kind : SyntaxNodeKind) (a b c d e f g h : Syntax) : Syntax :=
  .node info kind (.mkArray8 a b c d e f g h)
end Syntax
def mkAtom (val : String) : Syntax := .atom .none val
@[extern "x"] axiom Syntax.getNumArgs : Syntax → Nat
@[extern "x"] axiom mkSepArray : Array Syntax → Syntax → Array Syntax
@[extern "x"] axiom mkNullNode : Array Syntax → Syntax
structure Syntax.TSepArray (sks : SyntaxNodeKinds) (sep : String) where
  (elemsAndSeps : Array Syntax)
@[extern "x"] axiom Syntax.TSepArray.getElems : {ks : SyntaxNodeKinds} → {sep : String} → TSepArray ks sep → Array (TSyntax ks)
abbrev TSyntaxArray (ks : SyntaxNodeKinds) := Array (TSyntax ks)
@[extern "x"] axiom TSyntaxArray.mkImpl : {ks : SyntaxNodeKinds} → Array Syntax → TSyntaxArray ks
@[extern "x"] axiom TSyntaxArray.rawImpl : {ks : SyntaxNodeKinds} → TSyntaxArray ks → Array Syntax
def TSyntaxArray.mk {ks : SyntaxNodeKinds} (as : Array Syntax) : TSyntaxArray ks := TSyntaxArray.mkImpl as
def TSyntaxArray.raw {ks : SyntaxNodeKinds} (as : TSyntaxArray ks) : Array Syntax := TSyntaxArray.rawImpl as
instance (kind : SyntaxNodeKind) : CoeT SyntaxNodeKind kind SyntaxNodeKinds := ⟨[kind]⟩
instance {ks : SyntaxNodeKinds} {sep : String} (s : Syntax.TSepArray ks sep) :
    CoeT (Syntax.TSepArray ks sep) s (Array (TSyntax ks)) := ⟨s.getElems⟩
instance {ks : SyntaxNodeKinds} (s : TSyntax ks) : CoeT (TSyntax ks) s Syntax := ⟨s.raw⟩
instance {k : SyntaxNodeKind} {ks : SyntaxNodeKinds} (s : TSyntax [k]) : CoeT (TSyntax [k]) s (TSyntax (k :: ks)) :=
  ⟨⟨s.raw⟩⟩
instance (s : TSyntax [`ident]) : CoeT (TSyntax [`ident]) s (TSyntax [`term]) := ⟨⟨s.raw⟩⟩
instance (s : TSyntax [`num]) : CoeT (TSyntax [`num]) s (TSyntax [`term]) := ⟨⟨s.raw⟩⟩

/-! ## The monad of macros -/

class MonadRef (m : Type → Type) where
  getRef : m Syntax
  withRef {α : Type} : Syntax → m α → m α
export MonadRef (getRef)
class MonadQuotation (m : Type → Type) extends MonadRef m where
  getCurrMacroScope : m MacroScope
  getContext : m Name
  withFreshMacroScope {α : Type} : m α → m α
export MonadQuotation (getCurrMacroScope withFreshMacroScope)
def MonadRef.mkInfoFromRefPos {m : Type → Type} [Monad m] [MonadRef m] : m SourceInfo :=
  bind getRef fun ref => pure (SourceInfo.fromRef ref false)
def withRef {m : Type → Type} [Monad m] [MonadRef m] {α : Type} (ref : Syntax) (x : m α) : m α :=
  bind getRef fun _ => MonadRef.withRef ref x
end Lean
class MonadExcept (ε : outParam (Type u)) (m : Type v → Type w) where
  throw {α : Type v} : ε → m α
  tryCatch {α : Type v} : m α → (ε → m α) → m α
export MonadExcept (throw tryCatch)

namespace EStateM.Result
variable {ε σ α β : Type}
def bind (x : EStateM.Result ε σ α) (f : α → σ → EStateM.Result ε σ β) : EStateM.Result ε σ β :=
  match x with
  | .ok a state => f a state
  | .error e state => .error e state
def handle (x : EStateM.Result ε σ α) (f : ε → σ → EStateM.Result ε σ α) : EStateM.Result ε σ α :=
  match x with
  | .ok a state => .ok a state
  | .error e state => f e state
end EStateM.Result

namespace Lean
instance : Monad MacroM where
  map f x := fun context state => (x context state).bind fun a state => .ok (f a) state
  pure a := fun _ state => .ok a state
  bind x f := fun context state => (x context state).bind fun a => f a context
instance : MonadExcept Macro.Exception MacroM where
  throw e := fun _ state => .error e state
  tryCatch x f := fun context state => (x context state).handle fun e => f e context
instance : MonadQuotation MacroM where
  getRef := fun context state => .ok context.ref state
  withRef ref x := fun context => x { context with ref }
  getCurrMacroScope := fun context state => .ok context.currMacroScope state
  getContext := fun context state => .ok context.quotContext state
  withFreshMacroScope x := x

@[extern "x"] axiom Syntax.getId : Syntax → Name
def TSyntax.getId {ks : SyntaxNodeKinds} (s : TSyntax ks) : Name := s.raw.getId
namespace PrettyPrinter
instance : Monad UnexpandM where
  map f x := fun ref state => (x ref state).bind fun a state => .ok (f a) state
  pure a := fun _ state => .ok a state
  bind x f := fun ref state => (x ref state).bind fun a => f a ref
instance : MonadExcept Unit UnexpandM where
  throw e := fun _ state => .error e state
  tryCatch x f := fun ref state => (x ref state).handle fun e => f e ref
instance : MonadQuotation UnexpandM where
  getRef := fun ref state => .ok ref state
  withRef ref x := fun _ => x ref
  getCurrMacroScope := fun _ state => .ok 0 state
  getContext := fun _ state => .ok `_fakeMod state
  withFreshMacroScope x := x
end PrettyPrinter
end Lean
