import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.corpus.page import Landmark, LandmarkKind, Page
from rag.corpus.readers.process import wire
from rag.corpus.readers.read_file import RawFile, ReadFile
from rag.corpus.readers.settings import ReadingSettings
from rag.corpus.skipped import Skipped
from rag.errors import Unreadable, Words

text = st.text(st.characters(), max_size=20)
landmarks = st.lists(
    st.builds(Landmark, st.integers(0, 99), st.sampled_from(LandmarkKind), st.integers(1, 99)), max_size=3
).map(tuple)
pages = st.builds(Page, text, st.none() | text, text, st.none() | text, st.none() | text, landmarks=landmarks)
skips = st.builds(Skipped, text, st.builds(Words, text, text))


@given(st.lists(pages, max_size=3), st.lists(skips, max_size=2))
def test_what_was_read_comes_back_as_it_was(read: list[Page], skipped: list[Skipped]):
    found = ReadFile(tuple(read), tuple(skipped))
    assert wire.unpack_reply(wire.pack_reply(found)) == found


def test_a_request_comes_back_as_it_was():
    raw = RawFile("一.pdf", b"\x00\xff", ReadingSettings(ocr=True, most_pages=3))
    assert wire.unpack_request(*wire.pack_request("pdf", raw)) == ("pdf", raw)


def test_reasons_and_faults_are_raised_on_the_other_side():
    with pytest.raises(Unreadable) as caught:
        wire.unpack_reply(wire.pack_reply(Unreadable(Words("坏了", "broken"))))
    assert caught.value.reason == Words("坏了", "broken")
    with pytest.raises(wire.ReaderFault, match="line 3"):
        wire.unpack_reply(wire.pack_reply("line 3"))


@pytest.mark.parametrize("packed", [b"", b"[]", b"{}", b"5", b'{"pages": 3, "skipped": []}', b"[" * 100_000])
def test_anything_else_is_no_reply(packed: bytes):
    with pytest.raises(wire.NoReply):
        wire.unpack_reply(packed)


def test_messages_keep_their_bounds_and_a_broken_one_is_none():
    stream = io.BytesIO()
    for message in (b"one", b"", b"three"):
        wire.send(stream, message)
    whole = stream.getvalue()
    stream.seek(0)
    assert [wire.receive(stream) for _ in range(4)] == [b"one", b"", b"three", None]
    assert wire.receive(io.BytesIO(whole[:9])) is None
    assert wire.receive(io.BytesIO(b"\xff" * 8 + b"much")) is None
