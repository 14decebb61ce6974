"""How is a file written so that a power cut leaves the old one or the new one?"""

from __future__ import annotations

import os
import time
from pathlib import Path

REPLACE_TRIES = 20
"""On Windows a file that is being read cannot be replaced; readers of CURRENT are done in microseconds."""
REPLACE_PAUSE_S = 0.05


def sync_file(path: Path) -> None:
    """Wait until the contents of a file are on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows cannot, and does not need to."""
    if os.name == "nt":
        return
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def sync_tree(folder: Path) -> None:
    """Wait until everything below a folder is on the disk, files before the folders that name them."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            sync_folder(path)
        else:
            sync_file(path)
    sync_folder(folder)


def write_durably(path: Path, text: str) -> None:
    """Write a file and wait until it is on the disk; it is not replaced atomically."""
    path.write_bytes(text.encode("utf-8"))
    sync_file(path)


def replace(source: Path, target: Path) -> None:
    """Put ``source`` in the place of ``target`` in one step, so that nobody ever sees half of either.

    Both must stand in one folder: a rename across file systems would be a copy.
    """
    for left in reversed(range(REPLACE_TRIES)):
        try:
            source.replace(target)
            break
        except PermissionError:
            if not left or os.name != "nt":
                raise
            time.sleep(REPLACE_PAUSE_S)
    sync_folder(target.parent)
