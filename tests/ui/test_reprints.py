from collections.abc import Callable
from dataclasses import replace

from rag.answering.quote import Quote, quote_label
from rag.corpus.article import Article
from rag.text.spans import Span
from ui.reference import Label
from ui.reprints import elsewhere, place_in, where_printed

QuoteOf = Callable[[Article, str], Quote]


def printed(article: Article, text: str) -> Article:
    """The same article in another paper, which sets it otherwise."""
    return replace(article, article_id="f7f8f9", file="文摘/第3期.txt", text=text, body=Span(0, len(text)))


def test_the_words_count_in_both_languages():
    assert [elsewhere(count, "zh") for count in (0, 1, 3)] == ["", "另有 1 处刊载", "另有 3 处刊载"]
    assert elsewhere(3, "en") == "also printed in 3 other places"


def test_a_printing_is_named_by_file_and_record(mine: Article):
    assert where_printed(mine) == "矿工报/第07版.txt"
    assert where_printed(replace(mine, file="文摘.jsonl", record="12")) == "文摘.jsonl#12"


def test_a_quotation_is_found_in_another_printing_however_it_is_set(mine: Article, quote: QuoteOf):
    other = printed(mine, "本刊摘要。２０２３年 全矿发现并消除隐患８４６条,整改率百分之百.其余从略。")
    place = place_in(other, quote(mine, "2023年全矿发现并消除隐患846条，整改率百分之百。"))
    assert isinstance(place, Span)
    assert place.slice(other.text) == "２０２３年 全矿发现并消除隐患８４６条,整改率百分之百"


def test_a_quotation_that_an_abridged_printing_lacks_leads_to_its_title(mine: Article, quote: QuoteOf):
    assert place_in(printed(mine, "本刊摘要。"), quote(mine, "现场交接不细")) is Label.TITLE


def test_a_quotation_of_a_label_leads_to_the_title(mine: Article):
    assert mine.author
    assert place_in(printed(mine, mine.text), quote_label(mine, mine.author)) is Label.TITLE
