"""Finds the quotations of a text, direct and reported, each with its speaker by the nearest attribution."""

import re
from collections.abc import Iterator

from qa.speech.attribution import MASK, Attribution, Subject, find_attributions, find_subject
from qa.speech.people import People, find_names
from qa.speech.quotation import Quotation
from qa.speech.quoted import Quoted, find_quoted
from qa.speech.same import holds
from qa.speech.sentences import ATTRIBUTED, Sentence, find_sentences
from qa.speech.words import NAMED, PRONOUNS

_PARAGRAPH = re.compile(r"[^\n]+")
_SPOKEN_END = re.compile(r"[.,!?…;–—-]$")
_THEN = re.compile(r"\s((?:he|she|they)|(?:[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)*)\s[a-z]+")
_DASH = re.compile(r"\s*[–—-]\s*(?=[A-Z])")
_NAMED_BEFORE = re.compile(rf"\b(?:{'|'.join(NAMED)})[\s,:]*$", re.IGNORECASE)
_SMALL = frozenset("a an and as at but by de for from in la le nor of on or the to vs with".split())
_WORD = re.compile(r"\w[\w’'-]*")
_ABOUT_HIM = re.compile(r"(?:[A-Z][a-z]+\s)?(?:his|her|him)\b", re.IGNORECASE)  # "In his view", "Her voice broke"
_RECENT = 1500  # code points, in which he was named whom "he" means
_BEFORE_NAME, _AFTER_NAME = 2, 8  # paragraphs from a name within which "he" may still be meant by it
_FEW = 3  # words: fewer in quotation marks are said only where a verb of saying stands beside them
_SHORTEST_REPORT = 5  # words


def find_quotations(text: str, near: str = "") -> list[Quotation]:
    """Finds who says what in a text.

    Args:
        text: An article, each line of it a paragraph.
        near: A name, to read only what stands near it, which is faster; empty for all.

    Returns:
        Quotations with a speaker, in order; none of them overlap. A phrase that stands in quotation marks inside a
        sentence of somebody's is part of that sentence, which is then the quotation.
    """
    return list(_Reader(text, near).quotations())


