"""Are the demo corpus, its questions and its little gold true to one another?"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from eval.demo import ARTICLES, CORPUS, DIALOGUES, QUESTIONS
from eval.places import Place
from eval.questions import Question, QuestionSet, read_questions, turns_of
from rag.corpus.articles import articles_of
from rag.corpus.files import find_files
from rag.corpus.page import Page
from rag.corpus.readers import read_pages
from rag.text.spans import without_layout

GOLD = json.loads(ARTICLES.read_text("utf-8"))
EXPECTED_TYPES = {
    "factoid-number": 23,
    "list": 21,
    "unanswerable": 16,
    "factoid-entity": 12,
    "definition": 12,
    "how": 12,
    "metadata": 12,
    "why": 9,
    "yes-no": 8,
    "cross-article": 8,
}
FOLLOW_UPS = {
    "pronoun",
    "ellipsis",
    "ordinal",
    "next-item",
    "more",
    "detail",
    "topic-switch",
    "go-back",
    "correction",
    "metadata",
    "unanswerable",
}


@cache
def pages() -> dict[tuple[str, str | None], Page]:
    found = find_files([CORPUS])
    assert not found.skipped
    read = [read_pages(file) for file in found.files]
    assert not [skipped for file in read for skipped in file.skipped]
    return {(page.file, page.record): page for file in read for page in file.pages}


@cache
def question_set(path: Path) -> QuestionSet:
    return read_questions(path)


def all_questions() -> tuple[Question, ...]:
    return question_set(QUESTIONS).questions + question_set(DIALOGUES).questions


def said_at(place: Place) -> str:
    text = pages()[place.file, place.record].text
    return without_layout("".join(text[piece.start : piece.end] for piece in place.pieces))


@cache
def everything() -> str:
    shown = [without_layout(page.text) for page in pages().values()]
    fields = [
        field or "" for page in pages().values() for field in (page.title, page.author, page.affiliation)
    ]
    return "\n".join([*shown, *fields])


def test_every_answer_is_what_its_place_in_the_file_says():
    places = [
        (answer.text, place)
        for question in all_questions()
        for answer in question.answers
        for place in answer.places
    ]
    assert len(places) > 250
    assert [(text, said_at(place)) for text, place in places if said_at(place) != without_layout(text)] == []


def test_an_answer_without_a_place_is_a_field_of_a_record():
    lines = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    unplaced = [answer for line in lines for answer in line["answers"] if "file" not in answer]
    assert unplaced
    for answer in unplaced:
        page = pages()[answer["field_of"]["file"], answer["field_of"]["record"]]
        assert answer["text"] in (page.title, page.author, page.affiliation)


def test_some_answers_cross_a_column_break():
    crossing = {
        (question.qid, len(place.pieces))
        for question in all_questions()
        for answer in question.answers
        for place in answer.places
        if len(place.pieces) > 1
    }
    assert len(crossing) == 3


def test_every_unanswerable_question_states_the_terms_that_were_searched():
    unanswerable = [question for question in all_questions() if question.type == "unanswerable"]
    assert all(not question.answers and not question.answerable for question in unanswerable)
    kinds = Counter(question.further["unans_kind"] for question in unanswerable)
    assert kinds["absent"] >= 6
    assert kinds["near-miss"] >= 6
    for question in unanswerable:
        hits = [term for term in question.further["terms"] if term in everything()]
        assert question.further["terms"]
        assert bool(hits) == (question.further["unans_kind"] == "near-miss"), question.question


def test_every_other_question_has_an_answer():
    assert [q.qid for q in all_questions() if q.type != "unanswerable" and not q.answers] == []


def test_the_single_questions_are_as_many_of_each_type_as_promised():
    assert Counter(question.type for question in question_set(QUESTIONS).questions) == EXPECTED_TYPES


def test_the_questions_are_asked_in_several_styles():
    styles = Counter(question.style for question in question_set(QUESTIONS).questions)
    assert set(styles) == {"plain", "colloquial", "keyword", "typo", "trad", "en"}
    assert min(styles.values()) >= 4


def test_the_conversations_follow_up_in_every_way():
    dialogues = question_set(DIALOGUES).entries
    assert len(dialogues) == 12
    for dialogue in dialogues:
        turns = turns_of(dialogue)
        assert len(turns) in (3, 4)
        assert turns[0].followup == "first"
        assert all(turn.further["standalone"] for turn in turns)
    assert {turn.followup for turn in question_set(DIALOGUES).questions} == FOLLOW_UPS | {"first"}


def test_no_two_questions_are_the_same():
    asked = [question.question for question in question_set(QUESTIONS).questions]
    assert len(set(asked)) == len(asked)


def test_one_page_is_in_gb18030_with_the_line_ends_of_windows():
    raw = (CORPUS / "云岫党建-调研与案例.txt").read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n") > 50
    with pytest.raises(UnicodeDecodeError):
        raw.decode("utf-8")
    assert pages()["云岫党建-调研与案例.txt", None].text == raw.decode("gb18030")


def labels(page: Page) -> set[tuple[object, ...]]:
    return {
        (
            article.record,
            str(article.kind),
            article.title and article.title.text,
            article.author and article.author.text,
            article.affiliation and article.affiliation.text,
            len(article.sections),
        )
        for article in articles_of(page)
    }


@pytest.mark.parametrize("file", sorted({entry["file"] for entry in GOLD}))
def test_a_page_is_read_into_the_articles_that_a_careful_reader_finds(file: str):
    expected = {
        (g["record"], g["kind"], g["title"], g["author"], g["affiliation"], g["headings"])
        for g in GOLD
        if g["file"] == file
    }
    parsed = set().union(*(labels(page) for (name, _), page in pages().items() if name == file))
    assert parsed == expected
