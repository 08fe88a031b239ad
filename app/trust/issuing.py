"""Where certificates are made: nowhere else, and of nothing but a decision that says 'proved'."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.certificate import Certificate, Claim
from app.trust.bundle import README_DIGEST
from app.trust.certify import PROVED, Decision
from app.trust.signing import Signer
from app.trust.versions import digest


def issue(
    decision: Decision,
    claim: Claim,
    statement: str,
    files: tuple[str, str, str],
    signer: Signer | None,
) -> Certificate:
    """The certificate of a decision about a challenge and a solution.

    `files` are what was set, the challenge and the solution, each a whole Lean file; `statement` is what the
    theorem says. Raises ValueError where the decision is another, or about other files.
    """
    stated, challenge, solution = files
    decided = {"challenge": digest(challenge.encode()), "solution": digest(solution.encode())}
    if decision.verdict != PROVED or not decided.items() <= dict(decision.hashes).items():
        raise ValueError("only a proof is certified, and only the one that was decided")
    certificate = Certificate(
        claim=claim,
        theorem=decision.theorem,
        statement=statement,
        stated=stated,
        challenge=challenge,
        solution=solution,
        axioms=decision.axioms,
        constants_replayed=decision.constants_replayed,
        jail=decision.jail,
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        elapsed_ms=decision.elapsed_ms,
        kernels=dict(decision.kernels),
        hashes={**decision.hashes, "stated": digest(stated.encode()), "readme": README_DIGEST},
        versions=dict(decision.versions),
    )
    return signer.sign(certificate) if signer else certificate
