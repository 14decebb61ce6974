"""Which piece goes on where another stops, when the place on the page does not tell?"""

from rag.corpus.article import Article
from rag.corpus.articles import articles_of
from rag.corpus.layout.blocks import blocks_of
from rag.corpus.layout.lines import lines_of
from rag.corpus.layout.marks import EndMark, TitleMark
from rag.corpus.layout.style import style_of
from rag.corpus.order.pieces import Boundary, Piece
from rag.corpus.order.seam_settings import SeamSettings
from rag.corpus.order.seams import Link, ReadingOrder, reading_order
from rag.corpus.page import Page
from rag.corpus.people.bylines import Byline

CANTEEN = (
    "食堂建在井口旁边,每天供应四顿热饭,下夜班的矿工升井以后也能吃上一碗热面。",
    "一、菜谱天天换",
    "食堂请来两位厨师,菜谱由职工投票排定,得票最少的三个菜下周撤换,每天留下的剩菜由食堂称",
    "重登记,超过十公斤就要查明原因。",
    "二、价钱看得见",
    "每个菜的成本写在窗口的牌子上,矿上每人每天补贴六元。",
)
LIBRARY = (
    "书屋设在单身宿舍的一楼,三千册图书由职工自己管理。",
    "一、书从哪里来",
    "一半由工会购买,另一半由职工捐赠,每本书的扉页上都写着捐赠人的名字。",
    "二、书往哪里去",
    "书屋不设借书证,职工在本子上写下名字就能把书带走,一年丢失的图书不到十",
    "册,其中七册后来又自己回来了。",
    "三、书友怎样聚",
    "每月最后一个周六晚上,书友们围坐在一起读同一本书,读完以后轮流上台讲自己的看",
    "法,讲得好的人下个月主持。",
)


def read(*paragraphs: str) -> list[Article]:
    return list(articles_of(Page("矿区周报.txt", None, "\n\n".join(paragraphs))))


def test_heading_numbers_tell_which_column_goes_on_with_which():
    canteen, library = read(
        "把热饭端到井口",
        "□ 江 平",
        *CANTEEN[:3],
        "单身宿舍里的职工书屋",
        "□ 方小禾",
        *LIBRARY[5:8],
        *CANTEEN[3:],
        "(作者单位:青峰矿食堂)",
        *LIBRARY[:5],
        *LIBRARY[8:],
        "(作者单位:青峰矿工会)",
    )
    for article, paragraphs in ((canteen, CANTEEN), (library, LIBRARY)):
        assert article.text.replace("\n", "") == "".join(paragraphs)
    assert canteen.affiliation is not None
    assert canteen.affiliation.text == "青峰矿食堂"
    assert library.affiliation is not None
    assert library.affiliation.text == "青峰矿工会"


def test_neighbours_go_together_though_a_heading_between_them_was_lost():
    (article,) = read("单身宿舍里的职工书屋", "□ 方小禾", *LIBRARY[:3], *LIBRARY[4:5], *LIBRARY[5:])
    assert [section.heading.slice(article.text)[0] for section in article.sections] == ["一", "三"]


def test_words_in_common_tell_which_column_goes_on_where_the_numbers_fit_both():
    canteen, library = read(
        "把热饭端到井口",
        "□ 江 平",
        *CANTEEN[:2],
        "食堂的菜谱由职工投票排定,厨师每天把剩菜称重登记,得票最少的菜第二周就要从菜谱上",
        "单身宿舍里的职工书屋",
        "□ 方小禾",
        *LIBRARY[:2],
        "书屋的图书一半由工会购买,一半由职工捐赠,扉页上写着捐赠人名字的图书已经有",
        "撤下来,厨师要查明剩菜的原因,职工投票选出的菜留在菜谱上。",
        *CANTEEN[4:],
        "厨师把每个菜的成本写在食堂的窗口上,菜谱和成本一起公布。",
        "(作者单位:青峰矿后勤科)",
        "两千册,职工写下名字就能把图书带走,图书的扉页上都有捐赠人。",
        *LIBRARY[3:4],
        "书友们在书屋里同读一本图书,再把读过的图书捐赠给书屋。",
        "(作者单位:青峰矿工会)",
    )
    assert "从菜谱上撤下来" in canteen.text
    assert "已经有两千册" in library.text


OPEN = "老周把每盏灯挂在几号钩、换过几次灯泡都记在"
REST = "一个蓝皮本子上。"
TITLE = TitleMark((), None)
END = EndMark(Byline(None, None))


def piece(
    *paragraphs: str, breaks_off: bool = False, before: Boundary = None, follows: bool = False
) -> Piece:
    lines = lines_of("\n\n".join(paragraphs))
    return Piece(
        blocks_of(lines, style_of(lines)), 0, before, None, follows=follows, open=breaks_off, short=False
    )


