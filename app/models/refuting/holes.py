"""Terms with places for tactics in them, and how they are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Hole:
    """A place in a term for the proof of something that is true; `tactics` may find it.

    `says` is what is to be proved where Lean would not know; `bare` stands between commas.
    """

    tactics: tuple[str, ...]
    says: str = ""
    bare: bool = False

    def holding(self, tactic: str) -> str:
        if self.bare:
            return f"by {tactic}"
        return f"(by {tactic} : {self.says})" if self.says else f"(by {tactic})"

    @property
    def open(self) -> str:
        return f"(?_ : {self.says})" if self.says else "?_"


Text = tuple[str | Hole, ...]


def bare(text: Text) -> Text:
    """A proof as it stands between commas."""
    return tuple(replace(part, bare=not part.says) if isinstance(part, Hole) else part for part in text)


def bracketed(text: Text) -> Text:
    plain = len(text) == 1 and isinstance(text[0], str) and " " not in text[0]
    return text if plain else ("(", *text, ")")


def holes(text: Text) -> int:
    return sum(isinstance(part, Hole) for part in text)


def written(text: Text, number: int) -> str:
    """The term with the tactic of that number in each hole, or with the last that is likely there."""
    return "".join(
        part if isinstance(part, str) else part.holding(part.tactics[min(number, len(part.tactics) - 1)])
        for part in text
    )


def written_with_all(text: Text) -> str:
    """The term with all tactics in each hole."""
    return "".join(part if isinstance(part, str) else part.holding(_any_of(part.tactics)) for part in text)


def _any_of(tactics: Sequence[str]) -> str:
    """What may leave goals comes last, as the others would not be tried behind it."""
    ordered = sorted(
        tactics, key=lambda tactic: tactic.startswith(("simp", "norm_num")) or tactic.endswith("simp")
    )
    return f"first | {' | '.join(map(_alternative, ordered))}"


def _alternative(tactic: str) -> str:
    return f"({tactic})" if ";" in tactic else tactic


def written_open(text: Text) -> str:
    """The term with `?_` in each hole."""
    return "".join(part if isinstance(part, str) else part.open for part in text)


def most_tactics(text: Text) -> int:
    return max((len(part.tactics) for part in text if isinstance(part, Hole)), default=1)


def without_brackets(text: str) -> str:
    """A term without the brackets that hold all of it."""
    if not text.startswith("("):
        return text
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return text[1:-1] if place == len(text) - 1 else text
    return text
