/-
Lists: elements by their place, the first and the last, take and drop, zip, replicate, range.
-/
prelude
import Lemmata.ListMaps
import Lemmata.MinMax
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w x

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

/-! ## `l[i]?` and `l[i]` -/

@[simp] theorem getElem?_nil {i : Nat} : ([] : List α)[i]? = none := rfl
@[simp] theorem getElem?_cons_zero {a : α} {l : List α} : (a :: l)[0]? = some a := rfl
@[simp] theorem getElem?_cons_succ {a : α} {l : List α} {i : Nat} : (a :: l)[i + 1]? = l[i]? := rfl
@[simp] theorem getElem_cons_zero (a : α) (as : List α) (h : 0 < (a :: as).length) :
    getElem (a :: as) 0 h = a := rfl
@[simp] theorem getElem_cons_succ (a : α) (as : List α) (i : Nat) (h : i + 1 < (a :: as).length) :
    getElem (a :: as) (i + 1) h = getElem as i (Nat.lt_of_succ_lt_succ h) := rfl
@[simp] theorem getElem_mem : ∀ {l : List α} {n : Nat} (h : n < l.length), l[n]'h ∈ l
  | [], _, h => absurd h (Nat.not_lt_zero _)
  | _ :: l, 0, _ => Mem.head l
  | a :: _, _ + 1, h => Mem.tail a (getElem_mem (Nat.lt_of_succ_lt_succ h))
@[simp] theorem getElem?_eq_getElem : ∀ {l : List α} {i : Nat} (h : i < l.length), l[i]? = some (l[i]'h)
  | [], _, h => absurd h (Nat.not_lt_zero _)
  | _ :: _, 0, _ => rfl
  | _ :: _, _ + 1, h => getElem?_eq_getElem (Nat.lt_of_succ_lt_succ h)
@[simp] theorem getElem?_eq_none_iff : ∀ {l : List α} {i : Nat}, l[i]? = none ↔ length l ≤ i
  | [], i => iff_of_true rfl (Nat.zero_le i)
  | _ :: _, 0 => iff_of_false (fun h => nomatch h) (Nat.not_succ_le_zero _)
  | _ :: l, i + 1 => (getElem?_eq_none_iff (l := l) (i := i)).trans Nat.succ_le_succ_iff.symm
theorem getElem?_eq_none {l : List α} {i : Nat} (h : length l ≤ i) : l[i]? = none :=
  getElem?_eq_none_iff.mpr h
theorem getElem?_eq_some_iff {a : α} {l : List α} {i : Nat} : l[i]? = some a ↔ ∃ h :
    i < l.length, l[i]'h = a := by
  by_cases h : i < l.length
  · rw [getElem?_eq_getElem h, Option.some_inj]
    exact ⟨fun e => ⟨h, e⟩, fun ⟨_, e⟩ => e⟩
  · rw [getElem?_eq_none (Nat.ge_of_not_lt h)]
    exact iff_of_false (fun e => nomatch e) fun ⟨k, _⟩ => h k
theorem mem_iff_getElem {a : α} {l : List α} : a ∈ l ↔ ∃ (i : Nat) (h : i < l.length), l[i]'h = a := by
  refine ⟨fun m => ?_, fun ⟨i, h, e⟩ => e ▸ getElem_mem h⟩
  induction m with
  | head l => exact ⟨0, Nat.zero_lt_succ _, rfl⟩
  | tail b _ ih => exact ih.elim fun i ⟨h, e⟩ => ⟨i + 1, Nat.succ_lt_succ h, e⟩
theorem getElem_of_mem {a : α} {l : List α} (h : a ∈ l) : ∃ (i : Nat) (h : i < l.length), l[i]'h = a :=
  mem_iff_getElem.mp h
theorem mem_iff_getElem? {a : α} {l : List α} : a ∈ l ↔ ∃ i : Nat, l[i]? = some a :=
  mem_iff_getElem.trans (exists_congr fun _ => getElem?_eq_some_iff.symm)
theorem ext_getElem? {l₁ l₂ : List α} (h : ∀ i : Nat, l₁[i]? = l₂[i]?) : l₁ = l₂ := by
  induction l₁ generalizing l₂ with
  | nil => cases l₂ with
    | nil => rfl
    | cons b l₂ => exact nomatch h 0
  | cons a l₁ ih => cases l₂ with
    | nil => exact nomatch h 0
    | cons b l₂ => exact cons_eq_cons.mpr ⟨Option.some.inj (h 0), ih fun i => h (i + 1)⟩
attribute [ext] ext_getElem?
theorem ext_getElem {l₁ l₂ : List α} (hl : length l₁ = length l₂)
    (h : ∀ (i : Nat) (h₁ : i < l₁.length) (h₂ : i < l₂.length), l₁[i]'h₁ = l₂[i]'h₂) : l₁ = l₂ :=
  ext_getElem? fun i => by
    by_cases k : i < l₁.length
    · rw [getElem?_eq_getElem k, getElem?_eq_getElem (hl ▸ k), h]
    · have k := Nat.ge_of_not_lt k
      rw [getElem?_eq_none k, getElem?_eq_none (hl ▸ k)]
@[simp] theorem getElem?_map {f : α → β} : ∀ {l : List α} {i : Nat}, (map f l)[i]? = Option.map f l[i]?
  | [], _ => rfl
  | _ :: _, 0 => rfl
  | _ :: l, i + 1 => getElem?_map (l := l) (i := i)
@[simp] theorem getElem_map (f : α → β) {l : List α} {i : Nat} {h : i < (map f l).length} :
    (map f l)[i]'h = f (l[i]'(length_map f ▸ h)) := by
  have e := getElem?_map (f := f) (l := l) (i := i)
  rw [getElem?_eq_getElem h, getElem?_eq_getElem (length_map f ▸ h)] at e
  exact Option.some.inj e
