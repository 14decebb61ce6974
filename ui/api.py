"""Which addresses answer to programs? ``GET /healthz``, and ``POST /ask`` with the contract's reply object."""

from __future__ import annotations

import logging
from typing import Annotated

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from rag.assistant import Assistant
from rag.corpus.article import ArticleKind
from rag.errors import UserError
from rag.reply_json import reply_object
from rag.retrieval.filters import FilterNotUnderstood, Filters

_log = logging.getLogger(__name__)

MOST_PASSAGES = 100
"""Retrieved passages that one request may ask for."""


class Wanted(BaseModel, extra="forbid"):
    """The filters of a question, as ``rag.retrieval.filters`` reads them."""

    newspaper: str | None = None
    author: str | None = None
    affiliation: str | None = None
    title: str | None = None
    file: str | None = None
    column: str | None = None
    since: str | None = None
    until: str | None = None
    kind: ArticleKind | None = None


class Question(BaseModel):
    """The body of ``POST /ask``."""

    question: str
    passages: Annotated[int, Field(ge=0, le=MOST_PASSAGES)] = 10
    filters: Wanted = Wanted()


def build_api(assistant: Assistant) -> FastAPI:
    """The two addresses, without the page; nothing else is published, not even a description of them."""
    api = FastAPI(title="WenJu", docs_url=None, redoc_url=None, openapi_url=None)

    @api.get("/healthz")
    def healthz() -> JSONResponse:
        try:
            generation = assistant.warm().generation
        except UserError as error:
            return _unavailable(error)
        reranker = {"reranker": assistant.reranker} if assistant.reranker else {}
        return JSONResponse({"status": "ok", "generation": generation, **reranker})

    @api.post("/ask")
    def ask(body: Question) -> JSONResponse:
        try:
            filters = Filters(**body.filters.model_dump())
            reply = assistant.ask(body.question, passages=body.passages, filters=filters)
            return JSONResponse(reply_object(reply))
        except FilterNotUnderstood as error:
            return _told("refused", error, 422)
        except UserError as error:
            return _unavailable(error)

    return api


def _unavailable(error: UserError) -> JSONResponse:
    _log.warning("cannot answer: %s", error)
    return _told("unavailable", error, 503)


def _told(status: str, error: UserError, code: int) -> JSONResponse:
    said = {"status": status, "reason": error.say("zh"), "reason_en": error.say("en")}
    return JSONResponse(said, status_code=code)
