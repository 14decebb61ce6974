import pytest

from rag.corpus.readers.csv import MOST_FIELD_CHARACTERS, MOST_REPORTED, read
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.errors import Unreadable


def of(text: str, encoding: str = "utf-8") -> ReadFile:
    return read(RawFile("库.csv", text.encode(encoding)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_columns_are_known_by_their_names(encoding: str, delimiter: str):
    rows = ("编号,标题,作者,单位,日期,正文", "渡-1,夜校,沈渡,青湾航运公司,2021-03-04,每周二晚上开课。")
    (page,) = of("\n".join(rows).replace(",", delimiter), encoding).pages
    assert (page.file, page.record, page.text) == ("库.csv", "渡-1", "每周二晚上开课。")
    assert (page.title, page.author, page.affiliation, page.date) == (
        "夜校",
        "沈渡",
        "青湾航运公司",
        "2021-03-04",
    )


def test_where_an_article_was_printed_may_stand_in_columns_too():
    (page,) = of("来源,版次,栏目,内容\n青湾日报,第3版,渡口夜话,每周二晚上开课。\n").pages
    assert (page.newspaper, page.edition, page.column) == ("青湾日报", "第3版", "渡口夜话")


def test_a_quoted_cell_keeps_its_lines_and_marks():
    (page,) = of('ID,Title,Content\n1,"渡口, 夜校","一、编号\n货架""有号""。"\n').pages
    assert (page.title, page.text) == ("渡口, 夜校", '一、编号\n货架"有号"。')


def test_without_ids_a_record_is_called_by_its_row():
    assert [page.record for page in of("text\n甲。\n\n乙。\n").pages] == ["1", "2"]


def test_rows_without_text_and_repeated_ids_are_reported_by_line():
    found = of("id,text\n1,甲。\n2, \n1,丙。\n3,丁。\n4\n")
    assert [page.record for page in found.pages] == ["1", "3"]
    assert [one.reason.zh for one in found.skipped] == [
        "第 3 行：没有正文",
        "第 4 行：编号重复：1",
        "第 6 行：没有正文",
    ]


def test_without_a_column_of_text_the_columns_that_are_there_are_named():
    with pytest.raises(Unreadable) as caught:
        of("序号,姓名,年龄\n1,沈渡,40\n")
    assert (
        caught.value.reason.zh
        == "没有正文列；现有各列：序号、姓名、年龄；请把正文所在列命名为 正文、内容 或 text"
    )


@pytest.mark.parametrize("text", ["text\n \n", "text\n"])
def test_a_table_without_text_is_unreadable(text: str):
    with pytest.raises(Unreadable):
        of(text)


def test_a_cell_that_never_ends_keeps_what_stood_before_it():
    found = of('id,text\n1,甲。\n2,"' + "没有收尾的引号" * (MOST_FIELD_CHARACTERS // 7 + 1))
    assert [page.text for page in found.pages] == ["甲。"]
    assert "引号" in found.skipped[0].reason.zh


def test_a_table_with_zero_bytes_is_no_text():
    with pytest.raises(Unreadable):
        of("id,text\n1,甲\x00乙\n")


def test_of_many_bad_rows_the_first_are_told():
    found = of("id,text\n0,甲。\n" + "".join(f"{n}, \n" for n in range(1, MOST_REPORTED + 4)))
    assert len(found.skipped) == MOST_REPORTED + 1
    assert found.skipped[-1].reason.zh == "另有 3 行也没有读"
