import json
from datetime import date
from pathlib import Path

import pytest

from corpus.article import path_id
from corpus.check.findings import Check, check_corpus
from corpus.check.report import check_lines, check_to_dict
from corpus.complete import seal
from corpus.errors import CorpusNotFound
from corpus.progress import Progress
from tests.corpus.stories import STORIES, TRIAL
from tests.index.newsroom import write_article

BOILERPLATE = "Reporting for this page is paid for by those who read it every day."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three stories with one boilerplate line, an agency text in two outlets and twice in one, and an empty file."""
    for number, story in enumerate(STORIES):
        text = f"{story}\n\nAdvertisement\n\n{BOILERPLATE}"
        write_article(tmp_path, f"{number}.md", text, outlet="Quay Courier", title=f"Story {number}", date="2026-03-01")
    for name, outlet in (("x.md", "Harbour Post"), ("y.md", "Inland Ledger"), ("z.md", "Inland Ledger")):
        write_article(tmp_path, name, " ".join(TRIAL), outlet=outlet)
    (tmp_path / "empty.txt").write_text("")
    return tmp_path


def by_source(check: Check) -> dict[str, object]:
    articles = check_to_dict(check, with_text=False)["articles"]
    assert isinstance(articles, list)
    return {article["source"]: article for article in articles}


def test_each_article_comes_with_what_was_left_out_and_where_its_text_stands_too(folder: Path) -> None:
    check = check_corpus(folder)
    found = {one.article.source: one for one in check.articles}
    assert list(found) == ["0.md", "1.md", "2.md", "x.md", "y.md", "z.md"]
    assert found["0.md"].dropped == ("Advertisement", BOILERPLATE)
    assert found["0.md"].article.text[slice(*found["0.md"].repeated[0])] == BOILERPLATE
    assert set(found["x.md"].copies) == {path_id("y.md"), path_id("z.md")}
    assert [(problem.source, problem.reason) for problem in check.problems] == [("empty.txt", "is empty")]


def test_spellings_in_files_and_exports_become_one_outlet(tmp_path: Path) -> None:
    names = ("The Verge - Life and Style", "Verge", "THE VERGE", "The Verge | News")
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"source": name, "text": STORIES[0]}) for name in names))
    write_article(tmp_path, "b.md", STORIES[1], outlet="verge")
    check = check_corpus(tmp_path)
    assert [one.article.outlet for one in check.articles] == ["The Verge"] * 5
    assert all(one.article == seal(one.article) for one in check.articles)


def test_an_article_of_the_day_after_tomorrow_is_doubted_and_one_of_tomorrow_is_not(tmp_path: Path) -> None:
    for name, day in (("a.md", "2026-03-11"), ("b.md", "2026-03-12")):
        write_article(tmp_path, name, STORIES[0], outlet="Quay Courier", title=name, date=day)
    tomorrow, after = check_corpus(tmp_path, today=date(2026, 3, 10)).articles
    assert not tomorrow.warnings
    assert "future, 2026-03-12" in after.warnings[0]


def test_as_data_it_has_the_promised_keys(folder: Path) -> None:
    data = check_to_dict(check_corpus(folder), with_text=True)
    assert list(data) == ["articles", "problems", "passed_over"]
    articles = data["articles"]
    assert isinstance(articles, list)
    promised = ["article_id", "source", "outlet", "title", "date", "authors", "url"]
    more = ["slug", "keywords", "embargo", "edition", "flags", "provenance", "dropped", "warnings", "copies", "text"]
    assert list(articles[0]) == [*promised, *more]
    assert articles[0]["date"] == "2026-03-01"
    assert articles[0]["provenance"]["title"] == "front matter: title"
    assert articles[0]["text"].endswith(BOILERPLATE)  # it is left out of passages, not of the text
    assert articles[3]["date"] is None
    assert [copy["source"] for copy in articles[3]["copies"]] == ["y.md", "z.md"]
    assert "text" not in next(iter(by_source(check_corpus(folder)).values()))  # type: ignore[operator]  # a dict


def test_as_text_it_tells_everything_and_sums_up(folder: Path) -> None:
    lines = list(check_lines(check_corpus(folder)))
    first, last = lines.index("0.md"), lines.index("z.md")
    assert lines[first + 1 : first + 6] == [
        "  outlet:   Quay Courier  (front matter: outlet)",
        "  date:     2026-03-01  (front matter: date)",
        "  headline: Story 0  (front matter: title)",
        "  dropped:  Advertisement",
        f"  repeated: {BOILERPLATE}",
    ]
    block = lines[last : lines.index("", last)]
    assert "  date:     unknown" in block
    assert any(line.startswith("  warning:  No day of publication") for line in block)
    assert "  copy:     x.md (Harbour Post)" in block
    assert "  version:  y.md (Inland Ledger)" in block
    assert lines[-2] == "not used: empty.txt: is empty"
    assert lines[-1] == (
        "6 articles, 3 outlets: 3 without date, 3 without headline, 3 with warnings, 3 with lines left out, "
        "3 with copies or versions, 1 not used"
    )


def test_an_id_that_two_files_have_goes_to_the_first(tmp_path: Path) -> None:
    write_article(tmp_path, "a.md", STORIES[0], id="same")
    write_article(tmp_path, "b.md", STORIES[1], id="same")
    first, second = (found.article for found in check_corpus(tmp_path).articles)
    assert (first.article_id, second.article_id) == ("same", path_id("b.md"))
    assert "also that of a.md" in second.warnings[-1]


def test_what_the_sidecar_says_in_vain_is_told(tmp_path: Path) -> None:
    (tmp_path / "corpus.toml").write_text('[[article]]\nfile = "nowhere.md"\n')
    check = check_corpus(tmp_path)
    assert check.articles == ()
    assert "nowhere.md" in check.problems[0].reason
    assert list(check_lines(check))[-1] == "0 articles, 0 outlets: 1 not used"


def test_a_file_whose_text_has_an_unknown_name_tells_how_to_say_it_and_is_read_then(tmp_path: Path) -> None:
    record = {"medium": "Quay Courier", "kicker": "Wall mended", "story": {"words": STORIES[0]}}
    (tmp_path / "a.json").write_text(json.dumps([record]))
    (line, _) = check_lines(check_corpus(tmp_path))
    assert line.startswith(
        "not used: a.json: metadata only: no text in any of its fields (medium, kicker, story.words)"
    )
    assert line.endswith('say so in corpus.toml: [fields] text = ["story.words"]')
    (tmp_path / "corpus.toml").write_text('[fields]\ntext = ["story.words"]\ntitle = ["kicker"]\n')
    lines = list(check_lines(check_corpus(tmp_path)))
    assert "  outlet:   Quay Courier  (record: medium)" in lines
    assert "  headline: Wall mended  (record: kicker)" in lines
    assert f"  text:     {len(STORIES[0]):,} characters  (record: story.words)" in lines


def test_it_tells_how_far_it_is(folder: Path) -> None:
    seen: list[Progress] = []
    check_corpus(folder, seen.append)
    assert seen == [*(Progress("Reading articles", number, 7) for number in range(1, 8)), Progress("Comparing", 0, 0)]


def test_a_missing_corpus_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusNotFound):
        check_corpus(tmp_path / "nowhere")
