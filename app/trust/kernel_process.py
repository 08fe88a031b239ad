"""Lean's own kernel on an export, in a process of its own which never saw the file that the export is from.

`python -I -S kernel_process.py LIBRARY CPU_SECONDS BYTES` reads an export of so many bytes from standard
input and adds each declaration to an environment that starts empty. The kernel checks every one, and makes
the constructors and recursors of a type itself; what it made is then held against what the export says. One
line of JSON comes out: `{"accepted": CONSTANTS}`, or `{"rejected": NAME, "why": WORDS}`, or the same with
`undecided` or `malformed`.

It imports nothing of Lemmata. Lean's objects are made by Lean's functions where it exports them, and written
as the layout of its runtime has it where not. Each is marked persistent at once, as the objects of imported
modules are: it is never freed, and no count of references can be wrong.
"""

import ctypes
import json
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable
from typing import Any

PR_SET_PDEATHSIG = 1
MAX_COUNT = 1 << 16
NIL = 1  # as a pointer: the empty list, the anonymous name, the level zero, `none`
DECLARATIONS = {"axiom": 0, "def": 1, "thm": 2, "opaque": 3}
QUOT_DECL, INDUCT_DECL = 4 << 1 | 1, 6
QUOT_KINDS = {"type": 0, "ctor": 1, "lift": 2, "ind": 3}
QUOT, INDUCTIVE, CONSTRUCTOR, RECURSOR = 4, 5, 6, 7
BINDERS = {"default": 0, "implicit": 1, "strictImplicit": 2, "instImplicit": 3}
HINTS = {"opaque": 0, "abbrev": 1}
SAFE, FALSE = b"\1", b"\0"
# The order in which Lean declares `Lean.Kernel.Exception`; the last four say nothing about a proof.
ERRORS = (
    *("unknownConstant", "alreadyDeclared", "declTypeMismatch", "declHasMVars", "declHasFVars"),
    *("funExpected", "typeExpected", "letTypeMismatch", "exprTypeMismatch", "appTypeMismatch"),
    *("invalidProj", "thmTypeIsNotProp", "other"),
    *("deterministicTimeout", "excessiveMemory", "deepRecursion", "interrupted"),
)
OTHER = ERRORS.index("other")
A, B, N = ctypes.c_void_p, ctypes.c_uint8, ctypes.c_size_t
MAKERS = {
    "name_mk_string": (A, A),
    "name_mk_numeral": (A, A),
    "level_mk_succ": (A,),
    "level_mk_max": (A, A),
    "level_mk_imax": (A, A),
    "level_mk_param": (A,),
    "expr_mk_bvar": (A,),
    "expr_mk_sort": (A,),
    "expr_mk_const": (A, A),
    "expr_mk_app": (A, A),
    "expr_mk_lambda": (A, A, A, B),
    "expr_mk_forall": (A, A, A, B),
    "expr_mk_let": (A, A, A, A, B),
    "expr_mk_lit": (A,),
    "expr_mk_proj": (A, A, A),
}

Record = dict[str, Any]
Address = int
Said = int | list[int]


class Malformed(Exception):
    """The export is not in the format."""


class Rejected(Exception):
    """A declaration is not accepted."""


class Undecided(Exception):
    """The kernel gave up."""


