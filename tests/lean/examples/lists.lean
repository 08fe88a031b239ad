prelude
import Lemmata
set_option linter.all false
variable {α : Type*} {β : Type*} {γ : Type*}
-- Exercises by induction
theorem my_append_nil (l : List α) : l ++ [] = l := by
  induction l with
  | nil => rfl
  | cons a l ih => simp
theorem my_length_append (l m : List α) : (l ++ m).length = l.length + m.length := by
  induction l with
  | nil => simp
  | cons a l ih => simp only [List.cons_append, List.length_cons, ih]; omega
theorem my_map_map (f : α → β) (g : β → γ) (l : List α) : (l.map f).map g = l.map (fun x => g (f x)) := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [List.map]
theorem my_reverse_append (l m : List α) : (l ++ m).reverse = m.reverse ++ l.reverse := by
  induction l with
  | nil => simp
  | cons a l ih => simp
theorem my_reverse_reverse (l : List α) : l.reverse.reverse = l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [List.reverse_cons, List.reverse_append, ih]; rfl
theorem my_mem_append (a : α) (l m : List α) : a ∈ l ++ m ↔ a ∈ l ∨ a ∈ m := by
  induction l with
  | nil => simp
  | cons b l ih => simp [or_assoc]
theorem length_filter_add (p : α → Bool) (l : List α) :
    (l.filter p).length + (l.filter (fun a => !p a)).length = l.length := by
  induction l with
  | nil => rfl
  | cons a l ih => by_cases h : p a <;> simp [h] <;> omega
theorem sum_map_add (f g : ℕ → ℕ) (l : List ℕ) : (l.map fun x => f x + g x).sum = (l.map f).sum + (l.map g).sum := by
  induction l with
  | nil => rfl
  | cons a l ih => simp only [List.map_cons, List.sum_cons, ih]; omega
theorem sum_map_mul (k : ℕ) (l : List ℕ) : (l.map (k * ·)).sum = k * l.sum := by
  induction l with
  | nil => rfl
  | cons a l ih => simp only [List.map_cons, List.sum_cons, ih, Nat.mul_add]
theorem length_le_sum (l : List ℕ) (h : ∀ x ∈ l, 1 ≤ x) : l.length ≤ l.sum := by
  induction l with
  | nil => simp
  | cons a l ih =>
    have h1 := h a List.mem_cons_self
    have h2 := ih fun x hx => h x (List.mem_cons_of_mem a hx)
    simp only [List.length_cons, List.sum_cons]
    omega
theorem gauss (n : ℕ) : 2 * (List.range (n + 1)).sum = n * (n + 1) := by
  induction n with
  | zero => rfl
  | succ n ih => rw [List.range_succ, List.sum_append, Nat.mul_add, ih]; simp; ring
theorem foldr_cons_id (l : List α) : l.foldr (fun a m => a :: m) [] = l := by
  induction l with
  | nil => rfl
  | cons a l ih => rw [List.foldr_cons, ih]
theorem reverse_palindrome (l : List α) : (l ++ l.reverse).reverse = l ++ l.reverse := by simp
theorem even_length_of_twice (l : List α) : Even (l ++ l).length := ⟨l.length, List.length_append⟩
theorem exists_max (l : List ℕ) (h : l ≠ []) : ∃ m ∈ l, ∀ x ∈ l, x ≤ m := by
  induction l with
  | nil => contradiction
  | cons a l ih =>
    by_cases hl : l = []
    · subst hl
      exact ⟨a, by simp, by simp⟩
    · obtain ⟨m, hm, hx⟩ := ih hl
      by_cases hle : a ≤ m
      · refine ⟨m, List.mem_cons_of_mem a hm, fun x hxm => ?_⟩
        rcases List.mem_cons.mp hxm with rfl | h
        · exact hle
        · exact hx x h
      · refine ⟨a, List.mem_cons_self, fun x hxm => ?_⟩
        rcases List.mem_cons.mp hxm with rfl | h
        · exact Nat.le_refl x
        · have := hx x h
          omega
def double : List ℕ → List ℕ
  | [] => []
  | x :: xs => 2 * x :: double xs
theorem length_double (l : List ℕ) : (double l).length = l.length := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [double, ih]
theorem double_eq_map (l : List ℕ) : double l = l.map (2 * ·) := by
  induction l with
  | nil => rfl
  | cons a l ih => simp [double, ih]
