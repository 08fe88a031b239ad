"""A certificate and its bundle: signed, written in one way only, and refused with any byte changed."""

from __future__ import annotations

import base64
import io
import json
import random
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.certificate import Certificate, Claim
from app.trust.bundle import CERTIFICATE, README, pack, unpack
from app.trust.certify import Decision
from app.trust.issuing import issue
from app.trust.signing import NotACertificate, Signer, as_file, from_file
from app.trust.versions import digest

SECRET = base64.urlsafe_b64encode(bytes(range(32))).decode().rstrip("=")
STATED = "theorem t (α : Type) : True := sorry\n"
SOLUTION = "theorem t (α : Type) : True := True.intro\n"
DECISION = Decision(
    "proved",
    theorem="t",
    axioms=("propext",),
    constants_replayed=4,
    kernels={"lean": "accepted", "lemmata": "accepted"},
    jail="bubblewrap",
    hashes={"challenge": digest(STATED.encode()), "solution": digest(SOLUTION.encode()), "library": "1f"},
    versions={"lean": "4.35.0"},
    elapsed_ms=321,
)


@pytest.fixture
def certificate() -> Certificate:
    return issue(DECISION, Claim.PROVED, STATED.strip(), (STATED, STATED, SOLUTION), Signer(SECRET))


@pytest.fixture
def bundle(certificate: Certificate, tmp_path: Path) -> Path:
    path = tmp_path / "proof.zip"
    path.write_bytes(pack(certificate))
    return path


def test_a_bundle_is_read_as_it_was_written(certificate: Certificate, bundle: Path, tmp_path: Path) -> None:
    assert unpack(bundle) == certificate

    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path / "unpacked")
        names = archive.namelist()
        readme = archive.read(README).decode()
    assert unpack(tmp_path / "unpacked") == certificate
    assert names == [README, CERTIFICATE, "Statement.lean", "Challenge.lean", "Solution.lean"]
    assert len(readme.splitlines()) == 5


def test_the_certificate_file_is_canonical_and_names_everything(certificate: Certificate) -> None:
    said = json.loads(as_file(certificate))

    assert json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False) == as_file(
        certificate
    ).decode("utf-8")
    assert said["format"] == "lemmata certificate 1"
    assert said["statement"] == STATED.strip()
    assert set(said["hashes"]) == {"challenge", "library", "readme", "solution", "stated"}
    assert not {"stated", "challenge", "solution"} & set(said)


def test_a_bundle_with_one_byte_changed_is_refused(bundle: Path) -> None:
    data = bundle.read_bytes()
    for place in range(len(data)):
        bundle.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        with pytest.raises(NotACertificate):
            unpack(bundle)


def test_a_bundle_with_bytes_more_or_less_is_refused(bundle: Path) -> None:
    data, chance = bundle.read_bytes(), random.Random(3)  # noqa: S311
    places = [chance.randrange(len(data)) for _ in range(200)]
    for changed in (
        b"",
        data + b"\0",
        b"\0" + data,
        *(data[:place] for place in places),
        *(data[:place] + data[place + 1 :] for place in places),
        *(data[:place] + b"x" + data[place:] for place in places),
    ):
        bundle.write_bytes(changed)
        with pytest.raises(NotACertificate):
            unpack(bundle)


@pytest.mark.parametrize("name", [README, CERTIFICATE, "Statement.lean", "Challenge.lean", "Solution.lean"])
def test_a_folder_with_a_file_changed_is_refused(bundle: Path, tmp_path: Path, name: str) -> None:
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path / "unpacked")
    changed = tmp_path / "unpacked" / name
    changed.write_bytes(changed.read_bytes() + b" ")

    with pytest.raises(NotACertificate):
        unpack(tmp_path / "unpacked")


