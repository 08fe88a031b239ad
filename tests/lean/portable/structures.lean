import Mathlib

namespace Course

@[ext]
structure Point where
  x : ℤ
  y : ℤ

namespace Point

def add (p q : Point) : Point := ⟨p.x + q.x, p.y + q.y⟩

def origin : Point where
  x := 0
  y := 0

theorem add_comm' (p q : Point) : add p q = add q p := by
  ext
  · simp only [add]
    ring
  · simp only [add]
    ring

theorem add_origin (p : Point) : add p origin = p := by
  ext
  · simp [add, origin]
  · simp [add, origin]

theorem coordinates (p q : Point) (h : p = q) : p.x = q.x ∧ p.y = q.y := by
  subst h
  exact ⟨rfl, rfl⟩

theorem eta (p : Point) : (⟨p.x, p.y⟩ : Point) = p := rfl

end Point

end Course
