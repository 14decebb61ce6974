import pytest

from rag.corpus.imprint.file_name import imprint_of_name


def said(file: str) -> tuple[str | None, ...]:
    imprint = imprint_of_name(file)
    words = (imprint.newspaper, imprint.date, imprint.edition, imprint.column)
    return tuple(one and one.text for one in words)


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("青湾日报-2025-03-12-第3版.txt", ("青湾日报", "2025-03-12", "第3版", None)),
        ("青湾日报_20250312_A04.txt", ("青湾日报", "20250312", "A04", None)),
        ("《青湾日报》2025年3月12日.md", ("青湾日报", "2025年3月12日", None, None)),
        ("煤海周刊-第3版.txt", ("煤海周刊", None, "第3版", None)),
        ("煤海周刊/2025-03-12/第3版.txt", ("煤海周刊", "2025-03-12", "第3版", None)),
        ("江岸党建-2025年第4期.md", ("江岸党建", "2025年", "第4期", None)),
        ("路港通讯-党群版.txt", ("路港通讯", None, "党群版", None)),
        ("2025-03-12-A04.txt", (None, "2025-03-12", "A04", None)),
    ],
)
def test_a_name_tells_newspaper_date_and_page(file: str, told: tuple[str | None, ...]):
    assert said(file) == told


@pytest.mark.parametrize(
    "file",
    [
        "安全手册-第3版.docx",
        "会议纪要-2025-03-12.txt",
        "基层党建-下半版.txt",
        "第3期培训班.md",
        "工作汇报-2025-03-12.txt",
        "000_ad61b2.txt",
        "",
    ],
)
def test_a_name_that_may_mean_something_else_tells_nothing(file: str):
    assert said(file) == (None, None, None, None)


def test_the_words_of_a_name_have_no_place_in_the_text():
    newspaper = imprint_of_name("煤海周刊-第3版.txt").newspaper
    assert newspaper
    assert newspaper.pieces == ()
