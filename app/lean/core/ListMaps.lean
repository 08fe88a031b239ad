/-
Lists: map, filter, folds, all and any, flatten, replicate, range.
-/
prelude
import Lemmata.ListFacts
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w x

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

/-! ## Map -/

@[simp] theorem map_nil {f : α → β} : map f [] = [] := rfl
@[simp] theorem map_cons {f : α → β} {a : α} {l : List α} : map f (a :: l) = f a :: map f l := rfl
theorem map_singleton {f : α → β} {a : α} : map f [a] = [f a] := rfl
@[simp] theorem length_map {as : List α} (f : α → β) : (as.map f).length = as.length := by
  induction as with
  | nil => rfl
  | cons a as ih => exact congrArg (· + 1) ih
@[simp] theorem map_append {f : α → β} {l₁ l₂ : List α} : map f (l₁ ++ l₂) = map f l₁ ++ map f l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih => exact congrArg (cons (f a)) ih
@[simp] theorem map_map {g : β → γ} {f : α → β} {l : List α} : map g (map f l) = map (g ∘ f) l := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (cons (g (f a))) ih
@[simp] theorem map_id (l : List α) : map (id : α → α) l = l := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (cons a) ih
@[simp] theorem map_id' (l : List α) : map (fun (a : α) => a) l = l := map_id l
@[simp] theorem map_id_fun : map (id : α → α) = id := funext map_id
@[simp] theorem map_id_fun' : map (fun (a : α) => a) = id := funext map_id
theorem map_id'' {f : α → α} (h : ∀ x, f x = x) (l : List α) : map f l = l := by
  rw [show f = id from funext h, map_id]
@[simp 500] theorem mem_map {b : β} {f : α → β} {l : List α} : b ∈ l.map f ↔ ∃ a, a ∈ l ∧ f a = b := by
  induction l with
  | nil => exact iff_of_false not_mem_nil fun ⟨_, h, _⟩ => not_mem_nil h
  | cons a l ih =>
    rw [map_cons, mem_cons, ih]
    exact ⟨fun h => h.elim (fun e => ⟨a, Mem.head l, e.symm⟩) fun ⟨x, m, e⟩ => ⟨x, Mem.tail a m, e⟩,
      fun ⟨x, m, e⟩ => (mem_cons.mp m).imp (fun k => e.symm.trans (congrArg f k)) fun k => ⟨x, k, e⟩⟩
theorem exists_of_mem_map {b : β} {f : α → β} {l : List α} (h : b ∈ map f l) : ∃ a, a ∈ l ∧ f a = b :=
  mem_map.mp h
theorem mem_map_of_mem {a : α} {l : List α} {f : α → β} (h : a ∈ l) : f a ∈ map f l := mem_map.mpr ⟨a, h, rfl⟩
theorem forall_mem_map {f : α → β} {l : List α} {P : β → Prop} :
    (∀ (i) (_ : i ∈ l.map f), P i) ↔ ∀ (j) (_ : j ∈ l), P (f j) :=
  ⟨fun h j m => h (f j) (mem_map_of_mem m), fun h _ m => (mem_map.mp m).elim fun j ⟨k, e⟩ => e ▸ h j k⟩
@[simp] theorem map_eq_nil_iff {f : α → β} {l : List α} : map f l = [] ↔ l = [] := by
  rw [← length_eq_zero_iff, length_map, length_eq_zero_iff]
@[simp] theorem map_inj_left {l : List α} {f g : α → β} : map f l = map g l ↔ ∀ a, a ∈ l → f a = g a := by
  induction l with
  | nil => exact iff_of_true rfl fun _ h => absurd h not_mem_nil
  | cons a l ih => rw [map_cons, map_cons, cons_eq_cons, ih, forall_mem_cons]
theorem map_congr_left {l : List α} {f g : α → β} (h : ∀ a, a ∈ l → f a = g a) : map f l = map g l :=
  map_inj_left.mpr h
