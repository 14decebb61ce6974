import pytest

from rag.corpus.imprint_own import WITHIN, imprint_of_text
from rag.text.spans import SourceMap

BODY = "渡口的规矩有三条，船员上船以前都要念一遍。"


def said(text: str) -> tuple[str | None, str | None]:
    imprint = imprint_of_text(text, SourceMap.of([(0, len(text))], text))
    return imprint.newspaper and imprint.newspaper.text, imprint.date and imprint.date.text


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("来源：青湾日报  发布时间： 2021-03-04 09:10", ("青湾日报", "2021-03-04 09:10")),
        ("（原载《江岸周刊》2021年3月4日）", ("江岸周刊", None)),
        ("稿件来源:青湾日报2021年3月4日", ("青湾日报", None)),
        ("发布日期：二〇二一年三月四日", (None, "二〇二一年三月四日")),
        ("来源：网络", (None, None)),
        ("来源于群众的办法", (None, None)),
        ("发布时间：2021-13-04", (None, None)),
    ],
)
def test_the_first_lines_tell(line: str, told: tuple[str | None, str | None]):
    assert said(f"{line}\n{BODY}") == told


def test_what_stands_further_down_is_text():
    assert said("渡" * WITHIN + "\n来源：青湾日报 发布时间：2021-03-04") == (None, None)


def test_the_words_lead_to_their_place():
    text = f"来源：青湾日报\n{BODY}"
    newspaper = imprint_of_text(text, SourceMap.of([(0, len(text))], text)).newspaper
    assert newspaper
    assert [piece.slice(text) for piece in newspaper.pieces] == ["青湾日报"]
