"""Where does the panel of phrases stand, and what leads to what in it? Layout and wiring only; see ``ui.phrases``.

Annotations are evaluated here, as in ``ui.app``.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

from rag.assistant import Assistant
from rag.errors import Language
from ui import wording
from ui.chat import Visit
from ui.phrases import phrase_list, state, waiting, write

if TYPE_CHECKING:
    import gradio

TICKED = "(line, visit) => [window.wenju.withTicked(line), visit]"
KEEP_TICKS = "() => window.wenju.keepTicks()"
"""Functions of ``phrases.js``."""


class PhraseParts(NamedTuple):
    """The components of the panel."""

    fold: "gradio.Accordion"
    offered: "gradio.HTML"
    own: "gradio.Textbox"
    button: "gradio.Button"
    state: "gradio.HTML"

    @property
    def changing(self) -> list[Any]:
        """All that :func:`said_anew` gives new values to, in its order."""
        return list(self)


def build_phrases_panel() -> PhraseParts:
    """The panel, folded and empty; to be called where it is to stand."""
    import gradio as gr

    with gr.Accordion(wording.PHRASES.zh, open=False, elem_id="wj-phrases") as fold:
        offered = gr.HTML(waiting("zh"), elem_id="wj-phrases-offered")
        with gr.Row(elem_id="wj-phrases-write"):
            own = gr.Textbox(
                "",
                label=wording.PHRASES_OWN.zh,
                placeholder=wording.PHRASES_OWN_HOW.zh,
                show_label=False,
                container=False,
                max_lines=1,
                elem_id="wj-phrases-own",
            )
            button = gr.Button(wording.PHRASES_WRITE.zh, elem_id="wj-phrases-add", size="sm", min_width=0)
        said = gr.HTML("", elem_id="wj-phrases-state")
    return PhraseParts(fold, offered, own, button, said)


def said_anew(language: Language) -> list[Any]:
    """The change of each of ``PhraseParts.changing``: folded again, nothing looked through, in this language."""
    import gradio as gr

    return [
        gr.update(label=wording.PHRASES.say(language), open=False),
        waiting(language),
        gr.update(
            value="",
            label=wording.PHRASES_OWN.say(language),
            placeholder=wording.PHRASES_OWN_HOW.say(language),
        ),
        gr.update(value=wording.PHRASES_WRITE.say(language)),
        "",
    ]


def wire_phrases(
    assistant: Assistant, parts: PhraseParts, visit: "gradio.State", options: dict[str, Any]
) -> None:
    """Binds what happens in the panel; ``options`` are those of every event of the page."""
    import gradio as gr

    def opened(visit: Visit) -> list[str]:
        return [phrase_list(assistant, visit.language), state(assistant, visit.language)]

    def written(lines: str, visit: Visit) -> list[Any]:
        news = write(assistant, lines, visit.language)
        said = state(assistant, visit.language, news)
        if not news.written:
            return [gr.skip(), said, gr.skip()]  # what is ticked and typed stays, to be mended
        return [phrase_list(assistant, visit.language), said, ""]

    parts.fold.expand(opened, [visit], [parts.offered, parts.state], **options)
    told = [parts.offered, parts.state, parts.own]
    for event in (parts.button.click, parts.own.submit):
        event(written, [parts.own, visit], told, js=TICKED, **options).then(None, js=KEEP_TICKS, **options)
