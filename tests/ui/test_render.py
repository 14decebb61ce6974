import html
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from rag.answering.answer import (
    AboutAnswer,
    Abstention,
    AbstentionKind,
    AnswerItem,
    DefinitionAnswer,
    FactAnswer,
    ListAnswer,
    OutlineAnswer,
    PassageAnswer,
    SeveralAnswer,
)
from rag.answering.quote import Quote, quote_body, quote_label
from rag.corpus.article import Article
from rag.errors import Words
from rag.reply import Reply
from rag.retrieval.filters import Filters
from rag.text.spans import Span
from rag.wording.alternative import Correction
from ui.continuations import MORE
from ui.render import MOST_SHOWN_OF_A_QUESTION, question_message, reply_message, trouble_message

QuoteOf = Callable[[Article, str], Quote]
Items = Callable[..., tuple[AnswerItem, ...]]
MakeReply = Callable[..., Reply]


def read(message: str) -> str:
    """The words of a message, without its elements."""
    return html.unescape(re.sub(r"<[^>]+>", "", message))


def links(message: str) -> list[str]:
    return re.findall(r'href="(#cite=[^"]+)"', message)


def test_a_fact_is_its_sentence_with_the_answer_bold(mine: Article, quote: QuoteOf, reply: MakeReply):
    sentence = quote(mine, "发现并消除隐患846条，")
    message = reply_message(reply(FactAnswer((AnswerItem(sentence, 1, 1.0, Span(7, 11)),))), "zh")
    assert '发现并消除隐患<strong class="wj-whole">846条</strong>，' in message
    assert sentence.span
    assert links(message)[0] == f"#cite=a1b2c3.1.{sentence.span.start}-{sentence.span.end}"


@pytest.mark.parametrize("lit", [None, Span(3, 3), Span(4, 99), Span(-1, 2)])
def test_a_place_outside_the_sentence_makes_nothing_bold(
    mine: Article, quote: QuoteOf, reply: MakeReply, lit: Span | None
):
    answer = FactAnswer((AnswerItem(quote(mine, "整改率百分之百"), 1, 1.0, lit),))
    assert "<strong" not in reply_message(reply(answer), "zh")


@pytest.mark.parametrize("kind", [DefinitionAnswer, PassageAnswer])
def test_sentences_stand_one_under_the_other(
    kind: type, mine: Article, quote: QuoteOf, items: Items, reply: MakeReply
):
    answer = kind(items(quote(mine, "现场交接不细"), quote(mine, "培训内容陈旧")))
    message = reply_message(reply(answer), "zh")
    assert message.count('class="wj-quote"') == 2
    assert "现场交接不细[1]" in read(message)
    assert "培训内容陈旧[2]" in read(message)


def test_a_list_has_its_heading_its_count_and_a_citation_for_each_item(
    mine: Article, quote: QuoteOf, items: Items, reply: MakeReply
):
    found = items(quote(mine, "现场交接不细"), quote(mine, "培训内容陈旧"))
    message = reply_message(reply(ListAnswer(found, quote(mine, "一、班组安全管理存在的问题"), None)), "zh")
    words = read(message)
    assert words.startswith("一、班组安全管理存在的问题共 2 项现场交接不细[1]培训内容陈旧[2]")
    assert message.count("<li>") == 2


def test_a_list_says_when_it_found_fewer_than_promised(
    mine: Article, quote: QuoteOf, items: Items, reply: MakeReply
):
    answer = ListAnswer(items(quote(mine, "现场交接不细"), quote(mine, "培训内容陈旧")), None, promised=5)
    assert "找到 2 项，共提到 5 项" in read(reply_message(reply(answer), "zh"))
    assert "2 items found of the 5 spoken of" in read(reply_message(reply(answer), "en"))


