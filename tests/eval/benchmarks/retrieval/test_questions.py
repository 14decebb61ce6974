from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.benchmarks.retrieval.questions import Collection, collection
from eval.errors import QuestionSetError
from eval.questions import QuestionSet, read_questions
from rag.index.refresh import refresh
from rag.index.request import RefreshRequest

NOTICE = (
    "白石镇文化站本周起开放露天书场。书场设在老码头旁边的榕树下,每逢周六傍晚由说书人何秋生开讲。"
    "听众可以自带板凳,雨天改在镇礼堂。文化站备有凉茶三十壶,并为老人留出前排座位。"
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One notice in two papers, and another article."""
    folder = tmp_path_factory.mktemp("语料")
    records = [
        {"id": "早报", "title": "露天书场开讲", "text": NOTICE},
        {"id": "晚报", "title": "书场开到榕树下", "text": NOTICE},
        {"id": "周报", "title": "渔具展", "text": "渔具展在镇上开幕。展品有渔网和蓑衣。"},
    ]
    lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    (folder / "镇报.jsonl").write_text("".join(lines), encoding="utf-8")
    refresh(RefreshRequest((folder,), folder.parent / "镇报索引"))
    return folder.parent / "镇报索引"


def asked(folder: Path, *entries: dict[str, Any]) -> QuestionSet:
    path = folder / "题.jsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entries), "utf-8")
    return read_questions(path)


def answer(text: str, record: str) -> dict[str, Any]:
    start = NOTICE.index(text)
    return {"text": text, "file": "镇报.jsonl", "record": record, "start": start, "end": start + len(text)}


def test_a_passage_is_right_for_its_own_questions_and_for_those_of_its_copy(
    found: Collection, article_of: dict[str, str]
):
    judged = found.sets["river"]
    assert [one.right for one in judged] == [{article_of["r1"]}, {article_of["r1"]}, {article_of["p1"]}]
    assert [one.cluster for one in judged] == ["r1", "r1", "p1"]


def test_all_printings_of_the_right_article_are_one(index: Path, tmp_path: Path):
    questions = asked(
        tmp_path,
        {"qid": "1", "question": "谁在书场说书?", "answers": [answer("何秋生", "早报")]},
        {"qid": "2", "question": "书场设在哪里?", "answers": [answer("老码头旁边的榕树下", "晚报")]},
    )
    first, second = collection(index, {"镇报": questions}).sets["镇报"]
    assert len(first.right) == 1
    assert first.right == second.right


def test_what_cannot_be_asked_by_itself_or_has_no_answer_is_left_out(index: Path, tmp_path: Path):
    said = answer("何秋生", "早报")
    questions = asked(
        tmp_path,
        {
            "did": "对话",
            "turns": [
                {"question": "谁在书场说书?", "answers": [said]},
                {"question": "他几时开讲?", "answers": [said]},
                {"question": "他在哪里?", "standalone": "何秋生在哪里开讲?", "answers": [said]},
            ],
        },
        {"qid": "空", "question": "书场收门票吗?", "answers": []},
    )
    judged = collection(index, {"镇报": questions}).sets["镇报"]
    assert [one.text for one in judged] == ["谁在书场说书?", "何秋生在哪里开讲?"]


def test_questions_about_another_corpus_are_told(index: Path, tmp_path: Path):
    place = {"text": "何秋生", "file": "别处.md", "start": 0, "end": 3}
    questions = asked(tmp_path, {"qid": "1", "question": "谁说书?", "answers": [place]})
    with pytest.raises(QuestionSetError, match="no question has its answer"):
        collection(index, {"别处": questions})
