"""Replies as they stand in a terminal."""

from dataclasses import replace

from rich.text import Text

from rag.answering.answer import (
    AboutAnswer,
    Abstention,
    AbstentionKind,
    Answer,
    AnswerItem,
    FactAnswer,
    ListAnswer,
    OutlineAnswer,
    QuestionKind,
    SeveralAnswer,
)
from rag.answering.citation import Citation
from rag.answering.quote import Quote, quote_body, quote_label
from rag.corpus.article import Article, ArticleKind, Chunk, Imprint, SourceText
from rag.corpus.page import Landmark, LandmarkKind
from rag.errors import Words
from rag.reply import Passage, Reply
from rag.retrieval.hits import Hit, LegScores
from rag.text.spans import SourceMap, Span
from rag.wording.alternative import Correction
from ui.terminal.reply import reply_text

TEXT = "安全检查每月进行两次。班前讲清危险源。夜校每周上课。"

ARTICLE = Article(
    article_id="a1",
    kind=ArticleKind.ARTICLE,
    file="煤矿.md",
    record=None,
    title=SourceText("谈安全检查", (Span(100, 105),)),
    author=SourceText("王建国", (Span(110, 113),)),
    affiliation=SourceText("东山煤矿", (Span(114, 118),)),
    text=TEXT,
    source_map=SourceMap.of([(0, len(TEXT))], TEXT),
    sections=(),
    body=Span(0, len(TEXT)),
)


def quote(words: str) -> Quote:
    start = TEXT.index(words)
    return quote_body(ARTICLE, Span(start, start + len(words)))


def item(words: str, number: int = 1, lit: Span | None = None) -> AnswerItem:
    return AnswerItem(quote(words), number, 1.0, lit)


def reply(answer: Answer, *cited: Citation, understood_as: str = "检查几次？") -> Reply:
    chunk = Chunk("c1", "a1", Span(0, len(TEXT)), "谈安全检查", "", (), TEXT)
    passage = Passage(Hit(1, chunk, 1.0, LegScores(1.0, 0.0)), ARTICLE)
    return Reply("检查几次？", understood_as, QuestionKind.NUMBER, answer, cited, (passage,), "1", 0.01)


def cited(words: str, *path: str) -> Citation:
    return Citation(1, ARTICLE, path, quote(words))


def lines(text: Text) -> list[str]:
    return text.plain.split("\n")


def test_an_answer_stands_over_its_place_and_what_answers_is_lit() -> None:
    words = "安全检查每月进行两次。"
    answer = FactAnswer((item(words, lit=Span(8, 10)),))
    shown = reply_text(reply(answer, cited(words, "一、制度", "（一）检查")), "zh")
    assert lines(shown) == [
        "安全检查每月进行两次。 [1]",
        "",
        "出处",
        "[1] 《谈安全检查》 东山煤矿 王建国 › 一、制度 › （一）检查",
        "    煤矿.md 0–11",
    ]
    assert [shown.plain[span.start : span.end] for span in shown.spans if span.style == "bold"] == ["两次"]


def test_a_follow_up_says_how_it_was_understood() -> None:
    shown = reply_text(reply(FactAnswer((item("班前讲清危险源。"),)), understood_as="煤矿检查几次？"), "zh")
    assert lines(shown)[0] == "理解为：煤矿检查几次？"


def test_what_was_mistyped_is_told_beside_what_was_understood() -> None:
    told = reply(FactAnswer((item("班前讲清危险源。"),)), understood_as="煤矿检查几次？")
    mended = replace(told, corrections=(Correction("煤况", "煤矿", "sound"),))
    assert lines(reply_text(mended, "zh"))[:2] == ["理解为：煤矿检查几次？", "已把“煤况”当作“煤矿”"]


def test_a_list_is_numbered_and_says_what_is_missing() -> None:
    items = (item("安全检查每月进行两次"), item("夜校每周上课"))
    shown = lines(reply_text(reply(ListAnswer(items, quote("班前讲清危险源"), promised=3)), "zh"))
    assert shown == [
        "班前讲清危险源",
        "找到 2 项，共提到 3 项",
        "  1. 安全检查每月进行两次 [1]",
        "  2. 夜校每周上课 [1]",
    ]


def test_an_outline_is_indented_by_level() -> None:
    outline = OutlineAnswer((item("班前讲清危险源"), item("夜校每周上课")), levels=(1, 2))
    assert lines(reply_text(reply(outline), "zh")) == ["班前讲清危险源 [1]", "  夜校每周上课 [1]"]


def test_items_bring_their_own_number_or_get_one() -> None:
    outline = OutlineAnswer((item("班前讲清危险源"), item("夜校每周上课")), levels=(1, 1))
    assert lines(reply_text(reply(outline), "zh")) == ["  1. 班前讲清危险源 [1]", "  2. 夜校每周上课 [1]"]
    own = replace(quote("夜校每周上课"), text="一、夜校每周上课")
    numbered = OutlineAnswer((AnswerItem(own, 1, 1.0),), levels=(1,))
    assert lines(reply_text(reply(numbered), "zh")) == ["  一、夜校每周上课 [1]"]


