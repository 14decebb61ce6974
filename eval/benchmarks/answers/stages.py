"""Where does the time of an answer go? Each stage by itself, through the functions that answering calls.

* understanding: what a follow-up leaves out (``understand``; here each question stands alone);
* retrieval: the words and the vector of the question, the search, the articles of the hits (``Assistant.look_up``);
* evidence: the sentences of the hits, described and scored;
* composing: the answer or the refusal, with its doubt;
* proving: every quotation held against the source.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from eval.measures.latency import latency
from rag.answering.answer import Abstention, Answer
from rag.answering.compose import compose
from rag.answering.confidence import confidence
from rag.answering.quote import prove
from rag.assistant import Assistant
from rag.dialogue.conversation import Conversation, understand
from rag.index.snapshot import Snapshot

STAGES = ("understanding", "retrieval", "evidence", "composing", "proving")


def stage_times(assistant: Assistant, questions: Iterable[str]) -> dict[str, dict[str, float | int]]:
    """Percentiles of each stage and of their sum; one question goes before, so that nothing is opened on the way."""
    snapshot = assistant.snapshot()
    seconds: defaultdict[str, list[float]] = defaultdict(list)
    for number, question in enumerate(questions):
        if number == 0:
            _times(assistant, snapshot, question)
        found = _times(assistant, snapshot, question)
        for name, value in zip(STAGES, found, strict=True):
            seconds[name].append(value)
        seconds["all"].append(sum(found))
    return {name: latency(values) for name, values in seconds.items()}


def _times(assistant: Assistant, snapshot: Snapshot, question: str) -> list[float]:
    at = [time.perf_counter()]
    understood = understand(question, Conversation())
    at.append(time.perf_counter())
    asked = assistant.look_up(understood)
    at.append(time.perf_counter())
    _ = asked.evidence
    at.append(time.perf_counter())
    answer = compose(asked)
    confidence(asked, answer)
    at.append(time.perf_counter())
    _prove(answer, snapshot)
    at.append(time.perf_counter())
    return [after - before for before, after in pairwise(at)]


def _prove(answer: Answer, snapshot: Snapshot) -> None:
    places = answer.nearest if isinstance(answer, Abstention) else ()
    for quote in (*(item.quote for item in answer.items), *places):
        prove(quote, snapshot.source(snapshot.article(quote.article_id)))
