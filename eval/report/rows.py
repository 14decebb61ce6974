"""What does a person see of one question? What was asked, what is right, what was shown, why it failed."""

from __future__ import annotations

from collections.abc import Iterable

from eval.diagnosis import OUTCOME_WORDS, Outcome
from eval.measures.retrieval import first_rank
from eval.questions import GoldAnswer
from eval.report.markup import Markup, element, joined
from eval.scoring import Record

GOOD = frozenset({Outcome.FOUND, Outcome.CAUGHT, Outcome.RETRIEVAL_SET})
HEADER = ("编号", "题型", "问题", "标准答案", "给出的回答", "段落", "结果")


def header_row() -> Markup:
    """The head of the table of questions."""
    return element("tr", *(element("th", name, scope="col") for name in HEADER))


def question_row(record: Record) -> Markup:
    """One question; its class is the outcome, so that the page can show the failed ones alone."""
    question = record.question
    good = "good" if record.outcome in GOOD else "bad"
    return element(
        "tr",
        element("td", question.qid, class_="qid"),
        element(
            "td", question.type, element("small", " ".join(filter(None, (question.style, question.followup))))
        ),
        element("td", question.question, _understood(record)),
        element("td", _gold(record)),
        element("td", _shown(record)),
        element("td", _passages(record)),
        element("td", OUTCOME_WORDS[record.outcome].zh, class_="outcome"),
        class_=f"{good} {record.outcome.value}",
        id=f"q-{question.qid}",
    )


def _understood(record: Record) -> Markup:
    understood = record.reply.understood_as
    if not understood or understood == record.question.question:
        return Markup()
    return element("small", f"理解为：{understood}")


def _gold(record: Record) -> Markup:
    question = record.question
    if not question.answerable:
        return element("i", "（资料中没有）")
    mode = "任一即可" if question.mode == "any" and len(question.answers) > 1 else ""
    answers = [element("li", answer.text, element("small", _place(answer))) for answer in question.answers]
    alts = [element("li", alt, element("small", "亦可")) for alt in question.alt]
    records = [element("li", record_id, element("small", "记录")) for record_id in question.records]
    return joined(element("ul", *answers, *alts, *records), element("small", mode))


def _place(answer: GoldAnswer) -> str:
    if not answer.places:
        return ""
    first = answer.places[0]
    return f"{first.file} {'、'.join(f'{piece.start}–{piece.end}' for piece in first.pieces)}"


def _shown(record: Record) -> Markup:
    reply = record.reply
    if reply.abstained:
        return element("i", f"（拒答）{reply.reason or ''}")
    gold = [answer.text for answer in record.question.answers]
    return element("ol", *(element("li", _marked(answer.text, gold)) for answer in reply.answers))


def _marked(text: str, parts: Iterable[str]) -> Markup:
    """The text with the longest of the parts that it holds word for word marked."""
    held = max((part for part in parts if part in text), key=len, default="")
    if not held:
        return joined(text)
    before, after = text.split(held, 1)
    return joined(before, element("mark", held), after)


def _passages(record: Record) -> Markup:
    """For each gold answer the rank of the first passage that holds it."""
    marks = []
    for answer in record.question.answers:
        rank = first_rank(answer, record.reply.passages)
        marks.append(element("span", f"第 {rank}" if rank else "未中", class_="hit" if rank else "miss"))
    return joined(*marks)
