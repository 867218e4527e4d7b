"""The styles and the scripts of the page, read once."""

from hashlib import sha256
from importlib.resources import files
from pathlib import Path


def _read(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")


_COLOURS = _read("page.frame", "colours.css")
_QUOTED = "".join(
    _read(f"page.{folder}", f"{name}.css")
    for folder, name in (("chat", "passages"), ("reader", "article"), ("outlets", "comparison"))
)

ARTICLE_STYLES = _COLOURS + _QUOTED + _read("page.reader", "page.css")

# Inside the page the rules of quotations stand under two ids: Gradio's own rules for text would win over plain classes.
# All goes into the head and not into Gradio's ``css``, which would confine every rule to Gradio's part of the page.
_PAGE_STYLES = f"{_COLOURS} #chat, #reader {{ {_QUOTED} }} {_read('page.frame', 'page.css')}"
_SCRIPTS = "\n".join(
    _read(f"page.{folder}", f"{name}.js")
    for folder, name in (
        ("frame", "page"),
        ("frame", "status"),
        ("reader", "reader"),
        ("passage", "passage"),
        ("chat", "chat"),
        ("outlets", "outlets"),
        ("drawer", "upload"),
        ("drawer", "refresh"),
    )
)


def corpus_id(index: Path) -> str:
    """Returns what tells the articles of one index from those of another, in the page and in its browser."""
    return sha256(str(index).encode("utf-8", "surrogateescape")).hexdigest()[:12]


def page_head(index: Path) -> str:
    """Returns what the page's head holds beside Gradio's own.

    Args:
        index: Folder of the index; a browser keeps the conversations of each apart.
    """
    told = f'<meta name="dateline-corpus" content="{corpus_id(index)}">'
    return f"{told}<style>{_PAGE_STYLES}</style><script>{_SCRIPTS}</script>"
