import pytest

from rag.answering.answer import Abstention, AbstentionKind, AnswerItem, ListAnswer
from rag.answering.quote import Quote
from rag.errors import Words
from rag.wording.alternative import Correction
from ui.answered import corrections_said, is_short, items_said, unnamed_words, verdict

ITEM = AnswerItem(Quote("a1", "煤矿.md", None, "班前讲", (), None), 1, 1.0)


@pytest.mark.parametrize(
    ("promised", "said", "short"),
    [
        (None, "共 2 项", False),
        (2, "共 2 项", False),
        (1, "共 2 项", False),
        (5, "找到 2 项，共提到 5 项", True),
    ],
)
def test_a_list_says_how_many_items_it_has_and_lacks(promised: int | None, said: str, short: bool):
    answer = ListAnswer((ITEM, ITEM), None, promised)
    assert items_said(answer, "zh") == said
    assert is_short(answer) is short


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (AbstentionKind.UNKNOWN_WORDS, "没有找到答案。"),
        (AbstentionKind.NO_SENTENCE, "没有找到答案。"),
        (AbstentionKind.NOT_A_QUESTION, ""),
        (AbstentionKind.EMPTY_CORPUS, ""),
        (AbstentionKind.FILTERED_OUT, ""),
    ],
)
def test_what_could_be_taken_for_an_answer_is_called_none(kind: AbstentionKind, said: str):
    assert verdict(Abstention(kind, Words("略", "omitted")), "zh") == said


@pytest.mark.parametrize(
    ("reason", "missing", "told"),
    [
        ("没有出现“产假”", ("产假",), ()),
        ("没有出现“产假”", ("产假", "育儿"), ("产假", "育儿")),
        ("请用中文提问", ("drones", "patrol"), ()),
        ("没有一句话", ("产假", "KPI"), ("产假", "KPI")),
    ],
)
def test_unknown_words_are_told_once(reason: str, missing: tuple[str, ...], told: tuple[str, ...]):
    answer = Abstention(AbstentionKind.UNKNOWN_WORDS, Words(reason, reason), missing)
    assert unnamed_words(answer, "zh") == told


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        ((), "", ""),
        ((("监都", "监督"),), "已把“监都”当作“监督”", "Read “监都” as “监督”"),
        (
            (("safety", "安全"), ("rules", "规章"), ("safety", "安全")),
            "已把“safety”当作“安全”，“rules”当作“规章”",
            "Read “safety” as “安全”, “rules” as “规章”",
        ),
    ],
)
def test_what_was_read_otherwise_is_told_once(typed: tuple[tuple[str, str], ...], zh: str, en: str):
    corrections = [Correction(before, after, "sound") for before, after in typed]
    assert corrections_said(corrections, "zh") == zh
    assert corrections_said(corrections, "en") == en
