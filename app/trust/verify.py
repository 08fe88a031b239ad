"""Repeats what a certificate tells of, from its files alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.certificate import Certificate, Claim
from app.domain.verdict import Reason
from app.lean.process import Stopped
from app.trust.certify import PROVED, Certifier
from app.trust.decision import BadChallenge, Refused

_OF_FILES = frozenset({"stated", "challenge", "solution", "readme"})  # these are compared before


@dataclass(frozen=True, slots=True)
class Verification:
    """`verdict` is a word of TRUST; `differences` says what decided with other versions then and now."""

    verdict: str
    reasons: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()

    @property
    def verified(self) -> bool:
        return self.verdict == PROVED

    @property
    def decided(self) -> bool:
        """Whether it says something about the certificate, and not only about the asking."""
        return self.verdict not in set(Reason)


async def verify(certifier: Certifier, certificate: Certificate, deadline_s: float) -> Verification:
    """Decide again whether the solution proves the challenge, and whether that shows the claim."""
    challenge, solution = certificate.challenge.encode(), certificate.solution.encode()
    try:
        if certificate.claim is not Claim.PROVED or certificate.stated != certificate.challenge:
            await certifier.relate(certificate.claim, certificate.stated.encode(), challenge)
        decision = await certifier.certify(challenge, solution, deadline_s)
    except Refused as refused:
        return Verification(refused.verdict, (refused.reason,))
    except BadChallenge as error:
        return Verification("refused_source", (str(error),))
    except Stopped as stopped:
        return Verification(stopped.verdict.reason, (stopped.verdict.detail,))
    differences = (
        *_differences(certificate.versions, decision.versions),
        *_differences(certificate.hashes, decision.hashes),
    )
    if decision.verdict != PROVED:
        return Verification(decision.verdict, decision.reasons, differences)
    said = (certificate.theorem, certificate.axioms, certificate.statement in certificate.challenge)
    if said != (decision.theorem, decision.axioms, True):
        reason = "The certificate says another theorem, another statement or other axioms than its files."
        return Verification("statement_changed", (reason,), differences)
    return Verification(PROVED, decision.reasons, differences)


def _differences(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    for name in sorted({*then, *now} - _OF_FILES):
        if then.get(name) != now.get(name):
            yield f"{name}: {then.get(name, 'unknown')[:16]} then, {now.get(name, 'unknown')[:16]} now"
