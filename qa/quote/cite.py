"""Quotes what was chosen: word for word, cited, marked, and with the other outlets that print the same."""

from collections.abc import Iterator, Sequence

from index.chunks import Chunk
from index.errors import CorruptIndex
from index.generation import IndexSnapshot
from qa.figures.giving import giving
from qa.language import TermWeights
from qa.passage import Citation, Passage
from qa.quote.highlight import highlight
from qa.quote.highlight_said import highlight_said
from qa.quote.select import Selected
from qa.quote.sought import Sought
from qa.speech import Quotation

NOTHING = TermWeights({}, {})


def quote(
    choice: Selected,
    sought: Sought,
    snapshot: IndexSnapshot,
    said: Sequence[Quotation] = (),
    topic: TermWeights = NOTHING,
) -> Passage:
    """Makes a passage of a choice.

    Args:
        choice: What was chosen.
        sought: What the sentences to mark are to say.
        snapshot: The index.
        said: What is to be marked instead: the words of whom the question asks for.
        topic: The terms that tell on what they are asked for.

    Raises:
        CorruptIndex: When it, or a copy of it, is not word for word what its article says.
    """
    chunk, candidate = choice.passage.chunk, choice.candidate
    citation = _cited(snapshot, chunk)
    others = {other.article_id: other for other in _elsewhere(choice, snapshot) if other.outlet != citation.outlet}
    return Passage(
        text=chunk.text,
        citation=citation,
        score=candidate.score,
        highlights=highlight_said(choice.passage, said, topic, sought.whole.vector)
        or highlight(choice.passage, sought, citation.outlet, citation.title, giving(chunk.text, sought.figure)),
        also_in=tuple(others.values()),
        words_rank=candidate.words_rank,
        meaning_rank=candidate.meaning_rank,
    )


def _elsewhere(choice: Selected, snapshot: IndexSnapshot) -> Iterator[Citation]:
    """Finds the same text in other articles: found by the same question, or known as copies since the refresh."""
    copies = snapshot.catalog.chunks(choice.copies)
    for row in choice.copies:
        yield _cited(snapshot, copies[row])
    text = choice.passage.chunk.text
    for article_id in snapshot.catalog.copies(choice.passage.chunk.article_id):
        article = snapshot.catalog.article(article_id)
        if article and (start := article.text.find(text)) >= 0:
            yield Citation.of(article, start, start + len(text))


def _cited(snapshot: IndexSnapshot, chunk: Chunk) -> Citation:
    """Cites a chunk, once it is proved that it stands in its article word for word."""
    article = snapshot.catalog.article(chunk.article_id)
    # A span that runs past the end of the text is cut off without an error: its length tells.
    whole = len(chunk.text) == chunk.end - chunk.start
    if article is None or not whole or article.text[chunk.start : chunk.end] != chunk.text:
        where = f"{chunk.article_id} at {chunk.start} to {chunk.end}"
        raise CorruptIndex(snapshot.folder, f"quotes {where}, where the article says otherwise")
    return Citation.of(article, chunk.start, chunk.end)
