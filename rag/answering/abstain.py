"""When does the corpus not say, and what is the reason?"""

from __future__ import annotations

import re

from rag.answering.answer import Abstention, AbstentionKind, QuestionKind
from rag.answering.asked import Asked
from rag.answering.corpus_view import CorpusView
from rag.answering.doubt import absent_words, probability, signs
from rag.answering.evidence import Evidence, by_article
from rag.answering.question_table import COURTESY_ALONE
from rag.answering.quote import Quote, quote_body
from rag.answering.settings import AnswerSettings
from rag.errors import Words
from rag.text.normalise import fold


def nothing_found(asked: Asked) -> Abstention:
    """The answer when nothing was retrieved, nothing extracted, or what was found does not bear an answer."""
    missing = absent_words(asked)
    if missing and _LATIN.fullmatch(asked.question.text):
        return Abstention(AbstentionKind.UNKNOWN_WORDS, CHINESE_PLEASE, missing, nearest(asked))
    if missing:
        return _unknown(missing, nearest(asked), filtered=asked.within is not None)
    reason = NO_VALUE if signs(asked).no_value_near else NO_SENTENCE
    return Abstention(AbstentionKind.NO_SENTENCE, reason, nearest=nearest(asked))


NO_VALUE = Words(
    "找到了相近的段落，但其中没有所问的数字或时间", "passages come near, but hold no such figure or date"
)


_LATIN = re.compile(r"(?=.*[A-Za-z])[\x00-\x7f]+", re.DOTALL)
"""A question in Latin letters only."""

CHINESE_PLEASE = Words("资料是中文的，请用中文提问", "the articles are in Chinese; please ask in Chinese")
NO_SENTENCE = Words(
    "找到了相近的段落，但没有一句话能回答这个问题",
    "passages come near, but no sentence answers this question",
)


def _unknown(missing: tuple[str, ...], places: tuple[Quote, ...], *, filtered: bool) -> Abstention:
    named = "、".join(f"“{word}”" for word in missing)
    where = (
        Words("符合筛选条件的文章", "what passes the filters") if filtered else Words("资料", "the corpus")
    )
    reason = Words(f"{where.zh}里没有出现{named}", f"{where.en} never says {', '.join(missing)}")
    return Abstention(AbstentionKind.UNKNOWN_WORDS, reason, missing, places)


def nearest(asked: Asked) -> tuple[Quote, ...]:
    """The best sentence of each of the nearest articles, offered instead of an answer; of one printing of each."""
    best: dict[str, Evidence] = {}
    for evidence in by_article(asked.evidence):
        best.setdefault(asked.corpus.key(evidence.article.article_id), evidence)
    places = [quote_body(e.article, e.span) for e in best.values()]
    return tuple(places[: asked.settings.nearest])


def no_question(text: str, corpus: CorpusView, settings: AnswerSettings) -> Abstention | None:
    """A kind word where there is nothing to look for: empty, endless or garbled input, thanks, or an empty corpus."""
    if corpus.snapshot.n_chunks == 0:
        return Abstention(AbstentionKind.EMPTY_CORPUS, EMPTY_CORPUS)
    if not any(character.isalnum() for character in text):
        return Abstention(AbstentionKind.NOT_A_QUESTION, NO_WORDS if text.strip() else EMPTY)
    if COURTESY_ALONE.pattern.fullmatch(fold(text[: settings.max_question_chars]).strip()):
        return Abstention(AbstentionKind.NOT_A_QUESTION, NO_SUBJECT)
    if len(text) > settings.max_question_chars:
        return Abstention(AbstentionKind.NOT_A_QUESTION, TOO_LONG)
    return None


def nothing_asked() -> Abstention:
    """The answer to question words alone: 什么?, 谁?"""
    return Abstention(AbstentionKind.NOT_A_QUESTION, NO_SUBJECT)


NO_SUBJECT = Words("请说说想问的是什么事", "please say what the question is about")
EMPTY = Words("请输入一个问题", "please type a question")
NO_WORDS = Words("没有看懂，请用一句话提问", "that could not be read; please ask in a sentence")
TOO_LONG = Words("问题太长了，请缩短到一两句话", "the question is too long; please ask in a sentence or two")
EMPTY_CORPUS = Words("资料库里还没有文章", "the library holds no article yet")


def unanswered(asked: Asked) -> Abstention | None:
    """An abstention when what was found does not bear an answer, else ``None``."""
    if asked.question.kind is QuestionKind.ABOUT and absent_words(asked):
        return nothing_found(asked)
    if not asked.evidence or probability(signs(asked)) > _threshold(asked):
        return nothing_found(asked)
    return None


def _threshold(asked: Asked) -> float:
    settings = asked.settings
    return settings.refusal_threshold_leaning if asked.context else settings.refusal_threshold
