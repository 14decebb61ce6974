"""What speaks for each place where a piece may go on in another?"""

from collections.abc import Sequence
from dataclasses import fields, replace

import pytest

from rag.corpus.layout.blocks import blocks_of
from rag.corpus.layout.lines import lines_of
from rag.corpus.layout.marks import EndMark, TitleMark
from rag.corpus.layout.style import style_of
from rag.corpus.order.pieces import Boundary, Piece
from rag.corpus.order.seam_evidence import Seam, possible_seams
from rag.corpus.order.seam_settings import SeamSettings
from rag.corpus.people.bylines import Byline

SETTINGS = SeamSettings()
OPEN = "老周把每盏灯挂在几号钩、换过几次灯泡都记在"
REST = "一个蓝皮本子上。"
END = EndMark(Byline(None, None))
TITLE = TitleMark((), None)


def piece(
    *paragraphs: str, breaks_off: bool = False, before: Boundary = None, follows: bool = False
) -> Piece:
    lines = lines_of("\n\n".join(paragraphs))
    return Piece(
        blocks_of(lines, style_of(lines)), 0, before, None, follows=follows, open=breaks_off, short=False
    )


def seams(*pieces: Piece, settings: SeamSettings = SETTINGS) -> dict[tuple[int, int], Seam]:
    return {(seam.left, seam.right): seam for seam in possible_seams(pieces, settings)}


def points(pieces: Sequence[Piece], left: int, right: int) -> dict[str, float]:
    return {reason.name: reason.points for reason in seams(*pieces)[left, right].reasons}


def test_the_points_of_all_reasons_are_the_score_and_have_their_names_from_the_settings():
    pieces = (
        piece("三、灯房", "书屋" + REST, before=END),
        piece("一、灯", OPEN + "（", breaks_off=True),
        piece("）" + REST, "二、账", "账要天天" * 3, breaks_off=True, follows=True),
        piece("记。", before=TITLE),
        piece(OPEN, breaks_off=True, before=END),
    )
    names = {field.name for field in fields(SeamSettings)} | {"characters"}
    found = seams(*pieces)
    assert found
    for seam in found.values():
        assert seam.score == sum(reason.points for reason in seam.reasons)
        assert {reason.name for reason in seam.reasons} <= names


def test_only_an_open_end_goes_on_and_no_piece_in_itself():
    pieces = (piece(OPEN, breaks_off=True), piece(REST), piece(OPEN, breaks_off=True))
    assert seams(*pieces).keys() == {(0, 1), (0, 2), (2, 0), (2, 1)}


def test_a_heading_goes_on_with_no_sentence():
    assert seams(piece(OPEN, breaks_off=True), piece("二、灯房的账", REST)).keys() == set()


def test_the_piece_right_behind_is_next_on_the_page():
    pieces = (piece(OPEN, breaks_off=True), piece(REST, follows=True))
    assert points(pieces, 0, 1)["next_on_page"] == SETTINGS.next_on_page


def test_behind_a_caption_the_next_piece_says_nothing_and_is_the_only_one():
    short = replace(piece("灯房一角", breaks_off=True), short=True)
    pieces = (piece(REST), short, piece(REST, follows=True), piece(REST))
    assert seams(*pieces).keys() == {(1, 2)}
    assert "next_on_page" not in points(pieces, 1, 2)


@pytest.mark.parametrize(
    ("before", "names"),
    [(TITLE, {"across_title"}), (END, {"after_end"}), (None, {"across_title"})],
)
def test_a_mark_between_two_neighbours_tells(before: Boundary, names: set[str]):
    pieces = (piece(OPEN, breaks_off=True), piece(REST, before=before))
    told = points(pieces, 0, 1)
    assert told.keys() & {"across_title", "after_end", "next_on_page"} == names


def test_what_stands_further_up_the_page_counts_less():
    pieces = (piece(REST), piece(OPEN, breaks_off=True))
    assert points(pieces, 1, 0)["back_on_page"] == SETTINGS.back_on_page


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("一、灯", "二、账", "numbers_next"),
        ("一、灯", "三、账", "numbers_skip"),
        ("二、灯", "一、账", "numbers_back"),
    ],
)
def test_heading_numbers_on_both_sides_tell(left: str, right: str, reason: str):
    pieces = (piece(left, OPEN, breaks_off=True), piece(REST, right, REST, follows=True))
    assert points(pieces, 0, 1)[reason] == getattr(SETTINGS, reason)


def test_pieces_out_of_reach_are_not_held_against_an_end():
    pieces = (piece(OPEN, breaks_off=True), piece(REST), piece(REST), piece(REST))
    assert seams(*pieces, settings=SeamSettings(reach=2)).keys() == {(0, 1), (0, 2)}


def test_a_page_in_very_many_pieces_joins_neighbours_only():
    pieces = (piece(OPEN, breaks_off=True), piece(REST), piece(REST))
    assert seams(*pieces, settings=SeamSettings(max_pieces=2)).keys() == {(0, 1)}
