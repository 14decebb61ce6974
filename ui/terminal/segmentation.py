"""How does the score of a segmentation read in a terminal?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from eval.article_scores import ArticleScore, ArticleScores
from rag.errors import Language, Words
from ui.terminal.safe import printable

LEGEND = Words(
    "标注文章 {articles} 篇，多切出 {surplus} 篇；各项平均，后面是没有做到 1 的文章",
    "{articles} gold articles, {surplus} false ones; the mean of each measure, then the articles below 1",
)
MEANINGS: Mapping[str, Words] = {
    "text_P": Words("正文精度", "body precision"),
    "text_R": Words("正文召回", "body recall"),
    "text_F1": Words("正文 F1", "body F1"),
    "whole": Words("边界完整", "boundaries right"),
    "in_order": Words("阅读顺序", "reading order"),
    "paragraph_F1": Words("段落", "paragraphs"),
    "title": Words("标题", "title"),
    "author": Words("作者", "author"),
    "affiliation": Words("单位", "unit"),
    "kind": Words("类别", "kind"),
    "heading_F1": Words("小标题", "headings"),
    "leveled_F1": Words("小标题及级别", "headings with level"),
}
FALSE = Words("多切出", "false articles")
BY_MESS = Words("按版面情形（篇数）：", "by kind of mess (articles):")
AT_A_GLANCE = ("whole", "in_order", "paragraph_F1", "title", "author", "affiliation", "leveled_F1")
SHOWN = 12
"""Articles named for a measure; the rest are counted."""


def segmentation_lines(scores: ArticleScores, language: Language) -> Iterator[str]:
    """A line a measure, the worst articles with it; then a line a kind of mess, where the gold names kinds."""
    yield LEGEND.say(language).format(articles=len(scores.articles), surplus=len(scores.surplus))
    yield ""
    for name, mean in scores.mean.items():
        meaning = MEANINGS[name].say(language)
        yield f"{name:<13}{mean:.4f}  {meaning}{_below(scores.articles, name)}".rstrip()
    if scores.surplus:
        files = Counter(one.file for one in scores.surplus).most_common(SHOWN)
        yield f"{'surplus':<13}{len(scores.surplus):<8}{FALSE.say(language)}" + "".join(
            f"  {printable(file)} {count}" for file, count in files
        )
    parts = scores.by_mess
    if parts:
        yield "\n" + BY_MESS.say(language)
        yield "  ".join(f"{name:>12}" for name in (*AT_A_GLANCE, "surplus"))
    for kind, part in parts.items():
        yield f"{_row(part)}  {printable(kind)} ({len(part.articles)})"


def _row(part: ArticleScores) -> str:
    mean = part.mean
    cells = [f"{mean[name]:.3f}" if name in mean else "–" for name in AT_A_GLANCE]
    return "  ".join(f"{cell:>12}" for cell in [*cells, str(len(part.surplus))])


def _below(articles: tuple[ArticleScore, ...], name: str) -> str:
    """The articles that fall short of 1, the worst first."""
    short = sorted((one for one in articles if one.measures.get(name, 1) < 1), key=lambda o: o.measures[name])
    told = [f"{printable(one.gold.name)} {one.measures[name]:.3f}" for one in short[:SHOWN]]
    more = [f"+{len(short) - SHOWN}"] if len(short) > SHOWN else []
    return "".join(f"  {one}" for one in [*told, *more])
