"""How is a page understood, step by step, and what is kept of each step?"""

from rag.corpus.article import ArticleKind
from rag.corpus.layout.blocks import Block
from rag.corpus.layout.marks import BiographyMark, EndMark, NoticeMark, TitleMark
from rag.corpus.page import Page
from rag.corpus.page_reading import PageReading, read_page

LAMPS = "矿灯房的老周管灯三十年，每盏灯挂在几号钩，他都记在一个蓝皮本子上。"
BOOKS = "书屋设在单身宿舍的一楼，三千册图书由职工自己管理。"
UNIT = "（作者单位：青峰矿机电科）"


def read(*lines: str, **fields: str) -> PageReading:
    return read_page(Page("矿区周报.txt", None, "\n\n".join(lines), **fields))


def texts(reading: PageReading) -> list[str]:
    return [parts.text for parts in reading.parts]


def titles(reading: PageReading) -> list[str]:
    return ["".join(block.text for block in parts.title) for parts in reading.parts]


def test_lines_that_belong_to_no_article_are_kept_in_the_order_of_the_page():
    page = read(
        "矿工周报",
        "2025年3月12日 星期三 第3版",
        "老周的灯",
        "□ 江 平",
        LAMPS,
        "— 3 —",
        BOOKS,
        "责任编辑：林远",
    )
    assert [line.text for line in page.dropped] == [
        "矿工周报",
        "2025年3月12日 星期三 第3版",
        "— 3 —",
        "责任编辑：林远",
    ]
    assert texts(page) == [f"{LAMPS}\n{BOOKS}"]


def test_elements_stand_in_the_order_of_the_page():
    page = read("老周的灯", "□ 江 平", LAMPS, UNIT, "招聘启事", "灯房招聘一名充电工。", "2025年3月12日")
    assert [type(element) for element in page.elements] == [TitleMark, Block, EndMark, NoticeMark]
    assert [parts.kind for parts in page.parts] == [ArticleKind.ARTICLE, ArticleKind.NOTICE]


def test_the_signature_fills_what_the_byline_leaves_open():
    (parts,) = read("老周的灯", "□ 江 平", LAMPS, "（作者：林远 单位：青峰矿机电科）").parts
    assert parts.byline.author
    assert parts.byline.affiliation
    assert (parts.byline.author.text, parts.byline.affiliation.text) == ("江平", "青峰矿机电科")


def test_the_biography_is_kept_apart():
    (parts,) = read("老周的灯", "□ 江 平", LAMPS, "作者简介：江平，工程师。").parts
    assert parts.text == LAMPS
    assert [block.text for block in parts.biography] == ["作者简介：江平，工程师。"]


def test_every_chain_is_an_article_and_its_title_is_kept_by_its_index():
    page = read("老周的灯", "□ 江 平", LAMPS, UNIT, "职工的书屋", "□ 林 远", BOOKS)
    assert len(page.order.chains) == len(page.parts) == 2
    assert titles(page) == ["老周的灯", "职工的书屋"]
    assert [page.titles[chain].title for chain in (0, 1)] == [parts.title for parts in page.parts]


def test_a_record_is_one_article_without_pieces():
    page = read(
        "# 老周的灯", "□ 江 平", LAMPS, UNIT, "# 书屋", BOOKS, "招聘启事", "灯房招聘。", title="老周的灯"
    )
    assert (page.pieces, page.order.chains) == ((), ())
    assert texts(page) == [f"{LAMPS}\n书屋\n{BOOKS}\n招聘启事\n灯房招聘。"]
    assert titles(page) == ["老周的灯"]


def test_a_record_that_is_nothing_but_a_title_has_it_as_its_text():
    page = read("# 老周的灯", title="老周的灯")
    assert (texts(page), titles(page)) == (["老周的灯"], [""])


def test_titles_without_a_text_are_all_the_text_there_is():
    page = read("老周的灯", "□ 江 平")
    assert titles(page) == [""]
    assert texts(page) == ["老周的灯"]
    assert [type(element) for element in read("作者简介：江平，工程师。").elements] == [BiographyMark]
    assert texts(read("作者简介：江平，工程师。")) == ["作者简介：江平，工程师。"]


def test_a_page_of_white_space_has_one_empty_part_and_no_lines():
    page = read(" ", "\u3000")
    assert (page.dropped, page.elements, texts(page)) == ((), (), [""])


def test_a_page_with_more_titles_than_articles_is_cut_where_the_numbers_begin_anew():
    lamps = (
        "一、矿灯编号",
        "每盏矿灯都有编号，挂灯一查便知。",
        "二、矿灯记账",
        "矿灯的账记在本子上，坏了当天修。",
    )
    books = (
        "单身宿舍一楼的书屋里，图书由职工自己管理。",
        "一、图书从哪里来",
        "书屋的图书一半由职工捐赠。",
        "二、图书往哪里去",
        "职工写下名字就能把书屋的图书带走。",
    )
    page = read("矿灯的编号和账", "□ 江 平", *lamps, *books, UNIT, "书屋的图书", "□ 林 远")
    assert texts(page) == ["\n".join(lamps), "\n".join(books)]
    assert titles(page) == ["矿灯的编号和账", "书屋的图书"]


def test_a_passage_of_another_article_is_taken_out_and_kept_as_foreign():
    passage = "书架上的三千册图书由职工自己管理，借书的人在本子上写下名字就能把图书带走，读完再放回书架。"
    books = (
        "书屋设在单身宿舍的一楼，图书一半由职工捐赠。",
        passage,
        "丢失的图书不到十册，职工读书的习惯慢慢养成。",
    )
    broken = (
        f"老周管灯三十年，哪盏灯换过几次灯泡，他都记在门后一块小黑{passage}板上，灯一亮他就知道是哪一盏。"
    )
    page = read("老周的灯", "□ 江 平", broken, UNIT, "职工的书屋", "□ 林 远", *books)
    assert texts(page) == [broken.replace(passage, ""), "\n".join(books)]
    assert [[block.text for block in parts.foreign] for parts in page.parts] == [[passage], []]
