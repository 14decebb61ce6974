"""An explanation as scripts read it: one JSON object a page, field by field."""

from __future__ import annotations

from typing import Any

from rag.explanation.entries import (
    ArticleFound,
    Doubt,
    Dropped,
    Explanation,
    ForeignFound,
    MarkFound,
    Place,
    SeamMade,
    Stretch,
)
from rag.reply_json import pairs


def explanation_object(explanation: Explanation) -> dict[str, Any]:
    """One page as plain JSON values; places are code points of its text, words are Chinese."""
    style = explanation.style
    return {
        "file": explanation.file,
        "record": explanation.record,
        "length": explanation.length,
        "setting": {
            "words": explanation.setting.zh,
            "wrapped": style.wrapped,
            "width": style.width,
            "indents": style.indents,
            "blank_parts": style.blank_parts,
        },
        "dropped": [_dropped(one) for one in explanation.dropped],
        "articles": [_article(one) for one in explanation.articles],
        "marks": [_mark(one) for one in explanation.marks],
        "seams": [_seam(one) for one in explanation.seams],
        "foreign": [_foreign(one) for one in explanation.foreign],
        "doubts": [_doubt(one) for one in explanation.doubts],
    }


def _place(place: Place) -> dict[str, Any]:
    where = place.in_document.zh if place.in_document else None
    return {"pieces": pairs(place.spans), "line": place.line, "last_line": place.last_line, "place": where}


def _dropped(one: Dropped) -> dict[str, Any]:
    return {"kind": one.kind, "why": one.why.zh, "text": one.text, **_place(one.place)}


def _article(one: ArticleFound) -> dict[str, Any]:
    return {
        "number": one.number,
        "article_id": one.article_id,
        "kind": one.kind.value,
        "title": one.title,
        "author": one.author,
        "affiliation": one.affiliation,
        "stretches": [_stretch(stretch) for stretch in one.stretches],
    }


def _stretch(one: Stretch) -> dict[str, Any]:
    return {"begins": one.begins, "ends": one.ends, "goes_on": one.goes_on, **_place(one.place)}


def _mark(one: MarkFound) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "what": one.what.zh,
        "text": one.text,
        "article": one.article,
        **_place(one.place),
    }


def _seam(one: SeamMade) -> dict[str, Any]:
    return {
        "before": one.before,
        "behind": one.behind,
        "score": round(one.score, 3),
        "reasons": [
            {"name": reason.name, "points": round(reason.points, 3), "words": reason.words.zh}
            for reason in one.reasons
        ],
        "article": one.article,
        **_place(one.place),
    }


def _foreign(one: ForeignFound) -> dict[str, Any]:
    return {
        "text": one.text,
        "stands_in": one.stands_in,
        "belongs_to": one.belongs_to,
        **_place(one.place),
    }


def _doubt(one: Doubt) -> dict[str, Any]:
    return {"kind": one.kind, "words": one.words.zh, "article": one.article, **_place(one.place)}
