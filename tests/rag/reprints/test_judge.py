"""What is a reprint, and what only looks like one?"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.reprints.judge import body_of, is_reprint
from rag.reprints.shingles import letters
from tests.rag.reprints.conftest import ARTICLE

LAW = (
    "《矿山安全条例》第二十四条规定：矿山企业必须对职工进行安全教育和培训；未经安全教育和培训的，不得上岗作业。"
    "特种作业人员必须接受专门培训，经考核合格取得操作资格证书的，方可上岗作业。第二十五条规定：矿长必须经过考核，"
    "具备安全专业知识，具有领导安全生产和处理矿山事故的能力。矿山企业安全工作人员必须具备必要的安全专业知识和矿山"
    "安全工作经验。第二十六条规定：矿山企业必须向职工发放保障安全生产所需的劳动防护用品，不得以货币代替实物。职工"
    "有权拒绝违章指挥，有权对危害安全的行为提出批评、检举和控告，企业不得因此降低其工资和福利待遇。"
)
"""Made up; what two articles quote at length."""


def alike(one: str, other: str) -> bool:
    first, second = body_of(one), body_of(other)
    assert is_reprint(first, second) == is_reprint(second, first)
    return is_reprint(first, second)


def test_punctuation_width_and_spaces_do_not_count(article: str):
    wide = article.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})
    printed = "　　" + wide.replace("，", ", ").replace("。", "．").replace("“", "「").replace("”", "」")
    assert alike(article, printed)


def test_a_cut_last_paragraph_leaves_a_reprint(paragraphs: tuple[str, ...]):
    assert alike("\n".join(paragraphs), "\n".join(paragraphs[:-1]))


def test_three_fifths_of_the_text_are_a_reprint(article: str, paragraphs: tuple[str, ...]):
    abridged = "\n".join((paragraphs[0], paragraphs[2], paragraphs[3]))
    assert 0.55 < len(letters(abridged)) / len(letters(article)) < 0.7
    assert alike(article, abridged)


def test_an_excerpt_is_no_reprint(article: str, paragraphs: tuple[str, ...], other: str):
    whole, excerpt = article + other, paragraphs[1] + paragraphs[2] + paragraphs[4]
    assert 200 <= len(letters(excerpt)) < 0.5 * len(letters(whole))
    assert not alike(whole, excerpt)


def test_an_introduction_of_a_sentence_leaves_a_reprint(article: str):
    assert alike(
        "编者按：班组是企业的细胞，本报转发白石沟煤矿的一篇经验，供各单位学习时参考。\n" + article, article
    )


def test_two_articles_around_one_quoted_paragraph_are_two(paragraphs: tuple[str, ...], other: str):
    assert not alike(paragraphs[1] + other, "\n".join(paragraphs))


def test_two_cases_under_one_long_law_are_two():
    one = (
        "北岭矿区监察站近日通报，东坡煤矿掘进二队安排三名新工人未经培训下井操作绞车，造成一人手指受伤，监察站责令该"
        "队停工整顿，并对队长刘成林处以罚款。附相关条款。"
    )
    two = (
        "沿江石料厂爆破班私自雇用无证人员装药，被群众举报后查实，县安全办公室没收其作业票证，厂长周大有作出书面检讨，"
        "全厂召开大会吸取教训。附相关条款。"
    )
    assert not alike(one + LAW, two + LAW)


def test_the_next_year_on_the_same_form_is_another_report(article: str):
    figures = iter(range(13, 99, 7))
    assert not alike(article, re.sub(r"\d+", lambda _: str(next(figures)), article))


def test_one_misread_figure_in_a_long_text_does_not_part_it():
    table = "".join(
        f"第{day}天抽检班组{day * 7 + 3}个，记录整改意见{day * 2 + 1}条，全部张榜公布。"
        for day in range(1, 21)
    )
    assert alike(table, table.replace("抽检班组24个", "抽检班组21个"))


def test_the_same_title_over_another_text_is_another_article(article: str, other: str):
    assert not alike("抓好班组安全\n" + article, "抓好班组安全\n" + other)


NOTICE = (
    "遗失声明：白石沟煤矿职工刘成林不慎遗失工作证一本，编号为北矿零三七，自登报之日起声明作废，特此公告。"
)


def test_a_notice_with_another_name_is_another_notice():
    assert not alike(NOTICE, NOTICE.replace("刘成林", "周大有"))


@given(st.data())
def test_misread_characters_under_the_threshold_leave_a_reprint(data: st.DataObject):
    """Each costs five shingles at most: one in thirty is a sixth of them."""
    places = [
        at for at, character in enumerate(ARTICLE) if "一" <= character <= "鿿" and character not in NUMERALS
    ]
    most = len(letters(ARTICLE)) // 30
    misread = data.draw(st.lists(st.sampled_from(places), max_size=most, unique=True))
    characters = list(ARTICLE)
    for at in misread:
        characters[at] = data.draw(
            st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5, exclude_characters=NUMERALS)
        )
    assert alike(ARTICLE, "".join(characters))


NUMERALS = "〇零一二三四五六七八九十百千万亿两第"


@pytest.mark.parametrize("nothing", ["", "。", "安全"])
def test_hardly_any_text_is_like_nothing(nothing: str, article: str):
    assert not alike(nothing, article)
    assert not alike(nothing, nothing)
