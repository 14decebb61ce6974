import pytest

from rag.corpus.article import Article
from ui.headings import NUMBERING, bare_heading


@pytest.mark.parametrize(
    ("item", "number"),
    [
        ("一、存在的问题", "一、"),
        ("（二）加强领导", "（二）"),
        ("(三)访伤员", "(三)"),
        ("3.完善制度", "3."),
        ("第四章 附则", "第四章 "),
        ("第二步，签订合同", "第二步，"),
        ("一是现场交接不细", "一是"),
        ("其二，抓培训", "其二，"),
        ("①看环境", "①"),
        ("三交三查制度", ""),
        ("2023年的成绩", ""),
        ("一线职工", ""),
    ],
)
def test_the_number_in_front_of_an_item(item: str, number: str):
    match = NUMBERING.match(item)
    assert (match.group() if match else "") == number


def test_a_heading_loses_its_number(mine: Article):
    assert bare_heading(mine, mine.sections[2]) == "推行三交三查制度"
