"""Where does everything stand on the page, and what leads to what? Layout and wiring only.

Gradio tells by the types in a handler's signature what to hand it, and cannot look up names that are imported
inside a function: so annotations are evaluated here, and are not put off as everywhere else.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

from rag.assistant import Assistant
from rag.corpus.article import Article
from rag.dialogue.understood import Understood
from rag.retrieval.explained import Explained
from rag.retrieval.filters import Filters
from ui import wording
from ui.assets import read_asset
from ui.chat import Ask, Visit, ask, ask_mended, language_of, messages, open_citation, open_reading
from ui.filter_panel import FilterParts, build_filter_panel, shown
from ui.filtering import NOTHING_WANTED, Wanted, panel
from ui.phrases_panel import PhraseParts, build_phrases_panel, said_anew, wire_phrases
from ui.welcome import Welcome, brand, welcome
from ui.why import open_why

if TYPE_CHECKING:
    import gradio

VISITS_REMEMBERED = 200
"""Browser windows whose conversation is kept; the one idle for longest is forgotten first."""

SHOW_LATEST = "() => { window.wenju.foldPhrases(); window.wenju.showLatest(); }"
FOCUS_LATEST = "() => { window.wenju.showLatest(); window.wenju.focusLatest(); }"
CLOSE_ARTICLE = "() => window.wenju.closeArticle()"
TOLD = "(_, ...rest) => [window.wenju.told(), ...rest]"
"""What the page itself does before or after an event: functions of ``SCRIPTS``."""

SCRIPTS = ("pane.js", "mending.js", "phrases.js", "why.js")
"""What runs in the pane's component; the first makes what the others add to."""

EMPTY_PANE = '<aside id="wj-sheet" hidden></aside>'


class Parts(NamedTuple):
    """The components that change after the page is open."""

    visit: "gradio.State"
    brand: "gradio.HTML"
    renew: "gradio.Button"
    switch: "gradio.Button"
    talk: "gradio.Chatbot"
    box: "gradio.Textbox"
    filters: FilterParts
    phrases: PhraseParts
    ask_on: "gradio.Button"
    ask_mended: "gradio.Button"
    """Pressed by the page itself, with the question that ``mending.js`` tells."""

    @property
    def changing(self) -> list[Any]:
        """All that a visit shown anew gives new values to."""
        own = [self.visit, self.brand, self.renew, self.switch, self.talk, self.box]
        return [*own, *self.phrases.changing, *self.filters.changing]


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
                talk = _talk()
                with gr.Row(elem_id="wj-folds"):
                    folds = build_filter_panel(), build_phrases_panel()
                box = _question_box()
                hidden = [gr.Button("", elem_id=name) for name in ("wj-ask-on", "wj-ask-mended")]
            gr.HTML(
                EMPTY_PANE,
                elem_id="wj-pane",
                js_on_load="".join(map(read_asset, SCRIPTS)),
                server_functions=[
                    _citation_opener(assistant),
                    _reading_opener(assistant),
                    _why_opener(assistant),
                ],
            )
        _wire(page, assistant, Parts(visit, head, renew, switch, talk, box, *folds, *hidden))
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


def _reading_opener(assistant: Assistant) -> Callable[[object], str]:
    def find(article_id: str) -> tuple[Article, str]:
        snapshot = assistant.snapshot()
        article = snapshot.article(article_id)
        return article, snapshot.source(article)

    def explain_article(asked: object) -> str:
        return open_reading(asked, find)

    return explain_article


def _why_opener(assistant: Assistant) -> Callable[[object], str]:
    def explain(understood: Understood, filters: Filters) -> tuple[Explained, ...]:
        return assistant.explain(understood, filters=filters)

    def explain_passage(asked: object) -> str:
        return open_why(asked, explain)

    return explain_passage


QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden", "queue": False}
"""None of the page's events is offered as an interface to programs."""


