from hypothesis import given
from hypothesis import strategies as st

from rag.corpus.order.repeats import MIN_REPEAT, MOST_ALIKE, STEP, Repeat, repeats_of

PASSAGE = "灯房的钥匙挂在门后第三个钩上，谁最后一个走，谁就把门锁好，再到本子上签一个名字。"
LAMPS = "矿灯房的老周管灯三十年："
BOOKS = "书屋设在宿舍一楼，三千册图书由职工自己管理。"


def found(*texts: str) -> list[tuple[str, str]]:
    """The repeats as they stand in both texts."""
    return [
        (repeat.there.slice(texts[repeat.first]), repeat.here.slice(texts[repeat.second]))
        for repeat in repeats_of(texts)
    ]


def test_a_passage_of_two_texts_is_found_once_and_whole():
    one, other = LAMPS + PASSAGE + "他退休了。", BOOKS + PASSAGE + "书也还了"
    (repeat,) = repeats_of((one, other))
    assert {repeat.first, repeat.second} == {0, 1}
    assert found(one, other) == [(PASSAGE, PASSAGE)]


def test_a_turn_of_phrase_is_no_repeat():
    phrase = PASSAGE[: MIN_REPEAT - 1]
    assert found(LAMPS + phrase, BOOKS + phrase + "完") == []


def test_what_one_text_says_twice_is_its_own():
    assert found(LAMPS + PASSAGE + BOOKS + PASSAGE, "食堂每天供应四顿热饭。" * 2) == []


def test_each_pair_of_texts_with_the_passage_is_told():
    texts = (LAMPS + PASSAGE, BOOKS + PASSAGE, "食堂在井口，" + PASSAGE)
    pairs = [{repeat.first, repeat.second} for repeat in repeats_of(texts)]
    assert sorted(map(sorted, pairs)) == [[0, 1], [0, 2], [1, 2]]


def test_a_stretch_that_stands_everywhere_tells_nothing():
    texts = [LAMPS + "…" * 60] * (MOST_ALIKE + 1)
    assert found(*texts) == []


def test_a_passage_is_found_though_a_shorter_one_of_a_third_text_covers_its_beginning():
    middle = "".join(chr(0x4E00 + n) for n in range(200, 250))
    third = "".join(chr(0x4E00 + n) for n in range(300, 305)) + middle[5:35] + "岸边有人家"
    texts = (third, middle[:20] + "山上有座庙", "前头的字也不少" + middle)
    assert (middle[5:35], middle[5:35]) in found(*texts)


def test_nothing_stands_in_two_texts_where_there_are_no_two():
    assert list(repeats_of(())) == []
    assert found(PASSAGE) == []
    assert found("", "") == []
    assert found("短", "短") == []


@given(
    st.text("甲乙丙丁戊己庚辛", max_size=40),
    st.text("甲乙丙丁戊己庚辛", max_size=40),
    st.integers(0, 2 * STEP),
)
def test_wherever_a_passage_begins_it_is_found(before: str, behind: str, shift: int):
    texts = (before + PASSAGE + behind, "子" * shift + PASSAGE + "丑")
    repeats = list(repeats_of(texts))
    assert repeats
    for repeat in repeats:
        assert_alike(texts, repeat)


def assert_alike(texts: tuple[str, str], repeat: Repeat) -> None:
    assert repeat.there.slice(texts[repeat.first]) == repeat.here.slice(texts[repeat.second])
    assert repeat.here.length >= MIN_REPEAT
