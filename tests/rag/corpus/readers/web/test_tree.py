import pytest

from rag.corpus.readers.web.tree import (
    DEEPEST,
    TOO_DEEP,
    depth_of,
    has_furniture_name,
    is_element,
    parsed,
    walk,
    weights,
)
from rag.errors import Unreadable


def test_depth_counts_what_is_open_at_once():
    assert depth_of("<div>" * 5 + "</div>" * 5 + "<b>") == 5
    assert depth_of("<p>一<p>二<br><img><li>三") == 0
    assert depth_of("</div></div><div>") == 1


def test_a_million_nested_tags_are_refused_at_once():
    for tag in ("div", "b", "table", "font"):
        with pytest.raises(Unreadable) as caught:
            parsed(f"<{tag}>" * 1_000_000)
        assert caught.value.reason == TOO_DEEP


def test_a_page_as_deep_as_is_allowed_is_read():
    body = parsed("<div>" * DEEPEST + "安全").body
    assert body is not None
    assert [node.text_content for node, _ in walk(body) if not is_element(node)] == ["安全"]


def test_every_element_begins_and_ends_and_what_is_left_out_has_nothing_inside():
    body = parsed("<body><p>一<b>二</b></p><nav>三</nav></body>").body
    assert body is not None
    said = [(node.tag, begins) for node, begins in walk(body)]
    assert said == [
        ("body", True), ("p", True), ("-text", True), ("b", True), ("-text", True), ("b", False), ("p", False),
        ("nav", True), ("nav", False), ("body", False),
    ]  # fmt: skip


def test_prose_and_links_are_weighed_apart():
    body = parsed("<body><p>安全<a>生产</a></p><p>人 人</p></body>").body
    assert body is not None
    held = [(one.node.tag, one.prose, one.linked, one.links, one.above) for one in weights(body)]
    assert held == [("body", 4, 2, 1, -1), ("p", 2, 2, 1, 0), ("a", 0, 2, 1, 1), ("p", 2, 0, 0, 0)]


def test_class_and_id_may_name_furniture():
    body = parsed('<body><p class="share">一</p><p id=content>二</p></body>').body
    assert body is not None
    assert [has_furniture_name(one.node) for one in weights(body)] == [False, True, False]
