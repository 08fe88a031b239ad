"""The final word: nothing but a certificate leads to `Proved`, `Refuted` or `Inconsistent`."""

from __future__ import annotations

from app.domain.certificate import Certificate, Claim, NotCertified, Refusal
from app.domain.events import (
    Certifying,
    Inconsistent,
    LeftUndecided,
    Open,
    Outcome,
    Proved,
    Refuted,
    Side,
)
from app.domain.problem import Statement
from app.domain.proof import Value
from app.domain.verdict import Undecided
from app.pipeline.lab import Job

_CLAIMS = {
    Side.STATEMENT: Claim.PROVED,
    Side.NEGATION: Claim.REFUTED,
    Side.HYPOTHESES: Claim.INCONSISTENT,
}
# The hypotheses alone may not be a statement, where a `variable` belongs to the conclusion only.
_UNSTATED = {Refusal.STATEMENT_CHANGED, Refusal.ELABORATION_ERROR}


async def final_word(
    job: Job, statement: Statement, side: Side, proof: str, example: tuple[Value, ...]
) -> Outcome:
    """What the certifier says to a proof that was found, as an outcome."""
    await job.journal.append(Certifying(side, proof, example))
    answer = await job.certify(statement, proof, _CLAIMS[side])
    if side is Side.HYPOTHESES and isinstance(answer, NotCertified) and answer.refusal in _UNSTATED:
        answer = await job.certify(statement, proof, Claim.PROVED)
    match answer:
        case Certificate(claim=Claim.PROVED):
            return Proved(answer, job.spent)
        case Certificate(claim=Claim.REFUTED):
            return Refuted(answer, job.spent, example)
        case Certificate(claim=Claim.INCONSISTENT):
            return Inconsistent(answer, job.spent)
        case NotCertified():
            return Open(
                f"A proof was found, but the final check refused it: {answer.detail}", None, job.spent
            )
        case Undecided():
            return LeftUndecided(answer.reason, answer.detail, job.spent)
        case _:
            raise AssertionError(answer)
