"""Where a module refuses: the conditions between what is looked at and its acceptance, in its syntax tree.

Which side of a condition refuses is told by what stands there: a `raise`, an exit, the `False` of a function
that gives a truth value, the `None` of one that gives something else, the words of one that gives a complaint
or none. Functions whose `True` is asked for in order to refuse, refuse by it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

COMPLAINTS = frozenset({"str | None", "NotCertified | None", "Iterator[Found]"})
TRUTH = frozenset({"bool", "bool | None"})
VERDICTS = ("Decision", "Opinion", "Outcome", "Answer", "Undecided")
PROVEN = frozenset({"Replayed", "Accepted", "ACCEPTED", "PROVED", "issue"})
COLLECTED = frozenset({"tuple", "set", "frozenset", "sorted", "dict"})
NO_REFUSAL = ("raise NotImplementedError", "raise AssertionError")
Function = ast.FunctionDef | ast.AsyncFunctionDef
Test = tuple[ast.expr, bool]  # a condition, and the value with which it refuses nothing


def own(function: Function) -> Iterator[ast.AST]:
    """What is in a function and in no other function inside of it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop(0)
        yield node
        if not isinstance(node, Function | ast.ClassDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def _blocks(function: Function) -> Iterator[tuple[ast.AST, list[ast.stmt]]]:
    """The lists of statements that follow each other, and what each belongs to."""
    for node in (function, *own(function)):
        for name in ("body", "orelse", "finalbody"):
            if isinstance(block := getattr(node, name, None), list) and block:
                yield node, block


def tests_in(function: Function, values: set[bool]) -> Iterator[Test]:
    """The conditions on which a refusal depends; `function` refuses nothing by giving one of `values`."""
    for node in own(function):
        if isinstance(node, ast.If):
            yield from ((node.test, lean) for lean in _leans(node.body, function, values))
            yield from ((node.test, not lean) for lean in _leans(node.orelse, function, values))
        elif isinstance(node, ast.Return) and node.value is not None:
            yield from _given(node.value, function, values)
        elif isinstance(node, ast.Match):
            for case, below in zip(node.cases, [*node.cases[1:], None], strict=True):
                if case.guard is not None:
                    leans = _leans(case.body, function, values)
                    refused_below = below is not None and False in _leans(below.body, function, values)
                    yield from ((case.guard, lean) for lean in leans or {True} if leans or refused_below)
        elif (collected := _collected(node)) is not None:
            yield from ((test, True) for part in collected for test in part.ifs)
    for _, block in _blocks(function):
        if _is_refusal(block[-1]):
            yield from (test for statement in block[:-1] for test in _ways_past(statement))


def _collected(node: ast.AST) -> list[ast.comprehension] | None:
    """What a collection is made of; what is left out of it may be left out because it is refused."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in COLLECTED:
        node = node.args[0] if node.args else node
        return node.generators if isinstance(node, ast.GeneratorExp) else None
    return node.generators if isinstance(node, ast.ListComp | ast.SetComp | ast.DictComp) else None


def _leans(block: Sequence[ast.stmt], function: Function, values: set[bool]) -> set[bool]:
    """Whether a block ends in acceptance or in a refusal; nothing where it does neither."""
    last = block[-1] if block else None
    if isinstance(last, ast.Return):
        return _leans_to(last.value, function, values)
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Yield):
        return {False} if _gives(function) in COMPLAINTS else set()
    return {False} if last is not None and _is_refusal(last) else set()


def _leans_to(value: ast.expr | None, function: Function, values: set[bool]) -> set[bool]:
    said, gives = value.value if isinstance(value, ast.Constant) else value, _gives(function)
    if gives in COMPLAINTS:
        return {said is None}
    if gives in TRUTH:
        return {said is each for each in values} if isinstance(said, bool | None) else set()
    if any(word in gives for word in VERDICTS):
        named = {each.id for each in ast.walk(value or ast.Pass()) if isinstance(each, ast.Name)}
        return {bool(named & PROVEN)}
    if gives.endswith("| None"):
        return {said is not None}
    return {False} if function.name == "main" and isinstance(said, int) and said else set()


def _gives(function: Function) -> str:
    return ast.unparse(function.returns) if function.returns else ""


def _given(value: ast.expr, function: Function, values: set[bool]) -> Iterator[Test]:
    """The conditions in what is returned."""
    if isinstance(value, ast.IfExp):
        leans = {not lean for lean in _leans_to(value.orelse, function, values)}
        leans |= _leans_to(value.body, function, values)
        yield from ((value.test, lean) for lean in leans if len(leans) == 1)
    if _gives(function) in TRUTH:
        yield from ((value, each) for each in values)
    if _gives(function) in COMPLAINTS and isinstance(value, ast.BoolOp):
        yield value, False


def _is_refusal(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        return ast.unparse(statement.value.func) == "sys.exit"
    return isinstance(statement, ast.Raise) and not ast.unparse(statement).startswith(NO_REFUSAL)


def _ways_past(statement: ast.stmt) -> Iterator[Test]:
    """The conditions by which what stands before a refusal passes it, or, in a loop, goes on to it."""
    if isinstance(statement, ast.If) and isinstance(statement.body[-1], ast.Return):
        yield statement.test, True
    if isinstance(statement, ast.For):
        for node in (each for part in statement.body for each in ast.walk(part) if isinstance(each, ast.If)):
            if isinstance(node.body[-1], ast.Break | ast.Continue):
                yield node.test, False
            elif isinstance(node.body[-1], ast.Return):
                yield node.test, True


def last_words(function: Function) -> Iterator[ast.stmt]:
    """The refusals that come where nothing before them was fitting."""
    for holder, block in _blocks(function):
        otherwise = isinstance(holder, ast.If) and block is holder.orelse
        otherwise = otherwise or (isinstance(holder, ast.match_case) and holder.guard is None)
        if (isinstance(holder, Function) or otherwise) and _is_refusal(block[-1]):
            yield block[-1]


def weakened(test: ast.expr, value: bool) -> Iterator[Test]:
    """The parts of a condition, each with what is put in its place so that less is refused."""
    yield test, value
    yield from _parts(test, value)


def _parts(test: ast.expr, value: bool) -> Iterator[Test]:
    if isinstance(test, ast.BoolOp):
        decisive = isinstance(test.op, ast.And) is value
        for part in test.values:
            yield from weakened(part, value) if decisive else _parts(part, value)
    elif isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        yield from _parts(test.operand, not value)
    elif isinstance(test, ast.IfExp):
        yield from (*weakened(test.body, value), *weakened(test.orelse, value))
    elif isinstance(test, ast.NamedExpr):
        yield from _parts(test.value, value)
    elif isinstance(test, ast.Call) and ast.unparse(test.func) == ("all" if value else "any"):
        yield from (
            part
            for each in test.args
            if isinstance(each, ast.GeneratorExp)
            for part in _parts(each.elt, value)
        )


def _atoms(test: ast.expr, value: bool) -> Iterator[Test]:
    """The parts that are not joined together from others, negations taken off."""
    if isinstance(test, ast.BoolOp):
        yield from (atom for part in test.values for atom in _atoms(part, value))
    elif isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        yield from _atoms(test.operand, not value)
    elif isinstance(test, ast.Call) and isinstance(test.func, ast.Name) and test.func.id in ("any", "all"):
        for part in test.args:
            if isinstance(part, ast.GeneratorExp):
                yield from _atoms(part.elt, value)
            elif isinstance(part, ast.Call) and part.args:  # any(map(function, ...))
                yield part.args[0], value
    else:
        yield test, value


def flags_in(test: ast.expr, value: bool) -> Iterator[tuple[str, bool]]:
    """The variables whose truth decides."""
    for atom, wanted in _atoms(test, value):
        if isinstance(atom, ast.Name):
            yield atom.id, wanted


def asked_in(test: ast.expr, value: bool) -> Iterator[tuple[str, bool]]:
    """The functions and properties whose truth decides."""
    for atom, wanted in _atoms(test, value):
        asked = atom.func if isinstance(atom, ast.Call) else atom
        if isinstance(asked, ast.Name | ast.Attribute):
            yield asked.id if isinstance(asked, ast.Name) else asked.attr, wanted


def chains_in(test: ast.expr, value: bool) -> Iterator[ast.Compare]:
    """Comparisons of which a part can be removed: chains, and those of tuples."""
    for atom, wanted in _atoms(test, value):
        if isinstance(atom, ast.Compare) and (wanted if len(atom.ops) > 1 else _of_tuples(atom, wanted)):
            yield atom


def _of_tuples(comparison: ast.Compare, value: bool) -> bool:
    left, right = comparison.left, comparison.comparators[0]
    if not isinstance(left, ast.Tuple) or not isinstance(right, ast.Tuple):
        return False
    return isinstance(comparison.ops[0], ast.Eq if value else ast.NotEq) and len(left.elts) == len(right.elts)
