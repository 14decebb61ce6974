"""Which words of a page belong to no article, and why?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rag.corpus.layout.furniture import PAGE_AND_PART, RUNNING_HEAD, kind_of, lead_in
from rag.corpus.layout.lines import lines_of
from rag.corpus.page_reading import PageReading
from rag.errors import Words
from rag.explanation.entries import Dropped
from rag.explanation.whereabouts import Whereabouts

IMPRINT = "imprint"
LEAD_IN_TEXT = "lead in text"

DROPPED: Mapping[str, Words] = {
    IMPRINT: Words(
        "报头、版头或页脚（报刊名、日期、版次）", "head or foot of the page: paper, date, edition"
    ),
    LEAD_IN_TEXT: Words("文中的转版提示", "words that lead to another page"),
    RUNNING_HEAD: Words("反复出现的书眉", "a running head that comes again"),
    PAGE_AND_PART: Words("页首的版次与版名", "number and name of the page, on top of it"),
    "page number": Words("页码", "a page number"),
    "page of": Words("页码", "a page number"),
    "page": Words("页码", "a page number"),
    "editors": Words("编辑、校对等人员或联系方式", "editors, or how to reach them"),
    "lead": Words("转版提示", "a lead to another page"),
    "e-mail": Words("电子邮箱", "an e-mail address"),
    "received": Words("收稿日期", "the date of receipt"),
    "funding": Words("基金项目", "who paid for the work"),
    "keywords": Words("关键词", "keywords"),
    "classification": Words("分类号、文章编号等", "numbers of classification"),
    "caption": Words("图片说明", "the caption of a picture"),
    "name in capitals": Words("大写拼音的刊名", "the journal's name in capitals"),
    "date": Words("日期", "a date"),
    "journal and issue": Words("刊名与期号", "the journal and its issue"),
    "end of page": Words("分隔线", "a dividing line"),
}
"""Why words were dropped, by the kind of line: ``imprint``, or as ``furniture`` names it, with its examples."""


def dropped_of(reading: PageReading, where: Whereabouts) -> Iterator[Dropped]:
    """The dropped lines, and the leads cut off from lines of text, in the order of the page."""
    printed = lines_of(reading.page.text)
    heads = {printed[at].strand.kept[0].start for at in reading.imprint.furniture}
    gone = {line.strand.kept[0].start: line for line in reading.dropped}
    for line in printed:
        start = line.strand.kept[0].start
        lead = lead_in(line.text) if start not in gone else None
        if start in gone:
            kind, strand = IMPRINT if start in heads else kind_of(line.text), line.strand
        elif lead is not None:
            kind, strand = LEAD_IN_TEXT, line.strand.cut(*lead)
        else:
            continue
        yield Dropped(where.place(strand.kept), strand.text, kind, DROPPED[kind])
