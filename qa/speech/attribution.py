"""Finds in a sentence who says something: "X said", "said X", "X, the mayor, told the Post", "according to X"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from qa.speech.offices import apposed, is_adverbial, match_office, named_after_office, without_kind
from qa.speech.people import Named, find_names, is_role
from qa.speech.words import (
    BASES,
    PARTICIPLES,
    PRONOUNS,
    REPORTING,
    SAYING,
    THINKING,
    TITLES,
    WITH_THAT,
    one_of,
)

MASK = "\ufffc"  # stands for what is quoted
_VERB = re.compile(rf"(?<![\w’'-]){one_of((*SAYING, *THINKING, *PARTICIPLES))}(?![\w’'-])")
_ACCORDING = re.compile(r"(?<!\w)[Aa]ccording to\s")
_ADVERBS = re.compile(
    r"(?:(?<=[\s,])|^)(?:also|later|then|once|now|even|always|often|further|only|first|himself|herself|has|had|have|"
    r"would|will|just|still|again|too|in turn|since|went on to|goes on to|was quoted as|is quoted as|[a-z]+ly)"
    r"\s*,?\s*$"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|to|not|never|n[’']t|the|a|an|no|this|that’s|it[’']s|of|by|so)\s$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    rf"[;:{MASK}]|\s[–—-]+\s|—|,\s(?:and|but|while|whereas|as|when|because|although|though|so)\s|\b(?:because|while|whereas|that|although|when|after|if)\s"
)
_LEADING = re.compile(
    r"^(?:(?:and|but|or|yet|still|so|then|later|meanwhile|however|now|as|where|while|because|that|when|also|instead|"
    r"which|what|how|why|if|before|since|though|although|even|today|yesterday)\s+)+",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:of|for|from|with|by|to|at|in|on|behind|about|than|near|against|between)\s(?:the\s|an?\s)?(?:[a-z’'-]+\s){0,3}$"
)
_DETERMINED = re.compile(
    r"^(?:the|an?|one|his|her|their|its|another|several|some|many|two|three|four|most|both|other|our|my|officials|"
    r"police|residents|experts|critics|doctors|scientists|researchers|neighbours|locals|organisers|authorities)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:and|but|or)\s*$")
_WHO = re.compile(r",?\s(?:who|which|that)\s*$")
_PRONOUN = re.compile(rf"\b({'|'.join(PRONOUNS)})\s*$", re.IGNORECASE)
_INVERTED = re.compile(rf"(?:{MASK}\S?|,|{MASK}[\s,]*(?:then|later|also)?)\s*$")
_RIGHT_PHRASE = re.compile(
    r"(?:the|an?|one|his|her|its|their)\s(?:[\w’'-]+\s){0,6}?[\w’'-]+(?=[,.;:]|\s(?:on|in|at|who|when|after|as|about|during|to)\b|$)"
)
_NEAR = 24  # code points before a verb, in which an adverb or "is" stands
_STRETCH = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|St|Rev|[A-Z])\.|[^,.;:()–—])*")
_THAT = re.compile(
    rf"(?:[\w’'-]+\s+){{0,5}}?(?:that|it|he|she|they|there|his|her|its|their|how|why|what)\b|[^.]*{MASK}", re.IGNORECASE
)
_LONGEST_PHRASE = 9  # words
_NOUNS = frozenset(
    "answer answers call calls claim claims comment comments complaint demand demands hope hopes fear fears joke jokes "
    "note notes pledge pledges post posts promise promises protest protests remark remarks state states report "
    "question questions urge urges thought shout cry repeat muse charge suggest".split()
)  # too: only after a name or a pronoun they are verbs


@dataclass(frozen=True, slots=True)
class Subject:
    """Who says something, as a sentence has it.

    Attributes:
        words: A name without titles, a pronoun, or a phrase such as "the mayor"; empty for the subject of the clause
            before.
        start: Offset of it, in the sentence.
        end: Offset after it.
        is_name: Whether it is a name.
    """

    words: str
    start: int
    end: int
    is_name: bool = False

    @classmethod
    def of(cls, named: Named, at: int = 0) -> "Subject":
        """Makes one of a name in a part of the sentence that begins at an offset."""
        return cls(named.name, at + named.start, at + named.end, is_name=True)

    @property
    def pronoun(self) -> str:
        """It in lower case where it is "he", "she" or "they"; empty where it is not."""
        return self.words.lower() if self.words.lower() in PRONOUNS else ""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of saying and its subject.

    Attributes:
        subject: Who says it.
        start: Offset of the first of both, in the sentence.
        end: Offset after the last of both.
        verb: The verb; "according to".
        verb_end: Offset after it.
        inverted: Whether the subject comes after the verb.
    """

    subject: Subject
    start: int
    end: int
    verb: str
    verb_end: int
    inverted: bool = False

    def reports(self, after: str) -> bool:
        """Says whether what was said stands in the sentence without quotation marks.

        Args:
            after: What follows the verb; empty where the words precede it.
        """
        if self.verb in BASES and self.subject.is_name:
            return False  # "Ahl and the others say", but not "use the code and claim a prize"
        if self.verb in WITH_THAT:
            # "... and called it peace" tells of what somebody did.
            return bool(self.subject.words) and (not after or bool(_THAT.match(after)))
        return self.verb in REPORTING or self.verb in ("according to", "saying")


