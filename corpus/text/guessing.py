"""Finds the encoding of a text that is no UTF-8: each is tried, and judged by how plain the words are that it gives."""

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.text.languages import LANGUAGES, MANY_BYTES, WESTERN, Language

_SAMPLE = 15_000  # bytes of the beginning and of the end that are looked at
_TAG = re.compile(rb"<[^<>]{0,1000}>")
_WORD = re.compile(r"[^\W\d_]+")
# Shares of common words: .2 to .5 in a language's own texts, below .05 in what other encodings make of them.
_LEAST_COMMON = 0.05
_LEAST_MANY = 0.12  # share of the characters of an encoding of several bytes
_MOST_STRANGE = 0.04  # share of letters that the language does not have, as in names; one is always allowed
_WESTERN = "cp1252"  # by far the likeliest, so it wins where the words are as plain
_MARGIN = 0.03
# What no text has: signs within or at the end of a word ("zdecydowa³a", "mog±"), letters of two scripts in one word,
# lines of boxes, controls.
_BROKEN = re.compile(
    r"(?<=[^\W\d_])[^\w\s\x21-\x7e'’‘–—·…›‹»«­ʼ]+(?=[^\W\d_])|[^\W\d_]*[²³¹¼½¾ªº][^\W\d_]+|[^\W\d_]{3}[¹²³]|(?<=[^\W\d_])[±¼½¾¿¶¸¯¦¤¥¬¢¨£]"
    r"|[±¼¾¶¸¯¦¤¬¢¨](?=[^\W\d_])|[a-zA-Z][\u0370-\u05ff]|[\u0370-\u05ff][a-zA-Z]|[а-я][А-Я]|[\u2500-\u25ff\x80-\x9f]"
)
_MIXED = re.compile(r"[A-Za-z][\u3040-\u9fff\uac00-\ud7af]+[a-z]")
_LINES = re.compile(rb"[^\r\n]*[\x80-\xff][^\r\n]*")


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text in an encoding, as a language would have it.

    Attributes:
        encoding: The encoding.
        common: Share of the language's commonest words, or letters.
        plain: The same, less the share of what the language cannot have.
        sound: Whether it holds next to nothing that the language cannot have.
    """

    encoding: str
    common: float
    plain: float
    sound: bool


def guess_encoding(data: bytes) -> str:
    """Returns the name of the encoding of a text; empty where none gives plain words."""
    sample = _sample(data)
    readings = [*_one_byte(sample), *_many_bytes(sample)]
    plain = (reading for reading in readings if reading.sound and reading.common >= _LEAST_COMMON)
    best = max(plain, key=_rank, default=None)
    if best is not None:
        return best.encoding
    western = _decode(sample, _WESTERN)
    return _WESTERN if western and any(one.sound for one in _judge(western, _WESTERN, WESTERN)) else ""


def _rank(reading: _Reading) -> float:
    return reading.plain + (_MARGIN if reading.encoding == _WESTERN else 0)


def _sample(data: bytes) -> bytes:
    """Returns lines of the beginning and of the end that hold more than ASCII, without tags."""
    end = data[-_SAMPLE:].partition(b"\n")[2] if len(data) > 2 * _SAMPLE else b""
    pieces = []
    for part in (data[: len(data) - len(end)], end):
        size = 0
        for match in _LINES.finditer(part):
            pieces.append(match[0][: _SAMPLE - size])
            size += len(pieces[-1])
            if size >= _SAMPLE:
                break
    return _TAG.sub(b" ", b"\n".join(pieces))


def _decode(sample: bytes, encoding: str) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)().decode(sample)  # its last letter may be cut
    except UnicodeDecodeError:
        return None


def _one_byte(sample: bytes) -> Iterator[_Reading]:
    for encoding in dict.fromkeys(name for language in LANGUAGES for name in language.encodings):
        text = _decode(sample, encoding)
        if text is not None:
            yield from _judge(text, encoding, (one for one in LANGUAGES if encoding in one.encodings))


def _judge(text: str, encoding: str, languages: Iterable[Language]) -> Iterator[_Reading]:
    words = Counter(_WORD.findall(text.lower()))
    letters = Counter(char for char in text.lower() if char > "\x7f" and char.isalpha())
    count, foreign = words.total(), letters.total()
    broken = sum(1 for _ in _BROKEN.finditer(text))
    for language in languages:
        common = sum(words[word] for word in language.words) / max(count, 1)
        strange = sum(number for letter, number in letters.items() if letter not in language.letters)
        share = (strange + broken) / max(foreign + broken, 1)
        sound = strange + broken <= max(1, _MOST_STRANGE * foreign)
        yield _Reading(encoding, common, common - share, sound)


def _many_bytes(sample: bytes) -> Iterator[_Reading]:
    for encoding, common_letters in MANY_BYTES:
        text = _decode(sample, encoding)
        letters = [char for char in text or "" if char > "\x7f"]
        if letters:
            common = sum(char in common_letters for char in letters) / len(letters)
            strange = sum(not (char.isalpha() or char.isprintable()) or "｡" <= char <= "ﾟ" for char in letters)
            strange += len(_MIXED.findall(text or ""))
            sound = common >= _LEAST_MANY and strange <= _MOST_STRANGE * len(letters)
            yield _Reading(encoding, common, common, sound)
