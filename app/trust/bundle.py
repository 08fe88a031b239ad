"""What is downloaded with a proof: one ZIP file that anyone can check without us.

It is written in one way only, so that a file with any byte changed is not what it claims to be.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from app.domain.certificate import Certificate
from app.trust.signing import NotACertificate, as_file, from_file
from app.trust.versions import digest

README, CERTIFICATE = "README.txt", "certificate.json"
_FILES = {"stated": "Statement.lean", "challenge": "Challenge.lean", "solution": "Solution.lean"}
_MEMBERS = (README, CERTIFICATE, *_FILES.values())
_LARGEST = 8 << 20  # bytes of the whole file
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows
_EXPLANATION = """\
Statement.lean was set; Challenge.lean is that, its negation, or `False` from its hypotheses, as "claim" says.
Solution.lean proves the challenge; certificate.json says what it rests on, who checked it how, and is signed.
To check all of it again, offline: `lemmata verify` and the name of this file.
With Lean alone: compile Solution.lean, compare the statements, and look at `#print axioms` of the theorem.
A proof shows the formal statement, and not that it says what you mean: read Statement.lean.
"""


README_DIGEST = digest(_EXPLANATION.encode())


def pack(certificate: Certificate) -> bytes:
    """The bundle of a certificate."""
    files = {name: getattr(certificate, text).encode() for text, name in _FILES.items()}
    return _packed({README: _EXPLANATION.encode(), CERTIFICATE: as_file(certificate), **files})


def unpack(path: Path) -> Certificate:
    """Read a bundle, or the folder that it was unpacked to; only the signature and the hashes are checked.

    Raises NotACertificate, and OSError.
    """
    if path.is_dir():
        return _certificate({name: _read(path / name) for name in _MEMBERS})
    data = _read(path)
    members = _unzipped(data)
    certificate = _certificate(members)
    if _packed(members) != data:
        raise NotACertificate("The archive is not as Lemmata writes it.")
    return certificate


def _packed(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in _MEMBERS:
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system, member.external_attr = 3, 0o100644 << 16
            archive.writestr(member, members[name])
    return packed.getvalue()


def _unzipped(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = archive.infolist()
            names = [member.filename for member in found]
            if names != [*_MEMBERS] or any(member.compress_type for member in found):
                raise NotACertificate("The archive is not as Lemmata writes it.")
            return {member.filename: archive.read(member) for member in found}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError) as error:
        raise NotACertificate("It is not a bundle: the archive cannot be read.") from error


def _certificate(members: dict[str, bytes]) -> Certificate:
    try:
        texts = {text: members[name].decode("utf-8") for text, name in _FILES.items()}
    except UnicodeDecodeError as error:
        raise NotACertificate("One of its files is not UTF-8 text.") from error
    certificate = from_file(members[CERTIFICATE], texts)
    for part, name in {**_FILES, "readme": README}.items():
        if certificate.hashes.get(part) != digest(members[name]):
            raise NotACertificate(f"{name} is not the file that was certified.")
    return certificate


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise NotACertificate(f"{path.name} is larger than {_LARGEST >> 20} MiB.")
    return data
