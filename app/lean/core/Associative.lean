/-
Operations that are associative, commutative, idempotent or have an identity, by the classes of `Std`.

What `ac_rfl` and `ac_nf` appeal to: expressions with the same operands, up to order and so on, are equal.
-/
prelude
import Lemmata.AddGroups
import Lemmata.ListFacts
import Lemmata.MinMax
import Lemmata.IntRing
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v

/-! ## Classes of operations -/

namespace Std
section
variable {α : Sort u} {β : Sort v}
/-- The operation is associative. -/
class Associative (op : α → α → α) : Prop where
  assoc : ∀ a b c : α, op (op a b) c = op a (op b c)
/-- The operation is commutative. -/
class Commutative (op : α → α → α) : Prop where
  comm : ∀ a b : α, op a b = op b a
/-- The operation gives `a` for `a` and `a`. -/
class IdempotentOp (op : α → α → α) : Prop where
  idempotent : ∀ x : α, op x x = x
class LeftIdentity (op : α → β → β) (o : outParam α) : Prop
/-- `o` is an identity of the operation from the left. -/
class LawfulLeftIdentity (op : α → β → β) (o : outParam α) : Prop extends LeftIdentity op o where
  left_id : ∀ a : β, op o a = a
class RightIdentity (op : α → β → α) (o : outParam β) : Prop
/-- `o` is an identity of the operation from the right. -/
class LawfulRightIdentity (op : α → β → α) (o : outParam β) : Prop extends RightIdentity op o where
  right_id : ∀ a : α, op a o = a
class Identity (op : α → α → α) (o : outParam α) : Prop extends LeftIdentity op o, RightIdentity op o
/-- `o` is an identity of the operation from both sides. -/
class LawfulIdentity (op : α → α → α) (o : outParam α) : Prop
    extends Identity op o, LawfulLeftIdentity op o, LawfulRightIdentity op o
end
end Std
open Std

/-! ## Expressions and their operands -/

namespace Lean.Data.AC

/-- An expression in the variables with these numbers. -/
inductive Expr where
  | var (x : Nat)
  | op (lhs rhs : Expr)
/-- The value of a variable, which may be known to be an identity. -/
structure Variable {α : Sort u} (op : α → α → α) : Type u where
  value : α
  neutral : Option (PLift (LawfulIdentity op value))
/-- An associative operation, what else is known of it, and the values of the variables. -/
structure Context (α : Sort u) where
  op : α → α → α
  assoc : Associative op
  comm : Option (PLift (Commutative op))
  idem : Option (PLift (IdempotentOp op))
  vars : List (Variable op)
  arbitrary : α

variable {α : Sort u} (ctx : Context α)
def Context.find (x : Variable ctx.op) : List (Variable ctx.op) → Nat → Variable ctx.op
  | [], _ => x
  | y :: _, 0 => y
  | _ :: ys, n + 1 => find x ys n
def Context.var (x : Nat) : Variable ctx.op := ctx.find ⟨ctx.arbitrary, none⟩ ctx.vars x
def eval : Expr → α
  | .var x => (ctx.var x).value
  | .op l r => ctx.op (eval l) (eval r)
def Expr.toList : Expr → List Nat
  | .var x => [x]
  | .op l r => l.toList ++ r.toList
