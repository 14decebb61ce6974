import pytest

from rag.corpus.people.biographies import biography_label, starts_biography


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("作者简介：林远，1980年生，青峰县人。", "作者简介："),
        ("【作者介绍】林远，工程师。", "【作者介绍】"),
        ("［作者简介］ 林远，工程师。", "［作者简介］ "),
        ("第一作者简介: 林远，工程师。", "第一作者简介: "),
        ("人物简介", "人物简介"),
        ("个人简历：", "个人简历："),
    ],
)
def test_the_label_ends_where_the_person_begins(line: str, label: str):
    found = biography_label(line)
    assert found
    assert line[: found.end()] == label
    assert starts_biography(line)


@pytest.mark.parametrize(
    "line", ["作者简介要写得短", "简介：青峰矿建于1958年", "本文作者简介", "作者：林远", ""]
)
def test_a_line_that_only_speaks_of_it_has_no_label(line: str):
    assert biography_label(line) is None
    assert not starts_biography(line)
