"""``wenju phrases``: which set phrases and abbreviations do the articles use, and which are in the dictionary?"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from rag.errors import Words
from ui.cli.options import IndexOption, JsonOption
from ui.cli.output import result, result_object, word
from ui.cli.session import session_of


def phrases(
    context: typer.Context,
    index: IndexOption = None,
    add: Annotated[
        list[str] | None,
        typer.Option(
            "--add",
            metavar="ENTRY",
            help="写入提法词典，如 “三会一课” 或 “职代会 = 职工代表大会”，可写多次 · add an entry to the dictionary",
        ),
    ] = None,
    most: Annotated[int, typer.Option("--most", min=1, metavar="N", help="每类最多几条 · of each kind")] = 30,
    *,
    json: JsonOption = False,
) -> None:
    """列出文章里的提法与简称，供选入提法词典。 List set phrases for the dictionary."""
    from rag.index.snapshot import open_snapshot
    from rag.wording.candidates import candidates
    from rag.wording.dictionary_file import CurrentDictionary, add_phrases
    from ui.phrases import first_of_each
    from ui.wording import PHRASE_KINDS

    session = session_of(context)
    path = session.phrases(index)
    if add:
        added = add_phrases(path, add)
        word(session.say(Words(f"已写入 {added} 条：{path}", f"{added} entries added: {path}")))
        return
    snapshot = open_snapshot(session.index(index), session.settings.generations)
    found = first_of_each(candidates(snapshot.articles(), CurrentDictionary(path).get()), most)
    for one in found:
        if json:
            result_object(asdict(one))
        else:
            kind = session.say(PHRASE_KINDS[one.kind])
            result("\t".join((one.entry, kind, str(one.count), one.file, one.example)))
    word(session.say(Words(f"词典：{path}", f"dictionary: {path}")))
