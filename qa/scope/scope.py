"""What a question says of where to look, apart from what it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa.language import content_terms
from qa.language.terms import is_long
from qa.language.timeless import is_written, times_in
from qa.question import Facet, Filters
from qa.scope.author_names import AuthorNames
from qa.scope.exclusions import find_exclusions
from qa.scope.frames import COLLECTION, LOOSE, SCOPE, TOPICS
from qa.scope.mask import QUOTED, SOURCE, TOPIC, cover, is_whole, left, mask, take_out, uncover
from qa.scope.mention import Mention
from qa.scope.outlet_names import OutletNames, parts

TELLING = 0.2  # of the question's content terms, for a part of it to be searched for by itself


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a question says to look.

    Attributes:
        text: The question.
        outlets: Where it names outlets whose articles it asks for.
        authors: Where it names authors, likewise.
        without: Display names of outlets that it leaves out.
        masked: The question with these covered, and without the words that leave outlets out.
        long: Whether it has so many parts that nothing is taken out of it: what stands in a part is of that part.
    """

    text: str
    outlets: tuple[Mention, ...]
    authors: tuple[Mention, ...]
    without: tuple[str, ...]
    masked: str
    long: bool

    def subject(self, times: Iterable[str]) -> "Subject":
        """Takes everything out that says where to look.

        Args:
            times: The times that the question names, and the order by date that it asks for, in its words.
        """
        if self.long:
            return Subject(self.text, mask(self.text))
        spans = times_in(self.masked, times)
        masked = take_out(cover(self.masked, spans, " "), [*SCOPE, *COLLECTION])
        if not is_whole(self.text, masked):
            masked = take_out(masked, LOOSE)
        if not content_terms(left(self.text, masked)):
            return Subject(self.text, mask(self.text))
        # Gone are now all times, so that no frame is broken by one; those that an article may name come back.
        kept = [(start, end) for start, end in spans if is_written(self.text[start:end])]
        return Subject(self.text, uncover(masked, kept, self.text))

    def facets(self, subject: "Subject", times: Sequence[str]) -> tuple[Facet, ...]:
        """Says what is asked of each outlet; of all of the subject where its own part says too little."""
        if not self.outlets:
            return ()
        found = []
        for mention, span in zip(self.outlets, parts(self.text, self.outlets), strict=True):
            part = subject.part(*span) if len(self.outlets) > 1 else subject.whole
            share = len(content_terms(part)) / max(1, len(content_terms(subject.whole)))
            telling = share >= TELLING and part in subject.whole
            named = tuple(words for words in times if words in self.text[slice(*span)]) if telling else tuple(times)
            found.append(Facet(mention.name, part if telling else subject.whole, named))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about.

    Attributes:
        text: The question.
        masked: The same with blanks in place of what was taken out.
    """

    text: str
    masked: str

    @property
    def whole(self) -> str:
        """All of it."""
        return self.text if is_whole(self.text, self.masked) else left(self.text, self.masked)

    def part(self, start: int, end: int) -> str:
        """What is left of a part of the question."""
        untouched = is_whole(self.text, self.masked)
        return (self.text[start:end] if untouched else left(self.text, self.masked, start, end)).strip(" ,;")


def find_scope(
    text: str, names: OutletNames, authors: AuthorNames, quoted: Iterable[tuple[int, int]], filters: Filters
) -> Scope:
    """Finds what a question says of where to look.

    Args:
        text: The question.
        names: The outlets of the index.
        authors: Its authors.
        quoted: Spans of quoted phrases, which are words.
        filters: What the user fixed: what he said is not meant, and outlets that he asked for.
    """
    spoken = names.mentions(text)
    # Of a name that is taken back a common word is a word; any other still is no part of what is asked.
    taken_back = [
        one for one in spoken if one.name in filters.unread and not names.is_common(text[one.start : one.end])
    ]
    mentions = [mention for mention in spoken if mention.name not in filters.unread]
    masked = cover(mask(text), quoted, QUOTED)
    free = [mention for mention in mentions if QUOTED not in masked[mention.start : mention.end]]
    masked = cover(masked, _spans([*free, *taken_back]), SOURCE)
    long = is_long(left(text, masked.replace(SOURCE, " ")))
    excluded = find_exclusions(masked, plain=long)
    named = {mention.name for mention in mentions if not _lies_in(mention, excluded)} | set(filters.outlets)
    out = [mention for mention in free if _lies_in(mention, excluded) and mention.name not in named]
    masked = cover(masked, [span for span in excluded if any(_lies_in(mention, [span]) for mention in out)], " ")
    outlets = [mention for mention in mentions if mention not in out]
    people: list[Mention] = []
    if not long:
        people = [mention for mention in authors.mentions(masked) if mention.name not in filters.unread]
        masked = cover(masked, _spans(people), SOURCE)
        about = [match.span() for pattern in TOPICS for match in pattern.finditer(masked)]
        masked = cover(masked, _spans(mention for mention in outlets if _lies_in(mention, about)), TOPIC)
        outlets = [mention for mention in outlets if not _lies_in(mention, about)]
    without = tuple(dict.fromkeys(mention.name for mention in out))
    return Scope(text, tuple(outlets), tuple(people), without, masked, long)


def _spans(mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in mentions]


def _lies_in(mention: Mention, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in spans)
