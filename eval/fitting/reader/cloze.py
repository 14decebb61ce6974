"""Questions made from plain text: a stretch that could answer is taken out, and asked for.

Nobody wrote these questions; they show the reader the prose of news and laws, and which wording asks for which kind
of stretch. Words of them are left out or put in the words' neighbours' place, so that matching is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from eval.fitting.reader.windows import WINDOW_CHARS, Shown, around, windows_of
from rag.answering.reader.tokens import tokens_of
from rag.answering.values import ValueType, find_values
from rag.text.question_words import QUESTION_WORDS
from rag.text.sentences import sentences
from rag.text.spans import Span

Luck = np.random.Generator


class AskRow(NamedTuple):
    """A pattern of prose with an answer in it, and the ways of asking for that."""

    pattern: re.Pattern[str]
    """Groups ``answer`` and ``rest``, what is asked about."""
    asking: tuple[str, ...]
    """With ``{}`` for the rest."""
    example: str


_CLAUSE = "[^,，。；;:：!?！？\n]"

PATTERNS: tuple[AskRow, ...] = (
    AskRow(
        re.compile(rf"(?:由于|因为|鉴于)(?P<answer>{_CLAUSE}{{5,40}})[,，](?P<rest>{_CLAUSE}{{6,40}})"),
        ("{}的原因是什么", "为什么{}", "为啥{}", "{}是因为什么", "{},为什么"),
        "由于连日下暴雨，渡口停航三天",
    ),
    AskRow(
        re.compile(
            rf"(?P<rest>{_CLAUSE}{{6,40}})[,，](?:主要)?(?:原因是|是因为)(?P<answer>{_CLAUSE}{{5,40}})"
        ),
        ("为什么{}", "{}的原因是什么", "为何{}"),
        "渡口停航三天，主要是因为连日下暴雨",
    ),
    AskRow(
        re.compile(rf"为了?(?P<answer>{_CLAUSE}{{5,30}})[,，](?P<rest>{_CLAUSE}{{6,40}})"),
        ("为什么{}", "{}是为了什么", "{}的目的是什么", "{}图个啥"),
        "为保证汛期安全，渡口提前开闸",
    ),
    AskRow(
        re.compile(
            rf"(?:通过|采取|运用|利用|依托)(?P<answer>{_CLAUSE}{{5,40}})[,，](?P<rest>{_CLAUSE}{{6,40}})"
        ),
        ("如何{}", "怎么{}", "怎样{}", "{}靠什么", "用什么办法{}", "{}的途径是什么"),
        "通过师傅带徒弟，提高青工技能",
    ),
    AskRow(
        re.compile(
            r"(?:所称|所谓)的?(?P<rest>[^,，。；;:：的]{2,14})[,，]?(?:是指|即|指的是|就是|指)(?P<answer>[^。；;\n]{8,80})"
        ),
        ("什么是{}", "{}是什么意思", "{}指什么", "什么叫{}", "{}的定义", "{}是什么"),
        "本办法所称渡口，是指沿河供人上下船的场所",
    ),
    AskRow(
        re.compile(r"(?P<rest>[^,，。；;:：的]{2,12})(?:是指|指的是)(?P<answer>[^。；;\n]{8,80})"),
        ("什么是{}", "{}是什么意思", "{}指什么", "什么叫{}"),
        "渡口是指供人上下船的场所",
    ),
    AskRow(
        re.compile(
            rf"由(?P<answer>{_CLAUSE}{{2,20}}?)(?P<rest>(?:负责|承担|组织|制定|批准|决定|处|责令){_CLAUSE}{{2,30}})"
        ),
        ("谁{}", "由谁{}", "哪个部门{}", "{}归谁管", "{}的是谁"),
        "由港务局负责检验渡船",
    ),
    AskRow(
        re.compile(
            rf"(?P<rest>{_CLAUSE}{{6,40}})[,，](?:使得?|从而|进而|实现了?|形成了?)(?P<answer>{_CLAUSE}{{5,30}})"
        ),
        ("{}有什么作用", "{}带来了什么", "{}的效果是什么", "{}有啥好处"),
        "坚持每天巡堤，从而及早发现险情",
    ),
)
"""Of those that fit a sentence one is drawn."""

VALUE_ASKING: dict[ValueType, tuple[str, ...]] = {
    ValueType.PERCENT: ("百分之多少", "多少", "百分之几"),
    ValueType.MONEY: ("多少钱", "多少元", "多少"),
    ValueType.DATE: ("什么时候", "哪一年", "何时", "哪天", "啥时候"),
    ValueType.DURATION: ("多久", "多长时间", "多少天"),
    ValueType.QUANTITY: ("多少", "几"),
    ValueType.TITLE: ("什么文件", "哪部法律", "什么", "哪个规定"),
    ValueType.QUOTED: ("什么", "哪个", "啥"),
}

SAYS_WHO: dict[str, tuple[str, ...]] = {
    "nr": ("谁", "哪位", "什么人"),
    "ns": ("哪里", "哪个地方", "哪儿", "什么地方"),
    "nt": ("哪个单位", "什么机构", "哪个部门", "谁"),
}
"""Parts of speech that name, and how one asks for them."""

MOST_ASKED = 34
"""Characters of a clause that are kept before the asking words, and half as many behind: what is further is cut."""


def made_questions(
    texts: Iterable[str], neighbours: Callable[[str], Sequence[str]], luck: Luck, per_text: int = 2
) -> Iterator[Shown]:
    """Questions on some texts, at most ``per_text`` a text."""
    for text in texts:
        cut = [s for s in sentences(text) if 15 <= s.length <= 160]
        luck.shuffle(cut)
        made = 0
        for sentence in cut[: 4 * per_text]:
            asked = _asked(sentence.slice(text), luck)
            shown = asked and _shown(text, sentence, asked, neighbours, luck)
            if shown:
                yield shown
                made += 1
            if made == per_text:
                break


class Asked(NamedTuple):
    """A question on a sentence, not yet made harder."""

    question: str
    wording: str
    """The words of the question that ask."""
    answer: Span
    """In the sentence."""


def _asked(sentence: str, luck: Luck) -> Asked | None:
    fitting = [(row, match) for row in PATTERNS if (match := row.pattern.search(sentence))]
    if fitting and luck.random() < 0.8:
        row, match = fitting[int(luck.integers(len(fitting)))]
        asking = str(luck.choice(row.asking))
        return Asked(asking.format(match["rest"]), asking, Span(*match.span("answer")))
    found = list(_values(sentence)) if luck.random() < 0.6 else list(_names(sentence))
    if not found:
        return None
    answer, askings = found[int(luck.integers(len(found)))]
    asking = str(luck.choice(askings))
    return Asked(_clause_asking(sentence, answer, asking, luck), asking, answer)


def _values(sentence: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    for value_type, askings in VALUE_ASKING.items():
        for span in find_values(sentence, value_type):
            if value_type is ValueType.QUANTITY and span.length < 2:
                continue
            inner = Span(span.start + 1, span.end - 1) if value_type is ValueType.QUOTED else span
            yield inner, askings


def _names(sentence: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    import jieba.posseg

    at = 0
    for pair in jieba.posseg.cut(sentence):
        if pair.flag in SAYS_WHO and len(pair.word) > 1:
            yield Span(at, at + len(pair.word)), SAYS_WHO[pair.flag]
        at += len(pair.word)


def _clause_asking(sentence: str, answer: Span, asking: str, luck: Luck) -> str:
    """The clauses around the answer with the asking words in its place, or at an end."""
    starts = [m.end() for m in re.finditer(r"[,，;；:：。]", sentence[: answer.start])]
    ends = [m.start() + answer.end for m in re.finditer(r"[,，;；:：。]", sentence[answer.end :])]
    wide = luck.random() < 0.5
    start = (starts[-2:] or [0])[0] if wide else (starts or [0])[-1]
    end = (ends or [len(sentence)])[0]
    before, after = sentence[start : answer.start], sentence[answer.end : end]
    if luck.random() < 0.25:
        return (before + after)[:MOST_ASKED] + "是" + asking
    return before[-MOST_ASKED:] + asking + after[: MOST_ASKED // 2]


def _shown(
    text: str, sentence: Span, asked: Asked, neighbours: Callable[[str], Sequence[str]], luck: Luck
) -> Shown | None:
    answer = asked.answer.shift(sentence.start)
    window = around(text, answer, float(luck.random()))
    if window is None or answer.length == 0:
        return None
    words = answer.slice(text)
    others = [w.slice(text) for w in windows_of(text, WINDOW_CHARS) if words not in w.slice(text)]
    question = _harder(asked, neighbours, luck)
    return Shown(question, window.slice(text), answer.shift(-window.start), tuple(others[:2]))


def _harder(asked: Asked, neighbours: Callable[[str], Sequence[str]], luck: Luck) -> str:
    """The question with some words left out, and some said in a like word."""
    left_out, put_otherwise = luck.uniform(0.0, 0.45), luck.uniform(0.0, 0.35)
    wording = set(asked.wording)
    said = []
    for token in tokens_of(asked.question):
        asks = token.text in QUESTION_WORDS or set(token.text) <= wording
        chance = luck.random()
        if asks or chance > left_out + put_otherwise:
            said.append(token.text)
        elif chance > left_out:
            like = neighbours(token.text)
            said.append(str(luck.choice(like)) if like else token.text)
    return "".join(said)