class Lean:
    """Objects of Lean's runtime, by address; an odd one is a number of an enumeration, or a small `Nat`."""

    def __init__(self, path: str) -> None:
        self._library = ctypes.CDLL(path, mode=ctypes.RTLD_GLOBAL)
        self._library.lean_initialize()
        self._library.lean_io_mark_end_initialization()
        self._allocate = self._function("lean_alloc_small_object_core", N)
        self._persist = self._function("lean_mark_persistent", A, result=None)
        self._text = self._function("lean_mk_string_unchecked", ctypes.c_char_p, N, N)
        self._number = self._function("lean_cstr_to_nat", ctypes.c_char_p)
        self.make = {name: self._maker(name, kinds) for name, kinds in MAKERS.items()}
        self.same = self._function("lean_expr_eqv", A, A, result=ctypes.c_bool)
        self.same_name = self._function("lean_name_eq", A, A, result=ctypes.c_bool)
        self.loose = self._function("lean_expr_loose_bvar_range", A, result=ctypes.c_uint32)
        self._find = self._function("lean_environment_find", A, A)
        self._add = self._function("lean_add_decl", A, N, N, A, A)

    def _function(self, name: str, *kinds: Any, result: Any = A) -> Callable[..., Any]:
        function = getattr(self._library, name)
        function.argtypes, function.restype = kinds, result
        return function  # type: ignore[no-any-return]

    def _maker(self, name: str, kinds: tuple[Any, ...]) -> Callable[..., Address]:
        make, persist = self._function(f"lean_{name}", *kinds), self._persist

        def made(*parts: int) -> Address:
            address: Address = make(*parts)
            persist(address)
            return address

        return made

    def string(self, text: str) -> Address:
        raw = text.encode("utf-8")
        return self._kept(self._text(raw, len(raw), len(text)))

    def natural(self, digits: str) -> Address:
        return self._kept(self._number(digits.encode("ascii")))

    def object(self, tag: int, pointers: tuple[Address, ...] = (), scalars: bytes = b"") -> Address:
        """A constructor's object: its first word, the pointers, the scalars filled up to words."""
        scalars += bytes(-len(scalars) % 8)
        size = 8 + 8 * len(pointers) + len(scalars)
        first = 1 | size << 32 | len(pointers) << 48 | tag << 56
        words = b"".join(word.to_bytes(8, "little") for word in (first, *pointers))
        address: Address = self._allocate(size)
        ctypes.memmove(address, words + scalars, size)
        return self._kept(address)

    def chain(self, addresses: list[Address]) -> Address:
        chain = NIL
        for address in reversed(addresses):
            chain = self.object(1, (address, chain))
        return chain

    def elements(self, chain: Address) -> list[Address]:
        """What is in one of Lean's lists."""
        found = []
        while chain != NIL:
            found.append(self.word(chain, 1))
            chain = self.word(chain, 2)
        return found

    def _kept(self, address: Address) -> Address:
        if not address & 1:
            self._persist(address)
        return address

    @staticmethod
    def word(address: Address, number: int) -> int:
        return ctypes.c_uint64.from_address(address + 8 * number).value

    @staticmethod
    def byte(address: Address, offset: int) -> int:
        return ctypes.c_uint8.from_address(address + offset).value

    def tag(self, address: Address) -> int:
        return address >> 1 if address & 1 else self.byte(address, 7)

    def empty_environment(self) -> Address:
        outcome = self._function("l_Lean_mkEmptyEnvironment", ctypes.c_uint32)(0)
        if self.tag(outcome) != 0:
            raise Undecided("no empty environment could be made")
        return int(self._function("lean_elab_environment_to_kernel_env", A)(self.word(outcome, 1)))

    def add(self, environment: Address, declaration: Address) -> Address:
        """The environment with a declaration that the kernel has checked; it sets itself no limits."""
        outcome = self._add(environment, 0, 0, declaration, NIL)
        answer = self.word(outcome, 1)
        if self.tag(outcome) == 1:
            return answer
        error = self.tag(answer)
        why = ERRORS[error]
        if error == OTHER:
            why = ctypes.string_at(self.word(answer, 1) + 32).decode("utf-8", "replace")
        raise (Undecided if error > OTHER else Rejected)(why)

    def find(self, environment: Address, name: Address) -> tuple[int, Address] | None:
        """The kind and the value of a constant."""
        references = ctypes.c_int32.from_address(environment)
        if references.value > 0:  # the function takes one away
            references.value += 1
        option = self._find(environment, name)
        if option == NIL:
            return None
        constant = self.word(option, 1)
        return self.tag(constant), self.word(constant, 1)


def entry(table: list[Address], index: Any) -> Address:
    if type(index) is not int or not 0 <= index < len(table):
        raise Malformed("a number refers to nothing that was written before")
    return table[index]


def boxed(count: Any) -> Address:
    """A count as a small `Nat`."""
    if type(count) is not int or not 0 <= count < MAX_COUNT:
        raise Malformed("a count is none")
    return count << 1 | 1


def digits(value: Any) -> str:
    number = text(value)
    if not number.isascii() or not number.isdecimal():
        raise Malformed("a number is not in decimal digits")
    return number


