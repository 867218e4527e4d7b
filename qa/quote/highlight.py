"""Marks the sentences of a passage that answer."""

from collections.abc import Collection, Mapping

import numpy as np

from qa.passage import Highlight
from qa.quote.rows import figures_in, header_of
from qa.quote.sentence_signals import Signal, signals
from qa.quote.sought import Sought
from qa.ranking.fitted import MARK, MARK_NAME
from qa.retrieve import PassageTerms

# Chosen with the weights: some 30 % of a passage are marked where people ask, and 37 % where a question is long.
LIKELY = 0.045  # of the likelihood of the surest sentence, for another one to be marked, too
LIKELY_NAMED = 0.1  # the same where a name is asked for, which the surest sentence mostly has, ...
NEARLY_AS_SURE = 0.4  # ... and where more of the passage would be marked than this
UP_TO = 0.3
LARGEST_SHARE = 0.5  # of the passage that may be marked, unless its surest sentence alone is longer
MOST = 3  # sentences of a passage
RELATED = 0.3  # cosine from which a sentence without a word of the question may be marked


def highlight(
    passage: PassageTerms, sought: Sought, outlet: str = "", headline: str = "", giving: Collection[int] = ()
) -> tuple[Highlight, ...]:
    """Finds the sentences of a passage that most surely answer.

    Where some of those that are about as sure as the surest give the figure that is asked for, no others but
    rows of tables are marked. A row is marked with the line that heads it.

    Args:
        passage: The passage, sentence by sentence.
        sought: What the sentences are to say.
        outlet: The outlet of the passage.
        headline: The headline of its article.
        giving: Numbers of the sentences that give a figure of the kind that is asked for, from 0.

    Returns:
        One to three sentences, and what heads them, in order of position, as spans of the article; none when no word
        of the question stands in the passage and no sentence is near it in meaning.

    Raises:
        CorruptIndex: When the index has no vector for a sentence.
    """
    chunk, spans = passage.chunk, passage.spans
    near = passage.nearness(sought.whole.vector)
    if not spans:
        return ()
    seen = signals(passage, sought, outlet, headline)
    if seen["held"].max() <= 0 and near.max() < RELATED:
        return ()
    likely = likelihoods(seen, MARK_NAME if sought.asks_name else MARK)
    gives = {*giving, *figures_in(chunk.text, spans)} if giving else ()
    given = [i for i in gives if likely[i] >= LIKELY]
    chosen = choose(passage, likely, named=sought.asks_name, given=given)
    heads = (header_of(chunk.text, spans, number) for number in chosen)
    return tuple(
        Highlight(chunk.start + spans[i][0], chunk.start + spans[i][1], chunk.text[spans[i][0] : spans[i][1]])
        for i in sorted({*chosen, *(head for head in heads if head is not None)})
    )


def likelihoods(seen: Mapping[str, Signal], weights: Mapping[str, float]) -> Signal:
    """Returns how likely each sentence of a passage is the one that answers, against the surest as 1."""
    worth = np.sum([weight * seen[name] for name, weight in weights.items()], axis=0)
    return np.asarray(np.exp(worth - worth.max()))


def choose(passage: PassageTerms, likely: Signal, *, named: bool, given: Collection[int] = ()) -> list[int]:
    """Chooses the sentences to mark: the surest, and others as far as they are sure enough for the text they take.

    None is chosen for being shorter than a surer one that is not.

    Args:
        passage: The passage.
        likely: How likely each sentence answers.
        named: Whether a name is asked for.
        given: The sentences among which it is chosen; none for all.
    """
    chosen: list[int] = []
    marked, whole = 0, len(passage.chunk.text)
    among = given or range(len(likely))
    surest = max(likely[i] for i in among)
    for i in sorted(among, key=lambda number: -likely[number]):
        after = marked + passage.spans[i][1] - passage.spans[i][0]
        least = LIKELY if not named else LIKELY_NAMED if after <= UP_TO * whole else NEARLY_AS_SURE
        if chosen and (len(chosen) == MOST or after > LARGEST_SHARE * whole or likely[i] < least * surest):
            break
        chosen.append(i)
        marked = after
    return chosen
