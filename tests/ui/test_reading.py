"""What the fold under an article tells of its page."""

import re
from dataclasses import replace

import pytest

from rag.corpus.article import Article
from rag.corpus.articles import articles_of
from rag.corpus.page import Page
from rag.text.spans import Span
from ui import wording
from ui.reading import MOST_CHARACTERS, MOST_ENTRIES, reading_body, reading_fold
from ui.reference import parse_reference

PAGE = """青湾日报　2025年3月12日　星期三　第3版

让热饭端到井口

□ 江 平

食堂建在井口旁边,每天供应四顿热饭,下夜班的矿工也能吃上热面。

一、菜谱天天换

菜谱由职工投票排定,得票最少的三个菜下周撤换,每天留下的剩菜由食堂称

单身宿舍里的职工书屋

□ 方小禾

书屋设在单身宿舍的一楼,三千册图书由职工自己管理<script>alert(1)</script>。

重登记,食堂称重以后超过十公斤的就要查明原因。

二、价钱看得见

每个菜的成本写在窗口的牌子上,矿上每人每天补贴六元。

(作者单位:青峰矿食堂)
"""


@pytest.fixture(scope="module")
def canteen() -> Article:
    return articles_of(Page("周报.txt", None, PAGE))[0]


@pytest.fixture(scope="module")
def library() -> Article:
    return articles_of(Page("周报.txt", None, PAGE))[1]


def words(html: str) -> str:
    """What a reader sees, a line an entry."""
    lines = re.sub(r"</(?:p|li|h3)>|<ul>", "\n", html)
    shown = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), re.sub(r"<[^>]+>", " ", lines))
    return "\n".join(" ".join(line.split()) for line in shown.splitlines() if line.strip())


def test_the_fold_is_closed_and_empty_and_names_its_article(canteen: Article):
    html = reading_fold(canteen, "zh")
    assert f'data-article="{canteen.article_id}"' in html
    assert words(html) == "这一页是怎样读的"
    assert " open" not in html


def test_what_concerns_the_article_is_told_in_chinese(canteen: Article):
    assert words(reading_body(canteen, PAGE, "zh")) == (
        "本页共 2 篇，这是第 1 篇。 排法：每行是一个段落\n"
        "没有存疑之处\n"
        "正文的各段（按阅读顺序）\n"
        "食堂建在井口旁边,每天供…,每天留下的剩菜由食堂称 第 7–11 行\n"
        "重登记,食堂称重以后超过…,矿上每人每天补贴六元。 接上句 · 第 19–23 行\n"
        "断句的接合\n"
        ",每天留下的剩菜由食堂称｜重登记,食堂称重以后超过 5.9 分 · 第 11、19 行\n"
        "+0.9 两边的字按一般中文衔接\n"
        "+1.0 两边的字在本页别处连用\n"
        "+1.0 三四个字也在别处连用\n"
        "+3.0 小标题编号接续\n"
        "不属于任何文章的文字\n"
        "青湾日报 2025年3月12日 星期三 第3版 报头、版头或页脚（报刊名、日期、版次） · 第 1 行"
    )


def test_and_in_english(library: Article):
    assert words(reading_body(library, PAGE, "en")).splitlines()[:3] == [
        "Article 2 of 2 on its page. Setting: each line is a paragraph",
        "No doubts",
        "Stretches of text, in reading order",
    ]


def test_a_link_lights_both_sides_of_its_seam(canteen: Article):
    links = re.findall(r'href="#cite=([^"]+)"', reading_body(canteen, PAGE, "zh"))
    places = [reference.place for link in links if (reference := parse_reference(link))]
    assert [place.slice(canteen.text) for place in places if isinstance(place, Span)] == [
        "食堂建在井口旁边,每天供",
        "重登记,食堂称重以后超过",
        ",每天留下的剩菜由食堂称重登记,食堂称重以后超过",
    ]


def test_text_that_would_act_is_only_shown(library: Article):
    html = reading_body(library, PAGE, "zh")
    assert "<script" not in html
    assert "1)</script>。 第 17 行" in words(html)


def test_a_page_that_is_read_otherwise_now_says_so(canteen: Article):
    older = replace(canteen, article_id="000000000000")
    assert words(reading_body(older, PAGE, "zh")) == wording.READ_OTHERWISE.zh


def test_a_page_that_is_too_long_is_not_read_again(canteen: Article):
    assert words(reading_body(canteen, PAGE + "。" * MOST_CHARACTERS, "en")) == wording.PAGE_TOO_LONG.en


def test_of_many_entries_the_rest_is_counted(canteen: Article):
    numbers = "".join(f"\n\n— {number} —" for number in range(1, MOST_ENTRIES + 11))
    (article, _) = articles_of(Page("周报.txt", None, PAGE + numbers))
    shown = words(reading_body(article, PAGE + numbers, "zh"))
    assert shown.endswith("另有 11 处，用 wenju articles --explain 查看")
    assert article.article_id == canteen.article_id


def test_the_record_of_a_file_is_read_with_its_fields():
    page = Page("集.jsonl", "7", "食堂建在井口旁边。\n\n书屋设在宿舍一楼。", title="井口", author="江平")
    (article,) = articles_of(page)
    assert words(reading_body(article, page.text, "zh")).startswith("本页共 1 篇，这是第 1 篇。")