theorem getElem?_append_left : ∀ {l₁ l₂ : List α} {i : Nat}, i < l₁.length → (l₁ ++ l₂)[i]? = l₁[i]?
  | [], _, _, h => absurd h (Nat.not_lt_zero _)
  | _ :: _, _, 0, _ => rfl
  | _ :: l₁, _, _ + 1, h => getElem?_append_left (l₁ := l₁) (Nat.lt_of_succ_lt_succ h)
theorem getElem?_append_right : ∀ {l₁ l₂ : List α} {i : Nat}, l₁.length ≤ i →
    (l₁ ++ l₂)[i]? = l₂[i - l₁.length]?
  | [], _, _, _ => rfl
  | _ :: _, _, 0, h => absurd h (Nat.not_succ_le_zero _)
  | a :: l₁, l₂, i + 1, h => by
    rw [cons_append, getElem?_cons_succ, getElem?_append_right (Nat.le_of_succ_le_succ h), length_cons,
      Nat.add_sub_add_right]

/-! ## The first and the last element -/

@[simp] theorem head?_nil : head? ([] : List α) = none := rfl
@[simp] theorem head?_cons {a : α} {l : List α} : head? (a :: l) = some a := rfl
@[simp] theorem head_cons {a : α} {l : List α} {h : a :: l ≠ []} : head (a :: l) h = a := rfl
@[simp] theorem tail_nil : tail ([] : List α) = [] := rfl
@[simp] theorem tail_cons {a : α} {as : List α} : tail (a :: as) = as := rfl
@[simp] theorem head_mem : ∀ {l : List α} (h : l ≠ []), head l h ∈ l
  | [], h => absurd rfl h
  | _ :: l, _ => Mem.head l
@[simp] theorem head?_eq_none_iff {l : List α} : l.head? = none ↔ l = [] := by
  cases l with
  | nil => exact iff_of_true rfl rfl
  | cons a l => exact iff_of_false (fun h => nomatch h) fun h => nomatch h
theorem head?_eq_some_iff {xs : List α} {a : α} : xs.head? = some a ↔ ∃ ys, xs = a :: ys := by
  cases xs with
  | nil => exact iff_of_false (fun h => nomatch h) fun ⟨_, h⟩ => nomatch h
  | cons b xs => exact ⟨fun h => ⟨xs, congrArg (· :: xs) (Option.some.inj h)⟩,
      fun ⟨_, e⟩ => congrArg some (head_eq_of_cons_eq e)⟩
theorem head?_eq_getElem? : ∀ {l : List α}, l.head? = l[0]?
  | [] => rfl
  | _ :: _ => rfl
@[simp] theorem length_tail {l : List α} : l.tail.length = l.length - 1 := by cases l <;> rfl
theorem mem_of_mem_tail {a : α} {l : List α} (h : a ∈ tail l) : a ∈ l := by
  cases l with
  | nil => exact h
  | cons b l => exact Mem.tail b h
