"""Which number do these characters write?"""

from __future__ import annotations

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2, "仨": 3}
_SCALES = {"十": 10, "百": 100, "千": 1000}
_BIG = {"万": 10_000, "亿": 100_000_000}


NUMERAL = r"(?:[一二两俩三四五六七八九十百]+|\d+)"
"""A small whole number as the inside of a regular expression."""


def value_of(numeral: str) -> int | None:
    """The whole number written with Arabic or Chinese digits, or ``None``.

    >>> value_of("二〇二四"), value_of("一万亿")
    (2024, 1000000000000)
    >>> value_of("12"), value_of("十二"), value_of("三百零五"), value_of("二十"), value_of("两"), value_of("安全")
    (12, 12, 305, 20, 2, None)
    """
    if not numeral:
        return None
    if numeral.isdecimal():
        return int(numeral)
    if len(numeral) > 1 and all(character in _DIGITS for character in numeral):
        return int("".join(str(_DIGITS[character]) for character in numeral))  # 二〇二四
    if numeral[0] in _BIG:
        return None
    total = section = digit = 0
    for character in numeral:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _SCALES:
            section += (digit or 1) * _SCALES[character]
            digit = 0
        elif character in _BIG:
            read = section + digit
            total = total + read * 10_000 if character == "万" else (total + read) * _BIG[character]
            section = digit = 0
        else:
            return None
    return total + section + digit


def chinese(number: int) -> str:
    """A number in Chinese digits; from 100 on, and below 1, in Arabic ones, as people type it.

    >>> chinese(3), chinese(10), chinese(12), chinese(20), chinese(35), chinese(100)
    ('三', '十', '十二', '二十', '三十五', '100')
    """
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    digits = "零一二三四五六七八九"
    head = "" if tens == 0 else ("十" if tens == 1 else digits[tens] + "十")
    return head + (digits[ones] if ones or not tens else "")
