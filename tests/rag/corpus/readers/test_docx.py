import io
import zipfile

import pytest

from eval.benchmarks.sample_files import STYLES, WORD, docx, packed, paragraph, table
from rag.corpus.articles import articles_of
from rag.corpus.readers.docx import NO_TEXT, read
from rag.corpus.readers.read_file import RawFile
from rag.corpus.readers.zipped import DAMAGED
from rag.errors import Unreadable, Words

STYLED = {"styles": STYLES}


def text(body: str, parts: dict[str, str] | None = None) -> str:
    (page,) = read(RawFile("稿.docx", docx(body, STYLED if parts is None else parts))).pages
    return page.text


def why(data: bytes) -> Words:
    with pytest.raises(Unreadable) as caught:
        read(RawFile("稿.docx", data))
    return caught.value.reason


def run(inner: str) -> str:
    return f"<w:p><w:r>{inner}</w:r></w:p>"


def test_tables_are_read_in_their_place_a_row_a_line():
    body = (
        paragraph("人数如下。") + table(("队", "人数"), ("一队", ""), ("二队", "8")) + paragraph("共八人。")
    )
    assert text(body) == "人数如下。\n| 队 | 人数 |\n| 一队 |  |\n| 二队 | 8 |\n共八人。"


def test_a_table_of_long_texts_is_read_as_paragraphs():
    long = "渡口的夜校每周二晚上开课。" * 20
    assert text(table((long, "旁注。"))) == f"{long}\n旁注。"


@pytest.mark.parametrize(
    ("style", "mark"), [("a3", "# "), ("1", "# "), ("2", "## "), ("own", "## "), ("a", ""), ("none", "")]
)
def test_styles_of_headings_become_marks(style: str, mark: str):
    assert text(paragraph("渡口", style)) == f"{mark}渡口"


def test_an_outline_level_makes_a_heading_too():
    level = '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>渡口</w:t></w:r></w:p>'
    body_text = level.replace('"2"', '"9"')
    assert text(level + body_text) == "### 渡口\n渡口"


def test_the_contents_list_is_left_out():
    styles = STYLES.replace("小标题", "toc 1")
    assert text(paragraph("渡口 3", "own") + paragraph("安全。"), {"styles": styles}) == "安全。"


def test_changes_under_review_are_read_as_accepted():
    body = (
        "<w:p><w:r><w:t>每周</w:t></w:r><w:del><w:r><w:delText>一</w:delText><w:t>一</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>二</w:t></w:r></w:ins></w:p>"
    )
    assert text(body) == "每周二"


def test_links_controls_breaks_and_tabs_are_read():
    control = f"<w:sdt><w:sdtContent>{paragraph('控件里的话。')}</w:sdtContent></w:sdt>"
    link = "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>后</w:t></w:r></w:p>"
    assert text(control + link + run("<w:t>上</w:t><w:br/><w:t>下</w:t>")) == "控件里的话。\n链接 后\n上\n下"


def test_a_text_box_follows_its_paragraph_once():
    box = f"<w:txbxContent>{paragraph('框里的话。')}</w:txbxContent>"
    compatible = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    assert text(run(f"<w:t>正文。</w:t>{compatible}")) == "正文。\n框里的话。"


def test_footnotes_and_headers_are_not_mixed_in():
    notes = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2">{paragraph("脚注。")}</w:footnote></w:footnotes>'
    )
    body = run('<w:t>正文</w:t><w:footnoteReference w:id="2"/><w:t>。</w:t>')
    assert text(body, {"styles": STYLES, "footnotes": notes}) == "正文。"


def test_the_lines_become_one_article_with_its_title_and_sections():
    body = "".join(
        (
            paragraph("把安全写在渡口上", "a3"),
            paragraph("●青湾航运公司 沈渡"),
            paragraph("一、短板", "1"),
            paragraph("老船工多，念文件下船就忘。"),
            table(("队", "人数"), ("一队", "12")),
            paragraph("二、路径", "1"),
            paragraph("办好夜校。"),
        )
    )
    (article,) = articles_of(read(RawFile("稿.docx", docx(body, STYLED))).pages[0])
    assert article.title
    assert article.author
    assert (article.title.text, article.author.text) == ("把安全写在渡口上", "沈渡")
    assert [section.path for section in article.sections] == [("一、短板",), ("二、路径",)]
    assert "| 一队 | 12 |" in article.text


def test_what_word_would_not_open_is_damaged():
    assert why(packed({"word/document.xml": "<w:document"})) == DAMAGED
    assert why(docx("<w:p>")) == DAMAGED
    assert why(docx(paragraph("安全"))[:-200]) == DAMAGED


def test_a_document_without_words_says_so():
    assert why(docx(paragraph("  "))) == NO_TEXT


def test_entities_do_not_grow():
    grown = '<!DOCTYPE w [<!ENTITY a "安全"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    body = f'<w:document xmlns:w="{WORD}"><w:body>{run("<w:t>一&b;</w:t>")}</w:body></w:document>'
    data = docx("")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    spoiled = packed({**files, "word/document.xml": grown + body})
    try:
        (page,) = read(RawFile("稿.docx", spoiled)).pages
    except Unreadable:
        return
    assert "安全" not in page.text
