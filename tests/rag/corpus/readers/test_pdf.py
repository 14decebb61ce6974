import pytest

from eval.benchmarks import sample_files as made
from eval.benchmarks.sample_files import Printed, lines_down
from rag.corpus.articles import articles_of
from rag.corpus.page import Landmark, LandmarkKind
from rag.corpus.readers.pdf import DAMAGED, LOCKED, NO_TEXT, SCANNED, read
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.settings import ReadingSettings
from rag.errors import Unreadable, Words

LEFT = (
    "青湾航运公司管着沿江",
    "十一个渡口和三十四条",
    "渡船，全年运送旅客二",
    "百六十万人次。老船工",
    "多，念文件下船就忘。",
)
RIGHT = (
    "公司办起码头夜校，每",
    "周二晚上开课，全年培",
    "训船员四百一十二名，",
    "讲授航道知识、消防技",
    "能和急救方法等内容。",
)
GREY_SQUARE = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"


def of(*pages: list[Printed], settings: ReadingSettings = ReadingSettings()) -> ReadFile:
    return read(RawFile("报.pdf", made.pdf(pages), settings))


def text(*pages: list[Printed]) -> str:
    (page,) = of(*pages).pages
    return page.text


def why(data: bytes, settings: ReadingSettings = ReadingSettings()) -> Words:
    with pytest.raises(Unreadable) as caught:
        read(RawFile("报.pdf", data, settings))
    return caught.value.reason


def test_a_printed_line_is_a_line_and_pages_follow_one_another():
    (page,) = of(lines_down(LEFT), lines_down(RIGHT)).pages
    assert page.text == "\n".join((*LEFT, *RIGHT))
    assert page.landmarks == (
        Landmark(0, LandmarkKind.PAGE, 1),
        Landmark(page.text.index(RIGHT[0]), LandmarkKind.PAGE, 2),
    )


def test_the_lines_become_the_paragraphs_of_one_article():
    page = of(lines_down(["渡口的夜校", "●青湾航运公司 沈渡", *LEFT]), lines_down(RIGHT)).pages[0]
    (article,) = articles_of(page)
    assert article.title
    assert article.title.text == "渡口的夜校"
    assert article.text.replace("\n", "") == "".join((*LEFT, *RIGHT))
    assert article.landmarks == page.landmarks


def test_columns_drawn_one_after_the_other_stay_in_that_order():
    assert text(lines_down(LEFT, 320) + lines_down(RIGHT, 60)) == "\n".join((*LEFT, *RIGHT))


def test_columns_drawn_row_by_row_are_taken_apart():
    rows = [line for row in zip(lines_down(LEFT, 60), lines_down(RIGHT, 320), strict=True) for line in row]
    title = Printed(120, 805, "渡口上的夜校和救生衣是怎样来的", 20)
    assert text([title, *rows]) == "\n".join((title.text, *LEFT, *RIGHT))


def test_a_table_drawn_row_by_row_stays_in_rows():
    cells = [[Printed(60, 700 - 15 * n, f"第{n}队"), Printed(300, 700 - 15 * n, f"{n}人")] for n in range(6)]
    assert text([cell for row in cells for cell in row]) == "\n".join(f"第{n}队 {n}人" for n in range(6))


def test_vertical_print_is_read_from_the_top_down_and_from_the_right():
    drawn = [
        Printed(500 - 20 * column, 700 - 10.5 * row, character)
        for column, line in enumerate(LEFT)
        for row, character in enumerate(line)
    ]
    assert text(drawn) == "\n".join(LEFT)


def test_an_indented_first_line_is_marked_as_plain_text_marks_it():
    lines = lines_down(LEFT)
    lines[2] = lines[2]._replace(x=80)
    assert text(lines) == "\n".join((*LEFT[:2], "　　" + LEFT[2], *LEFT[3:]))


def test_radicals_are_read_as_the_characters_that_were_printed():
    assert text(lines_down(["⼈⺠的⻋⻔"])) == "人民的车门"


def test_page_numbers_and_running_heads_are_left_out():
    def page(number: int, name: str) -> list[Printed]:
        head, foot = Printed(60, 820, f"江岸月刊 2021 年第 {number} 期"), Printed(300, 30, f"- {number} -")
        return [head, *lines_down([f"第{name}段在此。"]), foot]

    pages = [page(number, name) for number, name in enumerate("甲乙丙丁", start=1)]
    assert text(*pages) == "第甲段在此。\n第乙段在此。\n第丙段在此。\n第丁段在此。"


