import unicodedata

from rag.corpus.readers.printed.radicals import SUPPLEMENT, ordinary


def test_all_radicals_of_the_classic_list_become_characters():
    for code in range(0x2F00, 0x2FD6):
        assert unicodedata.name(ordinary(chr(code))).startswith("CJK UNIFIED")


def test_the_simplified_ones_become_what_they_look_like():
    assert ordinary("⻅⻉⻋⻓⻔⻙⻚⻛⻜⻢⻥⻦⻨⻩⻬⻮⻰⻳") == "见贝车长门韦页风飞马鱼鸟麦黄齐齿龙龟"


def test_nothing_else_is_changed():
    plain = "人民的车门，１２３ＡＢＣ：（一）①㎡"
    assert ordinary(plain) == plain
    assert all(unicodedata.name(radical).startswith("CJK RADICAL") for radical in SUPPLEMENT)
