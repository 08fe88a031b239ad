"""Whatever a model or a person writes, what reads it raises nothing, or NotAStatement where it says so."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import NotAStatement
from app.domain.goal import Goal
from app.domain.lemma import in_place, on_its_own
from app.domain.pasted import as_term
from app.domain.reply import Offered, Unusable, fill, lean_code, plan_in, proof_in, statement_in
from app.domain.splice import filled
from app.domain.statement import read_statement
from app.domain.tactic_text import block, gaps, tactics

STATED = "theorem foo (a b : ℕ) : a + b = b + a"
STATEMENT = read_statement(STATED, "prelude\nimport Lemmata").statement
GOAL = Goal.parse("inst✝ : Group G\na✝¹ a✝ : p\nh : ¬a✝\n⊢ p")
PIECES = (
    *(
        "```lean4\n",
        "```lean\n",
        "```\n",
        "```",
        f"{STATED} := by",
        "theorem ",
        "lemma x : True := trivial\n",
    ),
    *("example", "def", "/--", "-/", "/-", "--", "\n", "\n  ", " ", "\t", "\r\n", "sorry", "by sorry"),
    *(
        " := ",
        ":",
        "|",
        "(",
        ")",
        "⟨",
        "⟩",
        "«",
        "»",
        '"',
        'r#"',
        "'",
        's!"',
        "·",
        ". ",
        "calc",
        "_ = ",
        "<;>",
    ),
    *(
        ";",
        ",",
        "where",
        "have h : a = b := by sorry",
        "case inl h =>",
        "=> ",
        "fun x",
        "omega",
        "simp",
        "a_1",
    ),
    *("rename_i ", "₀", "𝒜", "\u2028", "\0", "\f", "\ufeff", "\u00a0", "end", "open", "#check", "@[simp]"),
    *("macro", "set_option x y\n", ".{u}", ".{", "private", "x'", "foo.bar", "admit", "0x", "1.", "é", "`a"),
    *("by", "<;>", "_ = ", "a_1", "lemma x : True := trivial\n"),
)
anything = st.lists(st.one_of(*[st.sampled_from(PIECES)] * 3, st.text(max_size=4)), max_size=40).map("".join)


@settings(max_examples=200, deadline=None)
@given(anything, st.booleans())
def test_any_reply_offers_something_or_says_why_not(text: str, fenced: bool):
    reply = f"```lean4\n{text}" if fenced else text

    offered = proof_in(reply, STATEMENT)

    assert isinstance(offered, Offered | Unusable)
    assert "".join(lean_code(reply).split()) in "".join(reply.split()) or "#" in text
    with suppress(NotAStatement):
        read_statement(statement_in(reply), STATEMENT.header)
    assert plan_in(reply) in reply.replace("\r\n", "\n").replace("\u00a0", " ")
    if isinstance(offered, Offered):
        usable(offered)


@settings(max_examples=200, deadline=None)
@given(anything, st.integers(0, 6))
def test_any_fill_offers_something_or_says_why_not(text: str, column: int):
    offered = fill(text, column)

    if isinstance(offered, Offered):
        usable(offered)


def usable(offered: Offered) -> None:
    """What is done with a proof raises nothing at all."""
    tactics(block(offered.proof))
    placed = in_place(GOAL, offered.proof)
    gaps(placed)
    assert on_its_own(GOAL, placed) == on_its_own(GOAL, offered.proof)
    filled("by\n  have a : p := by sorry\n  exact ⟨sorry, by sorry⟩", dict.fromkeys(range(3), placed))


@settings(max_examples=200, deadline=None)
@given(anything, st.lists(anything, max_size=4), st.sets(st.integers(0, 3)))
def test_any_proofs_can_be_put_into_any_gaps(text: str, proofs: list[str], terms: set[int]):
    with suppress(NotAStatement):
        filled(text, {number: as_term(proof) for number, proof in enumerate(proofs)}, frozenset(terms))


@settings(max_examples=200, deadline=None)
@given(anything)
def test_any_text_becomes_a_term_and_a_block(text: str):
    term = as_term(text)
    with suppress(NotAStatement):
        tactics(block(term))

    assert as_term(term).split() == term.split() or not term.startswith("by")
