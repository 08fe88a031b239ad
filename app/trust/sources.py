"""Step 2: what the text of a solution may hold, and the header that is added to it."""

from __future__ import annotations

from app.domain.errors import NotAStatement
from app.domain.gate import FILE_MAY
from app.domain.lean_source import header as own_header
from app.domain.lean_source import with_header
from app.lean.admission import misplaced, nowhere
from app.trust.decision import BadChallenge, Refused

LARGEST = 1 << 20  # bytes of source
_REPLACED = frozenset({"Lemmata", "Mathlib"})  # a header that the environment's own stands for


def gated(text: bytes, header: str) -> bytes:
    """The solution with the environment's header. Raises Refused for what a text may not hold."""
    if len(text) > LARGEST:
        raise Refused("refused_source", f"The file is longer than {LARGEST >> 20} MiB.")
    try:
        given = text.decode("utf-8")
        source = with_header(given, header).source
        imports = own_header(given).imports
        detail = nowhere(given) or misplaced(source[len(header) + 1 :], FILE_MAY)
    except UnicodeDecodeError as error:
        raise Refused("refused_source", f"The file is not UTF-8 text: byte {error.start}.") from error
    except NotAStatement as error:
        raise Refused("refused_source", str(error)) from error
    if strange := next((name for name in imports if name.split(".")[0] not in _REPLACED), None):
        raise Refused("refused_source", f"The file imports {strange}.")
    if detail:
        raise Refused("refused_source", detail)
    return source.encode()


def ungated(text: bytes, header: str) -> bytes:
    """The solution with the environment's header, whatever it holds: how tests try the steps behind."""
    return text if text.startswith(b"prelude") else f"{header}\n".encode() + text


def asked(challenge: bytes, header: str) -> bytes:
    """The challenge with the environment's header; nothing in it is refused. Raises BadChallenge."""
    try:
        return with_header(challenge.decode("utf-8"), header).source.encode()
    except UnicodeDecodeError as error:
        raise BadChallenge("The challenge is not UTF-8 text.") from error
    except NotAStatement as error:
        raise BadChallenge(f"The challenge cannot be read: {error}") from error
