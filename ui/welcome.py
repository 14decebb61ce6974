"""What does an empty chat say? What this is, what it holds, and what could be asked."""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import NamedTuple

from rag.assistant import Assistant
from rag.errors import Language, UserError
from ui import wording
from ui.examples import example_questions
from ui.markup import escaped, tag
from ui.wording import filled

_log = logging.getLogger(__name__)


class Welcome(NamedTuple):
    """The words of an empty chat and the questions offered under them."""

    html: str
    examples: tuple[str, ...]


class Offer(NamedTuple):
    """What the newest generation offers to a newcomer."""

    articles: int
    """Notices among them, as ``wenju status`` counts."""
    examples: tuple[str, ...]


def brand(language: Language) -> str:
    """The name and what it promises; carries the page's language for ``pane.js``."""
    name = tag("span", escaped(wording.NAME.say(language)), class_="wj-name")
    motto = tag("span", escaped(wording.MOTTO.say(language)), class_="wj-motto")
    return tag("div", name + motto, lang=LANGUAGE_TAGS[language])


LANGUAGE_TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}


def welcome(assistant: Assistant, language: Language) -> Welcome:
    """The welcome of the generation that is published now; without an index it says how to make one.

    Never raises: a page without examples is better than none.
    """
    try:
        offer = _offer(assistant, assistant.snapshot().generation)
    except UserError as error:
        return Welcome(_said(language, error.say(language)), ())
    except Exception:
        _log.exception("no examples could be made")
        return Welcome(_said(language, wording.NO_EXAMPLES.say(language)), ())
    if not offer.articles:
        return Welcome(_said(language, wording.NO_ARTICLES.say(language)), ())
    return Welcome(
        _said(language, filled(wording.LIBRARY, language, articles=offer.articles)), offer.examples
    )


def _said(language: Language, state: str) -> str:
    return tag(
        "div",
        tag("h1", escaped(wording.WELCOME.say(language)))
        + tag("p", escaped(wording.HOW_IT_ANSWERS.say(language)))
        + tag("p", escaped(state), class_="wj-state"),
        class_="wj-welcome",
    )


@lru_cache(maxsize=8)
def _offer(assistant: Assistant, generation: str) -> Offer:  # noqa: ARG001 - the key that makes it new
    articles = list(assistant.snapshot().articles())
    return Offer(len(articles), example_questions(articles, assistant.ask))
