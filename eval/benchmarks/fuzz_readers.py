"""Do spoiled files harm a refresh? ``python -m eval.benchmarks.fuzz_readers --minutes 10 --seed 1``.

Sound little files of every format are spoiled at random and read as a refresh reads them, and what is found is
cut into articles. Held at every file: nothing but ``Unreadable`` is raised, every character of an article stands
in its page where the map says, landmarks are in order and inside the text, and no file takes long. A fault is
written down with the number that makes the same file again; the figures go to standard output as JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from eval.benchmarks import sample_files as made
from eval.benchmarks.mutations import spoiled
from rag.corpus.articles import articles_of
from rag.corpus.page import Page, SourceFile
from rag.corpus.readers import close_readers, read_pages
from rag.corpus.readers.process.worker import CRASHED
from rag.corpus.readers.settings import ReadingSettings
from rag.errors import Unreadable

MOST_SECONDS = 10.0
"""For a file of at most two megabytes, reading and cutting together, on a busy machine."""
BOUNDS = ReadingSettings(file_seconds=8, memory_mib=1024, unpacked_mib=32, most_characters=2_000_000)

ARTICLE = (
    "把安全写在渡口上",
    "●青湾航运公司 沈渡",
    "青湾航运公司管着沿江11个渡口、34条渡船，全年运送旅客260万人次。",
    "一、渡口安全存在的短板",
    "（一）船员培训流于形式",
    "老船工多，课堂上念文件，下了船就忘，抽考合格率只有61%。",
    "二、加强渡口安全的路径",
    "一是更换救生衣；二是添置抛绳器；三是安装求助按钮。",
    "启事",
    "本公司渡口七月一日起改为夜间停航。",
)


def samples() -> dict[str, list[bytes]]:
    """Sound files by suffix."""
    text = "\n".join(ARTICLE)
    html = "".join(f"<p>{line}</p>" for line in ARTICLE[1:])
    paragraphs = "".join(made.paragraph(line) for line in ARTICLE)
    beside = [line for row in zip(_column(60), _column(320), strict=True) for line in row]
    record = json.dumps({"id": "1", "title": ARTICLE[0], "text": text}, ensure_ascii=False)
    return {
        ".txt": [text.encode(), text.encode("gb18030"), text.encode("utf-16")],
        ".md": [("# " + "\n\n".join(ARTICLE)).encode()],
        ".jsonl": [f"{record}\n{record}\n".encode()],
        ".csv": [f"编号,标题,正文\n1,{ARTICLE[0]},\"{text}\"\n".encode("gb18030"), b"id,text\n1,x\n"],
        ".pdf": [made.pdf([made.lines_down(ARTICLE)] * 2), made.pdf([beside])],
        ".docx": [
            made.docx(paragraphs + made.table(("队", "人数"), ("一队", "12")), {"styles": made.STYLES}),
            made.docx(made.paragraph(ARTICLE[0], "a3") + paragraphs, {"styles": made.STYLES}),
        ],
        ".html": [made.html(f"<nav>首页</nav><h1>{ARTICLE[0]}</h1><div>{html}</div>", "<title>渡口</title>")],
        ".epub": [made.epub([f"<h1>{ARTICLE[0]}</h1>{html}", html])],
    }  # fmt: skip


def _column(x: float) -> list[made.Printed]:
    return made.lines_down((line[:18] for line in ARTICLE * 3), x)


@dataclass
class Figures:
    """What came of the files so far."""

    executions: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    crashed: Counter[str] = field(default_factory=Counter)
    slowest_s: float = 0.0
    slowest: str = ""
    faults: list[dict[str, str]] = field(default_factory=list)


def fuzz(seconds: float, seed: int, keep: Path | None, folder: Path) -> Figures:
    """Spoil and read files until the time is over; those with faults are kept in ``keep``."""
    sound = samples()
    every = [data for files in sound.values() for data in files]
    figures = Figures()
    end = time.monotonic() + seconds
    try:
        for number in count():
            if time.monotonic() >= end:
                break
            chance = Random(f"{seed}:{number}")
            suffix = chance.choice(list(sound))
            data = spoiled(chance.choice(sound[suffix]), every, chance)
            fault = one(suffix, data, folder, figures, f"{seed}:{number}")
            if fault:
                figures.faults.append({"number": f"{seed}:{number}", "suffix": suffix, "fault": fault})
                if keep:
                    (keep / f"{seed}-{number}{suffix}").write_bytes(data)
    finally:
        close_readers()
    return figures


def one(suffix: str, data: bytes, folder: Path, figures: Figures, number: str) -> str | None:
    """Read one file; what is wrong with how it went, or ``None``."""
    path = folder / f"一{suffix}"
    path.write_bytes(data)
    started = time.monotonic()
    figures.executions[suffix] += 1
    fault = None
    try:
        pages = read_pages(SourceFile(path, path.name), BOUNDS).pages
        if len({page.record for page in pages}) < len(pages):
            raise Misplaced("two texts of one file have one name")
        for page in pages:
            figures.articles += check(page)
        figures.read[suffix] += 1
    except Unreadable as unreadable:
        figures.crashed[suffix] += unreadable.reason == CRASHED
    except Exception as raised:
        fault = repr(raised)[-2000:]
    seconds = time.monotonic() - started
    if seconds > figures.slowest_s:
        figures.slowest_s, figures.slowest = seconds, f"{number}{suffix}"
    return fault or (f"took {seconds:.1f} s" if seconds > MOST_SECONDS else None)


class Misplaced(AssertionError):
    """What was read of a file is not what stands in its text."""


def check(page: Page) -> int:
    """The number of articles of a page, after holding every character of them against it."""
    starts = [landmark.start for landmark in page.landmarks]
    if starts != sorted(set(starts)) or any(start >= len(page.text) for start in starts):
        raise Misplaced(f"landmarks {starts[:20]} in a text of {len(page.text)}")
    articles = articles_of(page)
    for article in articles:
        runs = article.source_map.runs
        said = "".join(page.text[run.source : run.source + run.length] for run in runs)
        if said != article.text:
            raise Misplaced(f"{article.text[:80]!r} is not {said[:80]!r}")
    return len(articles)


def main(arguments: Sequence[str] | None = None, write: Callable[[str], object] = sys.stdout.write) -> int:
    """Run from the command line; 1 where there were faults."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for the files that had faults")
    asked = parser.parse_args(arguments)
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        figures = fuzz(asked.minutes * 60, asked.seed, asked.keep, Path(folder))
    shown = {"total": figures.executions.total(), **vars(figures)}
    write(json.dumps(shown, ensure_ascii=False, indent=1) + "\n")
    return 1 if figures.faults else 0


if __name__ == "__main__":
    sys.exit(main())
