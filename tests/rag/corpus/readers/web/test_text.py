import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.corpus.readers.web.table import FURNITURE_NAMES, NAMED_FURNITURE, NAMED_TEXT
from rag.corpus.readers.web.text import article_lines
from rag.corpus.readers.web.tree import parsed


def lines(body: str) -> list[str]:
    root = parsed(f"<body>{body}</body>").body
    assert root is not None
    return article_lines(root)


@pytest.mark.parametrize("name", NAMED_FURNITURE)
def test_names_of_furniture_are_known(name: str):
    assert FURNITURE_NAMES.search(name)


@pytest.mark.parametrize("name", NAMED_TEXT)
def test_names_of_text_are_let_be(name: str):
    assert not FURNITURE_NAMES.search(name)


def test_blocks_end_lines_and_words_inside_do_not():
    assert lines("一<b>二</b><span>三</span><p>四</p>五<div>六<br>七</div>") == [
        "一二三",
        "四",
        "五",
        "六",
        "七",
    ]


def test_spaces_are_set_as_a_browser_sets_them():
    assert lines("<p>  安全\n  生产&nbsp; A\n B</p><p> \n </p>") == ["安全生产 A B"]
    assert lines("<pre>一\n  二</pre>") == ["一", "二"]


def test_headings_keep_their_level_and_their_line():
    assert lines("<h3>一、<br>短板</h3>正文") == ["### 一、 短板", "正文"]
    assert lines("<h1><a>题</a></h1>") == ["# 题"]


def test_a_table_of_figures_is_rows_and_a_table_of_layout_is_not():
    assert lines("<table><tr><th>队<th>人数<tr><td>一队<td>12</table>") == ["| 队 | 人数 |", "| 一队 | 12 |"]
    long = "渡口的夜校每周二晚上开课。" * 20
    assert lines(f"<table><tr><td>{long}<td>旁注</table>") == [long]
    assert lines("<table><tr><td><table><tr><td>一<td>二</table><td>三</table>") == ["| 一 | 二 |", "三"]


def test_hidden_and_furniture_is_not_read():
    kinds = (
        "<nav>甲</nav>", "<aside>甲</aside>", "<script>甲</script>", "<select><option>甲</select>",
        "<div hidden>甲</div>", '<div style="display: none">甲</div>', '<div role="navigation">甲</div>',
        '<div class="breadcrumb">甲</div>', '<div id="comments">甲</div>', "<!-- 甲 -->",
    )  # fmt: skip
    for kind in kinds:
        assert lines(f"{kind}<p>渡口的夜校每周二晚上开课。</p>") == ["渡口的夜校每周二晚上开课。"], kind


def test_furniture_that_holds_the_article_is_read():
    assert lines('<div class="print">渡口的夜校每周二晚上开课。</div><p>短。</p>')[0].startswith("渡口")


def test_a_list_of_links_is_left_out_and_links_in_prose_are_not():
    links = "".join(f"<li><a>{name}</a></li>" for name in ("夜校开学", "换救生衣", "码头修好"))
    prose = "<p>渡口的<a>夜校</a>、<a>食堂</a>和<a>码头</a>都在江岸，每周二晚上开课。</p>"
    assert lines(f"{prose}<ul>{links}</ul>") == ["渡口的夜校、食堂和码头都在江岸，每周二晚上开课。"]


def test_the_deepest_element_with_nearly_all_prose_is_the_article():
    prose = "<p>渡口的夜校每周二晚上开课。</p>" * 5
    assert (
        lines(f"<div>早间天气</div><div><div>{prose}</div><div>末条</div></div>")
        == ["渡口的夜校每周二晚上开课。"] * 5
    )


pieces = st.sampled_from(["<p>", "</p>", "<div class=ad>", "</div>", "<table>", "<tr><td>", "<h2>", "<br>", "<pre>",
                          "<script>", "</script>", "<a>", "安全。", "一 \n二", "&#0;", "<svg><p>", "<!--", "-->"])  # fmt: skip


@settings(deadline=None)
@given(st.lists(pieces, max_size=30))
def test_any_soup_of_tags_gives_lines_without_line_ends(soup: list[str]):
    assert all(line.strip() and "\n" not in line for line in lines("".join(soup)))
