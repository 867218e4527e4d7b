"""A newsroom without a model: articles from a folder, found by the words they share with a question.

Files in the folder steer it: ``*.json`` are articles, quoted by the paragraph or,
when they are called ``whole-...``, as a whole; ``*.broken`` cannot be read; while ``hold-loading`` or
``hold-refresh`` is there, that work waits; and ``corrupt`` is an index that must be rebuilt.
"""

import json
import re
import sys
import time
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from corpus.article import Article
from corpus.errors import Problem
from corpus.progress import OnProgress, Progress
from index.errors import CorruptIndex, MassDeletion
from index.library import Library
from index.refresh.report import RefreshReport
from index.store.catalog import ArticleSummary
from index.store.holdings import Holdings
from index.upkeep.changes import Changes, Upkeep
from page.access.host import is_loopback
from page.html.paragraphs import paragraphs
from page.server import serve
from page.session.session import Example, Session
from qa.answer import Answer, coverage
from qa.ask import Ask
from qa.compare.comparison import Comparison, FigureGroup, NoMatch, OutletRow, Report
from qa.errors import BadQuestion
from qa.passage import Citation, Highlight, Passage
from qa.question import Filters, Question

OUTGOING = "outgoing"  # file in the folder: the addresses that the process called
EXAMPLES = (
    Example("How many jobs go with the Marlin ferry?", "2 outlets, 3–4 March 2026"),
    Example("What would the bridge cost?"),
)
COMMON = set(
    re.findall(r"\w+", "a an and are did do does for how in is it many much of on the to was what when who will say")
)


def write_article(folder: Path, name: str, **fields: object) -> None:
    (folder / f"{name}.json").write_text(json.dumps({"id": name, **fields}), encoding="utf-8")


def read_article(path: Path) -> Article:
    fields = json.loads(path.read_text(encoding="utf-8"))
    return Article(
        article_id=fields["id"],
        outlet=fields["outlet"],
        title=fields.get("title", ""),
        text=fields["text"],
        source=path.name,
        content_hash=path.name,
        published=date.fromisoformat(fields["date"]) if "date" in fields else None,
        authors=tuple(fields.get("authors", ())),
        url=fields.get("url"),
        flags=tuple(fields.get("flags", ())),
    )


def words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.lower()) if word not in COMMON}


