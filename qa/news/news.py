"""What is new to a saved search: what answers it out of articles that came, or got other words, since it was seen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256

from index.cache import SharedCache
from index.workspace import Workspace
from qa.answer import Answer
from qa.answerer import Answerer
from qa.errors import BadQuestion
from qa.listing import Listing, Page
from qa.news.arrivals import Arrivals, Came, note_generation, read_arrivals, stamp_of
from qa.news.searches import SavedSearch, Seen
from qa.passage import Passage

LOOKED_AT = 50  # passages of an answer, so that new ones are found below those that were always there
ROWS = 50  # of a list that are shown as new; all are counted

# By folder of the index and generation: to make them, all texts are read. Some 100 bytes an article.
_STAMPS: SharedCache[tuple[str, str], Mapping[str, int]] = SharedCache(2)


@dataclass(frozen=True, slots=True)
class Look:
    """The articles as they are at one moment.

    Attributes:
        generation: The generation of the index.
        arrivals: All that ever came, up to this generation.
        came: When those came that came later than was asked for, by their ids.
    """

    generation: str
    arrivals: Arrivals
    came: Mapping[str, Came]


@dataclass(frozen=True, slots=True)
class News:
    """What is new to a saved search.

    Attributes:
        search: The search.
        number: How many passages are new; of a list of articles, how many articles.
        passages: The new passages, best first; of a list, sentences of its first new articles.
        listing: Where a list of articles answers, the list, with these as its rows.
        came: When articles came that came since the search was seen, by their ids.
        answer: What answers now, new or not; None where it was not asked, as nothing came.
        generation: The generation of the index.
        problem: Why it cannot be asked, in a sentence; empty where it can.
    """

    search: SavedSearch
    generation: str
    number: int = 0
    passages: tuple[Passage, ...] = ()
    listing: Listing | None = None
    came: Mapping[str, Came] = field(default_factory=dict)
    answer: Answer | None = None
    problem: str = ""


def look(workspace: Workspace, answers: Answerer, since: datetime) -> Look:
    """Looks at what the index holds, and notes what came, unless somebody has noted it.

    Args:
        workspace: Where it is noted.
        answers: Gives the articles.
        since: What came later than that is told.

    Raises:
        WorkspaceUnusable: What came cannot be read or noted.
    """
    generation, arrivals = answers.holdings().generation, read_arrivals(workspace)
    if arrivals.upto(generation) is not None and not len(arrivals.after(since)):
        return Look(generation, arrivals, {})
    generation, stamps = _stamps(answers)
    arrivals = note_generation(workspace, generation, stamps.values(), datetime.now(UTC))
    return Look(generation, arrivals, arrivals.came(stamps, since))


def _stamps(answers: Answerer) -> tuple[str, Mapping[str, int]]:
    """Returns the name of the generation that answers, and the stamp of each of its articles by its id."""
    holdings = answers.holdings()
    if kept := _STAMPS.get((holdings.index, holdings.generation)):
        return holdings.generation, kept
    generation, texts = answers.texts()
    stamps = {article_id: stamp_of(article_id, text) for article_id, text in texts}
    _STAMPS.keep({(holdings.index, generation): stamps})
    return generation, stamps


def find_news(search: SavedSearch, at: Look, answers: Answerer, *, always: bool = False) -> News:
    """Finds what is new to a search.

    Args:
        search: The search.
        at: A look at the articles, from no later than what was seen of it.
        answers: Answers it.
        always: Ask it even where nothing came since it was seen.
    """
    later = {article_id: came for article_id, came in at.came.items() if came.at > search.seen.upto}
    if not later and not always:
        return News(search, at.generation)
    try:
        answer = answers.answer(search.ask(LOOKED_AT))
    except BadQuestion as error:  # an outlet of its filters is gone, for one
        return News(search, at.generation, problem=str(error))
    if answer.is_list and answer.question.inquiry:
        ids = tuple(one for one in answers.listed_ids(answer.question) if one in later)
        page = Page(0, ROWS, only=ids[:ROWS])
        listing = answers.listing(answer.question.inquiry, answer.question.filters, page)
        quotes = tuple(row.quote for row in listing.rows)
        return News(search, answer.generation, len(ids), quotes, listing, later, answer)
    new = tuple(one for one in answer.matching if _is_new(one, later, search.seen.known))
    return News(search, answer.generation, len(new), new, None, later, answer)


def all_news(saved: Sequence[SavedSearch], workspace: Workspace, answers: Answerer) -> Iterator[News]:
    """Gives what is new to each of some saved searches, in their order, one after the other.

    Args:
        saved: The searches.
        workspace: Where it is noted what came.
        answers: Answers them.

    Raises:
        WorkspaceUnusable: What came cannot be read or noted.
    """
    if saved:
        at = look(workspace, answers, min(one.seen.upto for one in saved))
        yield from (find_news(one, at, answers) for one in saved)


def seen_with(search: SavedSearch, generation: str, workspace: Workspace, answers: Answerer) -> Seen:
    """Returns what somebody has seen of a search who was just shown its answer.

    Args:
        search: The search.
        generation: The generation of the index that gave the answer. What came later was not seen. Where nobody has
            looked at that one, the index as it is now stands for it.
        workspace: Where it is noted what came.
        answers: Answers the search.

    Raises:
        WorkspaceUnusable: What came cannot be read or noted.
    """
    now = datetime.now(UTC)
    at = look(workspace, answers, now)
    upto = at.arrivals.upto(generation) or at.arrivals.batches[-1].at
    later = look(workspace, answers, upto).came
    try:
        matching = answers.answer(search.ask(LOOKED_AT)).matching
    except BadQuestion:
        matching = ()
    known = {words_stamp(one) for one in matching if not _is_new(one, later, ())}
    return Seen(at=now, upto=upto, known=tuple(sorted(known)))


def words_stamp(passage: Passage) -> str:
    """Returns what stands for the words of a passage."""
    return sha256(passage.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _is_new(passage: Passage, later: Mapping[str, Came], known: tuple[str, ...]) -> bool:
    """Says whether none of the articles that hold its words was there as it is, nor were these words seen before."""
    holders = (passage.citation, *passage.also_in)
    return all(one.article_id in later for one in holders) and words_stamp(passage) not in known
