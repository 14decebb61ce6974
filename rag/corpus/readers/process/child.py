"""What does the process do that reads files for another? ``python -m rag.corpus.readers.process.child``

It waits for a file on its standard input, reads it within its bounds, answers on its standard output, and ends
when the input does.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from typing import BinaryIO

from rag.corpus.readers import reader_of
from rag.corpus.readers.process import wire
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.settings import ReadingSettings
from rag.errors import Unreadable, Words

SPARE_SECONDS = 30
"""Of processor time beyond the limit: who asked stops this process in time unless it is gone itself."""


def main() -> None:
    """Answer until nobody asks any more."""
    # Ctrl-C reaches every process of a terminal: the one that asked decides what becomes of this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, answered = sys.stdin.buffer, _own_output()
    while True:
        header, data = wire.receive(asked), wire.receive(asked)
        if header is None or data is None:
            return
        module, raw = wire.unpack_request(header, data)
        bound(raw.settings)
        wire.send(answered, wire.pack_reply(read_within_bounds(module, raw)))


def read_within_bounds(module: str, raw: RawFile) -> ReadFile | Unreadable | str:
    """What the reader finds, or why it finds nothing; the traceback of a fault of ours."""
    try:
        return within_characters(reader_of(module)(raw), raw.settings)
    except Unreadable as fault:
        return fault
    except MemoryError:
        return Unreadable(too_big(raw.settings))
    except RecursionError:
        return Unreadable(Words("嵌套太深，不像文章", "nested too deep for an article"))
    except ImportError as fault:
        return Unreadable(_missing(fault.name or str(fault)))
    except Exception:
        return traceback.format_exc()


def within_characters(found: ReadFile, settings: ReadingSettings) -> ReadFile:
    """The same; raises ``Unreadable`` where it is more text than articles have."""
    characters = sum(len(page.text) for page in found.pages)
    if characters > settings.most_characters:
        raise Unreadable(
            Words(
                f"文字超过 {settings.most_characters} 个；请把文件拆小，或调大设置 reading.most_characters",
                f"more than {settings.most_characters} characters; split it, or raise reading.most_characters",
            )
        )
    return found


def _missing(library: str) -> Words:
    return Words(
        f"缺少程序库 {library}；请重新安装（python3 start.py）",
        f"the library {library} is missing; install again (python3 start.py)",
    )


def too_big(settings: ReadingSettings) -> Words:
    """What is said of a file that asks for more memory than it may have."""
    return Words(
        f"读它要用的内存超过 {settings.memory_mib} MB；请把文件拆小，或调大设置 reading.memory_mib",
        f"it takes more than {settings.memory_mib} MiB to read; split it, or raise reading.memory_mib",
    )


def bound(settings: ReadingSettings) -> None:
    """Bound the memory of this process, and its time should nobody wait for it; POSIX alone can."""
    try:
        import resource
    except ImportError:
        return
    seconds = settings.ocr_file_seconds if settings.ocr else settings.file_seconds
    spent = time.process_time()
    _at_most(resource.RLIMIT_AS, settings.memory_mib * 2**20)
    _at_most(resource.RLIMIT_CPU, int(spent + seconds + SPARE_SECONDS))
    _at_most(resource.RLIMIT_CORE, 0)


def _at_most(kind: int, limit: int) -> None:
    import resource

    _, hard = resource.getrlimit(kind)
    soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    try:
        resource.setrlimit(kind, (soft, hard))
    except (OSError, ValueError):
        # macOS knows the limit and refuses to set it.
        return


def _own_output() -> BinaryIO:
    """Standard output for the answers alone: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


if __name__ == "__main__":
    main()
