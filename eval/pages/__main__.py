"""``python -m eval.pages --seed S --count N --out DIR``: writes pages and ``articles.json``, their gold."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from eval.pages.page import pages


def write_pages(seed: int, count: int, out: Path) -> int:
    """Write ``count`` pages and their gold into ``out``; gives the number of gold articles."""
    out.mkdir(parents=True, exist_ok=True)
    gold = []
    for page in pages(seed, count):
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
    given = parser.parse_args(arguments)
    write_pages(given.seed, given.count, given.out)


if __name__ == "__main__":
    main()
