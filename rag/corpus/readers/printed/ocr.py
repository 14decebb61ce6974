"""What does the picture of a page say? Read by tesseract, where it is installed and asked for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

from rag.corpus.readers.settings import ReadingSettings
from rag.errors import Unreadable, Words

PROGRAM = "tesseract"
PAGE_SECONDS = 120
"""For one page of newspaper print."""
INSTALL = Words(
    "请安装 tesseract 及其中文数据（Debian：apt install tesseract-ocr tesseract-ocr-chi-sim）",
    "install tesseract with its Chinese data (Debian: apt install tesseract-ocr tesseract-ocr-chi-sim)",
)

_BETWEEN_CHINESE = re.compile(
    r"(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]) +(?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])"
)


def installed() -> bool:
    """Whether tesseract is there."""
    return shutil.which(PROGRAM) is not None


def lines_of_picture(picture: bytes, settings: ReadingSettings) -> tuple[str, ...]:
    """The lines of a picture in PNM format, top to bottom; columns as tesseract finds them.

    Raises ``Unreadable`` where tesseract is missing, lacks the language, or gives up.
    """
    if not installed():
        raise Unreadable(
            Words(f"是扫描件，要用 OCR；{INSTALL.zh}", f"scanned, and OCR is needed; {INSTALL.en}")
        )
    command = [PROGRAM, "stdin", "stdout", "-l", settings.ocr_languages, "--psm", "1"]
    try:
        done = subprocess.run(
            command,
            input=picture,
            capture_output=True,
            timeout=PAGE_SECONDS,
            check=False,
            # Its threads slow one another down on a page.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise Unreadable(_failed(type(fault).__name__)) from fault
    if done.returncode:
        raise Unreadable(_failed(_last_line(done.stderr)))
    return lines_of_output(done.stdout.decode("utf-8", "replace"))


def lines_of_output(said: str) -> tuple[str, ...]:
    r"""The lines with words in them; tesseract parts Chinese characters with spaces.

    >>> lines_of_output("安 全 生 产\n \nA 1 号\f")
    ('安全生产', 'A 1 号')
    """
    lines = (_BETWEEN_CHINESE.sub("", line).strip() for line in said.replace("\f", "\n").split("\n"))
    return tuple(line for line in lines if line)


def _last_line(said: bytes) -> str:
    lines = said.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:200] if lines else "?"


def _failed(why: str) -> Words:
    return Words(f"OCR 没有成功（{why}）；{INSTALL.zh}", f"OCR failed ({why}); {INSTALL.en}")