def test_what_is_packed_otherwise_or_holds_more_is_refused(bundle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    variants = [
        (members, zipfile.ZIP_DEFLATED),
        (members | {"more": b""}, zipfile.ZIP_STORED),
        (dict(reversed(members.items())), zipfile.ZIP_STORED),
        ({CERTIFICATE: members[CERTIFICATE]}, zipfile.ZIP_STORED),
        ({}, zipfile.ZIP_STORED),
    ]
    for held, method in variants:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", method) as archive:
            for name, data in held.items():
                archive.writestr(name, data)
        bundle.write_bytes(packed.getvalue())
        with pytest.raises(NotACertificate):
            unpack(bundle)


def test_a_bomb_is_not_unpacked(bundle: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(bundle) as archive:
        names = archive.namelist()
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, bytes(40 << 20))

    with pytest.raises(NotACertificate, match="not as Lemmata writes it"):
        unpack(bomb)

    bomb.write_bytes(bytes(9 << 20))
    with pytest.raises(NotACertificate, match="larger than"):
        unpack(bomb)


@pytest.mark.parametrize(
    "change",
    [
        {"claim": Claim.REFUTED},
        {"theorem": "u"},
        {"statement": "theorem t : False"},
        {"axioms": ()},
        {"constants_replayed": 5},
        {"jail": "limits"},
        {"kernels": {"lean": "accepted"}},
        {"made_at": "2020-01-01T00:00:00+00:00"},
        {"key": Signer("A" * 43).public},
        {"signature": base64.b64encode(bytes(64)).decode()},
        {"signature": ""},
        {"key": ""},
    ],
)
def test_what_was_not_signed_is_refused(certificate: Certificate, change: dict[str, object]) -> None:
    changed = replace(certificate, **change)  # type: ignore[arg-type]
    texts = {"stated": STATED, "challenge": STATED, "solution": SOLUTION}

    assert from_file(as_file(certificate), texts) == certificate
    with pytest.raises(NotACertificate):
        from_file(as_file(changed), texts)


@pytest.mark.parametrize("place", ["stated", "challenge", "solution", "readme"])
def test_each_file_is_bound_by_its_hash(certificate: Certificate, bundle: Path, place: str) -> None:
    """Even where whoever changed it signed again."""
    hashes = dict(certificate.hashes) | {place: "0" * 64}
    bundle.write_bytes(pack(Signer(SECRET).sign(replace(certificate, hashes=hashes))))

    with pytest.raises(NotACertificate, match="is not the file that was certified"):
        unpack(bundle)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b'{"format":"lemmata certificate 1"}',
        b'{"format":["lemmata certificate 1"]}',
        b"[" * 100_000,
        b"\xff",
    ],
)
def test_what_is_no_certificate_is_refused(data: bytes) -> None:
    with pytest.raises(NotACertificate):
        from_file(data, {"stated": "", "challenge": "", "solution": ""})


def _signed_again(said: dict[str, object]) -> bytes:
    """The file with whatever it says, under a right signature."""
    unsigned = {name: value for name, value in said.items() if name != "signature"}
    signature = Ed25519PrivateKey.from_private_bytes(bytes(range(32))).sign(rfc8785.dumps(unsigned))
    return rfc8785.dumps(unsigned | {"signature": base64.b64encode(signature).decode()})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("axioms", "propext"),
        ("axioms", [1]),
        ("kernels", []),
        ("hashes", {"a": 1}),
        ("constants_replayed", True),
        ("theorem", None),
        ("claim", "true"),
        ("more", 1),
    ],
)
def test_a_field_of_another_kind_is_refused(certificate: Certificate, name: str, value: object) -> None:
    """Even where whoever wrote it signed it."""
    said = json.loads(as_file(certificate))
    texts = {"stated": "", "challenge": "", "solution": ""}

    from_file(_signed_again(said), texts)
    with pytest.raises(NotACertificate):
        from_file(_signed_again(said | {name: value}), texts)


@pytest.mark.parametrize(
    "decision",
    [
        replace(DECISION, verdict="timeout"),
        replace(DECISION, verdict="has_sorry"),
        replace(DECISION, hashes={**DECISION.hashes, "solution": "0"}),
        replace(DECISION, hashes={}),
    ],
)
def test_nothing_but_the_decided_proof_is_certified(decision: Decision) -> None:
    with pytest.raises(ValueError, match="only a proof"):
        issue(decision, Claim.PROVED, "t", (STATED, STATED, SOLUTION), None)
