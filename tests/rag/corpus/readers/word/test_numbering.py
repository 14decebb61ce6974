from eval.benchmarks.sample_files import STYLES, WORD, docx, paragraph
from rag.corpus.readers.docx import read
from rag.corpus.readers.read_file import RawFile
from rag.corpus.readers.word.numbering import numeral

LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%1.%3"))


def numbering(*levels: tuple[str, str], more: str = "") -> str:
    written = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{label}"/></w:lvl>'
        for n, (kind, label) in enumerate(levels)
    )
    return (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}</w:numbering>'
    )


def item(text: str, level: int = 0, list_id: int = 1) -> str:
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def lines(body: str, numbers: str, styles: str = STYLES) -> list[str]:
    raw = RawFile("稿.docx", docx(body, {"styles": styles, "numbering": numbers}))
    return read(raw).pages[0].text.split("\n")


def test_levels_count_on_and_begin_again_under_a_higher_one():
    body = item("甲") + item("子", 1) + item("丑", 1) + item("乙") + item("寅", 1) + item("细", 2)
    assert lines(body, numbering(*LEVELS)) == [
        "一、甲", "（一）子", "（二）丑", "二、乙", "（一）寅", "二.1 细",
    ]  # fmt: skip


def test_a_legal_number_is_written_in_figures_throughout():
    legal = numbering(*LEVELS).replace('<w:lvlText w:val="%1.%3"/>', '<w:isLgl/><w:lvlText w:val="%1.%3"/>')
    assert lines(item("甲") + item("细", 2), legal) == ["一、甲", "1.1 细"]


def test_other_paragraphs_between_do_not_break_the_count():
    body = item("甲") + paragraph("正文。") + item("乙")
    assert lines(body, numbering(*LEVELS)) == ["一、甲", "正文。", "二、乙"]


def test_a_list_that_begins_anew_counts_by_itself():
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = item("甲") + item("乙") + item("丙", list_id=2)
    assert lines(body, numbering(*LEVELS, more=again)) == ["一、甲", "二、乙", "一、丙"]


def test_a_style_may_bring_its_number_and_a_paragraph_refuse_it():
    styles = STYLES.replace(
        '<w:basedOn w:val="2"/>',
        '<w:basedOn w:val="2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
    )
    refusing = (
        '<w:p><w:pPr><w:pStyle w:val="own"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>'
        "<w:r><w:t>乙</w:t></w:r></w:p>"
    )
    assert lines(paragraph("甲", "own") + refusing, numbering(*LEVELS), styles) == ["## 一、甲", "## 乙"]


def test_a_paragraph_may_change_the_level_alone():
    styles = STYLES.replace(
        '<w:basedOn w:val="2"/>',
        '<w:basedOn w:val="2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
    )
    deeper = (
        '<w:p><w:pPr><w:pStyle w:val="own"/><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>乙</w:t></w:r></w:p>"
    )
    body = paragraph("甲", "own") + deeper
    assert lines(body, numbering(*LEVELS), styles) == ["## 一、甲", "## （一）乙"]


def test_bullets_and_unknown_lists_print_no_number():
    assert lines(item("甲"), numbering(("bullet", "•"))) == ["甲"]
    assert lines(item("甲", list_id=9) + item("乙", 8), numbering(*LEVELS)) == ["甲", "乙"]


def test_numbers_are_printed_in_their_kind():
    assert [numeral(n, "chineseCounting") for n in (1, 10, 11, 20, 34, 99)] == [
        "一", "十", "十一", "二十", "三十四", "九十九",
    ]  # fmt: skip
    assert [numeral(n, "upperRoman") for n in (1, 4, 9, 14, 39)] == ["I", "IV", "IX", "XIV", "XXXIX"]
    assert [numeral(n, "ideographTraditional") for n in (1, 10, 11)] == ["甲", "癸", "11"]
    assert [numeral(n, "upperLetter") for n in (1, 26, 27)] == ["A", "Z", "27"]
