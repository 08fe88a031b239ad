import Mathlib

namespace Course

@[ext]
structure Point where
  x : ℤ
  y : ℤ

namespace Point

def add (p q : Point) : Point := ⟨p.x + q.x, p.y + q.y⟩

instance : Add Point := ⟨add⟩
instance : Neg Point := ⟨fun p => ⟨-p.x, -p.y⟩⟩
instance : Zero Point := ⟨⟨0, 0⟩⟩

@[simp] theorem add_x (p q : Point) : (p + q).x = p.x + q.x := rfl
@[simp] theorem add_y (p q : Point) : (p + q).y = p.y + q.y := rfl
@[simp] theorem neg_x (p : Point) : (-p).x = -p.x := rfl
@[simp] theorem neg_y (p : Point) : (-p).y = -p.y := rfl
@[simp] theorem zero_x : (0 : Point).x = 0 := rfl
@[simp] theorem zero_y : (0 : Point).y = 0 := rfl

theorem add_comm (p q : Point) : p + q = q + p := by
  ext
  · simp [Int.add_comm]
  · simp [Int.add_comm]

theorem add_assoc (p q r : Point) : p + q + r = p + (q + r) := by
  ext <;> simp [Int.add_assoc]

theorem add_zero (p : Point) : p + 0 = p := by
  ext <;> simp

theorem neg_add (p : Point) : -p + p = 0 := by
  ext <;> simp

def swap (p : Point) : Point where
  x := p.y
  y := p.x

theorem swap_swap (p : Point) : p.swap.swap = p := rfl

theorem swap_injective : Function.Injective swap := by
  intro p q h
  rw [← swap_swap p, h, swap_swap]

theorem moved (p : Point) : ({ p with x := 5 } : Point).y = p.y := rfl

end Point

end Course
