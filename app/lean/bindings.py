"""Writes `core/Syntax.lean`: the declarations that switch on tactics and notation compiled into Lean.

`python -m app.lean.bindings` looks every name up in Lean's shared library, so that none is bound to nothing:
a missing symbol would end a Lean process. Run it after a change of the tables below or of Lean.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator
from itertools import count, takewhile
from pathlib import Path

from app.lean import launch

TACTIC = "Lean.Parser.Tactic"
TACTICS = """
intro intros exact refine refine' apply assumption constructor left right tacticExists_,, tacticRfl
tacticRfl' symm show change tacticHave__ tacticHave' tacticHaveI__ tacticLet__ tacticLetI__
tacticSuffices_ replace obtain rcases rintro cases induction contradiction tacticExfalso falseOrByContra
injection injections subst substVars rewriteSeq rwSeq rwa simp simpAll simpa tacticSimpa!_ simpTrace
omega
simpAllTrace dsimp dsimpTrace unfold delta decide split generalize specialize revert clear rename renameI
case case' tacticNext_=>_ first tacticTry_ tacticRepeat_ repeat' repeat1' tacticIterate____ allGoals
anyGoals focus tacticTrivial skip done tacticSorry tacticAdmit tacticStop_ fail failIfSuccess traceState
traceMessage eqRefl applyRfl exact? apply? rewrites? solveByElim applyAssumption classical exposeNames
congr withReducible withReducibleAndInstances withUnfoldingAll tacticUnhygienic_ tacticRefine_lift_
tacticRefine_lift'_ tacticInfer_instance tacticNofun tacticNomatch_,, rotateLeft rotateRight tacIfThenElse
rwaAt rwaAtLegacyLocation
tacDepIfThenElse tacticAnd_intros showTerm extractLets clearValue paren funInduction funCases tactic_<;>_
acRfl acNf0 tacticAc_nf_
normCast0 pushCast tacticNorm_cast__ tacticExact_mod_cast_ tacticApply_mod_cast_ tacticAssumption_mod_cast_
tacticRw_mod_cast___
"""
OTHER_TACTICS = """
Lean.cdot Lean.calcTactic Lean.solveTactic Lean.Parser.Tactic.Conv.conv tacticBy_cases_:_ tacticFunext___
Lean.Elab.Tactic.Ext.ext Lean.Elab.Tactic.Ext.tacticExt1___ Lean.Elab.Tactic.Ext.applyExtTheorem
tacticSimp_wf tacticClean_wf tacticDecreasing_trivial
tacticDecreasing_trivial_pre_omega tacticDecreasing_with_ tacticDecreasing_tactic List.tacticSizeOf_list_dec
Lean.Parser.Tactic.letrec
tacticGet_elem_tactic_trivial tacticGet_elem_tactic_extensible tacticGet_elem_tactic
"""
TERMS = """
term¬_ term_∧_ term_∨_ term_↔_ term_<->_ term_=_ term_≠_ term_≍_ term_∣_ term∃_,_ termExists_,_
Lean.term∃__,_ Lean.term∀__,_ term_+_ term_-_ term_*_ term_/_ term_%_ term_^_ term_≤_ term_<_
term_≥_ term_>_ term_∘_ term_×_ term_⊕_ term[_] term_::_ term_++_ termIfThenElse
termDepIfThenElse termIfLet term_&&_ term_||_ term!_ term-_ term_==_ term_!=_ term_|>_ term_<|_ term_$__
term‹_› term_∈_ term_∉_ term_⊆_ term_⊂_ term_⊇_ term_⊃_ term_\\_
term_∩_ term_∪_ term∅ term{} term{_} term{_:_//_} term_&&&_ term_|||_ term_^^^_
coeNotation coeFunNotation coeSortNotation Lean.modCast term_⁻¹ term_•_ rawNatLit
term_≈_ term_<<<_ term_>>>_ Lean.calc Lean.term_Matches_| Lean.termSatisfies_binder_pred%__
boolIfThenElse term__[_] term__[_]_? term__[_]_! term__[_]'_
"""
CONVERSIONS = """
lhs rhs congr arg convArgs convLeft convRight enter ext fun rewrite convRw__ simp unfold delta dsimp change
pattern whnf reduce skip convDone convRfl convIntro___ paren convTactic nestedTactic first convTry_
convRepeat_ convApply_ conv·_ allGoals anyGoals case convNext__=>_ clear focus conv_<;>_ convTrace_state
normCast
"""
CATEGORIES = {
    "conv": f"{TACTIC}.Conv {CONVERSIONS}",
    "rcasesPat": f"{TACTIC}.rcasesPat one ignore tuple paren clear explicit",
    "rintroPat": f"{TACTIC}.rintroPat one binder",
}
PREDICATES = """
Lean binderPred≠_ binderPred≤_ binderPred<_ binderPred≥_ binderPred>_ binderPred∈_ binderPred∉_
binderPred⊆_ binderPred⊂_ binderPred⊇_ binderPred⊃_
"""
ATTRIBUTES = """
Lean.Parser.Attr.simp Lean.Parser.Attr.ext Lean.Attr.coe Lean.Parser.Attr.norm_cast
Lean.Parser.Attr.wf_preprocess
"""
PRIORITIES = "prioDefault prioLow prioMid prioHigh"
PARTS = f"""
Lean.binderIdent Lean.explicitBinders {TACTIC}.Conv.convSeq {TACTIC}.location {TACTIC}.locationHyp
{TACTIC}.locationWildcard {TACTIC}.simpArgs {TACTIC}.simpLemma {TACTIC}.simpPre {TACTIC}.simpPost
{TACTIC}.simpStar {TACTIC}.simpErase {TACTIC}.rwRuleSeq {TACTIC}.rwRule {TACTIC}.optConfig
{TACTIC}.discharger
"""
PRECEDENCES = "precMax precArg precLead precMin precMin1"
SYNTAX = "stx_* stx_+ stx_? stx_,* stx_,+ stx_<|>_"
PRINTED = """
And Or Not Iff Eq Ne HEq HAdd.hAdd HSub.hSub HMul.hMul HDiv.hDiv HMod.hMod HPow.hPow LE.le LT.lt GE.ge
GT.gt Dvd.dvd Function.comp Prod Sum List.cons HAppend.hAppend BEq.beq bne Neg.neg Bool.and Bool.or
Bool.not Membership.mem HasSubset.Subset HasSSubset.SSubset Superset SSuperset SDiff.sdiff Inter.inter
Union.union EmptyCollection.emptyCollection HAnd.hAnd
HasEquiv.Equiv HOr.hOr HXor.hXor Inv.inv HSMul.hSMul HShiftLeft.hShiftLeft HShiftRight.hShiftRight
"""
PRINTERS = {
    "Exists": "unexpandExists", "ite": "unexpandIte", "Prod.mk": "unexpandProdMk",
    "Subtype": "unexpandSubtype",
    "List.nil": "unexpandListNil", "List.cons": "unexpandListCons",
    "Singleton.singleton": "Lean.singletonUnexpander", "Insert.insert": "Lean.insertUnexpander",
    "Eq.rec": "unexpandEqRec",
    "GetElem.getElem": "unexpandGetElem", "GetElem?.getElem?": "unexpandGetElem?",
    "GetElem?.getElem!": "unexpandGetElem!",
    "Eq.ndrec": "unexpandEqNDRec", "PUnit.unit": "unexpandUnit",
}  # fmt: skip
MODULES = """
Notation Tactics Conv TacticsExtra Meta Core NotationExtra ByCases Ext Data_List_Notation BinderPredicates
WFTactics Data_List_BasicAux GetElem
"""
NAMESPACES = ["", TACTIC, f"{TACTIC}.Conv", "Lean", "Lean.Elab.Tactic.Ext", "List"]


class MissingSymbol(LookupError):
    """Lean's library has no code for a name of the tables."""


def mangled(name: str) -> str:
    """The C symbol of a Lean declaration: `_` is doubled, other characters become `_xHH` or `_uHHHH`."""
    return "l_" + "_".join(_mangled_part(part) for part in _parts(name))


def _mangled_part(part: str) -> str:
    def code(match: re.Match[str]) -> str:
        point = ord(match[0])
        return "__" if match[0] == "_" else f"_x{point:02x}" if point < 0x100 else f"_u{point:04x}"

    return re.sub(r"[^A-Za-z0-9]", code, part)


def _parts(name: str) -> list[str]:
    return re.split(r"\.(?=\w)", name) if re.match(r"\w+\.", name) else [name]


def quoted(name: str) -> str:
    """`name` as it is written in a Lean file."""
    plain = re.compile(r"[A-Za-z_][A-Za-z0-9_']*")
    words = {"at", "by", "show", "have", "let", "open", "exact", "class", "instance", "if", "fun"}
    return ".".join(p if plain.fullmatch(p) and p not in words else f"«{p}»" for p in _parts(name))


class Library:
    """Lean's shared library as a set of names."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(str(launch.library()))

    def __contains__(self, name: str) -> bool:
        return hasattr(self._library, mangled(name))

    def numbered(self, kind: str, subject: str) -> Iterator[str]:
        """What `macro_rules` and `notation` generated for `subject`, oldest module first."""
        for module in MODULES.split():
            for namespace in NAMESPACES:
                stem = f"_aux_Init_{module}___{kind}_{subject.replace('.', '_')}_"
                stem = f"{namespace}.{stem}" if namespace else stem
                yield from takewhile(self.__contains__, (f"{stem}{number}" for number in count(1)))


def axiom(library: Library, name: str) -> str:
    """A parser that is used only inside others, and printed by its name. Raises MissingSymbol."""
    if name not in library:
        raise MissingSymbol(name)
    return f'@[extern "x"] axiom {quoted(name)} : Lean.ParserDescr'


def declaration(name: str, type_: str, attribute: str) -> str:
    written = quoted(name)
    return f'@[extern "x"] axiom {written} : Lean.{type_}\nattribute [{attribute}] {written}'


def parser(library: Library, name: str, category: str) -> Iterator[str]:
    """A parser and every macro that gives it meaning. Raises MissingSymbol."""
    if name not in library:
        raise MissingSymbol(f"{name} ({mangled(name)})")
    trailing = re.search(r"(^|\.)(term|tactic|conv|stx)_", name)
    yield declaration(name, f"{'Trailing' if trailing else ''}ParserDescr", f"{category}_parser 1000")
    for macro in library.numbered("macroRules", name):
        yield declaration(macro, "Macro", f"macro {quoted(name)}")


def printers(library: Library) -> Iterator[str]:
    """What prints a term in the notation in which it was written."""
    for constant in PRINTED.split():
        for name in library.numbered("unexpand", constant):
            yield declaration(name, "PrettyPrinter.Unexpander", f"app_unexpander {constant}")
    for constant, name in PRINTERS.items():
        if name not in library:
            raise MissingSymbol(name)
        yield declaration(name, "PrettyPrinter.Unexpander", f"app_unexpander {constant}")


def in_category(names: str) -> Iterable[str]:
    namespace, *rest = names.split()
    return (f"{namespace}.{name}" for name in rest)


def bindings() -> str:
    """The text of `core/Syntax.lean`. Raises MissingSymbol."""
    library = Library()
    blocks = [HEAD]
    for category, names in CATEGORIES.items():
        words_may_be_names = " (behavior := both)" if category == "conv" else ""
        blocks.append(f"declare_syntax_cat {category}{words_may_be_names}")
        blocks += [line for name in in_category(names) for line in parser(library, name, category)]
    blocks.append("declare_syntax_cat binderPred")
    for name in in_category(PREDICATES):
        blocks += parser(library, name, "binderPred")
    for name in [f"{TACTIC}.{name}" for name in TACTICS.split()] + OTHER_TACTICS.split():
        blocks += parser(library, name, "tactic")
    for name in TERMS.split():
        blocks += parser(library, name, "term")
    blocks += [axiom(library, name) for name in PARTS.split()]
    for name in PRIORITIES.split():
        blocks += parser(library, name, "prio")
    for name in PRECEDENCES.split():
        blocks += parser(library, name, "prec")
    for name in SYNTAX.split():
        blocks += parser(library, name, "stx")
    for name in ATTRIBUTES.split():
        blocks += parser(library, name, "attr")
    return "\n".join([*blocks, *printers(library), ""])


HEAD = """\
/-
Generated by `python -m app.lean.bindings`; change that, not this.

Each axiom is a parser, macro or printer that is compiled into Lean's library and found there by its name;
none says anything about mathematics, and a theorem that uses one is not certified.
-/
prelude
import Lemmata.Literals
set_option autoImplicit false
set_option interpreter.prefer_native true"""


if __name__ == "__main__":
    Path(__file__).with_name("core").joinpath("Syntax.lean").write_text(bindings(), "utf-8")
