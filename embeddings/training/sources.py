"""Which texts and questions is the bundled model made from, and what do their licences ask?

The folder given holds one folder a set, with gzipped JSON Lines: ``passages {"pid","title","text"}``,
``questions {"qid","question","pid","answers":[{"text","start"}]}``, ``docs {"id","title","text"}``.
"""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from embeddings.errors import UserError, Words
from embeddings.thesaurus import Group, groups
from embeddings.training.own_questions import EVERYDAY, PLACED, everyday_questions, placed_questions


class TrainingDataMissing(UserError):
    """A file that the training reads is not in the folder given."""


@dataclass(frozen=True)
class Source:
    """A set of texts, or of questions with the passages that answer them."""

    folder: str
    kind: Literal["documents", "questions"]
    questions: str
    """The file of questions that may be learnt from; the set's other questions are kept for measuring."""
    licence: str
    attribution: str


SOURCES = (
    Source(
        "cmrc2018",
        "questions",
        "questions_train.jsonl.gz",
        "CC BY-SA 4.0",
        "CMRC 2018 (Cui et al., 2019), training part",
    ),
    Source(
        "drcd_s",
        "questions",
        "questions_dev.jsonl.gz",
        "CC BY-SA 3.0",
        "DRCD (Shao et al., 2018), development part",
    ),
    Source(
        "xquad_zh",
        "questions",
        "questions_test.jsonl.gz",
        "CC BY-SA 4.0",
        "XQuAD, Chinese (Artetxe et al., 2020)",
    ),
    Source("laws", "documents", "", "official texts", "laws and regulations, as gathered by LawRefBook"),
    Source("just_laws", "documents", "", "official texts", "laws and regulations, as gathered by just-laws"),
    Source("crud_news", "documents", "", "language statistics only", "news of 2023, as gathered by CRUD-RAG"),
)
"""Only what may be shipped: share-alike sets, official texts, and news whose sentences leave no trace."""


@dataclass(frozen=True)
class Document:
    """A text with its title; Markdown headings and line breaks are kept."""

    source: str
    title: str
    text: str
    record: str = ""
    """Its id in the set."""


@dataclass(frozen=True)
class LabelledQuestion:
    """A question that somebody wrote for a passage."""

    question: str
    passage: int
    """The passage's number among the documents."""
    start: int
    """Where its answer begins in the passage's text; -1 where it is not there word for word."""
    own: bool = False
    """Written for this project: ``start`` is where the passage that answers begins, which may be long."""


@dataclass(frozen=True)
class TrainingTexts:
    """All that is learnt from."""

    documents: list[Document]
    questions: list[LabelledQuestion]
    same_words: Sequence[Group] = ()
    """Groups of words that can stand for each other."""


def read_texts(data: Path, documents_share: float = 1.0) -> TrainingTexts:
    """Every source under ``data``, and the questions of our own.

    Of plain documents the first ``documents_share`` of each hundred are read. Passages that only questions kept for
    measuring ask about are left out, and so are questions of our own whose document is.
    """
    texts = TrainingTexts([], [], groups())
    for source in SOURCES:
        folder = data / source.folder
        if source.kind == "questions":
            _read_questions(folder, source, texts)
        else:
            texts.documents.extend(_read_documents(folder, source.folder, documents_share))
    _add_placed(texts)
    _add_everyday(texts)
    return texts


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a gzipped JSON Lines file."""
    if not path.is_file():
        raise TrainingDataMissing(
            Words("缺少训练数据", "training data is missing"),
            where=str(path),
            mend=Words("用 --data 指明数据所在的文件夹", "name the folder that holds it with --data"),
        )
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def plain(text: str) -> str:
    """``text`` as the tokenizer sees it, with every character kept in its place where possible."""
    return unicodedata.normalize("NFKC", text).lower()


def _read_documents(folder: Path, source: str, share: float) -> Iterator[Document]:
    for number, record in enumerate(read_records(folder / "docs.jsonl.gz")):
        if number % 100 < share * 100:
            yield Document(source, record["title"], record["text"], record["id"])


def _read_questions(folder: Path, source: Source, texts: TrainingTexts) -> None:
    passages = {record["pid"]: record for record in read_records(folder / "passages.jsonl.gz")}
    numbers: dict[str, int] = {}
    for record in read_records(folder / source.questions):
        pid = record["pid"]
        if pid not in numbers:
            numbers[pid] = len(texts.documents)
            found = passages[pid]
            texts.documents.append(Document(source.folder, found["title"], found["text"], pid))
        start = record["answers"][0]["start"] if record["answers"] else -1
        texts.questions.append(LabelledQuestion(record["question"], numbers[pid], start))


def _add_placed(texts: TrainingTexts) -> None:
    """The questions of our own whose documents are there and that are not kept for measuring."""
    numbers = {document.record: number for number, document in enumerate(texts.documents)}
    for name in PLACED:
        for asked in placed_questions(name):
            if asked.document in numbers and not asked.kept:
                number = numbers[asked.document]
                texts.questions.append(LabelledQuestion(asked.question, number, asked.start, own=True))


def _add_everyday(texts: TrainingTexts) -> None:
    for asked in everyday_questions():
        if not asked.kept:
            texts.questions.append(LabelledQuestion(asked.question, len(texts.documents), 0, own=True))
            texts.documents.append(Document(EVERYDAY, "", asked.answer))
