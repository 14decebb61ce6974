"""How a page of two articles, whose columns were read across, is explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.corpus.articles import articles_of
from rag.corpus.page import Landmark, LandmarkKind, Page
from rag.errors import Words
from rag.explanation.entries import Explanation, Place
from rag.explanation.explain import explain_page, page_of
from rag.text.spans import without_layout


def words(place: Place, text: str) -> str:
    return "".join(span.slice(text) for span in place.spans)


def test_the_articles_are_told_with_the_places_of_their_text(explained: Explanation, text: str):
    canteen, library = explained.articles
    assert (canteen.number, canteen.title, canteen.author, canteen.affiliation) == (
        1,
        "让热饭端到井口",
        "江平",
        "青峰矿食堂",
    )
    assert (library.number, library.title, library.author, library.affiliation) == (
        2,
        "单身宿舍里的职工书屋",
        "方小禾",
        None,
    )
    assert [(s.place.line, s.place.last_line, s.goes_on) for s in canteen.stretches] == [
        (7, 11, False),
        (23, 27, True),
    ]
    assert canteen.stretches[0].begins == "食堂建在井口旁边,每天供"
    assert canteen.stretches[0].ends == ",每天留下的剩菜由食堂称"
    assert words(canteen.stretches[1].place, text).startswith("重登记")
    assert canteen.place == canteen.stretches[0].place


def test_what_was_dropped_is_told_with_its_reason(explained: Explanation):
    assert [(one.kind, one.text, one.place.line) for one in explained.dropped] == [
        ("imprint", "青湾日报　2025年3月12日　星期三　第3版", 1),
        ("page number", "— 7 —", 31),
    ]
    assert explained.dropped[1].why.zh == "页码"


def test_each_mark_names_its_article(explained: Explanation):
    assert [(one.kind, one.text, one.article, one.place.line) for one in explained.marks] == [
        ("title", "让热饭端到井口", 1, 3),
        ("byline", "江平", 1, 5),
        ("title", "单身宿舍里的职工书屋", 2, 13),
        ("byline", "方小禾", 2, 15),
        ("end", "(作者单位:青峰矿食堂)", 1, 29),
    ]


def test_a_seam_shows_both_sides_and_the_reasons_that_make_its_score(explained: Explanation, text: str):
    first, second = explained.seams
    assert (first.before, first.behind) == (",每天留下的剩菜由食堂称", "重登记,食堂称重以后超过")
    assert words(first.place, text) == first.before + first.behind
    assert (first.place.line, first.place.last_line, first.article) == (11, 23, 1)
    assert [reason.name for reason in first.reasons] == ["characters", "word", "phrase", "numbers_next"]
    for seam in (first, second):
        assert seam.score == pytest.approx(sum(reason.points for reason in seam.reasons))


def test_the_doubts_name_the_seam_that_little_speaks_for(explained: Explanation):
    assert [(one.kind, one.article, one.place.line) for one in explained.doubts] == [
        ("weak seam", 2, 21),
        ("rival behind", 2, 21),
        ("numbers jump", 2, 35),
    ]
    assert explained.doubts[2].words.zh == "小标题由“一、”跳到“三、”"


def test_a_record_is_one_article_and_its_fields_are_told():
    page = Page(
        "集.jsonl", "7", "# 井口\n\n食堂建在井口旁边。\n\n书屋设在宿舍一楼。", title="井口", author="江平"
    )
    explained = explain_page(page)
    (article,) = explained.articles
    assert (explained.record, article.title, article.author) == ("7", "井口", "江平")
    assert [(mark.kind, mark.article) for mark in explained.marks] == [("title", 1)]
    assert explained.doubts == ()


def test_a_page_with_its_title_beside_the_text_is_read_again_from_its_article():
    text = "# 菜谱\n\n□ 江 平\n\n食堂建在井口旁边。\n\n# 书屋\n\n书屋设在宿舍一楼。"
    page = Page("井口.html", None, text, title="井口")
    (article,) = articles_of(page)
    assert page_of(article, text) == page
    explained = explain_page(page)
    assert [one.article_id for one in explained.articles] == [article.article_id]
    assert {mark.article for mark in explained.marks} == {1}
    assert explained.doubts == ()


def test_a_place_in_a_document_names_its_page():
    text = "井口\n\n□ 江 平\n\n食堂建在井口旁边,每天供应四顿热饭,\n\n— 7 —\n\n矿工也能吃上热面。"
    landmarks = (Landmark(0, LandmarkKind.PAGE, 1), Landmark(text.index("矿工"), LandmarkKind.PAGE, 2))
    explained = explain_page(Page("井口.pdf", None, text, landmarks=landmarks))
    said = [stretch.place.in_document for stretch in explained.articles[0].stretches]
    assert said == [Words("第 1 页", "page 1"), Words("第 2 页", "page 2")]
    assert explained.seams[0].place.in_document == Words("第 1–2 页", "pages 1–2")


def test_a_page_of_white_space_has_nothing_to_explain():
    explained = explain_page(Page("空.txt", None, " \n\n"))
    assert (explained.articles, explained.marks, explained.seams, explained.doubts) == ((), (), (), ())


LINES = st.sampled_from(
    (
        "# 让热饭端到井口",
        "□ 江 平",
        "食堂建在井口旁边,每天供应四顿热饭,下夜班的矿工也能吃上热面。",
        "一、菜谱天天换",
        "三、价钱看得见",
        "菜谱由职工投票排定,得票最少的三个菜下周撤换,每天留下的剩菜由食堂称",
        "重登记,食堂称重以后超过十公斤的就要查明原因(下转第4版)",
        "，厨师要查明原因。",
        "(作者单位:青峰矿食堂)",
        "（责任编辑：张三）",
        "作者简介：江平，厨师。",
        "— 7 —",
        "注销公告",
        "青湾日报 第3版",
        "",
    )
)


@given(st.lists(LINES, max_size=14), st.sampled_from(("\n", "\n\n", "\r\n")))
def test_every_entry_stands_where_it_says(lines: list[str], between: str):
    text = between.join(lines)
    explained = explain_page(Page("页.txt", None, text))
    entries = (*explained.dropped, *explained.marks, *explained.seams, *explained.foreign, *explained.doubts)
    stretches = [stretch for article in explained.articles for stretch in article.stretches]
    for entry in (*entries, *stretches):
        assert all(0 <= span.start < span.end <= len(text) for span in entry.place.spans)
        assert entry.place.line == text.count("\n", 0, entry.place.start) + 1
    for seam in explained.seams:
        assert without_layout(words(seam.place, text)) == without_layout(seam.before + seam.behind)
    for dropped in explained.dropped:
        assert without_layout(words(dropped.place, text)) == without_layout(dropped.text)
    ids = [article.article_id for article in articles_of(Page("页.txt", None, text))]
    assert [article.article_id for article in explained.articles] == ids