def test_a_page_that_is_a_picture_is_reported_and_the_others_are_read():
    found = read(RawFile("报.pdf", scanned_first()))
    assert [page.text for page in found.pages] == ["安全。"]
    assert found.pages[0].landmarks == (Landmark(0, LandmarkKind.PAGE, 2),)
    (skipped,) = found.skipped
    assert skipped.reason.zh == f"第 1 页：{SCANNED.zh}"


def scanned_first() -> bytes:
    """A PDF of two pages, the first a picture."""
    data = made.pdf([[Printed(1, 1, "图")], lines_down(["安全。"])])
    shown = data[data.index(b"BT /F") : data.index(b"\nendstream")]
    return data.replace(shown, GREY_SQUARE.encode("latin-1").ljust(len(shown)), 1)


def test_a_scan_says_that_ocr_is_the_mend():
    data = made.pdf([[Printed(1, 1, "这里只有一张图片")]])
    shown = data[data.index(b"BT /F") : data.index(b"\nendstream")]
    assert why(data.replace(shown, GREY_SQUARE.encode("latin-1").ljust(len(shown)), 1)) == SCANNED
    assert "OCR" in SCANNED.zh


def test_an_empty_document_says_that_there_is_no_text():
    assert why(made.pdf([[]])) == NO_TEXT


def test_a_password_and_damage_are_told_apart():
    locked = made.pdf(
        [lines_down(["安全。"])],
        hidden={
            "Encrypt": f"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{'41' * 32}>/U<{'42' * 32}>>>",
            "ID": "[<00><00>]",
        },
    )
    assert why(locked) == LOCKED
    assert why(b"%PDF-1.4\nnothing else") == DAMAGED


def test_a_document_cut_short_is_read_as_far_as_it_goes_or_is_damaged():
    data = made.pdf([lines_down(LEFT)])
    for length in range(20, len(data), 97):
        try:
            found = read(RawFile("报.pdf", data[:length]))
        except Unreadable:
            continue
        assert found.pages[0].text


def test_too_many_pages_are_refused_with_the_setting_that_allows_them():
    assert "reading.most_pages" in why(made.pdf([[], []]), ReadingSettings(most_pages=1)).zh


def test_a_page_of_newspaper_takes_less_than_a_tenth_of_a_second():
    import time

    page = [Printed(20 + 110 * c, 820 - 11 * r, LEFT[r % 5], 10) for c in range(5) for r in range(70)]
    started = time.perf_counter()
    of(*[page] * 4)
    assert (time.perf_counter() - started) / 4 < 0.1 * 3  # three times the aim: tests share their machine


def test_many_scanned_pages_are_one_reason():
    data = made.pdf([[Printed(1, 1, "图" * 40)], [Printed(1, 1, "图" * 40)], lines_down(["安全。"])])
    shown = data[data.index(b"BT /F") : data.index(b"\nendstream")]
    (skipped,) = read(
        RawFile("报.pdf", data.replace(shown, GREY_SQUARE.encode("latin-1").ljust(len(shown))))
    ).skipped
    assert skipped.reason.zh == f"第 1–2 页：{SCANNED.zh}"


def test_a_blank_page_with_a_frame_is_no_scan():
    data = made.pdf([[Printed(1, 1, "框框框框框框框框框框")], lines_down(["安全。"])])
    shown = data[data.index(b"BT /F") : data.index(b"\nendstream")]
    assert (
        read(RawFile("报.pdf", data.replace(shown, b"20 20 500 800 re S".ljust(len(shown)), 1))).skipped == ()
    )


@pytest.mark.parametrize(
    ("step", "said"),
    [(10, "夜校有船员412名 A 班"), (13, "夜校有船员412名 A 班"), (20, "夜 校 有 船 员 4 1 2 名 A 班")],
)
def test_characters_set_wide_are_not_parted_by_spaces(step: int, said: str):
    drawn = [Printed(60 + step * n, 700, character) for n, character in enumerate("夜校有船员412名 A 班")]
    assert text(drawn) == said
