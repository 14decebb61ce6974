"""What are the held-out questions with the words of their answers?"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


def with_answers(path: Path, files: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The lines of a question file, each answer with its words, read off its place in ``files``."""
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        if "turns" in entry:
            yield {**entry, "turns": [_with_words(turn, files) for turn in entry["turns"]]}
        else:
            yield _with_words(entry, files)


def _with_words(question: dict[str, Any], files: Mapping[str, str]) -> dict[str, Any]:
    answers = [
        {"text": files[answer["file"]][answer["start"] : answer["end"]], **answer}
        for answer in question["answers"]
    ]
    return {**question, "answers": answers}
