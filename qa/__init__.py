"""Question to cited passages."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.opening import open_answerer

__all__ = ["open_answerer"]


def __getattr__(name: str) -> object:
    """Gives `open_answerer`, imported when it is first asked for: whoever reads settings needs nothing that answers."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from qa import opening

    return getattr(opening, name)
