import pytest

from eval.benchmarks.sample_files import html
from rag.corpus.articles import articles_of
from rag.corpus.page import Page
from rag.corpus.readers.html import NO_ARTICLE, read, source_of
from rag.corpus.readers.read_file import RawFile
from rag.errors import Unreadable, Words

ARTICLE = """<h1>把安全写在渡口上</h1>
<div class="content"><p>　　渡口的安全管理要从船员抓起，每条船开航之前都要
  检查救生设备。</p>
<h2>一、短板</h2><p>老船工多，<b>下了船</b>就忘。<br>抽考合格率只有61%。</p></div>"""
AROUND = f"""<div class="top-nav"><a href=1>首页</a> <a>要闻</a> <a>图片</a></div>
<div id=main>{ARTICLE}<div class="share-box">分享到朋友圈</div>
<ul><li><a>夜校开学</a></li><li><a>救生衣换新</a></li><li><a>码头修好</a></li></ul></div>
<div class=sidebar>热门文章排行</div><footer>江岸日报 版权所有</footer><script>var 安全 = 1</script>"""
LINES = (
    "渡口的安全管理要从船员抓起，每条船开航之前都要检查救生设备。\n"
    "## 一、短板\n老船工多，下了船就忘。\n抽考合格率只有61%。"
)


def page(data: bytes) -> Page:
    (found,) = read(RawFile("渡口.html", data)).pages
    return found


def why(data: bytes) -> Words:
    with pytest.raises(Unreadable) as caught:
        read(RawFile("渡口.html", data))
    return caught.value.reason


def test_the_article_is_read_without_the_page_around_it():
    assert page(html(AROUND)).text == LINES
    assert page(html(ARTICLE)).text == LINES


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>把安全写在渡口上_要闻_江岸日报</title>", "把安全写在渡口上"),
        ('<meta property="og:title" content="把安全写在渡口上"><title>江岸日报</title>', "把安全写在渡口上"),
        ('<meta property="og:title" content="渡口纪事">', "渡口纪事"),
        ("<title>渡口纪事 - 江岸日报</title>", "渡口纪事"),
        ("<title>渡口——江上的路</title>", "渡口——江上的路"),
        ("", "把安全写在渡口上"),
    ],
)
def test_the_title_is_the_heading_or_what_the_head_says(head: str, title: str):
    assert page(html(ARTICLE, head)).title == title


def test_without_any_heading_the_text_itself_must_tell():
    assert page(html("<p>渡口每天早上六点开航。</p>")).title is None


def test_author_and_date_are_taken_from_the_head():
    head = (
        '<meta name="author" content=" 沈渡 "><meta name="publishdate" content="2021-03-04">'
        '<meta property="article:author" content="https://example.org/shen">'
    )
    found = page(html(ARTICLE, head))
    assert (found.author, found.date, found.affiliation) == ("沈渡", "2021-03-04", None)


def test_a_page_with_a_title_is_one_article_whatever_its_headings():
    found = page(html(f"{ARTICLE}<h2>二、路径</h2><p>办好夜校。</p>", "<title>把安全写在渡口上</title>"))
    (article,) = articles_of(found)
    assert article.title
    assert article.title.text == "把安全写在渡口上"
    assert [section.path for section in article.sections] == [("一、短板",), ("二、路径",)]
    assert not article.text.startswith("把安全")


@pytest.mark.parametrize(
    ("named", "encoding"),
    [
        ("gb2312", "gb18030"),
        ("GBK", "gbk"),
        ("utf-8", "utf-8"),
        ("big5", "big5"),
        ("", "gb18030"),
        ("", "utf-16"),
        ("gb2312", "utf-8-sig"),
        ("utf-8", "gb18030"),
        ("no-such-code", "utf-8"),
    ],
)
def test_the_encoding_is_the_one_named_unless_the_bytes_know_better(named: str, encoding: str):
    source = f'<html><head><meta charset="{named}"></head><body>安全生產，人人有責。</body></html>'
    source = source.replace("產", "产").replace("責", "责") if encoding != "big5" else source
    assert source_of(source.encode(encoding)) == source


def test_a_page_of_scripts_alone_says_what_to_do():
    assert why(html("<div id=app></div><script>draw()</script>")) == NO_ARTICLE
    assert "PDF" in NO_ARTICLE.zh


def test_binary_data_is_no_web_page():
    assert why(bytes(range(256)) * 8).zh.startswith("是二进制文件")
