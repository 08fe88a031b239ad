"""Lean's front end in a process of its own: imports a library, then elaborates one text after the other.

`embedded.py LIBRARY CPU_SECONDS FILE_BYTES --frontend IMPORT MESSAGES OPTION=VALUE...` runs `main`, which
reads questions and writes answers, each a line of JSON. A question has `source`, a whole file whose header is
`prelude` and `import IMPORT`, and `tactics` and `terms`, places as [line, column], counted in characters and
lines from 1. Its answer has `messages` as `lean --json` writes them, and for each place the goals as Lean
prints them: those before the tactic there, or the type that is expected of the term there.

It calls the functions to which Lean itself is compiled, by their names in its library, and reads fields of
Lean's structures by number: docs/decisions/0008-a-warm-front-end.md says why.
"""

from __future__ import annotations

import ctypes
import json
import os
import threading

from app.lean.objects import NONE, LeanError, Runtime, box

TYPE_CHECKING = False  # `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    Place = tuple[int, int]

_ANONYMOUS = NONE  # the empty name
_SOME = 1  # constructor of Option
_NO_ARTIFACTS = box(1)  # the empty tree map, its second constructor
_PRIVATE = 2  # import everything that a module holds
_ENVIRONMENT, _MESSAGES, _SCOPES, _INFO = 0, 1, 2, 8  # fields of Lean.Elab.Command.State
_MAP = 2  # field of Lean.Parser.InputContext: where lines begin
_TERM_INFO = 1  # constructor of Lean.Elab.Info
_BEFORE, _AFTER = 1, 3  # fields of Lean.Elab.TacticInfo: what is known of goals, then the goals
_STACK_BYTES = 256 << 20  # for terms 100,000 deep; what is not used costs nothing


class Step:
    """A command: where it ended, where lines began, what its parser said, and the state behind it.

    The state holds what else Lean said of this command and what it noted, not that of commands before.
    """

    def __init__(self, at: int, lines: int, said: int, state: int) -> None:
        self.at, self.lines, self.said, self.state = at, lines, said, state
        self.messages: list[Any] | None = None


