"""What the head of the page holds beside Gradio's own: its styles, and where its scripts are."""

from hashlib import sha256
from pathlib import Path

from page.html.scripts import SCRIPTS_PATH
from page.html.styles import PAGE_STYLES


def corpus_id(index: Path) -> str:
    """Returns what tells the articles of one index from those of another, in the page and in its browser."""
    return sha256(str(index).encode("utf-8", "surrogateescape")).hexdigest()[:12]


def page_head(index: Path) -> str:
    """Returns the HTML.

    All styles go here and not into Gradio's ``css``, which would confine every rule to Gradio's part of the page.

    Args:
        index: Folder of the index; a browser keeps the conversations of each apart.
    """
    told = f'<meta name="dateline-corpus" content="{corpus_id(index)}">'
    return f'{told}<style>{PAGE_STYLES}</style><script type="module" src="{SCRIPTS_PATH}frame/main.js"></script>'
