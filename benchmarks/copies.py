"""Copies: how many made ones are found, how many pairs are taken for copies that are none, and how fast.

Some of the articles are copied as editors and aggregators do it: the end cut off, the sentences in another order, the
beginning written anew, words or sentences replaced, or all of that at once. Articles that share more than a few words
with another from the start are left out before, and what is put into a copy comes from articles that are left out too:
so every pair that is found and was not made is a false merge.
"""

import random
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from rich.console import Console
from rich.table import Table

from benchmarks.machine import describe_machine
from benchmarks.options import benchmark_parser
from corpus.article import Article
from corpus.check import check_corpus
from corpus.overlap import find_copies
from corpus.overlap.copies import FEWEST_WORDS, SketchIndex, fingerprint, share
from corpus.text import sentence_spans

EDITED = 0.15  # share of words or sentences
CUT = 0.5  # share that is left


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints the table."""
    parser = benchmark_parser(__doc__ or "")
    parser.add_argument("--copied", type=float, default=0.2, help="share of the articles to copy (default: 0.2)")
    parser.add_argument("--size", type=int, default=2000, help="most articles, copies included (default: 2000)")
    args = parser.parse_args(arguments)
    distinct = _distinct([found.article for found in check_corpus(args.articles).articles])
    donors = distinct[::10]
    originals = [article for article in distinct if article not in donors][: round(args.size / (1 + args.copied))]
    sentences = [sentence for article in donors for sentence in _sentences(article.text)]
    table = Table("copies", "made", "found", "false merges", "articles/s", title=f"{len(originals):,} articles")
    for name, edit in EDITS.items():
        table.add_row(name, *_measure(originals, partial(edit, foreign=sentences), args.copied))
    console = Console()
    console.print(table)
    console.print(describe_machine())
    return 0


def _distinct(articles: Sequence[Article]) -> list[Article]:
    """Returns the articles that are long enough to be cut and share less than a tenth of their words with any other."""
    long = [article for article in articles if len(article.text.split()) >= 2 * FEWEST_WORDS / CUT]
    texts = [fingerprint(article.text) for article in long]
    book = SketchIndex([text.sketch() for text in texts])
    return [
        article
        for number, (article, text) in enumerate(zip(long, texts, strict=True))
        if all(share(text, texts[other]) < 0.1 for other in book.candidates(text.sketch(), 0.0) if other != number)
    ]


def _measure(originals: Sequence[Article], edit: Callable[[str, random.Random], str], copied: float) -> list[str]:
    dice = random.Random(7)
    chosen = dice.sample(originals, max(1, round(len(originals) * copied)))
    texts = {article.article_id: article.text for article in originals}
    made = {(article.article_id, f"{article.article_id} again"): article.text for article in chosen}
    texts |= {copy: edit(text, dice) for (_, copy), text in made.items()}
    started = time.perf_counter()
    read = {article_id: fingerprint(text) for article_id, text in texts.items()}
    sketches = {article_id: text.sketch() for article_id, text in read.items()}
    found = set(find_copies(sketches, read.__getitem__, read))
    seconds = time.perf_counter() - started
    return [
        f"{len(made):,}",
        f"{len(found & made.keys()) / len(made):.1%}",
        f"{len(found - made.keys())}",
        f"{len(texts) / seconds:,.0f}",
    ]


def _cut(text: str, dice: random.Random, foreign: Sequence[str]) -> str:  # noqa: ARG001  # as the others
    """Leaves the first half, at the end of a sentence."""
    sentences = _sentences(text)
    words = 0
    for number, sentence in enumerate(sentences, start=1):
        words += len(sentence.split())
        if words >= CUT * len(text.split()):
            return " ".join(sentences[:number])
    return text


def _reorder(text: str, dice: random.Random, foreign: Sequence[str]) -> str:  # noqa: ARG001  # as the others
    """Puts the sentences in another order, three at a time."""
    sentences = _sentences(text)
    groups = [sentences[start : start + 3] for start in range(0, len(sentences), 3)]
    dice.shuffle(groups)
    return " ".join(sentence for group in groups for sentence in group)


def _rehead(text: str, dice: random.Random, foreign: Sequence[str]) -> str:
    """Writes the first sentence anew and puts a line of the outlet above it."""
    return " ".join([*dice.sample(foreign, 2), *_sentences(text)[1:]])


def _edit_words(text: str, dice: random.Random, foreign: Sequence[str]) -> str:
    """Replaces 15 % of the words, each by itself."""
    others = dice.choice(foreign).split()
    return " ".join(dice.choice(others) if dice.random() < EDITED else word for word in text.split())


def _edit_sentences(text: str, dice: random.Random, foreign: Sequence[str]) -> str:
    """Replaces 15 % of the sentences by sentences of other articles."""
    return " ".join(dice.choice(foreign) if dice.random() < EDITED else sentence for sentence in _sentences(text))


def _do_all(text: str, dice: random.Random, foreign: Sequence[str]) -> str:
    for edit in (_cut, _reorder, _rehead, _edit_sentences):
        text = edit(text, dice, foreign)
    return text


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


EDITS: Mapping[str, Callable[..., str]] = {
    "cut to half": _cut,
    "reordered": _reorder,
    "re-headed": _rehead,
    "15 % of the words": _edit_words,
    "15 % of the sentences": _edit_sentences,
    "cut, reordered, re-headed, 15 % of the sentences": _do_all,
}


if __name__ == "__main__":
    sys.exit(main())
