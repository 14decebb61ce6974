"""What is doubtful on a page, and what is not."""

from rag.corpus.page import Page
from rag.explanation.explain import explain_page

HEAD = "让热饭端到井口\n\n□ 江 平\n\n食堂建在井口旁边,每天供应四顿热饭,下夜班的矿工也能吃上热面。"


def doubts(text: str) -> list[tuple[str, str, int | None, int]]:
    found = explain_page(Page("周报.txt", None, text)).doubts
    return [(doubt.kind, doubt.words.zh, doubt.article, doubt.place.line) for doubt in found]


def test_a_page_that_is_all_clear_has_none():
    assert doubts(f"{HEAD}\n\n一、菜谱\n\n剩菜由食堂称重。\n\n二、价钱\n\n成本写在牌子上。") == []


def test_a_sentence_without_its_end_is_one():
    text = f"{HEAD}\n\n厨师要查明剩菜的原因,每个菜的成本写在窗口的牌子上,矿上每人每天补"
    assert doubts(text) == [
        ("open end", "“的牌子上,矿上每人每天补”没有说完，页上找不到下文", 1, 7),
    ]


def test_half_a_sentence_at_the_top_and_missing_names_are():
    text = "，厨师要查明剩菜的原因。\n\n食堂建在井口旁边,每天供应四顿热饭,矿工也能吃上热面。"
    assert doubts(text) == [
        ("loose beginning", "“，厨师要查明剩菜的原因。”像是半句开头，页上找不到上文", 1, 1),
        ("untitled", "这一篇没有标题", 1, 1),
        ("unsigned", "这一篇没有作者", 1, 1),
    ]


def test_headings_that_begin_late_or_lack_a_number_are():
    text = (
        f"{HEAD}\n\n二、菜谱\n\n剩菜由食堂称重。\n\n(一)价钱\n\n成本写在牌子上。\n\n四、人手\n\n厨师有两位。"
    )
    assert [(kind, words) for kind, words, _, _ in doubts(text)] == [
        ("numbers begin late", "小标题从“二、”开始"),
        ("numbers jump", "小标题由“二、”跳到“四、”"),
    ]


def test_numbers_begin_anew_under_each_heading():
    text = f"{HEAD}\n\n一、菜谱\n\n(一)称重\n\n食堂称重。\n\n二、价钱\n\n(一)成本\n\n写在牌子上。"
    assert doubts(text) == []


def test_a_title_that_no_text_goes_with_is():
    assert doubts(f"{HEAD}\n\n单身宿舍里的职工书屋\n\n□ 方小禾") == [
        ("lonely title", "标题“单身宿舍里的职工书屋”没有配上文章", None, 7),
    ]


def test_a_notice_needs_no_author():
    assert doubts(f"{HEAD}\n\n遗失声明\n\n本矿遗失公章一枚，声明作废。\n\n2025年3月12日") == []