def insert (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => cond (x.ble y) (x :: y :: ys) (y :: insert x ys)
def consIdem (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => if x = y then y :: ys else x :: y :: ys
/-- Of two neighbours one is left out if it is known to be an identity. -/
def pair {p q : Prop} (x y : Nat) (ys : List Nat) : Option (PLift p) → Option (PLift q) → List Nat
  | some _, _ => x :: ys
  | none, some _ => y :: ys
  | none, none => x :: y :: ys
def consNeutral (x : Nat) : List Nat → List Nat
  | [] => [x]
  | y :: ys => pair x y ys (ctx.var y).neutral (ctx.var x).neutral
def fold (cons : Nat → List Nat → List Nat) : List Nat → List Nat
  | [] => []
  | x :: xs => cons x (fold cons xs)
def sort (xs : List Nat) : List Nat :=
  match ctx.comm with
  | some _ => fold insert xs
  | none => xs
def mergeIdem (xs : List Nat) : List Nat :=
  match ctx.idem with
  | some _ => fold consIdem xs
  | none => xs
/-- The operands without identities, sorted and each once, as far as the operation allows. -/
def norm (e : Expr) : List Nat := mergeIdem ctx (sort ctx (fold (consNeutral ctx) e.toList))

/-! ## The value of a list of operands: none for the empty one -/

def join : Option (PLift α) → Option (PLift α) → Option (PLift α)
  | none, y => y
  | x, none => x
  | some x, some y => some ⟨ctx.op x.down y.down⟩
def value (x : Nat) : Option (PLift α) := some ⟨(ctx.var x).value⟩
def values : List Nat → Option (PLift α)
  | [] => none
  | x :: xs => join ctx (value ctx x) (values xs)

theorem join_none (x : Option (PLift α)) : join ctx x none = x := by cases x <;> rfl
theorem join_assoc : (x y z : Option (PLift α)) → join ctx (join ctx x y) z = join ctx x (join ctx y z)
  | none, _, _ => rfl
  | some _, none, z => by cases z <;> rfl
  | some _, some _, none => rfl
  | some x, some y, some z => congrArg (fun a => some (PLift.up a)) (ctx.assoc.assoc x.down y.down z.down)
theorem join_comm (h : Commutative ctx.op) (x y : Option (PLift α)) : join ctx x y = join ctx y x :=
  match x, y with
  | none, none | none, some _ | some _, none => rfl
  | some x, some y => congrArg (fun a => some (PLift.up a)) (h.comm x.down y.down)
theorem join_self (h : IdempotentOp ctx.op) : (x : Option (PLift α)) → join ctx x x = x
  | none => rfl
  | some x => congrArg (fun a => some (PLift.up a)) (h.idempotent x.down)
theorem values_append (xs ys : List Nat) :
    values ctx (xs ++ ys) = join ctx (values ctx xs) (values ctx ys) := by
  induction xs with
  | nil => rfl
  | cons x xs ih => show join ctx _ (values ctx (xs ++ ys)) = _; rw [ih, ← join_assoc]; rfl
theorem values_toList : (e : Expr) → values ctx e.toList = some ⟨eval ctx e⟩
  | .var x => join_none ctx _
  | .op l r => by rw [Expr.toList, values_append, values_toList l, values_toList r]; rfl

/-- `cons` puts one more operand into a list, whatever it does with the list. -/
def Keeps (cons : Nat → List Nat → List Nat) : Prop :=
  ∀ x ys, values ctx (cons x ys) = join ctx (value ctx x) (values ctx ys)
variable {ctx}
theorem Keeps.fold {cons : Nat → List Nat → List Nat} (h : Keeps ctx cons) (xs : List Nat) :
    values ctx (fold cons xs) = values ctx xs := by
  induction xs with
  | nil => rfl
  | cons x xs ih => exact (h x _).trans (congrArg (join ctx _) ih)
theorem keeps_insert (h : Commutative ctx.op) : Keeps ctx insert := fun x ys => by
  induction ys with
  | nil => rfl
  | cons y ys ih =>
    show values ctx (cond (x.ble y) _ _) = _
    cases x.ble y with
    | true => rfl
    | false =>
      show join ctx _ (values ctx (insert x ys)) = join ctx _ (join ctx _ _)
      rw [ih, ← join_assoc, ← join_assoc, join_comm ctx h (value ctx y)]
theorem keeps_consIdem (h : IdempotentOp ctx.op) : Keeps ctx consIdem
  | _, [] => rfl
  | x, y :: ys => by
    show values ctx (if x = y then y :: ys else x :: y :: ys) = join ctx _ (join ctx _ _)
    split
    · next e => rw [e, ← join_assoc, join_self ctx h]; rfl
    · rfl
theorem join_left_id {x : Nat} (h : LawfulIdentity ctx.op (ctx.var x).value) (y : PLift α) :
    join ctx (value ctx x) (some y) = some y := congrArg (fun a => some (PLift.up a)) (h.left_id y.down)
theorem join_right_id {y : Nat} (h : LawfulIdentity ctx.op (ctx.var y).value) (x : PLift α) :
    join ctx (some x) (value ctx y) = some x := congrArg (fun a => some (PLift.up a)) (h.right_id x.down)
theorem keeps_consNeutral : Keeps ctx (consNeutral ctx)
  | _, [] => rfl
  | x, y :: ys => by
    show values ctx (pair x y ys _ _) = join ctx _ (join ctx (value ctx y) (values ctx ys))
    cases (ctx.var y).neutral with
    | some h => rw [← join_assoc]; exact (congrArg (join ctx · _) (join_right_id h.down _)).symm
    | none =>
      cases (ctx.var x).neutral with
      | some h =>
        show join ctx (value ctx y) (values ctx ys) = join ctx _ (join ctx (value ctx y) (values ctx ys))
        cases values ctx ys <;> exact (join_left_id h.down _).symm
      | none => rfl

variable (ctx)
theorem values_norm (e : Expr) : values ctx (norm ctx e) = some ⟨eval ctx e⟩ := by
  have merged (xs : List Nat) : values ctx (mergeIdem ctx xs) = values ctx xs := by
    unfold mergeIdem
    split
    · next h _ => exact (keeps_consIdem h.down).fold xs
    · rfl
  have sorted (xs : List Nat) : values ctx (sort ctx xs) = values ctx xs := by
    unfold sort
    split
    · next h _ => exact (keeps_insert h.down).fold xs
    · rfl
  rw [norm, merged, sorted, keeps_consNeutral.fold, values_toList]
/-- Expressions with the same operands are equal. -/
theorem Context.eq_of_norm (a b : Expr) (h : (norm ctx a == norm ctx b) = true) :
    eval ctx a = eval ctx b := by
  have e := congrArg (values ctx) (eq_of_beq h)
  rw [values_norm, values_norm] at e
  exact congrArg PLift.down (Option.some.inj e)

end Lean.Data.AC

/-! ## Operations that are known -/

instance Semigroup.to_isAssociative {α : Type u} [Semigroup α] : Associative (α := α) (· * ·) := ⟨mul_assoc⟩
instance CommMagma.to_isCommutative {α : Type u} [CommMagma α] : Commutative (α := α) (· * ·) := ⟨mul_comm⟩
instance AddSemigroup.to_isAssociative {α : Type u} [AddSemigroup α] : Associative (α := α) (· + ·) :=
  ⟨add_assoc⟩
instance AddCommMagma.to_isCommutative {α : Type u} [AddCommMagma α] : Commutative (α := α) (· + ·) :=
  ⟨add_comm⟩
instance MulOneClass.toLawfulIdentity {α : Type u} [MulOneClass α] : LawfulIdentity (α := α) (· * ·) 1 where
  left_id := one_mul
  right_id := mul_one
instance AddZeroClass.toLawfulIdentity {α : Type u} [AddZeroClass α] : LawfulIdentity (α := α) (· + ·) 0 where
  left_id := zero_add
  right_id := add_zero
namespace Nat
instance : Associative (α := Nat) (· + ·) := ⟨Nat.add_assoc⟩
instance : Commutative (α := Nat) (· + ·) := ⟨Nat.add_comm⟩
instance : LawfulIdentity (α := Nat) (· + ·) 0 where
  left_id := Nat.zero_add
  right_id := Nat.add_zero
instance : Associative (α := Nat) (· * ·) := ⟨Nat.mul_assoc⟩
instance : Commutative (α := Nat) (· * ·) := ⟨Nat.mul_comm⟩
instance : LawfulIdentity (α := Nat) (· * ·) 1 where
  left_id := Nat.one_mul
  right_id := Nat.mul_one
end Nat
namespace Int
instance : Associative (α := Int) (· + ·) := ⟨Int.add_assoc⟩
instance : Commutative (α := Int) (· + ·) := ⟨Int.add_comm⟩
instance : LawfulIdentity (α := Int) (· + ·) 0 where
  left_id := Int.zero_add
  right_id := Int.add_zero
instance : Associative (α := Int) (· * ·) := ⟨Int.mul_assoc⟩
instance : Commutative (α := Int) (· * ·) := ⟨Int.mul_comm⟩
instance : LawfulIdentity (α := Int) (· * ·) 1 where
  left_id := Int.one_mul
  right_id := Int.mul_one
end Int
instance : Associative And := ⟨fun _ _ _ => propext and_assoc⟩
instance : Commutative And := ⟨fun _ _ => propext and_comm⟩
instance : IdempotentOp And := ⟨fun _ => and_self _⟩
instance : LawfulIdentity And True where
  left_id _ := true_and _
  right_id _ := and_true _
instance : Associative Or := ⟨fun _ _ _ => propext or_assoc⟩
instance : Commutative Or := ⟨fun _ _ => propext or_comm⟩
instance : IdempotentOp Or := ⟨fun _ => or_self _⟩
instance : LawfulIdentity Or False where
  left_id _ := false_or _
  right_id _ := or_false _
instance : Associative (· && ·) := ⟨Bool.and_assoc⟩
instance : Commutative (· && ·) := ⟨Bool.and_comm⟩
instance : IdempotentOp (· && ·) := ⟨Bool.and_self⟩
instance : Associative (· || ·) := ⟨Bool.or_assoc⟩
instance : Commutative (· || ·) := ⟨Bool.or_comm⟩
instance : IdempotentOp (· || ·) := ⟨Bool.or_self⟩
