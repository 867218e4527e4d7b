"""What two wordings differ in: a number, a negation, a day, a name, or words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from corpus.text.date_words import MONTH_NUMBERS, WEEKDAYS
from qa.language.quantities import SCALES, written_numbers
from qa.speech.said import Difference, Differs
from qa.verbatim.alignment import Pair
from qa.verbatim.words import Word

_NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither nor without cannot hardly barely refuse refused denied deny "
    "unlikely".split()
)
_DAYS = frozenset({*MONTH_NUMBERS, *WEEKDAYS, "yesterday", "today", "tomorrow"})
_SIGNS = frozenset("%$€£¥₹")
_OPENS = "\n.!?:“\"‘'"  # after these a capital says nothing


def find_differences(
    phrase: str, asked: Sequence[Word], text: str, given: Sequence[Word], pairs: Sequence[Pair]
) -> Iterator[Difference]:
    """Finds where an article has other words than a phrase.

    Args:
        phrase: The phrase.
        asked: Its words.
        text: The article.
        given: Its words that stand beside those of the phrase.
        pairs: Which stands beside which; one has a word of the article.

    Yields:
        One for each run of words that differ, in order.
    """
    passed = 0  # of what was asked
    end = next(given[pair.given].start for pair in pairs if pair.given is not None)  # of the article's words before
    for same, run in groupby(pairs, lambda pair: _is_same(pair, asked, given)):
        run_pairs = list(run)
        theirs = [given[pair.given] for pair in run_pairs if pair.given is not None]
        mine = [asked[pair.asked] for pair in run_pairs if pair.asked is not None]
        if not same:
            at, to = (mine[0].start, mine[-1].end) if mine else (passed, passed)
            span = (theirs[0].start, theirs[-1].end) if theirs else (end, end)
            yield Difference(_kind(phrase, mine, text, theirs), phrase[at:to], at, *span, text[slice(*span)])
        passed = mine[-1].end if mine else passed
        end = theirs[-1].end if theirs else end


def _is_same(pair: Pair, asked: Sequence[Word], given: Sequence[Word]) -> bool:
    if pair.asked is None or pair.given is None:
        return False
    return asked[pair.asked].key == given[pair.given].key


def _kind(phrase: str, mine: Sequence[Word], text: str, theirs: Sequence[Word]) -> Differs:
    sides = ((phrase, mine), (text, theirs))
    if len({any(map(_negates, words)) for _, words in sides}) > 1:
        return Differs.NEGATION
    if any(word.key in _DAYS for _, words in sides for word in words):
        return Differs.DATE
    if any(_counts(word) for _, words in sides for word in words):
        return Differs.NUMBER
    if any(_is_name(whole, word) for whole, words in sides for word in words):
        return Differs.NAME
    return Differs.WORDS


def _negates(word: Word) -> bool:
    return word.key in _NEGATIONS or word.key.endswith("n't")


def _counts(word: Word) -> bool:
    return word.key.removesuffix("s") in SCALES or word.key in _SIGNS or bool(written_numbers(word.key))


def _is_name(text: str, word: Word) -> bool:
    before = text[: word.start].rstrip(" ")[-1:]
    return text[word.start].isupper() and len(word.key) > 1 and bool(before) and before not in _OPENS
