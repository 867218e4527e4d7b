"""HTML out of templates: the ``.html`` files beside the modules of the page, named by their paths.

Everything that a template prints is escaped, so what comes from an article stays words wherever it is shown.
"""

import re
from collections.abc import Callable, Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from page.html.addresses import original, passage_path, whole_path
from page.html.colours import outlet_colour
from page.html.styles import ARTICLE_STYLES
from qa.render import wording

# What a template may say of a value: ``{{ citation.published|day }}``.
_FILTERS: tuple[Callable[..., object], ...] = (
    *(original, passage_path, whole_path, outlet_colour),
    *(wording.counted, wording.day, wording.flags, wording.matching_words, wording.source_line, wording.wordings),
    *(wording.alike_lines, wording.figures_line, wording.without_line),
)
_LINE_END = re.compile(r"\s*\n\s*")
_AMONG_WORDS = re.compile(r"(?<=[^\s>])\s*\n\s*(?=[^\s<])")


class _Unbroken(Extension):
    """Takes the line breaks out of a template: among words they become a space, beside tags and values nothing."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            is_text = token.type == "data"
            text = _LINE_END.sub("", _AMONG_WORDS.sub(" ", token.value)) if is_text else token.value
            yield Token(token.lineno, token.type, text)


def _on_one_line(value: object) -> object:
    """Shows the line breaks of a text; an attribute keeps them as they are when it prints ``value|e``."""
    if type(value) is str and ("\n" in value or "\r" in value):  # Markup is another type
        return Markup(str(escape(value)).replace("\r", "&#13;").replace("\n", "<br>"))
    return value


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("page", ""),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_on_one_line,
        extensions=[_Unbroken],
        auto_reload=False,
    )
    environment.globals["article_styles"] = Markup(ARTICLE_STYLES)
    environment.filters |= {function.__name__: function for function in _FILTERS}
    return environment


ENVIRONMENT = _environment()
_TEMPLATES = {name: ENVIRONMENT.get_template(name) for name in ENVIRONMENT.list_templates(extensions=["html"])}


def render(template: str, **values: object) -> Markup:
    """Returns the HTML of a template; all of it is in one line.

    Args:
        template: Its path in the package, such as ``"chat/answer.html"``.
        **values: What it prints. A text is escaped; HTML is what another template returned.

    Raises:
        jinja2.UndefinedError: The template prints something that is not given.
    """
    return Markup(_TEMPLATES[template].render(values))
