"""What does the panel of phrases show, and what happens when somebody writes into the dictionary? No Gradio here."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from rag.assistant import Assistant
from rag.corpus.article import Article
from rag.errors import Language, UserError, Words
from rag.wording.candidates import Candidate, mined, unknown
from rag.wording.dictionary import PhrasesUnreadable, fault_of
from rag.wording.dictionary_file import add_phrases, bundled, read_phrases
from ui import wording
from ui.markup import escaped, joined, tag
from ui.reference import Reference

MOST_CHARACTERS = 300_000
"""Of articles that are looked through for one visitor; that takes two or three seconds. The command line reads all."""

MOST_OF_A_KIND = 30

MOST_WRITTEN = 5_000
"""Characters that one press of the button may write."""

LONGEST_TOLD = 40
"""Characters of a faulty line that are told again."""

_log = logging.getLogger(__name__)
_looking = threading.Lock()
"""Two visitors who open the panel at once wait for one look through the articles."""


class Found(NamedTuple):
    """What the articles of one generation offer, whatever the dictionary holds."""

    candidates: tuple[Candidate, ...]
    read: int
    """Articles that were looked through."""
    whole: int
    """Articles that there are."""


class Outcome(NamedTuple):
    """What came of writing."""

    words: str
    """For the person, in their language."""
    written: bool
    """Whether every line is in the dictionary now."""


def spread(articles: Sequence[Article], most: int) -> Sequence[Article]:
    """All of the articles, or as many from beginning to end, evenly spread, as have about ``most`` characters."""
    whole = sum(len(article.text) for article in articles)
    step = -(-whole // most) if whole else 1
    return articles[::step]


def first_of_each(found: Iterable[Candidate], most: int) -> list[Candidate]:
    """The first ``most`` of each kind, the kinds in the order of the words for them."""
    candidates = list(found)
    kinds = ([one for one in candidates if one.kind == kind] for kind in wording.PHRASE_KINDS)
    return [one for of_kind in kinds for one in of_kind[:most]]


def waiting(language: Language) -> str:
    """What stands in the panel until the articles are looked through."""
    return _note(wording.PHRASES_LOOKING, language)


def phrase_list(assistant: Assistant, language: Language) -> str:
    """The candidates with a box to tick and a place to open each. Looks through the articles. Never raises."""
    try:
        with _looking:
            found = _found(assistant, assistant.snapshot().generation)
        new = first_of_each(unknown(found.candidates, assistant.dictionary.get()), MOST_OF_A_KIND)
    except UserError as error:
        return tag("p", escaped(error.say(language)), class_="wj-warning", role="status")
    except Exception:
        _log.exception("the articles could not be looked through for phrases")
        return _note(wording.PHRASES_NOT_READ, language)
    return joined((shown(new, language), _part_only(found, language)))


@lru_cache(maxsize=4)
def _found(assistant: Assistant, generation: str) -> Found:  # noqa: ARG001 - the key that makes it new
    articles = list(assistant.snapshot().articles())
    looked_through = spread(articles, MOST_CHARACTERS)
    return Found(mined(looked_through), len(looked_through), len(articles))


def _part_only(found: Found, language: Language) -> str:
    if found.read == found.whole:
        return ""
    return _note(wording.PHRASES_SOME, language, read=found.read, whole=found.whole)


def shown(candidates: Sequence[Candidate], language: Language) -> str:
    """The candidates as HTML, under a heading for each kind."""
    if not candidates:
        return _note(wording.PHRASES_NONE, language)
    groups = "".join(
        tag("h3", escaped(wording.PHRASE_KINDS[kind].say(language)))
        + tag("ul", "".join(_line(one, language) for one in of_kind))
        for kind, of_kind in groupby(candidates, lambda one: one.kind)
    )
    return _note(wording.PHRASES_HOW, language) + tag("div", groups, class_="wj-phrases")


def _line(one: Candidate, language: Language) -> str:
    """``phrases.js`` reads the boxes, ``pane.js`` opens the example."""
    box = tag("input", type="checkbox", value=one.entry)
    count = wording.filled(wording.PHRASE_COUNT, language, count=one.count)
    place = Reference(one.article_id, 1, one.span).href
    example = tag("a", escaped(count), class_="cite wj-place", href=place, title=one.example)
    return tag("li", tag("label", box + tag("span", escaped(one.entry), lang="zh-CN")) + example)


def _note(words: Words, language: Language, **values: object) -> str:
    return tag("p", escaped(wording.filled(words, language, **values)), class_="wj-phrases-note")


def state(assistant: Assistant, language: Language, news: Outcome | None = None) -> str:
    """What has just happened, and how many entries are in force; or why the dictionary cannot be read. Never raises."""
    told = tag("p", escaped(news.words), class_=None if news.written else "wj-warning") if news else ""
    try:
        own = read_phrases(assistant.dictionary.path).entries
    except PhrasesUnreadable as error:
        return told + tag("p", escaped(error.say(language)), class_="wj-warning")
    except OSError:
        return told + tag("p", escaped(wording.PHRASES_SHUT.say(language)), class_="wj-warning")
    held = wording.filled(wording.PHRASES_HELD, language, bundled=bundled().entries, own=own)
    return told + tag("p", escaped(held))


def write(assistant: Assistant, text: str, language: Language) -> Outcome:
    """Writes the lines of ``text`` into the dictionary, or none of them where one cannot be read. Never raises."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if refused := _refused(lines, language):
        return Outcome(refused, written=False)
    try:
        written = add_phrases(assistant.dictionary.path, lines)
    except UserError as error:
        return Outcome(error.say(language), written=False)
    except OSError:
        _log.exception("the dictionary of phrases could not be written")
        return Outcome(wording.PHRASES_NOT_WRITTEN.say(language), written=False)
    words = wording.PHRASES_WRITTEN if written else wording.PHRASES_STAND
    return Outcome(wording.filled(words, language, written=written), written=True)


def _refused(lines: Sequence[str], language: Language) -> str:
    """Why nothing of this is written; empty where all of it can be."""
    if not lines:
        return wording.PHRASES_NOTHING.say(language)
    if sum(map(len, lines)) > MOST_WRITTEN:
        return wording.filled(wording.PHRASES_TOO_MUCH, language, most=MOST_WRITTEN)
    for line in lines:
        if fault := fault_of(line):
            told = line[:LONGEST_TOLD]
            return wording.filled(wording.PHRASES_FAULT, language, line=told, fault=fault.say(language))
    return ""
