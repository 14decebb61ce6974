import html
import re
from collections.abc import Callable
from dataclasses import replace

from rag.answering.answer import AnswerItem, FactAnswer
from rag.answering.citation import Citation
from rag.answering.quote import Quote, quote_label
from rag.corpus.article import Article, Imprint, SourceText
from rag.corpus.page import Landmark, LandmarkKind
from rag.reply import Reply
from rag.text.spans import Span
from ui.sources import MOST_PASSAGES, article_name, byline, passage_links, source_cards

QuoteOf = Callable[[Article, str], Quote]


def read(message: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "|", message))


def cite(number: int, article: Article, quote: Quote) -> Citation:
    return Citation(number, article, article.path_at(quote.span.start) if quote.span else (), quote)


def test_a_title_inside_a_title_gets_single_marks(mine: Article):
    title = SourceText("读《矿山安全法》有感", (Span(0, 10),))
    assert article_name(replace(mine, title=title)) == "《读〈矿山安全法〉有感》"


def test_an_article_without_a_title_is_called_by_its_file(notice: Article):
    assert article_name(notice) == "矿工报/第08版.txt"
    assert byline(notice) == ""


def test_a_card_names_title_author_unit_section_file_and_the_proof(mine: Article, quote: QuoteOf):
    words = read(source_cards([cite(1, mine, quote(mine, "846条"))], "zh"))
    for part in (
        "《抓实班组安全管理的实践》",
        "赵永川 · 白石沟煤矿安全监察部",
        "[1]",
        "二、加强班组安全管理的措施 › （一）推行三交三查制度",
        "矿工报/第07版.txt",
        "逐字一致 ✓",
    ):
        assert f"|{part}|" in words


def test_citations_of_one_article_share_a_card_and_of_one_section_a_line(
    mine: Article, notice: Article, quote: QuoteOf
):
    cited = [
        cite(1, mine, quote(mine, "现场交接不细")),
        cite(2, notice, quote(notice, "重要")),
        cite(3, mine, quote(mine, "培训内容陈旧")),
        cite(4, mine, quote(mine, "846条")),
    ]
    cards = source_cards(cited, "zh")
    assert cards.count('class="wj-card"') == 2
    assert re.findall(r"\[\d\]", read(cards)) == ["[1]", "[3]", "[4]", "[2]"]
    assert cards.count('class="wj-card-line"') == 3


def test_a_place_without_headings_says_which_part_it_is(mine: Article, quote: QuoteOf):
    assert mine.author
    cited = [cite(1, mine, quote(mine, "白石沟煤矿把班组")), cite(2, mine, quote_label(mine, mine.author))]
    words = read(source_cards(cited, "zh"))
    assert "|正文|" in words
    assert "|作者|" in words


def test_a_field_of_a_record_is_not_called_verbatim(mine: Article):
    article = replace(mine, title=SourceText("抓实班组安全管理的实践", ()))
    assert article.title
    assert "逐字一致" not in source_cards([cite(1, article, quote_label(article, article.title))], "zh")


def test_no_citation_makes_no_card():
    assert source_cards([], "zh") == ""


def test_passages_that_the_answer_quotes_are_not_offered_again(
    mine: Article, quote: QuoteOf, reply: Callable[..., Reply]
):
    answer = FactAnswer((AnswerItem(quote(mine, "白石沟煤矿把班组作为安全管理的落脚点"), 1, 1.0),))
    links = passage_links(reply(answer, passages=True), "zh")
    assert "落脚点" not in links
    assert links.count("<li>") == MOST_PASSAGES
    assert passage_links(reply(answer), "zh") == ""


def test_a_place_in_a_document_with_pages_names_the_page(mine: Article, quote: QuoteOf):
    paged = replace(mine, landmarks=(Landmark(0, LandmarkKind.PAGE, 2), Landmark(90, LandmarkKind.PAGE, 3)))
    cited = [cite(1, paged, quote(paged, "现场交接不细")), cite(2, paged, quote(paged, "846条"))]
    words = read(source_cards(cited, "zh"))
    assert "|一、班组安全管理存在的问题 · 第 2 页|" in words
    assert "|二、加强班组安全管理的措施 › （一）推行三交三查制度 · 第 3 页|" in words
    assert "page 3" in read(source_cards(cited, "en"))


def test_a_card_tells_where_the_article_was_printed(mine: Article, quote: QuoteOf):
    said = ("青湾日报", "2025年3月12日", "第3版", "<安全>")
    printed = replace(mine, imprint=Imprint(*(SourceText(words, ()) for words in said)))
    cards = source_cards([cite(1, printed, quote(mine, "846条"))], "zh")
    assert "|《青湾日报》2025年3月12日 第3版 · <安全>|" in read(cards)
    assert "<安全>" not in cards
    assert "wj-imprint" not in source_cards([cite(1, mine, quote(mine, "846条"))], "zh")


def test_a_card_tells_of_the_other_printings_and_opens_each_at_the_quotation(mine: Article, quote: QuoteOf):
    printed = Imprint(SourceText("班组文摘", ()), SourceText("2024年5月", ()))
    abridged = replace(
        mine, article_id="f7f8f9", file="文摘.txt", text="摘要：现场交接不细，培训内容陈旧。", imprint=printed
    )
    whole = replace(mine, article_id="e1e2e3", file="晚报.txt")
    citation = replace(cite(2, mine, quote(mine, "现场交接不细")), printed_in=(whole, abridged))
    card = source_cards([citation], "zh")
    words = read(card)
    assert "|另有 2 处刊载|" in words
    assert "|晚报.txt|" in words
    assert "|《班组文摘》2024年5月 · 文摘.txt|" in words
    assert re.findall(r'href="#cite=(\w+)\.(\d)\.([\d-]+)"', card)[1:] == [
        ("e1e2e3", "2", "{}-{}".format(*quote(mine, "现场交接不细").span or ())),
        ("f7f8f9", "2", "3-9"),
    ]
    assert "also printed in 2 other places" in read(source_cards([citation], "en"))


def test_a_card_of_an_article_printed_once_says_nothing_of_it(mine: Article, quote: QuoteOf):
    assert "刊载" not in read(source_cards([cite(1, mine, quote(mine, "现场交接不细"))], "zh"))
