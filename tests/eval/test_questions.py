"""Question sets are read whole or their faults are told all at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval.errors import QuestionSetError
from eval.places import Place
from eval.questions import Dialogue, read_questions
from rag.text.spans import Span

if TYPE_CHECKING:
    from tests.eval.conftest import Exam


def written(tmp_path: Path, *lines: str):
    path = tmp_path / "题集.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_single_questions_and_dialogues_stand_in_one_set(exam: Exam):
    turns = [exam.asked("d1-1", "36次", followup="first"), exam.asked("d1-2", "8人", followup="ellipsis")]
    questions = exam.questions(exam.asked("q1", "每旬"), {"did": "d1", "turns": turns})
    assert [question.qid for question in questions.questions] == ["q1", "d1-1", "d1-2"]
    assert [question.turn for question in questions.questions] == ["single", "first", "follow-up"]
    assert isinstance(questions.entries[1], Dialogue)


def test_turns_without_names_are_named_by_their_dialogue(exam: Exam):
    questions = exam.questions({"did": "d1", "turns": [{"question": "谁？"}, {"question": "那他呢？"}]})
    assert [(q.qid, q.followup) for q in questions.questions] == [("d1-1", "first"), ("d1-2", "follow-up")]


def test_unknown_types_and_fields_pass_through(exam: Exam):
    question = exam.questions(exam.asked("q1", "每旬", type="比较", difficulty=3)).questions[0]
    assert question.type == "比较"
    assert question.further["difficulty"] == 3


def test_places_have_pieces_in_reading_order_and_further_places(exam: Exam):
    answer = {"text": "党组织", "file": "甲.txt", "start": 90, "end": 12, "pieces": [[90, 92], [11, 12]]}
    also = [{"file": "乙.txt", "start": 3, "end": 6}]
    question = exam.questions(exam.asked("q1") | {"answers": [answer | {"also_at": also}]}).questions[0]
    assert question.answers[0].places == (
        Place("甲.txt", None, (Span(90, 92), Span(11, 12))),
        Place("乙.txt", None, (Span(3, 6),)),
    )


def test_a_question_without_answers_and_records_is_unanswerable(exam: Exam):
    questions = exam.questions(exam.asked("q1"), {"qid": "q2", "question": "测风", "records": ["甲"]})
    assert [question.answerable for question in questions.questions] == [False, True]


def test_all_faults_are_told_at_once_with_their_lines(tmp_path: Path):
    good = json.dumps({"qid": "q1", "question": "谁？"})
    lines = [good, "{", "[]", "", '{"qid": "q2"}', good, '{"qid": "q3", "question": "谁？", "mode": "both"}']
    place = json.dumps(
        {"qid": "q4", "question": "谁？", "answers": [{"text": "他", "file": "a", "start": 5, "end": 5}]}
    )
    with pytest.raises(QuestionSetError) as caught:
        read_questions(written(tmp_path, *lines, place, '{"did": "d1", "turns": []}'))
    said = caught.value.say("zh")
    assert "第 2 行：不是 JSON" in said
    assert "第 3 行：不是一个对象" in said
    assert "第 5 行：缺少 question" in said
    assert "第 6 行：qid q1 已在第 1 行用过" in said
    assert "第 7 行：mode" in said
    assert "第 8 行：位置 [5, 5]" in said
    assert "第 9 行：对话没有 turns" in said


def test_many_faults_do_not_fill_the_screen(tmp_path: Path):
    with pytest.raises(QuestionSetError, match="and 5 more"):
        read_questions(written(tmp_path, *["{"] * 25))


@pytest.mark.parametrize(("content", "said"), [(b"", "没有问题"), (b"\xff\xfe\x00", "不是 UTF-8")])
def test_an_empty_or_foreign_file_is_no_question_set(tmp_path: Path, content: bytes, said: str):
    path = tmp_path / "题集.jsonl"
    path.write_bytes(content)
    with pytest.raises(QuestionSetError) as caught:
        read_questions(path)
    assert said in caught.value.say("zh")


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(QuestionSetError, match=r"无此\.jsonl"):
        read_questions(tmp_path / "无此.jsonl")
