"""How is the assistant used from a terminal and from scripts? One command family a file.

Results go to standard output, words for people to standard error. Exit status: 0 done, 1 something the user
can mend (or a fault of ours), 2 wrong usage, 130 interrupted. What a command needs is imported inside it,
so that ``wenju --help`` and a cold ``wenju ask`` are quick.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ui.cli.guard import run_guarded

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (default: this process's); the exit status comes back."""
    return run_guarded(list(sys.argv[1:] if arguments is None else arguments))
