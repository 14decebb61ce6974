import io
import struct
import zipfile

import pytest

from eval.benchmarks.sample_files import packed
from rag.corpus.readers import zipped
from rag.corpus.readers.settings import ReadingSettings
from rag.errors import Unreadable

SMALL = ReadingSettings(unpacked_mib=1, packed_files=3)


def why(data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        zipped.opened(data, SMALL)
    return caught.value.reason.zh


def test_a_sound_archive_is_opened():
    with zipped.opened(packed({"一": "安全", "二": ""}), SMALL) as archive:
        assert archive.read("一").decode() == "安全"


def test_little_that_unpacks_to_much_is_refused():
    bomb = packed({"一": bytes(2**20 + 1)})
    assert len(bomb) < 2000
    assert "reading.unpacked_mib" in why(bomb)
    assert "reading.unpacked_mib" in why(packed({name: bytes(2**19) for name in "一二三"}))


def test_an_archive_that_lies_about_its_sizes_is_found_out():
    bomb = bytearray(packed({"a": bytes(2**22)}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = bomb.index(mark) + at
        bomb[start : start + 4] = struct.pack("<I", 10)
    assert why(bytes(bomb)) == zipped.DAMAGED.zh


def test_too_many_files_are_refused():
    assert "4 个文件" in why(packed(dict.fromkeys("一二三四", "")))


def test_an_archive_with_a_password_says_so():
    locked = bytearray(packed({"a": "text"}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + at] |= 1
    assert why(bytes(locked)) == zipped.ENCRYPTED.zh


def test_an_archive_cut_short_or_altered_is_damaged():
    data = packed({"一": "安全生产" * 500})
    assert why(data[:-30]) == zipped.DAMAGED.zh
    altered = bytearray(data)
    altered[60] ^= 0xFF
    assert why(bytes(altered)) == zipped.DAMAGED.zh
    assert why(b"PK\x03\x04") == zipped.DAMAGED.zh


def test_an_unknown_way_of_packing_is_damaged():
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("a", "text")
    odd = bytearray(written.getvalue())
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        odd[odd.index(mark) + at] = 99
    assert why(bytes(odd)) == zipped.DAMAGED.zh
