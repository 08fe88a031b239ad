"""The signed form of a certificate: canonical JSON (RFC 8785) with an Ed25519 signature (RFC 8032)."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict, fields, replace
from typing import Any

import rfc8785
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.domain.certificate import Certificate, Claim

FORMAT = "lemmata certificate 1"
_TEXTS = ("stated", "challenge", "solution")  # files of their own; the certificate has their hashes
_MAPPINGS = ("kernels", "hashes", "versions")


class NotACertificate(Exception):
    """What was given is not a certificate, or not as it was signed; the words say why."""


class Signer:
    """Signs with a key of 32 bytes, given as base64 for URLs, padding left out."""

    def __init__(self, secret: str) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(
            base64.urlsafe_b64decode(secret + "=" * (-len(secret) % 4))
        )
        self.public = base64.b64encode(self._key.public_key().public_bytes_raw()).decode()

    def sign(self, certificate: Certificate) -> Certificate:
        """The same with key and signature."""
        keyed = replace(certificate, key=self.public, signature="")
        return replace(keyed, signature=base64.b64encode(self._key.sign(_signed(keyed))).decode())


def as_file(certificate: Certificate) -> bytes:
    """The certificate as a file: what was signed, and the signature."""
    return rfc8785.dumps(as_json(certificate))


def as_json(certificate: Certificate) -> dict[str, Any]:
    """The same as an object."""
    return _content(certificate) | {"signature": certificate.signature}


def from_file(data: bytes, texts: dict[str, str]) -> Certificate:
    """Undo `as_file`; `texts` are the files `stated`, `challenge` and `solution`, which it does not hold.

    Raises NotACertificate unless it is one, written as we write it, and with a right signature.
    """
    try:
        said: dict[str, Any] = json.loads(data)
        certificate = _read(said, texts)
        if as_file(certificate) != data:
            raise NotACertificate("It is not in canonical form.")
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(certificate.key, validate=True))
        key.verify(base64.b64decode(certificate.signature, validate=True), _signed(certificate))
    except InvalidSignature as error:
        raise NotACertificate("The signature is not that of this text.") from error
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise NotACertificate("It is not a certificate of Lemmata.") from error
    return certificate


def _signed(certificate: Certificate) -> bytes:
    return rfc8785.dumps(_content(certificate))


def _content(certificate: Certificate) -> dict[str, Any]:
    said = {name: value for name, value in asdict(certificate).items() if name not in (*_TEXTS, "signature")}
    return said | {"format": FORMAT, "claim": str(certificate.claim), "axioms": list(certificate.axioms)}


def _read(said: dict[str, Any], texts: dict[str, str]) -> Certificate:
    """Raises LookupError, TypeError and ValueError for what is none."""
    if said.pop("format") != FORMAT:
        raise ValueError
    kinds = {field.name: field.type for field in fields(Certificate) if field.name not in _TEXTS}
    for name, kind in kinds.items():
        if kind in ("str", "int") and type(said[name]).__name__ != kind:
            raise TypeError
    for name in _MAPPINGS:
        if not all(isinstance(word, str) for pair in said[name].items() for word in pair):
            raise TypeError
    if not all(isinstance(axiom, str) for axiom in said["axioms"]):
        raise TypeError
    exact = said | {"claim": Claim(said["claim"]), "axioms": tuple(said["axioms"])} | texts
    return Certificate(**exact)
