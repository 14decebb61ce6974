"""What happens when somebody asks: plain functions of a question and the visit so far. No Gradio here."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypedDict

from rag.corpus.article import Article
from rag.dialogue.conversation import Conversation
from rag.errors import Language, UserError, Words
from rag.reply import Reply
from ui import wording
from ui.continuations import leading_on
from ui.filtering import NOTHING_WANTED, Wanted
from ui.reading import reading_body, reading_note
from ui.reference import parse_reference
from ui.render import question_message, reply_message, trouble_message
from ui.viewer import article_pane, gone_pane

_log = logging.getLogger(__name__)

MOST_TURNS = 40
"""Turns a visit remembers and shows: each holds the articles it cites, and nobody scrolls further back."""

Ask = Callable[[str, Conversation], Reply]
FindArticle = Callable[[str], Article]
"""The article of an id; raises ``KeyError`` where there is none."""
FindPage = Callable[[str], tuple[Article, str]]
"""The same with the text in which its places count."""


class Message(TypedDict):
    """One message as the chat takes it."""

    role: str
    content: str


@dataclass(frozen=True)
class Failure:
    """A question that could not be asked, and what the person is told."""

    question: str
    words: Words


@dataclass(frozen=True)
class Visit:
    """All that the page remembers of one browser window; a value, so that it may be copied and kept."""

    language: Language = "zh"
    turns: tuple[Reply | Failure, ...] = ()
    wanted: Wanted = NOTHING_WANTED
    """The filters as they are filled in; they stay until they are changed."""
    offered: tuple[Words, ...] = ()
    """What may be asked next with one click."""

    @property
    def conversation(self) -> Conversation:
        """What a follow-up may lean on: the replies, without the failures."""
        return Conversation(tuple(turn for turn in self.turns if isinstance(turn, Reply)))

    def after(self, turn: Reply | Failure) -> Visit:
        """The visit with one more turn; the oldest goes when there are too many."""
        return replace(self, turns=(*self.turns, turn)[-MOST_TURNS:], offered=())

    def switched(self) -> Visit:
        """The same visit in the other language."""
        return replace(self, language="en" if self.language == "zh" else "zh")

    def renewed(self) -> Visit:
        """A visit that remembers nothing but its language and what is filled in."""
        return Visit(self.language, wanted=self.wanted)

    def narrowed(self, wanted: Wanted) -> Visit:
        """The same visit with other filters."""
        return replace(self, wanted=wanted)

    def without_last(self) -> Visit:
        """The same visit as it was before the last turn."""
        return replace(self, turns=self.turns[:-1], offered=())

    def offering(self, continuations: tuple[Words, ...]) -> Visit:
        """The same visit with these continuations of its last turn."""
        return replace(self, offered=continuations)

    @property
    def last_question(self) -> str:
        """The question asked last; empty before the first."""
        return self.turns[-1].question if self.turns else ""


def language_of(asked: str | None) -> Language:
    """The language asked for in the address (``?lang=en``); Chinese unless it is English.

    >>> language_of("en"), language_of("fr"), language_of(None)
    ('en', 'zh', 'zh')
    """
    return "en" if asked == "en" else "zh"


def ask(question: str, visit: Visit, assistant: Ask) -> Visit:
    """The visit after this question. Never raises: what goes wrong becomes words of the turn.

    A question of white space alone changes nothing.
    """
    return _asked(question, visit, visit.conversation, assistant) if question.strip() else visit


def ask_mended(question: str, visit: Visit, assistant: Ask) -> Visit:
    """The visit with this question, asked alone, in place of the last turn. Never raises.

    What was understood wrongly leaves no trace: neither this question nor a later one leans on it.
    """
    return _asked(question, visit.without_last(), Conversation(), assistant) if question.strip() else visit


def _asked(question: str, visit: Visit, conversation: Conversation, assistant: Ask) -> Visit:
    try:
        reply = assistant(question, conversation)
    except UserError as error:
        return visit.after(Failure(question, Words(error.say("zh"), error.say("en"))))
    except Exception:
        _log.exception("a question was not answered")
        return visit.after(Failure(question, wording.ANSWERING_FAILED))
    return _offering(visit.after(reply), reply, assistant)


def _offering(visit: Visit, reply: Reply, assistant: Ask) -> Visit:
    """The visit with the continuations that lead on from its last reply; with none where trying them fails."""
    try:
        return visit.offering(leading_on(reply, lambda question: assistant(question, visit.conversation)))
    except Exception:
        _log.exception("no continuation could be tried")
        return visit


def messages(visit: Visit) -> list[Message]:
    """Everything said so far, oldest first, in the language of the visit."""
    said: list[Message] = []
    for turn in visit.turns:
        said.append({"role": "user", "content": question_message(turn.question)})
        said.append({"role": "assistant", "content": _answered(turn, visit)})
    return said


def _answered(turn: Reply | Failure, visit: Visit) -> str:
    if isinstance(turn, Failure):
        return trouble_message(turn.words.say(visit.language))
    newest = turn is visit.turns[-1]
    return reply_message(turn, visit.language, newest=newest, offered=visit.offered if newest else ())


def open_citation(asked: object, find_article: FindArticle) -> str:
    """The article pane for what a browser asked: ``{"cite": a reference, "language": "zh" | "en"}``.

    Anything else, and a reference to an article that is gone, gives the words that say so. Never raises.
    """
    fields = asked if isinstance(asked, dict) else {}
    language = language_of(fields.get("language"))
    reference = parse_reference(str(fields.get("cite", "")))
    if reference is None:
        return gone_pane(language)
    try:
        article = find_article(reference.article_id)
    except KeyError:
        return gone_pane(language)
    except Exception:
        _log.exception("an article was not opened")
        return gone_pane(language)
    return article_pane(article, reference.place, language)


def open_reading(asked: object, find_page: FindPage) -> str:
    """How the page of an article was read, for what a browser asked: ``{"article": an id, "language": "zh" | "en"}``.

    Anything else, and an article that is gone, gives the words that say so. Never raises.
    """
    fields = asked if isinstance(asked, dict) else {}
    language = language_of(fields.get("language"))
    try:
        article, source = find_page(str(fields.get("article", "")))
    except KeyError:
        return reading_note(wording.ARTICLE_GONE, language)
    except Exception:
        _log.exception("a page was not found")
        return reading_note(wording.NOT_EXPLAINED, language)
    try:
        return reading_body(article, source, language)
    except Exception:
        _log.exception("a page was not explained")
        return reading_note(wording.NOT_EXPLAINED, language)
