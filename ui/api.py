"""Which addresses answer to programs? ``GET /healthz``, and ``POST /ask`` with the contract's reply object."""

from __future__ import annotations

import logging
from typing import Annotated

from fastapi import FastAPI
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from rag.assistant import Assistant
from rag.errors import UserError
from rag.reply_json import reply_object

_log = logging.getLogger(__name__)

MOST_PASSAGES = 100
"""Retrieved passages that one request may ask for."""


class Question(BaseModel):
    """The body of ``POST /ask``."""

    question: str
    passages: Annotated[int, Field(ge=0, le=MOST_PASSAGES)] = 10


def build_api(assistant: Assistant) -> FastAPI:
    """The two addresses, without the page; nothing else is published, not even a description of them."""
    api = FastAPI(title="WenJu", docs_url=None, redoc_url=None, openapi_url=None)

    @api.get("/healthz")
    def healthz() -> JSONResponse:
        try:
            generation = assistant.snapshot().generation
        except UserError as error:
            return _unavailable(error)
        return JSONResponse({"status": "ok", "generation": generation})

    @api.post("/ask")
    def ask(body: Question) -> JSONResponse:
        try:
            return JSONResponse(reply_object(assistant.ask(body.question, passages=body.passages)))
        except UserError as error:
            return _unavailable(error)

    return api


def _unavailable(error: UserError) -> JSONResponse:
    _log.warning("cannot answer: %s", error)
    return JSONResponse(
        {"status": "unavailable", "reason": error.say("zh"), "reason_en": error.say("en")}, status_code=503
    )
