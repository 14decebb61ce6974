"""How is a page made? Articles are written, set, arranged and printed, and the gold is read off the ink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from random import Random
from typing import Any

from eval.pages import people
from eval.pages.arrangement import Printer, gaps
from eval.pages.bylines import COUNTS, FORMS
from eval.pages.clean import Article, Author, Paragraph, half_width
from eval.pages.columns import columns
from eval.pages.galley import Galley
from eval.pages.gold import gold_of
from eval.pages.headings import HeadingStyle
from eval.pages.ink import Line, Placed, Role, furniture, placed
from eval.pages.losses import beheaded, curtailed
from eval.pages.mess import KINDS
from eval.pages.notices import notice
from eval.pages.prose import Writer, write_body
from eval.pages.recipes import Recipe, recipe, recipes
from eval.pages.repeats import Repeat, repeat_of
from eval.pages.setting import set_in_type
from eval.pages.style import Style
from eval.pages.topics import TOPICS
from eval.pages.topics.topic import Topic


@dataclass(frozen=True)
class Page:
    """A page with its gold."""

    file: str
    text: str
    """As it is decoded: without byte-order mark, with the line ends of the file."""
    encoding: str
    articles: tuple[Article, ...]
    """What was printed, clean, in the page's punctuation."""
    inks: tuple[Placed, ...]
    kinds: tuple[str, ...]

    @property
    def data(self) -> bytes:
        """The file."""
        return self.text.encode(self.encoding)

    @cached_property
    def gold(self) -> list[dict[str, Any]]:
        """The gold articles."""
        return [gold_of(article, self.file, self.inks, self.kinds) for article in self.articles]


def pages(seed: int, count: int) -> Iterator[Page]:
    """``count`` pages; the same for the same seed."""
    rng = Random(seed)
    for number, made in enumerate(islice(recipes(rng), count), 1):
        yield make_page(f"p{number:03}", made, rng)


def single_pages(seed: int) -> Iterator[Page]:
    """A page of three articles for each kind of mess, with nothing else wrong: tells which kind it is."""
    rng = Random(seed)
    for kind in KINDS:
        yield make_page(kind, recipe((kind,), 3), rng)


def make_page(name: str, recipe: Recipe, rng: Random) -> Page:
    """One page after its recipe."""
    style = recipe.style
    writer = Writer(rng)
    topics = rng.sample(TOPICS, style.articles)
    styles = [style.of_article(number) for number in range(style.articles)]
    articles = [
        _written(f"{name}-{number}", topic, one, writer)
        for number, (topic, one) in enumerate(zip(topics, styles, strict=True), 1)
    ]
    articles = _lost(articles, style, rng)
    untitled = 0 if style.title == "missing" or "beginning" in articles[0].lost else None
    galleys = [
        _galley(article, one, rng, titled=number != untitled, donor=articles[0])
        for number, (article, one) in enumerate(zip(articles, styles, strict=True))
    ]
    advert = _advert(f"{name}-{len(articles) + 1}", style, rng)
    lines = Printer(style, rng).page(galleys, advert)
    printed = gaps([line for line in lines if line], style, rng)
    text = "".join("".join(ink.text for ink in line) + gap for line, gap in printed)
    every = (*articles, *((advert.article,) if advert else ()))
    return Page(f"{name}.txt", text, style.encoding, every, tuple(placed(printed)), recipe.kinds)


def _lost(articles: list[Article], style: Style, rng: Random) -> list[Article]:
    """The articles, the first without its beginning or the last without its end."""
    first, *_ = articles
    *others, last = articles
    if style.lost == "beginning":
        return [beheaded(first, rng), *articles[1:]]
    return [*others, curtailed(last, rng)] if style.lost == "end" else articles


def _written(name: str, topic: Topic, style: Style, writer: Writer) -> Article:
    rng = writer.rng
    headings = HeadingStyle(style.numbering, style.run_in, style.deep)
    body = write_body(writer, topic, headings, headed_end=style.headed_end)
    form = FORMS[style.byline]
    author = people.author(rng, COUNTS.get(style.byline, 1), post="{post}" in form.end)
    if form.spaced:
        author = replace(author, names=(people.short_person(rng),))
    abstract = _abstract(topic) if style.front else ()
    title, _, second_line = rng.choice(topic.titles).partition("|")
    article = Article(
        name=name,
        title=title + second_line,
        title_break=len(title),
        paragraphs=(*abstract, *body.paragraphs),
        topic=topic.name,
        author=author,
        kicker=topic.kicker if style.kicker else "",
        subtitle=topic.subtitle if style.subtitle else "",
        bio=_bio(author, topic, rng) if style.bio else "",
        things=topic.things,
        conclusion=None if body.conclusion is None else body.conclusion + len(abstract),
    )
    return half_width(article) if style.half else article


def _abstract(topic: Topic) -> tuple[Paragraph, ...]:
    said = f"摘　要：{topic.name}关系企业长远发展。本文分析了{topic.things[0]}和{topic.things[1]}等方面的不足，提出了改进办法。"
    return (Paragraph(said),)


def _bio(author: Author, topic: Topic, rng: Random) -> str:
    born, degree = rng.randint(1970, 1996), rng.choice(("本科", "硕士研究生", "大专"))
    return (
        f"{author.names[0]}（{born}—），男，山西大同人，{degree}学历，政工师，现从事{topic.name}方面的工作。"
    )


def _galley(article: Article, style: Style, rng: Random, *, titled: bool, donor: Article) -> Galley:
    """An article in type; the last of a page has the repeat of a passage of the first, the donor."""
    last = article.name.endswith(f"-{style.articles}")
    repeat = None
    if style.repeat and last:  # narrow lines are set anew around the passage
        repeat = repeat_of(donor, article, rng, own_line=not style.width and rng.random() < 0.5)
    galley = _set(article, style, rng, titled=titled, repeat=repeat)
    if not style.front:
        return galley
    first = article.starts[1]
    body = list(galley.body)
    at = next(n for n, line in enumerate(body) if any(i.role is Role.BODY and i.place >= first for i in line))
    body[at:at] = _front(article, rng)
    return replace(galley, body=tuple(body))


def _set(article: Article, style: Style, rng: Random, *, titled: bool, repeat: Repeat | None) -> Galley:
    """In lines as wide as the style has them, or nearly so where no line of that width ends inside a word."""
    if style.flow == "whole":
        return set_in_type(article, style, rng, titled=titled, repeat=repeat)
    widths = [style.width + step for step in (0, -1, 1, -2, 2)] if style.width else [0]
    tried = (
        set_in_type(article, replace(style, width=width), rng, titled=titled, repeat=repeat)
        for width in widths
    )
    breaks = (one for one in tried if len(columns(one, 2, wrapped=bool(style.width))) > 1)
    return next(breaks, None) or set_in_type(article, style, rng, titled=titled, repeat=repeat)


def _front(article: Article, rng: Random) -> list[Line]:
    """What a journal prints between the abstract and the introduction: no words of the article."""
    words = "；".join(article.things[:3])
    number = rng.randint(10, 90)
    return [
        furniture(f"关键词：{words}"),
        furniture(f"中图分类号：F270　　文献标识码：A　　文章编号：1009-0000（2025）03-00{number}-02"),
        furniture("收稿日期：2025-01-15"),
    ]


def _advert(name: str, style: Style, rng: Random) -> Galley | None:
    if not style.notice:
        return None
    article = notice(name, style.notice)
    return set_in_type(article, style, rng)