def test_items_that_bring_their_number_get_no_second_one(
    mine: Article, quote: QuoteOf, items: Items, reply: MakeReply
):
    answer = ListAnswer(
        items(quote(mine, "（一）推行三交三查制度"), quote(mine, "（二）开办井口课堂")), None, 2
    )
    assert "wj-numbered" in reply_message(reply(answer), "zh")


def test_an_answer_about_the_article_names_what_each_line_is(mine: Article, items: Items, reply: MakeReply):
    assert mine.author
    assert mine.affiliation
    about = AboutAnswer(items(quote_label(mine, mine.author), quote_label(mine, mine.affiliation)))
    message = reply_message(reply(about), "zh")
    assert read(message).startswith("作者赵永川[1]单位白石沟煤矿安全监察部[2]")
    assert links(message)[:2] == ["#cite=a1b2c3.1.author", "#cite=a1b2c3.2.affiliation"]


def test_sentences_of_several_articles_stand_under_the_names_of_their_articles(
    mine: Article, quote: QuoteOf, items: Items, reply: MakeReply
):
    answer = SeveralAnswer(items(quote(mine, "现场交接不细"), quote(mine, "培训内容陈旧")))
    message = reply_message(reply(answer), "zh")
    assert mine.title
    named = f"《{mine.title.text}》 · 白石沟煤矿安全监察部"
    assert read(message).startswith(f"{named}现场交接不细[1]培训内容陈旧[2]")


def test_what_the_page_does_not_give_is_said(reply: MakeReply):
    answer = AboutAnswer((), Words("未署名", "unsigned"))
    assert "未署名" in read(reply_message(reply(answer), "zh"))


def test_an_outline_keeps_its_levels(mine: Article, items: Items, reply: MakeReply):
    headings = [quote_body(mine, section.heading) for section in mine.sections]
    levels = tuple(section.level for section in mine.sections)
    message = reply_message(reply(OutlineAnswer(items(*headings), levels)), "zh")
    assert re.findall(r"wj-level-(\d)", message) == ["1", "1", "2", "2"]


def test_an_outline_of_one_level_is_numbered(mine: Article, quote: QuoteOf, items: Items, reply: MakeReply):
    found = items(quote(mine, "班组安全管理存在的问题"), quote(mine, "加强班组安全管理的措施"))
    message = reply_message(reply(OutlineAnswer(found, (1, 1))), "zh")
    assert '<ol class="wj-list"><li>班组安全管理存在的问题' in message
    headings = items(quote(mine, "一、班组安全管理存在的问题"), quote(mine, "二、加强班组安全管理的措施"))
    assert '<ol class="wj-list wj-numbered"><li>一、' in reply_message(
        reply(OutlineAnswer(headings, (1, 1))), "zh"
    )


@pytest.fixture
def abstained(mine: Article, quote: QuoteOf, reply: MakeReply) -> Reply:
    reason = Words("文章里没有写产假", "the articles say nothing of 产假")
    nearest = (quote(mine, "整改率百分之百"),)
    answer = Abstention(AbstentionKind.UNKNOWN_WORDS, reason, ("产假", "育儿"), nearest)
    return reply(answer, passages=True)


def test_an_abstention_claims_no_source(abstained: Reply):
    message = reply_message(abstained, "zh")
    assert "逐字一致" not in message
    assert "wj-sources" not in message
    assert "wj-copy" not in message


def test_the_understood_question_is_shown_only_when_it_differs(
    mine: Article, quote: QuoteOf, items: Items, reply: MakeReply
):
    answer = FactAnswer(items(quote(mine, "整改率百分之百")))
    assert "理解为" not in reply_message(reply(answer), "zh")
    assert "理解为：整改率是多少？" in read(
        reply_message(reply(answer, understood_as="整改率是多少？"), "zh")
    )


