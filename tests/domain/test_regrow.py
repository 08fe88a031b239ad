"""A tree of sketches as one proof again."""

from dataclasses import dataclass

from app.domain.events import Sketched
from app.domain.pasted import as_term
from app.domain.regrow import regrown


@dataclass
class At:
    proof: str = ""
    sketch: Sketched | None = None


SKETCH = Sketched(
    "", "by\n  have a : p := by sorry\n  have b : q := sorry\n  sorry", ("1", "2", "3"), (0, 1, 2), (1,)
)
NODES = {"": At(sketch=SKETCH), "1": At("by simp"), "2": At(), "3": At("by\n  intro x\n  exact a")}


def test_what_is_closed_stays_and_what_is_open_is_a_gap():
    assert regrown(NODES, {}) == (
        "by\n  have a : p := by simp\n  have b : q := (by\n    sorry)\n  intro x\n  exact a"
    )


def test_what_a_person_writes_takes_the_place_of_a_node():
    written = {"2": as_term("apply h\nsorry")}

    assert "have b : q := (by\n    apply h\n    sorry)" in regrown(NODES, written)


def test_a_sketch_below_a_node_is_part_of_it():
    below = Sketched("3", "by\n  have c : r := by sorry\n  exact c.1", ("3.1",), (0,), ())
    nodes = {**NODES, "3": At(sketch=below), "3.1": At("by\n  omega")}

    assert regrown(nodes, {}).endswith("have c : r := by omega\n  exact c.1")


def test_a_closed_node_opens_again_for_what_is_written_below_it():
    below = Sketched("3", "by\n  have c : r := by sorry\n  exact c.1", ("3.1",), (0,), ())
    nodes = {**NODES, "3": At("by simp", below), "3.1": At()}

    assert regrown(nodes, {"3.1": "by decide"}).endswith("have c : r := by decide\n  exact c.1")
