import Mathlib

namespace Course

theorem sum_is : 12 + 30 = 42 := by decide

theorem big_sum : 123456789 * 987654321 = 121932631112635269 := by norm_num

theorem divides_it : 7 ∣ 91 := by decide

theorem gcd_value : Nat.gcd 84 36 = 12 := by decide

theorem prime_seven : Nat.Prime 7 := by norm_num

end Course
