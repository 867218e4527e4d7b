"""Names of authors, parted into given name and surname, as most styles and all reference managers want them."""

from dataclasses import dataclass

from corpus.metadata.authors.persons import INITIALS, is_person, is_role

_PARTICLES = frozenset("da de del della den der di do dos du la le ten ter van vom von zu zur bin ibn al el".split())
_SUFFIXES = frozenset("jr jr. sr sr. ii iii iv".split())


@dataclass(frozen=True, slots=True)
class Name:
    """The name of an author.

    Attributes:
        whole: As the article gives it.
        family: The surname, with what belongs before it ("van der Berg"); empty where the name is no person's, or
            cannot be parted: an agency, a desk, a single name.
        given: What stands before the surname.
        suffix: What stands behind it, such as ``"Jr."``.
    """

    whole: str
    family: str = ""
    given: str = ""
    suffix: str = ""


def read_name(whole: str) -> Name:
    """Parts a name: the surname is the last word with the particles before it."""
    words = whole.replace(",", " ").split()
    suffix = words.pop() if len(words) > 2 and words[-1].casefold() in _SUFFIXES else ""
    if len(words) < 2 or is_role(whole) or not is_person(" ".join(words)) or INITIALS.fullmatch(words[-1]):
        return Name(whole)
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold() in _PARTICLES:
        first -= 1
    return Name(whole, " ".join(words[first:]), " ".join(words[:first]), suffix)
