"""``wenju eval``: how good are the answers, and are they better than before?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.errors import Words
from ui.cli.options import IndexOption, JsonOption, PassagesOption
from ui.cli.output import result, result_object, word
from ui.cli.progress import showing_progress
from ui.cli.session import Session, session_of

if TYPE_CHECKING:
    from eval.found_articles import FoundArticles

QuestionsArgument = Annotated[Path, typer.Argument(metavar="QUESTIONS.jsonl", help="题集 · the question set")]
RunArgument = Annotated[Path, typer.Argument(metavar="RUN.jsonl", help="运行结果 · a run")]


def build_group() -> typer.Typer:
    """The commands below ``wenju eval``."""
    group = typer.Typer(
        help="评测：运行题集、评分、比较；检查文章切分。 Run, score and compare question sets; score the cutting of pages."
    )
    group.command("run")(run)
    group.command("score")(score)
    group.command("compare")(compare)
    group.command("articles")(articles)
    return group


def run(
    context: typer.Context,
    questions: QuestionsArgument,
    out: Annotated[
        Path, typer.Option("--out", metavar="RUN.jsonl", help="写到哪里 · where to write the run")
    ],
    index: IndexOption = None,
    passages: PassagesOption = 10,
) -> None:
    """把题集逐题问一遍。 Ask every question of a set."""
    session = session_of(context)
    from eval.questions import read_questions
    from eval.runs import run_questions, write_run

    asked = read_questions(questions)
    assistant = session.assistant(session.index(index))
    stage = session.say(Words("提问", "asking"))
    with showing_progress() as advance:
        replies = run_questions(
            assistant, asked, lambda done, total: advance(stage, done, total), passages=passages
        )
        count = write_run(replies, out)
    word(session.say(Words(f"{count} 个回答已写入 {out}", f"{count} replies written to {out}")))


def score(
    context: typer.Context,
    questions: QuestionsArgument,
    run: RunArgument,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FOLDER", help="另写网页报告 · write an HTML report with plots"),
    ] = None,
    _index: IndexOption = None,  # every command takes it, so that a script may add it to each
    json: JsonOption = False,
) -> None:
    """给一次运行评分。 Measure a run."""
    session = session_of(context)
    from eval.questions import read_questions
    from eval.report.page import write_report
    from eval.runs import read_run
    from eval.scoring import score as measure
    from eval.tables import text_table

    asked = read_questions(questions)
    scores = measure(asked, read_run(run, asked))
    if report is not None:
        page = write_report(report, scores)
        word(session.say(Words(f"报告：{page}", f"report: {page}")))
    if json:
        result_object(scores.to_object())
    else:
        result(text_table(scores, session.language))


def compare(
    context: typer.Context,
    questions: QuestionsArgument,
    run_a: Annotated[Path, typer.Argument(metavar="RUN_A", help="原来的运行结果 · the run before")],
    run_b: Annotated[Path, typer.Argument(metavar="RUN_B", help="后来的运行结果 · the run after")],
    _index: IndexOption = None,
    json: JsonOption = False,
) -> None:
    """逐题比较两次运行。 Compare two runs, question by question."""
    session = session_of(context)
    from eval.compare import compare as pair
    from eval.questions import read_questions
    from eval.runs import read_run

    asked = read_questions(questions)
    comparison = pair(asked, read_run(run_a, asked), read_run(run_b, asked))
    if json:
        result_object(comparison.to_object())
        return
    from ui.terminal.comparison import comparison_lines

    for line in comparison_lines(comparison, session.language):
        result(line)


def articles(
    context: typer.Context,
    gold: Annotated[Path, typer.Argument(metavar="GOLD.json", help="标注好的文章 · the gold articles")],
    index: IndexOption = None,
    corpus: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="PATH",
            help="不用索引，直接读这些文件，可多次 · read these instead of an index; repeatable",
        ),
    ] = None,
    json: JsonOption = False,
) -> None:
    """检查文章切分：边界、顺序、标题、作者、段落、小标题。 Score how pages were cut into articles."""
    session = session_of(context)
    from eval.articles import score_articles
    from eval.found_articles import matched
    from eval.gold_articles import read_gold_articles

    wanted = read_gold_articles(gold)
    found = _articles_found(session, index, corpus)
    scores = score_articles(matched(wanted, found), found)
    if json:
        result_object(scores.to_object())
        return
    from ui.terminal.segmentation import segmentation_lines

    for line in segmentation_lines(scores, session.language):
        result(line)


def _articles_found(session: Session, index: Path | None, corpus: list[Path] | None) -> FoundArticles:
    """The articles of the files, where they are given, else of the published generation."""
    from eval.found_articles import articles_in, articles_indexed
    from rag.index.snapshot import open_snapshot

    if not corpus:
        return articles_indexed(open_snapshot(session.index(index), session.settings.generations))
    found = articles_in(corpus, session.settings.chunks)
    for one in found.skipped:
        said = Words(f"跳过 {one.file}：{one.reason.zh}", f"skipped {one.file}: {one.reason.en}")
        word(session.say(said))
    return found
