"""What is looked for: in the search, and then among the sentences that it finds?"""

from __future__ import annotations

from dataclasses import dataclass

from rag.answering.already_shown import AlreadyShown
from rag.answering.answer import QuestionKind
from rag.answering.asking_nouns import without_asking_nouns
from rag.answering.corpus_view import CorpusView
from rag.answering.overlap import QuestionTerms
from rag.answering.settings import AnswerSettings
from rag.dialogue.conversation import own_words
from rag.dialogue.understood import Understood
from rag.retrieval.query import Query, analyse
from rag.text.normalise import fold
from rag.wording.alternative import Alternative
from rag.wording.dictionary import Dictionary


@dataclass(frozen=True)
class Sought:
    """An understood question in the words that are looked for."""

    query: Query
    """For the search; the earlier question that it leans on counts ``context_weight``."""
    terms: QuestionTerms
    """For the sentences; the earlier question counts ``context_weight_in_sentences``."""
    shown: AlreadyShown | None
    """What the conversation has shown before; ``None`` for a question that leans on nothing."""


def sought(
    understood: Understood,
    kind: QuestionKind,
    corpus: CorpusView,
    phrases: Dictionary,
    settings: AnswerSettings,
) -> Sought:
    """The words of a question, with other words for them, and those of what it leans on."""
    own_others = _alternatives(understood.text, corpus, phrases)
    earlier_others = _alternatives(understood.context, corpus, phrases)
    query = analyse(
        without_asking_nouns(understood.text, kind),
        understood.context,
        settings.context_weight,
        (*own_others, *earlier_others),
    )
    own = QuestionTerms.of(without_asking_nouns(own_words(understood), kind), corpus.idf, own_others)
    own = terms = own.with_phrases(phrases.phrases_in(fold(understood.text)), corpus.idf)
    if understood.context:
        earlier = QuestionTerms.of(understood.context, corpus.idf, earlier_others)
        terms = own.leaning_on(earlier, settings.context_weight_in_sentences)
    leans = bool(understood.context or understood.after)
    return Sought(query, terms, AlreadyShown(own, understood.said, understood.after) if leans else None)


def _alternatives(text: str, corpus: CorpusView, phrases: Dictionary) -> tuple[Alternative, ...]:
    return corpus.reader.alternatives(text, phrases) if text else ()
