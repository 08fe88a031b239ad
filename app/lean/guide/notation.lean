prelude
import Lemmata

/-! ## Logic -/

/-- `p ∧ q` | `\and` or `/\` | `And` | Both hold. -/
theorem notation_and (p q : Prop) (hp : p) (hq : q) : p ∧ q := ⟨hp, hq⟩

/-- `p ∨ q` | `\or` or `\/` | `Or` | At least one holds. -/
theorem notation_or (p q : Prop) (hq : q) : p ∨ q := Or.inr hq

/-- `¬p` | `\not` or `\neg` | `Not` | It does not hold: from `p` follows `False`. -/
theorem notation_not (p : Prop) (hp : p) : ¬¬p := fun hn => hn hp

/-- `p → q` | `\to` or `->` | | If the first, then the second. Also the type of functions from `p` to `q`. -/
theorem notation_implies (p q : Prop) (hq : q) : p → q := fun _ => hq

/-- `p ↔ q` | `\iff` or `<->` | `Iff` | Each follows from the other. -/
theorem notation_iff (p q : Prop) : p ∧ q ↔ q ∧ p := ⟨fun h => ⟨h.2, h.1⟩, fun h => ⟨h.2, h.1⟩⟩

/-- `∀ x, p x`, `∀ x : α, p x` | `\forall` | | It holds for every `x`. -/
theorem notation_forall (p : Nat → Prop) (h : ∀ n, p n) : p 3 := h 3

/-- `∃ x, p x`, `∃ x : α, p x` | `\exists` | `Exists` | It holds for some `x`. -/
theorem notation_exists : ∃ n : Nat, n * n = 49 := ⟨7, rfl⟩

/-- `∃! x, p x` | `\exists` and `!` | `ExistsUnique` | It holds for exactly one `x`. -/
theorem notation_exists_unique (a : Nat) : ∃! n, n = a := ⟨a, rfl, fun _ h => h⟩

/-- `∀ x > a, p x`, `∃ x < a, p x` | | | The same for those `x` alone that are in the range. -/
theorem notation_bounds (p : Nat → Prop) (h : ∀ n ≥ 3, p n) : ∃ n > 4, p n := ⟨5, by decide, h 5 (by decide)⟩

/-- `True` | | `True` | What always holds. -/
theorem notation_true : True := True.intro

/-- `False` | | `False` | What never holds; everything follows from it. -/
theorem notation_false (p : Prop) (h : False) : p := h.elim

/-! ## Equality and order -/

/-- `a = b` | | `Eq` | Both sides are the same. -/
theorem notation_eq (a b c : Nat) (h : a = b) (k : b = c) : a = c := h.trans k

/-- `a ≠ b` | `\ne` | `Ne` | They are different: `¬a = b`. -/
theorem notation_ne : 2 + 2 ≠ 5 := by decide

/-- `a ≤ b` | `\le` or `<=` | `LE.le` | At most. -/
theorem notation_le (a b : Nat) : a ≤ a + b := Nat.le_add_right a b

/-- `a < b` | | `LT.lt` | Less than. -/
theorem notation_lt (n : Nat) : n < n + 1 := Nat.lt_succ_self n

/-- `a ≥ b` | `\ge` or `>=` | `GE.ge` | At least: `b ≤ a`. -/
theorem notation_ge (n : Nat) : n + 1 ≥ 1 := Nat.le_add_left 1 n

/-- `a > b` | | `GT.gt` | More than: `b < a`. -/
theorem notation_gt (n : Nat) : n + 1 > n := Nat.lt_succ_self n

/-- `h ▸ e` | `\t` | | The term `e` with the equation `h` used in its type. -/
theorem notation_rewriting (a b : Nat) (h : a = b) : b = a := h ▸ rfl

/-! ## Numbers -/

/-- `ℕ` | `\N` | `Nat` | The natural numbers 0, 1, 2, ... -/
theorem notation_naturals (n : ℕ) : n = 0 ∨ 0 < n := Nat.eq_zero_or_pos n

/-- `ℤ` | `\Z` | `Int` | The integers ..., -1, 0, 1, ... -/
theorem notation_integers (a : ℤ) : a - a = 0 := Int.sub_self a

/-- `-a` | | `Neg.neg` | The negative. -/
theorem notation_neg (a : Int) : a + -a = 0 := Int.add_right_neg a

/-- `↑a`, `(a : ℤ)` | `\u` | | A natural number as an integer, or any value as one of a wider type. -/
theorem notation_coercion (a b : Nat) : ((a + b : Nat) : ℤ) = ↑a + ↑b := by
  push_cast
  rfl

/-- `a + b` | | `HAdd.hAdd` | The sum. -/
theorem notation_add (a b : Nat) : a + b = b + a := Nat.add_comm a b

/-- `a - b` | | `HSub.hSub` | The difference; of natural numbers it stops at 0. -/
theorem notation_sub : 5 - 3 = 2 ∧ 3 - 5 = 0 := by decide

/-- `a * b` | | `HMul.hMul` | The product. -/
theorem notation_mul (a b c : Nat) : a * (b + c) = a * b + a * c := Nat.mul_add a b c

/-- `a / b` | | `HDiv.hDiv` | The quotient; of natural numbers it is rounded down, and `n / 0 = 0`. -/
theorem notation_div : 7 / 2 = 3 := rfl

/-- `a % b` | | `HMod.hMod` | The remainder. -/
theorem notation_mod : 7 % 2 = 1 := rfl

/-- `a ^ b` | | `HPow.hPow` | The power. -/
theorem notation_pow (a : Nat) : a ^ 2 = a * a := Nat.pow_two a

/-- `a ∣ b` | `\|` or `\mid` | `Dvd.dvd` | `a` divides `b`. This is not the bar of the keyboard. -/
theorem notation_dvd (a b : Nat) : a ∣ a * b := ⟨b, rfl⟩

/-- `a ≡ b [MOD n]` | `\equiv` | `Nat.ModEq` | Both leave the same remainder on division by `n`. -/
theorem notation_modeq (a b : Nat) (h : a ≡ b [MOD 3]) : b ≡ a [MOD 3] := h.symm

/-! ## Functions and terms -/

/-- `a ≡ b [ZMOD n]` | `\equiv` | `Int.ModEq` | The same for integers. -/
theorem notation_zmod : -1 ≡ 6 [ZMOD 7] := by decide

/-- `|a|` | | `abs` | The absolute value. -/
theorem notation_abs : |(-3 : ℤ)| = 3 := by decide

/-- `n !` | | `Nat.factorial` | The product of the numbers from 1 to `n`; it needs `open Nat` before the theorem. -/
theorem notation_factorial : Nat.factorial 4 = 24 := by decide

/-- `fun x => e`, `fun x ↦ e` | `=>` or `\mapsto` | | The function that sends `x` to `e`. -/
theorem notation_fun : (fun n : Nat => n + 1) 2 = 3 := rfl

/-- `f ∘ g` | `\circ` or `\o` | `Function.comp` | First `g`, then `f`. -/
theorem notation_comp (f g : Nat → Nat) (n : Nat) : (f ∘ g) n = f (g n) := rfl

/-- `f <| a`, `f $ a` | | | The same as `f (a)`, to save parentheses. -/
theorem notation_pipe (p q : Prop) (h : p → q) (k : p) : ¬¬q := fun hn => hn <| h k

/-- `a |> f` | | | The same as `f a`. -/
theorem notation_forward_pipe : (3 |> Nat.succ) = 4 := rfl

/-- `⟨a, b⟩` | `\<` and `\>` | | The parts of `∧`, `↔`, `∃` or of any structure, in order. -/
theorem notation_anonymous_constructor (p q : Prop) (h : p ∧ q) : q ∧ p := ⟨h.2, h.1⟩

/-- `h.1`, `h.2` | | | The parts of `∧`, `↔` and other structures. -/
theorem notation_projections (p q : Prop) (h : p ∧ q) : p := h.1

/-- `‹p›` | | | The hypothesis that states `p`. -/
theorem notation_quoted (p q : Prop) (_ : p) (h : p → q) : q := h ‹p›

/-- `if c then a else b` | | `ite` | One of two values, depending on a condition. -/
theorem notation_if : (if 2 < 3 then 1 else 0) = 1 := rfl

/-- `(a, b)` | | `Prod.mk` | A pair. -/
theorem notation_pair (a b : Nat) : (a, b).1 = a := rfl

/-- `α × β` | `\x` or `\times` | `Prod` | The type of pairs. -/
theorem notation_product (x : Nat × Nat) : x = (x.1, x.2) := rfl

/-- `α ⊕ β` | `\oplus` | `Sum` | The type of elements of either. -/
theorem notation_sum (x : Nat ⊕ Nat) : (∃ a, x = Sum.inl a) ∨ ∃ b, x = Sum.inr b := by
  cases x with
  | inl a => exact Or.inl ⟨a, rfl⟩
  | inr b => exact Or.inr ⟨b, rfl⟩

/-- `{x // p x}` | | `Subtype` | The type of those `x` for which `p x` holds. -/
theorem notation_subtype (x : {n : Nat // 3 < n}) : 3 < x.1 := x.2

/-! ## Sets -/

/-- `Set α` | | `Set` | The type of sets of elements of `α`. -/
theorem notation_set (s t : Set ℕ) (h : ∀ x, x ∈ s ↔ x ∈ t) : s = t := Set.ext h

/-- `{x | p x}`, `{x ∈ s | p x}` | | `setOf` | The set of those `x` for which `p x` holds. -/
theorem notation_set_builder : 5 ∈ {x : ℕ | x > 3} := by
  show 5 > 3
  decide

/-- `{a, b, c}` | | `Insert.insert` | The set of these. -/
theorem notation_set_of_elements : 2 ∈ ({1, 2, 3} : Set ℕ) := by simp

/-- `∅` | `\empty` | `EmptyCollection.emptyCollection` | The set without elements. -/
theorem notation_empty (x : ℕ) : x ∉ (∅ : Set ℕ) := Set.notMem_empty x

/-- `s ⊆ t` | `\sub` | `HasSubset.Subset` | Every element of `s` is one of `t`. -/
theorem notation_subset (s t : Set ℕ) (h : s ⊆ t) (hs : 2 ∈ s) : 2 ∈ t := h hs

/-- `s ∩ t` | `\i` or `\inter` | `Inter.inter` | What is in both. -/
theorem notation_inter (s t : Set ℕ) (hs : 2 ∈ s) (ht : 2 ∈ t) : 2 ∈ s ∩ t := ⟨hs, ht⟩

/-- `s ∪ t` | `\un` or `\union` | `Union.union` | What is in one at least. -/
theorem notation_union (s t : Set ℕ) (ht : 2 ∈ t) : 2 ∈ s ∪ t := Or.inr ht

/-- `s \ t` | | `SDiff.sdiff` | What is in `s` and not in `t`. -/
theorem notation_sdiff (s t : Set ℕ) (h : 2 ∈ s \ t) : 2 ∉ t := h.2

/-- `sᶜ` | `\compl` | `Compl.compl` | What is not in `s`. -/
theorem notation_compl (s : Set ℕ) (h : 2 ∈ sᶜ) : 2 ∉ s := h

/-- `f '' s` | | `Set.image` | The values of `f` on `s`. -/
theorem notation_image (f : ℕ → ℕ) (s : Set ℕ) (h : 2 ∈ s) : f 2 ∈ f '' s := ⟨2, h, rfl⟩

/-- `f ⁻¹' s` | `\inv` and `'` | `Set.preimage` | Where `f` has a value in `s`. -/
theorem notation_preimage (f : ℕ → ℕ) (s : Set ℕ) (h : f 2 ∈ s) : 2 ∈ f ⁻¹' s := h

/-- `⋃ i, s i`, `⋂ i, s i` | `\Union` and `\Inter` | `Set.iUnion` | The union and the intersection of a family. -/
theorem notation_union_of_family (s : ℕ → Set ℕ) (h : 2 ∈ s 7) : 2 ∈ ⋃ i, s i := Set.mem_iUnion.mpr ⟨7, h⟩

/-! ## Lists, and truth values that are computed -/

/-- `[a, b, c]` | | `List` | The list of these. -/
theorem notation_list : [1, 2, 3].length = 3 := rfl

/-- `a :: l` | | `List.cons` | The list that begins with `a` and goes on with `l`. -/
theorem notation_cons : 1 :: [2, 3] = [1, 2, 3] := rfl

/-- `k ++ l` | | `HAppend.hAppend` | One list behind the other. -/
theorem notation_append : [1, 2] ++ [3] = [1, 2, 3] := rfl

/-- `a ∈ s` | `\in` | `Membership.mem` | It is an element. -/
theorem notation_mem : 2 ∈ [1, 2, 3] := by simp

/-- `a ∉ s` | `\notin` | | It is no element. -/
theorem notation_not_mem : 4 ∉ [1, 2, 3] := by simp

/-- `a && b` | | `Bool.and` | Whether both are `true`. -/
theorem notation_bool_and (b : Bool) : (b && true) = b := Bool.and_true b

/-- `a || b` | | `Bool.or` | Whether one is `true`. -/
theorem notation_bool_or (b : Bool) : (b || true) = true := Bool.or_true b

/-- `!a` | | `Bool.not` | `true` for `false`, and the other way round. -/
theorem notation_bool_not : (!true) = false := rfl

/-- `a == b` | | `BEq.beq` | Whether they are equal, as a `Bool`. -/
theorem notation_beq : (2 == 3) = false := rfl
