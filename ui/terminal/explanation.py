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
from ui.terminal.safe import printable

SETTING = Words("排法", "Setting")
DROPPED = Words("不属于任何文章的文字", "Words of no article")
ARTICLES = Words("文章", "Articles")
MARKS = Words("标题、署名等记号", "Marks")
SEAMS = Words("断句的接合", "Seams in mid-sentence")
FOREIGN = Words("串入别篇而略去的文字", "Foreign passages, left out")
DOUBTS = Words("存疑之处", "Doubts")
NO_DOUBTS = Words("没有存疑之处", "No doubts")

COLON = Words("：", ": ")
UNTITLED = Words("（原页无标题）", "(no title on the page)")
UNSIGNED = Words("未署名", "unsigned")
NOTICE = Words("启事", "notice")
LINE = Words("第 {first} 行", "line {first}")
LINES = Words("第 {first}–{last} 行", "lines {first}–{last}")
LINES_APART = Words("第 {first}、{last} 行", "lines {first} and {last}")
ARTICLE = Words("第 {number} 篇", "article {number}")
NO_ARTICLE = Words("不属于任何一篇", "of no article")
POINTS = Words("{points} 分", "{points} points")
STANDS_IN = Words("混在第 {number} 篇中", "stood in article {number}")
STANDS_ALONE = Words("自成一段", "stood by itself")
BELONGS_TO = Words("原属第 {number} 篇", "belongs to article {number}")
GOES_ON = Words("接上句", "goes on in mid-sentence")

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
        seam = f" · {self._say(GOES_ON)}" if one.goes_on else ""
        words = printable("…".join(part for part in (one.begins, one.ends) if part))
        return Text.assemble(f"     {words}", (f"  {self._place(one.place)}{seam}", QUIET))

    def _seam(self, one: SeamMade) -> Iterator[Text]:
        score = self._fill(POINTS, points=f"{one.score:.1f}")
        where = f"  {score} · {self._of(one.article)} · {self._place(one.place)}"
        yield Text.assemble("  ", printable(f"{one.before}｜{one.behind}"), (where, QUIET))
        for reason in one.reasons:
            yield Text(f"     {reason.points:+.1f}  {self._say(reason.words)}", QUIET)

    def _mark(self, one: MarkFound) -> Text:
        where = f"  {self._of(one.article)} · {self._place(one.place)}"
        what = f"  {self._say(one.what)}{self._say(COLON)}{self._short(one.text)}"
        return Text.assemble(what, (where, QUIET))

    def _dropped(self, one: Dropped) -> Text:
        where = f"  {self._say(one.why)} · {self._place(one.place)}"
        return Text.assemble(f"  {self._short(one.text)}", (where, QUIET))

    def _foreign(self, one: ForeignFound) -> Text:
        stood = self._fill(STANDS_IN, number=one.stands_in) if one.stands_in else self._say(STANDS_ALONE)
        owner = f" · {self._fill(BELONGS_TO, number=one.belongs_to)}" if one.belongs_to else ""
        where = f"  {stood}{owner} · {self._place(one.place)}"
        return Text.assemble(f"  {self._short(one.text)}", (where, QUIET))

    def _doubt(self, one: Doubt) -> Text:
        where = f"  {self._of(one.article)} · {self._place(one.place)}"
        return Text.assemble((f"  ? {printable(self._say(one.words))}", WARNING), (where, QUIET))

    def _place(self, place: Place) -> str:
        """Lines of the file for people, code points for whoever looks them up."""
        apart = len(place.spans) > 1
        words = LINE if place.line == place.last_line else LINES_APART if apart else LINES
        offsets = " ".join(f"{span.start}–{span.end}" for span in place.spans)
        return f"{self._fill(words, first=place.line, last=place.last_line)} [{offsets}]"

    def _of(self, article: int | None) -> str:
        return self._fill(ARTICLE, number=article) if article else self._say(NO_ARTICLE)

    def _short(self, text: str) -> str:
        return printable(text if len(text) <= LONGEST else text[:LONGEST] + "…")

    def _say(self, words: Words) -> str:
        return words.say(self.language)

    def _fill(self, words: Words, **values: object) -> str:
        return words.say(self.language).format(**values)
