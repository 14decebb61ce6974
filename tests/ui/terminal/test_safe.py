"""Nothing in a file may steer the terminal."""

from hypothesis import given
from hypothesis import strategies as st

from ui.terminal.safe import printable


def test_layout_is_kept() -> None:
    assert printable("安全\n\t生产　两次") == "安全\n\t生产　两次"


@given(st.text())
def test_length_stays_and_no_control_is_left(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not {"\x1b", "\r", "\x07", "\x9b", "‮"} & set(shown)
