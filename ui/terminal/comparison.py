"""How does the comparison of two runs read in a terminal?"""

from __future__ import annotations

from collections.abc import Iterator

from eval.compare import Comparison, Contest
from rag.errors import Language, Words
from ui.terminal.safe import printable

LEGEND = Words(
    "{questions} 题，{a} → {b}；胜、负是后者做得更好、更差的题数，p 来自置换检验",
    "{questions} questions, {a} → {b}; win and loss count the questions that the latter does better and "
    "worse, p is of the permutation test",
)
HEADER = f"{'':<18}{'A':>8}{'B':>8}{'B-A':>9}{'win':>6}{'tie':>6}{'loss':>6}{'p':>8}"
CHANGED = Words("有变化的题（{main}）：", "questions that changed ({main}):")
SIGNS = {"win": "+", "loss": "-"}


def comparison_lines(comparison: Comparison, language: Language) -> Iterator[str]:
    """A table of the measures, and under it every question that changed in the main one."""
    yield LEGEND.say(language).format(
        questions=comparison.questions, a=printable(comparison.a), b=printable(comparison.b)
    )
    yield ""
    yield HEADER
    for name, contest in comparison.contests.items():
        yield _row(name, contest)
    if comparison.changed:
        yield "\n" + CHANGED.say(language).format(main=comparison.main)
    for change in comparison.changed:
        told = change.to_object(comparison.main)
        outcomes = f"{told['outcome_a']} → {told['outcome_b']}"
        yield f"{SIGNS[told['change']]} {told['qid']}  {outcomes}  {printable(told['question'])}"


def _row(name: str, contest: Contest) -> str:
    figures = f"{contest.a:>8.3f}{contest.b:>8.3f}{contest.difference:>+9.3f}"
    counts = f"{contest.win:>6}{contest.tie:>6}{contest.loss:>6}"
    return f"{name:<18}{figures}{counts}{contest.p_permutation:>8.3f}"
