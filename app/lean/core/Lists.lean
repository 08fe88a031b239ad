/-
Lists: the functions on them, membership, and when two lists are equal.
-/
prelude
import Lemmata.Data
import Lemmata.Macros
set_option autoImplicit false
set_option interpreter.prefer_native true

universe u v w x

namespace List
variable {α : Type u} {β : Type v} {γ : Type w}

instance instInhabitedList : Inhabited (List α) := ⟨[]⟩

/-! ## Recursive functions -/

/-- The number of elements. -/
def length : List α → Nat
  | [] => 0
  | _ :: as => length as + 1
protected def append : List α → List α → List α
  | [], bs => bs
  | a :: as, bs => a :: List.append as bs
instance instAppendList : Append (List α) := ⟨List.append⟩
/-- `f` of each element. -/
def map (f : α → β) : List α → List β
  | [] => []
  | a :: as => f a :: map f as
/-- `[a, b, c].foldr f i` is `f a (f b (f c i))`. -/
def foldr (f : α → β → β) (init : β) : List α → β
  | [] => init
  | a :: as => f a (foldr f init as)
/-- `[a, b, c].foldl f i` is `f (f (f i a) b) c`. -/
def foldl (f : α → β → α) : (init : α) → List β → α
  | a, [] => a
  | a, b :: bs => foldl f (f a b) bs
def reverseAux : List α → List α → List α
  | [], r => r
  | a :: as, r => reverseAux as (a :: r)
/-- The elements from last to first. -/
def reverse (as : List α) : List α := reverseAux as []
/-- The elements `a` with `p a`, in their order. -/
def filter (p : α → Bool) : List α → List α
  | [] => []
  | a :: as => if p a then a :: filter p as else filter p as
def filterMap (f : α → Option β) : List α → List β
  | [] => []
  | a :: as =>
    match f a with
    | none => filterMap f as
    | some b => b :: filterMap f as
/-- The lists of a list one after the other. -/
def flatten : List (List α) → List α
  | [] => []
  | l :: L => l ++ flatten L
def flatMap {α : Type u} {β : Type v} (b : α → List β) (as : List α) : List β := flatten (map b as)
def concat {α : Type u} : List α → α → List α
  | [], b => [b]
  | a :: as, b => a :: concat as b
/-- `n` times `a`. -/
def replicate : (n : Nat) → (a : α) → List α
  | 0, _ => []
  | n + 1, a => a :: replicate n a
def range.loop : Nat → List Nat → List Nat
  | 0, acc => acc
  | n + 1, acc => loop n (n :: acc)
/-- `[0, 1, ..., n - 1]`. -/
def range (n : Nat) : List Nat := range.loop n []
/-- `len` numbers from `start` on, each `step` more than the one before. -/
def range' : (start len : Nat) → (step : Nat := 1) → List Nat
  | _, 0, _ => []
  | s, n + 1, step => s :: range' (s + step) n step

/-! ## Parts of a list -/

def isEmpty : List α → Bool
  | [] => true
  | _ :: _ => false
def head? : List α → Option α
  | [] => none
  | a :: _ => some a
/-- The first element of a list that is not empty. -/
def head : (as : List α) → as ≠ [] → α
  | a :: _, _ => a
def headD : (as : List α) → (fallback : α) → α
  | [], fallback => fallback
  | a :: _, _ => a
/-- All elements but the first. -/
def tail : List α → List α
  | [] => []
  | _ :: as => as
def tail? : List α → Option (List α)
  | [] => none
  | _ :: as => some as
/-- The last element of a list that is not empty. -/
def getLast : (as : List α) → as ≠ [] → α
  | [], h => absurd rfl h
  | [a], _ => a
  | _ :: b :: as, _ => getLast (b :: as) fun h => nomatch h
def getLast? : List α → Option α
  | [] => none
  | a :: as => some (getLast (a :: as) fun h => nomatch h)
def getLastD : (as : List α) → (fallback : α) → α
  | [], a₀ => a₀
  | a :: as, _ => getLast (a :: as) fun h => nomatch h
