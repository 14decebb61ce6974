from rag.corpus.imprint.page_imprint import PageImprint, imprint_of
from rag.corpus.layout.lines import lines_of

TEXT = tuple(f"渡口第{number}条规矩，船员上船以前都要当面念一遍。" for number in "一二三四五六七八")


def read(*lines: str, file: str = "页.txt") -> PageImprint:
    text = "\n".join(lines)
    return imprint_of(lines_of(text), text, file)


def said(page: PageImprint) -> tuple[str | None, ...]:
    printed = page.heads.common
    words = (printed.newspaper, printed.date, printed.edition, printed.column)
    return tuple(one and one.text for one in words)


def test_a_masthead_above_its_date_is_a_head():
    page = read("青 湾 日 报", "2025 年 3 月 12 日 星期三", "渡口怎样管", *TEXT)
    assert said(page) == ("青湾日报", "2025年3月12日", None, None)
    assert page.furniture == {0, 1}


def test_a_date_with_its_weekday_is_the_page_s_as_the_first_line_of_all():
    page = read("2025年3月12日　星期三", "渡口怎样管", *TEXT)
    assert (said(page)[1], page.furniture) == ("2025年3月12日", {0})
    assert read("渡口怎样管", "2025年3月12日　星期三", *TEXT).furniture == frozenset()
    lunar = read("渡口怎样管", "2025年3月12日　星期三　农历乙巳年二月十三", *TEXT)
    assert (said(lunar)[1], lunar.furniture) == ("2025年3月12日", {1})


def test_a_bare_number_before_a_column_is_the_page_s_beside_a_certain_line():
    page = read("责编 林远　版式 周晓梅", "03　理论", "THEORY", "渡口怎样管", *TEXT)
    assert (said(page), page.furniture) == ((None, None, "03", "理论"), {0, 1, 2})
    assert read("01 引言", *TEXT, "02 方法", *TEXT).furniture == frozenset()


def test_a_mark_before_a_column_is_believed_beside_a_certain_line():
    assert said(read("03版", "■渡口论坛", "渡口怎样管", *TEXT)) == (None, None, "03版", "渡口论坛")
    assert said(read("■渡口论坛", "渡口怎样管", *TEXT)) == (None, None, None, None)


def test_a_bare_name_inside_a_head_is_a_column_and_above_the_editors_of_an_article_a_title():
    head = ("青湾日报", "2025年3月12日 星期三", "第3版")
    assert said(read(*head, "理论园地", "本版编辑 林远", *TEXT))[3] == "理论园地"
    above = read(*head, "渡口规矩", "责任编辑：林远", *TEXT)
    assert (said(above)[3], above.furniture) == (None, {0, 1, 2, 4})


def test_a_head_under_the_title_is_read_too():
    page = read("渡口怎样管", "《江岸周刊》2025年3月12日 第2版", *TEXT)
    assert said(page) == ("江岸周刊", "2025年3月12日", "第2版", None)
    assert page.furniture == {1}


def test_the_page_is_the_edition_and_without_it_the_issue():
    assert said(read("江岸党建 2025年第3期 总第412期", *TEXT)) == ("江岸党建", "2025年", "第3期", None)
    assert said(read("2025年3月 总第412期", *TEXT))[2] == "总第412期"
    assert said(read("青湾日报 第412期 第3版", *TEXT))[2] == "第3版"


def test_the_foot_names_its_editors_and_they_are_no_text():
    page = read(*TEXT, "责任编辑：林远", "青湾日报 2025年3月12日")
    assert page.furniture == {8, 9}
    assert said(page)[:2] == ("青湾日报", "2025年3月12日")


def test_a_lone_date_at_the_foot_is_a_notice_s_and_stays():
    page = read(*TEXT, "2025年12月31日", "责任编辑：林远")
    assert page.furniture == {9}
    assert said(page) == (None, None, None, None)


def test_a_lone_date_or_name_at_the_top_is_not_believed():
    assert read("2025年3月12日", *TEXT).furniture == frozenset()
    assert read("青湾日报", *TEXT).furniture == frozenset()


def test_each_page_of_an_issue_has_its_own_number_and_column():
    issue = (
        "青湾日报 2025年3月12日",
        "第1版 要闻",
        *TEXT,
        "责任编辑：林远",
        "第2版 理论",
        *TEXT,
        "第3版",
        *TEXT,
    )
    page = read(*issue)
    assert page.furniture == {0, 1, 10, 11, 20}
    text = "\n".join(issue)
    heads = [page.heads.at(text.index(words)) for words in ("渡口第一条", "第2版 理论\n渡", "第3版\n渡")]
    assert [(one.edition and one.edition.text, one.column and one.column.text) for one in heads] == [
        ("第1版", "要闻"),
        ("第2版", "理论"),
        ("第3版", None),
    ]
    assert {one.iso_date for one in heads} == {"2025-03-12"}


def test_what_every_head_of_a_journal_says_holds_for_all_of_it():
    head = "江岸党建　2025年第3期"
    page = read(head, *TEXT, head, *TEXT, head, *TEXT, head)
    assert said(page) == ("江岸党建", "2025年", "第3期", None)


def test_a_name_with_its_month_is_a_journal_s_where_it_comes_again_and_again():
    head = "江岸职工　2025.03"
    assert said(read(head, *TEXT, head, *TEXT, head, *TEXT))[:2] == ("江岸职工", "2025.03")
    assert said(read(head, *TEXT, *TEXT)) == (None, None, None, None)
    signed = "江岸市总工会　2025.03"
    assert said(read(signed, *TEXT, signed, *TEXT, signed, *TEXT)) == (None, None, None, None)


def test_where_heads_and_feet_cannot_be_told_apart_no_page_is_named():
    page = read(*TEXT, *TEXT, "第1版", *TEXT, *TEXT, "第2版")
    assert page.furniture == {16, 33}
    assert page.heads.at(0).edition is None
    assert page.heads.at(10**6).edition is None


def test_a_line_in_the_middle_is_text_unless_it_comes_again():
    once = read(*TEXT, "青湾日报 第3版", *TEXT)
    assert (once.furniture, said(once)) == (frozenset(), (None, None, None, None))
    twice = read(*TEXT, "青湾日报 第3版", *TEXT, "青湾日报 第4版", *TEXT)
    assert twice.furniture == {8, 17}


def test_of_two_things_said_neither_is_believed():
    page = read("青湾日报 第3版", *TEXT, *TEXT, "青湾日报 第4版")
    assert said(page) == ("青湾日报", None, None, None)


def test_a_date_may_be_said_shorter_as_well():
    page = read("青湾日报 2025年3月12日", *TEXT, *TEXT, "青湾日报 2025年3月")
    assert said(page)[1] == "2025年3月12日"


def test_a_day_that_is_not_in_the_calendar_is_not_said():
    page = read("青湾日报 2025年2月30日 第3版", *TEXT)
    assert said(page)[1] is None


def test_a_page_of_furniture_alone_keeps_its_lines():
    text = "青湾日报 第3版"
    lines = lines_of(text)
    assert imprint_of(lines, text, "页.txt").rest(lines) == lines
