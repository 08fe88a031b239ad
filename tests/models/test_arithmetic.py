"""What the rooms of arithmetic find: certificates and witnesses alone, and proofs with the real Lean."""

from __future__ import annotations

from app.lean.pool import LeanPool
from app.models.arithmetic.certificates import Part, certificate, multipliers
from app.models.arithmetic.polynomials import Polynomial, polynomial
from app.models.arithmetic.residues import possible, remainders
from app.models.expression import Term, read
from app.pipeline.search import Found, NotFound
from tests.models.proving import prove

PROVED = """
parity_of_a_sum (a b : ℤ) (h : Odd a) (k : Even b) : Odd (a + b)
even_square (n : ℕ) (h : Even (n ^ 2)) : Even n
cubes_keep_parity (n : ℕ) : Even (n ^ 3 + n)
chain_of_parities (a b c : ℤ) (h : Even (a - b)) (k : Odd (b - c)) : Odd (a - c)
eight_and_one (n : ℕ) (h : Odd n) : ∃ k, n ^ 2 = 8 * k + 1
multiple_of_a_combination (d a b : ℤ) (h : d ∣ a) (k : d ∣ b) : d ∣ 3 * a - b * a
multiple_from_two (d a b : ℤ) (h : d ∣ a + 2 * b) (k : d ∣ a - b) : d ∣ 3 * b
seventh_powers (n : ℤ) : 7 ∣ n ^ 7 - n
forty_two (n : ℤ) : 42 ∣ n ^ 7 - n
remainder_of_a_square (n : ℕ) (h : n % 5 = 3) : n ^ 2 % 5 = 4
squares_by_three (a b : ℤ) (h : 3 ∣ a ^ 2 + b ^ 2) : 3 ∣ a
no_such_square : ¬∃ x y : ℤ, x ^ 2 = 5 * y + 2
powers_of_congruent (a b n : ℕ) (h : a ≡ b [MOD n]) : a ^ 3 + a ≡ b ^ 3 + b [MOD n]
odd_prime (p : ℕ) (hp : Nat.Prime p) (h : p ≠ 2) : Odd p
prime_divides_square (p a : ℕ) (hp : Nat.Prime p) (h : p ∣ a * a) : p ∣ a
a_larger_prime (n : ℕ) : ∃ p, n < p ∧ Nat.Prime p
coprime_neighbours (n : ℕ) : Nat.Coprime (2 * n + 1) (3 * n + 2)
sum_of_squares (x y : ℤ) : 6 * x * y ≤ 9 * x ^ 2 + y ^ 2
products_of_signs (x y : ℤ) (hx : 2 < x) (hy : 3 < y) : 3 * x + 2 * y < x * y + 6
squares_among_naturals (m n : ℕ) : 4 * m * n ≤ (m + n) ^ 2
powers_grow (m n : ℕ) (h : m < n) : m ^ 2 + 2 * m < n ^ 2
distances (a b c : ℤ) : |a - c| ≤ |a - b| + |b - c|
product_is_zero (x : ℤ) (h : x ^ 2 + 3 * x = 10) : x = 2 ∨ x = -5
squares_are_zero (x y : ℤ) (h : x ^ 2 + 3 * y ^ 2 = 0) : y = 0
combination (x y : ℤ) (h : x + y = 3) (k : x * y = 2) : x ^ 2 + y ^ 2 = 5
bezout (n : ℤ) : ∃ x y : ℤ, 7 * x + 4 * y = n
small_product (a b : ℤ) (h : a * b = 3) : a = 1 ∨ a = 3 ∨ a = -1 ∨ a = -3
"""
FALSE = """
parity_of_a_product (a b : ℤ) (h : Even (a * b)) : Even a
no_square_below (x : ℤ) : x * 2 ≤ x ^ 2
divisor_of_a_sum (a b : ℕ) (h : 3 ∣ a + b) : 3 ∣ a
"""


async def test_arithmetic_is_proved_within_few_checks(lean: LeanPool) -> None:
    found = {text: await prove(f"theorem {text}", lean, seconds=20) for text in PROVED.strip().splitlines()}

    assert not [
        text for text, result in found.items() if not isinstance(result, Found) or result.checks > 150
    ]


async def test_what_is_false_is_not_proved(lean: LeanPool) -> None:
    for text in FALSE.strip().splitlines():
        assert isinstance(await prove(f"theorem {text}", lean, seconds=2), NotFound)


def test_a_polynomial_does_not_depend_on_how_it_is_written() -> None:
    assert _polynomial("(a - b) * (a + b) + b ^ 2") == _polynomial("a * a")
    assert str(_polynomial("2 * b * a ^ 2 - 1")) == "2 * a ^ 2 * b - 1"


def test_a_difference_of_natural_numbers_is_no_polynomial_difference() -> None:
    difference = polynomial(_term("(a + b) - b"), natural=True)

    assert difference is not None
    assert difference != _polynomial("a")


def test_division_gives_the_quotient_or_nothing() -> None:
    assert _polynomial("a ^ 3 - b ^ 3").divided(_polynomial("a - b")) == _polynomial("a ^ 2 + a * b + b ^ 2")
    assert _polynomial("a ^ 2 + 1").divided(_polynomial("a - 1")) is None


def test_a_certificate_names_only_what_it_needs() -> None:
    needed = Part(_polynomial("(a - b) ^ 2"), "sq_nonneg (a - b)")
    other = Part(_polynomial("(a + b) ^ 2"), "sq_nonneg (a + b)")

    assert certificate(_polynomial("a ^ 2 + b ^ 2 - 2 * a * b"), [other, needed]) == (needed,)


def test_there_is_no_certificate_for_what_can_be_negative() -> None:
    squares = [Part(_polynomial(f"({root}) ^ 2"), "-") for root in ("a", "b", "a - b", "a + b")]

    assert certificate(_polynomial("a ^ 2 + b ^ 2 - 3 * a * b"), squares) is None


def test_multipliers_add_up_to_the_goal() -> None:
    goal, known = _polynomial("x ^ 2 + y ^ 2 - 5"), [_polynomial("x + y - 3"), _polynomial("x * y - 2")]

    factors = multipliers(goal, known)

    assert factors is not None
    assert factors[0] * known[0] + factors[1] * known[1] == goal
    assert multipliers(_polynomial("x - 1"), known) is None


def test_facts_leave_only_some_remainders() -> None:
    odd = remainders(_term("Odd n"), natural=True)
    assert odd is not None

    assert possible({"n"}, 8, [odd]) == [{"n": 1}, {"n": 3}, {"n": 5}, {"n": 7}]


def test_a_statement_with_a_truncated_difference_is_not_one_of_remainders() -> None:
    assert remainders(_term("3 ∣ a - b"), natural=True) is None
    assert remainders(_term("3 ∣ a - b"), natural=False) is not None


def _term(text: str) -> Term:
    term = read(text)
    assert term is not None
    return term


def _polynomial(text: str) -> Polynomial:
    value = polynomial(_term(text), natural=False)
    assert value is not None
    return value
