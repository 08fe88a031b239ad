"""The mutants of modules: each is a module without one of its checks.

To remove a check is to put that truth value in its place with which nothing is refused; of conditions that
are joined together each is removed by itself as well, and so are the values of a variable that decides. A
refusal behind all conditions is passed by. A new check is a new mutant without being listed anywhere.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.assurance.checks import (
    Function,
    asked_in,
    chains_in,
    flags_in,
    last_words,
    own,
    tests_in,
    weakened,
)

Span = tuple[int, int]
PROBE = "seen_by_mutants"
_SIGNS: dict[type[ast.cmpop], str] = {
    **{ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="},
    **{ast.Is: "is", ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in"},
}
_CONDITIONS = ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Call | ast.IfExp | ast.Name | ast.Attribute


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module without one check: `text` stands in place of the bytes of `span`, where `removed` stood.

    It can make a difference only where that was the opposite of `value`, if it was a condition at all.
    """

    module: str
    line: int
    removed: str
    span: Span
    text: str
    value: bool

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.removed}"

    @property
    def key(self) -> str:
        """Tells it from the other mutants of the same files."""
        start, end = self.span
        return f"{self.module}:{start}:{end}:{self.text}"

    def applied(self, source: bytes) -> bytes:
        start, end = self.span
        return source[:start] + self.text.encode() + source[end:]


def mutants(sources: Mapping[str, bytes]) -> list[Mutant]:
    """The mutants of modules that call each other, in the order of the modules and their lines."""
    trees = {module: ast.parse(source) for module, source in sources.items()}
    tests = [test for tree in trees.values() for each in _functions(tree) for test in tests_in(each, {True})]
    meant = [asked for test in tests for asked in asked_in(*test)]
    found: dict[tuple[str, Span, str], Mutant] = {}
    for module, tree in trees.items():
        writer = _Writer(module, sources[module])
        for function in _functions(tree):
            values = {value for name, value in meant if name == function.name}
            for mutant in writer.of(function, values or {True}):
                found.setdefault((module, mutant.span, mutant.text), mutant)
    order = {module: number for number, module in enumerate(sources)}
    return sorted(found.values(), key=lambda each: (order[each.module], each.line, each.span))


def _functions(tree: ast.Module) -> Iterator[Function]:
    return (each for each in ast.walk(tree) if isinstance(each, Function))


class _Text:
    """Where the nodes of a module stand in its text."""

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._lines = [0]
        for line in source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def span(self, node: ast.expr | ast.stmt) -> Span:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self._lines[node.lineno - 1] + node.col_offset
        return start, self._lines[node.end_lineno - 1] + node.end_col_offset

    def __getitem__(self, node: ast.expr | ast.stmt) -> str:
        start, end = self.span(node)
        return self._source[start:end].decode()


class _Writer:
    """Writes the mutants of one module."""

    def __init__(self, module: str, source: bytes) -> None:
        self._module, self._text = module, _Text(source)

    def of(self, function: Function, values: set[bool]) -> Iterator[Mutant]:
        tests = list(tests_in(function, values))
        flags = {flag for test in tests for flag in flags_in(*test)}
        for node in own(function):
            if isinstance(node, ast.Assign) and isinstance(node.value, _CONDITIONS):
                name = ast.unparse(node.targets[0])
                tests += [(node.value, value) for value in (True, False) if (name, value) in flags]
        for test, value in tests:
            for part, said in weakened(test, value):
                if not isinstance(part, ast.Constant):
                    yield self._mutant(part, self._text[part], self._constant(part, said), said)
            for chain in chains_in(test, value):
                yield from self._shortened(chain)
        for statement in last_words(function):
            yield self._mutant(statement, self._text[statement], "pass", False)

    def _mutant(self, node: ast.expr | ast.stmt, removed: str, text: str, value: bool) -> Mutant:
        span = self._text.span(node)
        return Mutant(self._module, node.lineno, " ".join(removed.split()), span, text, value)

    def _constant(self, part: ast.expr, value: bool) -> str:
        """The truth value; behind the condition itself where that gives a variable its value."""
        if any(isinstance(node, ast.NamedExpr) for node in ast.walk(part)):
            return f"(({self._text[part]}) {'or True' if value else 'and False'})"
        return str(value)

    def _shortened(self, chain: ast.Compare) -> Iterator[Mutant]:
        """`a < b < c` without one of its halves, and `(a, b) == (c, d)` without one of its pairs."""
        text, sides = self._text, [chain.left, *chain.comparators]
        signs = [_SIGNS[type(sign)] for sign in chain.ops]
        pairs = list(zip(sides, signs, sides[1:], strict=False))
        if isinstance(left := sides[0], ast.Tuple) and isinstance(right := sides[1], ast.Tuple):
            pairs = [(a, "==", b) for a, b in zip(left.elts, right.elts, strict=False)]
        links = [f"{text[a]} {sign} {text[b]}" for a, sign, b in pairs]
        negated = signs == ["!="]
        for at, link in enumerate(links):
            rest = " and ".join(links[:at] + links[at + 1 :])
            yield self._mutant(chain, link, f"(not ({rest}))" if negated else f"({rest})", not negated)


def probed(source: bytes, numbers: Mapping[Span, int], probe: str) -> str:
    """The module with all conditions at these places handed to the function that `probe` defines."""
    tree = ast.parse(source)
    _Probing(_Text(source), numbers).visit(tree)
    ast.fix_missing_locations(tree)
    first = 1 + max((at for at, node in enumerate(tree.body) if _stands_first(node)), default=-1)
    head, rest = ast.Module(tree.body[:first], []), ast.Module(tree.body[first:], [])
    return f"{ast.unparse(head)}\n{probe}\n{ast.unparse(rest)}\n"


def _stands_first(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


class _Probing(ast.NodeTransformer):
    def __init__(self, text: _Text, numbers: Mapping[Span, int]) -> None:
        self._text, self._numbers = text, numbers

    def visit(self, node: ast.AST) -> ast.AST:
        if isinstance(node, ast.JoinedStr):  # the places of what is in it are not to be relied on
            return node
        number = self._numbers.get(self._text.span(node)) if isinstance(node, ast.expr | ast.stmt) else None
        visited: ast.AST = self.generic_visit(node)
        if number is None:
            return visited
        call = ast.Call(ast.Name(PROBE, ast.Load()), [ast.Constant(number)], [])
        if isinstance(visited, ast.expr):
            call.args.append(visited)
            return call
        call.args.append(ast.Constant(True))
        return ast.If(call, [visited], []) if isinstance(visited, ast.stmt) else visited
