"""The page itself: a drawer, the chat with its filters, and (made by page.js) the reader beside it."""

from collections.abc import Sequence
from typing import Any

import gradio as gr

from page.chat import Chat
from page.desk import Desk
from page.handlers import Handlers

LONGEST_QUESTION = 500  # characters

WELCOME = (
    '<div class="welcome"><p class="promise">Answers are quotes, word for word.</p>'
    "<p>Each comes with its outlet, its date and its place in the article.</p></div>"
)


def build_theme() -> gr.themes.Base:
    """Returns the theme: colours from colours.css, and the one bundled font that is complete in both its weights."""
    return gr.themes.Base(
        font=[gr.themes.LocalFont("Source Sans Pro", weights=(400, 700)), "system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
        radius_size=gr.themes.sizes.radius_sm,
    ).set(**{
        f"{name}{mode}": value
        for mode in ("", "_dark")
        for name, value in {
            "body_background_fill": "var(--paper)",
            "body_text_color": "var(--ink)",
            "body_text_color_subdued": "var(--quiet)",
            "background_fill_primary": "var(--sheet)",
            "background_fill_secondary": "var(--paper)",
            "block_background_fill": "transparent",
            "block_border_width": "0px",
            "block_label_text_color": "var(--quiet)",
            "block_title_text_color": "var(--quiet)",
            "border_color_primary": "var(--rule)",
            "input_background_fill": "var(--sheet)",
            "input_border_color": "var(--quiet)",
            "input_border_color_focus": "var(--accent)",
            "input_placeholder_color": "var(--quiet)",
            "link_text_color": "var(--accent)",
            "link_text_color_hover": "var(--accent)",
            "link_text_color_visited": "var(--accent)",
            "button_primary_background_fill": "var(--ink)",
            "button_primary_background_fill_hover": "var(--accent)",
            "button_primary_text_color": "var(--paper)",
            "button_secondary_background_fill": "var(--sheet)",
            "button_secondary_background_fill_hover": "var(--paper)",
            "button_secondary_text_color": "var(--ink)",
            "button_secondary_border_color": "var(--rule)",
            "error_text_color": "var(--accent)",
            "error_border_color": "var(--accent)",
        }.items()
    })  # fmt: skip


def build_page(desk: Desk, examples: Sequence[str] = ()) -> gr.Blocks:
    """Builds the page.

    Args:
        desk: What the page works on.
        examples: Questions offered while the chat is empty.

    Returns:
        The page, not launched yet.
    """
    handlers = Handlers(desk)
    page: gr.Blocks
    with gr.Blocks(
        title="Dateline", fill_height=True, fill_width=True, analytics_enabled=False, delete_cache=(3600, 86400)
    ) as page:
        chat, shown = gr.State(Chat()), gr.State(None)
        with gr.Sidebar(open=False, width=300, elem_id="drawer"):
            fresh = gr.Button("New chat", elem_id="new-chat")
            gr.HTML('<h2 class="drawer-title">Articles</h2>')
            card = gr.HTML(elem_id="index-card")
            refresh = gr.Button("Refresh articles", elem_id="refresh")
        with gr.Column(elem_id="main"):
            with gr.Row(elem_id="masthead"):
                gr.HTML("<h1>Dateline</h1>")
                line = gr.HTML(elem_id="status")
            window = gr.Chatbot(
                elem_id="chat",
                label="Questions and answers",
                show_label=False,
                layout="panel",
                scale=1,
                height="100%",
                autoscroll=False,
                latex_delimiters=[],
                sanitize_html=True,
                allow_tags=False,
                buttons=[],
                feedback_options=None,
                placeholder=WELCOME,
                examples=[{"text": example} for example in examples],
            )
            gr.Button(
                "Filter by outlet and day", size="sm", elem_id="filters-toggle"
            )  # on phones only; page.js opens them
            with gr.Row(elem_id="filters"):
                outlets = gr.Dropdown([], multiselect=True, label="Outlets", elem_id="outlets", scale=3, min_width=200)
                since = gr.Textbox(
                    label="From", placeholder="YYYY-MM-DD", max_length=10, elem_id="since", min_width=120
                )
                until = gr.Textbox(
                    label="Until", placeholder="YYYY-MM-DD", max_length=10, elem_id="until", min_width=120
                )
            box = gr.Textbox(
                label="Question",
                show_label=False,
                placeholder="Ask your articles a question",
                max_length=LONGEST_QUESTION,
                submit_btn="Ask",
                autofocus=True,
                elem_id="question",
            )

        fields = [box, outlets, since, until, chat]
        asking: dict[str, Any] = {
            "inputs": fields,
            "outputs": [window, chat, box],
            "concurrency_limit": 4,
            "concurrency_id": "ask",
            "show_progress": "hidden",
            "api_visibility": "private",
        }
        quick: dict[str, Any] = {"queue": False, "show_progress": "hidden", "api_visibility": "private"}
        # A question sent while another is being answered waits; "once" would drop it without a word.
        box.submit(handlers.ask, validator=handlers.check, trigger_mode="always_last", **asking)
        window.example_select(handlers.example, None, [box], **quick).then(handlers.ask, **asking)
        fresh.click(handlers.new_chat, None, [window, chat, box], **quick)
        news = [line, card, refresh, outlets, shown]
        refresh.click(handlers.refresh, None, news, **quick)
        gr.Timer(1).tick(handlers.watch, [shown], news, **quick)
        page.load(handlers.watch, None, news, **quick)
    return page
