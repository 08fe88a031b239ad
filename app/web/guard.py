"""What every request must satisfy and every answer carries, before any route is reached."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.settings import Settings

Refuse = Callable[[Request, HTTPException], Response]
_BYTES_PER_CHARACTER = 12  # four bytes of UTF-8, each sent as %XX by a form
_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in _POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_STREAMS = ("/stream", "/events")
_ENCRYPTED_ONLY = "max-age=31536000"


class Guard:
    """Refuses what must not be answered, and adds `HEADERS` to every answer.

    A page of another site can name a loopback address by a host of its own (DNS rebinding), and can post to
    us; both show in what its browser sends. Programs send neither and pass. What no route has said about
    caching is not kept. What answers GET answers HEAD, with the same headers, but for streams: those would be
    read to their end.
    """

    def __init__(self, app: ASGIApp, settings: Settings, refuse: Refuse) -> None:
        self._app, self._settings, self._refuse = app, settings, refuse
        self._limit = body_limit(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        refusal = self._refusal(Request(scope))
        app = self._refuse(Request(scope), refusal) if refusal else self._app
        if scope["method"] == "HEAD" and not scope["path"].endswith(_STREAMS):
            scope, send = {**scope, "method": "GET"}, _without_body(send)
        encrypted = self._settings.public_url.startswith("https://")
        return await app(scope, _limited(receive, self._limit), _guarded(send, encrypted))

    def _refusal(self, request: Request) -> HTTPException | None:
        if not host_is_ours(request.headers.get("host", ""), self._settings):
            return HTTPException(421, "This address belongs to another service.")
        if request.method not in ("GET", "HEAD", "OPTIONS") and comes_from_elsewhere(
            request.headers, self._settings.public_url
        ):
            return HTTPException(403, "This was sent by a page of another site, so nothing was done.")
        length = request.headers.get("content-length", "")
        if length.isdecimal() and int(length) > self._limit:
            return too_large()
        return None


def _guarded(send: Send, encrypted: bool) -> Send:
    async def send_guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            headers.setdefault("Cache-Control", "no-store")
            if encrypted:
                headers["Strict-Transport-Security"] = _ENCRYPTED_ONLY
        await send(message)

    return send_guarded


def _without_body(send: Send) -> Send:
    async def send_headers(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return send_headers


def _limited(receive: Receive, limit: int) -> Receive:
    read = 0

    async def receive_limited() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > limit:
            raise too_large()
        return message

    return receive_limited


def too_large() -> HTTPException:
    return HTTPException(413, "This is more text than is read here.")


def host_is_ours(host: str, settings: Settings) -> bool:
    """Whether a Host header may be answered; on a public address without a known name, any may lead here."""
    if not settings.public_url and not _is_loopback(settings.host):
        return True
    try:
        name = urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return False
    ours = (urlsplit(settings.public_url).hostname, "testserver")
    return name in ours or _is_loopback(name) or (bool(settings.public_url) and _is_private(name))


def comes_from_elsewhere(headers: Headers, public_url: str = "") -> bool:
    """Whether a browser says that a page of another origin sent this."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site not in ("same-origin", "none")
    if origin is None or (public_url and origin == public_url):
        return False
    return origin.partition("://")[2] != headers.get("host")


def body_limit(settings: Settings) -> int:
    """The largest request body, in bytes: a form with the longest text and its words, and a little more."""
    return 2 * settings.text_limit * _BYTES_PER_CHARACTER + 4096


def _is_private(host: str) -> bool:
    """An address of the network behind the proxy, at which a machine there asks; a name could be rebound."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