-- By name
example (l m : List α) : (l ++ m).length = l.length + m.length := List.length_append
example (f : α → β) (l : List α) : (l.map f).length = l.length := List.length_map f
example (p : α → Bool) (l : List α) : (l.filter p).length ≤ l.length := List.length_filter_le p l
example (l : List α) : l.reverse.length = l.length := List.length_reverse
example (n : ℕ) (l : List α) : (l.take n).length = min n l.length := List.length_take
example (n : ℕ) (l : List α) : (l.drop n).length = l.length - n := List.length_drop
example (n : ℕ) (a : α) : (List.replicate n a).length = n := List.length_replicate
example (n : ℕ) : (List.range n).length = n := List.length_range
example (f : α → β) (l m : List α) : (l ++ m).map f = l.map f ++ m.map f := List.map_append
example (f : α → β) (g : β → γ) (l : List α) : (l.map f).map g = l.map (g ∘ f) := List.map_map
example (l : List α) : l.map id = l := List.map_id l
example (f : α → β) (l : List α) : l.reverse.map f = (l.map f).reverse := List.map_reverse
example (f g : α → β) (l : List α) (h : ∀ a ∈ l, f a = g a) : l.map f = l.map g := List.map_congr_left h
example (p : α → Bool) (l m : List α) : (l ++ m).filter p = l.filter p ++ m.filter p := List.filter_append l m
example (p : β → Bool) (f : α → β) (l : List α) : (l.map f).filter p = (l.filter (p ∘ f)).map f := List.filter_map
example (p q : α → Bool) (l : List α) : (l.filter q).filter p = l.filter fun a => p a && q a := List.filter_filter
example (a : α) (l m : List α) : a ∈ l ++ m ↔ a ∈ l ∨ a ∈ m := List.mem_append
example (b : β) (f : α → β) (l : List α) : b ∈ l.map f ↔ ∃ a ∈ l, f a = b := List.mem_map
example (a : α) (p : α → Bool) (l : List α) : a ∈ l.filter p ↔ a ∈ l ∧ p a := List.mem_filter
example (a : α) (l : List α) : a ∈ l.reverse ↔ a ∈ l := List.mem_reverse
example (a b : α) (l : List α) : a ∈ b :: l ↔ a = b ∨ a ∈ l := List.mem_cons
example (a b : α) : a ∈ [b] ↔ a = b := List.mem_singleton
example (m n : ℕ) : m ∈ List.range n ↔ m < n := List.mem_range
example (a b : α) (n : ℕ) : b ∈ List.replicate n a ↔ n ≠ 0 ∧ b = a := List.mem_replicate
example (l m k : List α) : l ++ k = m ++ k ↔ l = m := List.append_left_inj k
example (l m k : List α) : k ++ l = k ++ m ↔ l = m := List.append_right_inj k
example (l m : List α) : l ++ m = [] ↔ l = [] ∧ m = [] := List.append_eq_nil_iff
example (l m : List α) : l.reverse = m.reverse ↔ l = m := List.reverse_inj
example (f : α → β → β) (b : β) (l m : List α) : (l ++ m).foldr f b = l.foldr f (m.foldr f b) := List.foldr_append
example (f : β → α → β) (b : β) (l m : List α) : (l ++ m).foldl f b = m.foldl f (l.foldl f b) := List.foldl_append
example (a : ℕ) (l : List ℕ) : (a :: l).sum = a + l.sum := List.sum_cons
example (l m : List ℤ) : (l ++ m).prod = l.prod * m.prod := List.prod_append
example (n : ℕ) (l : List α) : l.take n ++ l.drop n = l := List.take_append_drop n l
example (l : List α) : l.drop 0 = l := List.drop_zero
example (i j : ℕ) (l : List α) : (l.drop j).drop i = l.drop (j + i) := List.drop_drop
example (l : List α) : l.take l.length = l := List.take_length
example (l : List α) (a : α) (h : l ++ [a] ≠ []) : (l ++ [a]).getLast h = a := List.getLast_concat
example (l : List α) (m : List β) : (l.zip m).length = min l.length m.length := List.length_zip
example (p : α → Bool) (l : List α) : l.all p = true ↔ ∀ x ∈ l, p x = true := List.all_eq_true
example (p : α → Bool) (l : List α) : l.any p = true ↔ ∃ x ∈ l, p x = true := List.any_eq_true
example (a : α) (l : List α) : (a :: l).Nodup ↔ a ∉ l ∧ l.Nodup := List.nodup_cons
example [DecidableEq α] (a b : α) (l : List α) : (b :: l).count a = l.count a + if b == a then 1 else 0 := List.count_cons
example (l : List α) (h : l.length = 0) : l = [] := List.eq_nil_of_length_eq_zero h
example (l : List α) : 0 < l.length ↔ l ≠ [] := List.length_pos_iff
example (l : List α) (h : l ≠ []) : ∃ a m, l = a :: m := List.exists_cons_of_ne_nil h
example (l : List α) (h : l ≠ []) : ∃ x, x ∈ l := List.exists_mem_of_ne_nil l h
example (a : α) (l : List α) : a ∈ l ↔ ∃ s t, l = s ++ a :: t := List.mem_iff_append
example (l m : List α) (h : ∀ i : ℕ, l[i]? = m[i]?) : l = m := by
  ext1 i
  exact h i