def _wire(page: "gradio.Blocks", assistant: Assistant, parts: Parts) -> None:
    """Binds each event of the page to its handler."""
    import gradio as gr

    def opened(request: gr.Request) -> list[Any]:
        return show_all(Visit(language_of(request.query_params.get("lang"))))

    def asked(question: str, visit: Visit, *values: object) -> list[Any]:
        later = _answered(assistant, question, visit.narrowed(Wanted.of(values)))
        return [later, messages(later), ""]

    def picked(visit: Visit, example: gr.SelectData, *values: object) -> list[Any]:
        return asked(example.value["text"], visit, *values)

    def renewed(visit: Visit) -> list[Any]:
        return show_all(visit.renewed())

    def switched(visit: Visit) -> list[Any]:
        return show_all(visit.switched())

    def show_all(visit: Visit) -> list[Any]:
        page_parts = _shown(visit, welcome(assistant, visit.language))
        filters = shown(assistant, visit.wanted, visit.language)
        return [*page_parts, *said_anew(visit.language), *filters]

    talking = [parts.visit, parts.talk, parts.box]
    wanted = list(parts.filters.fields)
    page.load(opened, None, parts.changing, **QUIET)
    submitted = parts.box.submit(asked, [parts.box, parts.visit, *wanted], talking, **QUIET)
    chosen = parts.talk.example_select(picked, [parts.visit, *wanted], talking, **QUIET)
    for answer in (submitted, chosen):
        answer.then(None, js=SHOW_LATEST, **QUIET)
    for button, handler in ((parts.renew, renewed), (parts.switch, switched)):
        anew = button.click(handler, [parts.visit], parts.changing, **QUIET)
        anew.then(None, js=CLOSE_ARTICLE, **QUIET)
    _wire_filters(assistant, parts)
    wire_phrases(assistant, parts.phrases, parts.visit, QUIET)
    _wire_own_questions(assistant, parts)


def _wire_own_questions(assistant: Assistant, parts: Parts) -> None:
    """The questions that are not typed into the box; what is half typed there stays."""

    def asked_on(question: str, visit: Visit, *values: object) -> list[Any]:
        return show(_answered(assistant, question, visit.narrowed(Wanted.of(values))))

    def mended(question: str, visit: Visit, *values: object) -> list[Any]:
        return show(_answered(assistant, question, visit.narrowed(Wanted.of(values)), ask_mended))

    def show(visit: Visit) -> list[Any]:
        return [visit, messages(visit)]

    told = [parts.box, parts.visit, *parts.filters.fields]
    for button, handler in ((parts.ask_on, asked_on), (parts.ask_mended, mended)):
        answer = button.click(handler, told, [parts.visit, parts.talk], js=TOLD, **QUIET)
        answer.then(None, js=FOCUS_LATEST, **QUIET)


def _wire_filters(assistant: Assistant, parts: Parts) -> None:
    import gradio as gr

    def narrowed(visit: Visit, *values: object) -> list[Any]:
        later = visit.narrowed(Wanted.of(values))
        said = panel(assistant, later.wanted, later.language)
        return [later, gr.update(label=said.heading), said.state]

    def cleared(visit: Visit) -> list[Any]:
        later = visit.narrowed(NOTHING_WANTED)
        return [later, *shown(assistant, later.wanted, later.language)]

    def asked_again(visit: Visit) -> list[Any]:
        # The new turn takes the place of the refused one, and does not lean on it.
        later = _answered(assistant, visit.last_question, visit.without_last().narrowed(NOTHING_WANTED))
        return [later, messages(later), *shown(assistant, later.wanted, later.language)]

    filters = parts.filters
    for field in filters.fields:
        state = [parts.visit, filters.fold, filters.state]
        field.change(narrowed, [parts.visit, *filters.fields], state, **QUIET)
    filters.clear.click(cleared, [parts.visit], [parts.visit, *filters.changing], **QUIET)
    answers = [parts.visit, parts.talk, *filters.changing]
    filters.again.click(asked_again, [parts.visit], answers, **QUIET).then(None, js=SHOW_LATEST, **QUIET)


def _answered(
    assistant: Assistant, question: str, visit: Visit, way: Callable[[str, Visit, Ask], Visit] = ask
) -> Visit:
    """The visit after a question to the articles that it wants, asked in one of the ways of ``ui.chat``."""
    return way(question, visit, lambda asked, talk: assistant.ask(asked, talk, filters=visit.wanted.filters))


def _shown(visit: Visit, empty: Welcome) -> list[Any]:
    """The value or the change of each of ``Parts.changing`` but the folded panels, in their order."""
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
