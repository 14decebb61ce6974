"""The held-out questions keep their format, hold no words of the texts, and agree with the data where it is."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from eval.held_out import DIALOGUES, QUESTIONS
from eval.held_out.__main__ import main
from eval.held_out.documents import corpus_files, held_out_documents
from eval.held_out.questions import with_answers
from eval.measures.citations import check_quotes
from eval.questions import read_questions
from eval.replies import RunReply, ShownAnswer
from eval.runs import match_run
from eval.scoring import score
from eval.sources import corpus_at

DATA = Path(__file__).parents[4] / "shared" / "data"
NEEDED = [DATA / name / "docs.jsonl.gz" for name in ("crud_news", "laws", "just_laws")]

FOLLOW_UPS = {
    "first",
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
TYPES = {
    "factoid-number": 82,
    "factoid-entity": 52,
    "list": 51,
    "how": 43,
    "yes-no": 25,
    "why": 21,
    "definition": 18,
    "metadata": 17,
    "cross-article": 10,
    "unanswerable": 62,
}
ITEMS = "一二三四五六七八九十"
LONGEST_ALT = 12
"""An ``alt`` is a number or a name in another form, never a stretch of the text."""

with_data = pytest.mark.skipif(
    not all(path.is_file() for path in NEEDED), reason="the public data is not beside the checkout"
)


@cache
def single() -> tuple[dict[str, Any], ...]:
    return tuple(map(json.loads, QUESTIONS.read_text("utf-8").splitlines()))


@cache
def conversations() -> tuple[dict[str, Any], ...]:
    return tuple(map(json.loads, DIALOGUES.read_text("utf-8").splitlines()))


def everything() -> list[dict[str, Any]]:
    return [*single(), *(turn for dialogue in conversations() for turn in dialogue["turns"])]


@cache
def files() -> dict[str, str]:
    return corpus_files(DATA, held_out_documents())


def compact(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_no_answer_brings_words_of_the_texts():
    known = {"file", "start", "end", "where", "also_at"}
    answers = [answer for question in everything() for answer in question["answers"]]
    assert {key for answer in answers for key in answer} == known
    assert {key for answer in answers for place in answer.get("also_at", []) for key in place} == {
        "file",
        "start",
        "end",
    }
    assert max(len(alt) for question in everything() for alt in question["alt"]) <= LONGEST_ALT


def test_the_questions_are_of_the_types_that_the_readme_counts():
    assert Counter(question["type"] for question in single()) == TYPES
    kinds = Counter(question.get("unans_kind") for question in single() if question["type"] == "unanswerable")
    assert kinds == {"near-miss": 38, "absent": 24}


def test_every_name_is_used_once():
    names = [question["qid"] for question in everything()]
    assert len(set(names)) == len(names) == 521
    assert len({dialogue["did"] for dialogue in conversations()}) == 31


def test_an_answer_stands_in_a_file_of_the_corpus():
    known = {document.file for document in held_out_documents()}
    for question in everything():
        places = [place for answer in question["answers"] for place in (answer, *answer.get("also_at", []))]
        assert {place["file"] for place in places} <= known
        assert all(0 <= place["start"] < place["end"] for place in places)
        assert question["article_ids"] == list(dict.fromkeys(a["file"] for a in question["answers"]))


def test_only_unanswerable_questions_are_without_an_answer():
    for question in everything():
        assert bool(question["answers"]) == (question["type"] != "unanswerable"), question["qid"]
        assert ("unans_kind" in question) == (question["type"] == "unanswerable"), question["qid"]
        assert bool(question["terms"]) == (question["type"] == "unanswerable"), question["qid"]


def test_a_list_has_as_many_items_as_the_question_names():
    counted = {
        question["qid"]: (said.group(1), len(question["answers"]))
        for question in single()
        if question["type"] == "list" and (said := re.search(r"哪([两三四五六])[^级]", question["question"]))
    }
    assert len(counted) >= 12
    assert all("两三四五六".index(number) + 2 == items for number, items in counted.values()), counted


def test_a_conversation_opens_with_a_first_turn_and_follows_it_up():
    for dialogue in conversations():
        kinds = [turn["followup"] for turn in dialogue["turns"]]
        assert kinds[0] == "first"
        assert set(kinds[1:]) <= FOLLOW_UPS - {"first"}
        assert 3 <= len(kinds) <= 5
        assert [turn["turn"] for turn in dialogue["turns"]] == list(range(1, len(kinds) + 1))
        assert all(turn["standalone"] for turn in dialogue["turns"])
    assert {turn["followup"] for dialogue in conversations() for turn in dialogue["turns"]} == FOLLOW_UPS


@pytest.mark.shared
@with_data
def test_the_words_at_an_answers_other_places_are_the_same():
    for question in everything():
        for answer in question["answers"]:
            said = {
                files()[place["file"]][place["start"] : place["end"]]
                for place in (answer, *answer.get("also_at", []))
            }
            assert len(said) == 1, question["qid"]
            (text,) = said
            assert text == text.strip() != "", question["qid"]


@pytest.mark.shared
@with_data
def test_answers_of_one_question_do_not_overlap():
    for question in everything():
        spans = sorted((a["file"], a["start"], a["end"]) for a in question["answers"])
        for (file, _, end), (next_file, start, _) in pairwise(spans):
            assert file != next_file or end <= start, question["qid"]


@pytest.mark.shared
@with_data
def test_a_numbered_enumeration_is_given_whole():
    checked = 0
    for question in everything():
        marks = [_mark_before(answer) for answer in question["answers"]]
        if question["type"] == "list" and all(marks):
            checked += 1
            last = question["answers"][-1]
            follows = files()[last["file"]][last["end"] : last["end"] + 6]
            assert marks == list(ITEMS[: len(marks)]), question["qid"]
            assert not re.search(f"[(（]{ITEMS[len(marks)]}[)）]", follows), question["qid"]
    assert checked >= 15


def _mark_before(answer: dict[str, Any]) -> str:
    before = files()[answer["file"]][max(0, answer["start"] - 4) : answer["start"]]
    mark = re.search(r"[(（]([一二三四五六七八九十])[)）]$", before)
    return mark.group(1) if mark else ""


@pytest.mark.shared
@with_data
def test_searched_terms_occur_for_a_near_miss_and_never_for_an_absent_one():
    texts = [compact(text) for text in files().values()]
    for question in everything():
        found = [any(compact(term) in text for text in texts) for term in question["terms"]]
        if question.get("unans_kind") == "near-miss":
            assert all(found), question["qid"]
        elif question["terms"]:
            assert not any(found), question["qid"]


@pytest.mark.shared
@with_data
def test_what_the_builder_writes_is_a_corpus_with_a_set_that_its_own_answers_satisfy(tmp_path: Path):
    main(["--data", str(DATA), "--out", str(tmp_path)])
    for name in (QUESTIONS.name, DIALOGUES.name):
        questions = read_questions(tmp_path / name)
        replies = [
            RunReply(
                question.qid,
                "",
                "",
                not question.answers,
                None,
                tuple(ShownAnswer(answer.text, answer.places[0]) for answer in question.answers),
                (),
                (),
                0.0,
            )
            for question in questions.questions
        ]
        means = score(questions, match_run("oracle", replies, questions)).all
        assert {means[measure].value for measure in ("correct", "answer_coverage", "precision")} == {1.0}
        assert check_quotes(replies, corpus_at(tmp_path / "corpus")) == []


def test_a_data_folder_without_the_sets_is_a_plain_message(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit):
        main(["--data", str(tmp_path), "--out", str(tmp_path / "out")])
    assert "no such data file" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_answers_get_their_words_from_their_places(tmp_path: Path):
    lines = tmp_path / "q.jsonl"
    place = {"file": "甲.txt", "start": 0, "end": 2}
    lines.write_text(
        json.dumps({"qid": "1", "answers": [place]})
        + "\n"
        + json.dumps({"did": "d", "turns": [{"qid": "2", "answers": []}]})
        + "\n",
        "utf-8",
    )
    assert list(with_answers(lines, {"甲.txt": "站区换灯"})) == [
        {"qid": "1", "answers": [{"text": "站区", **place}]},
        {"did": "d", "turns": [{"qid": "2", "answers": []}]},
    ]
