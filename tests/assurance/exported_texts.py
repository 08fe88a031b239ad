"""Small texts whose exports hold every kind of declaration; each has a theorem `t`."""

from __future__ import annotations

TEXTS = {
    "trees": """
inductive Tree (α : Type) : Type | node : α → List (Tree α) → Tree α
theorem t : Tree.rec = @Tree.rec := rfl
""",
    "mutual types": """
mutual
inductive A : Type | a : B → A
inductive B : Type | none | b : A → B
end
theorem t (x : A) : x = x :=
  A.rec (motive_1 := fun x => x = x) (motive_2 := fun x => x = x) (fun _ _ => rfl) rfl (fun _ _ => rfl) x
""",
    "an indexed type": """
inductive Vec (α : Type) : Nat → Type | nil : Vec α 0 | cons (n : Nat) : α → Vec α n → Vec α (n + 1)
theorem t (α : Type) (n : Nat) (v : Vec α n) : v = v := Vec.casesOn v rfl (fun _ _ _ => rfl)
""",
    "a well-founded type": """
inductive W (α : Type) (β : α → Type) : Type | sup (a : α) (f : β a → W α β) : W α β
theorem t (α : Type) (β : α → Type) (w : W α β) : w = w := W.rec (fun _ _ _ => rfl) w
""",
    "a structure": """
structure P.{u, v} (α : Sort u) (β : Sort v) where
  mk ::
  (first : α) (second : β)
theorem t (p : P Nat Prop) : P.mk p.first p.second = p := rfl
""",
    "propositions": """
inductive E : Prop | e : (1 : Nat) = 1 → E
inductive O : Prop | a | b
theorem t (x y : E) : x = y := rfl
""",
    "a structure of proofs": """
structure S (p q : Prop) : Prop where
  l : p
  r : q
theorem t (p q : Prop) (s : S p q) : S q p := ⟨s.r, s.l⟩
""",
    "numbers": """
theorem s : Nat.add (nat_lit 123456789012345678901234567890) (nat_lit 1) =
    nat_lit 123456789012345678901234567891 := rfl
theorem t : Nat.mul (Nat.pow (nat_lit 2) (nat_lit 70)) (nat_lit 3) = nat_lit 3541774862152233910272 ∧
    Nat.add (nat_lit 123456789012345678901234567890) (nat_lit 1) =
      nat_lit 123456789012345678901234567891 := ⟨rfl, s⟩
""",
    "texts": 'theorem t : "añ𝒳" = "añ𝒳" := rfl',
    "quotients": """
theorem t (α : Type) (r : α → α → Prop) (a b : α) (h : r a b) : Quot.mk r a = Quot.mk r b := Quot.sound h
""",
    "lift": """
theorem t (α : Type) (r : α → α → Prop) (f : α → Nat) (h : ∀ a b, r a b → f a = f b) (a : α) :
    Quot.lift f h (Quot.mk r a) = f a := rfl
""",
    "equality": """
theorem t (α : Type) (a b : α) (h : a = b) : b = a := Eq.rec (motive := fun x _ => x = a) rfl h
""",
    "universes": """
theorem t.{u, v} (α : Type u) (β : Type v) (f : α → PProd α β) (a : α) : f a = ⟨(f a).1, (f a).2⟩ := rfl
""",
    "let": """
theorem t (n : Nat) : (let m := n; let k := m; (fun x : Nat => x) k) = n := rfl
""",
    "functions": "theorem t (f : Nat → Nat → Nat) : (fun x y => f x y) = f := rfl",
    "choice": "theorem t (p : Prop) : p ∨ ¬p := Classical.em p",
    "unit": "theorem t (x y : PUnit.{1}) : x = y := rfl",
    "opaque": """
opaque o : Nat
def d : Nat := o
theorem t : d = o := rfl
""",
}
