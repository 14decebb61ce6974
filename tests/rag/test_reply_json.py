from __future__ import annotations

import json
from typing import Any

import pytest

from rag.assistant import Assistant
from rag.reply_json import pairs, reply_object
from rag.text.spans import Span

REPLY = [
    "qid", "question", "understood_as", "kind", "abstained", "reason", "answers", "citations", "passages",
    "generation", "seconds", "corrections", "filters", "held_back", "confidence",
]  # fmt: skip
ANSWER = ["text", "citation", "file", "pieces", "score", "lit"]
CITATION = [
    "number", "article_id", "title", "author", "affiliation", "section", "file", "record", "pieces", "quote",
    "place",
    "newspaper", "date", "edition", "column",
    "reprints", "reprinted_in",
]  # fmt: skip
PASSAGE = ["rank", "article_id", "title", "section", "file", "record", "pieces", "score", "scores"]


def asked(assistant: Assistant, question: str, qid: str | None = None) -> dict[str, Any]:
    return reply_object(assistant.ask(question), qid)


@pytest.mark.parametrize("question", ["渡口安全存在哪些短板?", "程野写过什么文章?", "火星有几座发射场?", ""])
def test_the_reply_has_exactly_the_fields_of_the_contract(assistant: Assistant, question: str):
    shown = asked(assistant, question)
    assert list(shown) == REPLY
    assert all(list(answer) == ANSWER for answer in shown["answers"])
    assert all(list(citation) == CITATION for citation in shown["citations"])
    assert all(list(passage) == PASSAGE for passage in shown["passages"])
    assert all(list(passage["scores"]) == ["bm25", "dense"] for passage in shown["passages"])


@pytest.mark.parametrize(
    "question", ["渡口安全存在哪些短板?", "程野写过什么文章?", "火星有几座发射场?", "", "\x00"]
)
def test_the_reply_is_the_same_after_writing_and_reading(assistant: Assistant, question: str):
    shown = asked(assistant, question)
    assert json.loads(json.dumps(shown, ensure_ascii=False, allow_nan=False)) == shown


EXPLANATION = [
    "because", "parts", "words", "scattered", "missing", "cosine", "leg", "word_rank", "meaning_rank", "looked_at",
]  # fmt: skip


def test_what_is_explained_is_a_further_field_of_each_passage(assistant: Assistant):
    reply = assistant.ask("码头夜校全年培训多少名船员?")
    shown = reply_object(reply, explained=assistant.explain(reply.understood, passages=2))
    first, second, third, *_ = shown["passages"]
    assert list(first) == [*PASSAGE, "explanation"]
    assert list(first["explanation"]) == EXPLANATION
    assert list(first["explanation"]["parts"]) == ["passage", "article", "coverage", "meaning", "focus"]
    assert list(first["explanation"]["words"][0]) == [
        "text", "score", "share", "rarity", "occurrences", "meant", "earlier",
    ]  # fmt: skip
    assert sum(second["explanation"]["parts"].values()) == pytest.approx(second["score"])
    assert third["explanation"] is None
    assert json.loads(json.dumps(shown, ensure_ascii=False, allow_nan=False)) == shown


def test_the_id_of_a_question_is_passed_through(assistant: Assistant):
    assert asked(assistant, "渡口安全存在哪些短板?", "q-1")["qid"] == "q-1"
    assert asked(assistant, "渡口安全存在哪些短板?")["qid"] is None


def test_an_answer_is_told_with_its_places_and_its_citation(assistant: Assistant):
    reply = assistant.ask("渡口安全存在哪些短板?")
    shown = reply_object(reply)
    first, item = shown["answers"][0], reply.answer.items[0]
    (piece,) = item.quote.pieces
    assert shown["kind"] == "list"
    assert (first["text"], first["citation"], first["file"]) == ("船员培训流于形式", 1, "渡口.md")
    assert first["pieces"] == [[piece.start, piece.end]]
    assert (shown["abstained"], shown["reason"]) == (False, None)


def test_a_citation_is_told_with_its_article_and_headings(assistant: Assistant):
    citation = asked(assistant, "码头夜校全年培训多少名船员?")["citations"][0]
    assert citation["number"] == 1
    assert (citation["title"], citation["author"]) == ("把安全写在渡口上", "沈渡")
    assert citation["affiliation"] == "青湾航运公司"
    assert citation["section"] == ["二、加强渡口安全的路径", "(二)办好码头夜校"]
    assert (citation["file"], citation["record"]) == ("渡口.md", None)


def test_a_record_is_named_and_its_fields_have_no_place(assistant: Assistant):
    shown = asked(assistant, "程野写过什么文章?")
    assert (shown["citations"][0]["file"], shown["citations"][0]["record"]) == ("巡线.jsonl", "巡-7")
    assert shown["answers"][0]["pieces"] == []


def test_an_abstention_tells_its_reason_and_its_passages_but_no_answer(assistant: Assistant):
    shown = asked(assistant, "火星有几座发射场?")
    assert shown["abstained"] is True
    assert "火星" in shown["reason"]
    assert (shown["answers"], shown["citations"]) == ([], [])
    assert [passage["rank"] for passage in shown["passages"]] == list(range(1, 11))


def test_the_score_of_a_passage_is_the_sum_of_its_legs(assistant: Assistant):
    for passage in asked(assistant, "码头夜校全年培训多少名船员?")["passages"]:
        assert passage["score"] == pytest.approx(passage["scores"]["bm25"] + passage["scores"]["dense"])


def test_the_lit_words_are_told_by_their_place_in_the_text(assistant: Assistant):
    (answer,) = asked(assistant, "码头夜校全年培训多少名船员?")["answers"]
    start, end = answer["lit"]
    assert answer["text"][start:end] == "412名"
    assert asked(assistant, "程野写过什么文章?")["answers"][0]["lit"] is None


def test_a_confidence_is_told_unless_nothing_is_asked(assistant: Assistant):
    known, unknown = (
        asked(assistant, q)["confidence"] for q in ("码头夜校全年培训多少名船员?", "火星有几座发射场?")
    )
    assert 1 >= known > 0.8 > unknown >= 0
    assert asked(assistant, "什么?")["confidence"] is None
    assert asked(assistant, "")["confidence"] is None


def test_spans_are_pairs():
    assert pairs([Span(1, 3), Span(5, 8)]) == [[1, 3], [5, 8]]
    assert pairs([]) == []