class _Reader:
    """Reads a text from its beginning to its end and keeps in mind who spoke last."""

    def __init__(self, text: str, near: str) -> None:
        self._text = text
        self._paragraphs = [match for match in _PARAGRAPH.finditer(text) if match[0].strip()]
        self._near = _near(self._paragraphs, near)
        self._people = People.of(text, [self._paragraphs[number].span() for number in self._near])
        self._speaker = ""  # of the last sentence
        self._speaker_before = ""  # with whom the paragraph before ended
        self._past: list[Sentence] = []  # of this paragraph
        self._earlier: list[Sentence] = []  # of the one before
        self._last = ""  # of the last quotation, however far back
        self._open = ""  # the speaker of a quotation that goes on in this paragraph

    def quotations(self) -> Iterator[Quotation]:
        """Yields the quotations in order."""
        quoted_in = find_quoted(self._text)
        for number in self._near:
            match, quoted = self._paragraphs[number], quoted_in[number]
            if match[0] == match[0].upper():
                continue  # what is printed in capitals between paragraphs is a headline or a link
            self._earlier, self._past, self._speaker_before, self._speaker = self._past, [], self._speaker, ""
            for sentence in find_sentences(match[0], match.start(), self._text, quoted):
                yield from self._of_sentence(sentence)
            if quoted and not quoted[-1].goes_on:
                self._open = ""

    def _of_sentence(self, sentence: Sentence) -> Iterator[Quotation]:
        attributions = find_attributions(sentence.masked)
        if attributions or sentence.quoted:
            speakers = [self._resolve(one.subject, sentence) for one in attributions]
            found = list(self._direct(sentence, attributions, speakers))
            if not found and (report := self._report(sentence, attributions, speakers)):
                found = [report]
            yield from found
            self._last = found[-1].speaker if found else self._last
            if found or not sentence.is_quoted:
                self._speaker = found[-1].speaker if found else ""
        else:
            self._speaker = ""
        self._past.append(sentence)

    def _direct(self, sentence: Sentence, attributions: list[Attribution], speakers: list[str]) -> Iterator[Quotation]:
        for quoted in sentence.quoted:
            start, end = quoted.start - sentence.start, quoted.end - sentence.start
            beside = _beside(attributions, sentence.masked, start, end)
            if self._is_fragment(quoted, sentence.masked, start) or self._is_title(quoted, sentence.masked, start, end):
                continue
            if beside is None and not self._is_spoken(quoted, sentence, start):
                continue
            nearest = beside if beside is not None else _nearest(attributions, start)
            if beside is None and (after := self._after_comma(quoted, sentence, end)):
                speaker = after
            elif nearest is not None:
                speaker = speakers[nearest]
            elif sentence.is_quoted:
                speaker = self._speaker or self._open or self._spoken_of()
            else:
                speaker = self._by_sign(sentence, start, end)
            if speaker:
                yield self._quotation(quoted.start, quoted.end, speaker)
                self._speaker = speaker
                self._open = speaker if quoted.goes_on else ""

    def _is_fragment(self, quoted: Quoted, masked: str, start: int) -> bool:
        """Says whether what is quoted is a part of the sentence around it: ... said he was “not amused”."""
        before = masked[:start].rstrip()
        begins = self._text[quoted.start + 1 : quoted.start + 2].islower()
        return begins and bool(before) and (before[-1].isalpha() or before[-1] in "’'")

    def _is_title(self, quoted: Quoted, masked: str, start: int, end: int) -> bool:
        """Says whether what is quoted is written as titles are, and nothing beside it says that it was spoken."""
        words = _WORD.findall(self._text[quoted.start + 1 : quoted.end - 1])
        introduced = masked[:start].rstrip().endswith((":", ",")) or bool(ATTRIBUTED.match(masked, end))
        return _has_capitals(words) and not introduced

    def _after_comma(self, quoted: Quoted, sentence: Sentence, end: int) -> str:
        """Returns who is named right after what ends with a comma, whatever he does: “...,” X chimed in."""
        if self._text[quoted.end - 2 : quoted.end - 1] != ",":
            return ""
        match = _THEN.match(sentence.masked, end)
        if not match:
            return ""
        words = one.name if (one := next(find_names(match[1]), None)) else match[1]
        subject = Subject(words, match.start(1), match.end(1), is_name=bool(one))
        return self._resolve(subject, sentence)

    def _is_spoken(self, quoted: Quoted, sentence: Sentence, start: int) -> bool:
        """Tells what somebody said from a title, a term, a phrase, and from words that are not meant."""
        before = sentence.masked[:start]
        inner = self._text[quoted.start + 1 : quoted.end - (0 if quoted.goes_on else 1)].strip()
        words = _WORD.findall(inner)
        if _NAMED_BEFORE.search(before):
            return False
        after = self._text[quoted.end : quoted.end + 1]
        ends = bool(_SPOKEN_END.search(inner)) or quoted.goes_on or after in (".", ",")
        introduced = before.rstrip()[-1:] in (":", ",")
        whole = inner[:1].isupper() or inner[:1] in "…[“\"'‘("
        return (len(words) >= _FEW or sentence.is_quoted) and ((ends and whole) or introduced)

    def _by_sign(self, sentence: Sentence, start: int, end: int) -> str:
        """Returns the speaker that a colon before, or a dash after what is quoted gives it."""
        dash = _DASH.match(sentence.masked, end)
        named = next(find_names(sentence.masked, dash.end()), None) if dash else None
        if dash and named and named.start == dash.end():
            return self._people.name(named.name)
        if sentence.masked[:start].rstrip().endswith(":") and (subject := self._subject(sentence)):
            return self._resolve(subject, sentence)
        return ""

    def _spoken_of(self) -> str:
        """Returns whom the sentence before speaks of; at the beginning of a paragraph, who spoke before."""
        return self._subject_of(self._past) if self._past else self._speaker_before or self._subject_of(self._earlier)

    def _subject_of(self, sentences: list[Sentence]) -> str:
        """Returns whom the last of some sentences speaks of; where it says "she" or "in her view", the one before."""
        for sentence in reversed(sentences):
            subject = self._subject(sentence)
            if subject is None and _ABOUT_HIM.match(sentence.masked):
                continue
            if subject is None or not subject.pronoun:
                return self._resolve(subject, sentence) if subject else ""
        return ""

    def _subject(self, sentence: Sentence) -> Subject | None:
        """Returns what a sentence begins with, unless a name there may be a word that only begins it: "Anyway"."""
        subject = find_subject(sentence.masked)
        if subject and subject.is_name and not self._people.is_known(subject.words):
            return subject if re.search(rf"[a-z,] {re.escape(subject.words)}\b", self._text) else None
        return subject

    def _report(self, sentence: Sentence, attributions: list[Attribution], speakers: list[str]) -> Quotation | None:
        """Reads a sentence that reports what somebody said."""
        words = len(_WORD.findall(sentence.masked)) + 2 * len(sentence.quoted)
        for one, speaker in zip(attributions, speakers, strict=True):
            after = sentence.masked[one.end :].lstrip()
            follows = bool(re.match(r"[\w\ufffc(]", after)) or re.match(r"(?:,|:)\s*\w", after)
            before = sentence.masked[: one.start].rstrip()
            precedes = before.endswith((",", MASK))
            fragment = any(quoted.start - sentence.start >= one.verb_end for quoted in sentence.quoted)
            said = one.reports(after) if follows else precedes and one.reports("")
            if speaker and words >= _SHORTEST_REPORT and (said or (fragment and follows)):
                end = sentence.start + len(sentence.masked.rstrip())
                return self._quotation(sentence.start, end, speaker, direct=False)
        return None

    def _quotation(self, start: int, end: int, speaker: str, *, direct: bool = True) -> Quotation:
        return Quotation(start, end, speaker, self._people.roles_of(speaker), direct)

    def _resolve(self, subject: Subject, sentence: Sentence) -> str:
        """Returns the fullest name of a subject, an empty text for a pronoun that may be anybody."""
        at = sentence.start + subject.start
        if subject.is_name:
            return self._people.name(subject.words)
        if not subject.words:  # "X disagreed, saying"
            first = self._subject(sentence)
            return self._resolve(first, sentence) if first and first.end < subject.start else self._spoken_of()
        if subject.pronoun:
            return self._whom(subject, sentence)
        return self._people.called(subject.words, at) or subject.words

    def _whom(self, subject: Subject, sentence: Sentence) -> str:
        """Resolves "he": who spoke last, whom the sentence before speaks of, who was named before."""
        at = sentence.start + subject.start
        inside = [name for place, name in self._people.named(sentence.start, at) if sentence.holds(place)]
        opens = self._subject(sentence)  # "Bus driver X was glad: the bus, she said": X, and no bus
        if opens and opens.is_name and opens.end <= subject.start:
            inside.insert(0, self._people.name(opens.words))
        named = self._people.named(max(0, sentence.start - _RECENT), sentence.start)
        recent = [name for _, name in reversed(named) if self._people.is_known(name) and self._people.is_person(name)]
        for name in (self._speaker, self._spoken_of(), *inside[:1], self._last, *recent):
            if name and name.lower() not in PRONOUNS and self._people.may_be(subject.pronoun, name):
                self._people.mean(subject.pronoun, name)
                return name
        return ""