theorem cons_head_tail {l : List α} (h : l ≠ []) : l.head h :: l.tail = l := by
  cases l with
  | nil => exact absurd rfl h
  | cons a l => rfl
@[simp] theorem getLast_singleton {a : α} (h : [a] ≠ []) : getLast [a] h = a := rfl
@[simp] theorem getLast_cons_cons {a b : α} {l : List α} :
    getLast (a :: b :: l) (cons_ne_nil a (b :: l)) = getLast (b :: l) (cons_ne_nil b l) := rfl
theorem getLast_cons {a : α} {l : List α} (h : l ≠ []) : getLast (a :: l) (cons_ne_nil a l) = getLast l h :=
  by
  cases l with
  | nil => exact absurd rfl h
  | cons b l => rfl
@[simp] theorem getLast_mem : ∀ {l : List α} (h : l ≠ []), getLast l h ∈ l
  | [], h => absurd rfl h
  | [_], _ => Mem.head []
  | a :: b :: l, _ => Mem.tail a (getLast_mem (l := b :: l) (cons_ne_nil b l))
@[simp] theorem getLast_concat {a : α} : ∀ {l : List α} {h : l ++ [a] ≠ []}, getLast (l ++ [a]) h = a
  | [], _ => rfl
  | _ :: l, _ => (getLast_cons (concat_ne_nil a l)).trans getLast_concat
theorem getLast_append_singleton {a : α} (l : List α) : getLast (l ++ [a]) (concat_ne_nil a l) = a :=
  getLast_concat
@[simp] theorem getLast?_nil : ([] : List α).getLast? = none := rfl
@[simp] theorem getLast?_singleton {a : α} : getLast? [a] = some a := rfl
theorem getLast?_eq_some_getLast : ∀ {l : List α} (h : l ≠ []), l.getLast? = some (l.getLast h)
  | [], h => absurd rfl h
  | _ :: _, _ => rfl
@[simp] theorem getLast?_concat {l : List α} {a : α} : (l ++ [a]).getLast? = some a :=
  (getLast?_eq_some_getLast (concat_ne_nil a l)).trans (congrArg some getLast_concat)
@[simp] theorem dropLast_nil : ([] : List α).dropLast = [] := rfl
@[simp] theorem dropLast_singleton {x : α} : [x].dropLast = [] := rfl
@[simp] theorem dropLast_cons₂ {x y : α} {zs : List α} : (x :: y :: zs).dropLast = x :: (y :: zs).dropLast :=
  rfl
theorem dropLast_concat_getLast : ∀ {l : List α} (h : l ≠ []), dropLast l ++ [getLast l h] = l
  | [], h => absurd rfl h
  | [_], _ => rfl
  | a :: b :: l, _ => congrArg (cons a) (dropLast_concat_getLast (cons_ne_nil b l))
@[simp] theorem length_dropLast : ∀ {as : List α}, as.dropLast.length = as.length - 1
  | [] => rfl
  | [_] => rfl
  | _ :: b :: l => congrArg (· + 1) (length_dropLast (as := b :: l))

/-! ## Take and drop -/

@[simp] theorem take_zero {l : List α} : l.take 0 = [] := rfl
@[simp] theorem take_nil {i : Nat} : ([] : List α).take i = [] := by cases i <;> rfl
@[simp] theorem take_succ_cons {a : α} {as : List α} {i : Nat} : (a :: as).take (i + 1) = a :: as.take i :=
  rfl
@[simp] theorem drop_zero {l : List α} : l.drop 0 = l := rfl
@[simp] theorem drop_nil {i : Nat} : ([] : List α).drop i = [] := by cases i <;> rfl
@[simp] theorem drop_succ_cons {a : α} {l : List α} {i : Nat} : (a :: l).drop (i + 1) = l.drop i := rfl
theorem drop_one : ∀ {l : List α}, l.drop 1 = l.tail
  | [] => rfl
  | _ :: _ => rfl
@[simp] theorem take_append_drop : ∀ (i : Nat) (l : List α), l.take i ++ l.drop i = l
  | 0, _ => rfl
  | _ + 1, [] => rfl
  | i + 1, a :: l => congrArg (cons a) (take_append_drop i l)
