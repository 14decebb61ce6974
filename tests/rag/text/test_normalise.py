import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.text.normalise import fold, normalise
from rag.text.spans import Span

MESSY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "党建工会乾隆著瞭解於後裏 \n\t\u3000\u200b\ufeff１２ＡＢ（），。“”「」—–⼯⺠ﬁ㈱…㎡①ß\u0307İ"
        ),
    )
)


@pytest.mark.parametrize(
    ("written", "matched"),
    [
        ("ＺＹＷＬ－６０００Ｙ（型）", "zywl-6000y(型)"),
        ("“会”「会」『会』", '"会""会""会"'),
        ("党建—工会―融合", "党建-工会-融合"),
        ("黨的建設與工會", "党的建设与工会"),
        ("瞭解乾隆", "了解乾隆"),
        ("李 林、张\u3000继 绪", "李林、张继绪"),
        ("PDF/A 格式 version  2", "pdf/a格式version 2"),
        ("工\u200b会\ufeff经\u00ad费\x07", "工会经费"),
        ("⼯会、⺠主", "工会、民主"),
        ("不足０.５％……", "不足0.5%......"),
        ("质效双\n提升", "质效双提升"),
    ],
)
def test_what_differs_in_writing_alone_becomes_equal(written: str, matched: str):
    assert fold(written) == matched


def test_white_space_at_the_ends_is_dropped():
    assert fold("  union work \n") == "union work"


def test_a_lone_surrogate_is_dropped():
    assert fold("工\ud800会") == "工会"


def test_a_found_stretch_leads_back_over_what_was_dropped():
    text = "作者：李 林（１９８５—），女"
    folded = normalise(text)
    start = folded.text.index("李林(1985")
    assert folded.span(start, start + 7) == Span(3, 11)
    assert text[3:11] == "李 林（１９８５"


def test_a_character_that_unfolds_to_several_gives_all_of_them_its_place():
    assert normalise("共㎡").places == (0, 1, 1)


@settings(deadline=None)
@given(MESSY)
def test_folding_twice_is_folding_once(text: str):
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(MESSY)
def test_the_map_belongs_to_the_folded_text(text: str):
    folded = normalise(text)
    assert folded.text == fold(text)
    assert len(folded.places) == len(folded.text)
    assert all(0 <= place < len(text) for place in folded.places)
    assert list(folded.places) == sorted(folded.places)