def find_attributions(sentence: str) -> list[Attribution]:
    """Finds who says something in a sentence.

    Args:
        sentence: A sentence, all that is quoted in it masked by `MASK`.

    Returns:
        Attributions in order.
    """
    found = [*_by_verbs(sentence), *_by_according(sentence)]
    return sorted(found, key=lambda one: one.start)


def find_subject(sentence: str) -> Subject | None:
    """Returns what a sentence begins with, where that is a name, a pronoun or a phrase such as "the mayor"."""
    lead = _LEADING.match(sentence)
    at = lead.end() if lead else 0
    for part_at, part in _parts(sentence, at):
        if is_adverbial(part):
            continue
        if pronoun := re.match(r"(he|she|they)\b", part, re.IGNORECASE):
            return Subject(pronoun[1], part_at, part_at + pronoun.end())
        if named := named_after_office(sentence, part_at, part_at + len(part)):
            return Subject.of(named)
        names = [one for one in find_names(part) if part[one.end : one.end + 2] not in ("’s", "'s")]
        names = without_kind(part, names)
        named = names[0] if names else None
        before = part[: named.start].replace("’s ", ", ").replace("'s ", ", ") if named else ""
        if named and before.endswith(", ") and len(before.split()) < 6:  # "ESPN’s Jeff Passan"
            return Subject.of(named, part_at)
        if named and _is_head(part[: named.start]):
            return Subject.of(named, part_at)
        if phrase := match_office(part):
            return Subject(phrase[0], part_at, part_at + phrase.end())
        return None
    return None


def _is_head(before: str) -> bool:
    """Says whether a name that has these words before it begins its sentence: "Head teacher", "The town's mayor,"."""
    words = before.replace(",", " ").split()
    return not words or (len(words) < 8 and is_role(words[-1]))


def _by_verbs(sentence: str) -> Iterator[Attribution]:
    for verb in _VERB.finditer(sentence):
        before = sentence[: verb.start()]
        if _PASSIVE.search(before[-_NEAR:]) and not before.rstrip().endswith("quoted as"):
            continue
        subject = _left(before, verb[0])
        if subject and (subject.is_name or subject.pronoun or not subject.words or verb[0] not in _NOUNS):
            yield Attribution(subject, min(subject.start, verb.start()), verb.end(), verb[0], verb.end())
        elif _INVERTED.search(before) and verb[0] in SAYING and (subject := _right(sentence, verb.end())):
            yield Attribution(subject, verb.start(), subject.end, verb[0], verb.end(), inverted=True)


def _by_according(sentence: str) -> Iterator[Attribution]:
    for match in _ACCORDING.finditer(sentence):
        if subject := _right(sentence, match.end() - 1):
            yield Attribution(subject, match.start(), subject.end, "according to", match.end(), inverted=True)


