import Mathlib

namespace Course

theorem three_is_there : 3 ∈ [1, 2, 3] := by decide

theorem four_is_not : 4 ∉ [1, 2, 3] := by decide

theorem all_small : ∀ n ∈ [1, 2, 3], n < 4 := by decide

end Course
