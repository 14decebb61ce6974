"""The one door for a question: the page, the command line and the evaluation all go through it."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from rag.answering.abstain import no_question
from rag.answering.answer import Abstention, Answer
from rag.answering.asked import Asked
from rag.answering.citation import Citation
from rag.answering.confidence import confidence
from rag.answering.corpus_view import CorpusView
from rag.answering.held_back import compose_within
from rag.answering.items import citations_of
from rag.answering.question import analyse
from rag.answering.quote import Quote, prove
from rag.answering.settings import AnswerSettings
from rag.dialogue.conversation import Conversation, understand
from rag.dialogue.own_topic import settled
from rag.dialogue.understood import Understood
from rag.index.following import LatestSnapshot
from rag.index.settings import IndexSettings
from rag.index.snapshot import Snapshot
from rag.reply import Passage, Reply
from rag.retrieval import query
from rag.retrieval.explained import Explained, explained
from rag.retrieval.facets import Facets
from rag.retrieval.filters import EVERYTHING, Filters
from rag.retrieval.hits import Hit
from rag.retrieval.reranking import Favoured, SecondReading
from rag.retrieval.search import RetrievalSettings, Retriever
from rag.sought import Sought, sought
from rag.wording.dictionary_file import PHRASES_FILE, CurrentDictionary


class Assistant:
    """Answers questions from the published generation of one index, and moves to a newer one by itself.

    Safe to use from several threads: each question holds one snapshot from beginning to end.
    """

    def __init__(
        self,
        index: Path,
        settings: AnswerSettings = AnswerSettings(),
        index_settings: IndexSettings = IndexSettings(),
        retrieval_settings: RetrievalSettings = RetrievalSettings(),
        phrases: Path | None = None,
    ) -> None:
        """``phrases`` is the reader's dictionary; by default the file of that name in the index folder."""
        self._latest = LatestSnapshot(index, index_settings)
        self._settings = settings
        self._retrieval_settings = retrieval_settings
        name = retrieval_settings.reranker
        self._second_reading = SecondReading(name, retrieval_settings.rerank_hits) if name else None
        self._phrases = CurrentDictionary(phrases or index / PHRASES_FILE)
        self._view: CorpusView | None = None

    @property
    def dictionary(self) -> CurrentDictionary:
        """The phrases that questions are asked with."""
        return self._phrases

    def snapshot(self) -> Snapshot:
        """The generation that the next question is answered from.

        Raises ``IndexNotFound``, ``IndexDamaged`` or ``IndexOutdated`` where there is nothing to ask.
        """
        return self._latest.get()

    def warm(self) -> Snapshot:
        """The same, once everything is read that the first question would wait for.

        Raises as ``snapshot`` does, and ``RerankerUnavailable``.
        """
        snapshot = self.snapshot()
        if self._second_reading:
            self._second_reading.warm()
        return snapshot

    @property
    def reranker(self) -> str | None:
        """The name of the reranker; ``None`` where there is none."""
        return self._second_reading.name if self._second_reading else None

    def ask(
        self,
        question: str,
        conversation: Conversation = Conversation(),
        *,
        passages: int = 10,
        filters: Filters = EVERYTHING,
    ) -> Reply:
        """One reply, from the articles that pass the filters.

        Any text is answered with a reply, an empty or garbled one with a kind word. ``passages`` is how many
        retrieved passages the reply carries. Raises as ``warm`` does.
        """
        started = time.perf_counter()
        corpus = self._view_of(self.snapshot())
        refusal = no_question(question, corpus, self._settings)
        if refusal:
            reply = _refused(question, refusal, corpus)
        else:
            wording = corpus.reader.read(question)
            within = corpus.passing(filters) if filters else None
            understood = self._settled(understand(wording.text, conversation), corpus, within)
            asked = self._look_up(understood, corpus, passages, within)
            answer = compose_within(asked, lambda: self._look_up(understood, corpus, passages))
            reply = replace(
                _answered(question, understood, asked, answer, passages), corrections=wording.corrections
            )
        return replace(reply, filters=filters, seconds=time.perf_counter() - started)

    def passing(self, filters: Filters) -> int:
        """How many articles pass the filters. Raises as ``snapshot`` does."""
        return len(self._view_of(self.snapshot()).passing(filters))

    def facets(self) -> Facets:
        """The values that the articles can be filtered by. Raises as ``snapshot`` does."""
        return self._view_of(self.snapshot()).facets

    def explain(
        self, understood: Understood, *, passages: int = 10, filters: Filters = EVERYTHING
    ) -> tuple[Explained, ...]:
        """Why each of the first passages for an understood question is found, best first.

        Searched anew, as it was asked: a reply costs nothing more where nobody wants to know. Raises as
        ``snapshot`` does.
        """
        corpus = self._view_of(self.snapshot())
        within = corpus.passing(filters) if filters else None
        wanted = self._sought(understood, corpus).query
        k = max(passages, self._settings.passages_read)
        hits = self._hits(wanted, understood, corpus, k, within)[:passages]
        origins = self._retriever(corpus).origins(wanted, hits, within=within)
        return tuple(explained(wanted, origin) for origin in origins)

    def look_up(
        self, understood: Understood, *, passages: int = 10, within: frozenset[str] | None = None
    ) -> Asked:
        """What is found for an understood question, before an answer is composed. Raises as ``warm`` does.

        ``within`` keeps to the articles with these ids, as if there were no others.
        """
        return self._look_up(understood, self._view_of(self.snapshot()), passages, within)

    def _view_of(self, snapshot: Snapshot) -> CorpusView:
        # Without a lock: two threads may both make one, and each answers from its own, which is right as well.
        held = self._view
        if held is None or held.snapshot is not snapshot:
            held = self._view = CorpusView(snapshot)
        return held

    def _settled(
        self, understood: Understood, corpus: CorpusView, within: frozenset[str] | None
    ) -> Understood:
        """With the search deciding whether a turn leans that does so only perhaps."""
        if not (understood.perhaps and understood.focus):
            return understood
        found = self._retriever(corpus).search(
            query.analyse(understood.text), k=2 * self._settings.focus_reserve, within=within
        )
        return settled(replace(understood, focus=corpus.key(understood.focus)), found)

    def _look_up(
        self,
        understood: Understood,
        corpus: CorpusView,
        passages: int,
        within: frozenset[str] | None = None,
    ) -> Asked:
        k = max(passages, self._settings.passages_read)
        wanted = self._sought(understood, corpus)
        hits = self._hits(wanted.query, understood, corpus, k, within)
        return Asked(
            analyse(understood.text, understood.context),
            wanted.terms,
            tuple((hit, corpus.snapshot.article(hit.chunk.article_id)) for hit in hits),
            corpus,
            self._settings,
            understood.focus,
            within,
            frozenset("".join(text.split()) for text in understood.besides),
            wanted.shown,
            understood.context,
        )

    def _sought(self, understood: Understood, corpus: CorpusView) -> Sought:
        kind = analyse(understood.text, understood.context).kind
        return sought(understood, kind, corpus, self._phrases.get(), self._settings)

    def _hits(
        self,
        wanted: query.Query,
        understood: Understood,
        corpus: CorpusView,
        k: int,
        within: frozenset[str] | None,
    ) -> tuple[Hit, ...]:
        """The best ``k`` in the order in which they are read."""
        hits = self._retriever(corpus).search(wanted, k=self._hits_wanted(k), within=within)
        return self._in_order(hits, understood, corpus)[:k]

    def _hits_wanted(self, shown: int) -> int:
        """What is looked for so that ``shown`` are the right ones: some more to rise, and all that are read again."""
        read_again = self._second_reading.most if self._second_reading else 0
        return max(shown + self._settings.focus_reserve, read_again)

    def _in_order(self, hits: tuple[Hit, ...], understood: Understood, corpus: CorpusView) -> tuple[Hit, ...]:
        """With those of the article in focus preferred, and read again where there is a reranker."""
        favoured = None
        if understood.focus:
            favoured = Favoured(corpus.key(understood.focus), self._settings.focus_bonus)
            hits = preferring(hits, *favoured)
        return self._second_reading.of(hits, understood.in_full, favoured) if self._second_reading else hits

    def _retriever(self, corpus: CorpusView) -> Retriever:
        return corpus.snapshot.retriever_with(corpus.snapshot.encoder, self._retrieval_settings)


