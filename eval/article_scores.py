"""How good is a segmentation as a whole? The scores of its articles, their means, and the false articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.gold_articles import GoldArticle


@dataclass(frozen=True)
class ArticleScore:
    """One gold article and how well it was found."""

    gold: GoldArticle
    found: str | None
    """``article_id``; ``None`` where no article of the file shares a character with it."""
    measures: Mapping[str, float]


@dataclass(frozen=True)
class FalseArticle:
    """A found article that no gold article is paired with."""

    article_id: str
    file: str


@dataclass(frozen=True)
class ArticleScores:
    """A whole segmentation."""

    articles: tuple[ArticleScore, ...]
    surplus: tuple[FalseArticle, ...]

    @property
    def mean(self) -> dict[str, float]:
        """The mean of each measure over the articles that have it."""
        return means(self.articles)

    @property
    def by_mess(self) -> dict[str, ArticleScores]:
        """The part of the scores on pages with each kind of mess, where the gold names kinds."""
        kinds = sorted({kind for one in self.articles for kind in one.gold.mess})
        return {kind: self._with(kind) for kind in kinds}

    def _with(self, kind: str) -> ArticleScores:
        articles = tuple(one for one in self.articles if kind in one.gold.mess)
        files = {one.gold.file for one in articles}
        return ArticleScores(articles, tuple(one for one in self.surplus if one.file in files))

    def to_object(self) -> dict[str, Any]:
        """``{"mean": {measure: mean}, "articles": [{"gold", "file", "found", measures…}], "surplus": [id], …}``.

        Besides: ``"false_articles"``, how many are surplus, and
        ``"by_mess": {kind: {"articles", "false_articles", measure: mean}}``.
        """
        return {
            "mean": self.mean,
            "articles": [
                {"gold": one.gold.name, "file": one.gold.file, "found": one.found, **one.measures}
                for one in self.articles
            ],
            "surplus": [one.article_id for one in self.surplus],
            "false_articles": len(self.surplus),
            "by_mess": {
                kind: {"articles": len(part.articles), "false_articles": len(part.surplus), **part.mean}
                for kind, part in self.by_mess.items()
            },
        }


def means(scores: Sequence[ArticleScore]) -> dict[str, float]:
    """The mean of each measure over the scores that have it, in the order of the measures."""
    names = dict.fromkeys(name for one in scores for name in one.measures)
    values = {name: [one.measures[name] for one in scores if name in one.measures] for name in names}
    return {name: sum(found) / len(found) for name, found in values.items()}
