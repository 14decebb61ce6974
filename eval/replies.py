"""What does a run say about one question? Its reply objects, typed for the measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from eval.errors import LineFault
from eval.places import Place
from rag.text.spans import Span


@dataclass(frozen=True)
class ShownAnswer:
    """One thing that was shown as the answer."""

    text: str
    place: Place
    lit: Span | None = None
    """The words in ``text`` that answer, where they are known to be less than all of it."""


@dataclass(frozen=True)
class CitedPlace:
    """One numbered source of a reply."""

    article_id: str
    quote: str
    place: Place


@dataclass(frozen=True)
class RankedPassage:
    """One retrieved passage; their order in a reply is the ranking."""

    article_id: str
    section: tuple[str, ...]
    place: Place
    score: float


@dataclass(frozen=True)
class RunReply:
    """One line of a run."""

    qid: str
    understood_as: str
    kind: str
    abstained: bool
    reason: str | None
    answers: tuple[ShownAnswer, ...]
    citations: tuple[CitedPlace, ...]
    passages: tuple[RankedPassage, ...]
    seconds: float | None
    """``None`` where the question was never asked."""
    confidence: float | None = None
    """How likely what was found answers the question, from 0 to 1; ``None`` where a run does not say."""

    @property
    def asked(self) -> bool:
        """Whether the run holds a reply at all."""
        return self.seconds is not None


def never_asked(qid: str) -> RunReply:
    """Stands for a question that a run leaves out: it counts as unanswered."""
    return RunReply(qid, "", "", False, None, (), (), (), None)


def reply_of(value: object) -> RunReply:
    """A reply object of the contract, typed; ``LineFault`` where a field is missing or of another kind."""
    if not isinstance(value, dict):
        raise LineFault("不是一个对象", "not an object")
    try:
        records = {c.get("number"): c.get("record") for c in value.get("citations", ())}
        return RunReply(
            qid=str(value["qid"]),
            understood_as=value.get("understood_as") or "",
            kind=value.get("kind") or "",
            abstained=bool(value["abstained"]),
            reason=value.get("reason"),
            answers=tuple(_shown(answer, records) for answer in value["answers"]),
            citations=tuple(_cited(citation) for citation in value["citations"]),
            passages=tuple(_ranked(passage) for passage in value["passages"]),
            seconds=float(value["seconds"]),
            confidence=value.get("confidence"),
        )
    except KeyError as error:
        raise LineFault(f"缺少 {error.args[0]}", f"{error.args[0]} is missing") from error
    except (TypeError, ValueError) as error:
        raise LineFault(f"字段的类型不对（{error}）", f"a field is of the wrong kind ({error})") from error


def _shown(value: dict[str, Any], records: dict[int | None, str | None]) -> ShownAnswer:
    """An answer names its record only through its citation."""
    place = _place({"record": records.get(value.get("citation")), **value})
    return ShownAnswer(value["text"], place, Span(*map(int, value["lit"])) if value.get("lit") else None)


def _cited(value: dict[str, Any]) -> CitedPlace:
    return CitedPlace(value["article_id"], value["quote"], _place(value))


def _ranked(value: dict[str, Any]) -> RankedPassage:
    section = tuple(value.get("section") or ())
    return RankedPassage(value["article_id"], section, _place(value), float(value["score"]))


def _place(value: dict[str, Any]) -> Place:
    pieces = tuple(Span(int(start), int(end)) for start, end in value["pieces"])
    return Place(value["file"], value.get("record"), pieces)
