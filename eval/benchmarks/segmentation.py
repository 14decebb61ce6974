"""Are the pages of a corpus cut right? ``python -m eval.benchmarks.segmentation --corpus DIR --gold FILE.json``.

The gold file is a JSON list of articles (``eval.articles``). The table goes to standard error, one JSON
object to standard output.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from eval.articles import ArticleScores, score_articles
from rag.corpus.articles import articles_of
from rag.corpus.files import find_files
from rag.corpus.readers import read_pages
from rag.errors import UserError


def measure(corpus: Path, gold: Path) -> ArticleScores:
    """The articles found in the files of ``corpus`` against the gold ones."""
    pages = [page for file in find_files([corpus]).files for page in read_pages(file).pages]
    articles = [article for page in pages for article in articles_of(page)]
    sources = {page.file: page.text for page in pages}
    return score_articles(json.loads(gold.read_text(encoding="utf-8")), articles, sources)


def table(scores: ArticleScores) -> str:
    """A line a measure with its mean, and the gold articles that fall short of it."""
    lines = []
    for name, mean in scores.to_object()["mean"].items():
        short = [f"{one.gold} {one.measures[name]:.3f}" for one in scores.articles if one.measures[name] < 1]
        lines.append(f"{name:14} {mean:.4f}  {', '.join(short)}".rstrip())
    return "\n".join([*lines, f"{'surplus':14} {len(scores.surplus)}"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, measure, print; 1 where the reader can mend what went wrong."""
    parser = argparse.ArgumentParser(prog="python -m eval.benchmarks.segmentation", description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="the folder with the pages")
    parser.add_argument("--gold", type=Path, required=True, help="the gold articles")
    given = parser.parse_args(arguments)
    try:
        scores = measure(given.corpus, given.gold)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stderr.write(table(scores) + "\n")
    sys.stdout.write(json.dumps(scores.to_object(), ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
