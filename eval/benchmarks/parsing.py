"""How fast are pages taken apart? ``python -m eval.benchmarks.parsing [--corpus PATH …] [--times N]``.

Without a corpus, on pages with several kinds of mess each (``eval.pages``). Every page is read alone, as a refresh does,
and then the first ones put together to files twice, four and eight times as long, to see whether time grows as length
does. Processor time of one core; megabytes of UTF-8. The table goes to standard error, one JSON object to standard
output.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.pages.__main__ import write_pages
from eval.pages.page import pages
from rag.corpus.articles import articles_of
from rag.corpus.files import find_files
from rag.corpus.page import Page
from rag.corpus.readers import read_pages
from rag.errors import UserError

SEED = 7
MADE = 100
"""Pages made where no corpus is given."""

DOUBLINGS = (1, 2, 4, 8)


@dataclass(frozen=True)
class Speed:
    """One measurement."""

    characters: int
    megabytes: float
    seconds: float

    @property
    def rate(self) -> float:
        """Megabytes a second."""
        return self.megabytes / self.seconds


def speed_of(texts: Sequence[str], times: int) -> Speed:
    """The best of so many readings of all texts, after a first one that loads what is loaded once."""
    for text in texts[:3]:
        articles_of(Page("版面.txt", None, text))
    best = min(_seconds(texts) for _ in range(times))
    return Speed(sum(map(len, texts)), sum(len(text.encode()) for text in texts) / 1e6, best)


def _seconds(texts: Sequence[str]) -> float:
    start = time.process_time()
    for text in texts:
        articles_of(Page("版面.txt", None, text))
    return time.process_time() - start


def texts_of(corpus: Sequence[Path]) -> list[str]:
    """The pages of files and folders, or made ones."""
    if corpus:
        return [page.text for file in find_files(corpus).files for page in read_pages(file).pages]
    with tempfile.TemporaryDirectory() as folder:
        write_pages(pages(SEED, MADE), Path(folder))
        return [page.text for file in find_files([Path(folder)]).files for page in _plain(file.path)]


def _plain(path: Path) -> list[Page]:
    from rag.corpus.decoding import decode

    return [] if path.suffix != ".txt" else [Page(path.name, None, decode(path.read_bytes()).text)]


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, measure, print; 1 where the reader can mend what went wrong."""
    parser = argparse.ArgumentParser(prog="python -m eval.benchmarks.parsing", description=__doc__)
    parser.add_argument("--corpus", type=Path, nargs="+", default=[], help="files and folders of pages")
    parser.add_argument("--times", type=int, default=3, help="readings, of which the best counts")
    given = parser.parse_args(arguments)
    try:
        texts = texts_of(given.corpus)
    except UserError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    alone = speed_of(texts, given.times)
    first = texts[: max(1, len(texts) // DOUBLINGS[-1])]
    joined = ["\n\n".join(texts[: len(first) * factor]) for factor in DOUBLINGS]
    rows = {"page by page": alone} | {
        f"{factor}×, in one file": speed_of([text], given.times)
        for factor, text in zip(DOUBLINGS, joined, strict=True)
    }
    for name, speed in rows.items():
        sys.stderr.write(
            f"{name:18} {speed.characters:9,} characters  {speed.seconds:7.2f} s  {speed.rate:5.2f} MB/s\n"
        )
    sys.stdout.write(json.dumps({name: {**asdict(s), "rate": s.rate} for name, s in rows.items()}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
