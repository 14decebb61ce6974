"""Do words and brackets on both sides of a cut speak for one sentence?"""

import pytest

from rag.corpus.order.seam_settings import SeamSettings
from rag.corpus.order.seam_words import CONTINUING, NEAR, PAIRS, WordEvidence

SETTINGS = SeamSettings()
PAGE = "矿灯房给每盏矿灯编号。\n老周每天擦矿灯。\n书屋有三千册书。"


def points(ending: str, beginning: str, page: str = PAGE) -> dict[str, float]:
    return {reason.name: reason.points for reason in WordEvidence(page, SETTINGS).reasons(ending, beginning)}


@pytest.mark.parametrize("mark", CONTINUING)
def test_a_mark_that_begins_no_sentence_goes_on(mark: str):
    assert points("老周说灯要擦", f"{mark}账要记。")["continuing_mark"] == SETTINGS.continuing_mark


def test_two_characters_that_stand_together_on_the_page_are_a_word():
    assert points("他擦的是矿", "灯。")["word"] == SETTINGS.word * 1.5
    assert "word" not in points("他擦的是矿", "井。")


def test_a_word_counts_the_less_the_more_its_characters_stand_apart():
    page = "矿灯。\n矿井。\n灯泡。"
    assert points("他擦的是矿", "灯。", page)["word"] == SETTINGS.word * (0.5 + 1 / 2)


def test_three_characters_are_a_phrase_and_four_count_twice():
    assert points("他管着矿灯", "房。")["phrase"] == SETTINGS.phrase
    assert points("他给每盏", "矿灯都编号。")["phrase"] == 2 * SETTINGS.phrase
    assert "phrase" not in points("他擦的是矿", "灯。")


def test_words_that_a_joint_puts_together_across_lines_do_not_count():
    assert "word" not in points("他编号", "老。", "编号\n老周")


def test_how_likely_the_characters_go_on_is_told_of_chinese_only():
    assert points("国有企业的工作", "人员。")["characters"] > 0 > points("他走了吧", "册书。")["characters"]
    assert "characters" not in points("第3", "号灯。")
    assert "characters" not in points("他说", "，好。")


def test_the_likelihood_says_no_more_beyond_its_limits():
    most = SETTINGS.ratio * (SETTINGS.most_ratio - SETTINGS.even_ratio)
    least = SETTINGS.ratio * (SETTINGS.least_ratio - SETTINGS.even_ratio)
    for ending, beginning in (
        ("葡", "萄熟了。"),
        ("的", "的的的。"),
        ("魑魅魍", "魉都怕灯。"),
        ("了吗", "萄魉。"),
    ):
        assert least <= points(ending, beginning)["characters"] <= most


@pytest.mark.parametrize(("opening", "closing"), PAIRS.items())
def test_a_bracket_that_the_beginning_closes_joins(opening: str, closing: str):
    assert points(f"他说{opening}灯要", f"擦{closing}才走。")["bracket_closed"] == SETTINGS.bracket_closed


def test_a_far_bracket_joins_a_third_as_well():
    long = "灯" * NEAR
    assert points(f"他说“{long}", "擦”才走。")["bracket_closed"] == SETTINGS.bracket_closed / 3


def test_half_of_a_pair_speaks_against_the_more_the_nearer_it_stands():
    one = points("他说“灯", "要擦。")["bracket_missing"]
    far = points(f"他说“{'灯' * 30}", "要擦。")["bracket_missing"]
    assert one == SETTINGS.bracket_missing * (1 - 2 / NEAR)
    assert far == SETTINGS.bracket_missing * (1 - 31 / NEAR)
    assert points("灯要", "擦”才走。")["bracket_missing"] == SETTINGS.bracket_missing * (1 - 1 / NEAR)
    assert "bracket_missing" not in points(f"他说“{'灯' * NEAR}", "要擦。")


def test_a_closed_bracket_says_nothing():
    assert not {"bracket_closed", "bracket_missing"} & points("他说“灯要擦”，", "他走了（后来）。").keys()


def test_lines_may_part_only_where_neither_chinese_nor_the_page_puts_them_together():
    words = WordEvidence(PAGE, SETTINGS)
    assert words.may_part("他走了吧", "册书。", SETTINGS.hidden_ratio)
    assert not words.may_part("国有企业的工作", "人员。", SETTINGS.hidden_ratio)
    assert not WordEvidence("了吧册书。" * 9, SETTINGS).may_part("他走了吧", "册书。", SETTINGS.hidden_ratio)


def test_characters_stand_together_where_the_page_has_them_so():
    words = WordEvidence(PAGE, SETTINGS)
    assert words.stand_together("矿", "灯")
    assert not words.stand_together("灯", "矿")
