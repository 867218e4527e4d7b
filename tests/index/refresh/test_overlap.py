from pathlib import Path

import pytest

from corpus.article import path_id
from index.library import Library
from index.refresh.report import RefreshReport
from index.refresh.run import refresh_index
from index.store import open_snapshot
from tests.conftest import FakeEncoder
from tests.corpus.stories import BACKGROUND, STORIES, TRIAL
from tests.index.newsroom import contents, write_article

BOILERPLATE = "Reporting for this page is paid for by those who read it every day."


class Newsroom:
    """A folder of articles of one outlet, and its index."""

    def __init__(self, place: Path) -> None:
        self.folder, self.index, self.encoder = place / "articles", place / "index", FakeEncoder()

    def write(self, name: str, text: str, outlet: str = "Quay Courier") -> None:
        write_article(self.folder, name, text, outlet=outlet)

    def refresh(self) -> RefreshReport:
        self.encoder.encoded.clear()
        return refresh_index(Library(self.folder, self.index), encoder=self.encoder, allow_mass_delete=True)

    def with_furniture(self) -> set[str]:
        """Refreshes, and returns the articles of which a passage holds the line."""
        self.refresh()
        held = contents(self.index)
        return {name for name, one in held.items() if any(BOILERPLATE in text for _, _, text, *_ in one.chunks)}

    def copies(self, name: str) -> set[str]:
        return set(contents(self.index)[name].copies)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    newsroom = Newsroom(tmp_path)
    for number, story in enumerate(STORIES[:2]):
        newsroom.write(f"{number}.md", f"{story} {BOILERPLATE} The end of it all.")
    return newsroom


def test_a_line_leaves_all_passages_with_its_third_story_and_comes_back_when_that_goes(newsroom: Newsroom) -> None:
    assert newsroom.with_furniture() == {"0.md", "1.md"}
    newsroom.write("2.md", f"{STORIES[2]} {BOILERPLATE}")
    assert newsroom.with_furniture() == set()
    newsroom.write("3.md", f"{STORIES[2]} {BOILERPLATE} In other words.")
    assert newsroom.with_furniture() == set()
    (newsroom.folder / "2.md").unlink()
    assert newsroom.with_furniture() == set()
    (newsroom.folder / "3.md").unlink()
    assert newsroom.with_furniture() == {"0.md", "1.md"}


def test_the_text_of_the_article_keeps_the_line_and_passages_stop_before_it(newsroom: Newsroom) -> None:
    newsroom.write("2.md", f"{STORIES[2]} {BOILERPLATE}")
    newsroom.refresh()
    held = contents(newsroom.index)["0.md"]
    assert BOILERPLATE in held.article.text
    assert [text for _, _, text, *_ in held.chunks] == [STORIES[0], "The end of it all."]


def test_only_the_pieces_around_the_line_are_encoded_again(newsroom: Newsroom) -> None:
    newsroom.refresh()
    newsroom.write("2.md", f"{STORIES[2]} {BOILERPLATE}")
    report = newsroom.refresh()
    assert (report.added, report.changed, report.unchanged) == (1, 0, 2)
    assert sorted(newsroom.encoder.encoded) == sorted([*STORIES, "The end of it all."])


def test_another_outlet_makes_a_line_neither_more_nor_less_repeated(newsroom: Newsroom) -> None:
    newsroom.write("2.md", f"{STORIES[2]} {BOILERPLATE}", outlet="Harbour Post")
    assert newsroom.with_furniture() == {"0.md", "1.md", "2.md"}
    newsroom.write("2.md", f"{STORIES[2]} {BOILERPLATE}")
    assert newsroom.with_furniture() == set()
    newsroom.write("0.md", f"{STORIES[0]} {BOILERPLATE}", outlet="Harbour Post")
    assert newsroom.with_furniture() == {"0.md", "1.md", "2.md"}


def test_files_that_spell_an_outlet_in_their_own_way_are_of_one_outlet(newsroom: Newsroom) -> None:
    newsroom.write("2.md", f"{STORIES[2]} {BOILERPLATE}", outlet="The QUAY COURIER")
    assert newsroom.with_furniture() == set()
    assert {one.article.outlet for one in contents(newsroom.index).values()} == {"Quay Courier"}
    newsroom.write("1.md", f"{STORIES[1]} {BOILERPLATE} The end of it all.", outlet="The QUAY COURIER")
    report = newsroom.refresh()  # the spelling of the other two, of which one file did not change, is shown now
    assert (report.changed, report.unchanged) == (3, 0)
    assert {one.article.outlet for one in contents(newsroom.index).values()} == {"The QUAY COURIER"}


def test_the_background_of_a_story_stays_in_all_its_passages(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    for number, report in enumerate(TRIAL):
        newsroom.write(f"{number}.md", f"{report} {BACKGROUND}")
    newsroom.refresh()
    last = [one.chunks[-1][2] for one in contents(newsroom.index).values()]
    assert [BACKGROUND in text for text in last] == [True] * len(TRIAL)


def test_new_metadata_of_an_affected_article_reaches_the_index(newsroom: Newsroom) -> None:
    newsroom.refresh()
    newsroom.write("2.md", f"{STORIES[2]} {BOILERPLATE}")
    write_article(
        newsroom.folder,
        "0.md",
        f"{STORIES[0]} {BOILERPLATE} The end of it all.",
        outlet="Quay Courier",
        date="2026-01-02",
    )
    report = newsroom.refresh()
    assert (report.added, report.changed, report.unchanged) == (1, 1, 1)
    article = open_snapshot(newsroom.index).catalog.article(path_id("0.md"))
    assert article is not None
    assert str(article.published) == "2026-01-02"


def test_copies_are_known_both_ways_and_forgotten_with_the_article(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    agency = " ".join(TRIAL)
    newsroom.write("a.md", agency, outlet="Quay Courier")
    newsroom.write("b.md", STORIES[0], outlet="Quay Courier")
    newsroom.refresh()
    assert newsroom.copies("a.md") == set()
    newsroom.write("c.md", f"Written by others. {agency}", outlet="Harbour Post")
    newsroom.write("d.md", agency.replace("Greel", "Grell"), outlet="Inland Ledger")
    newsroom.refresh()
    assert newsroom.copies("a.md") == {"c.md", "d.md"}
    assert newsroom.copies("c.md") == {"a.md", "d.md"}
    assert newsroom.copies("b.md") == set()
    newsroom.write("c.md", STORIES[1], outlet="Harbour Post")
    (newsroom.folder / "d.md").unlink()
    newsroom.refresh()
    assert newsroom.copies("a.md") == newsroom.copies("c.md") == set()


def test_what_outlets_repeat_makes_no_copies(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path)
    long = " ".join(f"{BOILERPLATE[:-1]}, says number {number} of our long and loyal notes." for number in range(4))
    for number, story in enumerate(STORIES):
        newsroom.write(
            f"{number}.md", f"{story} {story.replace('.', ' then.')} {story.replace('.', ' now.')}\n\n{long}"
        )
        newsroom.write(f"{number}x.md", f"{story.split('. ')[0]}.\n\n{long}")
    newsroom.refresh()
    assert newsroom.copies("0x.md") == newsroom.copies("1.md") == set()