@[simp] theorem length_take : ∀ {i : Nat} {l : List α}, (l.take i).length = min i l.length
  | 0, l => (Nat.zero_min l.length).symm
  | i + 1, [] => (Nat.min_zero (i + 1)).symm
  | i + 1, _ :: l => by rw [take_succ_cons, length_cons, length_cons, length_take, Nat.succ_min_succ]
@[simp] theorem length_drop : ∀ {i : Nat} {l : List α}, (l.drop i).length = l.length - i
  | 0, _ => rfl
  | i + 1, [] => (Nat.zero_sub (i + 1)).symm
  | i + 1, _ :: l => by rw [drop_succ_cons, length_cons, length_drop, Nat.add_sub_add_right]
theorem take_of_length_le : ∀ {l : List α} {i : Nat}, l.length ≤ i → take i l = l
  | [], _, _ => take_nil
  | _ :: _, 0, h => absurd h (Nat.not_succ_le_zero _)
  | a :: _, _ + 1, h => congrArg (cons a) (take_of_length_le (Nat.le_of_succ_le_succ h))
@[simp] theorem take_length {l : List α} : l.take l.length = l := take_of_length_le (Nat.le_refl _)
theorem drop_of_length_le {l : List α} {i : Nat} (h : l.length ≤ i) : drop i l = [] :=
  eq_nil_of_length_eq_zero (length_drop.trans (Nat.sub_eq_zero_of_le h))
@[simp] theorem drop_length {l : List α} : l.drop l.length = [] := drop_of_length_le (Nat.le_refl _)
@[simp] theorem drop_drop : ∀ {i j : Nat} {l : List α}, drop i (drop j l) = drop (j + i) l
  | i, 0, _ => by rw [drop_zero, Nat.zero_add]
  | _, _ + 1, [] => by rw [drop_nil, drop_nil, drop_nil]
  | i, j + 1, _ :: l => by rw [drop_succ_cons, drop_drop, Nat.add_right_comm]; rfl
theorem take_take : ∀ {i j : Nat} {l : List α}, take i (take j l) = take (min i j) l
  | 0, j, l => by rw [Nat.zero_min]; rfl
  | i + 1, 0, l => by rw [Nat.min_zero]; rfl
  | i + 1, j + 1, [] => by rw [take_nil, take_nil, take_nil]
  | i + 1, j + 1, _ :: l => by
    rw [take_succ_cons, take_succ_cons, take_take, Nat.succ_min_succ, take_succ_cons]
theorem map_take {f : α → β} : ∀ {l : List α} {i : Nat}, (l.take i).map f = (l.map f).take i
  | [], i => by rw [take_nil]; exact take_nil.symm
  | _ :: _, 0 => rfl
  | a :: l, i + 1 => congrArg (cons (f a)) (map_take (l := l) (i := i))
theorem map_drop {f : α → β} : ∀ {l : List α} {i : Nat}, (l.drop i).map f = (l.map f).drop i
  | [], i => by rw [drop_nil]; exact drop_nil.symm
  | _ :: _, 0 => rfl
  | _ :: l, i + 1 => map_drop (l := l) (i := i)
theorem mem_of_mem_take {a : α} {l : List α} {i : Nat} (h : a ∈ l.take i) : a ∈ l :=
  take_append_drop i l ▸ mem_append_left (drop i l) h
theorem mem_of_mem_drop {a : α} {l : List α} {i : Nat} (h : a ∈ l.drop i) : a ∈ l :=
  take_append_drop i l ▸ mem_append_right (take i l) h
theorem take_left {l₁ l₂ : List α} : (l₁ ++ l₂).take l₁.length = l₁ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih => exact congrArg (cons a) ih
theorem drop_left {l₁ l₂ : List α} : (l₁ ++ l₂).drop l₁.length = l₂ := by
  induction l₁ with
  | nil => rfl
  | cons a l₁ ih => exact ih

/-! ## Zip -/

@[simp] theorem zipWith_nil_left {l : List β} {f : α → β → γ} : zipWith f [] l = [] := rfl
@[simp] theorem zipWith_nil_right {l : List α} {f : α → β → γ} : zipWith f l [] = [] := by cases l <;> rfl
@[simp] theorem zipWith_cons_cons {a : α} {as : List α} {b : β} {bs : List β} {f : α → β → γ} :
    zipWith f (a :: as) (b :: bs) = f a b :: zipWith f as bs := rfl