def dropLast {α : Type u} : List α → List α
  | [] => []
  | [_] => []
  | a :: as => a :: dropLast as
/-- The first `n` elements, or all if there are fewer. -/
def take : (n : Nat) → (xs : List α) → List α
  | 0, _ => []
  | _ + 1, [] => []
  | n + 1, a :: as => a :: take n as
/-- All elements but the first `n`. -/
def drop : (n : Nat) → (xs : List α) → List α
  | 0, as => as
  | _ + 1, [] => []
  | n + 1, _ :: as => drop n as
def takeWhile (p : α → Bool) : (xs : List α) → List α
  | [] => []
  | a :: as =>
    match p a with
    | true => a :: takeWhile p as
    | false => []
def dropWhile (p : α → Bool) : List α → List α
  | [] => []
  | a :: as =>
    match p a with
    | true => dropWhile p as
    | false => a :: as
/-- The list with the element at `i` replaced. -/
def set : (l : List α) → (n : Nat) → (a : α) → List α
  | _ :: as, 0, b => b :: as
  | a :: as, n + 1, b => a :: set as n b
  | [], _, _ => []
def eraseIdx : (l : List α) → (i : Nat) → List α
  | [], _ => []
  | _ :: as, 0 => as
  | a :: as, n + 1 => a :: eraseIdx as n
/-- The element at `i`, counted from 0. -/
def get {α : Type u} : (as : List α) → Fin as.length → α
  | a :: _, ⟨0, _⟩ => a
  | _ :: as, ⟨i + 1, h⟩ => get as ⟨i, Nat.le_of_succ_le_succ h⟩
def get?Internal : (as : List α) → (i : Nat) → Option α
  | a :: _, 0 => some a
  | _ :: as, n + 1 => get?Internal as n
  | _, _ => none
def get!Internal [Inhabited α] : (as : List α) → (i : Nat) → α
  | a :: _, 0 => a
  | _ :: as, n + 1 => get!Internal as n
  | _, _ => default
instance instGetElemNatLtLength : GetElem (List α) Nat α fun as i => i < as.length where
  getElem as i h := as.get ⟨i, h⟩
instance instGetElem?NatLtLength : GetElem? (List α) Nat α fun as i => i < as.length where
  getElem? as i := as.get?Internal i
  getElem! as i := as.get!Internal i
def getD (as : List α) (i : Nat) (fallback : α) : α := as[i]?.getD fallback

/-! ## Pairs of elements of two lists -/

def zipWith (f : α → β → γ) : (xs : List α) → (ys : List β) → List γ
  | x :: xs, y :: ys => f x y :: zipWith f xs ys
  | _, _ => []
/-- The pairs of elements at the same place, as long as there are both. -/
def zip : List α → List β → List (Prod α β) := zipWith Prod.mk
def unzip : (l : List (α × β)) → List α × List β
  | [] => ([], [])
  | (a, b) :: t =>
    match unzip t with
    | (as, bs) => (a :: as, b :: bs)
def zipIdx : (l : List α) → (n : Nat := 0) → List (α × Nat)
  | [], _ => []
  | x :: xs, n => (x, n) :: zipIdx xs (n + 1)

/-! ## Questions -/

/-- Whether `p` is true of some element. -/
def any : (l : List α) → (p : α → Bool) → Bool
  | [], _ => false
  | h :: t, p => p h || any t p
/-- Whether `p` is true of all elements. -/
def all : List α → (α → Bool) → Bool
  | [], _ => true
  | h :: t, p => p h && all t p
def find? (p : α → Bool) : List α → Option α
  | [] => none
  | a :: as =>
    match p a with
    | true => some a
    | false => find? p as
def findIdx.go (p : α → Bool) : List α → Nat → Nat
  | [], n => n
  | a :: l, n => bif p a then n else go p l (n + 1)
def findIdx (p : α → Bool) (l : List α) : Nat := findIdx.go p l 0
def countP.go (p : α → Bool) : List α → Nat → Nat
  | [], acc => acc
  | x :: xs, acc => bif p x then go p xs (acc + 1) else go p xs acc
