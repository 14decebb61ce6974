"""``python -m eval.held_out --data FOLDER --out FOLDER``: writes the held-out corpus and its questions.

``corpus/``, ``questions.jsonl`` and ``dialogues.jsonl``, ready for ``wenju refresh`` and ``wenju eval run``. The data
folder holds ``crud_news``, ``laws`` and ``just_laws``. For a last check only, never for tuning: see ``README.md``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.held_out import DIALOGUES, QUESTIONS
from eval.held_out.documents import HeldOutDataError, corpus_files, held_out_documents
from eval.held_out.questions import with_answers


def write(files: Mapping[str, str], out: Path) -> None:
    """Write the corpus and both question files into ``out``."""
    corpus = out / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (corpus / name).write_text(text, encoding="utf-8", newline="\n")
    for path in (QUESTIONS, DIALOGUES):
        lines = [json.dumps(entry, ensure_ascii=False) + "\n" for entry in with_answers(path, files)]
        (out / path.name).write_text("".join(lines), encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(prog="python -m eval.held_out", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the public data")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write into")
    given = parser.parse_args(arguments)
    try:
        files = corpus_files(given.data, held_out_documents())
    except HeldOutDataError as error:
        parser.error(str(error))
    write(files, given.out)


if __name__ == "__main__":
    main()
