"""``python -m eval.pages --seed S --count N --out DIR``: writes pages and ``articles.json``, their gold.

With ``--single`` a page for each kind of mess instead, each with that kind alone.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from eval.pages.page import Page, pages, single_pages


def write_pages(made: Iterable[Page], out: Path) -> int:
    """Write pages and their gold into ``out``; gives the number of gold articles."""
    out.mkdir(parents=True, exist_ok=True)
    gold = []
    for page in made:
        (out / page.file).write_bytes(page.data)
        gold.extend(page.gold)
    text = json.dumps(gold, ensure_ascii=False, indent=1)
    (out / "articles.json").write_text(text + "\n", encoding="utf-8")
    return len(gold)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(prog="python -m eval.pages", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same pages")
    parser.add_argument("--count", type=int, default=60, help="how many pages")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write into")
    parser.add_argument("--single", action="store_true", help="a page for each kind of mess alone")
    given = parser.parse_args(arguments)
    made = single_pages(given.seed) if given.single else pages(given.seed, given.count)
    write_pages(made, given.out)


if __name__ == "__main__":
    main()