class Newsroom:
    """An answerer, and the two slow functions around it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.generation = 0
        self.built = datetime.now(UTC)
        self.articles: dict[str, Article] = {}

    def open(self, on_progress: OnProgress) -> "Newsroom":
        self._held("hold-loading", Progress("Loading the model", 0, 0), on_progress)
        self.refresh(on_progress)
        return self

    def refresh(
        self, on_progress: OnProgress, *, allow_mass_delete: bool = False, rebuild: bool = False
    ) -> RefreshReport:
        if (self.folder / "corrupt").exists():
            if not rebuild:
                raise CorruptIndex("The index", "is damaged")
            (self.folder / "corrupt").unlink()
        files = sorted(self.folder.glob("*.json"))
        for done in range(len(files)):
            self._held("hold-refresh", Progress("Reading articles", done + 1, len(files)), on_progress)
        fresh = {article.article_id: article for article in map(read_article, files)}
        if len(fresh) < len(self.articles) / 2 and not allow_mass_delete:
            raise MassDeletion("12 of 14 articles would be removed. Nothing was changed.")
        added, removed = len(fresh.keys() - self.articles.keys()), len(self.articles.keys() - fresh.keys())
        problems = self._problems()
        published = fresh != self.articles
        self.articles, self.generation, self.built = fresh, self.generation + 1, datetime.now(UTC)
        name = f"{self.generation:06}"
        return RefreshReport(
            name, published, added, 0, removed, 0, len(fresh) - added, len(fresh), added, problems, (), 0.2
        )

    def look(self) -> Upkeep:
        there = {article.article_id: article for article in map(read_article, sorted(self.folder.glob("*.json")))}
        changes = Changes(
            new=tuple(there.keys() - self.articles.keys()),
            changed=tuple(name for name in there.keys() & self.articles.keys() if there[name] != self.articles[name]),
            gone=tuple(self.articles.keys() - there.keys()),
            sidecar=False,
            settings=False,
        )
        return Upkeep(f"{self.generation:06}", self._problems(), changes)

    def _problems(self) -> tuple[Problem, ...]:
        return tuple(Problem(path.name, "not <b>text</b>") for path in sorted(self.folder.glob("*.broken")))

    def _held(self, name: str, progress: Progress, on_progress: OnProgress) -> None:
        on_progress(progress)
        while (self.folder / name).exists():
            time.sleep(0.02)

    def article(self, article_id: str) -> Article | None:
        return self.articles.get(article_id)

    def changed(self, article: Article) -> bool:
        return read_article(self.folder / article.source).text != article.text

    def summaries(self) -> list[ArticleSummary]:
        return [
            ArticleSummary(a.article_id, a.outlet, a.title, a.published, a.source, a.url)
            for a in self.articles.values()
        ]

    def outlets(self) -> dict[str, int]:
        names = [article.outlet for article in self.articles.values()]
        return {name: names.count(name) for name in names}

    def holdings(self) -> Holdings:
        days = sorted(article.published for article in self.articles.values() if article.published)
        number = len(self.articles)
        first, last = (days[0], days[-1]) if days else (None, None)
        made = str(self.folder), "", f"{self.generation:06}", self.built, ""
        return Holdings(*made, number, number, self.outlets(), first, last, 0)

    def ask(self, question: str, filters: Filters | None = None, limit: int | None = None) -> Answer:
        return self.answer(Ask(question, filters=filters or Filters(), limit=limit))

    def answer(self, ask: Ask) -> Answer:
        asked, filters = ask.question, ask.filters
        if not words(asked):
            raise BadQuestion("The question has no word to search for.")
        before = ask.conversation.questions[-1] if ask.conversation.questions else ""
        carried = (before,) if before and len(words(asked)) < 3 else ()
        wanted = words(" ".join((asked, *carried)))
        found = sorted(
            (
                (-len(wanted & words(article.text[start:end])), article.article_id, start, end)
                for article in self.articles.values()
                if passes(article, filters)
                for start, end in pieces(article)
            )
        )[: ask.limit or 5]
        best = -found[0][0] if found else 0
        passages = tuple(
            self._passage(article_id, start, end, wanted)
            for score, article_id, start, end in found
            if -score >= best / 2
        )
        question = Question(asked, asked, filters=filters, carried=carried)
        outlets = coverage(passages, self.outlets())
        return Answer(question, passages, best > 1, 0.9, outlets, f"{self.generation:06}", 0.001)

    def compare(self, ask: Ask) -> Comparison:
        answer = self.answer(ask)
        best: dict[str, Passage] = {}
        for passage in answer.passages:
            best.setdefault(passage.citation.outlet, passage)
        rows = tuple(OutletRow(outlet, self._sentence(one), 1, 1) for outlet, one in best.items())
        numbers = [figure for one in best.values() if (figure := self._figure(one))]
        figures = (
            (FigureGroup("Number", asked=True, groups=tuple((one,) for one in numbers)),) if len(numbers) > 1 else ()
        )
        reports = [Report(row.quote.citation) for row in rows]
        return Comparison(
            answer,
            rows,
            tuple(NoMatch(name, number) for name, number in self.outlets().items() if name not in best),
            figures,
            tuple((row.outlet,) for row in rows),
            len(rows),
            tuple(
                sorted((one for one in reports if one.citation.published), key=lambda one: str(one.citation.published))
            ),
            tuple(one for one in reports if not one.citation.published),
            0.001,
        )

    def _sentence(self, passage: Passage) -> Passage:
        mark = passage.highlights[0]
        citation = replace(passage.citation, start=mark.start, end=mark.end)
        return replace(passage, text=mark.text, citation=citation)

    def _figure(self, passage: Passage) -> Passage | None:
        number = re.search(r"\d+|sixteen", passage.text, re.IGNORECASE)
        if number is None:
            return None
        start = passage.citation.start
        mark = Highlight(start + number.start(), start + number.end(), number[0])
        return replace(passage, highlights=(mark,))

    def _passage(self, article_id: str, start: int, end: int, wanted: set[str]) -> Passage:
        article = self.articles[article_id]
        sentences = [match.span() for match in re.finditer(r"[^.!?]+[.!?]?", article.text[start:end])]
        left, right = max(
            sentences, key=lambda span: len(wanted & words(article.text[start + span[0] : start + span[1]]))
        )
        marked = article.text[start + left : start + right]
        citation = Citation(
            article.outlet, article.title, article.published, article.authors, article.url, article_id,
            article.source, start, end, article.flags,
        )  # fmt: skip
        highlight = Highlight(start + left, start + right, marked)
        return Passage(article.text[start:end], citation, 1.0, (highlight,), words_rank=1)


def pieces(article: Article) -> tuple[tuple[int, int], ...]:
    whole = article.article_id.startswith("whole-")
    return ((0, len(article.text)),) if whole else paragraphs(article.text)


def passes(article: Article, filters: Filters) -> bool:
    if filters.outlets and article.outlet not in filters.outlets:
        return False
    if (filters.since or filters.until) and article.published is None:
        return False
    day = article.published or date.min
    return (filters.since or date.min) <= day <= (filters.until or date.max)


def note_outgoing(folder: Path) -> None:
    """Writes down, from now on, each address that this process calls but its own machine's."""

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event in {"socket.connect", "socket.sendto", "socket.getaddrinfo"}:
            address = arguments[0] if event == "socket.getaddrinfo" else arguments[1]
            host = str(address[0] if isinstance(address, tuple) else address)
            if not is_loopback(host):
                with (folder / OUTGOING).open("a", encoding="utf-8") as file:
                    file.write(f"{event} {host}\n")

    sys.addaudithook(note)


if __name__ == "__main__":
    folder, port, token = sys.argv[1:]
    note_outgoing(Path(folder))
    newsroom = Newsroom(Path(folder))
    serve(
        Session(newsroom.open, newsroom.refresh, suggest=lambda _: EXAMPLES, look=newsroom.look),
        Library(Path(folder), Path(folder) / "index"),
        mcp=True,
        port=int(port),
        token=token or None,
        announce=lambda address: print(address, flush=True),  # noqa: T201  # whoever started it waits for this line
    )
