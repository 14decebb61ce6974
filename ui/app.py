"""Where does everything stand on the page, and what leads to what? Layout and wiring only.

Gradio tells by the types in a handler's signature what to hand it, and cannot look up names that are imported
inside a function: so annotations are evaluated here, and are not put off as everywhere else.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from rag.assistant import Assistant
from rag.corpus.article import Article
from ui import wording
from ui.assets import read_asset
from ui.chat import Visit, ask, language_of, messages, open_citation
from ui.welcome import Welcome, brand, welcome

if TYPE_CHECKING:
    import gradio

VISITS_REMEMBERED = 200
"""Browser windows whose conversation is kept; the one idle for longest is forgotten first."""

SHOW_LATEST = "() => window.wenju.showLatest()"
CLOSE_ARTICLE = "() => window.wenju.closeArticle()"
"""What the page itself does after an event: functions of ``pane.js``."""

EMPTY_PANE = '<aside id="wj-sheet" hidden></aside>'


class Parts(NamedTuple):
    """The components that change after the page is open."""

    visit: "gradio.State"
    brand: "gradio.HTML"
    renew: "gradio.Button"
    switch: "gradio.Button"
    talk: "gradio.Chatbot"
    box: "gradio.Textbox"


def build_page(assistant: Assistant) -> "gradio.Blocks":
    """The whole page, not yet served."""
    import gradio as gr

    page = gr.Blocks(title="问据 WenJu", fill_width=True, analytics_enabled=False)
    with page:
        visit = gr.State(Visit())
        with gr.Row(elem_id="wj-top"):
            head = gr.HTML(brand("zh"), elem_id="wj-brand")
            renew = gr.Button(wording.NEW_CONVERSATION.zh, elem_id="wj-new", size="sm", min_width=0)
            switch = gr.Button(wording.OTHER_LANGUAGE.zh, elem_id="wj-language", size="sm", min_width=0)
        with gr.Row(elem_id="wj-main"):
            with gr.Column(elem_id="wj-chat"):
                talk, box = _talk(), _question_box()
            gr.HTML(
                EMPTY_PANE,
                elem_id="wj-pane",
                js_on_load=read_asset("pane.js"),
                server_functions=[_citation_opener(assistant)],
            )
        _wire(page, assistant, Parts(visit, head, renew, switch, talk, box))
    page.state_session_capacity = VISITS_REMEMBERED
    return page


def _talk() -> "gradio.Chatbot":
    import gradio as gr

    return gr.Chatbot(
        elem_id="wj-talk",
        label=wording.CONVERSATION.zh,
        show_label=False,
        container=False,
        autoscroll=False,
        height=None,
        buttons=[],
        latex_delimiters=[],
        group_consecutive_messages=False,
    )


def _question_box() -> "gradio.Textbox":
    import gradio as gr

    return gr.Textbox(
        elem_id="wj-box",
        label=wording.QUESTION.zh,
        placeholder=wording.ASK_HERE.zh,
        show_label=False,
        container=False,
        autofocus=True,
        submit_btn=True,
        max_lines=6,
    )


def _citation_opener(assistant: Assistant) -> Callable[[object], str]:
    def find(article_id: str) -> Article:
        return assistant.snapshot().article(article_id)

    def open_article(asked: object) -> str:
        return open_citation(asked, find)

    return open_article


def _wire(page: "gradio.Blocks", assistant: Assistant, parts: Parts) -> None:
    """Binds each event of the page to its handler; none of them is offered as an interface to programs."""
    import gradio as gr

    def opened(request: gr.Request) -> list[Any]:
        return show_all(Visit(language_of(request.query_params.get("lang"))))

    def asked(question: str, visit: Visit) -> list[Any]:
        later = ask(question, visit, assistant.ask)
        return [later, messages(later), ""]

    def picked(visit: Visit, example: gr.SelectData) -> list[Any]:
        return asked(example.value["text"], visit)

    def renewed(visit: Visit) -> list[Any]:
        return show_all(visit.renewed())

    def switched(visit: Visit) -> list[Any]:
        return show_all(visit.switched())

    def show_all(visit: Visit) -> list[Any]:
        return _shown(visit, welcome(assistant, visit.language))

    talking = [parts.visit, parts.talk, parts.box]
    quiet: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden", "queue": False}
    page.load(opened, None, list(parts), **quiet)
    parts.box.submit(asked, [parts.box, parts.visit], talking, **quiet).then(None, js=SHOW_LATEST, **quiet)
    parts.talk.example_select(picked, [parts.visit], talking, **quiet).then(None, js=SHOW_LATEST, **quiet)
    parts.renew.click(renewed, [parts.visit], list(parts), **quiet).then(None, js=CLOSE_ARTICLE, **quiet)
    parts.switch.click(switched, [parts.visit], list(parts), **quiet).then(None, js=CLOSE_ARTICLE, **quiet)


def _shown(visit: Visit, empty: Welcome) -> list[Any]:
    """The value or the change of each of ``Parts``, in their order."""
    import gradio as gr

    language = visit.language
    return [
        visit,
        brand(language),
        gr.update(value=wording.NEW_CONVERSATION.say(language)),
        gr.update(value=wording.OTHER_LANGUAGE.say(language)),
        gr.update(
            value=messages(visit),
            label=wording.CONVERSATION.say(language),
            placeholder=empty.html,
            examples=[{"text": question} for question in empty.examples],
        ),
        gr.update(value="", placeholder=wording.ASK_HERE.say(language), label=wording.QUESTION.say(language)),
    ]