def text(value: Any) -> str:
    if type(value) is not str:
        raise Malformed("a text is none")
    return value


def flag(value: Any) -> bool:
    if type(value) is not bool:
        raise Malformed("a truth value is none")
    return value


class Export:
    """The names, levels and expressions of an export, made as its lines come."""

    def __init__(self, lean: Lean) -> None:
        self.lean = lean
        self._names, self._levels, self._exprs = [NIL], [NIL], list[Address]()
        self._parts: list[tuple[int, str]] = [(0, "")]
        self._tables = {"in": self._names, "il": self._levels, "ie": self._exprs}

    def takes(self, record: Record) -> bool:
        """Whether a line makes a name, a level or an expression, which it then has."""
        for key, table in self._tables.items():
            if key in record:
                if record.pop(key) != len(table):
                    raise Malformed("a line is not the next of its kind")
                ((kind, value),) = record.items()
                table.append(getattr(self, f"_{key}_{kind}")(value))
                return True
        return False

    def name(self, index: Any) -> Address:
        return entry(self._names, index)

    def names(self, indices: list[Any]) -> list[Address]:
        return [self.name(index) for index in indices]

    def closed(self, index: Any) -> Address:
        """An expression without variables that nothing binds."""
        expr = entry(self._exprs, index)
        if self.lean.loose(expr):
            raise Malformed("a declaration holds variables that nothing binds")
        return expr

    def text(self, index: Any) -> str:
        """A name for people."""
        self.name(index)
        parts = []
        while index:
            index, part = self._parts[index]
            parts.append(part)
        return ".".join(reversed(parts))

    def _in_str(self, value: Record) -> Address:
        name = self.lean.make["name_mk_string"](self.name(value["pre"]), self.lean.string(text(value["str"])))
        self._parts.append((value["pre"], value["str"]))
        return name

    def _in_num(self, value: Record) -> Address:
        number = digits(str(value["i"]))
        name = self.lean.make["name_mk_numeral"](self.name(value["pre"]), self.lean.natural(number))
        self._parts.append((value["pre"], number))
        return name

    def _il_succ(self, value: Any) -> Address:
        return self.lean.make["level_mk_succ"](entry(self._levels, value))

    def _il_max(self, value: list[Any]) -> Address:
        left, right = value
        return self.lean.make["level_mk_max"](entry(self._levels, left), entry(self._levels, right))

    def _il_imax(self, value: list[Any]) -> Address:
        left, right = value
        return self.lean.make["level_mk_imax"](entry(self._levels, left), entry(self._levels, right))

    def _il_param(self, value: Any) -> Address:
        return self.lean.make["level_mk_param"](self.name(value))

    def _ie_bvar(self, value: Any) -> Address:
        return self.lean.make["expr_mk_bvar"](boxed(value))

    def _ie_sort(self, value: Any) -> Address:
        return self.lean.make["expr_mk_sort"](entry(self._levels, value))

    def _ie_const(self, value: Record) -> Address:
        levels = self.lean.chain([entry(self._levels, level) for level in value["us"]])
        return self.lean.make["expr_mk_const"](self.name(value["name"]), levels)

    def _ie_app(self, value: Record) -> Address:
        exprs = self._exprs
        return self.lean.make["expr_mk_app"](entry(exprs, value["fn"]), entry(exprs, value["arg"]))

    def _ie_lam(self, value: Record) -> Address:
        return self.lean.make["expr_mk_lambda"](*self._binder(value))

    def _ie_forallE(self, value: Record) -> Address:  # noqa: N802 - the format's own word
        return self.lean.make["expr_mk_forall"](*self._binder(value))

    def _binder(self, value: Record) -> tuple[int, ...]:
        parts = (entry(self._exprs, value[part]) for part in ("type", "body"))
        return self.name(value["name"]), *parts, BINDERS[value["binderInfo"]]

    def _ie_letE(self, value: Record) -> Address:  # noqa: N802
        parts = (entry(self._exprs, value[part]) for part in ("type", "value", "body"))
        return self.lean.make["expr_mk_let"](self.name(value["name"]), *parts, flag(value["nondep"]))

    def _ie_proj(self, value: Record) -> Address:
        field = boxed(value["idx"]), entry(self._exprs, value["struct"])
        return self.lean.make["expr_mk_proj"](self.name(value["typeName"]), *field)

    def _ie_natVal(self, value: Any) -> Address:  # noqa: N802
        literal = self.lean.object(0, (self.lean.natural(digits(value)),))
        return self.lean.make["expr_mk_lit"](literal)

    def _ie_strVal(self, value: Any) -> Address:  # noqa: N802
        return self.lean.make["expr_mk_lit"](self.lean.object(1, (self.lean.string(text(value)),)))


