"""Puts the routes together, and turns every error into a status and into words."""

from __future__ import annotations

import http
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from sqlalchemy import Engine, select
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from app.bootstrap import Services, services
from app.domain import errors
from app.lean.jail import Jail
from app.settings import Settings
from app.store.tables import jobs
from app.web import api, home, metrics, mine, node_stream, nodes, nodes_api, pages, reference, stream
from app.web.forms import Fault, UnacceptableProblem
from app.web.guard import HEADERS, Guard
from app.web.metrics import Measured, Metrics, Routed
from app.web.refusals import Refusal, note_refusal, refusal_of
from app.web.site import Site, build_site
from app.web.timely import Timely
from app.web.views import ErrorPage

WORDS = {
    404: "There is nothing at this address. A link may have been cut short when it was copied.",
    405: "This address does not take that kind of request.",
    422: "Something in this address or form could not be read.",
    500: "Something went wrong here, and it was written to the log. Nothing was decided about any statement.",
    503: "Lean cannot be asked at the moment. Nothing was decided about any statement.",
}
HEALTH_S = 2.0
NO_OBJECT = 'Send one JSON object, such as {"text": "theorem ..."}, as application/json.'
_UNREADABLE_BODY = "There was an error parsing the body"  # so FastAPI says with status 400
_log = logging.getLogger(__name__)


def create_app(settings: Settings, made: Services | None = None, jail: Jail | None = None) -> FastAPI:
    """The web application; `made` are services that exist already, `jail` that of the workers beside it."""
    site = build_site(made or services(settings, jail))

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with site.feed:
            yield

    app = FastAPI(
        title="Lemmata",
        summary="Proves Lean 4 theorems; Lean checks every step.",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    app.state.site = site
    app.state.metrics = Metrics(site.services.db, lambda: len(site.streams))
    db = site.services.db
    app.state.health = Timely(lambda: _is_there(db))
    app.add_middleware(Routed)
    app.add_middleware(Guard, settings=settings, refuse=_refused)
    app.add_middleware(Measured, metrics=app.state.metrics)
    for part in (home, pages, mine, nodes, stream, node_stream, metrics, reference, api, nodes_api):
        app.include_router(part.router)
    app.add_api_route("/robots.txt", _robots, include_in_schema=False)
    app.add_api_route("/healthz", _health, include_in_schema=False)
    app.mount("/static", site.assets)
    _answer_errors(app)
    return app


def _answer_errors(app: FastAPI) -> None:
    @app.exception_handler(errors.LemmataError)
    async def _ours(request: Request, error: errors.LemmataError) -> Response:
        note_refusal(request, error)
        return _answered(request, refusal_of(error), error)

    @app.exception_handler(SQLAlchemyError)
    async def _store(request: Request, error: SQLAlchemyError) -> Response:
        _log.error(
            "%s at %s", type(error).__name__, metrics.route_of(request.scope), extra=metrics.about(request)
        )
        return _answered(request, refusal_of(error), error)

    @app.exception_handler(RequestValidationError)
    async def _unreadable(request: Request, error: RequestValidationError) -> Response:
        faults = tuple(Fault(field, found["msg"]) for found in error.errors() if (field := _field(found)))
        words = f"{faults[0].field}: {faults[0].message}" if faults else WORDS[422]
        if not faults and request.url.path.startswith("/api/"):
            words = NO_OBJECT
        return _failed(request, 422, words, UnacceptableProblem(faults))

    @app.exception_handler(HTTPException)
    async def _refusal(request: Request, error: HTTPException) -> Response:
        return _refused(request, error)

    @app.exception_handler(Exception)
    async def _broken(request: Request, error: Exception) -> Response:
        _log.error("%s failed", metrics.route_of(request.scope), exc_info=error, extra=metrics.about(request))
        response = _failed(request, 500, WORDS[500])
        response.headers.update(HEADERS)  # this answer is made outside the guard
        return response


def _field(found: Mapping[str, Any]) -> str:
    """What an error is about; empty if that is the body as a whole."""
    return ".".join(part for part in found["loc"] if isinstance(part, str) and part != "body")


def _refused(request: Request, error: HTTPException) -> Response:
    standard = error.detail == http.HTTPStatus(error.status_code).phrase
    words = WORDS.get(error.status_code, error.detail) if standard else error.detail
    if error.detail == _UNREADABLE_BODY:
        words = NO_OBJECT if request.url.path.startswith("/api/") else WORDS[422]
    response = _failed(request, error.status_code, words)
    response.headers.update(error.headers or {})
    return response


def _answered(request: Request, refusal: Refusal, error: Exception) -> Response:
    response = _failed(request, refusal.status, refusal.words, error)
    response.headers.update(refusal.headers)
    return response


def _failed(request: Request, status: int, words: str, error: Exception | None = None) -> Response:
    """JSON for programs, a page in words for people."""
    phrase = http.HTTPStatus(status).phrase
    if request.url.path.startswith("/api/"):
        faults = error.faults if isinstance(error, UnacceptableProblem) else ()
        failure = api.Failure(
            code=phrase.lower().replace(" ", "_"),
            message=words,
            fields=[api.Fault(field=fault.field, message=fault.message) for fault in faults],
        )
        return JSONResponse({"error": failure.model_dump()}, status)
    site: Site = request.app.state.site
    return site.page(ErrorPage(status, _TITLES.get(status, phrase), words), status)


_TITLES = {
    403: "Not yours to change",
    404: "Nothing here",
    413: "Too long",
    429: "Too much at once",
    500: "Something went wrong",
    503: "Not available",
}


def _robots() -> PlainTextResponse:
    """What people set is not for search engines; the reference is."""
    return PlainTextResponse(
        "User-agent: *\nDisallow: /jobs/\nDisallow: /p/\nDisallow: /mine\nDisallow: /api/\n"
    )


async def _health(request: Request) -> PlainTextResponse:
    health: Timely[bool] = request.app.state.health
    if await health.answer(HEALTH_S):
        return PlainTextResponse("ok")
    return PlainTextResponse("The database does not answer.", 503)


def _is_there(db: Engine) -> bool:
    """Reads a table: SQLite opens no file for less."""
    with db.connect() as connection:
        connection.execute(select(jobs.c.arrival).limit(1)).first()
    return True
