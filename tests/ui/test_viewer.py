import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from rag.corpus.article import Article, ArticleKind, Imprint, Section, SourceText
from rag.corpus.page import Landmark, LandmarkKind
from rag.text.spans import Run, SourceMap, Span
from ui.reference import Label
from ui.viewer import article_pane, blocks, gone_pane


class Pane(HTMLParser):
    """What a reader sees: the text of the article, what is lit, and which elements there are."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = self.lit = ""
        self.first_lit = ""
        self.ids: list[str] = []
        self.elements: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._open.append((tag, given.get("class") or given.get("id") or ""))
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.elements.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.elements:
            self.elements[-1] = (self.elements[-1][0], self.elements[-1][1] + data)
        if ("div", "wj-text") in self._open:
            self.text += data
        if any(tag == "mark" for tag, _ in self._open):
            self.lit += data
        if ("mark", "lit") in self._open:
            self.first_lit += data


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Any text with sections anywhere, as wild as offsets can be."""
    text = draw(st.text(alphabet="安全生产，。一、（）<&>*# \n", max_size=80))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    sections = [
        Section(draw(st.integers(1, 4)), Span(start, end), Span(end, end), ("一",), draw(st.booleans()))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    body = Span(0, draw(st.integers(0, len(text))))
    run = SourceMap((Run(0, 0, len(text), False),))
    nothing = (None, None, None)
    return Article("a1", ArticleKind.ARTICLE, "页.txt", None, *nothing, text, run, tuple(sections), body)


@given(articles(), st.data())
def test_the_pane_shows_the_text_and_lights_the_span_exactly(article: Article, data: st.DataObject):
    start = data.draw(st.integers(0, len(article.text)))
    span = Span(start, data.draw(st.integers(start, len(article.text) + 3)))
    pane = Pane(article_pane(article, span, "zh"))
    assert pane.text == article.text
    assert pane.lit == span.slice(article.text).replace("\n", "")
    assert pane.ids == (["lit"] if pane.lit else [])
    assert pane.lit.startswith(pane.first_lit)


@given(articles())
def test_blocks_and_their_breaks_are_the_whole_text(article: Article):
    assert "\n".join(block.span.slice(article.text) for block in blocks(article)) == article.text


def test_headings_stand_as_headings_of_their_level(mine: Article):
    elements = Pane(article_pane(mine, None, "zh")).elements
    assert ("h3", "二、加强班组安全管理的措施\n") in elements
    assert ("h4", "（一）推行三交三查制度\n") in elements
    assert any(tag == "strong" and text.startswith("（二）开办井口课堂") for tag, text in elements)


def test_the_head_tells_title_author_unit_and_file(mine: Article):
    shown = re.sub(r"<[^>]+>", " ", article_pane(mine, None, "zh"))
    for words in ("抓实班组安全管理的实践", "赵永川", "白石沟煤矿安全监察部", "第07版"):
        assert words in shown


def test_the_author_is_lit_in_the_head(mine: Article):
    pane = Pane(article_pane(mine, Label.AUTHOR, "zh"))
    assert pane.lit == "赵永川"
    assert pane.text == mine.text


def test_a_label_that_the_page_does_not_give_lights_nothing(notice: Article):
    for label in Label:
        assert Pane(article_pane(notice, label, "zh")).lit == ""


def test_the_biography_stands_apart(mine: Article):
    assert article_pane(mine, None, "zh").count('class="wj-bio"') == 1


def test_text_that_would_act_is_only_shown(notice: Article):
    html = article_pane(notice, Span(0, 10), "zh")
    assert Pane(html).text == notice.text
    assert "<img" not in html
    assert "${" not in html


def test_a_notice_says_that_it_is_one(notice: Article, mine: Article):
    assert "启事" in article_pane(notice, None, "zh")
    assert "启事" not in article_pane(mine, None, "zh")


def test_a_record_of_a_file_is_named(mine: Article):
    assert "记录&#45;9" in article_pane(replace(mine, record="记录-9"), None, "zh")


def test_an_article_that_is_gone_is_told_in_the_language_of_the_page():
    assert "请再问一次" in gone_pane("zh")
    assert "ask again" in gone_pane("en")


def test_the_head_names_the_page_that_the_lit_words_are_on(mine: Article):
    paged = replace(mine, landmarks=(Landmark(0, LandmarkKind.PAGE, 2), Landmark(40, LandmarkKind.PAGE, 3)))
    assert "第 2 页" in article_pane(paged, Span(0, 5), "zh")
    assert "pages 2–3" in article_pane(paged, Span(0, 30), "en")
    assert " 页" not in article_pane(paged, None, "zh")
    assert " 页" not in article_pane(mine, Span(0, 5), "zh")


def test_the_head_tells_where_the_article_was_printed_and_lights_its_date(mine: Article):
    printed = replace(mine, imprint=Imprint(SourceText("青湾日报", ()), SourceText("2025年3月12日", ())))
    pane = article_pane(printed, Label.DATE, "zh")
    assert Pane(pane).lit == "2025年3月12日"
    assert "《青湾日报》2025年3月12日" in re.sub(r"<[^>]+>", "", pane)
    assert "wj-imprint" not in article_pane(mine, None, "zh")
