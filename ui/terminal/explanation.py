"""How does a terminal show how a page was understood?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from rag.corpus.article import ArticleKind
from rag.errors import Language, Words
from rag.explanation.entries import (
    ArticleFound,
    Doubt,
    Dropped,
    Explanation,
    ForeignFound,
    MarkFound,
    Place,
    SeamMade,
    Stretch,
)
from ui.explained import (
    COLON,
    DOUBTS,
    DROPPED,
    FOREIGN,
    GOES_ON,
    NO_DOUBTS,
    SEAMS,
    SETTING,
    article_said,
    foreign_said,
    lines_said,
    points_said,
)
from ui.terminal.safe import printable

ARTICLES = Words("文章", "Articles")
MARKS = Words("标题、署名等记号", "Marks")
UNTITLED = Words("（原页无标题）", "(no title on the page)")
UNSIGNED = Words("未署名", "unsigned")
NOTICE = Words("启事", "notice")

LONGEST = 40
"""Characters shown of a line or passage; ``--json`` gives all of them."""

QUIET, HEADING, WARNING = "dim", "bold", "yellow"


def explanation_text(explanation: Explanation, language: Language) -> Text:
    """The whole explanation of a page, styled; its plain text says everything too."""
    return Text("\n").join(_Shown(explanation, language).lines())


class _Shown:
    """An explanation in one language."""

    def __init__(self, explanation: Explanation, language: Language) -> None:
        self.explanation = explanation
        self.language = language

    def lines(self) -> Iterator[Text]:
        one = self.explanation
        name = f"{one.file}#{one.record}" if one.record else one.file
        yield Text(printable(name), HEADING)
        yield Text(self._say(SETTING) + self._say(COLON) + self._say(one.setting))
        yield from self._part(ARTICLES, (line for article in one.articles for line in self._article(article)))
        yield from self._part(SEAMS, (line for seam in one.seams for line in self._seam(seam)))
        yield from self._part(MARKS, map(self._mark, one.marks))
        yield from self._part(DROPPED, map(self._dropped, one.dropped))
        yield from self._part(FOREIGN, map(self._foreign, one.foreign))
        if one.doubts:
            yield from self._part(DOUBTS, map(self._doubt, one.doubts))
        else:
            yield Text("\n" + self._say(NO_DOUBTS))

    def _part(self, heading: Words, lines: Iterable[Text]) -> Iterator[Text]:
        """A heading and what stands under it; nothing where nothing does."""
        told = list(lines)
        if told:
            yield Text("\n" + self._say(heading), HEADING)
            yield from told

    def _article(self, one: ArticleFound) -> Iterator[Text]:
        title = f"《{printable(one.title)}》" if one.title else self._say(UNTITLED)
        signed = " ".join(printable(name) for name in (one.affiliation, one.author) if name)
        notice = one.kind is ArticleKind.NOTICE
        last = self._say(NOTICE) if notice else signed or self._say(UNSIGNED)
        yield Text(f"  {one.number}. {title} {last}")
        for stretch in one.stretches:
            yield self._stretch(stretch)

    def _stretch(self, one: Stretch) -> Text:
        words = "…".join(part for part in (one.begins, one.ends) if part)
        seam = f" · {self._say(GOES_ON)}" if one.goes_on else ""
        return self._line(f"   {words}", self._place(one.place) + seam)

    def _seam(self, one: SeamMade) -> Iterator[Text]:
        score = points_said(one.score, self.language)
        yield self._line(f"{one.before}｜{one.behind}", score, self._of(one.article), self._place(one.place))
        for reason in one.reasons:
            yield Text(f"     {reason.points:+.1f}  {self._say(reason.words)}", QUIET)

    def _mark(self, one: MarkFound) -> Text:
        words = self._say(one.what) + self._say(COLON) + self._short(one.text)
        return self._line(words, self._of(one.article), self._place(one.place))

    def _dropped(self, one: Dropped) -> Text:
        return self._line(self._short(one.text), self._say(one.why), self._place(one.place))

    def _foreign(self, one: ForeignFound) -> Text:
        return self._line(self._short(one.text), foreign_said(one, self.language), self._place(one.place))

    def _doubt(self, one: Doubt) -> Text:
        words = f"? {self._say(one.words)}"
        return self._line(words, self._of(one.article), self._place(one.place), style=WARNING)

    def _line(self, words: str, *beside: str, style: str = "") -> Text:
        """Words of the page, and what is said of them."""
        return Text.assemble((f"  {printable(words)}", style), ("  " + " · ".join(beside), QUIET))

    def _place(self, place: Place) -> str:
        """Lines for people, code points for whoever looks them up."""
        offsets = " ".join(f"{span.start}–{span.end}" for span in place.spans)
        return f"{lines_said(place, self.language)} [{offsets}]"

    def _of(self, article: int | None) -> str:
        return article_said(article, self.language)

    def _short(self, text: str) -> str:
        return text if len(text) <= LONGEST else text[:LONGEST] + "…"

    def _say(self, words: Words) -> str:
        return words.say(self.language)
