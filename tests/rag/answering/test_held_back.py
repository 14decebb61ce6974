from rag.answering.abstain import NO_SENTENCE, NO_SUBJECT
from rag.answering.answer import Abstention, AbstentionKind, Answer, FactAnswer
from rag.answering.held_back import explained

REFUSAL = Abstention(AbstentionKind.NO_SENTENCE, NO_SENTENCE)


def an_answer() -> Answer:
    return FactAnswer(())


def none_either() -> Answer:
    return REFUSAL


def test_where_others_answer_the_filters_are_named_and_dropping_them_is_offered():
    told = explained(REFUSAL, 3, an_answer)
    assert (told.kind, told.held_back) == (AbstentionKind.FILTERED_OUT, True)
    assert told.reason.zh == "符合筛选条件的 3 篇文章里没有答案；答案被筛选条件挡住了，去掉筛选就能看到"


def test_where_none_passes_it_is_said_plainly():
    told = explained(REFUSAL, 0, none_either)
    assert (told.kind, told.held_back) == (AbstentionKind.FILTERED_OUT, False)
    assert told.reason.zh == "没有文章符合筛选条件"
    assert explained(REFUSAL, 0, an_answer).held_back


def test_where_nobody_answers_the_first_reason_stands():
    assert explained(REFUSAL, 3, none_either) is REFUSAL


def test_what_is_no_question_is_not_asked_again():
    refusal = Abstention(AbstentionKind.NOT_A_QUESTION, NO_SUBJECT)

    def never() -> Answer:
        raise AssertionError("asked without the filters")

    assert explained(refusal, 3, never) is refusal
