r"""Which encoding are these bytes in?

By evidence, in this order: a byte-order mark; strict UTF-8; the zero bytes that UTF-16 leaves in Latin text
and line breaks; then whichever strict decoding holds more common Chinese characters and marks: GB18030,
Big5, UTF-16. Nothing is ever guessed with replacement characters.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import NamedTuple

from rag.errors import Unreadable, Words


class Decoded(NamedTuple):
    """Text without its byte-order mark, line ends untouched."""

    text: str
    encoding: str
    """As Python names it: ``utf-8``, ``gb18030`` …"""


BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

COMMON = frozenset(
    # The most frequent characters of modern Chinese print, simplified and traditional, and its marks.
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后"
    "多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合"
    "還這為個國時來們會發動對產過後說種經進學實體機當點從業應開與員黨職務設關係問題單位組織領導統計劃資訊環節"
    "与员党职务设关系问题单位组织领导统计划资讯环节企业管理建设安全思想政治服务发展创新提升基层融合"
    "，。、：；“”？！（）《》「」"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
SAMPLE_CHARACTERS = 20_000
"""How much text the evidence is counted on: ten pages settle it."""

MIN_SHARE = 0.08
"""Least share of common characters for a decoding to be believed: running Chinese has 0.3 and more, text
read in the wrong encoding about 0.02."""


def decode(data: bytes) -> Decoded:
    """The text of a file. Raises ``Unreadable`` for binary data and unknown encodings.

    >>> decode("党建".encode("utf-16")).text, decode("安全生产，人人有责。".encode("gb18030")).encoding
    ('党建', 'gb18030')
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = _strictly(data[len(mark) :], encoding)
            if text is None:
                raise Unreadable(Words(f"不是完整的 {encoding} 文本", f"not sound {encoding} text"))
            return Decoded(_printable(text), encoding)
    text = _strictly(data, "utf-8")
    if text is not None and "\x00" not in text:
        return Decoded(_printable(text), "utf-8")
    found = max(_candidates(data), key=lambda scored: scored[0], default=None)
    if found is None or found[0] < MIN_SHARE:
        raise Unreadable(
            Words(
                "是二进制文件，或编码不明；请另存为 UTF-8 文本",
                "binary data, or an unknown encoding; save it as UTF-8 text",
            )
        )
    return Decoded(_printable(found[1].text), found[1].encoding)


def decode_as(data: bytes, encoding: str) -> Decoded | None:
    """The text where the bytes are sound in the encoding that the file itself names, else ``None``.

    Raises ``Unreadable`` for what is sound and yet no text.
    """
    text = _strictly(data, encoding)
    return None if text is None else Decoded(_printable(text.removeprefix("\ufeff")), encoding)


def _candidates(data: bytes) -> Iterator[tuple[float, Decoded]]:
    """Sound decodings with their share of common characters; the first wins a tie."""
    zeros = b"\x00" in data
    encodings = ("utf-16-le", "utf-16-be") if zeros else ("gb18030", "big5", "utf-16-le", "utf-16-be")
    for encoding in encodings:
        text = _strictly(data, encoding)
        if text:
            yield _common_share(text), Decoded(text, encoding)


def _common_share(text: str) -> float:
    sample = text[:SAMPLE_CHARACTERS]
    # Latin letters and digits speak for no encoding.
    judged = [character for character in sample if not character.isascii()]
    if not judged:
        return 1.0
    return sum(character in COMMON for character in judged) / len(judged)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _printable(text: str) -> str:
    """``text``, unless control characters say that it never was text."""
    sample = text[:SAMPLE_CHARACTERS]
    if len(_CONTROL.findall(sample)) > len(sample) // 100:
        raise Unreadable(Words("是二进制文件；请另存为文本", "binary data; save it as text"))
    return text
