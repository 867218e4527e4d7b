"""Takes out the lines that a page prints around an article: whole lines of known forms only, each of them listed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from corpus.cleaning.head import Head, read_head
from corpus.cleaning.page_lines import is_page_line, says_cut_off
from corpus.metadata import Metadata
from corpus.text.folding import fold
from corpus.text.word_count import count_words

_ANYWHERE = re.compile(
    r"(?:advertisement|article continues below(?: advertisement)?|story continues below(?: advertisement)?"
    r"|share|tweet|share this (?:article|story)|share on (?:facebook|x|twitter|whatsapp|linkedin)|copy link|print"
    r"|listen to this (?:article|story)|sign up (?:for|to) (?:our|the) newsletters?|click to share.{0,40}"
    r"|(?:copyright ?)?(?:©|\(c\)) ?(?:copyright ?)?(?:19|20)\d\d\b[^.]{0,100}(?:\. all rights reserved)?\.?"
    r"|facebook ?(?:twitter|x) ?(?:whatsapp|linkedin|email)?.{0,12})",
    re.IGNORECASE,
)
_TAIL_STARTS = frozenset(
    (
        "more from author|more stories|more news|related|related articles|related stories|related posts|related topics|"
        "recommended|recommended for you|read more|read next|also read|you may also like|you might also like|most read|"
        "most popular|trending|thoughts|comments|leave a reply|leave a comment|next article|previous article|tags|"
        "share this|follow us|about the author|about the authors|author|autor|autorin|über den autor|"
        "über die autorin|zum autor|sobre el autor|sobre la autora|à propos de l’auteur|à propos de l'auteur|"
        "sull'autore|kommentare|kommentar hinzufügen|comentarios|deja un comentario|commentaires|commenti"
    ).split("|")
)
_AI_MADE = re.compile(
    r"(?:note: |disclaimer: )?this (?:content|article|story|post|text|page|report|summary) (?:is|was|has been) "
    r"(?:ai[- ]generated|(?:generated|written|produced|created|summari[sz]ed) (?:entirely |automatically )?"
    r"(?:by|with|using) (?:an? )?(?:ai\b|artificial intelligence|large language model)).{0,400}",
    re.IGNORECASE,
)
# A tail begins in the last 40 % of the lines and holds a quarter of the words at most. With whole lines of known forms
# alone, no line was lost of 2,064 posts; where a form could stand within a line, real lines of 18 were.
_TAIL_FROM = 0.6
_TAIL_SHARE = 0.25
_NOTICE_LIMIT = 500  # characters


@dataclass(frozen=True, slots=True)
class Stripped:
    """A text without the lines around it, and what these lines said.

    Attributes:
        text: What is left, line by line as it was.
        found: What the lines above the text say.
        ai_generated: Whether a line says that the text was made by a machine.
        cut_off: Whether a line says that the rest is kept for subscribers.
        dropped: Every line left out, in order.
    """

    text: str
    found: Metadata
    ai_generated: bool
    cut_off: bool
    dropped: tuple[str, ...]


def strip_boilerplate(
    text: str,
    title: str = "",
    drop_lines: Iterable[str] = (),
    *,
    loose: bool = True,
    is_outlet: Callable[[str], bool] | None = None,
) -> Stripped:
    """Takes the lines that belong to the page out of a text.

    Args:
        text: A cleaned text.
        title: The headline where it is known: lines of the head that repeat it are dropped. Where it is not
            known, a first line that looks like a headline is taken for it.
        drop_lines: More lines to drop, as an outlet prints them.
        loose: Whether a page's head and tail may stand around the text. In an export's text field, which some
            extractor has cleaned before, only the lines that mean nothing anywhere are looked for.
        is_outlet: Says whether the user knows an outlet of a name, for lines that give outlet and day above the text.
            None takes no outlet from them.
    """
    lines = text.split("\n")
    tail = _find_tail(lines) if loose else len(lines)
    extra = {fold(line) for line in drop_lines if line.strip()}
    head = read_head(lines[:tail], title, is_outlet) if loose else Head()
    gone = head.rows | set(range(tail, len(lines)))
    gone |= {row for row in range(tail) if _is_boilerplate(lines[row]) or (extra and fold(lines[row]) in extra)}
    return Stripped(
        text="\n".join(line for row, line in enumerate(lines) if row not in gone).strip("\n"),
        found=head.found,
        ai_generated=any(_AI_MADE.fullmatch(lines[row].strip()) for row in gone),
        cut_off=any(says_cut_off(lines[row]) for row in gone),
        dropped=tuple(lines[row].strip() for row in sorted(gone) if lines[row].strip()),
    )


def _find_tail(lines: list[str]) -> int:
    """Returns the row where the lines after the article begin; the number of lines when there are none."""
    words = sum(map(count_words, lines))
    for row in range(int(len(lines) * _TAIL_FROM), len(lines)):
        if fold(lines[row]).rstrip(":") in _TAIL_STARTS:
            after = sum(map(count_words, lines[row:]))
            return row if after <= _TAIL_SHARE * words else len(lines)
    return len(lines)


def _is_boilerplate(line: str) -> bool:
    stripped = line.strip()
    if not stripped or len(stripped) > _NOTICE_LIMIT:
        return False
    return bool(_ANYWHERE.fullmatch(stripped) or _AI_MADE.fullmatch(stripped)) or is_page_line(stripped)