def test_sentences_of_several_articles_stand_under_the_names_of_their_articles() -> None:
    several = SeveralAnswer((item("班前讲清危险源"), item("夜校每周上课", 2)))
    shown = lines(reply_text(reply(several, cited("班前讲清危险源"), cited("夜校每周上课")), "zh"))
    name = f"《{ARTICLE.title.text}》" if ARTICLE.title else "（原页无标题）"
    unit = f" {ARTICLE.affiliation.text}" if ARTICLE.affiliation else ""
    assert shown[:3] == [name + unit, "  班前讲清危险源 [1]", "  夜校每周上课 [2]"]


def test_an_answer_about_the_article_says_what_the_page_does_not_give() -> None:
    title = SourceText("谈安全检查", (Span(0, 5),))
    about = AboutAnswer((AnswerItem(quote_label(ARTICLE, title), 1, 1.0),), Words("未署名", "unsigned"))
    assert lines(reply_text(reply(about), "en")) == ["谈安全检查 [1]", "unsigned"]


def test_an_abstention_gives_its_reason_and_the_nearest_places() -> None:
    answer = Abstention(
        AbstentionKind.UNKNOWN_WORDS,
        Words("库中没有提到", "the library does not say"),
        missing=("直升机",),
        nearest=(quote("班前讲清危险源。"),),
    )
    assert lines(reply_text(reply(answer), "zh")) == [
        "没有找到答案。库中没有提到",
        "库中没有出现：直升机",
        "可以换个说法，或用文章里的词再问。",
        "",
        "最接近的原文（不一定是答案）",
        "  · 班前讲清危险源。",
        "    《谈安全检查》  煤矿.md 11–19",
    ]


def test_what_a_refusal_says_already_is_not_said_twice() -> None:
    named = Abstention(
        AbstentionKind.UNKNOWN_WORDS, Words("没有出现“直升机”", "never says 直升机"), ("直升机",)
    )
    assert lines(reply_text(reply(named), "en")) == [
        "No answer found: never says 直升机",
        "Try other words, or the words of the articles.",
    ]
    empty = Abstention(AbstentionKind.NOT_A_QUESTION, Words("请输入一个问题", "please type a question"))
    assert lines(reply_text(reply(empty), "zh"))[0] == "请输入一个问题"


def test_numbers_of_one_section_share_their_lines() -> None:
    first, second = (
        cited("安全检查每月进行两次", "一、制度"),
        replace(cited("夜校每周上课", "一、制度"), number=2),
    )
    elsewhere = replace(cited("班前讲清危险源", "二、落实"), number=3)
    answer = ListAnswer((item("安全检查每月进行两次"),), None, None)
    assert lines(reply_text(reply(answer, first, second, elsewhere), "zh"))[3:] == [
        "出处",
        "[1] [2] 《谈安全检查》 东山煤矿 王建国 › 一、制度",
        "    煤矿.md 0–10 · 19–25",
        "[3] 《谈安全检查》 东山煤矿 王建国 › 二、落实",
        "    煤矿.md 11–18",
    ]


def test_a_line_about_the_article_says_what_it_is() -> None:
    assert ARTICLE.author
    name = quote_label(ARTICLE, ARTICLE.author)
    about = AboutAnswer((AnswerItem(name, 1, 1.0),))
    assert lines(reply_text(reply(about, Citation(1, ARTICLE, (), name)), "zh"))[0] == "作者：王建国 [1]"


def test_a_place_in_a_document_with_pages_names_the_page() -> None:
    paged = replace(ARTICLE, landmarks=(Landmark(0, LandmarkKind.PAGE, 7),))
    words = "安全检查每月进行两次。"
    citation = Citation(1, paged, (), quote(words))
    assert lines(reply_text(reply(FactAnswer((item(words),)), citation), "zh"))[-1].endswith("  第 7 页")
    assert lines(reply_text(reply(FactAnswer((item(words),)), citation), "en"))[-1].endswith("  page 7")


def test_a_source_tells_where_it_was_printed() -> None:
    words = "安全检查每月进行两次。"
    printed = replace(ARTICLE, imprint=Imprint(SourceText("青湾日报", ()), edition=SourceText("第3版", ())))
    shown = reply_text(reply(FactAnswer((item(words),)), replace(cited(words), article=printed)), "zh")
    assert "    《青湾日报》 第3版" in lines(shown)


def test_a_source_names_the_files_that_print_it_too() -> None:
    words = "安全检查每月进行两次。"
    others = tuple(replace(ARTICLE, article_id=f"b{n}", file=f"报{n}.txt") for n in range(1, 8))
    two, seven = (replace(cited(words), printed_in=others[:count]) for count in (2, 7))
    answer = FactAnswer((item(words),))
    assert lines(reply_text(reply(answer, two), "zh"))[-1] == "    另有 2 处刊载：报1.txt、报2.txt"
    assert lines(reply_text(reply(answer, two), "en"))[-1] == (
        "    also printed in 2 other places: 报1.txt, 报2.txt"
    )
    assert lines(reply_text(reply(answer, seven), "zh"))[-1].endswith("报5.txt…")
