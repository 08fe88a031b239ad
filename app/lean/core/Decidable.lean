/-
Propositions that a program decides, if-then-else, and the algebra of `Bool`.
-/
prelude
import Lemmata.Classical
import Lemmata.Coercions
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w

variable {a b c p q : Prop} {α : Sort u}

namespace Decidable

theorem em (p : Prop) [Decidable p] : p ∨ ¬p := dite p Or.inl Or.inr
theorem byContradiction [Decidable p] (h : ¬p → False) : p := (em p).elim id fun n => (h n).elim
theorem of_not_not [Decidable p] : ¬¬p → p := byContradiction
theorem not_not [Decidable p] : ¬¬p ↔ p := ⟨of_not_not, not_not_intro⟩
theorem not_and_iff_or_not_not [Decidable a] : ¬(a ∧ b) ↔ ¬a ∨ ¬b := _root_.not_and_or
theorem not_imp_not [Decidable a] : (¬a → ¬b) ↔ (b → a) := _root_.not_imp_not
@[macro_inline] def byCases {q : Sort u} [s : Decidable p] (h1 : p → q) (h2 : ¬p → q) : q :=
  match s with
  | isTrue h => h1 h
  | isFalse h => h2 h

end Decidable

@[inline, instance_reducible] def decidable_of_iff (a : Prop) (h : a ↔ b) [d : Decidable a] : Decidable b :=
  match d with
  | isTrue ha => isTrue (h.mp ha)
  | isFalse na => isFalse fun hb => na (h.mpr hb)
@[inline, instance_reducible] def decidable_of_iff' (b : Prop) (h : a ↔ b) [Decidable b] : Decidable a :=
  decidable_of_iff b h.symm
instance instDecidableForall [Decidable p] [Decidable q] : Decidable (p → q) :=
  if hp : p then
    if hq : q then isTrue fun _ => hq else isFalse fun h => hq (h hp)
  else isTrue fun h => absurd h hp
instance instDecidableIff [Decidable p] [Decidable q] : Decidable (p ↔ q) :=
  if hp : p then
    if hq : q then isTrue (iff_of_true hp hq) else isFalse fun h => hq (h.mp hp)
  else if hq : q then isFalse fun h => hp (h.mpr hq) else isTrue (iff_of_false hp hq)
instance instDecidableEqBool : DecidableEq Bool
  | false, false => isTrue rfl
  | false, true => isFalse Bool.false_ne_true
  | true, false => isFalse fun h => Bool.false_ne_true h.symm
  | true, true => isTrue rfl
instance instDecidableEqPUnit : DecidableEq PUnit := fun _ _ => isTrue rfl
instance instBEqOfDecidableEq {α : Type u} [DecidableEq α] : BEq α := ⟨fun a b => decide (a = b)⟩
instance instInhabitedBool : Inhabited Bool := ⟨false⟩
instance instInhabitedProp : Inhabited Prop := ⟨True⟩
instance instInhabitedPUnit : Inhabited PUnit := ⟨PUnit.unit⟩

class Subsingleton (α : Sort u) : Prop where
  intro :: (allEq : ∀ a b : α, a = b)
protected theorem Subsingleton.elim {α : Sort u} [h : Subsingleton α] (a b : α) : a = b := h.allEq a b
protected theorem Subsingleton.helim {α β : Sort u} [h₁ : Subsingleton α] (h₂ : α = β) (a : α) (b : β) :
    HEq a b := by
  subst h₂
  exact heq_of_eq (Subsingleton.elim a b)
instance instSubsingletonProp (p : Prop) : Subsingleton p := ⟨fun _ _ => rfl⟩
instance instSubsingletonDecidable (p : Prop) : Subsingleton (Decidable p) := ⟨fun
  | isTrue _, isTrue _ => rfl
  | isFalse _, isFalse _ => rfl
  | isTrue h, isFalse n => absurd h n
  | isFalse n, isTrue h => absurd h n⟩
instance instSubsingletonPUnit : Subsingleton PUnit := ⟨fun _ _ => rfl⟩

/-! ## A `Bool` where a proposition is expected and the other way round, an element of a subtype as itself -/

