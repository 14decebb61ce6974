"""Where do the fields of the filters stand, and how do they look anew? Layout only; see ``ui.filtering``."""

from typing import TYPE_CHECKING, Any, NamedTuple

from rag.assistant import Assistant
from rag.errors import Language
from ui import wording
from ui.filtering import CHOSEN, Wanted, choices, facets_now, hints, panel

if TYPE_CHECKING:
    import gradio

FIELDS = tuple(Wanted.__dataclass_fields__)


class FilterParts(NamedTuple):
    """The components of the panel."""

    fold: "gradio.Accordion"
    state: "gradio.HTML"
    clear: "gradio.Button"
    again: "gradio.Button"
    """Pressed by the page itself where a reply offers to drop the filters."""
    fields: tuple["gradio.Dropdown | gradio.Textbox", ...]
    """In the order of ``Wanted``."""

    @property
    def changing(self) -> list[Any]:
        """All that :func:`shown` gives new values to, in its order."""
        return [self.fold, self.state, self.clear, *self.fields]


def build_filter_panel() -> FilterParts:
    """The panel, folded, without values yet; to be called where it is to stand."""
    import gradio as gr

    with gr.Accordion(wording.FILTERS.zh, open=False, elem_id="wj-filter") as fold:
        with gr.Row(elem_id="wj-filter-fields"):
            fields = tuple(_field(name) for name in FIELDS)
        with gr.Row(elem_id="wj-filter-foot"):
            state = gr.HTML("", elem_id="wj-filter-state")
            clear = gr.Button(wording.CLEAR_FILTERS.zh, elem_id="wj-filter-clear", size="sm", min_width=0)
    again = gr.Button("", elem_id="wj-filter-again")
    return FilterParts(fold, state, clear, again, fields)


def _field(name: str) -> "gradio.Dropdown | gradio.Textbox":
    import gradio as gr

    label = wording.FILTER_NAMES[name].zh
    common: dict[str, Any] = {"label": label, "elem_id": f"wj-filter-{name}", "min_width": 140}
    if name in CHOSEN:
        return gr.Dropdown([(wording.ANY.zh, "")], value="", allow_custom_value=True, **common)
    return gr.Textbox("", max_lines=1, **common)


def shown(assistant: Assistant, wanted: Wanted, language: Language) -> list[Any]:
    """The change of each of ``FilterParts.changing``: the words of a language, the values of the index."""
    import gradio as gr

    facets = facets_now(assistant)
    offered, hint = choices(facets, language), hints(facets)
    said = panel(assistant, wanted, language)
    changes = []
    for name, value in zip(FIELDS, wanted.words, strict=True):
        own: dict[str, Any] = {"choices": offered[name]} if name in offered else {}
        if name in hint:
            own["placeholder"] = hint[name]
        changes.append(gr.update(label=wording.FILTER_NAMES[name].say(language), value=value, **own))
    return [
        gr.update(label=said.heading),
        said.state,
        gr.update(value=wording.CLEAR_FILTERS.say(language)),
        *changes,
    ]