@[simp] theorem zip_nil_left {l : List β} : zip ([] : List α) l = [] := rfl
@[simp] theorem zip_nil_right {l : List α} : zip l ([] : List β) = [] := zipWith_nil_right
@[simp] theorem zip_cons_cons {a : α} {b : β} {as : List α} {bs : List β} :
    zip (a :: as) (b :: bs) = (a, b) :: zip as bs := rfl
@[simp] theorem length_zipWith {f : α → β → γ} : ∀ {l₁ : List α} {l₂ : List β},
    length (zipWith f l₁ l₂) = min l₁.length l₂.length
  | [], l₂ => (Nat.zero_min l₂.length).symm
  | _ :: l₁, [] => (Nat.min_zero _).symm
  | _ :: l₁, _ :: l₂ => by rw [zipWith_cons_cons, length_cons, length_zipWith, length_cons, length_cons,
      Nat.succ_min_succ]
@[simp] theorem length_zip {l₁ : List α} {l₂ : List β} : (zip l₁ l₂).length = min l₁.length l₂.length :=
  length_zipWith

/-! ## Replicate and range -/

@[simp] theorem replicate_zero {a : α} : replicate 0 a = [] := rfl
theorem replicate_succ {a : α} {n : Nat} : replicate (n + 1) a = a :: replicate n a := rfl
theorem replicate_one {a : α} : replicate 1 a = [a] := rfl
@[simp] theorem length_replicate {n : Nat} {a : α} : (replicate n a).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => exact congrArg (· + 1) ih
@[simp] theorem mem_replicate {a b : α} {n : Nat} : b ∈ replicate n a ↔ n ≠ 0 ∧ b = a := by
  induction n with
  | zero => exact iff_of_false not_mem_nil fun h => h.left rfl
  | succ n ih =>
    rw [replicate_succ, mem_cons, ih]
    exact ⟨fun h => ⟨Nat.succ_ne_zero n, h.elim id And.right⟩, fun h => Or.inl h.right⟩
theorem eq_of_mem_replicate {a b : α} {n : Nat} (h : b ∈ replicate n a) : b = a := (mem_replicate.mp h).right
@[simp] theorem map_replicate {n : Nat} {a : α} {f : α → β} : (replicate n a).map f = replicate n (f a) := by
  induction n with
  | zero => rfl
  | succ n ih => exact congrArg (cons (f a)) ih
theorem replicate_append_replicate {n m : Nat} {a : α} :
    replicate n a ++ replicate m a = replicate (n + m) a := by
  induction n with
  | zero => rw [Nat.zero_add]; rfl
  | succ n ih => rw [Nat.add_right_comm, replicate_succ, cons_append, ih]; rfl
theorem replicate_succ' {n : Nat} {a : α} : replicate (n + 1) a = replicate n a ++ [a] :=
  (replicate_append_replicate (m := 1)).symm
private theorem range_loop_append (n : Nat) (l : List Nat) : range.loop n l = range.loop n [] ++ l := by
  induction n generalizing l with
  | zero => rfl
  | succ n ih => rw [range.loop, ih, range.loop, ih [n], append_assoc]; rfl
@[simp] theorem range_zero : range 0 = [] := rfl
theorem range_succ {n : Nat} : range (n + 1) = range n ++ [n] := range_loop_append n [n]
@[simp] theorem length_range {n : Nat} : (range n).length = n := by
  induction n with
  | zero => rfl
  | succ n ih => rw [range_succ, length_append, ih]; rfl
@[simp] theorem mem_range {m n : Nat} : m ∈ range n ↔ m < n := by
  induction n with
  | zero => exact iff_of_false not_mem_nil (Nat.not_lt_zero m)
  | succ n ih => rw [range_succ, mem_append, ih, mem_singleton, Nat.lt_succ_iff_lt_or_eq]
@[simp] theorem range_eq_nil {n : Nat} : range n = [] ↔ n = 0 := by
  rw [← length_eq_zero_iff, length_range]
theorem not_mem_range_self {n : Nat} : n ∉ range n := fun h => Nat.lt_irrefl n (mem_range.mp h)
theorem self_mem_range_succ {n : Nat} : n ∈ range (n + 1) := mem_range.mpr (Nat.lt_succ_self n)

end List
