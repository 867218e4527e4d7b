"""A collection with saved searches, as its users come and go."""

from datetime import UTC, datetime
from pathlib import Path

from index.workspace import FolderWorkspace
from index.workspace.folder import WORKSPACE_NAME
from qa.answerer import Answerer
from qa.ask import Ask
from qa.news import News, SavedSearch, Searches, all_news, seen_with
from qa.news.searches import Seen
from qa.question import Filters
from tests.conftest import FakeEncoder
from tests.qa.conftest import STORIES
from tests.qa.stories import Stories, Story, story

FERRY = "What happened to the Marlin ferry?"
SOLD = story("sold-1", "Quay Courier", "The Marlin ferry was sold to a museum for one euro.", day="2026-04-01")


class Desk:
    """The stories, their index and the searches; what a method does, somebody at the page or in the folder does."""

    def __init__(self, folder: Path) -> None:
        self.stories = Stories(folder)
        self.stories.write(*STORIES)
        self.stories.refresh()
        self.answers = Answerer(self.stories.index, FakeEncoder())
        self.searches = Searches(FolderWorkspace(self.stories.index / WORKSPACE_NAME))

    def save(self, question: str, filters: Filters | None = None) -> SavedSearch:
        answer = self.answers.ask(question, filters=filters)
        search = SavedSearch.of(Ask(question, filters=filters or Filters()), Seen(at=datetime.now(UTC)))
        seen = seen_with(search, answer.generation, self.searches.workspace, self.answers)
        return self.searches.add(search.model_copy(update={"seen": seen}))

    def now(self, *stories: Story) -> None:
        self.stories.write(*stories)
        self.stories.refresh()

    def news(self) -> list[News]:
        return list(all_news(self.searches.all(), self.searches.workspace, self.answers))

    def told(self) -> list[str]:
        return [passage.text for news in self.news() for passage in news.passages]

    def mark(self, news: News) -> None:
        seen = seen_with(news.search, news.generation, self.searches.workspace, self.answers)
        self.searches.mark(news.search.id, seen)
