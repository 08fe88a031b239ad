"""The constants of several modules together, each read when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.trust.olean import Olean
from app.trust.terms import AnyConstant, Malformed, Name, Terms


class Library:
    """Modules whose terms stand in one `Terms`, so that equal terms of different files are one."""

    def __init__(self, terms: Terms) -> None:
        self.terms = terms
        self._modules: list[Olean] = []
        self._home: dict[Name, Olean] = {}

    def add(self, data: bytes) -> Olean:
        """Add the module of an `.olean` file.

        Raises Malformed where the file is, declares a name that a module here has declared, or was written
        by another Lean than the first module.
        """
        module = Olean(data, self.terms)
        if self._modules and module.lean_commit != self._modules[0].lean_commit:
            raise Malformed(f"the file was written by another Lean, {module.lean_version}")
        for name in module.names:
            if name in self._home:
                raise Malformed(f"{self.terms.text(name)} is declared in two modules")
            self._home[name] = module
        self._modules.append(module)
        return module

    @property
    def lean_commit(self) -> str:
        """Of the Lean that wrote the modules; all are by the same one."""
        return self._modules[0].lean_commit

    def declares(self, name: Name) -> bool:
        """Whether a module has a constant of that name."""
        return name in self._home

    def find(self, name: Name) -> AnyConstant | None:
        """The constant of that name, or None. Raises Malformed where its text is broken."""
        module = self._home.get(name)
        return None if module is None else module.constant(name)

    def __iter__(self) -> Iterator[AnyConstant]:
        for module in self._modules:
            yield from module

    def matching(self, text: str) -> Iterable[Name]:
        """The names that people write as `text`."""
        return [name for name in self._home if self.terms.text(name) == text]