def chains(order: ReadingOrder) -> list[list[int]]:
    return [[link.piece for link in chain] for chain in order.chains]


def pairs(order: ReadingOrder) -> list[tuple[int, int]]:
    return [(seam.left, seam.right) for seam in order.seams]


def test_a_page_without_pieces_has_no_order():
    assert reading_order(()) == ReadingOrder((), (), ())


def test_pieces_with_no_mark_between_them_are_one_article():
    order = reading_order((piece("灯要天天擦。"), piece("账要天天记。", follows=True)))
    assert order.chains == ((Link(0, seam=False), Link(1, seam=False)),)
    assert order.seams == ()


def test_a_mark_between_two_closed_pieces_parts_them():
    order = reading_order((piece("灯要天天擦。"), piece("书屋在一楼。", before=TITLE)))
    assert chains(order) == [[0], [1]]


def test_a_piece_that_breaks_off_goes_on_behind_a_title_and_its_seam_is_kept():
    order = reading_order((piece(OPEN, breaks_off=True), piece(REST, before=TITLE)))
    assert order.chains == ((Link(0, seam=False), Link(1, seam=True)),)
    assert pairs(order) == [(0, 1)]
    assert order.rivals == ()


def test_a_seam_that_was_possible_and_not_made_is_a_rival():
    order = reading_order(
        (piece(OPEN, breaks_off=True), piece(REST, follows=True), piece(REST, before=TITLE))
    )
    assert chains(order) == [[0, 1], [2]]
    assert [(seam.left, seam.right) for seam in order.rivals] == [(0, 2)]


def test_rivals_stand_strongest_first():
    order = reading_order(
        (
            piece(OPEN, breaks_off=True),
            piece(REST, follows=True),
            piece(REST, before=TITLE),
            piece("，" + REST, before=TITLE),
            piece("，" + REST, before=END),
        )
    )
    scores = [seam.score for seam in order.rivals]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


def test_an_end_that_goes_on_nowhere_is_loose():
    pieces = (piece("灯要天天擦。"), piece(OPEN, breaks_off=True, before=TITLE))
    assert reading_order(pieces).loose_ends(pieces) == (1,)


def test_a_circle_is_left_open_at_its_weakest_seam():
    pieces = (
        piece("，" + REST, OPEN, breaks_off=True, before=TITLE),
        piece("，" + REST, OPEN, breaks_off=True, before=TITLE),
    )
    order = reading_order(pieces)
    assert chains(order) == [[0, 1]]
    assert order.loose_ends(pieces) == (1,)


def test_below_the_threshold_nothing_is_joined_but_neighbours():
    high = SeamSettings(threshold=100.0, last_pair=100.0)
    pieces = (piece(OPEN, breaks_off=True), piece(REST, follows=True), piece(REST, before=TITLE))
    order = reading_order(pieces, high)
    assert chains(order) == [[0, 1], [2]]
    assert order.chains[0][1] == Link(1, seam=False)
    assert (order.seams, order.rivals) == ((), ())


LEFT_OVER = (
    piece("老周把灯记在“蓝皮", breaks_off=True),
    piece("册书都还了。", follows=True),
    piece("本子”上。", before=TITLE),
    piece("他走了吧", breaks_off=True, before=TITLE),
)
"""The first goes on in the third; an end and a beginning are left, and little speaks for them."""


def test_the_only_end_and_the_only_beginning_left_over_go_together():
    order = reading_order(LEFT_OVER)
    assert chains(order) == [[0, 2], [3, 1]]
    assert pairs(order) == [(0, 2), (3, 1)]
    (seam,) = (seam for seam in order.seams if seam.left == 3)
    assert SeamSettings().last_pair <= seam.score < SeamSettings().threshold


def test_two_ends_left_over_stay_open():
    pieces = (*LEFT_OVER, piece("一、灯", "他走了吧", breaks_off=True, before=TITLE))
    assert chains(reading_order(pieces)) == [[0, 2], [1], [3], [4]]


def test_numbers_that_fall_back_part_even_the_last_pair():
    end = piece("二、账", "他走了吧", breaks_off=True, before=TITLE)
    beginning = piece("册书都还了。", "一、书", REST, follows=True)
    order = reading_order((LEFT_OVER[0], beginning, LEFT_OVER[2], end))
    assert chains(order) == [[0, 2], [1], [3]]


def test_where_too_many_ends_compete_neighbours_go_together():
    few = SeamSettings(max_entangled=1)
    pieces = (
        piece(OPEN, breaks_off=True),
        piece(REST, OPEN, breaks_off=True, before=TITLE),
        piece(REST, before=TITLE),
    )
    assert pairs(reading_order(pieces, few)) == [(0, 1), (1, 2)]
