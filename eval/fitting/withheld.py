"""How does the system behave where everything but the answer is there?

Questions that the corpus answers, asked with every article that holds their answer left out, and with it its reprints.
What remains speaks of the same things in other articles: harder to tell from an answer than a question about
something that the corpus never mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from eval.fitting.dev_sets import Found, alone
from eval.measures.folding import bare
from eval.places import Place
from eval.questions import Question, read_questions
from rag.answering.asked import Asked
from rag.assistant import Assistant
from rag.corpus.article import Article
from rag.dialogue.understood import Understood
from rag.index.printings import Printings
from rag.index.snapshot import Snapshot
from rag.text.spans import Span

KIND = "withheld"
"""Their ``unans_kind``."""

ENGLISH = "en"
"""A style of question that teaches nothing: it shares no words with the articles."""


def withheld_for(questions: Path, index: Path) -> Iterator[Found]:
    """The answerable questions of a file as unanswerable ones; ``withheld`` says which are left out."""
    asked = (question for question in read_questions(questions).questions if question.style != ENGLISH)
    yield from withheld(Assistant(index), asked)


def withheld(assistant: Assistant, questions: Iterable[Question]) -> Iterator[Found]:
    """Each question with the hits of the articles that remain, and labelled unanswerable.

    Left out are questions whose answer has no place that the index knows, and those of which a passage found in the
    remaining articles still says an answer word for word: whether it answers there nobody has judged.
    """
    library = Library.of(assistant.snapshot())
    for question in questions:
        gold = library.holding(question)
        remaining = library.everything - gold
        if gold and remaining:
            asked = assistant.look_up(Understood(alone(question)), within=remaining)
            if not still_said(question, asked):
                yield Found(unanswerable(question), asked)


def unanswerable(question: Question) -> Question:
    """The same question where nothing answers it; it stays in the cluster of its article."""
    further = {**question.further, "unans_kind": KIND, "near": [question.cluster]}
    return replace(question, answers=(), alt=(), records=(), type="unanswerable", further=further)


def still_said(question: Question, asked: Asked) -> bool:
    """Whether a passage that was found says one of the answers, word for word."""
    texts = [bare(text) for text in (*(answer.text for answer in question.answers), *question.alt)]
    passages = [bare(hit.chunk.passage) for hit, _ in asked.hits]
    return any(text and text in passage for text in texts for passage in passages)


@dataclass(frozen=True)
class Library:
    """Which article of an index holds which place of its files."""

    by_file: Mapping[str, tuple[tuple[str, Place], ...]]
    """The ids of the articles of each file, and everything that each says."""
    printings: Printings

    @classmethod
    def of(cls, snapshot: Snapshot) -> Library:
        """All articles of one generation."""
        found: defaultdict[str, list[tuple[str, Place]]] = defaultdict(list)
        for article in snapshot.articles():
            found[article.file].append((article.article_id, whole(article)))
        return cls({file: tuple(said) for file, said in found.items()}, snapshot.printings)

    @cached_property
    def everything(self) -> frozenset[str]:
        """The ids of all articles."""
        return frozenset(one for said in self.by_file.values() for one, _ in said)

    def holding(self, question: Question) -> frozenset[str]:
        """Ids of the articles where an answer stands, of the records that answer, and of their reprints."""
        places = [place for answer in question.answers for place in answer.places]
        said = ((one, whole) for place in places for one, whole in self.by_file.get(place.file, ()))
        found = {one for one, whole in said if any(whole.overlap(place) for place in places)}
        found |= {self._by_record[record] for record in question.records if record in self._by_record}
        return frozenset(id_ for one in found for id_ in (one, *self.printings.others(one)))

    @cached_property
    def _by_record(self) -> dict[str, str]:
        return {whole.record: one for said in self.by_file.values() for one, whole in said if whole.record}


def whole(article: Article) -> Place:
    """Everything that an article says: its text, its title, its author and its unit."""
    labels = [label for label in (article.title, article.author, article.affiliation) if label]
    pieces = article.pieces(Span(0, len(article.text)))
    return Place(article.file, article.record, (*pieces, *(p for label in labels for p in label.pieces)))
