from pathlib import Path

import pytest

from embeddings.encoders.registry import load_encoder
from embeddings.training import own_questions
from embeddings.training.measure_own import measure_own
from embeddings.training.own_questions import EVERYDAY, PLACED, is_kept


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Questions on the law and the news of the small sets, so placed that some are kept."""
    monkeypatch.setattr(own_questions, "FOLDER", tmp_path)
    for name in (*PLACED, EVERYDAY):
        (tmp_path / f"{name}.tsv").write_text("", encoding="utf-8")


def law_of(data: Path) -> str:
    from embeddings.training.sources import read_texts

    return next(document.text for document in read_texts(data).documents if document.source == "laws")


@pytest.mark.usefixtures("asked")
def test_kept_questions_are_asked_of_the_articles_of_the_laws(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    start = law_of(data).index("第三条")
    (tmp_path / "laws.tsv").write_text(f"1\t{start}\t设备多久修一回\n", encoding="utf-8")
    monkeypatch.setattr(own_questions, "is_kept", lambda passage: passage == f"1:{start}")
    found = measure_own(load_encoder(), data)
    assert list(found) == ["laws"]
    assert (found["laws"].questions, found["laws"].at_10) == (1, 1.0)


@pytest.mark.usefixtures("asked")
def test_a_question_whose_text_is_missing_is_not_asked(data: Path, tmp_path: Path):
    missing = next(f"{number}" for number in range(100, 200) if is_kept(f"{number}:0"))
    (tmp_path / "news.tsv").write_text(f"{missing}\t0\t谁参加了培训\n", encoding="utf-8")
    assert measure_own(load_encoder(), data) == {}


@pytest.mark.usefixtures("asked")
def test_an_everyday_question_is_asked_of_all_answers(data: Path, tmp_path: Path):
    answers = [
        f"{part}部位受寒时应当注意保暖，并及时就医。"
        for part in ("腰", "膝", "肩", "颈", "腹", "背", "足", "手")
    ]
    answers += [f"第{number}号窗口办理社会保险登记。" for number in range(40)]
    lines = (f"去哪里办社保\t{answer}" for answer in answers)
    (tmp_path / "everyday.tsv").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    kept = sum(map(is_kept, answers))
    assert kept > 0
    assert measure_own(load_encoder(), data)["everyday"].questions == kept
