"""Of a passage that stands in two articles, which copy is foreign?"""

from rag.corpus.article import ArticleKind
from rag.corpus.layout.blocks import Block, blocks_of
from rag.corpus.layout.lines import lines_of
from rag.corpus.layout.style import style_of
from rag.corpus.order.intrusions import IntrusionSettings, without_intrusions
from rag.corpus.order.parts import NOBODY, Parts

PASSAGE = "书架上的三千册图书由职工自己管理，借书的人在本子上写下名字就能把图书带走，读完再放回书架。"
LIBRARY = (
    "书屋设在单身宿舍的一楼，图书一半由职工捐赠。",
    PASSAGE,
    "丢失的图书一年不到十册，职工读书的习惯慢慢养成。",
)
LAMPS = "矿灯房的老周管灯三十年，哪盏灯换过几次灯泡，他都记在门后一块小黑"
LAMPS_ON = "板上，矿灯一亮他就知道是哪一盏灯。"
CANTEEN = "食堂每天供应四顿热饭，厨师把剩菜称重，超过十公"
CANTEEN_ON = "斤就要查明原因，菜谱由矿工投票。"


def blocks(*paragraphs: str) -> tuple[Block, ...]:
    lines = lines_of("\n\n".join(paragraphs))
    return blocks_of(lines, style_of(lines))


def article(*paragraphs: str, title: str | None = "一个题目") -> Parts:
    body = tuple((block, False) for block in blocks(*paragraphs))
    return Parts(ArticleKind.ARTICLE, blocks(title) if title else (), NOBODY, body)


def texts(*parts: Parts) -> list[str]:
    return [one.text for one in without_intrusions(parts)]


def test_the_copy_that_breaks_into_a_sentence_among_other_words_is_foreign():
    library, lamps = article(*LIBRARY), article(LAMPS + PASSAGE + LAMPS_ON)
    assert texts(library, lamps) == [library.text, LAMPS + LAMPS_ON]
    assert texts(lamps, library) == [LAMPS + LAMPS_ON, library.text]
    (_, cleaned) = without_intrusions((library, lamps))
    assert [block.text for block in cleaned.foreign] == [PASSAGE]


def test_a_passage_that_fits_in_both_articles_is_said_in_both():
    told = "他说：“" + PASSAGE + "”"
    one, other = article(*LIBRARY[:1], told, LIBRARY[2]), article(*LIBRARY[:1], told, LIBRARY[2])
    assert texts(one, other) == [one.text, other.text]


def test_a_text_without_a_title_that_is_nothing_but_the_passage_is_left_out():
    library = article(*LIBRARY)
    assert texts(library, article(PASSAGE, title=None)) == [library.text]


def test_a_passage_that_broke_into_two_articles_is_taken_out_of_both_once():
    library = article(*LIBRARY)
    lamps, canteen = article(LAMPS + PASSAGE + LAMPS_ON), article(CANTEEN + PASSAGE + CANTEEN_ON)
    assert texts(lamps, canteen, library) == [LAMPS + LAMPS_ON, CANTEEN + CANTEEN_ON, library.text]


def test_a_notice_may_repeat_the_words_of_an_article():
    library = article(*LIBRARY)
    notice = Parts(ArticleKind.NOTICE, (), NOBODY, tuple((block, False) for block in blocks(PASSAGE)))
    assert texts(library, notice) == [library.text, PASSAGE]


def test_nothing_is_taken_out_where_no_lead_is_enough():
    library, lamps = article(*LIBRARY), article(LAMPS + PASSAGE + LAMPS_ON)
    sure = IntrusionSettings(lead=1000.0)
    assert [one.text for one in without_intrusions((library, lamps), sure)] == [library.text, lamps.text]
