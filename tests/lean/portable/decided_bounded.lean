import Mathlib

namespace Course

theorem all_small : ∀ n < 10, n * n < 100 := by decide

theorem some_square : ∃ n < 10, n * n = 49 := by decide

theorem bools : ∀ a b : Bool, (a && b) = (b && a) := by decide

theorem de_morgan_bool : ∀ a b : Bool, (!(a || b)) = (!a && !b) := by decide

end Course
