prelude
import Lemmata

/-! ## Finishing a goal -/

/-- `exact h` | Closes the goal with a proof of exactly that statement. -/
theorem tactic_exact (p q : Prop) (hp : p) (h : p → q) : q := by
  exact h hp

/-- `assumption` | Closes the goal with the hypothesis that states it. -/
theorem tactic_assumption (p q : Prop) (hp : p) (hq : q) : q := by
  assumption

/-- `rfl` | Closes an equality whose sides compute to the same, and `p ↔ p`. -/
theorem tactic_rfl : 2 + 3 = 5 := by
  rfl

/-- `trivial` | Closes what needs no thought: `True`, a reflexive equation, a hypothesis, a contradiction. -/
theorem tactic_trivial : True ∧ 2 = 2 := by
  trivial

/-- `decide` | Computes whether a statement without variables is true. -/
theorem tactic_decide : 3 ∣ 12 ∧ ¬ 5 ∣ 12 := by
  decide

/-- `omega` | Decides equations and inequalities of whole and natural numbers, with sums, multiples, `/` and `%`. -/
theorem tactic_omega (x y : Int) (h : 2 * x + 1 ≤ y) (k : y < 2 * x + 2) : y = 2 * x + 1 := by
  omega

/-- `linarith` | Proves what follows from the hypotheses by adding multiples of them, for integers and natural numbers. -/
theorem tactic_linarith (x y : ℤ) (h : 2 * x + y = 5) (k : x - y = 1) : x = 2 := by
  linarith

/-- `nlinarith [h]` | `linarith` with `h` as well, and with products of two hypotheses. -/
theorem tactic_nlinarith (x y : ℤ) : 2 * x * y ≤ x ^ 2 + y ^ 2 := by
  nlinarith [sq_nonneg (x - y)]

/-- `norm_num` | Computes with numerals, and simplifies. -/
theorem tactic_norm_num : 2 ^ 10 = 1024 ∧ 7 % 3 = 1 := by
  norm_num

/-- `positivity` | Proves `0 ≤ e`, `0 < e` or `e ≠ 0` from how `e` is put together. -/
theorem tactic_positivity (x : Int) : 0 ≤ x * x := by
  positivity

/-- `ring` | Proves an identity of sums, products and powers in any commutative ring. -/
theorem tactic_ring (a b : Nat) : (a + b) ^ 2 = a ^ 2 + 2 * a * b + b ^ 2 := by
  ring

/-- `tauto` | Proves what follows by the rules for `∧`, `∨`, `¬`, `→` and `↔` alone. -/
theorem tactic_tauto (p q : Prop) : p ∧ q → q ∨ p := by
  tauto

/-- `solve_by_elim` | Applies hypotheses one after the other until nothing is left. -/
theorem tactic_solve_by_elim (p q r : Prop) (h : p → q) (k : q → r) (hp : p) : r := by
  solve_by_elim

/-- `contradiction` | Closes any goal when two hypotheses contradict each other, or one is absurd by itself. -/
theorem tactic_contradiction (p q : Prop) (hp : p) (hn : ¬p) : q := by
  contradiction

/-- `nofun` | Closes a goal such as `n + 1 ≠ 0`, where no case is possible. -/
theorem tactic_nofun (n : Nat) : n.succ ≠ 0 := by
  nofun

/-! ## Implication and `∀` -/

/-- `intro h`, `intro ⟨a, b⟩` | Assumes the premise of an implication, or takes any element for a `∀`, and names it. -/
theorem tactic_intro (p q : Prop) : p → q → p := by
  intro hp _
  exact hp

/-- `intros` | Introduces as many premises and variables as there are. -/
theorem tactic_intros (p q : Prop) : p → q → p := by
  intros
  assumption

/-- `rintro ⟨a, b⟩` | Introduces and takes apart at once. -/
theorem tactic_rintro (p q : Prop) : p ∧ q → q ∧ p := by
  rintro ⟨hp, hq⟩
  exact ⟨hq, hp⟩

/-- `apply h` | Reduces the goal to the premises of `h`. -/
theorem tactic_apply (p q r : Prop) (h : p → q → r) (hp : p) (hq : q) : r := by
  apply h
  · exact hp
  · exact hq

