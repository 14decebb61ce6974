"""``python -m embeddings.training``: make, measure or export the bundled model.

    train   --data FOLDER [--out FOLDER] [--quick]    make a model (about 10 minutes on two cores; --quick: two)
    measure --data FOLDER [--encoder NAME]            recall on the questions kept for measuring
    export  FOLDER [--model FOLDER]                   write it out for sentence-transformers

Without a word in front, it trains.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from embeddings.encoders import BUNDLED, load_encoder
from embeddings.encoders.registry import BUNDLED_FOLDER
from embeddings.errors import UserError
from embeddings.training.bundle import make_model
from embeddings.training.folder import unpack
from embeddings.training.measure import measure
from embeddings.training.measure_own import measure_own
from embeddings.training.recipe import QUICK, Recipe


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; its exit status."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given or (given[0].startswith("--") and given[0] != "--help"):
        given.insert(0, "train")
    try:
        _run(_parser().parse_args(given))
    except UserError as fault:
        sys.stderr.write(f"{fault.say('zh')}\n{fault.say('en')}\n")
        return 1
    return 0


def _run(wanted: argparse.Namespace) -> None:
    if wanted.action == "train":
        make_model(wanted.data, wanted.out, QUICK if wanted.quick else Recipe())
    elif wanted.action == "measure":
        encoder = load_encoder(wanted.encoder)
        found = measure(encoder, wanted.data)
        own = {f"{name}, own questions": recall for name, recall in measure_own(encoder, wanted.data).items()}
        for name, recall in (found | own).items():
            line = f"{name}: {recall.questions} questions, R@1 {recall.at_1:.3f}, R@10 {recall.at_10:.3f}\n"
            sys.stdout.write(line)
    else:
        unpack(wanted.model, wanted.folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m embeddings.training", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    actions = parser.add_subparsers(dest="action", required=True, metavar="{train,measure,export}")
    training = actions.add_parser("train", help="make a model")
    training.add_argument("--data", type=Path, required=True, help="the folder of the training sets")
    training.add_argument("--out", type=Path, default=BUNDLED_FOLDER, help="where the model goes")
    training.add_argument("--quick", action="store_true", help="a small one, to see that everything runs")
    measuring = actions.add_parser("measure", help="how often the right passage comes first")
    measuring.add_argument("--data", type=Path, required=True, help="the folder of the sets")
    measuring.add_argument("--encoder", default=BUNDLED, help="bundled, a folder, or a hub name")
    exporting = actions.add_parser("export", help="write a model out for sentence-transformers")
    exporting.add_argument("folder", type=Path, help="where to write it")
    exporting.add_argument("--model", type=Path, default=BUNDLED_FOLDER, help="the stored model")
    return parser


if __name__ == "__main__":
    sys.exit(main())