def _refused(question: str, refusal: Abstention, corpus: CorpusView) -> Reply:
    """The reply to what is no question, or to a question that no article can answer; not yet timed."""
    return Reply(
        question=question,
        understood_as=question,
        kind=analyse(question).kind,
        answer=refusal,
        citations=(),
        passages=(),
        generation=corpus.snapshot.generation,
        seconds=0.0,
    )


def _answered(question: str, understood: Understood, asked: Asked, answer: Answer, passages: int) -> Reply:
    """The reply from what was found, every quotation of it proved; not yet timed."""
    return Reply(
        question=question,
        understood_as=understood.shown,
        kind=asked.question.kind,
        answer=answer,
        citations=_proved_citations(answer, asked.corpus.snapshot),
        passages=tuple(Passage(hit, article) for hit, article in asked.hits[:passages]),
        generation=asked.corpus.snapshot.generation,
        seconds=0.0,
        understood=understood,
        confidence=confidence(asked, answer),
    )


def preferring(hits: Iterable[Hit], article_id: str, bonus: float) -> tuple[Hit, ...]:
    """The hits with those of one article lifted by ``bonus`` of the best score, ranked anew."""
    found = list(hits)
    lift = bonus * max((hit.score for hit in found), default=0.0)
    lifts = ((lift if hit.chunk.article_id == article_id else 0.0, hit) for hit in found)
    lifted = [
        replace(hit, score=hit.score + more, scores=replace(hit.scores, focus=more)) for more, hit in lifts
    ]
    ordered = sorted(lifted, key=lambda hit: (-hit.score, hit.rank))
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(ordered, start=1))


def _proved_citations(answer: Answer, snapshot: Snapshot) -> tuple[Citation, ...]:
    """The citations of the answer, every quotation of it held against its file first."""
    quotes: list[Quote] = [item.quote for item in answer.items]
    if isinstance(answer, Abstention):
        quotes += answer.nearest
    articles = {quote.article_id: snapshot.article(quote.article_id) for quote in quotes}
    for quote in quotes:
        prove(quote, snapshot.source(articles[quote.article_id]))
    return tuple(_with_printings(citation, snapshot) for citation in citations_of(answer, articles))


def _with_printings(citation: Citation, snapshot: Snapshot) -> Citation:
    others = snapshot.printings.others(citation.article.article_id)
    return replace(citation, printed_in=tuple(map(snapshot.article, others)))