instance boolToProp : Coe Bool Prop := ⟨fun b => b = true⟩
instance boolToSort : CoeSort Bool Prop := ⟨fun b => b = true⟩
instance decPropToBool (p : Prop) [Decidable p] : CoeDep Prop p Bool := ⟨decide p⟩
instance subtypeCoe {α : Sort v} {p : α → Prop} : CoeOut {x // p x} α := ⟨fun a => a.val⟩
instance optionCoe {α : Type u} : Coe α (Option α) := ⟨some⟩

/-! ## Constructors are injective -/

theorem Lean.injEq_helper {P Q R : Prop} (f : P → Q → R) (h : P ∧ Q) : R := f h.left h.right
gen_injective_theorems% Prod
gen_injective_theorems% PProd
gen_injective_theorems% MProd
gen_injective_theorems% Subtype
gen_injective_theorems% Sigma
gen_injective_theorems% PSigma
gen_injective_theorems% Option
gen_injective_theorems% Sum
gen_injective_theorems% PSum
gen_injective_theorems% List
gen_injective_theorems% Nat
gen_injective_theorems% Fin
gen_injective_theorems% String
gen_injective_theorems% Char
gen_injective_theorems% UInt32
gen_injective_theorems% BitVec

/-! ## If-then-else -/

theorem if_pos {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t e : α} : (ite c t e) = t :=
  match h with
  | isTrue _ => rfl
  | isFalse n => absurd hc n
theorem if_neg {c : Prop} {h : Decidable c} (hnc : ¬c) {α : Sort u} {t e : α} : (ite c t e) = e :=
  match h with
  | isTrue hc => absurd hc hnc
  | isFalse _ => rfl
theorem dif_pos {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t : c → α} {e : ¬c → α} :
    (dite c t e) = t hc :=
  match h with
  | isTrue _ => rfl
  | isFalse n => absurd hc n
theorem dif_neg {c : Prop} {h : Decidable c} (hnc : ¬c) {α : Sort u} {t : c → α} {e : ¬c → α} :
    (dite c t e) = e hnc :=
  match h with
  | isTrue hc => absurd hc hnc
  | isFalse _ => rfl
theorem ite_eq_left {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t e : α} : (ite c t e) = t := if_pos hc
theorem ite_eq_right {c : Prop} {h : Decidable c} (hnc : ¬c) {α : Sort u} {t e : α} : (ite c t e) = e := if_neg hnc
theorem dite_eq_left {c : Prop} {h : Decidable c} (hc : c) {α : Sort u} {t : c → α} {e : ¬c → α} :
    (dite c t e) = t hc :=
  dif_pos hc
theorem dite_eq_right {c : Prop} {h : Decidable c} (hnc : ¬c) {α : Sort u} {t : c → α} {e : ¬c → α} :
    (dite c t e) = e hnc :=
  dif_neg hnc
theorem dif_eq_if (c : Prop) {h : Decidable c} (t e : α) : dite c (fun _ => t) (fun _ => e) = ite c t e :=
  match h with
  | isTrue _ => rfl
  | isFalse _ => rfl
theorem ite_congr {b c : Prop} {x y u v : α} {s : Decidable b} [Decidable c] (h₁ : b = c) (h₂ : c → x = u)
    (h₃ : ¬c → y = v) : ite b x y = ite c u v := by
  subst h₁
  by_cases h : b
  · rw [if_pos h, if_pos h, h₂ h]
  · rw [if_neg h, if_neg h, h₃ h]
@[simp] theorem ite_true (t e : α) : (if True then t else e) = t := rfl
@[simp] theorem ite_false (t e : α) : (if False then t else e) = e := rfl
@[simp] theorem dite_true {t : True → α} {e : ¬True → α} : dite True t e = t True.intro := rfl
@[simp] theorem dite_false {t : False → α} {e : ¬False → α} : dite False t e = e not_false := rfl
@[simp] theorem ite_self {c : Prop} {d : Decidable c} (a : α) : (if c then a else a) = a :=
  match d with
  | isTrue _ => rfl
  | isFalse _ => rfl
theorem ite_cond_eq_true {c : Prop} {_ : Decidable c} (t e : α) (h : c = True) : (if c then t else e) = t :=
  if_pos (of_eq_true h)
theorem ite_cond_eq_false {c : Prop} {_ : Decidable c} (t e : α) (h : c = False) : (if c then t else e) = e :=
  if_neg (of_eq_false h)
theorem dite_cond_eq_true {c : Prop} {_ : Decidable c} {t : c → α} {e : ¬c → α} (h : c = True) :
    (dite c t e) = t (of_eq_true h) := dif_pos (of_eq_true h)
theorem dite_cond_eq_false {c : Prop} {_ : Decidable c} {t : c → α} {e : ¬c → α} (h : c = False) :
    (dite c t e) = e (of_eq_false h) := dif_neg (of_eq_false h)
theorem ite_eq_left_of_eq_true {c : Prop} {_ : Decidable c} (t e : α) (h : c = True) : (if c then t else e) = t :=
  if_pos (of_eq_true h)
theorem ite_eq_right_of_eq_false {c : Prop} {_ : Decidable c} (t e : α) (h : c = False) : (if c then t else e) = e :=
  if_neg (of_eq_false h)
theorem dite_eq_left_of_eq_true {c : Prop} {_ : Decidable c} {t : c → α} {e : ¬c → α} (h : c = True) :
    (dite c t e) = t (of_eq_true h) := dif_pos (of_eq_true h)
theorem dite_eq_right_of_eq_false {c : Prop} {_ : Decidable c} {t : c → α} {e : ¬c → α} (h : c = False) :
    (dite c t e) = e (of_eq_false h) := dif_neg (of_eq_false h)
theorem dite_eq_ite {c : Prop} {_ : Decidable c} {t e : α} : dite c (fun _ => t) (fun _ => e) = ite c t e :=
  dif_eq_if c t e
theorem ite_cond_congr {c c' : Prop} {s : Decidable c} {s' : Decidable c'} {t e : α} (h : c = c') :
    (if c then t else e) = (if c' then t else e) := by
  subst h
  by_cases h : c
  · rw [if_pos h, if_pos h]
  · rw [if_neg h, if_neg h]
theorem dite_cond_congr {c c' : Prop} {s : Decidable c} {s' : Decidable c'} {t : c → α} {e : ¬c → α} (h : c = c') :
    dite c t e = dite c' (fun x => t (h.mpr_prop x)) (fun x => e (h.mpr_not x)) := by
  subst h
  by_cases h : c
  · rw [dif_pos h, dif_pos h]
  · rw [dif_neg h, dif_neg h]

/-! ## `decide` and `Bool` -/

@[simp] theorem decide_eq_true_eq [Decidable p] : (decide p = true) = p :=
  propext ⟨of_decide_eq_true, decide_eq_true⟩
@[simp] theorem decide_eq_false_iff_not {_ : Decidable p} : (decide p = false) ↔ ¬p :=
  ⟨of_decide_eq_false, decide_eq_false⟩
@[simp] theorem decide_true : decide True = true := rfl
@[simp] theorem decide_false : decide False = false := rfl
theorem decide_eq_true_iff [Decidable p] : decide p = true ↔ p := ⟨of_decide_eq_true, decide_eq_true⟩
@[simp] theorem Bool.false_eq_true : (false = true) = False := eq_false Bool.false_ne_true
@[simp] theorem Bool.true_eq_false : (true = false) = False := eq_false fun h => Bool.false_ne_true h.symm
theorem Bool.eq_false_of_not_eq_true : {b : Bool} → ¬b = true → b = false
  | true, h => absurd rfl h
  | false, _ => rfl
theorem Bool.eq_true_of_not_eq_false : {b : Bool} → ¬b = false → b = true
  | true, _ => rfl
  | false, h => absurd rfl h
theorem Bool.of_not_eq_true {b : Bool} : ¬b = true → b = false := Bool.eq_false_of_not_eq_true
theorem Bool.of_not_eq_false {b : Bool} : ¬b = false → b = true := Bool.eq_true_of_not_eq_false
theorem eq_false_of_ne_true {b : Bool} : b ≠ true → b = false := Bool.eq_false_of_not_eq_true
theorem eq_true_of_ne_false {b : Bool} : b ≠ false → b = true := Bool.eq_true_of_not_eq_false
theorem ne_false_of_eq_true {b : Bool} (h : b = true) : b ≠ false :=
  fun e => Bool.false_ne_true (e.symm.trans h)
theorem ne_true_of_eq_false {b : Bool} (h : b = false) : b ≠ true :=
  fun e => Bool.false_ne_true (h.symm.trans e)
theorem Bool.eq_false_or_eq_true : (b : Bool) → b = true ∨ b = false
  | true => Or.inl rfl
  | false => Or.inr rfl
@[simp] theorem Bool.not_eq_true (b : Bool) : (¬b = true) = (b = false) := by cases b <;> simp
@[simp] theorem Bool.not_eq_false (b : Bool) : (¬b = false) = (b = true) := by cases b <;> simp
@[simp] theorem Bool.not_not : (b : Bool) → (!!b) = b
  | true => rfl
  | false => rfl
@[simp] theorem Bool.not_true : (!true) = false := rfl
@[simp] theorem Bool.not_false : (!false) = true := rfl
@[simp] theorem Bool.true_and (b : Bool) : (true && b) = b := rfl
@[simp] theorem Bool.false_and (b : Bool) : (false && b) = false := rfl
@[simp] theorem Bool.and_true (b : Bool) : (b && true) = b := by cases b <;> rfl
@[simp] theorem Bool.and_false (b : Bool) : (b && false) = false := by cases b <;> rfl
@[simp] theorem Bool.and_self (b : Bool) : (b && b) = b := by cases b <;> rfl
@[simp] theorem Bool.true_or (b : Bool) : (true || b) = true := rfl
@[simp] theorem Bool.false_or (b : Bool) : (false || b) = b := rfl
@[simp] theorem Bool.or_true (b : Bool) : (b || true) = true := by cases b <;> rfl
@[simp] theorem Bool.or_false (b : Bool) : (b || false) = b := by cases b <;> rfl
@[simp] theorem Bool.or_self (b : Bool) : (b || b) = b := by cases b <;> rfl
theorem Bool.and_comm (x y : Bool) : (x && y) = (y && x) := by cases x <;> cases y <;> rfl
theorem Bool.or_comm (x y : Bool) : (x || y) = (y || x) := by cases x <;> cases y <;> rfl
theorem Bool.and_assoc (x y z : Bool) : (x && y && z) = (x && (y && z)) := by cases x <;> rfl
theorem Bool.or_assoc (x y z : Bool) : (x || y || z) = (x || (y || z)) := by cases x <;> rfl
@[simp] theorem Bool.not_and (x y : Bool) : (!(x && y)) = (!x || !y) := by cases x <;> rfl
@[simp] theorem Bool.not_or (x y : Bool) : (!(x || y)) = (!x && !y) := by cases x <;> rfl
@[simp] theorem Bool.and_eq_true (a b : Bool) : ((a && b) = true) = (a = true ∧ b = true) :=
  by cases a <;> cases b <;> simp
@[simp] theorem Bool.or_eq_true (a b : Bool) : ((a || b) = true) = (a = true ∨ b = true) :=
  by cases a <;> cases b <;> simp
@[simp] theorem Bool.not_eq_true' (b : Bool) : ((!b) = true) = (b = false) := by cases b <;> simp
@[simp] theorem Bool.not_eq_false' (b : Bool) : ((!b) = false) = (b = true) := by cases b <;> simp
theorem Bool.eq_iff_iff {a b : Bool} : a = b ↔ (a = true ↔ b = true) := by cases a <;> cases b <;> simp
@[simp] theorem cond_true {α : Sort u} (a b : α) : cond true a b = a := rfl
@[simp] theorem cond_false {α : Sort u} (a b : α) : cond false a b = b := rfl

/-! ## `a == b` -/

/-- `a == a` is always true. -/
class ReflBEq (α : Type u) [BEq α] : Prop where
  protected rfl {a : α} : (a == a) = true
/-- `a == b` is true exactly if `a = b`. -/
class LawfulBEq (α : Type u) [BEq α] : Prop extends ReflBEq α where
  eq_of_beq {a b : α} : (a == b) = true → a = b
export LawfulBEq (eq_of_beq)
instance instLawfulBEqOfDecidableEq {α : Type u} [DecidableEq α] : LawfulBEq α where
  rfl := decide_eq_true rfl
  eq_of_beq := of_decide_eq_true
section
variable {α : Type u} [BEq α]
@[simp] theorem beq_self_eq_true [ReflBEq α] (a : α) : (a == a) = true := ReflBEq.rfl
theorem beq_of_eq [ReflBEq α] {a b : α} (h : a = b) : (a == b) = true := h ▸ ReflBEq.rfl
@[simp] theorem bne_self_eq_false [ReflBEq α] (a : α) : (a != a) = false := congrArg Bool.not ReflBEq.rfl
variable [LawfulBEq α] {a b : α}
@[simp] theorem beq_iff_eq : (a == b) = true ↔ a = b := ⟨eq_of_beq, beq_of_eq⟩
theorem ne_of_beq_false (h : (a == b) = false) : a ≠ b := fun e => ne_true_of_eq_false h (beq_of_eq e)
theorem beq_false_of_ne (h : a ≠ b) : (a == b) = false := eq_false_of_ne_true fun e => h (eq_of_beq e)
@[simp] theorem beq_eq_false_iff_ne : (a == b) = false ↔ a ≠ b := ⟨ne_of_beq_false, beq_false_of_ne⟩
@[simp] theorem bne_iff_ne : (a != b) = true ↔ a ≠ b :=
  (iff_of_eq (Bool.not_eq_true' (a == b))).trans beq_eq_false_iff_ne
@[simp] theorem bne_eq_false_iff_eq : (a != b) = false ↔ a = b :=
  (iff_of_eq (Bool.not_eq_false' (a == b))).trans beq_iff_eq
end
