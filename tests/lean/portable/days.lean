import Mathlib

namespace Course

inductive Day where
  | monday | tuesday | wednesday | thursday | friday | saturday | sunday
  deriving DecidableEq

namespace Day

def next : Day → Day
  | monday => tuesday
  | tuesday => wednesday
  | wednesday => thursday
  | thursday => friday
  | friday => saturday
  | saturday => sunday
  | sunday => monday

def isWeekend : Day → Bool
  | saturday => true
  | sunday => true
  | _ => false

theorem seven_days (d : Day) : next (next (next (next (next (next (next d)))))) = d := by
  cases d <;> rfl

theorem next_injective (a b : Day) (h : next a = next b) : a = b := by
  cases a <;> cases b <;> first | rfl | contradiction

theorem monday_is_not_friday : monday ≠ friday := by decide

theorem not_two_kinds (d : Day) : isWeekend d = true ∨ isWeekend d = false := by
  cases d <;> simp [isWeekend]

end Day

end Course
