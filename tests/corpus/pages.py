"""Web pages that tests write."""

import json

PARAGRAPHS = (
    "The council voted on Tuesday to close the old swimming pool, and nobody who spoke in the hall was in favour.",
    "Repairs would cost four million, said the treasurer, who had asked three companies for offers in the spring.",
    "A group of swimmers wants to collect signatures until the summer, and hopes for a vote of all the town's people.",
)
TITLE = "Council closes the old swimming pool"


def page(head: str = "", body: str = "", data: object = None, title: str = f"{TITLE} | Quillport Ledger") -> str:
    """A page with a headline, an article of three paragraphs, and what a test adds to its head or body."""
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data is not None else ""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    menu = "".join(f'<li><a href="/s{row}">Section number {row} of the site</a></li>' for row in range(12))
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>{title}</title>{head}{script}</head><body>"
        f"<nav><ul>{menu}</ul></nav><main><article><h1>{TITLE}</h1>{body}{text}</article></main>"
        f"<footer><p>All rights reserved</p></footer></body></html>"
    )


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'
