"""Says where a question cannot be read."""

from qa.errors import BadQuery

_AROUND = 24  # code points shown on each side


def unreadable(what: str, asked: str, start: int, end: int, advice: str) -> BadQuery:
    """Makes the error.

    Args:
        what: What is wrong, as a sentence without its full stop.
        asked: The question.
        start: Where it is wrong.
        end: The offset after it.
        advice: What to do.
    """
    before, after = asked[max(0, start - _AROUND) : start], asked[end : end + _AROUND]
    before = f"{'…' if start > _AROUND else ''}{before}"
    after = f"{after}{'…' if len(asked) > end + _AROUND else ''}"
    wrong = f"{asked[start:end][:_AROUND]}{'…' if end > start + _AROUND else ''}"
    shown = " ".join(f"{before}[{wrong}]{after}".split())
    return BadQuery(f"{what}, at character {start + 1}: “{shown}”. {advice}")
