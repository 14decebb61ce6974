import pytest

from rag.corpus.imprint.own_lines import FIRST, LAST, OwnWords, own_words
from rag.text.spans import SourceMap

BODY = "渡口的规矩有三条，船员上船以前都要念一遍。"


MORE = "船员们都说规矩好记，渡口十年没有出过事。" * 20


def read(text: str) -> OwnWords:
    return own_words(text, SourceMap.of([(0, len(text))], text))


def said(text: str) -> tuple[str | None, ...]:
    """The date line, then newspaper, date and edition of the source."""
    own = read(text)
    words = (own.date, own.source.newspaper, own.source.date, own.source.edition)
    return tuple(one and one.text for one in words)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("来源：青湾日报  发布时间： 2021-03-04 09:10", ("2021-03-04 09:10", "青湾日报", None, None)),
        ("（原载《江岸周刊》2021年3月4日第3版）", (None, "江岸周刊", "2021年3月4日", "第3版")),
        ("2021-03-04 09:10 来源：青湾日报 作者：沈渡", (None, "青湾日报", "2021-03-04", None)),
        ("稿件来源:青湾日报2021年3月4日", (None, "青湾日报", "2021年3月4日", None)),
        ("发布日期：二〇二一年三月四日", ("二〇二一年三月四日", None, None, None)),
        ("来源：网络", (None, None, None, None)),
        ("来源于群众的办法，2021年3月4日试行", (None, None, None, None)),
        ("发布时间：2021-13-04", (None, None, None, None)),
    ],
)
def test_the_first_lines_tell(line: str, told: tuple[str | None, ...]):
    assert said(f"{line}\n{BODY}") == told


def test_the_last_line_tells_where_it_was_taken_from():
    assert said(f"{BODY}\n{MORE}\n（摘自《江岸周刊》2021年第3期）") == (None, "江岸周刊", "2021年", "第3期")


def test_what_stands_in_the_middle_is_text():
    line = "来源：青湾日报 发布时间：2021-03-04"
    assert len(MORE) > max(FIRST, LAST)
    assert said(f"{MORE}\n{line}\n{MORE}") == (None, None, None, None)


def test_the_words_lead_to_their_place():
    text = f"来源：青湾日报\n{BODY}"
    newspaper = read(text).source.newspaper
    assert newspaper
    assert [piece.slice(text) for piece in newspaper.pieces] == ["青湾日报"]