def _near(paragraphs: list[re.Match[str]], name: str) -> list[int]:
    """Returns the numbers of the paragraphs near a name; without one, of all."""
    if not name:
        return list(range(len(paragraphs)))
    holding = [number for number, match in enumerate(paragraphs) if holds(match[0], name)]
    wanted = {number + step for number in holding for step in range(-_BEFORE_NAME, _AFTER_NAME + 1)}
    return sorted(wanted & set(range(len(paragraphs))))


def _beside(attributions: list[Attribution], masked: str, start: int, end: int) -> int | None:
    """Returns which attribution stands right beside what is quoted: after it, or before it."""
    for number, one in enumerate(attributions):
        if end <= one.start and not masked[end : one.start].strip(" ,.;–—-"):
            return number
    for number, one in reversed(list(enumerate(attributions))):
        if one.end <= start and re.fullmatch(r"[\s,:]*", masked[one.end : start]):
            return number
    return None


def _nearest(attributions: list[Attribution], start: int) -> int | None:
    """Returns the last attribution before what is quoted, or else the first one after it."""
    before = [number for number, one in enumerate(attributions) if one.end <= start]
    return before[-1] if before else (0 if attributions else None)


def _has_capitals(words: list[str]) -> bool:
    """Says whether words are written as titles are."""
    large = [word for word in words if word.lower() not in _SMALL]
    return len(words) > 1 and bool(large) and all(word[0].isupper() or word[0].isdigit() for word in large)
