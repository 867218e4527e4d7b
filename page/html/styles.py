"""The styles of the page, each beside its view, read once."""

from pathlib import Path

_PAGE = Path(__file__).resolve().parents[1]


def _read(*names: str) -> str:
    return "".join((_PAGE / f"{name}.css").read_text(encoding="utf-8") for name in names)


_COLOURS = _read("frame/colours")
_QUOTED = _read("chat/passages", "chat/said", "chat/listing", "reader/article", "outlets/comparison")

ARTICLE_STYLES = _COLOURS + _QUOTED + _read("reader/page")

# Inside the page the rules of quotations stand under two ids: Gradio's own rules for text would win over plain classes.
_VIEWS = _read(
    "frame/frame",
    "frame/views",
    "frame/dialogs",
    "articles/articles",
    "chat/chat",
    "frame/welcome",
    "chat/question",
    "drawer/drawer",
    "conversations/conversations",
    "searches/searches",
    "drawer/upload",
    "reader/reader",
    "frame/keys",
    "sheet/sheet",
    "corrections/corrections",
    "frame/phone",
    "frame/print",
)
_PICTURES = _read("pictures/pictures")
PAGE_STYLES = (
    f"{_COLOURS} #chat, #reader, #articles, #sheet {{ {_QUOTED} }} #chat, #articles {{ {_PICTURES} }} {_VIEWS}"
)
