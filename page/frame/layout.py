"""The page itself: a drawer, its views (chat, articles, fact sheet), and (made by reader.js) the reader beside them."""

from functools import partial

import gradio as gr

from page.chat.turn import waiting_turn
from page.html import render
from page.html.scripts import tell
from qa.cite import STYLES
from qa.understand.parse import LONGEST


def build_page() -> gr.Blocks:
    """Builds the page.

    No event of it calls a function of the server: the scripts ask the server themselves. Gradio's queue would take
    longer than an answer, and a page with anything to keep on the server holds one of a browser's few connections.

    Returns:
        The page, not launched yet.
    """
    # Gradio's own styles for HTML would dress up every button and link of an answer.
    html = partial(gr.HTML, apply_default_css=False)
    page: gr.Blocks
    with gr.Blocks(
        title="Dateline", fill_height=True, fill_width=True, analytics_enabled=False, delete_cache=(3600, 86400)
    ) as page:
        with gr.Sidebar(open=False, width=320, elem_id="drawer"):
            gr.Button("New chat", elem_id="new-chat")
            html(render("conversations/list.html"))
            html(render("searches/frame.html"))
            html("<h2>Articles</h2>")
            html('<div id="index-card"></div>')
            gr.Button("Add articles", elem_id="add-articles")
            gr.Button("Refresh articles", elem_id="refresh")
            html('<p class="programs"><button type="button" class="use-api">Use via API</button></p>')
            html('<button type="button" id="show-keys">Keys (?)</button>')
        with gr.Column(elem_id="main"):
            with gr.Row(elem_id="masthead"):
                html("<h1>Dateline</h1>")
                html(render("frame/views.html"))
                html('<div id="status" role="status"></div>')
            with gr.Column(elem_id="chat"):
                html('<div id="welcome"></div>')
                html(render("frame/log.html", waiting=waiting_turn()))
            html('<section id="articles" aria-label="Articles"></section>', elem_id="articles-view")
            html(render("sheet/frame.html", styles=STYLES), elem_id="sheet-view")
            html(render("drawer/added.html") + render("chat/too_long.html", most=LONGEST), elem_id="told")
            gr.Button("Filter by outlet and day", size="sm", elem_id="filters-toggle")  # on phones only
            with gr.Row(elem_id="filters"):
                outlets = gr.Dropdown([], multiselect=True, label="Outlets", elem_id="outlets", scale=3, min_width=200)
                since = gr.Textbox(
                    label="From", placeholder="such as 28 Nov", max_length=40, elem_id="since", min_width=120
                )
                until = gr.Textbox(
                    label="Until", placeholder="such as last Monday", max_length=40, elem_id="until", min_width=120
                )
            box = gr.Textbox(
                label="Question",
                show_label=False,
                placeholder="Ask your articles a question",
                max_lines=8,  # what is pasted may be long
                submit_btn="Ask",
                autofocus=True,
                elem_id="question",
            )

            known = gr.Button("Outlets", elem_id="outlets-known")  # never seen; status.js presses it

        box.submit(None, [box, outlets, since, until], None, js=tell("dateline:ask"))
        known.click(None, None, [outlets, since, until], js=tell("dateline:filters"))
    return page
