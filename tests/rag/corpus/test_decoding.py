import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.corpus.decoding import decode
from rag.errors import Unreadable

SIMPLE = "国有企业的安全生产管理，关系到每个职工的生命，也关系到企业的发展。\r\n一、加强教育"
TRADITIONAL = "國有企業的安全生產管理，關係到每個職工的生命，也關係到企業的發展。\r\n一、加強教育"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_chinese_is_read_in_every_usual_encoding_line_ends_untouched(encoding: str):
    assert decode(SIMPLE.encode(encoding)).text == SIMPLE


def test_big5_and_gb18030_are_told_apart_by_their_common_characters():
    assert decode(TRADITIONAL.encode("big5")) == (TRADITIONAL, "big5")
    assert decode(TRADITIONAL.encode("gb18030")) == (TRADITIONAL, "gb18030")
    assert decode(SIMPLE.encode("gb18030")).encoding == "gb18030"


def test_a_big_endian_mark_is_honoured_and_removed():
    assert decode(codecs.BOM_UTF16_BE + SIMPLE.encode("utf-16-be")) == (SIMPLE, "utf-16-be")


def test_a_short_line_is_enough():
    assert decode("党建工作的意义".encode("gb18030")).text == "党建工作的意义"


def test_latin_text_is_utf8():
    assert decode(b"plain words") == ("plain words", "utf-8")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
        bytes(range(256)) * 4,
        codecs.BOM_UTF16_LE + b"\x00",
        codecs.BOM_UTF8 + b"\xff",
        b"\x00" * 64,
    ],
)
def test_binary_data_is_unreadable(data: bytes):
    with pytest.raises(Unreadable):
        decode(data)


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_reason(data: bytes):
    try:
        text = decode(data).text
    except Unreadable:
        return
    assert isinstance(text, str)