example (l : List α) (i : ℕ) (h : i < l.length) : l[i] ∈ l := List.getElem_mem h
example (l : List α) (i : ℕ) (h : l.length ≤ i) : l[i]? = none := List.getElem?_eq_none h
example (l m : List α) : l <+: l ++ m := List.prefix_append l m
open List in
example (l : List α) : l.reverse ~ l := List.reverse_perm l
example (l : List α) (h : l = [] → False) : ∃ m a, l = m ++ [a] := by
  induction l using List.reverseRecOn with
  | nil => exact absurd rfl h
  | append_singleton m a _ => exact ⟨m, a, rfl⟩
example {p : List α → Prop} (l : List α) (h : l.length = 1) (hp : ∀ a, p [a]) : p l := by
  obtain ⟨a, rfl⟩ := List.length_eq_one_iff.mp h
  exact hp a
-- Computing
example : [1, 2, 3] ++ [4] = [1, 2, 3, 4] := rfl
example : [1, 2, 3].map (· ^ 2) = [1, 4, 9] := by simp
example : [1, 2, 3, 4].filter (· % 2 = 0) = [2, 4] := by decide
example : [3, 1, 2].foldl max 0 = 3 := by decide
example : 3 ∈ [1, 2, 3] := by simp
example : 5 ∉ [1, 2, 3] := by decide
example : ∀ x ∈ [1, 2, 3], x < 4 := by decide
example : ∃ x ∈ [1, 2, 3], x * x = 9 := by decide
example : [1, 2] ≠ [2, 1] := by decide
example : [1, 2, 3].Nodup := by decide
example : ([1, 2, 3] == [1, 2, 3]) = true := by simp
example : [1, 2, 3][1] = 2 := rfl
example : [1, 2, 3][7]? = none := rfl
example : [10, 20, 30].idxOf 20 = 1 := by decide
example : (List.range 10).sum = 45 := by decide
example : ([1, 2, 3].zip [true, false]) = [(1, true), (2, false)] := rfl
example : [2, 3, 5].prod = 30 := by simp
example : [[1], [2, 3]].flatten = [1, 2, 3] := rfl
example : ([3, 1, 2].min?) = some 1 := by decide
example : [1, 2, 3].head? = some 1 := rfl
example : [1, 2, 3].getLast (by simp) = 3 := rfl
example : [1, 2, 3].contains 2 := by decide
example (a b : ℕ) (h : [a, b] = [1, 2]) : a + b = 3 := by
  simp at h
  omega
-- Truth values, options, pairs, sums
example (a b c : Bool) : (a && (b || c)) = (a && b || a && c) := Bool.and_or_distrib_left a b c
example (a b : Bool) : (!(a && b)) = (!a || !b) := Bool.not_and a b
example (a b : Bool) : (a ^^ b) = (b ^^ a) := Bool.xor_comm a b
example (a : Bool) (h : a ≠ true) : a = false := Bool.eq_false_iff.mpr h
example : ∀ a b : Bool, (a || b) = (b || a) := by decide
example (x : Option α) (f : α → β) (g : β → γ) : (x.map f).map g = x.map (g ∘ f) := Option.map_map g f x
example (x : Option ℕ) (h : x.isSome) : ∃ a, x = some a := Option.isSome_iff_exists.mp h
example (x : Option α) (f : α → Option β) (g : β → Option γ) :
    (x.bind f).bind g = x.bind fun y => (f y).bind g := Option.bind_assoc x f g
example : (some 3).map (· + 1) = some 4 := by simp
example (p q : α × β) : p = q ↔ p.1 = q.1 ∧ p.2 = q.2 := Prod.ext_iff
example (p : α × β) : p.swap.swap = p := by simp
example (f : α → γ) (g : β → γ) (a : α) : Sum.elim f g (Sum.inl a) = f a := by simp
example (a b : α) : (Sum.inl a : α ⊕ β) = Sum.inl b ↔ a = b := by simp
example (p : ℕ → Prop) (a b : {n // p n}) (h : (a : ℕ) = b) : a = b := Subtype.ext h
