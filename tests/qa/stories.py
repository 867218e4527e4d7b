"""Stories on the disk and the index of them, made as a refresh makes it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.library import Library
from index.refresh.report import RefreshReport
from index.refresh.run import refresh_index
from tests.conftest import FakeEncoder

Story = Mapping[str, str]


def story(article_id: str, outlet: str, text: str, title: str = "", day: str = "") -> Story:
    """Returns the fields of an article as a JSON export gives them; what is empty is not known."""
    fields = {"id": article_id, "outlet": outlet, "title": title, "date": day, "text": text}
    return {name: value for name, value in fields.items() if value}


@dataclass(frozen=True)
class Stories:
    """A corpus of stories in one folder, with its index beside them.

    Attributes:
        folder: Holds both.
    """

    folder: Path

    @property
    def index(self) -> Path:
        return self.folder / "index"

    def write(self, *stories: Story, sidecar: str = "") -> None:
        """Makes these all the stories there are."""
        articles = self.folder / "articles"
        articles.mkdir(exist_ok=True)
        (articles / "stories.jsonl").write_text("\n".join(json.dumps(each) for each in stories) + "\n", "utf-8")
        if sidecar:
            (articles / "corpus.toml").write_text(sidecar, "utf-8")

    def refresh(self) -> RefreshReport:
        return refresh_index(
            Library(self.folder / "articles", self.index), encoder=FakeEncoder(), allow_mass_delete=True
        )
