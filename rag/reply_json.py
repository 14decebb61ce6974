"""The reply as scripts read it: the JSON object of the contract, field by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from rag.answering.answer import Abstention, AnswerItem
from rag.answering.citation import Citation
from rag.corpus.article import Article
from rag.explained_json import explanation_object
from rag.place import place_of
from rag.reply import Passage, Reply
from rag.retrieval.explained import Explained
from rag.retrieval.hits import LegScores
from rag.text.spans import Span


def reply_object(
    reply: Reply, qid: str | None = None, explained: Iterable[Explained] | None = None
) -> dict[str, Any]:
    """One reply as plain JSON values; ``qid`` is passed through from a question set.

    Where there is something ``explained``, each passage says why it was found; ``null`` where nobody knows.
    """
    answer = reply.answer
    passages = [_passage(passage) for passage in reply.passages]
    if explained is not None:
        why = {one.hit.chunk: explanation_object(one) for one in explained}
        for shown, passage in zip(passages, reply.passages, strict=True):
            shown["explanation"] = why.get(passage.hit.chunk)
    return {
        "qid": qid,
        "question": reply.question,
        "understood_as": reply.understood_as,
        "kind": reply.kind.value,
        "abstained": reply.abstained,
        "reason": answer.reason.zh if isinstance(answer, Abstention) else None,
        "answers": [_answer(item) for item in answer.items],
        "citations": [_citation(citation) for citation in reply.citations],
        "passages": passages,
        "generation": reply.generation,
        "seconds": reply.seconds,
        "corrections": [asdict(one) for one in reply.corrections],
        "filters": reply.filters.given or None,
        "held_back": isinstance(answer, Abstention) and answer.held_back,
        "confidence": reply.confidence,
    }


def _answer(item: AnswerItem) -> dict[str, Any]:
    return {
        "text": item.quote.text,
        "citation": item.citation,
        "file": item.quote.file,
        "pieces": pairs(item.quote.pieces),
        "score": item.score,
        "lit": [item.lit.start, item.lit.end] if item.lit else None,
    }


def _citation(citation: Citation) -> dict[str, Any]:
    article = citation.article
    place = place_of(article, citation.quote.pieces)
    return {
        "number": citation.number,
        "article_id": article.article_id,
        "title": article.title.text if article.title else None,
        "author": article.author.text if article.author else None,
        "affiliation": article.affiliation.text if article.affiliation else None,
        "section": list(citation.path),
        "file": article.file,
        "record": article.record,
        "pieces": pairs(citation.quote.pieces),
        "quote": citation.quote.text,
        "place": place.zh if place else None,
        **imprint_fields(article),
        "reprints": len(citation.printed_in),
        "reprinted_in": [_printing(printing) for printing in citation.printed_in],
    }


def _printing(article: Article) -> dict[str, Any]:
    return {
        "article_id": article.article_id,
        "file": article.file,
        "record": article.record,
        "title": article.title.text if article.title else None,
        **imprint_fields(article),
    }


def imprint_fields(article: Article) -> dict[str, str | None]:
    """Where the article was printed, in the words of its page; ``None`` where nothing says so."""
    imprint = article.imprint
    return {
        "newspaper": imprint.newspaper.text if imprint.newspaper else None,
        "date": imprint.date.text if imprint.date else None,
        "edition": imprint.edition.text if imprint.edition else None,
        "column": imprint.column.text if imprint.column else None,
    }


def _passage(passage: Passage) -> dict[str, Any]:
    hit, article = passage.hit, passage.article
    return {
        "rank": hit.rank,
        "article_id": article.article_id,
        "title": article.title.text if article.title else None,
        "section": list(hit.chunk.path),
        "file": article.file,
        "record": article.record,
        "pieces": pairs(passage.pieces),
        "score": hit.score,
        "scores": _scores(hit.scores),
    }


def _scores(scores: LegScores) -> dict[str, float]:
    """``rerank`` stands there only where a reranker read the passage."""
    legs = {"bm25": scores.bm25, "dense": scores.dense}
    return legs if scores.rerank is None else {**legs, "rerank": scores.rerank}


def pairs(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as ``[start, end]`` lists."""
    return [[span.start, span.end] for span in spans]
