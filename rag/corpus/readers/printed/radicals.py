"""Which characters stand in a PDF in place of the ones that were printed?

A font may give one picture to 民 and to the radical ⺠, and a PDF then names the radical. Nobody types one when
asking, so the ordinary character is put in its place.
"""

from __future__ import annotations

import unicodedata

SUPPLEMENT = dict(
    zip(
        # Radicals of U+2E80–2EFF that Unicode itself gives no equivalent, above what they stand for.
        "⺁⺄⺅⺈⺌⺍⺎⺒⺓⺖⺘⺝⺞⺠⺡⺧⺨⺩⺬⺭⺮⺰⺶⺻⺼⺽⺾⻁⻂⻄⻅⻆⻇⻈⻉⻊⻋⻌⻐⻑⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂乙亻刀小小兀巳幺忄扌月歺民氵牛犭王示礻竹纟羊聿肉臼艹虎衤西见角角讠贝足车辶钅長长门阝雨青韦页风飞食饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
        strict=True,
    )
)
EXTENTS = (
    # First and last, and what stands there.
    (0x2E80, 0x2FDF),  # radicals
    (0xF900, 0xFAFF),  # characters kept twice for the sake of older codes
    (0xFB00, 0xFB06),  # ligatures: ﬁ
)


def _table() -> dict[int, str]:
    table = {ord(radical): character for radical, character in SUPPLEMENT.items()}
    for first, last in EXTENTS:
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if plain != chr(code):
                table[code] = plain
    return table


_TABLE = _table()


def ordinary(text: str) -> str:
    """The text with ordinary characters in place of radicals, doubles and ligatures.

    >>> ordinary("⼈⺠的⻋⻔"), ordinary("ﬁ")
    ('人民的车门', 'fi')
    """
    return text.translate(_TABLE)
