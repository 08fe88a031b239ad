import Mathlib

namespace Course

def Eventually (p : ℕ → Prop) : Prop := ∃ n, ∀ m ≥ n, p m

theorem eventually_and (p q : ℕ → Prop) (hp : Eventually p) (hq : Eventually q) :
    Eventually fun n => p n ∧ q n := by
  obtain ⟨a, ha⟩ := hp
  obtain ⟨b, hb⟩ := hq
  refine ⟨max a b, fun m hm => ⟨ha m ?_, hb m ?_⟩⟩
  · exact le_trans (le_max_left a b) hm
  · exact le_trans (le_max_right a b) hm

theorem eventually_mono (p q : ℕ → Prop) (h : ∀ n, p n → q n) (hp : Eventually p) : Eventually q := by
  obtain ⟨n, hn⟩ := hp
  exact ⟨n, fun m hm => h m (hn m hm)⟩

theorem eventually_large (k : ℕ) : Eventually fun n => k ≤ n := ⟨k, fun _ hm => hm⟩

theorem not_eventually_false : ¬Eventually fun _ => False := by
  rintro ⟨n, hn⟩
  exact hn n (le_refl n)

end Course
