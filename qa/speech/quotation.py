"""The quotation: words of a text that somebody said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that somebody said, as a span of a text (code points).

    Attributes:
        start: Where they begin, with the quotation mark.
        end: Where they end, after the quotation mark.
        speaker: Who said them: the fullest name that the text gives him, or what it calls him ("a spokesman").
        roles: What the text calls him beside that, such as "mayor".
        direct: Whether they stand in quotation marks, rather than being reported ("X said that ...").
    """

    start: int
    end: int
    speaker: str
    roles: tuple[str, ...] = ()
    direct: bool = True
