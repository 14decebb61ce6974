"""How is a sound file spoiled? Each way takes bytes and a source of chance, and gives other bytes."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random

Mutation = Callable[[bytes, Random], bytes]

MOST_BYTES = 2_000_000
"""A spoiled file is cut here: what size does is a matter of its own."""

TOKENS = (
    b"\x00", b"\xff\xfe", b"\r", b"\n" * 50, b"#", b"**", b"|", b"\"", b"<div>" * 200, b"</p>", b"<!--", b"]]>", b"&#x0;",
    b"<table><tr><td>", b"endstream", b"/Length 99999999", b"0 0 R", b"-1", b"1e999", b"9" * 30, b"%", b"<<", b"BT ",
    "　".encode(), "一、".encode(), "（二）".encode(), "●甲厂 乙".encode(), "𠮷".encode(), "\u2028\u200f\u0301".encode(),
    "⼈⺠".encode(), "启事".encode(), "作者：".encode(), b"\xed\xa0\x80", b"\xc0\x80",
)  # fmt: skip
"""What a file of some format, or a page of some language, might trip over."""


def flip_bits(data: bytes, chance: Random) -> bytes:
    """Turn over some bits."""
    spoiled = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 64))):
        if spoiled:
            spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def cut_short(data: bytes, chance: Random) -> bytes:
    """Leave the end away."""
    return data[: chance.randint(0, len(data))]


def cut_out(data: bytes, chance: Random) -> bytes:
    """Leave a stretch away."""
    start, end = _stretch(data, chance)
    return data[:start] + data[end:]


def say_again(data: bytes, chance: Random) -> bytes:
    """Repeat a stretch a few or many times."""
    start, end = _stretch(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 3, 100)) + data[end:]


def insert_token(data: bytes, chance: Random) -> bytes:
    """Put something of a format or of a page where it does not belong."""
    for _ in range(chance.choice((1, 4))):
        at = chance.randint(0, len(data))
        data = data[:at] + chance.choice(TOKENS) * chance.choice((1, 1, 40)) + data[at:]
    return data


def insert_unicode(data: bytes, chance: Random) -> bytes:
    """Put characters of any script into it."""
    at = chance.randint(0, len(data))
    codes = (chance.randrange(0x110000) for _ in range(chance.choice((1, 20, 400))))
    text = "".join(chr(code) for code in codes if not 0xD800 <= code < 0xE000)
    return data[:at] + text.encode() + data[at:]


def swap(data: bytes, chance: Random) -> bytes:
    """Let two stretches change places."""
    one, two = sorted((_stretch(data, chance), _stretch(data, chance)))
    if one[1] > two[0]:
        return data
    return (
        data[: one[0]]
        + data[two[0] : two[1]]
        + data[one[1] : two[0]]
        + data[one[0] : one[1]]
        + data[two[1] :]
    )


_ELEMENT = re.compile(rb"<([\w:]+)(?: [^<>]*)?>(?:(?!<\1[ >]).)*?</\1>", re.DOTALL)


def move_element(data: bytes, chance: Random) -> bytes:
    """Let an element of XML or HTML stand at another place, once or many times: what is well formed stays so."""
    # From anywhere but the beginning, where the whole file is one element.
    moved, before = (_ELEMENT.search(data, chance.randint(1, max(1, len(data))), 100_000) for _ in "ab")
    if moved is None or before is None:
        return data
    return data[: before.start()] + moved[0] * chance.choice((1, 2, 50)) + data[before.start() :]


MUTATIONS: tuple[Mutation, ...] = (
    flip_bits, cut_short, cut_out, say_again, insert_token, insert_unicode, swap, move_element,
)  # fmt: skip


def spoiled(data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """The file after one to three of these, or begun like it and ended like another.

    Of an archive, half of the time a file inside is spoiled and packed anew: spoiled from outside, its sums
    give it away before anything is read.
    """
    if data.startswith(b"PK") and chance.random() < 0.5:
        data = _spoiled_inside(data, chance)
    elif chance.random() < 0.1:
        other = chance.choice(others)
        data = data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]
    else:
        data = _spoil(data, chance)
    return data


def _spoil(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.randint(1, 3)):
        data = chance.choice(MUTATIONS)(data, chance)[:MOST_BYTES]
    return _sound_again(data) if chance.random() < 0.6 else data


def _sound_again(data: bytes) -> bytes:
    """Text as text that can be decoded: else most spoiled files would be turned away at the door."""
    text = data.decode("utf-8", "ignore")
    return text.encode() if len(text) > len(data) / 4 else data


def _spoiled_inside(data: bytes, chance: Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return data
    name = chance.choice(list(files))
    change = move_element if chance.random() < 0.5 else _spoil
    files[name] = change(files[name], chance)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for inside, content in files.items():
            archive.writestr(inside, content)
    return written.getvalue()


def _stretch(data: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((1, 10, 100, 1000)))
