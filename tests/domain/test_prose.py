"""Words or Lean."""

import pytest

from app.domain.prose import asks_for_an_answer, in_words


@pytest.mark.parametrize(
    "text",
    [
        "Show that the sum of two odd numbers is even",
        "Prove that n + 0 = n for all natural numbers n.",
        "Zeige, dass die Summe zweier ungerader Zahlen gerade ist.",
        "Montrer que la somme de deux nombres impairs est paire",
        "二つの奇数の和は偶数であることを示せ",
        "Find all integers n such that n divides n + 6",
        "The square root of two is irrational.",
        "Prove that n is even if n^2 is even.",
        "Let x be a real number. Show that x^2 ≥ 0.",
        "If a divides b and b divides c then a divides c.",
    ],
)
def test_prose_is_words(text: str):
    assert in_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "theorem t (p q : Prop) (h : p ∧ q) : q ∧ p",
        "-- Show that the sum of two odd numbers is even\ntheorem t : 1 + 1 = 2",
        "∀ n : ℕ, n + 0 = n",
        "p ∧ q → q ∧ p",
        "example (a b : ℤ) : a + b = b + a := by ring",
        "Nat.gcd a b = Nat.gcd b a",
        "def double (n : ℕ) := n + n\ntheorem double_even (n : ℕ) : Even (double n)",
        "fun x => x",
        "∀ a b c : ℕ, a ∣ b → b ∣ c → a ∣ c",
        "∃ f : ℕ → ℕ, ∀ n m, f n = f m → n = m",
        "f x y z = g x y z",
        "Nat.gcd first second = Nat.gcd second first",
        "if n = 0 then n + 1 = 1 else n - 1 < n",
        "",
    ],
)
def test_lean_is_not(text: str):
    assert not in_words(text)


def test_some_problems_want_an_answer():
    assert asks_for_an_answer("Find all integers n such that n divides 6.")
    assert asks_for_an_answer("How many primes are below 10?")
    assert not asks_for_an_answer("Show that there are infinitely many primes.")
