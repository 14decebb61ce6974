"""``python -m eval.fitting.reader --data FOLDER [--out FOLDER] [--quick]``: make the bundled reader.

About two hours on one core; ``--quick`` sees in minutes that everything runs.
"""

from __future__ import annotations

import argparse
import logging
import sys
from pathlib import Path

from embeddings.errors import UserError
from eval.fitting.reader.bundle import QUICK, Recipe, make_reader
from rag.answering.reader.bundled import MODEL


def main() -> int:
    """Make it; the exit status."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    parser = argparse.ArgumentParser(prog="python -m eval.fitting.reader", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of the training sets")
    parser.add_argument("--out", type=Path, default=MODEL, help="where the model goes")
    parser.add_argument("--quick", action="store_true", help="a poor one, to see that everything runs")
    given = parser.parse_args()
    try:
        make_reader(given.data, given.out, QUICK if given.quick else Recipe())
    except UserError as fault:
        sys.stderr.write(f"{fault.say('zh')}\n{fault.say('en')}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