class Replay:
    """An environment that starts empty, and the declarations of an export on their way into it."""

    def __init__(self, lean: Lean) -> None:
        self.constants = 0
        self.doing = ""
        self._lean = lean
        self._export = Export(lean)
        self._environment = lean.empty_environment()
        self._quotients: list[Record] = []

    def line(self, record: Record) -> None:
        if "meta" in record or self._export.takes(record):
            return
        ((kind, value),) = record.items()
        if kind == "inductive":
            self._inductive(value["types"], value["ctors"], value["recs"])
        elif kind == "quot":
            self._quotient(value)
        else:
            self._begin(value)
            self._add(self._lean.object(DECLARATIONS[kind], (self._value(kind, value),)), 1)

    def end(self) -> None:
        """What is asked behind the last line."""
        if self._quotients or not self.constants:
            raise Malformed("the export ends too early")

    def _begin(self, value: Record) -> None:
        self.doing = self._export.text(value["name"])
        if value.get("isUnsafe", False) is not False or value.get("safety", "safe") != "safe":
            raise Rejected("it is unsafe")

    def _add(self, declaration: Address, constants: int) -> None:
        self._environment = self._lean.add(self._environment, declaration)
        self.constants += constants

    def _value(self, kind: str, value: Record) -> Address:
        """The record of an axiom, a definition, a theorem or an opaque constant."""
        lean, export = self._lean, self._export
        parameters = lean.chain(export.names(value["levelParams"]))
        common = lean.object(0, (export.name(value["name"]), parameters, export.closed(value["type"])))
        if kind == "axiom":
            return lean.object(0, (common,), FALSE)
        body, group = export.closed(value["value"]), lean.chain(export.names(value["all"]))
        if kind == "thm":
            return lean.object(0, (common, body, group))
        if kind == "opaque":
            return lean.object(0, (common, body, group), FALSE)
        return lean.object(0, (common, body, self._hints(value["hints"]), group), SAFE)

    def _hints(self, hints: Any) -> Address:
        if not isinstance(hints, dict):
            return boxed(HINTS[hints])
        height = hints["regular"]
        if type(height) is not int or not 0 <= height < 1 << 32:
            raise Malformed("a height is none")
        return self._lean.object(2, (), height.to_bytes(4, "little"))

    def _quotient(self, value: Record) -> None:
        """The four come one after the other; the kernel makes them all at once."""
        self._begin(value)
        self._quotients.append(value)
        if len(self._quotients) == len(QUOT_KINDS):
            self._add(QUOT_DECL, len(QUOT_KINDS))
            for quotient in self._quotients:
                self._compare(QUOT, quotient, (), ((16, QUOT_KINDS[quotient["kind"]]),))
            self._quotients = []

    def _inductive(self, types: list[Record], constructors: list[Record], recursors: list[Record]) -> None:
        for constant in (*types, *constructors, *recursors):
            self._begin(constant)
        lean, export = self._lean, self._export
        declared, members = [], {each["name"]: each for each in constructors}
        for each in types:
            own = [self._member(members.pop(name)) for name in each["ctors"]]
            declared.append(self._member(each, lean.chain(own)))
        if members:
            raise Rejected("a constructor is of no type of its group")
        parameters = lean.chain(export.names(types[0]["levelParams"]))
        pointers = parameters, boxed(types[0]["numParams"]), lean.chain(declared)
        self.doing = export.text(types[0]["name"])
        self._add(lean.object(INDUCT_DECL, pointers, FALSE), len(types) + len(constructors) + len(recursors))
        for each in types:
            self._compare_type(each)
        for each in constructors:
            counts = (boxed(each[key]) for key in ("cidx", "numParams", "numFields"))
            self._compare(CONSTRUCTOR, each, (export.name(each["induct"]), *counts), ((48, 0),))
        for each in recursors:
            self._compare_recursor(each)

    def _member(self, value: Record, *more: Address) -> Address:
        pointers = self._export.name(value["name"]), self._export.closed(value["type"]), *more
        return self._lean.object(0, pointers)

    def _compare_type(self, said: Record) -> None:
        names = self._export.names
        counts = boxed(said["numParams"]), boxed(said["numIndices"])
        flags = (56, flag(said["isRec"])), (57, 0), (58, flag(said["isReflexive"]))
        pointers = *counts, names(said["all"]), names(said["ctors"]), boxed(said["numNested"])
        self._compare(INDUCTIVE, said, pointers, flags)

    def _compare_recursor(self, said: Record) -> None:
        lean, export = self._lean, self._export
        counts = (boxed(said[key]) for key in ("numParams", "numIndices", "numMotives", "numMinors"))
        flags = (64, flag(said["k"])), (65, 0)
        value = self._compare(RECURSOR, said, (export.names(said["all"]), *counts), flags)
        rules = lean.elements(lean.word(value, 7))
        same = len(rules) == len(said["rules"])
        for rule, each in zip(rules, said["rules"], strict=False):
            same = same and self._same(lean.word(rule, 1), export.name(each["ctor"]))
            same = same and self._same(lean.word(rule, 2), boxed(each["nfields"]))
            same = same and lean.same(lean.word(rule, 3), export.closed(each["rhs"]))
        if not same:
            raise Rejected("the kernel made other rules for it")

    def _compare(
        self, kind: int, said: Record, pointers: Iterable[Said], flags: Iterable[tuple[int, int]]
    ) -> Address:
        """Hold what the kernel made against what the export says, and give the kernel's.

        The `pointers` stand behind that to the part which all constants have, the `flags` at byte offsets.
        """
        lean = self._lean
        self.doing = self._export.text(said["name"])
        found = lean.find(self._environment, self._export.name(said["name"]))
        if found is None or found[0] != kind:
            raise Rejected("the kernel made no such constant")
        value = found[1]
        common = lean.word(value, 1)
        same = lean.same(lean.word(common, 3), self._export.closed(said["type"]))
        same = same and self._same(lean.word(common, 2), self._export.names(said["levelParams"]))
        same = same and all(self._same(lean.word(value, at), each) for at, each in enumerate(pointers, 2))
        if not same or any(lean.byte(value, at) != each for at, each in flags):
            raise Rejected("the kernel made another constant of this name")
        return value

    def _same(self, made: Address, said: Said) -> bool:
        """Whether an object of the kernel is what the export said: a count, a name, or a list of names."""
        if isinstance(said, list):
            names = self._lean.elements(made)
            return len(names) == len(said) and all(map(self._same, names, said))
        if made & 1 or said & 1:
            return made == said
        return bool(self._lean.same_name(made, said))


def answer(lean: Lean, lines: Iterable[str]) -> Record:
    """The answer to an export, in the words of the module's docstring."""
    replay = Replay(lean)
    try:
        for line in lines:
            replay.line(json.loads(line))
        replay.end()
    except Rejected as no:
        return {"rejected": replay.doing, "why": str(no)}
    except Undecided as unknown:
        return {"undecided": replay.doing, "why": str(unknown)}
    except (Malformed, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        return {"malformed": replay.doing, "why": f"{type(error).__name__}: {error}"}
    return {"accepted": replay.constants}


def confine(cpu_s: int) -> None:
    """Limits of this process, which dies with the one that started it."""
    parent = os.getppid()
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the line above
        sys.exit(1)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if cpu_s:
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_s, cpu_s + 1))


def main() -> None:
    library, cpu_s, size = sys.argv[1:]
    confine(int(cpu_s))
    export = sys.stdin.buffer.read()
    if len(export) != int(size):
        sys.exit("the export is not as long as it should be")
    said = answer(Lean(library), export.decode("ascii").splitlines())
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()
    os._exit(os.EX_OK)  # Lean's own threads and tables need no taking down


if __name__ == "__main__":
    main()
