"""The page itself: a drawer, the chat with its filters, and (made by reader.js) the reader beside it."""

from functools import partial

import gradio as gr

from page.chat.ask import LONGEST_QUESTION
from page.chat.turn import waiting_turn
from page.html.scripts import call

# The turns are not a component's value: a chat component is sent whole and drawn whole with every turn, so that a long
# chat gets slow. chat.js adds each turn to this element once and for all.
_LOG = (
    '<div id="log" role="log" aria-label="Questions and answers"></div>'
    f'<template id="waiting-template">{waiting_turn()}</template>'
)
# What the scripts fill.
_TEMPLATES = """\
<template id="reader-template"><aside id="reader" aria-label="Article" hidden><div class="bar">
<button type="button" class="close">Close<span class="wide"> (Esc)</span></button>
<span class="steps" hidden><button type="button" class="previous" aria-label="Previous cited passage">‹</button>
<span class="step"></span><button type="button" class="next" aria-label="Next cited passage">›</button></span>
<a class="whole" target="_blank">Open as <span class="wide">a </span>page</a></div>
<div class="page" tabindex="0"></div></aside></template>
<template id="sure-template"><dialog id="sure" aria-labelledby="sure-question"><form method="dialog">
<p id="sure-question"></p><p class="refused error" role="alert"></p><div>
<button value="" autofocus>Leave it as it is</button><button type="button" class="yes"></button></div>
</form></dialog></template>
<template id="conversation-template"><li><button type="button" class="conversation"><span class="title"></span>
<span class="when"></span></button><button type="button" class="forget">×</button></li></template>
<template id="next-template"><nav class="next" aria-label="Questions to go on with"><h3>Go on with</h3>
<button type="button" class="example"></button></nav></template>"""
_CONVERSATIONS = (
    '<h2>Conversations</h2><ul id="conversations"></ul>'
    '<div id="export" role="group" aria-label="Save this conversation with its sources">Save this one as'
    '<button type="button" data-form="markdown">Markdown</button><button type="button" data-form="csv">CSV</button>'
    '<button type="button" data-form="json">JSON</button></div>'
)
_ADDED = (
    '<section id="added" aria-label="Added articles" hidden><div role="status"><ul></ul></div>'
    '<button type="button" aria-label="Close">×</button></section>'
)


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
            html(_CONVERSATIONS)
            html("<h2>Articles</h2>")
            html('<div id="index-card"></div>')
            gr.Button("Add articles", elem_id="add-articles")
            gr.Button("Refresh articles", elem_id="refresh")
        with gr.Column(elem_id="main"):
            with gr.Row(elem_id="masthead"):
                html("<h1>Dateline</h1>")
                html('<div id="status" role="status"></div>')
            with gr.Column(elem_id="chat"):
                html('<div id="welcome"></div>')
                html(_LOG + _TEMPLATES)
            html(_ADDED, elem_id="told")
            gr.Button("Filter by outlet and day", size="sm", elem_id="filters-toggle")  # on phones only
            with gr.Row(elem_id="filters"):
                outlets = gr.Dropdown([], multiselect=True, label="Outlets", elem_id="outlets", scale=3, min_width=200)
                since = gr.Textbox(
                    label="From", placeholder="YYYY-MM-DD", max_length=40, elem_id="since", min_width=120
                )
                until = gr.Textbox(
                    label="Until", placeholder="YYYY-MM-DD", max_length=40, elem_id="until", min_width=120
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

            known = gr.Button("Outlets", elem_id="outlets-known")  # never seen; status.js presses it

        box.submit(None, [box, outlets, since, until], None, js=call("chat/chat.js", "ask"))
        known.click(None, None, outlets, js=call("drawer/status.js", "outletChoices"))
    return page
