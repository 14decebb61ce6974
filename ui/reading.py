"""How does the browser show how the page of an article was read?

Pure: an article and the text of its page in, HTML out. The fold stands under the article; what is in it is made
when somebody opens it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.corpus.article import Article
from rag.errors import Language, Words
from rag.explanation.entries import (
    ArticleFound,
    Doubt,
    Dropped,
    Explanation,
    ForeignFound,
    Place,
    SeamMade,
    Stretch,
)
from rag.explanation.explain import explain_page, page_of
from rag.explanation.whereabouts import SIDE
from rag.text.spans import Span
from ui import explained, wording
from ui.markup import escaped, shortened, tag
from ui.reference import Reference

MOST_CHARACTERS = 40_000
"""Of a page that is read again for one visitor. A newspaper page has 5,000 to 10,000 and takes a tenth of a second
at most; four of them in one file take more than one, and the time grows faster than the text."""

MOST_ENTRIES = 40
"""Entries shown of a kind; the command line shows all of them."""

LONGEST = 80
"""Characters shown of a dropped line or a foreign passage."""


def reading_fold(article: Article, language: Language) -> str:
    """The closed fold, still empty; ``pane.js`` fills it."""
    summary = tag("summary", escaped(wording.HOW_READ.say(language)))
    body = tag("div", class_="wj-reading-body", aria_live="polite")
    return tag("details", summary + body, class_="wj-reading", data_article=article.article_id)


def reading_body(article: Article, source: str, language: Language) -> str:
    """What the fold holds; ``source`` is the text in which the article's places count.

    A page that is too long, or is read otherwise than when it was indexed, gives the words that say so.
    """
    if len(source) > MOST_CHARACTERS:
        return reading_note(wording.PAGE_TOO_LONG, language)
    explanation = explain_page(page_of(article, source))
    for found in explanation.articles:
        if found.article_id == article.article_id:
            return "".join(_Shown(explanation, found, article, language).parts())
    return reading_note(wording.READ_OTHERWISE, language)


def reading_note(words: Words, language: Language) -> str:
    """Words instead of an explanation."""
    return tag("p", escaped(words.say(language)), class_="wj-reading-note")


class _Shown:
    """What concerns one article of an explained page, in one language."""

    def __init__(
        self, explanation: Explanation, found: ArticleFound, article: Article, language: Language
    ) -> None:
        self.explanation = explanation
        self.found = found
        self.article = article
        self.language = language

    def parts(self) -> Iterator[str]:
        one, number = self.explanation, self.found.number
        yield tag("p", self._summary(), class_="wj-reading-note")
        doubts = [doubt for doubt in one.doubts if doubt.article in (number, None)]
        yield self._part(explained.DOUBTS, [self._doubt(doubt) for doubt in doubts])
        if not doubts:
            yield reading_note(explained.NO_DOUBTS, self.language)
        yield self._part(explained.STRETCHES, [self._stretch(one) for one in self.found.stretches])
        seams = [seam for seam in one.seams if seam.article == number]
        yield self._part(explained.SEAMS, [self._seam(seam) for seam in seams])
        foreign = [passage for passage in one.foreign if number in (passage.stands_in, passage.belongs_to)]
        yield self._part(explained.FOREIGN, [self._foreign(passage) for passage in foreign])
        yield self._part(explained.DROPPED, [self._dropped(line) for line in one.dropped])

    def _summary(self) -> str:
        many = len(self.explanation.articles)
        which = wording.filled(wording.WHICH_OF_PAGE, self.language, number=self.found.number, articles=many)
        setting = explained.SETTING.say(self.language) + explained.COLON.say(self.language)
        return escaped(f"{which} {setting}{self.explanation.setting.say(self.language)}")

    def _part(self, heading: Words, entries: Sequence[str]) -> str:
        """A heading and its list; nothing where nothing is in it."""
        if not entries:
            return ""
        shown = [tag("li", entry) for entry in entries[:MOST_ENTRIES]]
        if len(entries) > MOST_ENTRIES:
            more = wording.filled(wording.MORE_ENTRIES, self.language, count=len(entries) - MOST_ENTRIES)
            shown.append(tag("li", escaped(more), class_="wj-beside"))
        return tag("h3", escaped(heading.say(self.language))) + tag("ul", "".join(shown))

    def _doubt(self, doubt: Doubt) -> str:
        return self._entry(doubt.words.say(self.language), doubt.place, link=doubt.article is not None)

    def _stretch(self, stretch: Stretch) -> str:
        words = "…".join(part for part in (stretch.begins, stretch.ends) if part)
        note = (explained.GOES_ON.say(self.language),) if stretch.goes_on else ()
        return self._entry(words, stretch.place, *note)

    def _seam(self, seam: SeamMade) -> str:
        score = explained.points_said(seam.score, self.language)
        reasons = [
            tag("li", escaped(f"{reason.points:+.1f} {reason.words.say(self.language)}"))
            for reason in seam.reasons
        ]
        return self._entry(f"{seam.before}｜{seam.behind}", seam.place, score) + tag("ul", "".join(reasons))

    def _foreign(self, passage: ForeignFound) -> str:
        said = explained.foreign_said(passage, self.language)
        return self._entry(shortened(passage.text, LONGEST), passage.place, said, link=False)

    def _dropped(self, line: Dropped) -> str:
        why = line.why.say(self.language)
        return self._entry(shortened(line.text, LONGEST), line.place, why, link=False)

    def _entry(self, words: str, place: Place, *beside: str, link: bool = True) -> str:
        """Words of the page, as a link to where they stand in the article, and what is said of them."""
        lit = self._span(place) if link else None
        shown = tag("span", escaped(words))
        if lit is not None:
            href = Reference(self.article.article_id, 0, lit).href
            shown = tag("a", escaped(words), class_="wj-jump", href=href)
        lines = explained.lines_said(place, self.language)
        return shown + tag("span", escaped(" · ".join((*beside, lines))), class_="wj-beside")

    def _span(self, place: Place) -> Span | None:
        """The first words of a place in the article's text; of a seam, whose sides meet there, both sides."""
        found = [self.article.source_map.find(span.start) for span in place.spans]
        starts = sorted(start for start in found if start is not None)
        if not starts:
            return None
        meet = starts[-1] - starts[0] <= 2 * SIDE
        end = (starts[-1] if meet else starts[0]) + SIDE
        return Span(starts[0], min(end, len(self.article.text)))