class Frontend:
    """One library, imported; each text is elaborated as if nothing had been before it.

    What it shares with the text before, in front of the first difference, is not elaborated again.
    """

    def __init__(self, path: str, module: str, options: Sequence[str]) -> None:
        self.lean = lean = Runtime(path)
        self._define()
        lean.function("lean_initialize")()
        lean.dec(lean.done(lean.function("lean_init_search_path")()))
        lean.function("lean_enable_initializer_execution")()
        lean.function("lean_io_mark_end_initialization")()
        lean.function("lean_init_task_manager")()
        self._options = lean.constant("l_Lean_Options_empty")
        self._silence = lean.constant("l_Lean_MessageLog_empty")
        self._no_locals = lean.constant("l_Lean_LocalContext_empty")
        self._header = f"prelude\nimport {module}\n".encode()
        self._source = b""
        self._steps: list[Step] = []
        named = b"".join(b"set_option %b\n" % option.replace("=", " ").encode() for option in options)
        self._elaborate(self._header + named, len(self._header), self._imported(module.encode()))
        if wrong := self.messages(1):
            raise LeanError(wrong[0]["data"])
        self._base, self._steps = self._steps[-1].state, []

    def begin_thread(self) -> None:
        """Tell Lean that another thread calls it from now on."""
        self.lean.function("lean_initialize_thread")()

    def _define(self) -> None:
        function, byte = self.lean.function, ctypes.c_uint8
        self._name = function("l_Lean_Name_mkSimple", None)
        self._import = function(
            "l_Lean_importModules", None, None, ctypes.c_uint32, None, byte, byte, byte, None
        )
        self._main_module = function("l_Lean_Environment_setMainModule", None, None)
        self._state = function("l_Lean_Elab_Command_mkState", None, None, None)
        self._input = function("l_Lean_Parser_mkInputContext___redArg", None, None, byte, None)
        self._parse = function("l_Lean_Parser_parseCommand", None, None, None, None)
        self._is_last = function("l_Lean_Parser_isTerminalCommand", None)
        self._command = function("l_Lean_Elab_Frontend_elabCommandAtFrontend", None, None, None)
        self._reference = function("lean_st_mk_ref", None)
        self._get = function("lean_st_ref_get", None)
        self._message_array = function("l_Lean_MessageLog_toArray", None)
        self._message_json = function("l_Lean_Message_toJson", None)
        self._compressed = function("l_Lean_Json_compress", None)
        self._array = function("l_Lean_PersistentArray_toArray___redArg", None)
        self._goals_at = function("l_Lean_Elab_InfoTree_goalsAt_x3f", None, None, None)
        self._term_at = function("l_Lean_Elab_InfoTree_termGoalAt_x3f", None, None)
        self._run_meta = function("l_Lean_Elab_ContextInfo_runMetaM___redArg", None, None, None)
        self._fresh = function("l_Lean_Meta_mkFreshExprMVar", None, byte, None, None, None, None, None)
        self._print_goal = function("l_Lean_Meta_ppGoal", None, None, None, None, None)
        self._pretty = function("l_Std_Format_pretty", None, None, None, None)

    def _imported(self, module: bytes) -> int:
        """The state before the first command. Raises LeanError."""
        lean = self.lean
        wanted = lean.constructor(
            self._named(module), scalars=b"\0\1\0\0\0\0\0\0"
        )  # visible to who imports us
        imports, plugins = lean.array(wanted), lean.array()
        environment = self._import(imports, self._options, 0, plugins, 1, 1, _PRIVATE, _NO_ARTIFACTS)
        environment = self._main_module(lean.done(environment), self._named(b"User"))
        return self._state(environment, self._silence, self._options)

    def _named(self, word: bytes) -> int:
        return self._name(self.lean.string(word))

    def elaborate(self, source: bytes) -> None:
        """Take the commands of `source` in turn; what came of them is known until the next text."""
        lean = self.lean
        shared = _shared(source, self._source)
        kept = [step for step in self._steps if _begun(source, step.at, shared)]
        for step in self._steps[len(kept) :]:
            for thing in (step.lines, step.said, step.state):
                lean.dec(thing)
        self._source, self._steps = b"", kept  # nothing is shared with a text that Lean gave up
        at, state = (kept[-1].at, kept[-1].state) if kept else (len(self._header), self._base)
        self._elaborate(source, at, lean.inc(state))
        self._source = source

    def _elaborate(self, source: bytes, at: int, state: int) -> None:
        """Take `state` and go on from there, a command at a time, to the end or `#exit`."""
        lean = self.lean
        context = self._input(lean.string(source), lean.string(b"User.lean"), 1, box(len(source)))
        parser, ended = lean.constructor(box(at), scalars=bytes(8)), False
        while not ended:
            parsed = self._parse(lean.inc(context), self._scope(state), parser, self._silence)
            command, (parser, said) = lean.field(parsed, 0), map(lean.inc, lean.fields(lean.field(parsed, 1)))
            ended = bool(self._is_last(lean.inc(command)) & 1)
            frontend = lean.constructor(state, NONE, box(at), NONE)  # of its fields only these two are read
            at = lean.field(parser, 0) >> 1
            reference = self._reference(frontend)
            lean.dec(lean.done(self._command(lean.inc(command), context, reference)))
            state = lean.taken(self._get(reference), 0)
            self._steps.append(Step(at, lean.inc(lean.field(context, _MAP)), said, lean.inc(state)))
            lean.dec(reference)
            lean.dec(parsed)
        lean.dec(parser)
        lean.dec(state)
        lean.dec(context)

    def _scope(self, state: int) -> int:
        """What the parser has to know of the state."""
        lean = self.lean
        options, namespace, opened = lean.fields(lean.field(lean.field(state, _SCOPES), 0))[1:4]
        return lean.constructor(*map(lean.inc, (lean.field(state, _ENVIRONMENT), options, namespace, opened)))

    def messages(self, most: int) -> list[Any]:
        """The messages of all steps, decoded; at most one more than `most`."""
        found = []
        for step in self._steps:
            if step.messages is None:
                logs = (step.said, self.lean.field(step.state, _MESSAGES))
                step.messages = [message for log in logs for message in self._decoded(log, most + 1)]
            found += step.messages
        return found[: most + 1]

    def _decoded(self, log: int, most: int) -> list[Any]:
        lean = self.lean
        array = self._message_array(log)
        found = []
        for message in lean.items(array)[:most]:
            text = self._compressed(self._message_json(lean.inc(message)))
            found.append(json.loads(lean.text(text)))
            lean.dec(text)
        lean.dec(array)
        return found

    def tactic_goals(self, place: Place) -> list[str]:
        """The goals before the tactic at `place`, none where there is no tactic."""
        lean, offset = self.lean, _offset(self._source, place)
        for step, tree in self._trees():
            found = self._goals_at(lean.inc(step.lines), tree, box(offset))
            goals = [goal for result in lean.listed(found) for goal in self._goals_of(step, result)]
            lean.dec(found)
            if goals:
                return goals
        return []

    def _goals_of(self, step: Step, result: int) -> Iterator[str]:
        lean = self.lean
        context, tactic, *_ = lean.fields(result)
        at = _AFTER if lean.flag(result, 0) else _BEFORE
        for goal in lean.listed(lean.field(tactic, at + 1)):
            knowing = self._knowing(context, step.lines, lean.field(tactic, at))
            yield self._in_meta(knowing, self._no_locals, goal, NONE)

    def term_goals(self, place: Place) -> list[str]:
        """The type that is expected of the term at `place`, none where there is no term."""
        lean, offset = self.lean, _offset(self._source, place)
        for _, tree in self._trees():
            found = self._term_at(tree, box(offset))
            goals = [] if found & 1 else self._goal_of(*lean.fields(lean.field(found, 0))[:2])
            lean.dec(found)
            if goals:
                return goals
        return []

    def _goal_of(self, context: int, info: int) -> list[str]:
        lean = self.lean
        if lean.tag(info) != _TERM_INFO:
            return []
        _, locals_, expected, *_ = lean.fields(lean.field(info, 0))
        if expected & 1:
            return []
        return [self._in_meta(lean.inc(context), lean.inc(locals_), NONE, lean.field(expected, 0))]

    def _in_meta(self, context: int, locals_: int, goal: int, type_: int) -> str:
        """A goal, or where there is a type its goal, as Lean prints it; takes the first two."""
        lean = self.lean

        def action(*arguments: int) -> int:
            *monad, _ = arguments  # the last stands for the world
            one = lean.inc(goal)
            if type_ != NONE:
                wanted = lean.constructor(lean.inc(type_), tag=_SOME)
                variable = self._fresh(wanted, 0, _ANONYMOUS, *monad)
                if lean.tag(variable):
                    return variable
                one = lean.taken(lean.done(variable), 0)  # from the expression to its name
            printed = self._print_goal(one, *monad)
            for thing in (one, *monad):
                lean.dec(thing)
            return printed

        function = ctypes.CFUNCTYPE(*[ctypes.c_void_p] * 6)(action)
        format_ = lean.done(self._run_meta(context, locals_, lean.closure(function, 5)))
        text = self._pretty(format_, box(120), box(0), box(0))
        goal_text = lean.text(text).decode()
        lean.dec(text)
        return goal_text

    def _trees(self) -> Iterator[tuple[Step, int]]:
        """What Lean noted of each command, to be given up by who takes it."""
        lean = self.lean
        for step in self._steps:
            array = self._array(lean.fields(lean.field(step.state, _INFO))[-1])
            try:
                for tree in lean.items(array):
                    yield step, lean.inc(tree)
            finally:
                lean.dec(array)

    def _knowing(self, context: int, lines: int, known: int) -> int:
        """`context`, where of the metavariables only what `known` says is known."""
        lean = self.lean
        command, *rest = lean.fields(context)
        parts = lean.fields(command)
        parts[parts.index(lines) + 1] = known  # behind the map of lines
        inner = lean.constructor(*map(lean.inc, parts))
        return lean.constructor(inner, *map(lean.inc, rest))


