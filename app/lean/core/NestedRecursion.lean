/-
How the equation compiler learns that what a function is called with came out of the list that it was given: before it looks for a measure it replaces `xs.map f` by a form in which `f` knows that its argument is in `xs`.
-/
prelude
import Lemmata.ListMaps
import Lemmata.Macros
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w

namespace List
variable {α : Type u} {β : Type v} {P : α → Prop}

/-- Each element together with the proof that it is one of the elements. -/
def attachWith (l : List α) (P : α → Prop) (H : ∀ x ∈ l, P x) : List {x // P x} :=
  match l, H with
  | [], _ => []
  | a :: as, H => ⟨a, H a (Mem.head as)⟩ :: attachWith as P fun x h => H x (Mem.tail a h)
/-- Each element together with the proof that it is one of the elements. -/
def attach (l : List α) : List {x // x ∈ l} := attachWith l _ fun _ h => h
/-- The elements without what is known about them. -/
def unattach {P : α → Prop} (l : List {x // P x}) : List α := l.map fun x => x.val
theorem unattach_attachWith {l : List α} {H : ∀ x ∈ l, P x} : (l.attachWith P H).unattach = l := by
  induction l with
  | nil => rfl
  | cons a as ih => exact congrArg (cons a) ih
@[simp] theorem unattach_attach {l : List α} : l.attach.unattach = l := unattach_attachWith

@[wf_preprocess] theorem map_wfParam {xs : List α} {f : α → β} :
    (wfParam xs).map f = xs.attach.unattach.map f := by rw [unattach_attach, wfParam]
@[wf_preprocess] theorem map_unattach {xs : List {x // P x}} {f : α → β} :
    xs.unattach.map f = xs.map fun ⟨x, h⟩ => binderNameHint x f (binderNameHint h () (f (wfParam x))) := map_map
@[wf_preprocess] theorem foldl_wfParam {xs : List α} {f : β → α → β} {x : β} :
    (wfParam xs).foldl f x = xs.attach.unattach.foldl f x := by rw [unattach_attach, wfParam]
@[wf_preprocess] theorem foldl_unattach {xs : List {x // P x}} {f : β → α → β} {x : β} :
    xs.unattach.foldl f x =
      xs.foldl (fun s ⟨x, h⟩ =>
        binderNameHint s f (binderNameHint x (f s) (binderNameHint h () (f s (wfParam x))))) x := by
  induction xs generalizing x with
  | nil => rfl
  | cons a as ih => exact ih
@[wf_preprocess] theorem foldr_wfParam {xs : List α} {f : α → β → β} {x : β} :
    (wfParam xs).foldr f x = xs.attach.unattach.foldr f x := by rw [unattach_attach, wfParam]
@[wf_preprocess] theorem foldr_unattach {xs : List {x // P x}} {f : α → β → β} {x : β} :
    xs.unattach.foldr f x =
      xs.foldr (fun ⟨x, h⟩ s =>
        binderNameHint x f (binderNameHint s (f x) (binderNameHint h () (f (wfParam x) s)))) x := by
  induction xs with
  | nil => rfl
  | cons a as ih => exact congrArg (f a.val) ih
/-- An element is smaller than the list. -/
theorem sizeOf_lt_of_mem [SizeOf α] {a : α} {as : List α} (h : a ∈ as) : sizeOf a < sizeOf as := by
  induction h with
  | head as =>
    rw [cons.sizeOf_spec, Nat.add_comm 1, Nat.add_assoc]
    exact Nat.lt_add_of_pos_right (Nat.lt_of_lt_of_le Nat.one_pos (Nat.le_add_right 1 _))
  | tail b _ ih => rw [cons.sizeOf_spec]; exact Nat.lt_of_lt_of_le ih (Nat.le_add_left _ _)

end List

-- Lean tries `simp +arith` here, which comes to this.
macro_rules | `(tactic| decreasing_trivial) => `(tactic| (simp <;> omega))
