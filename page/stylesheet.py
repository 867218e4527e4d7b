"""The styles and the script of the page, read once."""

from importlib.resources import files


def _read(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")


_COLOURS = _read("qa.render", "colours.css")
_QUOTED = _read("qa.render", "passages.css") + _read("qa.render", "article.css")

ARTICLE_STYLES = _COLOURS + _QUOTED + _read("page", "article_page.css")

# Inside the page the rules of quotations stand under two ids: Gradio's own rules for text would win over plain classes.
# All goes into the head and not into Gradio's ``css``, which would confine every rule to Gradio's part of the page.
_PAGE_STYLES = f"{_COLOURS} #chat, #reader {{ {_QUOTED} }} {_read('page', 'page.css')}"
HEAD = f"<style>{_PAGE_STYLES}</style><script>{_read('page', 'page.js')}</script>"