def _offset(source: bytes, place: Place) -> int:
    """The byte of a place in a text."""
    line, column = place
    lines = source.split(b"\n")
    if line > len(lines):
        return len(source) + 1
    return sum(map(len, lines[: line - 1])) + line - 1 + len(lines[line - 1].decode()[:column].encode())


def _shared(one: bytes, other: bytes) -> int:
    """How many bytes two texts have in common in front of their first difference."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _begun(source: bytes, at: int, shared: int) -> bool:
    """Whether the first word behind `at`, and the space after it, are in the first `shared` bytes.

    That is as far as Lean looked to see that a command has ended.
    """
    return len(source[at:shared].split(maxsplit=1)) == 2


def main(path: str, module: str, most: str, *options: str) -> int:
    """Answer until there are no more questions. What Lean prints meanwhile goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    questions = os.fdopen(os.dup(0), encoding="utf-8")
    os.dup2(2, 1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    frontend = Frontend(path, module, options)

    def answer() -> None:
        frontend.begin_thread()
        for question in questions:
            answers.write(json.dumps(_answer(frontend, json.loads(question), int(most))) + "\n")
            answers.flush()

    threading.stack_size(_STACK_BYTES)
    thread = threading.Thread(target=answer)
    thread.start()
    thread.join()
    return 0


def _answer(frontend: Frontend, question: Mapping[str, Any], most: int) -> dict[str, Any]:
    frontend.elaborate(question["source"].encode())
    return {
        "messages": frontend.messages(most),
        "tactics": [frontend.tactic_goals(place) for place in question["tactics"]],
        "terms": [frontend.term_goals(place) for place in question["terms"]],
    }
