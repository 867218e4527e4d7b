"""What an empty chat shows: what to expect, and what to do first."""

from page.drawer.status import Status
from page.html.markup import escaped

_PROMISE = (
    '<p class="promise">Answers are quotes, word for word.</p>'
    "<p>Each comes with its outlet, its date and its place in the article.</p>"
)
_ADD = '<button type="button" class="add-articles">choose them</button>'
_NO_ARTICLES = (
    f'<p class="nothing"><b>There are no articles to ask yet.</b> Drag files onto this page, or {_ADD}: they are '
    "copied into your folder of articles and can be asked at once.</p>"
)
_MORE_ARTICLES = f'<p class="more-articles">To add articles of your own, drag files onto this page, or {_ADD}.</p>'


def welcome_to_html(status: Status) -> str:
    """Returns what stands in the chat while nothing has been asked.

    Args:
        status: What the desk is doing and what the index holds.
    """
    if not status.outlets:
        return f'<div class="welcome">{_PROMISE}{"" if status.busy else _NO_ARTICLES}</div>'
    buttons = "".join(
        f'<li><button type="button" class="example"><span class="words" dir="auto">{escaped(example.asked)}</span> '
        f'<span class="about">{escaped(example.about)}</span></button></li>'
        for example in status.examples
    )
    listed = f'<ul class="examples" aria-label="Questions to begin with">{buttons}</ul>'
    offered = f"<h2>Begin with what your articles report</h2>{listed}" if buttons else ""
    return f'<div class="welcome">{_PROMISE}{offered}{_MORE_ARTICLES}</div>'
