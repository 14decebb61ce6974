"""A small page of our own with questions over it and replies to them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eval.questions import QuestionSet, read_questions
from eval.replies import RunReply, reply_of
from eval.runs import Run, match_run
from eval.scoring import Record, score

FILE = "通风.txt"
TEXT = """# 井下通风管理的三点做法

一、建立测风制度
每旬由通风区测风一次,全年测风36次,风量不足的当班停产整改。

二、配齐测风人员
通风区现有测风员8人,均持证上岗。
"""


class Exam:
    """Question and reply objects about one page, as a file holds them."""

    text = TEXT

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def piece(self, text: str) -> list[int]:
        start = TEXT.index(text)
        return [start, start + len(text)]

    def shown(self, text: str, **fields: object) -> dict[str, Any]:
        return {
            "text": text,
            "citation": 1,
            "file": FILE,
            "pieces": [self.piece(text)],
            "score": 1.0,
            **fields,
        }

    def passage(self, text: str, article: str = "甲", **fields: object) -> dict[str, Any]:
        place = {"file": FILE, "record": None, "pieces": [self.piece(text)]}
        return {"article_id": article, "section": [], "score": 2.5, **place, **fields}

    def citation(self, text: str, article: str = "甲") -> dict[str, Any]:
        return {
            "article_id": article,
            "quote": text,
            "file": FILE,
            "record": None,
            "pieces": [self.piece(text)],
        }

    def reply(self, qid: str, *answers: dict[str, Any], **fields: object) -> dict[str, Any]:
        """It abstains when it shows nothing."""
        return {
            "qid": qid,
            "abstained": not answers,
            "reason": None if answers else "资料中没有",
            "answers": list(answers),
            "citations": [],
            "passages": [],
            "seconds": 0.02,
            **fields,
        }

    def asked(self, qid: str, *gold: str, **fields: object) -> dict[str, Any]:
        answers = []
        for text in gold:
            start, end = self.piece(text)
            answers.append({"text": text, "file": FILE, "start": start, "end": end})
        return {
            "qid": qid,
            "question": f"{qid} 怎样？",
            "type": "how",
            "mode": "all",
            "answers": answers,
            **fields,
        }

    def questions(self, *entries: dict[str, Any]) -> QuestionSet:
        """A set read from a file as any other."""
        path = self.folder / "questions.jsonl"
        path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in entries), encoding="utf-8")
        return read_questions(path)

    def run(self, questions: QuestionSet, *replies: dict[str, Any]) -> Run:
        return match_run("运行.jsonl", map(reply_of, replies), questions)

    def record(self, question: dict[str, Any], reply: dict[str, Any]) -> Record:
        """One question, measured."""
        questions = self.questions(question)
        return score(questions, self.run(questions, reply)).records[0]

    def typed(self, reply: dict[str, Any]) -> RunReply:
        return reply_of(reply)


@pytest.fixture
def exam(tmp_path: Path) -> Exam:
    return Exam(tmp_path)
