"""Cuts an article into chunks: spans of whole sentences that fit the encoder's window."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from corpus.article import Article
from corpus.text import sentence_spans
from index.chunks.chunk import Chunk
from index.chunks.tokenizer import Tokenizer
from index.encode import Encoder
from index.settings import IndexSettings

BREAK_COST = 0.15  # of ending a chunk inside a paragraph; as much as leaving it 39 % empty (0.39 squared)
HEADING_COST = 0.5  # of ending a chunk with a heading, which belongs to what follows
HEADING_LENGTH = 100  # code points up to which a paragraph without a closing mark is taken for a heading
BYTES_OF_CODE_POINT = 4  # at most, in UTF-8
PIECE = re.compile(r"\S{1,100}")  # a run without white space longer than this is cut anywhere


@dataclass(frozen=True, slots=True)
class Fragment:
    """The smallest span that is kept whole: a sentence, or a piece of one that is too long.

    Attributes:
        start: Offset in the article's text.
        end: Offset after it, white space excluded.
        tokens: Its length in tokens.
        cost: Of ending a chunk after it, 0 at the end of a paragraph.
    """

    start: int
    end: int
    tokens: int
    cost: float = BREAK_COST


def split_article(
    article: Article,
    settings: IndexSettings,
    tokenizer: Tokenizer,
    encoder: Encoder,
    left_out: Sequence[tuple[int, int]] = (),
) -> list[Chunk]:
    """Cuts an article into chunks.

    Chunks are runs of whole sentences of at most ``settings.chunk_tokens`` tokens, the white space between sentences
    not counted. Where to cut is chosen for the article as a whole: nearly full chunks, cut at the ends of paragraphs
    where that costs little, headings kept with what follows them. A chunk that the encoder would cut off is halved
    until it fits.

    Args:
        article: The article.
        settings: Says how long a chunk may be.
        tokenizer: Counts tokens.
        encoder: Says how much it reads at once.
        left_out: Spans of whole sentences, in order, that no chunk may hold or reach across.

    Returns:
        Chunks in the order of the text; together they hold every character that is neither white space nor left out.
    """
    fragments = _fragments(article.text, settings.chunk_tokens, tokenizer)
    runs = [run for stretch in _stretches(fragments, left_out) for run in _best_runs(stretch, settings.chunk_tokens)]
    return list(_fitting(article, runs, encoder))


def _stretches(fragments: Iterator[Fragment], left_out: Sequence[tuple[int, int]]) -> Iterator[list[Fragment]]:
    """Gives the fragments between what is left out."""
    ends = [end for _, end in left_out]
    stretch: list[Fragment] = []
    passed = 0
    for fragment in fragments:
        before = passed
        passed = bisect_right(ends, fragment.start)
        if passed > before and stretch:
            yield stretch
            stretch = []
        if passed == len(ends) or fragment.end <= left_out[passed][0]:
            stretch.append(fragment)
    if stretch:
        yield stretch


def _fragments(text: str, limit: int, tokenizer: Tokenizer) -> Iterator[Fragment]:
    spans = sentence_spans(text)
    tokens = tokenizer.count([text[start:end] for start, end in spans])
    for i, (start, end) in enumerate(spans):
        first = i == 0 or "\n" in text[spans[i - 1][1] : start]
        last = i + 1 == len(spans) or "\n" in text[end : spans[i + 1][0]]
        cost = HEADING_COST if first and last and _is_heading(text[start:end]) else 0.0 if last else BREAK_COST
        if tokens[i] <= limit:
            yield Fragment(start, end, tokens[i], cost)
        else:
            yield from _pieces(text, start, end, limit, tokenizer, cost)


def _is_heading(paragraph: str) -> bool:
    return len(paragraph) <= HEADING_LENGTH and paragraph[-1] not in ".!?:;,…\"'”’)]"


def _pieces(text: str, start: int, end: int, limit: int, tokenizer: Tokenizer, cost: float) -> Iterator[Fragment]:
    """Cuts a sentence that is longer than a chunk between words, and a word that is longer still anywhere."""
    words = list(_words(text, start, end, limit, tokenizer))
    first, total = 0, 0
    for i, word in enumerate(words):
        if i > first and total + word.tokens > limit:
            yield Fragment(words[first].start, words[i - 1].end, total)
            first, total = i, 0
        total += word.tokens
    yield Fragment(words[first].start, words[-1].end, total, cost)


def _words(text: str, start: int, end: int, limit: int, tokenizer: Tokenizer) -> Iterator[Fragment]:
    spans = [match.span() for match in PIECE.finditer(text, start, end)]
    for (first, last), tokens in zip(spans, tokenizer.count([text[a:b] for a, b in spans]), strict=True):
        if tokens <= limit:
            yield Fragment(first, last, tokens)
        else:
            # No token is shorter than a byte, so each of these fits: a row of emoji, or a language without spaces.
            step = limit // BYTES_OF_CODE_POINT
            cuts = [(a, min(a + step, last)) for a in range(first, last, step)]
            counts = tokenizer.count([text[a:b] for a, b in cuts])
            yield from (Fragment(a, b, count) for (a, b), count in zip(cuts, counts, strict=True))


def _best_runs(fragments: list[Fragment], limit: int) -> list[list[Fragment]]:
    """Cuts fragments into runs of at most ``limit`` tokens with the least total cost.

    The cost of a run is the square of its empty share, plus what ending it there costs:
    the idea of total-fit line breaking (Knuth and Plass, 1981), with chunks for lines.
    """
    offsets = [0, *accumulate(fragment.tokens for fragment in fragments)]
    best = [0.0] + [float("inf")] * len(fragments)
    cut = [0] * (len(fragments) + 1)
    for end in range(1, len(fragments) + 1):
        penalty = 0.0 if end == len(fragments) else fragments[end - 1].cost
        for start in range(end - 1, -1, -1):
            size = offsets[end] - offsets[start]
            if size > limit and start < end - 1:
                break
            cost = best[start] + max(0.0, 1 - size / limit) ** 2 + penalty
            if cost < best[end]:
                best[end], cut[end] = cost, start
    runs = []
    end = len(fragments)
    while end:
        runs.append(fragments[cut[end] : end])
        end = cut[end]
    return runs[::-1]


def _fitting(article: Article, runs: list[list[Fragment]], encoder: Encoder) -> Iterator[Chunk]:
    """Makes chunks of runs, halving each run that the encoder would cut off until it fits."""
    chunks = [_chunk(article, run[0].start, run[-1].end) for run in runs]
    pieces = encoder.count([chunk.text for chunk in chunks])
    for run, chunk, count in zip(runs, chunks, pieces, strict=True):
        if count <= encoder.window:
            yield chunk
        elif len(run) > 1:
            middle = len(run) // 2
            yield from _fitting(article, [run[:middle], run[middle:]], encoder)
        else:
            yield from _fitting(article, _halves(article.text, run[0]), encoder)


def _chunk(article: Article, start: int, end: int) -> Chunk:
    return Chunk(article.article_id, start, end, article.text[start:end])


def _halves(text: str, fragment: Fragment) -> list[list[Fragment]]:
    """Cuts one fragment at a space near its middle, or anywhere when it is one word."""
    middle = (fragment.start + fragment.end) // 2
    space = text.rfind(" ", fragment.start + 1, middle)
    cut = space if space > 0 else middle
    after = cut + len(text[cut : fragment.end]) - len(text[cut : fragment.end].lstrip())
    before = fragment.start + len(text[fragment.start : cut].rstrip())
    return [[Fragment(fragment.start, before, 0)], [Fragment(after, fragment.end, 0)]]
