from dataclasses import replace

import pytest

from rag.reprints.judge import body_of, is_reprint
from rag.reprints.settings import ReprintSettings


@pytest.mark.parametrize(
    "stricter",
    [
        {"contained": 0.99},
        {"own_chars": 3},
        {"least_share": 0.95},
        {"equal_below_chars": 2000},
        {"other_numbers": 0.0},
    ],
    ids=lambda stricter: next(iter(stricter)),
)
def test_each_limit_parts_what_passes_the_others(stricter: dict[str, float], paragraphs: tuple[str, ...]):
    # a paragraph less, a phrase more, a figure misread among many
    table = "".join(f"第{n}天查出隐患{n * 3}条。" for n in range(1, 30))
    whole = body_of("\n".join(paragraphs) + table)
    reprint = body_of("\n".join(paragraphs[:-1]) + "本报综合消息" + table.replace("隐患12条", "隐患17条"))
    assert is_reprint(whole, reprint)
    assert not is_reprint(whole, reprint, replace(ReprintSettings(), **stricter))
