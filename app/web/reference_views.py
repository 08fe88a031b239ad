"""What the pages about the built-in library show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.lookup import Found, Hit
from app.domain.reference import Declaration, Group, Guide, Reference, Subject, Usage

KINDS = {
    "theorem": "theorem",
    "def": "definition",
    "structure": "structure",
    "class": "class",
    "inductive": "inductive type",
    "axiom": "axiom",
    "tactic": "tactic",
    "notation": "notation",
}


@dataclass(frozen=True, slots=True)
class Search:
    """What was looked for and what was found; `said` is read aloud."""

    query: str
    said: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class ReferencePage:
    """The front page of the reference, and what a search without scripts leads to."""

    template: ClassVar[str] = "reference.html"
    search: Search
    reference: Reference
    theorems: int
    definitions: int


@dataclass(frozen=True, slots=True)
class GuidePage:
    """All notation, or all tactics; `kind` is the last part of its address."""

    template: ClassVar[str] = "guide.html"
    search: Search
    kind: str
    title: str
    words: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """One module of the library, with its neighbours."""

    template: ClassVar[str] = "subject.html"
    search: Search
    subject: Subject
    before: Subject | None
    after: Subject | None


NOTHING = Search("", "", ())
GUIDES = {
    "notation": ("Notation", "How mathematics is written, how it is typed, and what it stands for."),
    "tactics": ("Tactics", "What may stand after `by`, each with an example that Lean accepts."),
}


def search(query: str, found: Found) -> Search:
    return Search(query, said(query, found), found.hits)


def said(query: str, found: Found) -> str:
    """How much was found, in words."""
    if not query:
        return ""
    if not found.total:
        return "Nothing was found."
    shown = f"; the best {len(found.hits)} are shown" if found.total > len(found.hits) else ""
    return f"{found.total:,} found{shown}."


def address(hit: Hit) -> str:
    """Where a hit stands."""
    match hit.found:
        case Declaration(name=name):
            return f"/reference/{hit.subject}#{name}"
        case Usage(key=key, kind="tactic"):
            return f"/reference/tactics#{key}"
        case Usage(key=key):
            return f"/reference/notation#{key}"


def reference_page(reference: Reference, asked: Search) -> ReferencePage:
    kinds = [found.kind for _, found in reference.declarations()]
    theorems = kinds.count("theorem")
    return ReferencePage(asked, reference, theorems, len(kinds) - theorems - kinds.count("axiom"))


def guide_page(guide: Guide, kind: str) -> GuidePage | None:
    """None if `kind` is neither notation nor tactics."""
    if kind not in GUIDES:
        return None
    groups = guide.tactics if kind == "tactics" else guide.notation
    return GuidePage(NOTHING, kind, *GUIDES[kind], groups)


def subject_page(reference: Reference, key: str) -> SubjectPage | None:
    """None if there is no such subject."""
    around = (None, *reference.subjects, None)
    pages = zip(around, reference.subjects, around[2:], strict=False)
    return next(
        (
            SubjectPage(NOTHING, subject, before, after)
            for before, subject, after in pages
            if subject.key == key
        ),
        None,
    )
