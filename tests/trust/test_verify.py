"""What a certificate claims is decided again: also what a dishonest instance has signed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.certificate import Certificate, Claim
from app.domain.problem import Statement
from app.domain.statement import read_statement
from app.lean.environments import HEADER, CoreLean
from app.lean.jail import Jail
from app.trust.certify import Certifier
from app.trust.decision import BadChallenge, Refused
from app.trust.relations import relate
from app.trust.statements import StatementCertifier
from app.trust.verify import verify


@pytest.fixture(scope="module")
def certifier(core: CoreLean, jail: Jail) -> Certifier:
    return Certifier(core, jail=jail)


async def certified(certifier: Certifier, text: str, proof: str, claim: Claim) -> Certificate:
    statement = read_statement(text, HEADER).statement
    made = await StatementCertifier(certifier).certify(statement, proof, claim, 60)
    assert isinstance(made, Certificate), made
    return made


@pytest.mark.parametrize(
    ("text", "proof", "claim"),
    [
        ("theorem t (p q : Prop) (h : p ∧ q) : q ∧ p", "⟨h.2, h.1⟩", Claim.PROVED),
        ("theorem t (n : Nat) : n = 0", "fun h => nomatch h 1", Claim.REFUTED),
        ("theorem t (α : Type) (x y : α) : x = y", "fun h => nomatch h Bool true false", Claim.REFUTED),
        ("theorem t (n : Nat) (h : n < 0) : n = 5", "absurd h (Nat.not_lt_zero n)", Claim.INCONSISTENT),
    ],
)
async def test_each_claim_is_certified_and_verified(
    certifier: Certifier, text: str, proof: str, claim: Claim
) -> None:
    certificate = await certified(certifier, text, proof, claim)

    found = await verify(certifier, certificate, 60)

    assert certificate.claim is claim
    assert (found.verified, found.differences) == (True, ())


async def _swap(certifier: Certifier) -> Certificate:
    return await certified(
        certifier, "theorem t (p q : Prop) (h : p ∧ q) : q ∧ p", "⟨h.2, h.1⟩", Claim.PROVED
    )


def _file(line: str) -> str:
    return f"{HEADER}\n{line}\n"


@pytest.mark.parametrize(
    ("change", "verdict"),
    [
        ({"claim": Claim.REFUTED}, "statement_changed"),
        ({"claim": Claim.INCONSISTENT}, "statement_changed"),
        ({"stated": _file("theorem t : False := sorry")}, "statement_changed"),
        ({"stated": _file("theorem t : 1 = 2")}, "refused_source"),
        ({"solution": _file("theorem t (p q : Prop) (h : p ∧ q) : q ∧ p := sorry")}, "has_sorry"),
        ({"theorem": "u"}, "statement_changed"),
        ({"axioms": ("propext",)}, "statement_changed"),
        ({"statement": "theorem t : False"}, "statement_changed"),
    ],
)
async def test_a_lie_is_found(certifier: Certifier, change: dict[str, object], verdict: str) -> None:
    lie = replace(await _swap(certifier), **change)  # type: ignore[arg-type]

    found = await verify(certifier, lie, 60)

    assert found.verdict == verdict
    assert (found.verified, found.decided) == (False, True)
    assert found.reasons


async def test_a_check_that_is_not_done_in_time_says_nothing_of_the_certificate(
    certifier: Certifier,
) -> None:
    certificate = await _swap(certifier)

    found = await verify(certifier, certificate, 0.001)

    assert (found.verdict, found.verified, found.decided) == ("timeout", False, False)


async def test_other_versions_are_named(certifier: Certifier) -> None:
    certificate = await _swap(certifier)
    older = replace(
        certificate,
        versions={**certificate.versions, "lean": "4.34.0"},
        hashes={**certificate.hashes, "library": "f" * 64},
    )

    found = await verify(certifier, older, 60)

    assert found.verified
    assert [difference.partition(":")[0] for difference in found.differences] == ["lean", "library"]
    assert "4.34.0 then, 4.35.0 now" in found.differences[0]


RELATED = {
    Claim.PROVED: [("theorem t (n : Nat) : n = n", "theorem u (m : Nat) : m = m")],
    Claim.REFUTED: [
        ("theorem t (n : Nat) : n = 0", "theorem u : ¬ ∀ n : Nat, n = 0"),
        ("theorem t : 1 = 2", "theorem u : ¬ 1 = 2"),
        ("theorem t {p : Prop} (h : p) : ¬p", "theorem u : ¬ ∀ {p : Prop}, p → ¬p"),
    ],
    Claim.INCONSISTENT: [
        ("theorem t (n : Nat) (h : n < 0) : n = 5", "theorem u (n : Nat) (h : n < 0) : False"),
        ("theorem t (n : Nat) : n < 0 → n = 5", "theorem u (n : Nat) : n < 0 → False"),
        ("theorem t (n : Nat) (h : n < 0) : n = 5", "theorem u : False"),
    ],
}
UNRELATED = {
    Claim.PROVED: [
        ("theorem t (n : Nat) : n = n", "theorem u (n : Nat) : n = 0"),
        ("theorem t (n : Nat) : n = n", "theorem u {n : Nat} : n = n"),
        ("def A := True\ntheorem t : A", "def A := False\ntheorem t : A"),
        (
            "theorem t.{u, v} (α : Sort u) (β : Sort v) (a : α) (b : β) : True",
            "theorem t.{v, u} (α : Sort u) (β : Sort v) (a : α) (b : β) : True",
        ),
    ],
    Claim.REFUTED: [
        ("theorem t (n : Nat) : n = 0", "theorem u (n : Nat) : ¬ n = 0"),
        ("theorem t (n : Nat) : n = 0", "theorem u : ¬ ∀ n : Nat, n = 1"),
        ("theorem t (n : Nat) : n = 0", "theorem u (n : Nat) : n = 0"),
        ("def A := True\ntheorem t : A", "def A := False\ntheorem u : ¬ A"),
        ("theorem t.{u} (α : Sort u) : α = α", "theorem u : ¬ ∀ α : Sort 1, α = α"),
    ],
    Claim.INCONSISTENT: [
        ("theorem t (n : Nat) (h : n < 0) : n = 5", "theorem u (n : Nat) (h : n < 1) : False"),
        ("theorem t (n : Nat) (h : n < 0) : n = 5", "theorem u (n : Nat) (h : n < 0) : n = 5"),
        ("theorem t (n : Nat) : n = 5", "theorem u (n : Nat) (h : n < 0) : False"),
        ("theorem t (n : Nat) (h : n < 0) : n = 5", "theorem u (n : Nat) (h : n < 0) : True → False"),
        ("def A := True\ntheorem t (h : A) : 1 = 2", "def A := False\ntheorem u (h : A) : False"),
    ],
}


async def _related(certifier: Certifier, claim: Claim, stated: str, other: str) -> None:
    frozen = [await certifier.frozen(_file(f"{text} := sorry").encode()) for text in (stated, other)]
    relate(certifier.library(), claim, *frozen)


@pytest.mark.parametrize(("claim", "pair"), [(c, pair) for c, pairs in RELATED.items() for pair in pairs])
async def test_what_shows_a_claim(certifier: Certifier, claim: Claim, pair: tuple[str, str]) -> None:
    await _related(certifier, claim, *pair)


@pytest.mark.parametrize(("claim", "pair"), [(c, pair) for c, pairs in UNRELATED.items() for pair in pairs])
async def test_what_does_not_show_a_claim(certifier: Certifier, claim: Claim, pair: tuple[str, str]) -> None:
    with pytest.raises(Refused) as refused:
        await _related(certifier, claim, *pair)

    assert refused.value.verdict == "statement_changed"


async def test_what_is_not_one_challenge_is_related_to_nothing(certifier: Certifier) -> None:
    with pytest.raises(BadChallenge):
        await _related(certifier, Claim.PROVED, "theorem t : True", "theorem u : True := trivial\ndef v")


async def test_a_variable_of_one_command_makes_no_negation(certifier: Certifier) -> None:
    statement: Statement = read_statement(
        "variable (n : Nat)\ntheorem t (h : n = 0) : n = 1", HEADER
    ).statement

    answer = await StatementCertifier(certifier).certify(statement, "fun h => nomatch h", Claim.REFUTED, 60)

    assert "cannot be negated" in getattr(answer, "detail", "")
