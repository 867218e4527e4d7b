"""A look at a whole corpus: each article with all that is known and doubtful about it. Needs no index."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.article import Article
from corpus.complete import spelled, with_own_ids
from corpus.errors import Problem, UnreadableFile
from corpus.metadata import load_sidecar
from corpus.metadata.future import lies_ahead
from corpus.metadata.outlets import spellings_to_show
from corpus.overlap import find_copies, find_repeated
from corpus.overlap.copies import fingerprint
from corpus.overlap.editions import left_out
from corpus.passed_over import PassedOver
from corpus.progress import OnProgress, Progress
from corpus.read import read_articles
from corpus.scan import scan_corpus


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """One article as a reader of the corpus should know it.

    Attributes:
        article: The article.
        repeated: Spans of its text that its outlet prints with article after article; no passage holds them.
        copies: The other articles that have the same text, by id.
        dated_ahead: Whether its day of publication has not come yet.
    """

    article: Article
    repeated: tuple[tuple[int, int], ...] = ()
    copies: tuple[str, ...] = ()
    dated_ahead: bool = False

    @property
    def warnings(self) -> tuple[str, ...]:
        """All that is doubtful, one sentence each."""
        article = self.article
        ahead = (
            f"Dated in the future, {article.published}: say the right day in corpus.toml "
            f'([[article]] file = "{article.source}", date = 2026-01-31).'
        )
        return (*article.warnings, *([ahead] if self.dated_ahead else []))

    @property
    def dropped(self) -> tuple[str, ...]:
        """All lines that no passage holds: those that were left out of the text, then the repeated ones."""
        return (*self.article.dropped, *(self.article.text[start:end] for start, end in self.repeated))


@dataclass(frozen=True, slots=True)
class Check:
    """A corpus with all that is known and doubtful about its articles.

    Attributes:
        articles: The articles that stand, by place in the corpus, each with an id of its own.
        problems: Files and records that could not be read, articles that a later version replaces or that were
            withdrawn, and what in the sidecars is not used.
        passed_over: What else lies in the folder, by the rule that passes it over.
    """

    articles: tuple[CheckedArticle, ...]
    problems: tuple[Problem, ...]
    passed_over: tuple[PassedOver, ...] = ()


def check_corpus(root: Path, on_progress: OnProgress = lambda _: None, today: date | None = None) -> Check:
    """Reads all articles of a corpus and compares them with each other.

    Args:
        root: The folder of articles, or the one file that holds them.
        on_progress: Told after each file, and when the comparing begins.
        today: Articles that are dated later are doubted; None for today.

    Raises:
        CorpusNotFound: There is no such folder or file.
        BadSidecar: corpus.toml or sources.csv cannot be used as it is written.
    """
    scan = scan_corpus(root)
    sidecar = load_sidecar(root)
    articles: list[Article] = []
    problems = [*sidecar.problems, *scan.problems]
    for done, file in enumerate(scan.files, start=1):
        try:
            reading = read_articles(file, sidecar)
            articles.extend(reading.articles)
            problems.extend(reading.problems)
        except UnreadableFile as error:
            problems.append(Problem(file.name, str(error)))
        on_progress(Progress("Reading articles", done, len(scan.files)))
    on_progress(Progress("Comparing", 0, 0))
    reasons = left_out({article.source: article.edition for article in articles if article.edition})
    problems += (Problem(source, reason) for source, reason in reasons.items())
    articles = [article for article in articles if article.source not in reasons]
    shown = spellings_to_show(article.outlet for article in articles)
    articles = [spelled(article, shown[article.outlet]) for article in articles]
    compared = tuple(_compared(list(with_own_ids(articles)), today or date.today()))
    return Check(compared, tuple(problems), scan.passed_over)


def _compared(articles: list[Article], today: date) -> Iterator[CheckedArticle]:
    repeated = find_repeated(articles)
    copies: dict[str, list[str]] = {article.article_id: [] for article in articles}
    texts = {
        article.article_id: fingerprint(article.text, repeated.get(article.article_id, ())) for article in articles
    }
    sketches = {article_id: text.sketch() for article_id, text in texts.items()}
    for one, other in find_copies(sketches, texts.__getitem__, texts):
        copies[one].append(other)
        copies[other].append(one)
    for article in articles:
        own = article.article_id
        ahead = article.published is not None and lies_ahead(article.published, today)
        yield CheckedArticle(article, tuple(repeated.get(own, ())), tuple(copies[own]), ahead)