def _left(before: str, verb: str) -> Subject | None:
    """Finds the subject of a verb in what stands before it."""
    while adverb := _ADVERBS.search(before, max(0, len(before) - _NEAR)):
        before = before[: adverb.start()]
    if verb in PARTICIPLES or _JOINED.search(before):
        return Subject("", len(before), len(before)) if before.strip() else None
    if who := _WHO.search(before):
        before = before[: who.start()]
    cuts = [match.end() for match in _CLAUSE.finditer(before)]
    at = cuts[-1] if cuts else 0
    clause = before[at:]
    if not clause.strip(" ,"):
        return None
    parts = list(_parts(before, at))
    if clause.rstrip().endswith(","):
        return _before_apposition(parts)
    return _noun(parts[-1][1], parts[-1][0]) if parts else None


def _before_apposition(parts: list[tuple[int, str]]) -> Subject | None:
    """Finds the subject where something stands between it and the verb: "X, the mayor, said"; "the mayor, X, said"."""
    for at, part in parts:
        if (subject := _noun(part, at)) and not is_adverbial(part):
            names = (other for other_at, text in parts if (other := _noun(text, other_at)) and other.is_name)
            return subject if subject.is_name else next(names, subject)
    return None


def _parts(text: str, at: int) -> Iterator[tuple[int, str]]:
    """Cuts a clause at its commas."""
    for piece in re.finditer(r"[^,]+", text[at:]):
        stripped = piece[0].strip()
        if stripped:
            yield at + piece.start() + len(piece[0]) - len(piece[0].lstrip()), stripped


def _noun(part: str, at: int) -> Subject | None:
    """Reads a part without commas as a subject."""
    lead = _LEADING.match(part)
    offset = lead.end() if lead else 0
    text = part[offset:]
    at += offset
    if pronoun := _PRONOUN.search(text):
        return Subject(pronoun[1], at + pronoun.start(), at + pronoun.end(1))
    names = list(find_names(text))
    if not names:
        fits = _DETERMINED.match(text) and len(text.split()) <= _LONGEST_PHRASE
        return Subject(text, at, at + len(text)) if fits else None
    first, last = names[0], names[-1]
    rest = text[first.end :]
    if _is_head(text[: first.start]) and (not rest.strip(" ()") or re.match(r"\s(?:of|from|at|in|for|\()", rest)):
        return replace(Subject.of(first, at), start=at)
    before = text[: last.start]
    if text[last.end :].strip(" ()"):
        fits = _DETERMINED.match(text) and len(text.split()) <= _LONGEST_PHRASE
        return Subject(text, at, at + len(text)) if fits else None
    if (before.rstrip().endswith(" and") or _PREPOSITION.search(before)) and (
        _DETERMINED.match(text) or first is not last or text[:1].isupper()
    ):
        if is_adverbial(text):
            return None
        return Subject(text, at, at + len(text)) if len(text.split()) <= _LONGEST_PHRASE else None
    return replace(Subject.of(last, at), start=at)


def _right(sentence: str, at: int) -> Subject | None:
    """Finds the subject of an inverted verb in what stands after it."""
    space = re.compile(r"\s+").match(sentence, at)
    if not space:
        return None
    start = space.end()
    if pronoun := re.compile(rf"({'|'.join(PRONOUNS)})\b").match(sentence, start):
        return Subject(pronoun[1], start, pronoun.end())
    stretch = _STRETCH.match(sentence, start)
    for named in without_kind(sentence, list(find_names(sentence, start, stretch.end() if stretch else start))):
        is_office = len(named.words) == 1 and named.name.lower() in TITLES  # "said CEO and founder Boris Ahl"
        if not is_office and _is_head(sentence[start : named.start]):
            return Subject.of(named)
    phrase = _RIGHT_PHRASE.match(sentence, start)
    if phrase and "," not in phrase[0]:
        by_name = apposed(sentence, phrase.end(), ",.;") if is_role(phrase[0].split()[-1]) else None
        return Subject.of(by_name) if by_name else Subject(phrase[0], start, phrase.end())
    return None
