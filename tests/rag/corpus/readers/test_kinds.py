import pytest

from eval.benchmarks import sample_files as made
from rag.corpus.readers.kinds import DOCX, EPUB, HTML, LOCKED, OLD_OFFICE, PDF, check_kind, kind_of
from rag.errors import Unreadable

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SOUND_PDF = made.pdf([made.lines_down(["安全。"])])


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (SOUND_PDF, PDF),
        (b"From: a mail program\r\n\r\n" + SOUND_PDF, PDF),
        (made.docx(made.paragraph("安全。")), DOCX),
        (made.docx(made.paragraph("安全。"))[:900], DOCX),
        (made.epub(["<p>安全。</p>"]), EPUB),
        (made.html("<p>安全。</p>"), HTML),
        ("\ufeff\n<!-- 存档 -->\n<HTML>".encode(), HTML),
        (OLD, OLD_OFFICE),
        (OLD + "EncryptedPackage".encode("utf-16-le"), LOCKED),
        ("安全生产".encode("gb18030"), None),
        ("<安全> 生产".encode(), None),
        (b"", None),
    ],
)
def test_the_bytes_say_what_a_file_is(data: bytes, kind: object):
    assert kind_of(data) is kind


def reason(suffix: str, data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        check_kind(suffix, data)
    assert caught.value.reason.en
    return caught.value.reason.zh


def test_a_name_that_lies_is_told_with_the_name_that_would_be_true():
    assert reason(".docx", SOUND_PDF) == "扩展名是 .docx，内容却是PDF；请把扩展名改为 .pdf"
    assert reason(".txt", made.html("<p>安全。</p>")) == "扩展名是 .txt，内容却是网页；请把扩展名改为 .html"
    assert reason(".epub", made.docx("")) == "扩展名是 .epub，内容却是Word 文档；请把扩展名改为 .docx"


def test_what_no_reader_opens_is_told_with_what_to_do():
    assert reason(".pdf", b"MZ\x90\x00") == "扩展名是 .pdf，内容却是Windows 程序；请从文件夹中移走"
    assert reason(".docx", OLD) == "扩展名是 .docx，内容却是旧版 Office 文档；请另存为 .docx"
    assert reason(".csv", made.packed({"xl/workbook.xml": ""})).endswith("请另存为 CSV")
    assert reason(".txt", made.packed({"一.txt": "安全"})).endswith("请先解压")


def test_a_password_is_told_as_such():
    assert reason(".docx", OLD + "EncryptedPackage".encode("utf-16-le")).startswith("文档加了密码；")


def test_a_binary_format_without_its_mark_is_no_such_file():
    assert reason(".pdf", b"garbage").startswith("不是 .pdf 文件")
    assert reason(".docx", b"").startswith("不是 .docx 文件")


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (".txt", "PDF 文件以 %PDF- 开头，本刊介绍过。"),
        (".md", "<html> 标签怎样写"),
        (".html", "没有标签的网页"),
        (".csv", "id,text"),
        (".txt", "MZ 系列渡船说明"),
    ],
)
def test_text_that_only_tells_of_formats_is_text(suffix: str, text: str):
    check_kind(suffix, text.encode())
