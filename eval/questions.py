"""What was asked, and what is the right answer? Question sets, read and checked.

JSON Lines; a line is a question or a dialogue ``{"did", "turns": [question, …]}``. A question::

    {"qid", "question", "type", "mode": "all" | "any", "alt": [text], "records"?: [id], "style"?, "followup"?,
     "answers": [{"text", "file", "start", "end", "pieces"?, "record"?, "where"?, "also_at"?: [place]}]}

No answers and no records: the corpus does not say. Further fields are kept in ``Question.further``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, cast

from eval.errors import LineFault, QuestionSetError, gathered, no_such_file
from eval.places import Place
from rag.errors import Words
from rag.text.spans import Span

Mode = Literal["all", "any"]
KNOWN_FIELDS = {
    "qid",
    "question",
    "type",
    "mode",
    "answers",
    "alt",
    "records",
    "style",
    "followup",
    "article_ids",
}


@dataclass(frozen=True)
class GoldAnswer:
    """One right answer, or one part of it."""

    text: str
    places: tuple[Place, ...]
    """Where it stands, the marked place first, then others with the very same words; empty if not given."""
    where: str
    """body, heading, title, byline, affiliation …: what part of the page it is."""


@dataclass(frozen=True)
class Question:
    """One question with its right answers."""

    qid: str
    question: str
    type: str
    mode: Mode
    """``all``: every answer belongs to a full one; ``any``: each alone is enough."""
    answers: tuple[GoldAnswer, ...]
    alt: tuple[str, ...]
    """Further texts to be accepted; not always verbatim."""
    records: tuple[str, ...]
    """Ids of the records that answer (retrieval sets)."""
    style: str
    followup: str | None
    """``None`` for a single question, ``first`` for a first turn, else what kind of follow-up it is."""
    article_ids: tuple[str, ...]
    """The annotators' names of the articles that answer."""
    further: Mapping[str, Any] = field(default_factory=dict, compare=False)

    @property
    def answerable(self) -> bool:
        """Whether the corpus answers it."""
        return bool(self.answers or self.records) and self.type != "unanswerable"

    @property
    def cluster(self) -> str:
        """The article that it is about: questions of one cluster are not independent."""
        near: list[str] = self.further.get("near") or []
        placed = [place.file for answer in self.answers for place in answer.places]
        return next(iter((*self.article_ids, *near, *placed, self.qid)))

    @property
    def turn(self) -> str:
        """``single``, ``first`` or ``follow-up``: measured apart."""
        return {None: "single", "first": "first"}.get(self.followup, "follow-up")


@dataclass(frozen=True)
class Dialogue:
    """Questions asked one after the other in one conversation."""

    did: str
    turns: tuple[Question, ...]


@dataclass(frozen=True)
class QuestionSet:
    """All entries of a file, in its order."""

    name: str
    entries: tuple[Question | Dialogue, ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Single questions and turns, in the order in which they are asked."""
        return tuple(question for entry in self.entries for question in turns_of(entry))

    def __len__(self) -> int:
        return len(self.questions)


def turns_of(entry: Question | Dialogue) -> tuple[Question, ...]:
    """The questions of an entry: one, or the turns of a dialogue."""
    return entry.turns if isinstance(entry, Dialogue) else (entry,)


def read_questions(path: Path) -> QuestionSet:
    """The question set in a file; blank lines are skipped.

    Raises ``QuestionSetError`` with every faulty line at once: not JSON, a field missing, a ``qid`` twice.
    """
    if not path.is_file():
        raise no_such_file(QuestionSetError, path)
    faults: list[tuple[int, Words]] = []
    entries: list[Question | Dialogue] = []
    seen: dict[str, int] = {}
    for number, line in _lines(path):
        try:
            entry = _entry(line)
            _check_new(entry, seen, number)
        except LineFault as fault:
            faults.append((number, fault.words))
        else:
            entries.append(entry)
    if faults:
        raise QuestionSetError(gathered(Words("题集有误", "faulty question set"), faults), where=str(path))
    if not entries:
        raise QuestionSetError(Words("题集里没有问题", "the question set holds no question"), where=str(path))
    return QuestionSet(path.name, tuple(entries))


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuestionSetError(
            Words("题集不是 UTF-8 文本", "the question set is not UTF-8 text"), where=str(path)
        ) from error
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _check_new(entry: Question | Dialogue, seen: dict[str, int], line: int) -> None:
    for question in turns_of(entry):
        first = seen.setdefault(question.qid, line)
        if first != line:
            raise LineFault(
                f"qid {question.qid} 已在第 {first} 行用过", f"qid {question.qid} used on line {first}"
            )


def _entry(line: str) -> Question | Dialogue:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise LineFault(f"不是 JSON（第 {error.colno} 列）", f"not JSON (column {error.colno})") from error
    if not isinstance(value, dict):
        raise LineFault("不是一个对象", "not an object")
    if "turns" not in value:
        return _question(value, None)
    turns = _list(value, "turns", dict)
    if not turns:
        raise LineFault("对话没有 turns", "a dialogue without turns")
    did = _text(value, "did")
    return Dialogue(
        did,
        tuple(_question(t, f"{did}-{n}", "follow-up" if n > 1 else "first") for n, t in enumerate(turns, 1)),
    )


def _question(value: dict[str, Any], default_qid: str | None, followup: str | None = None) -> Question:
    mode = value.get("mode", "all")
    if mode not in ("all", "any"):
        raise LineFault(f"mode 应为 all 或 any，不是 {mode!r}", f"mode must be all or any, not {mode!r}")
    if default_qid:
        value = {"qid": default_qid, "followup": followup, **value}
    return Question(
        qid=_text(value, "qid"),
        question=_text(value, "question", may_be_empty=True),
        type=str(value.get("type") or "question"),
        mode=cast("Mode", mode),
        answers=tuple(_answer(answer) for answer in _list(value, "answers", dict)),
        alt=tuple(_list(value, "alt", str)),
        records=tuple(_list(value, "records", str)),
        style=str(value.get("style") or "plain"),
        followup=value.get("followup"),
        article_ids=tuple(_list(value, "article_ids", str)),
        further={name: kept for name, kept in value.items() if name not in KNOWN_FIELDS},
    )


def _answer(value: dict[str, Any]) -> GoldAnswer:
    marked = [value] if "file" in value else []
    places = tuple(_place(place) for place in [*marked, *_list(value, "also_at", dict)])
    return GoldAnswer(_text(value, "text"), places, str(value.get("where") or "body"))


def _place(value: dict[str, Any]) -> Place:
    pairs = value.get("pieces") or [[value.get("start"), value.get("end")]]
    pieces: list[Span] = []
    for pair in pairs:
        match pair:
            case [int(start), int(end)] if 0 <= start < end:
                pieces.append(Span(start, end))
            case _:
                raise LineFault(f"位置 {pair} 不是 [start, end)", f"place {pair} is not [start, end)")
    record = value.get("record")
    return Place(_text(value, "file"), None if record is None else str(record), tuple(pieces))


def _text(value: dict[str, Any], name: str, *, may_be_empty: bool = False) -> str:
    text = value.get(name)
    if not isinstance(text, str) or not (text.strip() or may_be_empty):
        raise LineFault(f"缺少 {name}", f"{name} is missing")
    return text


def _list(value: dict[str, Any], name: str, of: type) -> list[Any]:
    values = value.get(name) or []
    if not isinstance(values, list) or not all(isinstance(one, of) for one in values):
        raise LineFault(f"{name} 应为 {of.__name__} 的列表", f"{name} must be a list of {of.__name__}")
    return values
