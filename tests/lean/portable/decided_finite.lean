import Mathlib

namespace Course

theorem fin_sum : ∀ a b : Fin 5, a + b = b + a := by decide

theorem fin_square : ∃ a : Fin 7, a * a = 2 := by decide

end Course