/-- The number of elements of which `p` is true. -/
def countP (p : α → Bool) (l : List α) : Nat := countP.go p l 0
section
variable [BEq α]
def elem (a : α) : (l : List α) → Bool
  | [] => false
  | b :: bs =>
    match a == b with
    | true => true
    | false => elem a bs
abbrev contains (as : List α) (a : α) : Bool := elem a as
/-- How often `a` is an element. -/
def count (a : α) : List α → Nat := countP (· == a)
/-- The place of the first `a`, or the length if there is none. -/
def idxOf (a : α) : List α → Nat := findIdx (· == a)
/-- The list without its first `a`. -/
protected def erase {α : Type u} [BEq α] : List α → α → List α
  | [], _ => []
  | a :: as, b =>
    match a == b with
    | true => as
    | false => a :: List.erase as b
protected def beq {α : Type u} [BEq α] : List α → List α → Bool
  | [], [] => true
  | a :: as, b :: bs => a == b && List.beq as bs
  | _, _ => false
instance instBEq : BEq (List α) := ⟨List.beq⟩
end
/-- The least element, if there is one. -/
def min? [Min α] : List α → Option α
  | [] => none
  | a :: as => some <| as.foldl min a
/-- The greatest element, if there is one. -/
def max? [Max α] : List α → Option α
  | [] => none
  | a :: as => some <| as.foldl max a

/-! ## Membership, and lists in lists -/

/-- `a` is one of the elements. -/
inductive Mem (a : α) : List α → Prop where
  | head (as : List α) : Mem a (a :: as)
  | tail (b : α) {as : List α} : Mem a as → Mem a (b :: as)
instance instMembership : Membership α (List α) := ⟨fun l a => Mem a l⟩
protected def Subset (l₁ l₂ : List α) : Prop := ∀ ⦃a : α⦄, a ∈ l₁ → a ∈ l₂
instance instHasSubset : HasSubset (List α) := ⟨List.Subset⟩
/-- `l₁` arises from `l₂` by leaving out elements. -/
inductive Sublist {α : Type u} : List α → List α → Prop where
  | slnil : Sublist [] []
  | cons {l₁ l₂ : List α} (a : α) : Sublist l₁ l₂ → Sublist l₁ (a :: l₂)
  | cons₂ {l₁ l₂ : List α} (a : α) : Sublist l₁ l₂ → Sublist (a :: l₁) (a :: l₂)
scoped infixl:50 " <+ " => Sublist
/-- `l₂` begins with `l₁`. -/
def IsPrefix (l₁ : List α) (l₂ : List α) : Prop := ∃ t, l₁ ++ t = l₂
infixl:50 " <+: " => IsPrefix
/-- `l₂` ends with `l₁`. -/
def IsSuffix (l₁ : List α) (l₂ : List α) : Prop := ∃ t, t ++ l₁ = l₂
infixl:50 " <:+ " => IsSuffix
/-- `l₁` stands somewhere in `l₂`. -/
def IsInfix (l₁ : List α) (l₂ : List α) : Prop := ∃ s t, s ++ l₁ ++ t = l₂
infixl:50 " <:+: " => IsInfix
/-- `R` holds between each element and each that comes after it. -/
inductive Pairwise {α : Type u} (R : α → α → Prop) : List α → Prop where
  | nil : Pairwise R []
  | cons {a : α} {l : List α} : (∀ a', a' ∈ l → R a a') → Pairwise R l → Pairwise R (a :: l)
/-- No element stands in the list twice. -/
def Nodup : List α → Prop := Pairwise (· ≠ ·)
/-- `l₁` and `l₂` have the same elements equally often. -/
inductive Perm : List α → List α → Prop where
  | nil : Perm [] []
  | cons (x : α) {l₁ l₂ : List α} : Perm l₁ l₂ → Perm (x :: l₁) (x :: l₂)
  | swap (x y : α) (l : List α) : Perm (y :: x :: l) (x :: y :: l)
  | trans {l₁ l₂ l₃ : List α} : Perm l₁ l₂ → Perm l₂ l₃ → Perm l₁ l₃
scoped infixl:50 " ~ " => Perm

end List
