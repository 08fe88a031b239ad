import Mathlib

namespace Course

class MyGroup (G : Type) where
  op : G → G → G
  one : G
  inv : G → G
  assoc : ∀ a b c, op (op a b) c = op a (op b c)
  one_op : ∀ a, op one a = a
  inv_op : ∀ a, op (inv a) a = one

namespace MyGroup

variable {G : Type} [MyGroup G]

theorem left_cancel (a b c : G) (h : op a b = op a c) : b = c := by
  have k : op (inv a) (op a b) = op (inv a) (op a c) := by rw [h]
  rw [← assoc, ← assoc, inv_op, one_op, one_op] at k
  exact k

theorem op_inv (a : G) : op a (inv a) = one := by
  apply left_cancel (inv a)
  rw [← assoc, inv_op, one_op]
  apply left_cancel (inv (inv a))
  rw [← assoc, inv_op, one_op]

end MyGroup

end Course