def test_what_was_mistyped_is_told_beside_what_was_understood(
    mine: Article, quote: QuoteOf, items: Items, reply: MakeReply
):
    told = reply(FactAnswer(items(quote(mine, "整改率百分之百"))), understood_as="整改率是多少？")
    mended = replace(told, corrections=(Correction("整该率", "整改率", "sound"),))
    assert "wj-corrected" not in reply_message(told, "zh")
    assert '<p class="wj-corrected">已把“整该率”当作“整改率”</p>' in reply_message(mended, "zh")


def test_only_the_newest_understood_question_can_be_mended(
    mine: Article, quote: QuoteOf, items: Items, reply: MakeReply
):
    told = reply(FactAnswer(items(quote(mine, "整改率百分之百"))), understood_as="整改率是多少？")
    newest, older = reply_message(told, "zh"), reply_message(told, "zh", newest=False)
    assert "理解为：整改率是多少？修改按此再问取消" in read(newest)
    assert re.search(r'<a class="wj-edit" href="#mend" role="button" title="[^"]+">', newest)
    assert "理解为：整改率是多少？整改率百分之百" in read(older)
    assert "wj-edit" not in older
    assert "wj-mending" not in older


def test_a_continuation_is_a_button_that_asks_in_chinese(
    mine: Article, quote: QuoteOf, items: Items, reply: MakeReply
):
    told = reply(FactAnswer(items(quote(mine, "整改率百分之百"))))
    button = '<button type="button" class="wj-ask" value="还有呢？">'
    assert f"{button}还有呢？</button>" in reply_message(told, "zh", offered=(MORE,))
    assert f"{button}What else&#63;</button>" in reply_message(told, "en", offered=(MORE,))
    assert "接着问" not in read(reply_message(told, "zh"))


def test_a_long_lit_place_may_be_broken(mine: Article, quote: QuoteOf, reply: MakeReply):
    sentence = quote(mine, "2023年全矿发现并消除隐患846条，整改率百分之百。")
    answer = FactAnswer((AnswerItem(sentence, 1, 1.0, Span(5, 18)),))
    assert "<strong>全矿发现并消除隐患846条</strong>" in reply_message(reply(answer), "zh")


def test_text_of_an_article_never_becomes_markup(notice: Article, items: Items, reply: MakeReply):
    answer = FactAnswer(items(quote_body(notice, Span(0, len(notice.text)))))
    message = reply_message(reply(answer, notice, understood_as="<b>*粗*</b>"), "zh")
    assert notice.text in read(message)
    assert not re.search(r"<(img|script|b|i)\b", message)
    assert "http://" not in message
    assert "\n" not in message


def test_a_question_is_shown_as_typed_and_no_more():
    assert read(question_message(" <b>谁</b> ![x](y) ")) == "<b>谁</b> ![x](y)"
    assert question_message("\n") == '<div class="wj-question">…</div>'


def test_an_endless_question_is_shown_by_its_beginning():
    assert len(read(question_message("多" * 100_000))) == MOST_SHOWN_OF_A_QUESTION + 1


def test_trouble_is_words_and_no_markup():
    assert read(trouble_message("没有索引：<库>")) == "没有索引：<库>"


FILTERED = Filters("青湾日报", since="2025-01")


def held_back(reply: Reply) -> Reply:
    refusal = Abstention(AbstentionKind.FILTERED_OUT, Words("被筛选挡住", "held back"), held_back=True)
    return replace(reply, answer=refusal, filters=FILTERED)


def test_the_filters_of_a_question_are_shown_with_its_reply(abstained: Reply):
    assert "筛选：报刊 青湾日报 · 起 2025-01" in read(reply_message(held_back(abstained), "zh"))
    assert "筛选：" not in read(reply_message(abstained, "zh"))


def test_only_the_newest_reply_offers_to_drop_the_filters_that_hold_it_back(abstained: Reply):
    offer = 'class="wj-unfilter"'
    assert offer in reply_message(held_back(abstained), "zh")
    assert offer not in reply_message(held_back(abstained), "zh", newest=False)
    assert offer not in reply_message(replace(abstained, filters=FILTERED), "zh")
