from pathlib import Path

import pytest

from embeddings.training.own_questions import EVERYDAY, everyday_questions
from embeddings.training.sources import SOURCES, TrainingDataMissing, read_texts


def test_only_passages_somebody_may_learn_from_are_read(data: Path):
    texts = read_texts(data)
    assert list(dict.fromkeys(document.source for document in texts.documents)) == [
        *(source.folder for source in SOURCES),
        EVERYDAY,
    ]
    assert not any("无人问" in document.title for document in texts.documents)


def test_a_question_names_its_passage_and_where_its_answer_begins(data: Path):
    texts = read_texts(data)
    question = texts.questions[1]
    assert texts.documents[question.passage].text[question.start :].startswith("李大山")


def test_a_share_of_the_documents_leaves_the_questions_whole(data: Path):
    texts = read_texts(data, documents_share=0.0)
    public = [document.source for document in texts.documents if document.source != EVERYDAY]
    assert public == ["cmrc2018", "drcd_s", "xquad_zh"]
    assert sum(not question.own for question in texts.questions) == 9


def test_everyday_questions_come_with_their_answers_but_for_those_kept(data: Path):
    texts = read_texts(data, documents_share=0.0)
    asked = [(one.question, texts.documents[one.passage].text) for one in texts.questions if one.own]
    assert asked == [(one.question, one.answer) for one in everyday_questions() if not one.kept]


def test_sets_that_are_for_measuring_alone_are_never_sources():
    assert {source.folder for source in SOURCES} == {
        "cmrc2018", "drcd_s", "xquad_zh", "laws", "just_laws", "crud_news",
    }  # fmt: skip
    assert all("trial" not in source.questions for source in SOURCES)


def test_a_missing_set_is_told_with_its_place(tmp_path: Path):
    with pytest.raises(TrainingDataMissing) as told:
        read_texts(tmp_path)
    assert "cmrc2018" in told.value.where
    assert "--data" in told.value.say("zh")
