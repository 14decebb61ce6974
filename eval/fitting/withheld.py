"""How does the system behave where everything but the answer is there?

Questions that the corpus answers, asked with every article that holds their answer left out, and with it its reprints
and the articles of the same title, which are often other parts of one text. What remains speaks of the same things
elsewhere: harder to tell from an answer than a question about something that the corpus never mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from eval.fitting.dev_sets import Found, alone
from eval.measures.folding import bare, fold
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
        remaining = library.everything - library.titled_alike(gold)
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

    said: Mapping[str, Place]
    """By the ids of the articles: everything that each says."""
    titles: Mapping[str, str]
    """Folded; empty where the page gives none."""
    printings: Printings

    @classmethod
    def of(cls, snapshot: Snapshot) -> Library:
        """All articles of one generation."""
        articles = snapshot.articles()
        said = {one.article_id: whole(one) for one in articles}
        titles = {one.article_id: fold(one.title.text) if one.title else "" for one in articles}
        return cls(said, titles, snapshot.printings)

    @cached_property
    def everything(self) -> frozenset[str]:
        """The ids of all articles."""
        return frozenset(self.said)

    def holding(self, question: Question) -> frozenset[str]:
        """Ids of the articles where an answer stands, of the records that answer, and of their reprints."""
        places = [place for answer in question.answers for place in answer.places]
        found = {one for place in places for one in self._near(place) if self.said[one].overlap(place)}
        found |= {one for record in question.records for one in self._by_record.get(record, ())}
        return frozenset(id_ for one in found for id_ in (one, *self.printings.others(one)))

    def titled_alike(self, article_ids: Set[str]) -> frozenset[str]:
        """These articles and all others that have the title of one of them."""
        titles = {self.titles[one] for one in article_ids} - {""}
        return frozenset({*article_ids, *(one for one, title in self.titles.items() if title in titles)})

    def _near(self, place: Place) -> Sequence[str]:
        """Ids of the articles of its record, or of its file where it names none."""
        by = self._by_file if place.record is None else self._by_record
        return by.get(place.file if place.record is None else place.record, ())

    @cached_property
    def _by_file(self) -> dict[str, list[str]]:
        return _grouped((said.file, one) for one, said in self.said.items())

    @cached_property
    def _by_record(self) -> dict[str, list[str]]:
        return _grouped((said.record, one) for one, said in self.said.items() if said.record is not None)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for name, one in pairs:
        found[name].append(one)
    return dict(found)


def whole(article: Article) -> Place:
    """Everything that an article says: its text, its title, its author and its unit."""
    labels = [label for label in (article.title, article.author, article.affiliation) if label]
    pieces = article.pieces(Span(0, len(article.text)))
    return Place(article.file, article.record, (*pieces, *(p for label in labels for p in label.pieces)))