theorem map_inj_right {f : α → β} {l l' : List α} (w : ∀ x y, f x = f y → x = y) :
    map f l = map f l' ↔ l = l' := by
  induction l generalizing l' with
  | nil => exact ⟨fun h => (map_eq_nil_iff.mp h.symm).symm, fun h => h ▸ rfl⟩
  | cons a l ih => cases l' with
    | nil => exact iff_of_false (fun h => nomatch h) fun h => nomatch h
    | cons b l' =>
      rw [map_cons, map_cons, cons_eq_cons, ih, cons_eq_cons]
      exact and_congr_left fun _ => ⟨w a b, congrArg f⟩
theorem map_reverse {f : α → β} {l : List α} : l.reverse.map f = (l.map f).reverse := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [reverse_cons, map_append, ih, map_cons (l := l), reverse_cons]; rfl
theorem reverse_map {f : α → β} {l : List α} : (l.map f).reverse = l.reverse.map f := map_reverse.symm

/-! ## Filter -/

section
variable {p q : α → Bool} {a : α} {l : List α}

@[simp] theorem filter_nil {p : α → Bool} : filter p [] = [] := rfl
theorem filter_cons {x : α} {xs : List α} {p : α → Bool} :
    (x :: xs : List α).filter p = if p x then x :: xs.filter p else xs.filter p := rfl
@[simp] theorem filter_cons_of_pos (pa : p a = true) : filter p (a :: l) = a :: filter p l := if_pos pa
@[simp] theorem filter_cons_of_neg (pa : ¬p a = true) : filter p (a :: l) = filter p l := if_neg pa
theorem length_filter_le (p : α → Bool) (l : List α) : (l.filter p).length ≤ l.length := by
  induction l with
  | nil => exact Nat.le_refl 0
  | cons a l ih =>
    rw [filter_cons]
    split
    · exact Nat.succ_le_succ ih
    · exact Nat.le_succ_of_le ih
@[simp] theorem mem_filter {x : α} {p : α → Bool} {as : List α} : x ∈ filter p as ↔ x ∈ as ∧ p x = true := by
  induction as with
  | nil => exact iff_of_false not_mem_nil fun h => not_mem_nil h.left
  | cons a as ih =>
    by_cases pa : p a = true
    · rw [filter_cons_of_pos pa, mem_cons, ih, mem_cons, or_and_right]
      exact or_congr ⟨fun e => ⟨e, e ▸ pa⟩, And.left⟩ Iff.rfl
    · rw [filter_cons_of_neg pa, ih, mem_cons]
      exact and_congr_left fun px => ⟨Or.inr, fun h => h.resolve_left fun e => pa (e ▸ px)⟩
theorem mem_of_mem_filter (h : a ∈ filter p l) : a ∈ l := (mem_filter.mp h).left
theorem of_mem_filter (h : a ∈ filter p l) : p a = true := (mem_filter.mp h).right
theorem mem_filter_of_mem (h₁ : a ∈ l) (h₂ : p a = true) : a ∈ filter p l := mem_filter.mpr ⟨h₁, h₂⟩
theorem filter_eq_nil_iff : filter p l = [] ↔ ∀ a, a ∈ l → ¬p a = true := by
  rw [eq_nil_iff_forall_not_mem]
  exact forall_congr' fun _ => (not_congr mem_filter).trans not_and
@[simp] theorem filter_append {p : α → Bool} (l₁ l₂ : List α) :
    filter p (l₁ ++ l₂) = filter p l₁ ++ filter p l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih =>
    rw [cons_append, filter_cons, filter_cons, ih]
    split <;> rfl
theorem filter_congr : ∀ {l : List α}, (∀ x, x ∈ l → p x = q x) → filter p l = filter q l
  | [], _ => rfl
  | a :: l, h => by
    rw [filter_cons, filter_cons, h a (Mem.head l), filter_congr fun x m => h x (Mem.tail a m)]
@[simp] theorem filter_filter : filter p (filter q l) = filter (fun a => p a && q a) l := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    by_cases qa : q a = true
    · rw [filter_cons_of_pos qa, filter_cons, filter_cons, ih, qa, Bool.and_true]
    · rw [filter_cons_of_neg qa, ih, filter_cons, Bool.eq_false_of_not_eq_true qa, Bool.and_false]
      rfl
theorem filter_map {f : β → α} {l : List β} : filter p (map f l) = map f (filter (p ∘ f) l) := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [map_cons, filter_cons, filter_cons, ih]
    show (if p (f a) = true then _ else _) = map f (if p (f a) = true then _ else _)
    split <;> rfl
@[simp] theorem filter_eq_self : filter p l = l ↔ ∀ a, a ∈ l → p a = true := by
  refine ⟨fun h a m => of_mem_filter (h.symm ▸ m : a ∈ filter p l), fun h => ?_⟩
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [filter_cons_of_pos (h a (Mem.head l)), ih fun b m => h b (Mem.tail a m)]
@[simp] theorem filter_reverse : l.reverse.filter p = (l.filter p).reverse := by
  induction l with
  | nil => rfl
  | cons a l ih =>
    rw [reverse_cons, filter_append, ih, filter_cons, filter_cons]
    split
    · rw [reverse_cons]; rfl
    · exact append_nil _
end

/-! ## Folds -/

section
variable {δ : Type x}

@[simp] theorem foldl_nil {f : α → β → α} {b : α} : [].foldl f b = b := rfl
@[simp] theorem foldl_cons {a : α} {l : List α} {f : β → α → β} {b : β} :
    (a :: l).foldl f b = l.foldl f (f b a) := rfl
@[simp] theorem foldr_nil {f : α → β → β} {b : β} : [].foldr f b = b := rfl
@[simp] theorem foldr_cons {a : α} {l : List α} {f : α → β → β} {b : β} :
    (a :: l).foldr f b = f a (l.foldr f b) := rfl
@[simp] theorem foldl_append {f : β → α → β} {b : β} {l l' : List α} :
    (l ++ l').foldl f b = l'.foldl f (l.foldl f b) := by
  induction l generalizing b with
  | nil => rfl
  | cons a l ih => exact ih
@[simp] theorem foldr_append {f : α → β → β} {b : β} {l l' : List α} :
    (l ++ l').foldr f b = l.foldr f (l'.foldr f b) := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (f a) ih
theorem foldl_map {f : β → γ} {g : α → γ → α} {l : List β} {init : α} :
    (l.map f).foldl g init = l.foldl (fun x y => g x (f y)) init := by
  induction l generalizing init with
  | nil => rfl
  | cons a l ih => exact ih
theorem foldr_map {f : α → β} {g : β → γ → γ} {l : List α} {init : γ} :
    (l.map f).foldr g init = l.foldr (fun x y => g (f x) y) init := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (g (f a)) ih
@[simp] theorem foldr_reverse {l : List α} {f : α → β → β} {b : β} :
    l.reverse.foldr f b = l.foldl (fun x y => f y x) b := by
  induction l generalizing b with
  | nil => rfl
  | cons a l ih => rw [reverse_cons, foldr_append, ih]; rfl
@[simp] theorem foldl_reverse {l : List α} {f : β → α → β} {b : β} :
    l.reverse.foldl f b = l.foldr (fun x y => f y x) b := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [reverse_cons, foldl_append, ih]; rfl
@[simp] theorem foldr_cons_eq_append {l : List α} {f : α → β} {l' : List β} :
    l.foldr (fun x ys => f x :: ys) l' = l.map f ++ l' := by
  induction l with
  | nil => rfl
  | cons a l ih => exact congrArg (cons (f a)) ih
end

/-! ## All and any -/

@[simp] theorem any_nil {f : α → Bool} : [].any f = false := rfl
@[simp] theorem any_cons {p : α → Bool} {a : α} {l : List α} : (a :: l).any p = (p a || l.any p) := rfl
@[simp] theorem all_nil {f : α → Bool} : [].all f = true := rfl
@[simp] theorem all_cons {p : α → Bool} {a : α} {l : List α} : (a :: l).all p = (p a && l.all p) := rfl
@[simp] theorem any_eq_true {p : α → Bool} {l : List α} : l.any p = true ↔ ∃ x, x ∈ l ∧ p x = true := by
  induction l with
  | nil => exact iff_of_false (fun h => nomatch h) fun ⟨_, h, _⟩ => not_mem_nil h
  | cons a l ih =>
    rw [any_cons, Bool.or_eq_true, ih]
    exact ⟨fun h => h.elim (fun h => ⟨a, Mem.head l, h⟩) fun ⟨x, m, h⟩ => ⟨x, Mem.tail a m, h⟩,
      fun ⟨x, m, h⟩ => (mem_cons.mp m).imp (fun (e : x = a) => e ▸ h) fun m => ⟨x, m, h⟩⟩
@[simp] theorem all_eq_true {p : α → Bool} {l : List α} : l.all p = true ↔ ∀ x, x ∈ l → p x = true := by
  induction l with
  | nil => exact iff_of_true rfl fun _ h => absurd h not_mem_nil
  | cons a l ih => rw [all_cons, Bool.and_eq_true, ih, forall_mem_cons]
@[simp] theorem any_append {f : α → Bool} {xs ys : List α} : (xs ++ ys).any f = (xs.any f || ys.any f) := by
  induction xs with
  | nil => rfl
  | cons a xs ih => rw [cons_append, any_cons, ih, any_cons, Bool.or_assoc]
@[simp] theorem all_append {f : α → Bool} {xs ys : List α} : (xs ++ ys).all f = (xs.all f && ys.all f) := by
  induction xs with
  | nil => rfl
  | cons a xs ih => rw [cons_append, all_cons, ih, all_cons, Bool.and_assoc]
@[simp] theorem isEmpty_nil : ([] : List α).isEmpty = true := rfl
@[simp] theorem isEmpty_cons {x : α} {xs : List α} : (x :: xs).isEmpty = false := rfl
@[simp] theorem isEmpty_iff {l : List α} : l.isEmpty = true ↔ l = [] := by
  cases l with
  | nil => exact iff_of_true rfl rfl
  | cons a l => exact iff_of_false (fun h => nomatch h) fun h => nomatch h

/-! ## Lists of lists -/

@[simp] theorem flatten_nil : ([] : List (List α)).flatten = [] := rfl
@[simp] theorem flatten_cons {l : List α} {L : List (List α)} : (l :: L).flatten = l ++ L.flatten := rfl
@[simp] theorem flatten_append {L₁ L₂ : List (List α)} : flatten (L₁ ++ L₂) = flatten L₁ ++ flatten L₂ := by
  induction L₁ with
  | nil => rfl
  | cons l L₁ ih => rw [cons_append, flatten_cons, ih, flatten_cons, append_assoc]
@[simp] theorem mem_flatten {a : α} {L : List (List α)} : a ∈ L.flatten ↔ ∃ l, l ∈ L ∧ a ∈ l := by
  induction L with
  | nil => exact iff_of_false not_mem_nil fun ⟨_, h, _⟩ => not_mem_nil h
  | cons l L ih =>
    rw [flatten_cons, mem_append, ih]
    exact ⟨fun h => h.elim (fun h => ⟨l, Mem.head L, h⟩) fun ⟨x, m, h⟩ => ⟨x, Mem.tail l m, h⟩,
      fun ⟨x, m, h⟩ => (mem_cons.mp m).imp (fun (e : x = l) => e ▸ h) fun m => ⟨x, m, h⟩⟩
@[simp] theorem flatMap_nil {f : α → List β} : List.flatMap f [] = [] := rfl
@[simp] theorem flatMap_cons {x : α} {xs : List α} {f : α → List β} :
    List.flatMap f (x :: xs) = f x ++ List.flatMap f xs := rfl
theorem flatMap_def {l : List α} {f : α → List β} : l.flatMap f = flatten (map f l) := rfl
@[simp] theorem flatMap_append {xs ys : List α} {f : α → List β} :
    (xs ++ ys).flatMap f = xs.flatMap f ++ ys.flatMap f := by
  rw [flatMap_def, map_append, flatten_append]
  rfl
@[simp] theorem mem_flatMap {f : α → List β} {b : β} {l : List α} : b ∈ l.flatMap f ↔ ∃ a, a ∈ l ∧ b ∈ f a :=
  by
  rw [flatMap_def, mem_flatten]
  exact ⟨fun ⟨_, m, h⟩ => (mem_map.mp m).elim fun a ⟨k, e⟩ => ⟨a, k, e ▸ h⟩,
    fun ⟨a, m, h⟩ => ⟨f a, mem_map_of_mem m, h⟩⟩

end List
