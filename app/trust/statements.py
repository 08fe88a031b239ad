"""The certifier as the pipeline asks it: about a statement and a proof, a term."""

from __future__ import annotations

import asyncio
import time

from app.domain.certificate import Certificate, Claim, NotCertified, Refusal
from app.domain.problem import Statement
from app.domain.verdict import Reason, Undecided
from app.domain.warnings import Examination
from app.lean.admission import refusal
from app.lean.process import Stopped
from app.trust.certify import PROVED, Certifier
from app.trust.decision import Asked, BadChallenge, Refused
from app.trust.facts import Elaborated
from app.trust.issuing import issue
from app.trust.library import Library
from app.trust.signing import Signer
from app.trust.unused import assumptions
from app.trust.warnings import statement_warnings


class StatementCertifier:
    """A `Certifier` of the pipeline; its certificates are signed where there is a `signer`."""

    def __init__(self, certifier: Certifier, signer: Signer | None = None) -> None:
        self._certifier = certifier
        self._signer = signer

    async def examine(self, statement: Statement, deadline_s: float) -> Examination:
        """See `Certifier.examine`."""
        try:
            async with asyncio.timeout(deadline_s):
                frozen = await self._certifier.frozen(statement.challenge().encode())
                return await asyncio.to_thread(_examined, self._certifier, frozen, statement)
        except (TimeoutError, Stopped, Refused, BadChallenge):
            return Examination()

    async def certify(
        self, statement: Statement, proof: str, claim: Claim, deadline_s: float
    ) -> Certificate | NotCertified | Undecided:
        """See `Certifier.certify`."""
        target = _target(statement, claim)
        if refused := refusal(self._certifier.core.environment, target, proof):
            return refused
        try:
            return await self._certified(statement, target, proof, claim, deadline_s)
        except TimeoutError:
            return Undecided(Reason.TIMEOUT, f"The final check was not done within {deadline_s:g} s.")
        except Stopped as stopped:
            return stopped.verdict
        except Refused as no:
            return NotCertified(Refusal(no.verdict), no.reason)
        except BadChallenge as error:
            return NotCertified(Refusal.ELABORATION_ERROR, str(error))

    async def _certified(
        self, statement: Statement, target: Statement, proof: str, claim: Claim, deadline_s: float
    ) -> Certificate | NotCertified | Undecided:
        ends = time.monotonic() + deadline_s
        stated, challenge, solution = statement.challenge(), target.challenge(), target.source(proof)
        if claim is not Claim.PROVED:
            async with asyncio.timeout(deadline_s):
                await self._certifier.relate(claim, stated.encode(), challenge.encode())
        left_s = ends - time.monotonic()
        decision = await self._certifier.certify(challenge.encode(), solution.encode(), left_s)
        if decision.verdict == PROVED:
            if decision.theorem != target.name.replace("«", "").replace("»", ""):
                return NotCertified(Refusal.REFUSED_SOURCE, f"What was proved is called {decision.theorem}.")
            shown = target.preamble + target.signature
            return issue(decision, claim, shown, (stated, challenge, solution), self._signer)
        said = " ".join(decision.reasons)
        if decision.decided:
            return NotCertified(Refusal(decision.verdict.partition("[")[0]), said)
        return Undecided(Reason(decision.verdict), said)


def _target(statement: Statement, claim: Claim) -> Statement:
    """What is to be proved for `claim`."""
    match claim:
        case Claim.PROVED:
            return statement
        case Claim.REFUTED:
            return statement.negation()
        case Claim.INCONSISTENT:
            return statement.contradiction()


def _examined(certifier: Certifier, frozen: bytes, statement: Statement) -> Examination:
    core: Library = certifier.library()
    asked = Asked(core, frozen)
    module, text = asked.module, statement.preamble + statement.signature
    read = Elaborated(core.terms, module.find, asked.claim, module.olean.names, text)
    return Examination(statement_warnings(read), assumptions(read))
