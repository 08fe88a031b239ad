"""Who asks, without a name: a browser by a signed cookie, and a network by a keyed hash of its address."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
from dataclasses import dataclass, field

from fastapi import Request
from itsdangerous import BadSignature, Signer
from starlette.responses import Response

COOKIE = "lemmata_owner"
_YEAR_S = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Owners:
    """Makes and reads owner tokens; `key` signs them, so that nobody can make one up."""

    key: str
    secure: bool = False
    _signer: Signer = field(init=False, repr=False)

    def __post_init__(self) -> None:
        signer = Signer(self.key, salt="owner", key_derivation="hmac", digest_method=hashlib.sha256)
        object.__setattr__(self, "_signer", signer)

    def of(self, request: Request) -> str | None:
        """The token of this browser, if it has set a problem before."""
        try:
            return self._signer.unsign(request.cookies.get(COOKIE, "")).decode("ascii")
        except (BadSignature, UnicodeError):
            return None

    def new(self) -> str:
        return secrets.token_urlsafe(24)

    def remember(self, request: Request, response: Response, owner: str) -> None:
        """Keep the token in the browser for another year."""
        response.set_cookie(
            COOKIE,
            self._signer.sign(owner).decode("ascii"),
            max_age=_YEAR_S,
            httponly=True,
            samesite="lax",
            secure=self.secure or request.url.scheme == "https",
        )

    def forget(self, response: Response) -> None:
        """Let the browser drop its token."""
        response.delete_cookie(COOKIE)

    def account(self, request: Request) -> str:
        """The account of the network that asks: the address itself is not kept."""
        network = _network(request.client.host if request.client else "")
        digest = hmac.new(self.key.encode(), f"address {network}".encode(), hashlib.sha256)
        return f"address:{digest.hexdigest()[:32]}"


def _network(address: str) -> str:
    """The address, or the /64 of an IPv6 address: whoever has one of those has all of them."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped is None:
        return str(ipaddress.ip_network((found, 64), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)
