"""How does the browser show why a passage was found?

Pure: what was explained in, HTML out. The fold stands under the passage and holds what must be asked again; what is
in it is made when somebody opens it, so that a reply takes no longer.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator

from rag.dialogue.understood import Understood
from rag.errors import Language, Words
from rag.reply import Passage, Reply
from rag.retrieval.explained import Explained, FoundWords
from rag.retrieval.filters import Filters
from rag.retrieval.found_because import found_because
from rag.text.tokens import content_words
from ui import wording
from ui.found import SCATTERED, SCORE, WHY_FOUND, parts_said, rarity_said, times_said, word_said
from ui.markup import escaped, joined, shortened, tag
from ui.shared_words import SHORTEST, places_of, set_off

_log = logging.getLogger(__name__)

MOST_SHOWN = 400
"""Characters of the passage with its words marked: nearly all passages are shorter."""

Explain = Callable[[Understood, Filters], tuple[Explained, ...]]
"""Why the passages of an understood question were found, as ``Assistant.explain`` tells it."""


def why_fold(reply: Reply, passage: Passage, language: Language) -> str:
    """The closed fold under a passage, still empty; ``why.js`` fills it. Nothing under what was no question."""
    understood = reply.understood
    if understood is None:
        return ""
    chunk = passage.hit.chunk
    again = {
        "text": understood.text,
        "context": understood.context,
        "focus": understood.focus,
        "filters": reply.filters.given,
        "article": chunk.article_id,
        "start": chunk.span.start,
    }
    summary = tag("summary", escaped(WHY_FOUND.say(language)))
    # In the value of a button that nobody sees: the chat keeps no data attributes.
    kept = tag("button", type="button", hidden="", value=json.dumps(again, ensure_ascii=False))
    return tag("details", summary + kept + tag("div", class_="wj-why-body"), class_="wj-why")


def open_why(asked: object, explain: Explain) -> str:
    """What a fold holds, for what it keeps: ``{"text", "context", "focus", "filters", "article", "start", "language"}``.

    Anything else, and a passage that is no longer found, gives the words that say so. Never raises.
    """
    fields = asked if isinstance(asked, dict) else {}
    language: Language = "en" if fields.get("language") == "en" else "zh"
    try:
        explained = explain(_understood(fields), Filters(**(fields.get("filters") or {})))
        for one in explained:
            chunk = one.hit.chunk
            if (chunk.article_id, chunk.span.start) == (fields.get("article"), fields.get("start")):
                return why_body(one, language)
    except Exception:
        _log.exception("a passage was not explained")
        return _note(wording.NOT_EXPLAINED, language)
    return _note(wording.NO_LONGER_FOUND, language)


def _understood(fields: dict[str, object]) -> Understood:
    focus = fields.get("focus")
    return Understood(
        str(fields.get("text", "")), str(fields.get("context", "")), str(focus) if focus else None
    )


def why_body(one: Explained, language: Language) -> str:
    """The sentence, the parts of the score as bars, the words, and the passage with the words marked."""
    parts = (
        tag("p", escaped(found_because(one).say(language)), class_="wj-because"),
        tag("dl", "".join(_parts(one, language)), class_="wj-bars"),
        _words(one, language),
        tag("p", _marked(one), class_="wj-said", lang="zh-CN"),
    )
    return joined(parts)


def _parts(one: Explained, language: Language) -> Iterator[str]:
    for name, points, length in parts_said(one, language):
        bar = tag("span", class_="wj-bar-fill", style=f"width: {length:.0%}", aria_hidden="true")
        track = tag("span", bar, class_="wj-bar-track")
        yield tag("dt", escaped(name)) + tag("dd", track + tag("span", escaped(f"{points:.1f}")))
    score = SCORE.say(language).format(score=one.hit.score)
    yield tag("dt", class_="wj-sum") + tag("dd", tag("span", escaped(score)), class_="wj-sum")


def _words(one: Explained, language: Language) -> str:
    rows = [tag("li", _word(word, language)) for word in one.words]
    if one.scattered and one.hit.score > 0:
        share = f"{one.scattered / one.hit.score:.0%}"
        rows.append(
            tag("li", escaped(SCATTERED.say(language)) + tag("span", escaped(share), class_="wj-beside"))
        )
    return tag("ul", "".join(rows), class_="wj-found-words") if rows else ""


def _word(word: FoundWords, language: Language) -> str:
    beside = (f"{word.share:.0%}", times_said(word, language), rarity_said(word, language))
    return tag("b", escaped(word_said(word, language)), class_="wj-shared") + tag(
        "span", escaped(" · ".join(beside)), class_="wj-beside"
    )


def _marked(one: Explained) -> str:
    """The passage; of a stretch that only the headings have whole, its words are marked."""
    text = shortened(one.hit.chunk.text, MOST_SHOWN)
    stretches = [word.meant or word.text for word in one.words]
    words = {word for stretch in stretches for word in (stretch, *content_words(stretch))}
    return set_off(places_of([word for word in words if len(word) >= SHORTEST], text), text)


def _note(words: Words, language: Language) -> str:
    return tag("p", escaped(words.say(language)), class_="wj-because")
