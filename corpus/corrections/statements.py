"""Cuts the text of a TOML file into statements, so that one can be changed while every other byte stays.

Libraries that keep comments put the tables of an array together when they print a file, and so move the comments and
tables that stand between them.
"""

import re
import tomllib
from datetime import date

from corpus.metadata.toml_text import quoted

Value = str | bool | date | tuple[str, ...]

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""(?:"{0,2})'  # its last quotes may be followed by two of its own
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*"
    r"|[\[\]{}\n]"
    r"|[^\[\]{}\n\"'#]+",
    re.DOTALL,
)


def cut_statements(text: str) -> list[str]:
    """Cuts a text that is valid TOML into headers, pairs, comments and empty lines; put together they are the text."""
    statements, begins, depth = list[str](), 0, 0
    for token in _TOKEN.finditer(text):
        if token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth -= 1
        elif token[0] == "\n" and not depth:
            statements.append(text[begins : token.end()])
            begins = token.end()
    return [*statements, text[begins:]] if begins < len(text) else statements


def is_header(statement: str) -> bool:
    """Says whether a statement begins a table."""
    return statement.lstrip().startswith("[")


def is_pair(statement: str) -> bool:
    """Says whether a statement gives a key its value."""
    return bool(statement.strip()) and not statement.lstrip().startswith(("[", "#"))


def key_of(pair: str) -> str:
    """Returns the key of a pair."""
    return next(iter(tomllib.loads(pair)))


def comments_in(statement: str) -> list[str]:
    """Returns the comments of a statement, those inside of its value too, without the ends of their lines."""
    return [token[0].rstrip("\r") for token in _TOKEN.finditer(statement) if token[0].startswith("#")]


def with_value(pair: str, value: Value) -> str:
    """Returns a pair with another value; its comments stay, those that stood inside of its value as lines before it."""
    body = pair.rstrip("\r\n")
    end, tail = pair[len(body) :], ""
    comments = comments_in(pair)
    if comments and body.endswith(comments[-1]):
        tail = body[len(body.removesuffix(comments[-1]).rstrip()) :]
        comments.pop()
    indent = pair[: len(pair) - len(pair.lstrip())]
    before = "".join(f"{indent}{comment}{line_end(pair)}" for comment in comments)
    return f"{before}{indent}{written_pair(key_of(pair), value)}{tail}{end}"


def without_value(pair: str) -> str:
    """Returns what stays of a pair that is taken back: its comments, each on a line of its own."""
    return "".join(f"{comment}{line_end(pair)}" for comment in comments_in(pair))


def line_end(text: str) -> str:
    """Returns how the lines of a text end."""
    return "\r\n" if "\r\n" in text else "\n"


def written_pair(key: str, value: Value) -> str:
    """Returns a pair as it is written in a file, without the end of its line."""
    return f"{key} = {_written(value)}"


def _written(value: Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case tuple():
            return f"[{', '.join(map(quoted, value))}]"
        case _:
            return quoted(value)