/-- `refine f ?_ a` | Like `exact`, with a new goal for each `?_`. -/
theorem tactic_refine (p q : Prop) (h : p ∧ q) : q ∧ p := by
  refine ⟨?_, h.1⟩
  exact h.2

/-- `specialize h a` | Replaces a hypothesis by what it says about `a`. -/
theorem tactic_specialize (p : Nat → Prop) (h : ∀ n, p n) : p 3 := by
  specialize h 3
  exact h

/-- `revert h` | Puts a hypothesis back into the goal, the opposite of `intro`. -/
theorem tactic_revert (p q : Prop) (hp : p) (h : p → q) : q := by
  revert hp
  exact h

/-- `generalize e = x` | Replaces an expression by a variable. -/
theorem tactic_generalize (a b : Nat) : (a + 1) + b = b + (a + 1) := by
  generalize a + 1 = c
  exact Nat.add_comm c b

/-! ## `∧`, `∨`, `↔`, `∃` in the goal -/

/-- `constructor` | Splits `p ∧ q` or `p ↔ q` into two goals. -/
theorem tactic_constructor (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  · exact hp
  · exact hq

/-- `left` | Chooses the left side of `p ∨ q`. -/
theorem tactic_left (p q : Prop) (hp : p) : p ∨ q := by
  left
  exact hp

/-- `right` | Chooses the right side of `p ∨ q`. -/
theorem tactic_right (p q : Prop) (hq : q) : p ∨ q := by
  right
  exact hq

/-- `exists a` | Proves `∃ x, p x` by naming such an `x`. -/
theorem tactic_exists : ∃ n, n + 2 = 5 := by
  exists 3

/-- `use a` | Proves `∃ x, p x` by naming such an `x`, and tries to prove the rest at once. -/
theorem tactic_use : ∃ n : Nat, n * n = 49 := by
  use 7

/-- `exact ⟨a, b⟩` | Gives the parts of `∧`, `↔` or `∃` in order. -/
theorem tactic_anonymous_constructor : ∃ n : Nat, 3 < n ∧ n < 5 := by
  exact ⟨4, by decide, by decide⟩

/-! ## Taking hypotheses apart -/

/-- `obtain ⟨x, hx⟩ := h` | Takes apart `∧`, `∃` or `∨` (with `|`), and names the parts. -/
theorem tactic_obtain (p q : Nat → Prop) (h : ∃ x, p x ∧ q x) : ∃ x, q x := by
  obtain ⟨x, _, hq⟩ := h
  exact ⟨x, hq⟩

/-- `rcases h with a | b` | Takes a hypothesis apart by a pattern, one goal for each alternative. -/
theorem tactic_rcases (p q : Prop) (h : p ∨ q) : q ∨ p := by
  rcases h with hp | hq
  · exact Or.inr hp
  · exact Or.inl hq

/-- `cases h with` | One goal for each way in which `h`, or an element of a type, can have come about. -/
theorem tactic_cases_with (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases h with
  | inl hp => exact Or.inr hp
  | inr hq => exact Or.inl hq

/-- `cases' h with a b` | Like `cases`, with all the names in one line and the goals in order. -/
theorem tactic_cases_in_order (p q : Prop) (h : p ∨ q) : q ∨ p := by
  cases' h with hp hq
  · exact Or.inr hp
  · exact Or.inl hq

/-- `choose f hf using h` | From `∀ x, ∃ y, p x y` a function `f` with `∀ x, p x (f x)`. -/
theorem tactic_choose (p : Nat → Nat → Prop) (h : ∀ x, ∃ y, p x y) : ∃ f : Nat → Nat, ∀ x, p x (f x) := by
  choose f hf using h
  exact ⟨f, hf⟩

/-- `match x with` | Tells cases apart by patterns, in a proof as in a definition. -/
theorem tactic_match (n : Nat) : n * 0 = 0 := by
  match n with
  | 0 => rfl
  | k + 1 => rfl

/-- `injection h` | From `a.succ = b.succ` to `a = b`, and so for every constructor. -/
theorem tactic_injection (a b : Nat) (h : a.succ = b.succ) : a = b := by
  injection h

/-- `subst h` | Replaces a variable that a hypothesis `x = e` determines, everywhere. -/
theorem tactic_subst (a b : Nat) (h : a = b) (k : a = 3) : b = 3 := by
  subst h
  exact k

/-! ## Induction and cases -/

/-- `induction n with` | Induction: a goal for each constructor, with hypotheses for smaller arguments. -/
theorem tactic_induction (n : Nat) : 0 + n = n := by
  induction n with
  | zero => rfl
  | succ k ih => rw [← Nat.add_assoc, ih]

/-- `induction n generalizing m` | Induction for every `m` at once. -/
theorem tactic_induction_generalizing (a b : Nat) : a + b = b + a := by
  induction a generalizing b with
  | zero => simp
  | succ k ih => rw [Nat.succ_add, ih, Nat.add_succ]

/-- `induction' n with k ih` | Induction with all the names in one line and the goals in order. -/
theorem tactic_induction_in_order (n : Nat) : 0 + n = n := by
  induction' n with k ih
  · rfl
  · rw [← Nat.add_assoc, ih]

/-- `induction n using r with` | Induction by another principle, such as strong induction. -/
theorem tactic_strong_induction (n : Nat) : n < 2 ^ n := by
  induction n using Nat.strongRecOn with
  | ind n ih =>
    cases n with
    | zero => decide
    | succ k => exact Nat.lt_two_pow_self

/-- `by_cases h : p` | Two goals: one where `p` holds, one where it does not. -/
theorem tactic_by_cases (p q : Prop) : (p → q) → ¬p ∨ q := by
  intro h
  by_cases hp : p
  · exact Or.inr (h hp)
  · exact Or.inl hp

/-- `split` | One goal for each branch of an `if` or `match` in the goal. -/
theorem tactic_split (n : Nat) : (if n = 3 then 1 else 2) ≠ 0 := by
  split
  · decide
  · decide

/-- `split_ifs with h` | Makes a case of every `if` in the goal, with its condition as `h`. -/
theorem tactic_split_ifs (x : ℤ) : (if 0 ≤ x then x else -x) ≥ 0 := by
  split_ifs with h
  · exact h
  · omega

/-- `exfalso` | Replaces the goal by `False`: it is enough to find a contradiction. -/
theorem tactic_exfalso (p q : Prop) (hp : p) (hn : ¬p) : q := by
  exfalso
  exact hn hp

/-- `by_contra h` | Assumes the opposite of the goal, and asks for a contradiction. -/
theorem tactic_by_contra (p : Prop) (h : ¬¬p) : p := by
  by_contra hn
  exact h hn

/-- `contrapose`, `contrapose!` | Turns `p → q` into `¬q → ¬p`; with `!` the negations are moved inwards. -/
theorem tactic_contrapose (p q : Prop) (h : ¬q → ¬p) : p → q := by
  contrapose
  exact h

/-- `contrapose! h` | Exchanges the goal and `h`, both negated, with `¬` pushed inwards. -/
theorem tactic_contrapose_push (a b : ℤ) (h : ∀ c, c < b → c < a) : b ≤ a := by
  contrapose! h
  exact ⟨a, h, le_refl a⟩

/-- `push_neg`, `push_neg at h` | Moves negations inwards: `¬∀` becomes `∃ ¬`, `¬(a < b)` becomes `b ≤ a`. -/
theorem tactic_push_neg (p : Nat → Prop) (h : ¬∀ n, p n) : ∃ n, ¬p n := by
  push_neg at h
  exact h

/-! ## Equations and rewriting -/

/-- `rw [h]`, `rw [← h]`, `rw [h] at k` | Replaces the left side of an equation or `↔` by the right side, or back. -/
theorem tactic_rw (a b c : Nat) (h : a = b) (k : c = b) : a = c := by
  rw [h, ← k]

/-- `rwa [h]` | Rewrites, and closes the goal by a hypothesis. -/
theorem tactic_rwa (a b c : Nat) (h : a = b) (k : b = c) : a = c := by
  rwa [h]

/-- `rewrite [h]` | Rewrites without trying `rfl` afterwards. -/
theorem tactic_rewrite (a b : Nat) (h : a = b) : b + a = b + b := by
  rewrite [h]
  rfl

/-- `calc a _ = b := h` | A chain of equations and inequalities, each step with its own proof. -/
theorem tactic_calc (a b c : Nat) (h : a < b) (k : b = c) : a < c := by
  calc a
    _ < b := h
    _ = c := k

/-- `trans b` | Proves `a = c` or `a ≤ c` by way of `b`. -/
theorem tactic_trans (a b c : Nat) (h : a ≤ b) (k : b ≤ c) : a ≤ c := by
  trans b
  · exact h
  · exact k

/-- `apply_fun f at h` | Applies `f` to both sides of the equation `h`. -/
theorem tactic_apply_fun (a b : ℕ) (h : a = b) : a + 1 = b + 1 := by
  apply_fun (· + 1) at h
  exact h

/-- `linear_combination e` | Proves an equation as a combination of equations, the rest by `ring`. -/
theorem tactic_linear_combination (x y : Int) (h : x = y + 1) : 2 * x = 2 * y + 2 := by
  linear_combination 2 * h

/-- `symm` | Turns `a = b` or `p ↔ q` round. -/
theorem tactic_symm (a b : Nat) (h : a = b) : b = a := by
  symm
  exact h

/-- `congr` | Reduces `f a = f b` to `a = b`. -/
theorem tactic_congr (a b : Nat) (f : Nat → Nat) (h : a = b) : f a = f b := by
  congr

/-- `funext x` | Proves that two functions are equal by their values at any `x`. -/
theorem tactic_funext (f g : Nat → Nat) (h : ∀ x, f x = g x) : f = g := by
  funext x
  exact h x

/-- `ext x` | Proves that two things are equal by their parts: functions by values, sets by elements. -/
theorem tactic_ext (f g : Nat → Nat) (h : ∀ x, f x = g x) : f = g := by
  ext x
  exact h x

/-- `conv => …` | Rewrites at one place: `lhs`, `rhs`, `arg i` and `enter [i, x]` lead there. -/
theorem tactic_conv (a b c : Nat) : a + (b + c) = a + (c + b) := by
  conv =>
    lhs
    arg 2
    rw [Nat.add_comm]

/-! ## Simplifying -/

/-- `simp`, `simp [h]`, `simp at h` | Rewrites with the library's simplification rules, and yours, as long as possible. -/
theorem tactic_simp (n : Nat) : n + 0 = 0 + n ∧ True := by
  simp

/-- `simp only [h]` | Simplifies with the named rules alone. -/
theorem tactic_simp_only (p q : Prop) (hp : p) : p ∨ q := by
  simp only [hp, true_or]

/-- `simp_all` | Simplifies goal and hypotheses with each other until nothing changes. -/
theorem tactic_simp_all (a b : Nat) (h : a = b) (k : a = 3) : b = 3 := by
  simp_all

/-- `simp_rw [h]` | Rewrites also below `fun`, `∀` and `∃`, where `rw` cannot. -/
theorem tactic_simp_rw (f : Nat → Nat) (h : ∀ x, f x = x + 0) : (fun x => f x) = fun x => x := by
  simp_rw [h]
  rfl

/-- `norm_cast at h` | Takes away the coercions between kinds of numbers where they can be taken away. -/
theorem tactic_norm_cast (a b : Nat) (h : (a : Int) + b = 5) : a + b = 5 := by
  norm_cast at h

/-- `push_cast` | Moves casts `↑` inwards, to the variables. -/
theorem tactic_push_cast (m n : ℕ) : ((m + n : ℕ) : ℤ) - n = m := by
  push_cast
  ring

/-- `exact_mod_cast h` | Closes the goal with `h`, coercions between kinds of numbers apart. -/
theorem tactic_exact_mod_cast (a b : Nat) (h : a + b = 5) : (a : Int) + b = 5 := by
  exact_mod_cast h

/-- `simpa using h` | Simplifies the goal and `h`, and they must agree. -/
theorem tactic_simpa (a b : Nat) (h : a + 1 = b + 1) : a = b := by
  simpa using h

/-- `dsimp` | Simplifies by computation only. -/
theorem tactic_dsimp (n : Nat) : (fun m : Nat => m + 0) n = n := by
  dsimp

/-- `unfold f` | Replaces a name by its definition. -/
def double (n : Nat) : Nat := n + n
theorem tactic_unfold (n : Nat) : double n = n + n := by
  unfold double
  rfl

/-- `delta f` | Replaces a name by its definition, and does nothing else. -/
def triple (n : Nat) : Nat := n + n + n
theorem tactic_delta (n : Nat) : triple n = n + n + n := by
  delta triple
  rfl

/-! ## Steps in between -/

/-- `have h : p := …` | Proves something on the way and names it. -/
theorem tactic_have (p q r : Prop) (h : p → q) (k : q → r) (hp : p) : r := by
  have hq : q := h hp
  exact k hq

/-- `suffices h : p from …` | Shows that `p` is enough, and leaves `p` to be proved. -/
theorem tactic_suffices (p q : Prop) (hp : p) (k : p → q) : q := by
  suffices h : p from k h
  exact hp

/-- `let x := e` | Gives an expression a name that stands for it. -/
theorem tactic_let (n : Nat) : ∃ m, m = n + 1 := by
  let m := n + 1
  exact ⟨m, rfl⟩

/-- `show p` | States the goal in other words that mean the same by definition. -/
theorem tactic_show (n : Nat) : n + 0 = n := by
  show n = n
  rfl

/-- `change p at h` | The same for a hypothesis. -/
theorem tactic_change (n : Nat) (h : n + 0 = 3) : n = 3 := by
  change n = 3 at h
  exact h

/-- `replace h := …` | Replaces a hypothesis by something that follows from it. -/
theorem tactic_replace (p q : Prop) (h : p ∧ q) : p := by
  replace h := h.1
  exact h

/-- `clear h` | Forgets a hypothesis. -/
theorem tactic_clear (p q : Prop) (hp : p) (hq : q) : p := by
  clear hq
  exact hp

/-- `rename_i a b` | Names hypotheses that Lean has shown with a dagger, the last ones last. -/
theorem tactic_rename_i (p q : Prop) : p → q → p := by
  intros
  rename_i hp _
  exact hp

/-! ## Several goals -/

/-- `· …` | Proves the first goal by itself. -/
theorem tactic_focus (p q : Prop) (h : p ∧ q) : q ∧ p := by
  constructor
  · exact h.2
  · exact h.1

/-- `case name => …` | Proves the goal of that name. -/
theorem tactic_case (n : Nat) : 0 + n = n := by
  induction n
  case succ k ih => rw [← Nat.add_assoc, ih]
  case zero => rfl

/-- `next x => …` | Proves the next goal, and names what is in it. -/
theorem tactic_next (n : Nat) : 0 + n = n := by
  induction n
  next => rfl
  next k ih => rw [← Nat.add_assoc, ih]

/-- `t <;> s` | Runs `s` on every goal that `t` leaves. -/
theorem tactic_and_then (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor <;> assumption

/-- `all_goals t` | Runs `t` on every goal. -/
theorem tactic_all_goals (p : Prop) (hp : p) : p ∧ p := by
  constructor
  all_goals exact hp

/-- `any_goals t` | Runs `t` on every goal where it works. -/
theorem tactic_any_goals (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  any_goals exact hp
  exact hq

/-! ## Trying -/

/-- `first | t | s` | Runs the first of these that works. -/
theorem tactic_first (p q : Prop) (hq : q) : p ∨ q := by
  first
  | exact Or.inl hq
  | exact Or.inr hq

/-- `try t` | Runs `t` if it works, and goes on otherwise. -/
theorem tactic_try (p : Prop) (hp : p) : p := by
  try contradiction
  exact hp

/-- `repeat t` | Runs `t` as long as it works. -/
theorem tactic_repeat (p q r : Prop) (hp : p) (hq : q) (hr : r) : p ∧ q ∧ r := by
  repeat (first | assumption | constructor)

/-- `exact?` | Looks for a theorem of the library that closes the goal. -/
theorem tactic_exact_search (a b : Nat) : a * b = b * a := by
  exact?
